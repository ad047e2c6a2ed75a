"""What the tutor does when: pure decisions about time and help."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from vel_tutor.vocabulary import CoachMove, CoachStage

IDLE_S = 60
"""Of a silence, the first minute counts; what is longer does not."""
TRIAL_S = 5 * 60
"""Free for every account, once."""
WARN_MS = 2 * 60_000
TRIES_BEFORE_TELLING = 2
"""Wrong answers before anything may give the answer away."""
TRIES_AND_TOLD = 3
"""Wrong answers after which the solution is shown."""
HINTS = 2
FILL_TRIES = 2
"""Wrong answers to a step of an example before it is shown."""
STALE_AFTER = timedelta(minutes=30)
"""Without a word for so long, a conversation is over."""
WORDS_KEPT = timedelta(days=30)
LONGEST_SAYING = 300
MOST_TURNS = 400
"""Of one conversation: far beyond what the minutes allow."""


@dataclass(frozen=True)
class Stretch:
    """A piece of time to count, and from when on the clock runs again."""

    seconds: int
    clock_since: datetime


def stretch(since: datetime, now: datetime) -> Stretch:
    """The whole seconds of talk since the last turn; a fraction stays for the next time."""
    passed = max(0, (now - since) // timedelta(seconds=1))
    if passed > IDLE_S:
        return Stretch(IDLE_S, now)
    return Stretch(passed, since + timedelta(seconds=passed))


def running_ms(since: datetime | None, now: datetime, left_s: int) -> tuple[int, int]:
    """Milliseconds left by now, and for how many the clock still runs in this silence."""
    if since is None:
        return 1000 * left_s, 0
    passed = max(0, (now - since) // timedelta(milliseconds=1))
    counted = min(passed, 1000 * IDLE_S)
    left = max(0, 1000 * left_s - counted)
    return left, min(left, 1000 * IDLE_S - counted)


def left_in_words(ms: int) -> str:
    """Time left, in steps of a minute."""
    if ms <= 0:
        return "No time left"
    minutes = -(-ms // 60_000)
    if ms < 60_000:
        return "Less than a minute left"
    return "About 1 minute left" if minutes == 1 else f"About {minutes} minutes left"


def may_tell(tries: int) -> bool:
    """Whether the answer may be given away."""
    return tries >= TRIES_BEFORE_TELLING


def moves(stage: CoachStage, *, fills: bool, has_example: bool) -> tuple[CoachMove, ...]:
    """What the learner can do besides answering; the likeliest first.

    Args:
        fills: the learner is asked for a step of the example.
        has_example: there is a question like the one on show that can be worked out.
    """
    if stage is CoachStage.SOLVED:
        return (CoachMove.NEXT, CoachMove.WHY, CoachMove.END)
    if stage is CoachStage.EXAMPLE:
        asked = (CoachMove.STUCK,) if fills else (CoachMove.NEXT,)
        return (*asked, CoachMove.WHY, CoachMove.END)
    example = (CoachMove.EXAMPLE,) if has_example else ()
    return (
        CoachMove.STUCK,
        *example,
        CoachMove.WHY,
        CoachMove.EASIER,
        CoachMove.NEXT,
        CoachMove.END,
    )

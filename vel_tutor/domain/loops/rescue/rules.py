"""Deadlines, who may share a room, and who has earned a shield: pure decisions about rescues."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vel_tutor.vocabulary import Standing

LIFE = timedelta(hours=2)
"""From the invitation to the end of the room (PRD story 2.5)."""
LATE = timedelta(milliseconds=300)
"""What the way to us may take: an answer this long after the end still counts (learning.md C9)."""
SIZE = 10
SHARE = 3
"""Answers after which somebody has practised with the other, even if they are lost then."""
LOST_AFTER = timedelta(seconds=60)
"""Neither here nor answering for so long: the other one goes on alone."""
AT_RISK = timedelta(hours=4)
"""What is left of a day not practised when its streak is called at risk (learning.md C6)."""
LEAST_STREAK = 2
"""Days: one practice alone is not a streak yet."""
LONGEST_KEY = 64
MIDDLE_GRADE = 5

_MINORS = frozenset({Standing.CHILD, Standing.TEEN, Standing.LOCKED_CHILD})


@dataclass(frozen=True, kw_only=True)
class Work:
    """How far one of the two is, as settling looks at it."""

    answered: int
    completed: bool
    honest: bool = True
    """Nothing has to be looked at first: not answered faster than one reads, nothing held."""
    lost: bool = False
    """They have been gone for `LOST_AFTER`, or time is over."""


def earns(mine: Work, other: Work | None) -> bool:
    """Whether whoever did `mine` has earned their shield by now.

    Both finished: both have. One finished and the other is lost: the first keeps it, if the other
    had come and answered at least `SHARE` questions. Nobody earns it alone.
    """
    if other is None or not (mine.completed and mine.honest and other.honest):
        return False
    return other.completed or (other.lost and other.answered >= SHARE)


def is_over(ends_at: datetime, now: datetime) -> bool:
    """Whether the room is closed to whoever looks at it."""
    return now >= ends_at


def is_late(ends_at: datetime, received_at: datetime) -> bool:
    """Whether an answer came too late to count."""
    return received_at > ends_at + LATE


def is_quiet(last_deed: datetime, now: datetime) -> bool:
    """Whether somebody who is not here has done nothing for long enough to be lost."""
    return now - last_deed >= LOST_AFTER


def may_share_a_room(one: Standing, other: Standing) -> bool:
    """Whether two accounts may practise together: minors with minors, adults with adults."""
    return (one in _MINORS) == (other in _MINORS)


def in_turn(waiting: Iterable[int], answered: int) -> tuple[int, ...]:
    """Which of the positions that arrived can be marked now, the first being `answered`."""
    arrived = set(waiting)
    ready: list[int] = []
    while answered in arrived:
        ready.append(answered)
        answered += 1
    return tuple(ready)


def nearest(open_to: Sequence[int], wished: int | None) -> int:
    """The grade there are questions for that is nearest to one's own."""
    own = MIDDLE_GRADE if wished is None else wished
    return min(open_to, key=lambda known: (abs(known - own), known))


def may_end(streak: int, *, practised_today: bool) -> bool:
    """Whether a streak (in days) ends with the day unless something is practised."""
    return streak >= LEAST_STREAK and not practised_today


def ends_soon(left: timedelta) -> bool:
    """Whether a day with so much time left is nearly over."""
    return timedelta() < left <= AT_RISK


def milliseconds(left: timedelta) -> int:
    """What is left, never less than nothing."""
    return max(0, left // timedelta(milliseconds=1))


def in_words(left: timedelta) -> str:
    """A time as it is read out: to the minute, and not below one."""
    minutes = max(1, left // timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    parts = [_counted(hours, "hour")] * bool(hours) + [_counted(minutes, "minute")] * bool(minutes)
    return " ".join(parts)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def percent(part: int, whole: int) -> int:
    """`part` of `whole` in 0..100, rounded half up."""
    return (200 * part + whole) // (2 * whole) if whole else 0

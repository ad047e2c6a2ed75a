"""The words of the queue: what a case is, why it waits, and what each decision means."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from vel_tutor.domain.moderation.views import ChoiceView
from vel_tutor.vocabulary import (
    AgeBand,
    CaseKind,
    CoachFlag,
    Decision,
    Hold,
    LoopKind,
    ReportKind,
)

TITLES = {
    CaseKind.PERSON: "Somebody",
    CaseKind.LINE: "A line of the feed",
    CaseKind.ROOM: "A room",
    CaseKind.TUTOR: "A talk with the tutor",
    CaseKind.REWARD: "A held reward",
}
AGES = {AgeBand.CHILD: "under 13", AgeBand.TEEN: "13 to 17", AgeBand.ADULT: "grown-up"}
_REASONS = {
    ReportKind.UNKIND: "Unkind",
    ReportKind.UNSAFE: "Does not feel safe",
    ReportKind.PRETENDS: "Pretends to be somebody else",
    ReportKind.CHEATS: "Cheats",
    ReportKind.SPAM: "Spam",
}
FLAGS = {
    CoachFlag.DANGER: "May be in danger",
    CoachFlag.REPORTED: "The learner says that the tutor was wrong or odd",
}
_HOLDS = {
    Hold.SAME_DEVICE: "Both use the same device",
    Hold.DEVICE_CROWDED: "Many sign-ups from one device",
    Hold.REFERRAL_LOOP: "A circle of invitations",
    Hold.SAME_FAMILY: "Both are of one family",
    Hold.TOO_FAST: "Answered faster than one can read",
    Hold.ADDRESS_BURST: "Many first values from one address",
    Hold.UNPROVEN: "Only likely to have come by this invitation",
}
LOOPS = {
    LoopKind.BUDDY_CHALLENGE: "Invited by a challenge.",
    LoopKind.RESULTS_RALLY: "Invited into a rally.",
    LoopKind.PROUD_PARENT: "A family invited by a parent; the reward is a class pass.",
    LoopKind.STREAK_RESCUE: "Called to save a streak.",
    LoopKind.ACHIEVEMENT: "Invited to try for a badge.",
}
GONE = "It is no longer there."
OPEN_AGAIN = "Taken back: the case is open again."
WITHDRAWN = "This does not wait any more."

_FOR_GOOD = "This cannot be taken back."
_AGAIN = "You can take it back."
CHOICES = {
    (CaseKind.LINE, Decision.STAYS): ChoiceView(
        question="Let this line stay?",
        means=f"Whoever could see it sees it again; more reports do not hide it. {_AGAIN}",
    ),
    (CaseKind.LINE, Decision.TAKEN_DOWN): ChoiceView(
        question="Take this line down?",
        means=f"Nobody sees it any more, not even its owner. {_AGAIN}",
        is_hard=True,
    ),
    (CaseKind.ROOM, Decision.STAYS): ChoiceView(
        question="Let this room stay?", means=f"Nothing changes for those inside. {_AGAIN}"
    ),
    (CaseKind.ROOM, Decision.TAKEN_DOWN): ChoiceView(
        question="Close this room?",
        means=f"Everybody inside is told that it is over. {_FOR_GOOD}",
        is_hard=True,
    ),
    (CaseKind.PERSON, Decision.DISMISSED): ChoiceView(
        question="Nothing wrong here?",
        means=f"They are not told. Whoever reported them still does not see them. {_AGAIN}",
    ),
    (CaseKind.PERSON, Decision.WARNED): ChoiceView(
        question="Send them a warning?",
        means=f"They read that others found something they did not all right. {_FOR_GOOD}",
    ),
    (CaseKind.PERSON, Decision.BARRED): ChoiceView(
        question="Stop them from meeting others?",
        means="No friends, rooms, boards or presence from now on, whatever is switched on. They "
        f"are told, and so are the parents linked to them. {_AGAIN}",
        is_hard=True,
    ),
    (CaseKind.TUTOR, Decision.NOTED): ChoiceView(
        question="Seen to?", means=f"It leaves the open cases. {_AGAIN}"
    ),
    (CaseKind.TUTOR, Decision.PARENT_TOLD): ChoiceView(
        question="Tell the linked parents?",
        means="They get a careful notice without a word of what was said, once for each flag. "
        f"First make sure that no parent is what the learner is afraid of. {_FOR_GOOD}",
        is_hard=True,
    ),
    (CaseKind.REWARD, Decision.RELEASED): ChoiceView(
        question="Let the reward go?",
        means=f"What was promised is given as soon as it is due. {_FOR_GOOD}",
    ),
    (CaseKind.REWARD, Decision.DENIED): ChoiceView(
        question="Deny the reward?",
        means=f"It counts as fraud, and nobody gets anything for it. {_FOR_GOOD}",
        is_hard=True,
    ),
}
VERDICTS = {
    Decision.STAYS: ("Stays", "circle-check"),
    Decision.TAKEN_DOWN: ("Take down", "eye-off"),
    Decision.DISMISSED: ("Nothing wrong", "circle-check"),
    Decision.WARNED: ("Warn", "message-square-warning"),
    Decision.BARRED: ("Stop meeting others", "user-x"),
    Decision.NOTED: ("Seen to", "circle-check"),
    Decision.PARENT_TOLD: ("Tell parents", "users-round"),
    Decision.RELEASED: ("Let go", "gift"),
    Decision.DENIED: ("Deny", "ban"),
}
DONE = {
    Decision.STAYS: "Stays",
    Decision.TAKEN_DOWN: "Taken down",
    Decision.DISMISSED: "Nothing wrong",
    Decision.WARNED: "Warned",
    Decision.BARRED: "Stopped from meeting others",
    Decision.NOTED: "Seen to",
    Decision.PARENT_TOLD: "Parents told",
    Decision.RELEASED: "Reward let go",
    Decision.DENIED: "Reward denied",
}


def reasons(kinds: Sequence[ReportKind]) -> str:
    """Why something was reported."""
    return ", ".join(_REASONS[kind] for kind in kinds)


def holds(why: Sequence[Hold]) -> str:
    """Why a reward is held."""
    return ", ".join(_HOLDS[hold] for hold in why)


def people(number: int) -> str:
    """How many reported it."""
    if not number:
        return ""
    return "Reported by 1 person" if number == 1 else f"Reported by {number} people"


def parents(band: AgeBand, *, is_told: bool) -> str:
    """Whether the linked parents of somebody in danger know of it."""
    if band is AgeBand.ADULT:
        return ""
    return "Linked parents were told." if is_told else "Parents were not told."


def moment(at: datetime, time_zone: str) -> str:
    """A moment where the reader lives."""
    return at.astimezone(ZoneInfo(time_zone)).strftime("%-d %b %Y, %H:%M")

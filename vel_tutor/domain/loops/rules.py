"""Caps, first value, winning and words: pure decisions about challenges."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median

from vel_tutor.vocabulary import Outcome

CHALLENGE_LIFE = timedelta(days=14)
DECK_SIZE = 5
FIRST_VALUE_ANSWERS = 3
"""Answers after which a friend has got something out of a challenge (growth: FVM of this loop)."""
RAPID_MS = 2000
"""A median answer under this is a script or a guess: the reward waits, the learning does not."""
XP_FOR_JOINING = 50
"""For whoever invited and for whoever came, once, where a loop pays in XP."""
GUEST_LIFE = timedelta(hours=24)
"""A guest's game that was begun stays open this long."""
GUEST_PLAYS = 3
GUEST_WINDOW = timedelta(days=7)
"""Games of one loop a device may begin without an account within the window."""
INVITE_WINDOW = timedelta(hours=24)
_INVITES = ((timedelta(days=7), 3), (timedelta(days=30), 5))
_MOST_INVITES = 10


def invites_a_day(account_age: timedelta) -> int:
    """Invitations allowed within `INVITE_WINDOW`, by the age of the account."""
    return next((most for until, most in _INVITES if account_age < until), _MOST_INVITES)


def deck(cards: int) -> tuple[int, ...]:
    """Which places of a deck of `cards` make the friends' deck: at most five, spread evenly."""
    size = min(DECK_SIZE, cards)
    return tuple(place * cards // size for place in range(size))


def percent(part: int, whole: int) -> int:
    """`part` of `whole` in 0..100, rounded half up."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def is_rapid(spent_ms: Sequence[int]) -> bool:
    """Whether the answers so far came faster than the questions can be read."""
    return bool(spent_ms) and median(spent_ms) < RAPID_MS


def is_over(started_at: datetime, now: datetime) -> bool:
    """Whether a guest's game has been open for too long."""
    return now - started_at > GUEST_LIFE


def outcome(percent: int, to_beat: int) -> Outcome:
    """How a friend's score (0..100) compares with the one to beat."""
    if percent == to_beat:
        return Outcome.TIE
    return Outcome.WON if percent > to_beat else Outcome.LOST


def campaign(now: datetime) -> str:
    """The campaign an invitation of today belongs to: its calendar week."""
    year, week, _ = now.isocalendar()
    return f"weekly_{year}_w{week:02}"

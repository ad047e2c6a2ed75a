"""What a screen may hold about rewards."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class PurseView:
    """Somebody's balances, level and streak."""

    lifetime_xp: int = 0
    spendable_xp: int = 0
    level: int = 1
    level_percent: int = 0
    """How far through the level, 0..100."""
    xp_to_next: int = 50
    level_seen: int = 1
    """The last level its owner was congratulated on."""
    shields: int = 0
    streak: int = 0
    """Days in a row, in the person's own time zone."""
    practised_today: bool = False


@dataclass(frozen=True)
class GainView:
    """XP that has just been earned, and for what."""

    amount: int = 0
    """0 for nothing."""
    words: str = ""
    """ "Deck finished, all right"."""
    number: int = 0
    """Grows with each, so that the same gain twice is seen twice."""


@dataclass(frozen=True)
class DayView:
    """One square of the month; all empty before its first day."""

    number: str = ""
    kind: str = ""
    """A `DayKind`, or `ended`, `today` (still open), `ahead`, `free` (nothing was asked)."""
    words: str = ""
    """What is read aloud: "Tuesday 12 May: practised"."""


@dataclass(frozen=True)
class LineView:
    """One line of a log: when, and what happened."""

    when: str
    words: str
    kind: str
    """A `DayKind`, `ended`, `gained` or `spent`."""


@dataclass(frozen=True)
class PauseView:
    """Days off that are announced or running."""

    id: str
    words: str


@dataclass(frozen=True)
class DiaryView:
    """A streak as its owner may read it, with every reason."""

    in_a_row: int = 0
    practised_today: bool = False
    restored: int = 0
    """The part of the length that a restart gave back."""
    words: str = ""
    """What today asks for, and until when."""
    shields: int = 0
    month: str = ""
    """"May 2026"."""
    previous: str = ""
    following: str = ""
    """Months beside it as 2026-04; empty when there is nothing."""
    days: tuple[DayView, ...] = ()
    """From a Monday on, blanks before the first."""
    log: tuple[LineView, ...] = ()
    shield_log: tuple[LineView, ...] = ()
    pauses: tuple[PauseView, ...] = ()
    pause_days_left: int = 0
    today: str = ""
    """As 2026-05-12, for the form of a pause."""
    restart_days: int = 0
    """What the open offer would give back; 0 for none."""
    ended_words: str = ""
    """How the streak ended that the offer is about."""


@dataclass(frozen=True)
class EarnedBadge:
    """One level of a badge that somebody holds; for other contexts, not for a screen."""

    id: UUID
    user_id: UUID
    badge: str
    level: int
    at: datetime

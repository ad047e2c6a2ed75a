"""Levels, days and streaks: pure decisions about rewards."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import isqrt
from zoneinfo import ZoneInfo

MOST_SHIELDS = 2
XP_PRACTICE_DAY = 5
XP_BADGE = 100
"""For each level of a badge."""
ROLLOVER = timedelta(hours=3)
"""A learner's day ends at 03:00 by their own clock, so that a late evening is not lost."""
_LEVEL_STEP = 25

SHIELDS_PER_WINDOW, SHIELD_WINDOW = 2, timedelta(days=7)
TRAVELS_PER_WINDOW, TRAVEL_WINDOW = 2, timedelta(days=30)
PAUSES_PER_WINDOW, PAUSE_WINDOW = 14, timedelta(days=90)
"""Days that may be bridged so, and within how many days."""
SHORT_DAY = timedelta(hours=12)
"""A day shorter than this, because its zone was left, cannot be held against anybody."""
LATEST_REPORT = timedelta(hours=24)
"""How late a practice may be told of: a device that was offline."""
FREE_SHIELD_ON = 3
"""Days of the first streak that bring a shield for nothing."""
LOOKBACK = PAUSE_WINDOW + timedelta(days=10)
"""How far back a day that is settled now may depend on others."""
RESTART_FROM = 31
"""Practised days that a streak must have had for half of it to be offered back."""
RESTART_OFFERED = timedelta(days=7)
LEAST_AT_RISK = 2
"""Days: one practice alone is not a streak yet, and nothing to remind of."""
LAST_CALL = timedelta(hours=4)
"""How long before the day ends the last reminder comes."""
HABIT = timedelta(hours=23, minutes=30)
"""The first reminder comes this long after the last practice: at the usual hour."""


@dataclass(frozen=True)
class Level:
    """Where a person stands: the level, and how far through it (0..100)."""

    number: int
    percent: int
    xp_to_next: int


def xp_of_level(level: int) -> int:
    """Lifetime XP at which `level` begins: 25 L (L - 1)."""
    return _LEVEL_STEP * level * (level - 1)


def level_for(lifetime_xp: int) -> Level:
    """The level that `lifetime_xp` makes, exactly, in whole numbers."""
    number = (1 + isqrt(1 + 4 * (lifetime_xp // _LEVEL_STEP))) // 2
    start, end = xp_of_level(number), xp_of_level(number + 1)
    return Level(number, 100 * (lifetime_xp - start) // (end - start), end - lifetime_xp)


def local_day(at: datetime, time_zone: str) -> date:
    """The learner's day that `at` belongs to, in their zone, with the 03:00 rollover."""
    return (at.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None) - ROLLOVER).date()


def day_begins(day: date, time_zone: str) -> datetime:
    """The first moment of a learner's `day`, in UTC: 03:00 where they are."""
    return (datetime.combine(day, time(), ZoneInfo(time_zone)) + ROLLOVER).astimezone(UTC)


FIRST_REMINDER, LAST_REMINDER = 1, 2


def reminders(
    last_practised_at: datetime, day_ends_at: datetime
) -> tuple[tuple[int, datetime], ...]:
    """When to remind of a day: at the usual hour of practice, if early enough, and at last."""
    usual, last_call = last_practised_at + HABIT, day_ends_at - LAST_CALL
    while usual < day_ends_at - timedelta(days=1):
        usual += timedelta(days=1)
    last = (LAST_REMINDER, last_call)
    return ((FIRST_REMINDER, usual), last) if usual < last_call else (last,)

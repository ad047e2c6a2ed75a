"""Levels, days and streaks: pure decisions about rewards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import isqrt
from zoneinfo import ZoneInfo

MOST_SHIELDS = 2
XP_PRACTICE_DAY = 5
ROLLOVER = timedelta(hours=3)
"""A learner's day ends at 03:00 by their own clock, so that a late evening is not lost."""
_LEVEL_STEP = 25


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


def streak_length(days: Iterable[date], today: date) -> int:
    """Practised days in a row up to today, or up to yesterday while today is still open."""
    practised = set(days)
    day = today if today in practised else today - timedelta(days=1)
    length = 0
    while day in practised:
        length += 1
        day -= timedelta(days=1)
    return length

"""Times, sizes and grades of classes: pure decisions."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

LENGTHS = (30, 45, 60)
"""Minutes a class may last."""
MOST_SEATS = 30
SOONEST = timedelta(hours=1)
FARTHEST = timedelta(days=90)
GIVE_UP_UNTIL = timedelta(hours=24)
"""Until this long before a class a seat can be given up, and the pass comes back."""
BANDS = {
    "0-2": (0, 2, "Kindergarten to grade 2"),
    "3-5": (3, 5, "Grades 3 to 5"),
    "6-8": (6, 8, "Grades 6 to 8"),
    "9-12": (9, 12, "Grades 9 to 12"),
}
LONGEST_PLACE = 300


def band_words(first: int, last: int) -> str:
    """For whom a class is, in words."""
    return next(words for low, high, words in BANDS.values() if (low, high) == (first, last))


def begins(day: str, at: str, time_zone: str) -> datetime | None:
    """The moment that `day` (2026-11-24) and `at` (16:30) name in that zone, or None."""
    try:
        named = datetime.combine(date.fromisoformat(day), time.fromisoformat(at))
    except ValueError:
        return None
    if named.tzinfo is not None:
        return None
    return named.replace(tzinfo=ZoneInfo(time_zone)).astimezone(UTC)


def is_place(address: str) -> bool:
    """Whether `address` is that of a room on the web: https, a host, nothing odd in it."""
    if not address.isascii() or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return (
        parts.scheme == "https"
        and "." in host
        and not parts.username
        and len(address) <= LONGEST_PLACE
    )


def may_give_up(starts_at: datetime, now: datetime) -> bool:
    """Whether a seat can still be given up."""
    return now <= starts_at - GIVE_UP_UNTIL


def when_words(starts_at: datetime, minutes: int, time_zone: str) -> str:
    """`Tuesday 24 November, 16:00 to 16:45`, by the clock of that zone; UTC says so."""
    zone = ZoneInfo(time_zone)
    first, last = (
        at.astimezone(zone) for at in (starts_at, starts_at + timedelta(minutes=minutes))
    )
    named = " UTC" if time_zone == "UTC" else ""
    return f"{first:%A %-d %B, %H:%M} to {last:%H:%M}{named}"


def moment_words(at: datetime, time_zone: str) -> str:
    """`Monday 23 November, 16:00`, by the clock of that zone."""
    return f"{at.astimezone(ZoneInfo(time_zone)):%A %-d %B, %H:%M}"

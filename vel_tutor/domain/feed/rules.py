"""Where a page of the feed begins, what comes first, what is worth telling: pure decisions."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from vel_tutor.vocabulary import FeedKind

PAGE = 20
"""Lines a page."""
KEPT = timedelta(days=180)
"""How long a line is kept."""
RECENT = timedelta(days=60)
"""What somebody practised within this time says whose lines may interest them."""
LATE = timedelta(minutes=1)
"""A line may be seen this much later than it says: its transaction had yet to end."""
MOST_NEWS = 20
"""New lines that are counted and put on top at once; who wants more begins anew."""
MILESTONES = frozenset({7, 14, 30, 50, 100, 200, 365})
"""Days in a row that are worth a line."""
BEST_FROM = 80
"""Percent: no line says that somebody did badly."""
BEST_SIZE = 5
"""Questions or cards; less is no deck."""
RAPID_MS = 2000
"""A median answer under this was not thought about: no line for low effort."""
REPORTS_TO_HIDE = 3
"""So many people who report a line hide it from everybody, until the staff has looked."""
A_FEW = "a few"

_WEIGHTS: Mapping[FeedKind, int] = {
    FeedKind.STREAK_REACHED: 20,
    FeedKind.BADGE_EARNED: 60,
    FeedKind.PERSONAL_BEST: 0,
    FeedKind.CARDS_MASTERED: 50,
    FeedKind.CHALLENGE_WON: 70,
}
ACHIEVEMENTS = tuple(_WEIGHTS)
"""What may stand in the spotlight."""


@dataclass(frozen=True)
class Place:
    """Where one line stands in somebody's feed: by their day, friends first, then by time."""

    day: date
    is_friend: bool
    at: datetime
    item_id: UUID

    @property
    def order(self) -> tuple[date, bool, datetime, UUID]:
        """The larger, the higher up."""
        return (self.day, self.is_friend, self.at, self.item_id)

    def said(self) -> str:
        """The place as a page tells where the next one begins."""
        return f"{self.day}|{int(self.is_friend)}|{self.at.isoformat()}|{self.item_id}"


def place(said: str) -> Place:
    """The place that `said` came from.

    Raises:
        ValueError: nothing that a page has said.
    """
    day, friend, at, item_id = said.split("|")
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError(said)
    return Place(date.fromisoformat(day), friend == "1", moment, UUID(item_id))


def worth(kind: FeedKind, number: int) -> int:
    """How high an achievement stands in the spotlight."""
    return _WEIGHTS.get(kind, 0) + number


def is_milestone(days: int) -> bool:
    """Whether a streak of `days` is worth a line."""
    return days in MILESTONES


def alias_id(key: bytes, week: str, person: UUID) -> UUID:
    """What somebody's made-up name of one week follows from.

    A keyed hash: nobody can tell from the name who it is, nor that last week's was the same person.
    """
    digest = hmac.new(key, f"feed|{week}|{person}".encode(), hashlib.sha256).digest()
    return UUID(bytes=digest[:16])


def week_of(at: datetime) -> str:
    """The calendar week of a moment, the same everywhere."""
    year, week, _ = at.isocalendar()
    return f"{year}-{week:02}"


def ago(at: datetime, now: datetime) -> str:
    """How long `at` is past, in the largest unit that fits."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    hours = minutes // 60
    if hours < 24:
        return f"{hours} h ago"
    return "yesterday" if hours < 48 else f"{hours // 24} days ago"


def day_words(day: date, today: date) -> str:
    """What stands above the lines of one day."""
    if day >= today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day:%A}, {day.day} {day:%B}{year}"

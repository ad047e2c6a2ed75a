"""Who may come along, and what counts as finishing together: pure decisions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from statistics import median

from vel_tutor.domain.practice.rules import RAPID_MS

MOST = 4
"""People at one deck: its player and three friends."""
TOGETHER_WITHIN = timedelta(hours=2)
"""Two who finish further apart than this were not together any more."""
MOST_SHOWN = 8
"""Friends in the strip, and faces in a row."""


def is_full(companions: int) -> bool:
    """Whether nobody more may come to a deck with so many friends at it."""
    return companions + 1 >= MOST


def is_together(one: datetime, other: datetime) -> bool:
    """Whether decks finished at these moments were finished together."""
    return abs(one - other) <= TOGETHER_WITHIN


def was_practice(spent_ms: Sequence[int]) -> bool:
    """Whether the answers took long enough for the questions to be read."""
    return bool(spent_ms) and median(spent_ms) >= RAPID_MS


def progress_words(answered: int, size: int) -> str:
    """How far somebody is: "3 of 10", or "10 of 10, done"."""
    return f"{answered} of {size}, done" if answered >= size else f"{answered} of {size}"


def day_key(user_id: str, topic: str, day: date) -> bytes:
    """What the face of somebody at a topic is drawn from on one day, before it is hashed."""
    return f"face|{day.isoformat()}|{topic}|{user_id}".encode()

"""What goes out with a card and comes back with its answer, signed.

It says which card was seen, after how many reviews and days, and when: so an answer that arrives
late, twice or over a new connection is the answer to what the person saw, and is counted once.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from vel_tutor.core.signing import Purpose, sign, verify

GOOD_FOR = timedelta(hours=24)
"""Longer than a screen stays open over a meal, shorter than a day of the scheduler matters."""
SKEW = timedelta(minutes=1)
"""By how much the clocks of two machines may differ."""
_MS = timedelta(milliseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Ticket:
    """One showing of one card."""

    card_id: UUID
    reviews: int
    days: int
    """Since the last review, as they were counted when the card was shown."""
    shown_at: datetime
    key: UUID

    def is_stale(self, now: datetime) -> bool:
        """Whether it was issued too long ago, or later than now."""
        return not -SKEW <= now - self.shown_at <= GOOD_FOR


def issue(card_id: UUID, reviews: int, days: int, now: datetime) -> str:
    """A ticket for showing a card now."""
    shown_ms = (now - _EPOCH) // _MS
    return sign(Purpose.CARD, f"{card_id.hex}:{reviews}:{days}:{shown_ms}:{uuid4().hex}")


def read(text: str) -> Ticket | None:
    """The ticket that `issue` wrote, or None for anything else."""
    signed = verify(Purpose.CARD, text)
    if signed is None:
        return None
    card_id, reviews, days, shown_ms, key = signed.split(":")
    shown_at = _EPOCH + int(shown_ms) * _MS
    return Ticket(UUID(card_id), int(reviews), int(days), shown_at, UUID(key))

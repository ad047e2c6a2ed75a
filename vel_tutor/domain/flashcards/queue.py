"""Which card comes next: pure, from what is known of all cards at one moment (learning.md C10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from vel_tutor.vocabulary import CardStage

LEARN_AHEAD = timedelta(minutes=20)
"""Cards in learning come up to this much early when nothing else is left."""
REVIEWS_PER_NEW = 4
MOST_UNSETTLED = 12
"""Cards in learning at once; beyond that no new ones are begun."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A card that is not put aside: new, or due some time."""

    id: UUID
    note_id: UUID
    stage: CardStage
    is_new: bool
    due_at: datetime | None = None
    recall: float = 0.0
    """The chance that it is still known; for cards in review."""
    order: tuple[int, str] = (0, "")
    """The turn of a new card."""


@dataclass(frozen=True)
class Allowance:
    """What the day still allows, and what it has seen."""

    new: int
    reviews: int
    new_done: int = 0
    reviews_done: int = 0


@dataclass(frozen=True)
class Queue:
    """The cards of this moment in their order; those in `waiting` come later today."""

    learning: tuple[UUID, ...] = ()
    mixed: tuple[UUID, ...] = ()
    ahead: tuple[UUID, ...] = ()
    waiting: tuple[datetime, ...] = ()
    new: int = 0
    review: int = 0

    @property
    def cards(self) -> tuple[UUID, ...]:
        return self.learning + self.mixed + self.ahead


def order(
    candidates: Iterable[Candidate],
    now: datetime,
    allowance: Allowance,
    answered_notes: frozenset[UUID] = frozenset(),
) -> Queue:
    """Learning cards that are due, then reviews and new cards mixed, then learning ahead of time.

    Reviews come by falling danger: the one most likely forgotten first. Of siblings only one comes
    a day: none whose note is in `answered_notes`, and of the others the first.
    """
    cards = sorted(candidates, key=lambda one: str(one.id))
    unsettled = [one for one in cards if not one.is_new and one.stage is not CardStage.REVIEW]
    unsettled.sort(key=_due)
    reviews = sorted(
        (one for one in cards if one.stage is CardStage.REVIEW and _due(one) <= now),
        key=lambda one: one.recall,
    )
    fresh = sorted((one for one in cards if one.is_new), key=lambda one: one.order)
    buried = set(answered_notes)
    due = _first_of_each(reviews, buried)[: max(0, allowance.reviews)]
    room = max(0, min(allowance.new, MOST_UNSETTLED - len(unsettled)))
    new = _first_of_each(fresh, buried)[:room]
    return Queue(
        learning=tuple(one.id for one in unsettled if _due(one) <= now),
        mixed=_mixed([one.id for one in due], [one.id for one in new], allowance),
        ahead=tuple(one.id for one in unsettled if now < _due(one) <= now + LEARN_AHEAD),
        waiting=tuple(_due(one) for one in unsettled if _due(one) > now + LEARN_AHEAD),
        new=len(new),
        review=len(due),
    )


def _due(card: Candidate) -> datetime:
    if card.due_at is None:
        raise ValueError("a card that is not new has a due time")
    return card.due_at


def _first_of_each(cards: Sequence[Candidate], buried: set[UUID]) -> list[Candidate]:
    """One card of each note that is not in `buried`, which learns of them."""
    kept: list[Candidate] = []
    for card in cards:
        if card.note_id not in buried:
            buried.add(card.note_id)
            kept.append(card)
    return kept


def _mixed(reviews: Sequence[UUID], new: Sequence[UUID], day: Allowance) -> tuple[UUID, ...]:
    """One new card after every four reviews, counted over the whole day."""
    told: list[UUID] = []
    seen, begun = day.reviews_done, day.new_done
    waiting, fresh = list(reversed(reviews)), list(reversed(new))
    while waiting or fresh:
        if fresh and (not waiting or seen >= REVIEWS_PER_NEW * (begun + 1)):
            told.append(fresh.pop())
            begun += 1
        else:
            told.append(waiting.pop())
            seen += 1
    return tuple(told)

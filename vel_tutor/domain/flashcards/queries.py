"""Rows of flashcards: the way to them, what waits today, and what the day has seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import incentives
from vel_tutor.domain.flashcards import memory, queue, rules
from vel_tutor.domain.flashcards.memory import Memory, Weights
from vel_tutor.domain.flashcards.queue import Allowance, Candidate, Queue
from vel_tutor.domain.flashcards.views import LimitsView
from vel_tutor.models.flashcards import (
    CardDeck,
    CardLimits,
    CardReview,
    CardUndo,
    CardWeights,
    Flashcard,
)
from vel_tutor.vocabulary import CardSource, CardStage

TODAY = "today"
"""The deck of everything that waits."""
_NEW_LOOKED_AT = 8
"""Times what the day still allows: new cards that are read, with room for siblings."""

MASTERED: ColumnElement[bool] = and_(
    col(Flashcard.stage) == CardStage.REVIEW,
    col(Flashcard.stability) >= rules.MASTERED_DAYS,
    col(Flashcard.reviewed_on) > col(Flashcard.introduced_on),
)
"""The same as `rules.is_mastered`."""
KEPT: tuple[ColumnElement[bool], ...] = (
    col(Flashcard.deleted_at).is_(None),
    col(CardDeck.deleted_at).is_(None),
)


@dataclass(frozen=True)
class Day:
    """What a moment looks like for one person."""

    today: date
    allowance: Allowance
    weights: Weights


def one_at_a_time(tx: Transaction, actor: Actor) -> None:
    """Wait for whatever else changes cards of the same person, until the commit."""
    who = f"flashcards:{actor.user_id}"
    tx.session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(who, 0))))


def access_deck(tx: Transaction, actor: Actor, deck_id: UUID) -> CardDeck:
    """Fetch and lock, or raise `NotFound`. There is no way to a deck that skips this."""
    mine = select(CardDeck).where(
        CardDeck.id == deck_id,
        CardDeck.owner_id == actor.user_id,
        col(CardDeck.deleted_at).is_(None),
    )
    fresh = mine.with_for_update().execution_options(populate_existing=True)
    deck = tx.session.exec(fresh).one_or_none()
    if deck is None:
        raise NotFound
    return deck


def access_card(tx: Transaction, actor: Actor, card_id: UUID) -> Flashcard:
    """Fetch and lock, or raise `NotFound`. There is no way to a card that skips this."""
    mine = select(Flashcard).where(
        Flashcard.id == card_id,
        Flashcard.owner_id == actor.user_id,
        col(Flashcard.deleted_at).is_(None),
    )
    fresh = mine.with_for_update().execution_options(populate_existing=True)
    card = tx.session.exec(fresh).one_or_none()
    if card is None:
        raise NotFound
    return card


def limits_of(tx: Transaction, user_id: UUID) -> LimitsView:
    """How much somebody wants to do a day."""
    mine = select(CardLimits).where(CardLimits.user_id == user_id)
    chosen = tx.session.exec(mine.execution_options(populate_existing=True)).one_or_none()
    if chosen is None:
        return LimitsView(rules.NEW_A_DAY, rules.REVIEWS_A_DAY)
    return LimitsView(chosen.new_a_day, chosen.reviews_a_day)


def weights_of(tx: Transaction, user_id: UUID, at: datetime) -> Weights:
    """The parameters of the memory model that were in use for one person at some time."""
    fitted = tx.session.exec(
        select(CardWeights)
        .where(CardWeights.user_id == user_id, col(CardWeights.adopted_at) <= at)
        .order_by(col(CardWeights.adopted_at).desc())
        .limit(1)
    ).first()
    return tuple(fitted.weights) if fitted else memory.USUAL


def day_of(tx: Transaction, actor: Actor) -> Day:
    """What today has seen so far, and what it still allows."""
    today = incentives.local_day(tx.now, actor.time_zone)
    limits = limits_of(tx, actor.user_id)
    begun = tx.session.exec(
        select(func.count())
        .select_from(Flashcard)
        .where(Flashcard.owner_id == actor.user_id, Flashcard.introduced_on == today)
    ).one()
    seen = tx.session.exec(
        select(func.count())
        .select_from(CardReview)
        .where(CardReview.user_id == actor.user_id, CardReview.reviewed_on == today)
        .where(CardReview.stage == CardStage.REVIEW)
    ).one()
    allowance = Allowance(
        new=limits.new_a_day - begun,
        reviews=limits.reviews_a_day - seen,
        new_done=begun,
        reviews_done=seen,
    )
    return Day(today, allowance, weights_of(tx, actor.user_id, tx.now))


def queue_of(tx: Transaction, actor: Actor, day: Day, deck: CardDeck | None) -> Queue:
    """What waits in one deck, or in all of them."""
    mine = (
        select(Flashcard, CardDeck.terms)
        .join(CardDeck, col(CardDeck.id) == col(Flashcard.deck_id))
        .where(Flashcard.owner_id == actor.user_id, *KEPT)
        .where(col(Flashcard.suspended_at).is_(None))
        .where(
            or_(
                col(Flashcard.postponed_until).is_(None),
                col(Flashcard.postponed_until) <= day.today,
            )
        )
    )
    if deck:
        mine = mine.where(Flashcard.deck_id == deck.id)
    due = mine.where(
        Flashcard.reviews > 0,
        or_(col(Flashcard.due_at) <= tx.now, col(Flashcard.stage) != CardStage.REVIEW),
    )
    new = mine.where(Flashcard.reviews == 0).order_by(
        col(Flashcard.position), col(Flashcard.deck_id), col(Flashcard.id)
    )
    looked_at = _NEW_LOOKED_AT * max(0, day.allowance.new)
    rows = [*tx.session.exec(due), *tx.session.exec(new.limit(looked_at))]
    candidates = [_candidate(card, day) for card, terms in rows if is_there(card, terms)]
    return queue.order(candidates, tx.now, day.allowance, _answered_notes(tx, actor, day.today))


def _candidate(card: Flashcard, day: Day) -> Candidate:
    known = memory_of(card)
    return Candidate(
        id=card.id,
        note_id=card.note_id,
        stage=card.stage,
        is_new=card.reviews == 0,
        due_at=card.due_at,
        recall=memory.recall(known, days_since(card, day.today), day.weights),
        order=(card.position, str(card.deck_id)),
    )


def memory_of(card: Flashcard) -> Memory:
    """What the scheduler knows of a card."""
    return Memory(card.stage, card.step, card.stability, card.difficulty)


def days_since(card: Flashcard, today: date) -> int:
    """Local days since the last review; 0 for today and for a card never answered."""
    return max(0, (today - card.reviewed_on).days) if card.reviewed_on else 0


def seed_of(card: Flashcard) -> str:
    """Draws the fuzz of a card's next interval: the same until it is answered."""
    return f"{card.id}/{card.reviews}"


def is_there(card: Flashcard, terms: str) -> bool:
    """Whether what the card is made of is still part of the content."""
    try:
        if card.source is CardSource.TERM:
            return content.term_set(terms).card(card.key) is not None
        return card.source is CardSource.OWN or bool(content.family(card.family).id)
    except KeyError:
        return False


def _answered_notes(tx: Transaction, actor: Actor, today: date) -> frozenset[UUID]:
    answered = select(Flashcard.note_id).where(
        Flashcard.owner_id == actor.user_id, Flashcard.reviewed_on == today
    )
    return frozenset(tx.session.exec(answered))


def honest_reviews(tx: Transaction, user_id: UUID, today: date) -> int:
    """Cards that were read before they were judged, today."""
    return tx.session.exec(
        select(func.count())
        .select_from(CardReview)
        .where(CardReview.user_id == user_id, CardReview.reviewed_on == today)
        .where(CardReview.spent_ms >= rules.HONEST_MS)
    ).one()


def mastered_in(tx: Transaction, deck_id: UUID) -> tuple[int, int]:
    """How many cards of a deck are mastered, and how many are not, leaving those put aside."""
    counted = select(
        func.count().filter(MASTERED),
        func.count(),
    ).where(
        Flashcard.deck_id == deck_id,
        col(Flashcard.deleted_at).is_(None),
        col(Flashcard.suspended_at).is_(None),
    )
    mastered, cards = tx.session.exec(counted).one()
    return mastered, cards - mastered


def undos_of(tx: Transaction, user_id: UUID) -> Sequence[CardUndo]:
    """What can be taken back, the latest first."""
    mine = select(CardUndo).where(CardUndo.user_id == user_id)
    return tx.session.exec(mine.order_by(col(CardUndo.seq).desc())).all()


def completed_decks(tx: Transaction, user_id: UUID) -> tuple[UUID, ...]:
    """The decks of which `user_id` has mastered every card at some time."""
    mine = select(CardDeck.id).where(
        CardDeck.owner_id == user_id, col(CardDeck.completed_at).is_not(None)
    )
    return tuple(tx.session.exec(mine))


def kept_for(tx: Transaction, user_id: UUID, days: float) -> int:
    """How many cards `user_id` will remember for `days` or longer."""
    return tx.session.exec(
        select(func.count()).where(
            Flashcard.owner_id == user_id,
            col(Flashcard.deleted_at).is_(None),
            Flashcard.stage == CardStage.REVIEW,
            col(Flashcard.stability) >= days,
        )
    ).one()

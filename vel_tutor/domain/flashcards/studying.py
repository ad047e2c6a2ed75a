"""Studying: a card is shown, answered, and taken back if the finger slipped.

Every answer is committed before the next card is seen, and counted once however often it arrives.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from fsrs import Rating
from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, Invalid
from vel_tutor.domain import incentives, practice
from vel_tutor.domain.flashcards import completing, decks, memory, rules, table, tickets
from vel_tutor.domain.flashcards.queries import (
    access_card,
    memory_of,
    one_at_a_time,
    seed_of,
    undos_of,
    weights_of,
)
from vel_tutor.domain.flashcards.table import Just
from vel_tutor.domain.flashcards.tickets import Ticket
from vel_tutor.domain.flashcards.views import StudyView
from vel_tutor.models.flashcards import CardReceipt, CardReview, CardUndo, Flashcard
from vel_tutor.vocabulary import STUDENTS, CardStage

ELSEWHERE = "You answered that card on another device. Here is what comes next."
LONG_AGO = "That card was on the table for a long time. Here is where you are now."


class NothingToUndo(Conflict):
    words = "There is nothing to take back."
    code = "nothing_to_undo"


class Scheduling(BaseModel):
    """Whatever an answer may change in the row of a card."""

    model_config = ConfigDict(from_attributes=True)

    stage: CardStage
    step: int | None
    stability: float | None
    difficulty: float | None
    due_at: datetime | None
    reviewed_at: datetime | None
    reviewed_on: date | None
    introduced_on: date | None
    reviews: int
    lapses: int
    leech_since: datetime | None
    suspended_at: datetime | None
    postponed_until: date | None


def open_study(actor: Actor, slug: str) -> StudyView:
    """What is on the table in deck `slug`, or over all decks for `queries.TODAY`.

    A term set is begun by studying it. Opening again shows the same card with a new ticket.

    Raises:
        NotAllowed: the actor is not a student.
        NotFound: no such deck, or it belongs to someone else.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        return table.lay(tx, actor, decks.studied(tx, actor, slug))


def review(actor: Actor, slug: str, ticket: str, rating: int) -> StudyView:
    """Answer the card that `ticket` was shown with, and lay the next one on the table.

    The card rests exactly as long as its button said. Telling it again changes nothing, nor does
    an answer to a card that has been answered elsewhere since.

    Args:
        rating: 1 again, 2 hard, 3 good, 4 easy.

    Raises:
        Invalid: no rating, or no ticket of ours.
        NotFound: no such card or deck, or it belongs to someone else.
    """
    seen = tickets.read(ticket)
    if seen is None or rating not in memory.RATINGS:
        raise Invalid
    with transaction() as tx:
        one_at_a_time(tx, actor)
        deck = decks.studied(tx, actor, slug)
        card = access_card(tx, actor, seen.card_id)
        note, finished = "", None
        if seen.is_stale(tx.now):
            note = LONG_AGO
        elif _is_new_to_us(tx, actor, seen):
            if card.reviews == seen.reviews:
                finished = _answered(tx, actor, card, seen, Rating(rating))
            else:
                note = ELSEWHERE
        leech = card if card.leech_since == tx.now else None
        return table.lay(tx, actor, deck, Just(note=note, leech=leech, finished=finished))


def _is_new_to_us(tx: Transaction, actor: Actor, seen: Ticket) -> bool:
    """Whether this answer arrives for the first time; after an undo it still does not."""
    receipt = CardReceipt(user_id=actor.user_id, key=seen.key, at=tx.now)
    arrived = insert(CardReceipt).values(**receipt.model_dump())
    new = arrived.on_conflict_do_nothing().returning(col(CardReceipt.id))
    return tx.session.exec(new).first() is not None


def _answered(
    tx: Transaction, actor: Actor, card: Flashcard, seen: Ticket, rating: Rating
) -> UUID | None:
    """Move the card, write the review, and see what is complete by it.

    Returns:
        The deck that has just been mastered, if it has.
    """
    today = incentives.local_day(tx.now, actor.time_zone)
    log = CardReview(
        user_id=actor.user_id,
        card_id=card.id,
        rating=rating,
        stage=card.stage,
        was_new=card.reviews == 0,
        spent_ms=rules.spent_ms(tx.now - seen.shown_at),
        reviewed_at=tx.now,
        reviewed_on=today,
    )
    tx.session.add(log)
    tx.session.flush()
    practice.note_answer(tx, actor.user_id)
    remember(tx, card, log.id)
    _move(tx, actor, card, seen, rating)
    return completing.look(tx, actor, card, log)


def _move(tx: Transaction, actor: Actor, card: Flashcard, seen: Ticket, rating: Rating) -> None:
    """Schedule as of when the card was shown: what the button said then is what is kept."""
    today = incentives.local_day(tx.now, actor.time_zone)
    went = memory.answered(
        memory_of(card),
        rating,
        seen.days,
        seed=seed_of(card),
        weights=weights_of(tx, actor.user_id, seen.shown_at),
    )
    if rating is Rating.Again and card.stage is CardStage.REVIEW:
        card.lapses += 1
        card.leech_since = tx.now if rules.is_leech(card.lapses) else card.leech_since
    card.stage, card.step = went.memory.stage, went.memory.step
    card.stability, card.difficulty = went.memory.stability, went.memory.difficulty
    card.due_at = tx.now + went.rest
    if went.days:
        card.due_at = incentives.day_begins(today + went.rest, actor.time_zone)
    card.reviews += 1
    card.introduced_on = card.introduced_on or today
    card.reviewed_at, card.reviewed_on = tx.now, today
    tx.session.add(card)
    tx.session.flush()


def undo(actor: Actor, slug: str) -> StudyView:
    """Take the last deed back: its card stands as it stood, and its review is gone.

    Raises:
        NothingToUndo: nothing has been done, or the last twenty deeds are taken back.
        NotFound: no such deck, or it belongs to someone else.
    """
    with transaction() as tx:
        one_at_a_time(tx, actor)
        deck = decks.studied(tx, actor, slug)
        last = next(iter(undos_of(tx, actor.user_id)), None)
        if last is None:
            raise NothingToUndo
        restored = _restored(tx, last)
        return table.lay(tx, actor, deck, Just(restored=restored))


def _restored(tx: Transaction, last: CardUndo) -> UUID:
    card = tx.session.exec(
        select(Flashcard)
        .where(Flashcard.id == last.card_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    before = Scheduling.model_validate(last.before)
    for name in Scheduling.model_fields:
        setattr(card, name, getattr(before, name))
    tx.session.add(card)
    tx.session.delete(last)
    tx.session.flush()
    if last.review_id:
        tx.session.exec(delete(CardReview).where(col(CardReview.id) == last.review_id))
    return card.id


def remember(tx: Transaction, card: Flashcard, review_id: UUID | None = None) -> None:
    """Keep `card` as it stands, so that what comes now can be taken back; the oldest is dropped."""
    before: dict[str, Any] = Scheduling.model_validate(card).model_dump(mode="json")
    tx.session.add(
        CardUndo(user_id=card.owner_id, card_id=card.id, review_id=review_id, before=before)
    )
    tx.session.flush()
    for old in undos_of(tx, card.owner_id)[rules.UNDO_DEPTH :]:
        tx.session.delete(old)
    tx.session.flush()

"""Flashcards in tests: cards answered at a human pace, days on end."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain import flashcards
from vel_tutor.domain.flashcards.views import StudyView
from vel_tutor.models.flashcards import CardReview, Flashcard
from vel_tutor.vocabulary import Subject

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
FRACTIONS = "math_fraction_words"
AFTERNOON = datetime(2026, 11, 2, 21, tzinfo=UTC)
"""Four in the afternoon in New York, where the people of the tests live."""
DAY = timedelta(days=1)
ZONE = "America/New_York"
SECONDS_A_CARD = 6


def own_deck(actor: Actor, cards: int, *, both_ways: bool = False) -> str:
    """A deck of the actor's own with numbered cards; its slug."""
    deck = flashcards.create_deck(actor, "Capitals", Subject.SCIENCE)
    for number in range(cards):
        flashcards.add_card(actor, deck, f"front {number}", f"back {number}", both_ways=both_ways)
    return str(deck)


def answer(
    actor: Actor, view: StudyView, rating: int = GOOD, seconds: float = SECONDS_A_CARD
) -> StudyView:
    """Answer the card on the table after `seconds`; the clock must be stopped."""
    with clock.stopped(clock.now() + timedelta(seconds=seconds)):
        return flashcards.review(actor, view.slug, view.face.ticket, rating)


def study(actor: Actor, slug: str, at: datetime, rating: int = GOOD, most: int = 200) -> StudyView:
    """Go through all that waits in a deck from `at` on, every card answered alike."""
    with clock.stopped(at):
        view = flashcards.open_study(actor, slug)
    for _ in range(most):
        if not view.face.ticket:
            break
        at += timedelta(seconds=SECONDS_A_CARD)
        with clock.stopped(at):
            view = flashcards.review(actor, slug, view.face.ticket, rating)
    return view


def master(actor: Actor, slug: str, days: int = 20, at: datetime = AFTERNOON) -> StudyView:
    """Study a deck each day until nothing is new and every card is mastered; the last view."""
    flashcards.choose_limits(actor, 50, 500)
    view = StudyView()
    for day in range(days):
        view = study(actor, slug, at + timedelta(days=day))
        if view.spotlight.deck_id:
            break
    return view


def cards_of(actor: Actor) -> list[Any]:
    """The actor's cards as they stand, in the order in which they come."""
    with reading() as tx:
        mine = select(Flashcard).where(Flashcard.owner_id == actor.user_id)
        return list(tx.session.exec(mine.order_by(col(Flashcard.position), col(Flashcard.id))))


def card(card_id: str | UUID) -> Any:
    """One card as it stands: what is unset in a new card is set in one that was answered."""
    with reading() as tx:
        found = tx.session.get(Flashcard, UUID(str(card_id)))
        assert found is not None
        return found


def reviews_of(actor: Actor) -> int:
    """How many answers of the actor are kept."""
    with reading() as tx:
        mine = select(func.count()).select_from(CardReview)
        return tx.session.exec(mine.where(CardReview.user_id == actor.user_id)).one()

"""What lies on the table: the next card with its four answers, or that nothing is left."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from fsrs import Rating
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.flashcards import completing, faces, memory, tickets
from vel_tutor.domain.flashcards.queries import (
    KEPT,
    TODAY,
    Day,
    day_of,
    days_since,
    memory_of,
    queue_of,
    seed_of,
    undos_of,
)
from vel_tutor.domain.flashcards.queue import LEARN_AHEAD, Queue
from vel_tutor.domain.flashcards.views import (
    CountsView,
    FaceView,
    GradeView,
    LeechView,
    OverView,
    SpotlightView,
    StudyView,
)
from vel_tutor.models.flashcards import CardDeck, CardReview, Flashcard

NAMES: Final = {
    Rating.Again: "Again",
    Rating.Hard: "Hard",
    Rating.Good: "Good",
    Rating.Easy: "Easy",
}
_DAYS_A_MONTH, _DAYS_A_YEAR = 30.44, 365.25


@dataclass(frozen=True, kw_only=True)
class Just:
    """What has just happened, besides that another card is wanted."""

    note: str = ""
    restored: UUID | None = None
    """A card whose answer was taken back: it comes first, if it waits at all."""
    leech: Flashcard | None = None
    """A card that has slipped away once too often."""
    finished: UUID | None = None
    """A deck that has been mastered."""


def lay(tx: Transaction, actor: Actor, deck: CardDeck | None, just: Just = Just()) -> StudyView:
    """What is on the table now in `deck`, or over all decks."""
    day = day_of(tx, actor)
    queue = queue_of(tx, actor, day, deck)
    next_id = just.restored
    if next_id not in queue.cards:
        next_id = next(iter(queue.cards), None)
    card = tx.session.get(Flashcard, next_id) if next_id else None
    done = _done_today(tx, actor, day, deck)
    return StudyView(
        slug=slug(deck),
        title=faces.title(deck) if deck else "All that is due",
        subject=deck.subject if deck else "",
        face=_face(tx, card, day) if card else FaceView(),
        grades=_grades(card, day) if card else (),
        counts=_counts(queue, done),
        undos=len(undos_of(tx, actor.user_id)),
        note=just.note,
        over=OverView() if card else _over(tx, actor, day, deck, queue),
        leech=_leech(tx, just.leech),
        spotlight=_spotlight(tx, actor, just.finished),
    )


def slug(deck: CardDeck | None) -> str:
    """What the address of a deck ends in."""
    if deck is None:
        return TODAY
    return deck.terms or str(deck.id)


def _deck_of(tx: Transaction, card: Flashcard) -> CardDeck:
    deck = tx.session.get(CardDeck, card.deck_id)
    if deck is None:
        raise LookupError(card.deck_id)
    return deck


def _face(tx: Transaction, card: Flashcard, day: Day) -> FaceView:
    deck = _deck_of(tx, card)
    made = faces.face(card, deck)
    return FaceView(
        card_id=str(card.id),
        ticket=tickets.issue(card.id, card.reviews, days_since(card, day.today), tx.now),
        deck=faces.title(deck),
        asks=made.asks,
        html=made.html,
        figure=made.figure,
        alt=made.alt,
        options=made.options,
        back=made.back,
        example=made.example,
        steps=made.steps,
        memo=card.memo,
        is_new=card.reviews == 0,
    )


def _grades(card: Flashcard, day: Day) -> tuple[GradeView, ...]:
    return tuple(
        GradeView(rating, NAMES[rating], short(rest), f"comes back in {long(rest)}")
        for rating in memory.RATINGS
        for rest in (
            memory.answered(
                memory_of(card),
                rating,
                days_since(card, day.today),
                seed=seed_of(card),
                weights=day.weights,
            ).rest,
        )
    )


def _counts(queue: Queue, done: int) -> CountsView:
    learning = len(queue.learning) + len(queue.ahead) + len(queue.waiting)
    left = queue.new + learning + queue.review
    percent = 100 * done // (done + left) if done + left else 0
    return CountsView(queue.new, learning, queue.review, done, percent)


def _done_today(tx: Transaction, actor: Actor, day: Day, deck: CardDeck | None) -> int:
    """Cards of this deck answered today and not waiting for another answer."""
    settled = (
        select(func.count())
        .select_from(Flashcard)
        .where(Flashcard.owner_id == actor.user_id, Flashcard.reviewed_on == day.today)
        .where(col(Flashcard.due_at) > tx.now + timedelta(hours=1))
    )
    if deck:
        settled = settled.where(Flashcard.deck_id == deck.id)
    return tx.session.exec(settled).one()


def _over(tx: Transaction, actor: Actor, day: Day, deck: CardDeck | None, queue: Queue) -> OverView:
    reviews = select(
        func.count(), func.count().filter(col(CardReview.rating) > Rating.Again)
    ).where(CardReview.user_id == actor.user_id, CardReview.reviewed_on == day.today)
    if deck:
        cards = select(Flashcard.id).where(Flashcard.deck_id == deck.id)
        reviews = reviews.where(col(CardReview.card_id).in_(cards))
    done, right = tx.session.exec(reviews).one()
    purse = incentives.purse_of(tx, actor.user_id)
    return OverView(
        headline=_headline(done, queue, day),
        done=done,
        right_percent=round(100 * right / done) if done else 0,
        again=_again(tx, actor, day, deck, queue),
        counted_day=purse.practised_today,
    )


def _headline(done: int, queue: Queue, day: Day) -> str:
    if done and not queue.waiting:
        return "That is all for today"
    if queue.waiting:
        return "A short break"
    if day.allowance.reviews <= 0 or day.allowance.new <= 0:
        return "You have done what you set out to do today"
    return "Nothing is due here right now"


def _again(tx: Transaction, actor: Actor, day: Day, deck: CardDeck | None, queue: Queue) -> str:
    """When the next card comes back, in words."""
    if queue.waiting:
        return f"The next card is ready in {long(min(queue.waiting) - LEARN_AHEAD - tx.now)}."
    coming = (
        select(func.min(Flashcard.due_at))
        .join(CardDeck, col(CardDeck.id) == col(Flashcard.deck_id))
        .where(Flashcard.owner_id == actor.user_id, *KEPT)
        .where(col(Flashcard.suspended_at).is_(None), col(Flashcard.due_at) > tx.now)
    )
    if deck:
        coming = coming.where(Flashcard.deck_id == deck.id)
    due: datetime | None = tx.session.exec(coming).one()
    if due is None:
        return ""
    days = (incentives.local_day(due, actor.time_zone) - day.today).days
    return f"The next cards come back {'tomorrow' if days <= 1 else f'in {days} days'}."


def _leech(tx: Transaction, card: Flashcard | None) -> LeechView:
    if card is None:
        return LeechView()
    html = faces.face(card, _deck_of(tx, card)).html
    return LeechView(str(card.id), html, card.lapses, card.memo)


def _spotlight(tx: Transaction, actor: Actor, deck_id: UUID | None) -> SpotlightView:
    deck = tx.session.get(CardDeck, deck_id) if deck_id else None
    return completing.spotlight(tx, actor, deck) if deck else SpotlightView()


def short(rest: timedelta) -> str:
    """A rest as a button shows it: `1 min`, `5.5 min`, `4 d`, `3 mo`, `1.2 y`."""
    if not rest.days:
        return f"{max(1.0, round(rest.total_seconds() / 60, 1)):g} min"
    if rest.days < 2 * _DAYS_A_MONTH:
        return f"{rest.days} d"
    if rest.days < _DAYS_A_YEAR:
        return f"{rest.days / _DAYS_A_MONTH:.0f} mo"
    return f"{rest.days / _DAYS_A_YEAR:.1f} y"


def long(rest: timedelta) -> str:
    """The same as one would say it."""
    number, unit = short(max(rest, timedelta())).split()
    word = {"min": "minute", "d": "day", "mo": "month", "y": "year"}[unit]
    return f"{number} {word}{'' if number == '1' else 's'}"

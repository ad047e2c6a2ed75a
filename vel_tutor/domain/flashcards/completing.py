"""What an answer completes: the queue of the day, and a deck whose every card is mastered."""

from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, incentives
from vel_tutor.domain.flashcards import faces, rules
from vel_tutor.domain.flashcards.events import FlashcardDeckCompleted
from vel_tutor.domain.flashcards.queries import (
    access_deck,
    day_of,
    honest_reviews,
    mastered_in,
    queue_of,
)
from vel_tutor.domain.flashcards.views import SpotlightView
from vel_tutor.media.share_card import ShareCardFacts
from vel_tutor.models.flashcards import CardDeck, CardReview, Flashcard
from vel_tutor.routes import card as picture_of
from vel_tutor.vocabulary import CardTemplate


def look(tx: Transaction, actor: Actor, card: Flashcard, log: CardReview) -> UUID | None:
    """See what the review `log` has completed.

    Returns:
        The deck, if its last card has just been mastered.
    """
    _count_day(tx, actor, log)
    if not rules.is_mastered(card.stage, card.stability, card.introduced_on, card.reviewed_on):
        return None
    deck = access_deck(tx, actor, card.deck_id)
    mastered, others = mastered_in(tx, deck.id)
    if deck.completed_at or others:
        return None
    deck.completed_at = tx.now
    tx.session.add(deck)
    tx.publish(
        FlashcardDeckCompleted(
            deck_id=deck.id, user_id=actor.user_id, subject=deck.subject, cards=mastered
        )
    )
    return deck.id


def _count_day(tx: Transaction, actor: Actor, log: CardReview) -> None:
    """A finished queue is a day of practice, if enough cards in it were really read."""
    if honest_reviews(tx, actor.user_id, log.reviewed_on) < rules.HONEST_A_DAY:
        return
    if not queue_of(tx, actor, day_of(tx, actor), None).cards:
        incentives.record_practice_day(tx, actor.user_id, log.id)


def spotlight(tx: Transaction, actor: Actor, deck: CardDeck) -> SpotlightView:
    """A completed deck, for its owner: how many cards are mastered by now; empty otherwise."""
    if deck.completed_at is None:
        return SpotlightView()
    count, _ = mastered_in(tx, deck.id)
    if count == 0:
        return SpotlightView()
    return SpotlightView(
        deck_id=str(deck.id),
        title=faces.title(deck),
        count=count,
        words=f"Just mastered {count} {faces.public_title(deck)} flashcards!",
        picture=picture_of(deck.id),
        link=settings().public_url,
        may_share=count >= rules.LEAST_TO_SHARE and accounts.may_invite(actor),
    )


def share_facts(tx: Transaction, actor: Actor, deck_id: UUID) -> ShareCardFacts | None:
    """What the picture of the actor's completed deck says; None when there is nothing to say."""
    deck = tx.session.get(CardDeck, deck_id)
    if deck is None or deck.owner_id != actor.user_id or deck.deleted_at or not deck.completed_at:
        return None
    count, _ = mastered_in(tx, deck.id)
    if count < rules.LEAST_TO_SHARE:
        return None
    return ShareCardFacts(
        template=CardTemplate.CARDS,
        subject=deck.subject,
        skill=faces.public_title(deck),
        percent=100,
        count=count,
    )

"""Decks: begun from term sets, and those people write themselves, which nobody else ever sees."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain.flashcards import faces, rules
from vel_tutor.domain.flashcards.queries import (
    TODAY,
    access_card,
    access_deck,
    one_at_a_time,
)
from vel_tutor.domain.flashcards.views import DeckView
from vel_tutor.models.flashcards import CardDeck, CardLimits, Flashcard
from vel_tutor.vocabulary import STUDENTS, CardSource, DeckKind, Subject


def studied(tx: Transaction, actor: Actor, slug: str) -> CardDeck | None:
    """The deck `slug` of the actor; None for all decks. A term set is begun by this.

    Raises:
        NotFound: no such deck, or it belongs to someone else.
    """
    if slug == TODAY:
        return None
    try:
        return access_deck(tx, actor, UUID(slug))
    except ValueError:
        return _begin(tx, actor, slug)


def _begin(tx: Transaction, actor: Actor, set_id: str) -> CardDeck:
    """The actor's deck of a term set, with whatever cards the set has by now."""
    try:
        terms = content.term_set(set_id)
    except KeyError:
        raise NotFound from None
    deck = the_one(
        tx,
        CardDeck(
            owner_id=actor.user_id,
            kind=DeckKind.TERMS,
            terms=terms.id,
            subject=terms.subject,
            skill=terms.skill,
            grade=terms.grade,
            created_at=tx.now,
        ),
    )
    there = set(tx.session.exec(select(Flashcard.key).where(Flashcard.deck_id == deck.id)))
    add(
        tx,
        deck,
        [
            Flashcard(source=CardSource.TERM, key=term.key, position=place, **_of(tx, deck))
            for place, term in enumerate(terms.cards)
            if term.key not in there
        ],
    )
    return deck


def the_one(tx: Transaction, wanted: CardDeck) -> CardDeck:
    """The owner's deck of this kind and set, made at the first call and brought back if deleted."""
    new = insert(CardDeck).values(**wanted.model_dump()).on_conflict_do_nothing()
    tx.session.exec(new)
    deck = tx.session.exec(
        select(CardDeck)
        .where(CardDeck.owner_id == wanted.owner_id, CardDeck.kind == wanted.kind)
        .where(CardDeck.terms == wanted.terms, CardDeck.subject == wanted.subject)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if deck.deleted_at:
        deck.deleted_at = None
        tx.session.add(deck)
    return deck


def _of(tx: Transaction, deck: CardDeck) -> dict[str, Any]:
    """What every new card of a deck has in common, each with a note of its own."""
    return {
        "deck_id": deck.id,
        "owner_id": deck.owner_id,
        "note_id": uuid4(),
        "added_at": tx.now,
    }


def add(tx: Transaction, deck: CardDeck, cards: list[Flashcard]) -> int:
    """Put cards into a deck unless they are in it; says how many are new."""
    if not cards:
        return 0
    rows = [card.model_dump() for card in cards]
    new = insert(Flashcard).values(rows).on_conflict_do_nothing(constraint="flashcard_once")
    return len(tx.session.exec(new.returning(col(Flashcard.id))).all())


def create_deck(actor: Actor, title: str, subject: Subject) -> UUID:
    """An empty deck of the actor's own.

    Raises:
        NotAllowed: the actor is not a student.
        Invalid: no title, or there are enough decks.
    """
    actor.must_be(*STUDENTS)
    title = rules.words(title, rules.LONGEST_TITLE, "a name for the deck")
    with transaction() as tx:
        one_at_a_time(tx, actor)
        if len(_own_decks(tx, actor)) >= rules.MOST_OWN_DECKS:
            raise Invalid(f"You have {rules.MOST_OWN_DECKS} decks. Delete one to make room.")
        deck = CardDeck(
            owner_id=actor.user_id,
            kind=DeckKind.OWN,
            subject=subject,
            grade=actor.grade or 0,
            title=" ".join(title.split()),
            created_at=tx.now,
        )
        tx.session.add(deck)
        return deck.id


def _own_decks(tx: Transaction, actor: Actor) -> list[UUID]:
    mine = select(CardDeck.id).where(
        CardDeck.owner_id == actor.user_id,
        CardDeck.kind == DeckKind.OWN,
        col(CardDeck.deleted_at).is_(None),
    )
    return list(tx.session.exec(mine))


def rename_deck(actor: Actor, deck_id: UUID, title: str) -> None:
    """Call the actor's own deck something else.

    Raises:
        NotFound: no such deck of the actor's own making.
        Invalid: no title.
    """
    title = rules.words(title, rules.LONGEST_TITLE, "a name for the deck")
    with transaction() as tx:
        deck = _own(tx, actor, deck_id)
        deck.title = " ".join(title.split())
        tx.session.add(deck)


def delete_deck(actor: Actor, deck_id: UUID) -> DeckView:
    """Take a deck away, with everything learned in it; `restore_deck` brings it back.

    Returns:
        What has gone.

    Raises:
        NotFound: no such deck, or it belongs to someone else.
    """
    with transaction() as tx:
        deck = access_deck(tx, actor, deck_id)
        deck.deleted_at = tx.now
        tx.session.add(deck)
        return DeckView(deck_id=str(deck.id), title=faces.title(deck), subject=deck.subject)


def restore_deck(actor: Actor, deck_id: UUID) -> None:
    """Bring a deleted deck back as it was.

    Raises:
        NotFound: no such deck, or it belongs to someone else.
    """
    with transaction() as tx:
        mine = select(CardDeck).where(CardDeck.id == deck_id, CardDeck.owner_id == actor.user_id)
        deck = tx.session.exec(mine.with_for_update()).one_or_none()
        if deck is None:
            raise NotFound
        deck.deleted_at = None
        tx.session.add(deck)


def add_card(
    actor: Actor, deck_id: UUID, front: str, back: str, *, both_ways: bool = False
) -> None:
    """Write a card into the actor's own deck; `both_ways` adds its mirror as a sibling.

    Raises:
        NotFound: no such deck of the actor's own making.
        Invalid: a side is empty or too long, or the deck is full.
    """
    front, back = _sides(front, back)
    with transaction() as tx:
        deck = _own(tx, actor, deck_id)
        there = tx.session.exec(
            select(func.count(), func.coalesce(func.max(Flashcard.position), -1)).where(
                Flashcard.deck_id == deck.id, col(Flashcard.deleted_at).is_(None)
            )
        ).one()
        faces = [(front, back), (back, front)] if both_ways else [(front, back)]
        if there[0] + len(faces) > rules.MOST_OWN_CARDS:
            raise Invalid(f"This deck is full: {rules.MOST_OWN_CARDS} cards are the most.")
        common = _of(tx, deck)
        common |= {"source": CardSource.OWN}
        add(
            tx,
            deck,
            [
                Flashcard(key=uuid4().hex, position=place, front=one, back=other, **common)
                for place, (one, other) in enumerate(faces, there[1] + 1)
            ],
        )


def edit_card(actor: Actor, card_id: UUID, front: str, back: str) -> None:
    """Put both sides of the actor's own card better; what was learned stays.

    Raises:
        NotFound: no such card of the actor's own making.
        Invalid: a side is empty or too long.
    """
    front, back = _sides(front, back)
    with transaction() as tx:
        card = access_card(tx, actor, card_id)
        if card.source is not CardSource.OWN:
            raise NotFound
        card.front, card.back = front, back
        tx.session.add(card)


def delete_card(actor: Actor, card_id: UUID) -> None:
    """Take the actor's own card away; `restore_card` brings it back.

    Raises:
        NotFound: no such card of the actor's own making.
    """
    with transaction() as tx:
        card = access_card(tx, actor, card_id)
        if card.source is not CardSource.OWN:
            raise NotFound
        card.deleted_at = tx.now
        tx.session.add(card)


def restore_card(actor: Actor, card_id: UUID) -> None:
    """Bring a deleted card back with what was learned.

    Raises:
        NotFound: no such card, or it belongs to someone else.
    """
    with transaction() as tx:
        mine = select(Flashcard).where(Flashcard.id == card_id, Flashcard.owner_id == actor.user_id)
        card = tx.session.exec(mine.with_for_update()).one_or_none()
        if card is None:
            raise NotFound
        card.deleted_at = None
        tx.session.add(card)


def choose_limits(actor: Actor, new_a_day: int, reviews_a_day: int) -> None:
    """How much the actor wants to do a day, from now on.

    Raises:
        NotAllowed: the actor is not a student.
        Invalid: out of range.
    """
    actor.must_be(*STUDENTS)
    rules.limits(new_a_day, reviews_a_day)
    chosen = CardLimits(
        user_id=actor.user_id, new_a_day=new_a_day, reviews_a_day=reviews_a_day
    ).model_dump()
    with transaction() as tx:
        new = insert(CardLimits).values(**chosen)
        tx.session.exec(
            new.on_conflict_do_update(
                index_elements=["user_id"],
                set_={"new_a_day": new_a_day, "reviews_a_day": reviews_a_day},
            )
        )


def _own(tx: Transaction, actor: Actor, deck_id: UUID) -> CardDeck:
    deck = access_deck(tx, actor, deck_id)
    if deck.kind is not DeckKind.OWN:
        raise NotFound
    return deck


def _sides(front: str, back: str) -> tuple[str, str]:
    return (
        rules.words(front, rules.LONGEST_SIDE, "the front of the card"),
        rules.words(back, rules.LONGEST_SIDE, "the back of the card"),
    )

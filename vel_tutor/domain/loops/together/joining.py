"""Joining a friend: the same questions, in a deck of one's own."""

from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import friends, practice, safety
from vel_tutor.domain.loops.together import actions, rules
from vel_tutor.domain.loops.together.events import CompanyChanged
from vel_tutor.domain.loops.together.queries import (
    Seat,
    may_have_company,
    seats_of,
    who_are_willing,
)
from vel_tutor.domain.loops.together.refusals import (
    CompanyOff,
    DeckFull,
    KeptApart,
    NotPractising,
    WantsToBeAlone,
)
from vel_tutor.domain.practice import DeckKey, Player
from vel_tutor.live import presence
from vel_tutor.models.together import Companion, SharedDeck
from vel_tutor.vocabulary import STUDENTS


def join(actor: Actor, friend_id: UUID) -> str:
    """Practise what `friend_id` practises right now: the same questions, one's own answers.

    Whoever has joined before comes back to where they were.

    Returns:
        The path of the deck.

    Raises:
        CompanyOff: the actor is not seen, or has friends switched off.
        NotPractising: no friend of theirs, or not at a deck that can be joined.
        WantsToBeAlone: whose deck it is wants no company.
        DeckFull: as many as may be are there already.
        KeptApart: the actor may not meet everybody who is there.
        TooMany: they have joined too often of late.
    """
    actor.must_be(*STUDENTS)
    if not may_have_company(actor):
        raise CompanyOff
    safety.spend(safety.COMPANY, str(actor.user_id))
    at = presence.doings([friend_id]).get(friend_id)
    if at is None or not at.doing.deck:
        raise NotPractising
    with transaction() as tx:
        if not friends.are_friends(tx, actor.user_id, friend_id):
            raise NotPractising
        deck = _deck(tx, friend_id, UUID(at.doing.deck))
        shared = actions.locked(tx, deck)
        seats = seats_of(tx, shared)
        mine = next((seat for seat in seats if seat.user_id == actor.user_id), None)
        if mine is None:
            _admit(tx, actor, shared, seats)
            mine = _sit_down(tx, actor, shared)
        return routes.practice_session(mine.session_id)


def _deck(tx: Transaction, friend_id: UUID, session_id: UUID) -> DeckKey:
    """The deck whose questions the friend is at: their own, or the one they have joined.

    Raises:
        NotPractising: it is none of theirs, it is over, or of another kind.
    """
    deck = practice.deck_key(tx, session_id)
    if deck is None or deck.player_id != friend_id or deck.is_over:
        raise NotPractising
    if deck.source_id is None:
        return deck
    shared = tx.session.get(SharedDeck, deck.source_id)
    host = practice.deck_key(tx, shared.session_id) if shared else None
    if host is None or host.is_over:
        raise NotPractising
    return host


def _admit(tx: Transaction, actor: Actor, shared: SharedDeck, seats: tuple[Seat, ...]) -> None:
    if shared.alone_since is not None:
        raise WantsToBeAlone
    if shared.host_id not in who_are_willing(tx, [shared.host_id]):
        raise NotPractising
    if rules.is_full(len(seats) - 1):
        raise DeckFull
    if not all(friends.may_meet(tx, actor.user_id, seat.user_id) for seat in seats):
        raise KeptApart


def _sit_down(tx: Transaction, actor: Actor, shared: SharedDeck) -> Seat:
    """Deal the same questions to the actor, and tell those who are there."""
    cards = practice.same_deck(tx, shared.session_id)
    session_id = practice.open_deck_for(tx, Player.of(actor), cards, shared.id)
    tx.session.add(
        Companion(
            shared_deck_id=shared.id,
            user_id=actor.user_id,
            session_id=session_id,
            joined_at=tx.now,
        )
    )
    tx.publish(CompanyChanged(deck_id=shared.session_id))
    return Seat(actor.user_id, session_id)


def way_back(tx: Transaction, user_id: UUID) -> tuple[str, str]:
    """The deck `user_id` began with a friend last and has not finished: its path and how far."""
    latest = (
        select(Companion.session_id)
        .where(Companion.user_id == user_id)
        .order_by(col(Companion.joined_at).desc())
        .limit(1)
    )
    session_id = tx.session.exec(latest).first()
    deck = practice.deck_key(tx, session_id) if session_id else None
    if deck is None or deck.is_over:
        return "", ""
    answered, size = practice.how_far(tx, [deck.session_id])[deck.session_id]
    far = rules.progress_words(answered, size)
    return routes.practice_session(deck.session_id), f"{deck.title}: {far} answered"

"""Company is an offer: whose deck it is says at any moment that they would rather be alone."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import practice
from vel_tutor.domain.loops.together.events import CompanyChanged
from vel_tutor.domain.loops.together.queries import Company, company_of
from vel_tutor.domain.practice import DeckKey
from vel_tutor.models.together import SharedDeck
from vel_tutor.vocabulary import STUDENTS


def practise_alone(actor: Actor, session_id: UUID, *, alone: bool) -> Company:
    """Have no company at the actor's own deck from now on, or have it again.

    Friends who are at the same questions go on with them and see nothing more of the actor.

    Raises:
        NotFound: no such session, it belongs to someone else, or it is a friend's deck.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        deck = practice.deck_key(tx, session_id)
        if deck is None or deck.player_id != actor.user_id or deck.source_id:
            raise NotFound
        shared = locked(tx, deck)
        if alone != (shared.alone_since is not None):
            shared.alone_since = tx.now if alone else None
            tx.session.add(shared)
            tx.session.flush()
            tx.publish(CompanyChanged(deck_id=session_id))
        return company_of(tx, actor, session_id)


def locked(tx: Transaction, deck: DeckKey) -> SharedDeck:
    """The shared deck of somebody's own session, made if it was not there yet, and locked."""
    if deck.player_id is None:
        raise NotFound
    new = SharedDeck(session_id=deck.session_id, host_id=deck.player_id, created_at=tx.now)
    tx.session.exec(insert(SharedDeck).values(**new.model_dump()).on_conflict_do_nothing())
    found = select(SharedDeck).where(SharedDeck.session_id == deck.session_id).with_for_update()
    return tx.session.exec(found.execution_options(populate_existing=True)).one()

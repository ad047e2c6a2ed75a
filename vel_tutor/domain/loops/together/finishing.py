"""What comes of it when two finish the same deck together."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor.core.db import Transaction
from vel_tutor.domain import incentives, practice
from vel_tutor.domain.loops.together import rules
from vel_tutor.domain.loops.together.events import PractisedTogether
from vel_tutor.domain.loops.together.queries import Seat, seats_of, shared_by
from vel_tutor.models.together import Companion, PairDay, SharedDeck


def note_finished(tx: Transaction, session_id: UUID) -> None:
    """Somebody has finished a deck: whoever finished it with them has practised together.

    Safe to run twice. A pair counts once a day, only if both really practised, and only while whose
    deck it was wanted company.
    """
    deck = practice.deck_key(tx, session_id)
    shared = shared_by(tx, deck) if deck else None
    if shared is None or shared.alone_since is not None:
        return
    host, *companions = seats_of(tx, shared)
    finished = practice.finished_at(tx, [seat.session_id for seat in (host, *companions)])
    for friend in companions:
        if session_id in (host.session_id, friend.session_id):
            _count(tx, host, friend, finished)


def _count(tx: Transaction, host: Seat, friend: Seat, finished: dict[UUID, datetime]) -> None:
    done = [finished.get(seat.session_id) for seat in (host, friend)]
    if done[0] is None or done[1] is None or not rules.is_together(done[0], done[1]):
        return
    times = [practice.answer_times(tx, seat.session_id) for seat in (host, friend)]
    if not all(map(rules.was_practice, times)):
        return
    low, high = sorted((host.user_id, friend.user_id))
    day = incentives.today_of(tx, host.user_id)
    new = PairDay(low_id=low, high_id=high, day=day, at=tx.now)
    added = tx.session.exec(
        insert(PairDay)
        .values(**new.model_dump())
        .on_conflict_do_nothing()
        .returning(col(PairDay.id))
    ).first()
    if added is not None:
        tx.publish(
            PractisedTogether(
                user_ids=(host.user_id, friend.user_id),
                session_ids=(host.session_id, friend.session_id),
            )
        )


def forget(tx: Transaction, user_id: UUID) -> None:
    """With whom somebody practised who is gone stays nowhere."""
    theirs = (col(PairDay.low_id) == user_id) | (col(PairDay.high_id) == user_id)
    tx.session.exec(delete(PairDay).where(theirs))
    tx.session.exec(delete(Companion).where(col(Companion.user_id) == user_id))
    tx.session.exec(delete(SharedDeck).where(col(SharedDeck.host_id) == user_id))

"""Clearing away decks nobody will finish."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, delete
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.practice import returning, rules
from vel_tutor.domain.practice.queries import UNFINISHED, questions
from vel_tutor.models.practice import PracticeQuestion, PracticeSession

_AT_A_TIME = 200


def close_stale() -> int:
    """Give up decks their player has not touched for two weeks; their answers stay counted.

    Returns:
        How many were closed; call again until there are none.
    """
    with transaction() as tx:
        stale = tx.session.exec(
            select(PracticeSession)
            .where(col(PracticeSession.player_user_id).is_not(None), *UNFINISHED)
            .where(_touched() < tx.now - rules.STALE_AFTER)
            .order_by(col(PracticeSession.started_at))
            .limit(_AT_A_TIME)
            .with_for_update(skip_locked=True)
        ).all()
        for session in stale:
            session.dropped_at = tx.now
            tx.session.add(session)
            if session.player_user_id:
                returning.settle(tx, session.player_user_id, questions(tx, session))
        return len(stale)


def purge(tx: Transaction, session_ids: Collection[UUID]) -> None:
    """Delete unfinished decks of guests, questions and all; others in the list stay."""
    theirs = select(PracticeSession.id).where(
        col(PracticeSession.id).in_(session_ids),
        col(PracticeSession.player_visitor_id).is_not(None),
        col(PracticeSession.completed_at).is_(None),
    )
    ids = tx.session.exec(theirs).all()
    tx.session.exec(delete(PracticeQuestion).where(col(PracticeQuestion.session_id).in_(ids)))
    tx.session.exec(delete(PracticeSession).where(col(PracticeSession.id).in_(ids)))


def _touched() -> ColumnElement[object]:
    """When a deck was last played on."""
    last = (
        select(func.max(func.greatest(PracticeQuestion.answered_at, PracticeQuestion.clock_since)))
        .where(PracticeQuestion.session_id == PracticeSession.id)
        .scalar_subquery()
    )
    return func.coalesce(last, PracticeSession.started_at)

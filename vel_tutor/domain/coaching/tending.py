"""What the clock and other contexts have done to conversations: ended, wiped, forgotten."""

from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.coaching import opening, rules
from vel_tutor.models.coaching import CoachingSession, CoachingTurn

A_RUN = 200


def close_idle() -> int:
    """Every few minutes. Conversations nobody has said anything in for half an hour are over."""
    with transaction() as tx:
        idle = tx.session.exec(
            select(CoachingSession)
            .where(col(CoachingSession.ended_at).is_(None))
            .where(CoachingSession.touched_at < tx.now - rules.STALE_AFTER)
            .order_by(col(CoachingSession.touched_at))
            .limit(A_RUN)
            .with_for_update(skip_locked=True)
        ).all()
        for session in idle:
            opening.end(tx, session)
        return len(idle)


def forget_words() -> int:
    """Daily. What people and models said is wiped after thirty days; returns how many turns."""
    with transaction() as tx:
        old = update(CoachingTurn).where(
            col(CoachingTurn.sealed) != "", col(CoachingTurn.at) < tx.now - rules.WORDS_KEPT
        )
        return tx.session.exec(old.values(sealed="")).rowcount


def forget(tx: Transaction, user_id: UUID) -> None:
    """Nothing of what a forgotten child said stays, nor of how long."""
    tx.session.exec(delete(CoachingSession).where(col(CoachingSession.user_id) == user_id))

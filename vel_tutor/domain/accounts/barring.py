"""Stopping somebody from meeting others, and letting them again: the staff's own switch."""

from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import queries
from vel_tutor.domain.accounts.events import StandingChanged
from vel_tutor.vocabulary import AuditAction


def bar(tx: Transaction, user_id: UUID, *, by: UUID) -> None:
    """Let `user_id` meet nobody from now on, whatever they or their parents switch.

    Every open window of theirs comes back as what they may be now. Barred twice is barred once.
    """
    user = queries.lock(tx, user_id)
    if user is None or user.barred_at is not None:
        return
    user.barred_at = tx.now
    tx.session.add(user)
    safety.remember(tx, AuditAction.MEETING_BARRED, actor_id=by, subject_id=user_id)
    tx.publish(StandingChanged(user_id=user_id))


def unbar(tx: Transaction, user_id: UUID, *, by: UUID) -> None:
    """Let what is switched count again."""
    user = queries.lock(tx, user_id)
    if user is None or user.barred_at is None:
        return
    user.barred_at = None
    tx.session.add(user)
    safety.remember(tx, AuditAction.MEETING_ALLOWED, actor_id=by, subject_id=user_id)
    tx.publish(StandingChanged(user_id=user_id))

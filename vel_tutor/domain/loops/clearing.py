"""Clearing away goes that guests began and never finished, whichever loop they came by."""

from datetime import timedelta

from sqlmodel import col, select

from vel_tutor.core.db import transaction
from vel_tutor.domain import practice
from vel_tutor.models.going import Go

KEPT = timedelta(days=7)
_AT_A_TIME = 200


def forget_unfinished(goes: type[Go]) -> int:
    """Delete guests' `goes` that were begun a week ago and never finished, answers and all.

    Returns:
        How many were cleared; call again until there are none.
    """
    with transaction() as tx:
        begun = select(goes).where(
            col(goes.player_visitor_id).is_not(None),
            col(goes.completed_at).is_(None),
            col(goes.started_at) < tx.now - KEPT,
        )
        rows = tx.session.exec(begun.limit(_AT_A_TIME).with_for_update(skip_locked=True)).all()
        for row in rows:
            tx.session.delete(row)
        tx.session.flush()
        practice.purge(tx, [row.session_id for row in rows])
        return len(rows)

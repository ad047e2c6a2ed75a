"""Clearing away what guests began and never finished."""

from datetime import timedelta

from sqlmodel import col, select

from vel_tutor.core.db import transaction
from vel_tutor.domain import practice
from vel_tutor.models.spotlight import SpotlightTry

TRIES_KEPT = timedelta(days=7)
_AT_A_TIME = 200


def forget_unfinished_tries() -> int:
    """Delete guests' tries that were begun a week ago and never finished, answers and all.

    Returns:
        How many were cleared; call again until there are none.
    """
    with transaction() as tx:
        begun = select(SpotlightTry).where(
            col(SpotlightTry.player_visitor_id).is_not(None),
            col(SpotlightTry.completed_at).is_(None),
            col(SpotlightTry.started_at) < tx.now - TRIES_KEPT,
        )
        rows = tx.session.exec(begun.limit(_AT_A_TIME).with_for_update(skip_locked=True)).all()
        for row in rows:
            tx.session.delete(row)
        tx.session.flush()
        practice.purge(tx, [row.session_id for row in rows])
        return len(rows)

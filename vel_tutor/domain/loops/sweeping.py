"""Clearing away what guests began and never finished."""

from datetime import timedelta

from sqlmodel import col, select

from vel_tutor.core.db import transaction
from vel_tutor.domain import practice
from vel_tutor.models.loops import ChallengePlay

KEPT = timedelta(days=7)
_AT_A_TIME = 200


def forget_unfinished_guests() -> int:
    """Delete guests' games that were begun a week ago and never finished, answers and all.

    Returns:
        How many games were cleared; call again until there are none.
    """
    with transaction() as tx:
        begun = select(ChallengePlay).where(
            col(ChallengePlay.player_visitor_id).is_not(None),
            col(ChallengePlay.completed_at).is_(None),
            col(ChallengePlay.started_at) < tx.now - KEPT,
        )
        games = tx.session.exec(begun.limit(_AT_A_TIME).with_for_update(skip_locked=True)).all()
        for game in games:
            tx.session.delete(game)
        tx.session.flush()
        practice.purge(tx, [game.session_id for game in games])
        return len(games)

"""Clearing away what nobody needs any more."""

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from vel_tutor.core.db import transaction
from vel_tutor.domain.loops.clearing import forget_unfinished
from vel_tutor.domain.loops.rally import rules
from vel_tutor.models.rally import RallyCohort, RallyMember, RallyQuiz

BOARDS_KEPT = timedelta(days=35)
_PLACES_AT_A_TIME = 5000


def forget_old_boards() -> int:
    """Delete where people stood weeks ago: no board lasts longer than its invitations.

    Returns:
        How many places were cleared; call again until there are none.
    """
    with transaction() as tx:
        last = rules.week_of((tx.now - BOARDS_KEPT).date())
        old = (
            select(RallyMember.id)
            .join(RallyCohort, col(RallyCohort.id) == RallyMember.cohort_id)
            .where(RallyCohort.week < last)
            .limit(_PLACES_AT_A_TIME)
        )
        gone = delete(RallyMember).where(col(RallyMember.id).in_(old))
        return len(tx.session.exec(gone.returning(col(RallyMember.id))).all())


def forget_unfinished_quizzes() -> int:
    """Delete guests' quizzes that were begun a week ago and never finished, answers and all.

    Returns:
        How many were cleared; call again until there are none.
    """
    return forget_unfinished(RallyQuiz)

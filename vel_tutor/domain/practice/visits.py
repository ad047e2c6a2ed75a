"""Visits: stretches of learning without a long pause, closed by the clock."""

from uuid import UUID

from sqlalchemy import delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.practice import rules
from vel_tutor.domain.practice.events import LearningSessionEnded
from vel_tutor.domain.practice.views import VisitView
from vel_tutor.models.practice import LearningVisit

_AT_A_TIME = 500


def note_answer(tx: Transaction, user_id: UUID) -> None:
    """Count an answer of any kind, in a deck, a test or to a card, to the visit it belongs to."""
    if not _goes_on(tx, user_id):
        _end(tx, tx.session.exec(_open_of(user_id)).one())
        _goes_on(tx, user_id)


def _goes_on(tx: Transaction, user_id: UUID) -> bool:
    """Begin a visit or lengthen the one that is open; not one that has been silent for too long."""
    new = LearningVisit(user_id=user_id, started_at=tx.now, last_at=tx.now)
    lengthened = (
        insert(LearningVisit)
        .values(**new.model_dump())
        .on_conflict_do_update(
            index_elements=[col(LearningVisit.user_id)],
            index_where=text("ended_at IS NULL"),
            set_={"last_at": func.greatest(LearningVisit.last_at, tx.now)},
            where=col(LearningVisit.last_at) > tx.now - rules.VISIT_PAUSE,
        )
        .returning(col(LearningVisit.id))
    )
    return tx.session.exec(lengthened).first() is not None


def close_visits() -> int:
    """End the visits nobody has answered anything in for a while, and tell of each, once.

    Returns:
        How many were ended; call again until there are none.
    """
    with transaction() as tx:
        silent = tx.session.exec(
            select(LearningVisit)
            .where(
                col(LearningVisit.ended_at).is_(None),
                col(LearningVisit.last_at) <= tx.now - rules.VISIT_PAUSE,
            )
            .limit(_AT_A_TIME)
            .with_for_update(skip_locked=True)
        ).all()
        for visit in silent:
            _end(tx, visit)
        return len(silent)


def _end(tx: Transaction, visit: LearningVisit) -> None:
    visit.ended_at = visit.last_at
    tx.session.add(visit)
    tx.session.flush()
    tx.publish(
        LearningSessionEnded(
            visit_id=visit.id,
            user_id=visit.user_id,
            started_at=visit.started_at,
            ended_at=visit.last_at,
        )
    )


def visit_of(tx: Transaction, user_id: UUID) -> VisitView | None:
    """The visit `user_id` is on, or None while they are not learning."""
    visit = tx.session.exec(
        _open_of(user_id).where(col(LearningVisit.last_at) > tx.now - rules.VISIT_PAUSE)
    ).one_or_none()
    return VisitView(visit.id, visit.started_at) if visit else None


def _open_of(user_id: UUID) -> SelectOfScalar[LearningVisit]:
    return select(LearningVisit).where(
        LearningVisit.user_id == user_id, col(LearningVisit.ended_at).is_(None)
    )


def forget_visits(tx: Transaction, user_id: UUID) -> None:
    """When somebody was here goes with the rest of what a forgotten child leaves."""
    tx.session.exec(delete(LearningVisit).where(col(LearningVisit.user_id) == user_id))

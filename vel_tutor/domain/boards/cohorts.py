"""Classes and rooms that compare their own people. Who they are, other contexts say."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.models.boards import Board, BoardCohort, BoardCohortMember


def of(tx: Transaction, user_id: UUID) -> Sequence[BoardCohort]:
    """The classes and rooms of somebody."""
    return tx.session.exec(
        select(BoardCohort)
        .join(BoardCohortMember, col(BoardCohortMember.cohort_id) == BoardCohort.cohort_id)
        .where(BoardCohortMember.user_id == user_id)
        .order_by(col(BoardCohort.title), col(BoardCohort.cohort_id))
    ).all()


def forget(tx: Transaction, user_id: UUID) -> None:
    """Somebody belongs to no class or room."""
    tx.session.exec(delete(BoardCohortMember).where(col(BoardCohortMember.user_id) == user_id))


def keep(tx: Transaction, cohort_id: UUID, title: str, time_zone: str) -> None:
    """Let a class or room have boards; told again, it is called by the new title."""
    kept = {"title": title, "time_zone": time_zone}
    row = insert(BoardCohort).values(cohort_id=cohort_id, **kept)
    tx.session.exec(row.on_conflict_do_update(index_elements=["cohort_id"], set_=kept))


def members(tx: Transaction, cohort_id: UUID) -> frozenset[UUID]:
    """Everybody who belongs to it."""
    theirs = select(BoardCohortMember.user_id).where(BoardCohortMember.cohort_id == cohort_id)
    return frozenset(tx.session.exec(theirs).all())


def zone_of(tx: Transaction, cohort_id: UUID) -> str:
    """By whose clock the weeks of a class or room end."""
    zone = select(BoardCohort.time_zone).where(BoardCohort.cohort_id == cohort_id)
    return tx.session.exec(zone).one()


def add(tx: Transaction, cohort_id: UUID, user_id: UUID) -> None:
    """Somebody belongs to it from now on."""
    one = {"cohort_id": cohort_id, "user_id": user_id}
    tx.session.exec(insert(BoardCohortMember).values(**one).on_conflict_do_nothing())


def remove(tx: Transaction, cohort_id: UUID, user_id: UUID) -> None:
    """Somebody belongs to it no longer."""
    tx.session.exec(
        delete(BoardCohortMember).where(
            col(BoardCohortMember.cohort_id) == cohort_id, col(BoardCohortMember.user_id) == user_id
        )
    )


def drop(tx: Transaction, cohort_id: UUID) -> None:
    """There is no such class or room, nor its boards."""
    tx.session.exec(delete(BoardCohort).where(col(BoardCohort.cohort_id) == cohort_id))
    tx.session.exec(delete(Board).where(col(Board.cohort_id) == cohort_id))

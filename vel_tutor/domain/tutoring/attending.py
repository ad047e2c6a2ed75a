"""Who is in a class and when it is, as rooms around it need to know."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.models.tutoring import ClassSeat, ClassSession
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True)
class ClassTimes:
    """A class that is to come."""

    id: UUID
    subject: Subject
    grade_from: int
    grade_to: int
    starts_at: datetime
    ends_at: datetime


def to_come_of(tx: Transaction, tutor_id: UUID) -> tuple[ClassTimes, ...]:
    """The classes a tutor is to give, the next one first."""
    rows = tx.session.exec(
        select(ClassSession)
        .where(ClassSession.tutor_id == tutor_id, ClassSession.starts_at > tx.now)
        .where(col(ClassSession.called_off_at).is_(None))
        .order_by(col(ClassSession.starts_at))
        .limit(20)
    ).all()
    return tuple(
        ClassTimes(
            id=row.id,
            subject=row.subject,
            grade_from=row.grade_from,
            grade_to=row.grade_to,
            starts_at=row.starts_at,
            ends_at=row.starts_at + timedelta(minutes=row.minutes),
        )
        for row in rows
    )


def place_for(tx: Transaction, class_id: UUID, user_id: UUID) -> str:
    """The address of the video room of a class, for a student with a seat in it and its tutor."""
    seated = select(ClassSeat.id).where(
        ClassSeat.session_id == class_id,
        ClassSeat.child_id == user_id,
        col(ClassSeat.given_up_at).is_(None),
    )
    session = tx.session.get(ClassSession, class_id)
    if session is None or session.called_off_at is not None:
        return ""
    is_in = session.tutor_id == user_id or tx.session.exec(seated).first() is not None
    return session.place if is_in else ""

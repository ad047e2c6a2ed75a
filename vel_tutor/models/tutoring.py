"""Classes that tutors offer, and the seats in them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Subject


class ClassSession(Row, table=True):
    """One class of a tutor, with so many seats; `called_off_at` set means it does not happen."""

    __table_args__ = (
        CheckConstraint("taken BETWEEN 0 AND seats", name="class_session_seats_in_range"),
        CheckConstraint("grade_from <= grade_to", name="class_session_grades_in_order"),
        Index(
            "class_session_to_come",
            "subject",
            "starts_at",
            postgresql_where=text("called_off_at IS NULL"),
        ),
        Index("class_session_of_tutor", "tutor_id", "starts_at"),
    )

    tutor_id: UUID = Field(foreign_key="user.id")
    subject: Subject = Field(sa_type=word(Subject))
    grade_from: int = Field(ge=0, le=13)
    grade_to: int = Field(ge=0, le=13)
    starts_at: datetime = moment()
    minutes: int = Field(gt=0)
    seats: int = Field(gt=0)
    taken: int = 0
    place: str = Field(description="address of the video room; for those who have a seat")
    offered_at: datetime = moment()
    called_off_at: datetime | None = moment(nullable=True)


class ClassSeat(Row, table=True):
    """A seat that a parent has taken for a child; `given_up_at` set means it is free again."""

    __table_args__ = (
        Index(
            "class_seat_once",
            "session_id",
            "child_id",
            unique=True,
            postgresql_where=text("given_up_at IS NULL"),
        ),
        Index("class_seat_of_parent", "parent_id", "taken_at"),
    )

    session_id: UUID = Field(foreign_key="class_session.id")
    child_id: UUID = Field(foreign_key="user.id")
    parent_id: UUID = Field(foreign_key="user.id")
    taken_at: datetime = moment()
    given_up_at: datetime | None = moment(nullable=True)

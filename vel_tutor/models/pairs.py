"""Streaks of two: which friends keep one together. How long it is follows from their own days."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment


class Pair(Row, table=True):
    """Two friends who keep a streak together, or one who would like to.

    `agreed_at` unset means that the other one has not answered; `ended_at` set means that it is
    over, or was declined.
    """

    __table_args__ = (
        CheckConstraint("(agreed_at IS NULL) = (since IS NULL)", name="pair_since_agreed"),
        Index(
            "pair_open_key",
            "friendship_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("pair_of_friendship", "friendship_id"),
    )

    friendship_id: UUID = Field(foreign_key="friendship.id", ondelete="CASCADE")
    asked_by_id: UUID
    asked_at: datetime = moment()
    agreed_at: datetime | None = moment(nullable=True)
    since: date | None = Field(default=None, description="the first day that may count")
    ended_at: datetime | None = moment(nullable=True)

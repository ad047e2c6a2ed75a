"""How far everybody is on the way to their badges, and which they have been shown."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import BadgeMeasure


class BadgeCount(SQLModel, table=True):
    """What one measure comes to for one person; it never falls."""

    __tablename__ = "badge_count"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (CheckConstraint("value > 0", name="badge_count_positive"),)

    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    measure: BadgeMeasure = Field(sa_type=word(BadgeMeasure), primary_key=True)
    of: str = Field(primary_key=True, description="the subject or strand; empty for all")
    value: int
    updated_at: datetime = moment()


class BadgeDeed(SQLModel, table=True):
    """That one deed has been counted in one measure: told again, it counts no more."""

    __tablename__ = "badge_deed"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    measure: BadgeMeasure = Field(sa_type=word(BadgeMeasure), primary_key=True)
    of: str = Field(primary_key=True)
    source_id: UUID = Field(primary_key=True, description="the deck, test, day or game")


class BadgeShown(SQLModel, table=True):
    """That somebody has seen the sheet of a badge they earned."""

    __tablename__ = "badge_shown"  # pyright: ignore[reportAssignmentType]

    badge_row_id: UUID = Field(foreign_key="user_badge.id", primary_key=True, ondelete="CASCADE")
    at: datetime = moment()


class BadgeRecount(SQLModel, table=True):
    """With which edition of the catalogue everything somebody has done was last counted."""

    __tablename__ = "badge_recount"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    edition: str
    at: datetime = moment()


class BadgeRarity(SQLModel, table=True):
    """How many learners held a badge when that was last counted, and how many there were."""

    __tablename__ = "badge_rarity"  # pyright: ignore[reportAssignmentType]

    badge: str = Field(primary_key=True)
    holders: int
    learners: int
    at: datetime = moment()


class BadgeCredential(Row, table=True):
    """That a badge was handed out as a signed credential; the credential bears the id of this row.

    It outlives the badge: `badge_row_id` unset means that it no longer holds.
    """

    number: int | None = Field(
        default=None,
        sa_column=Column(BigInteger, Identity(start=0, minvalue=0), nullable=False, unique=True),
    )
    badge_row_id: UUID | None = Field(
        default=None, foreign_key="user_badge.id", ondelete="SET NULL", unique=True
    )
    issued_at: datetime = moment()

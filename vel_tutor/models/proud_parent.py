"""A child's week as a parent may show it, letters about it, and what bringing a family earns."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment


class ProudCard(Row, table=True):
    """One week of one child as one parent may show it to friends.

    The name is not stored: it is asked for, and its scope with it, whenever the card is drawn.
    `link_id` unset means that it has not been shared.
    """

    __table_args__ = (UniqueConstraint("parent_id", "child_id", "week", name="proud_card_once"),)

    parent_id: UUID = Field(foreign_key="user.id")
    child_id: UUID = Field(foreign_key="user.id", index=True)
    week: date = Field(description="its Monday")
    link_id: UUID | None = Field(default=None, foreign_key="link.id")
    improved: int = Field(default=0, ge=0, description="skills that reached a higher level")
    minutes: int = Field(default=0, ge=0)
    answers: int = Field(default=0, ge=0)
    streak: int = Field(default=0, ge=0)
    skills: list[dict[str, Any]] = Field(
        sa_column=Column(JSONB, nullable=False), description="the first few, before and after"
    )
    at: datetime = moment()


class WeeklyLetter(Row, table=True):
    """That it was seen to in a week whether to write to a parent: it never happens twice."""

    __table_args__ = (UniqueConstraint("parent_id", "week", name="weekly_letter_once"),)

    parent_id: UUID = Field(foreign_key="user.id")
    week: str = Field(description="the ISO week it was written in: 2026-W47")
    children: int = Field(description="how many it told of; 0 when there was nobody to tell of")
    at: datetime = moment()


class PassReward(Row, table=True):
    """A parent whom a parent brought, and the class pass that follows when their child has begun.

    There is no status column: `earned_at` set means that the child has finished a test, `due_at`
    when the pass comes, `granted_at` that it came, `reversed_at` that it was taken back or never
    will, `is_over_cap` that it was one more than a quarter gives.
    """

    __table_args__ = (
        CheckConstraint("granted_at IS NULL OR NOT is_over_cap", name="pass_reward_within_cap"),
        CheckConstraint("(earned_at IS NULL) = (due_at IS NULL)", name="pass_reward_due_if_earned"),
        CheckConstraint("granted_at IS NULL OR granted_at >= due_at", name="pass_reward_waited"),
        Index(
            "pass_reward_due",
            "due_at",
            postgresql_where=text("granted_at IS NULL AND reversed_at IS NULL AND NOT is_over_cap"),
        ),
        Index("pass_reward_of_referrer", "referrer_id", "joined_at"),
    )

    invitee_id: UUID = Field(foreign_key="user.id", unique=True)
    referrer_id: UUID = Field(foreign_key="user.id")
    joined_at: datetime = moment()
    may_name: bool = Field(default=False, description="the referrer may be told the first name")
    earned_at: datetime | None = moment(nullable=True)
    due_at: datetime | None = moment(nullable=True)
    is_over_cap: bool = False
    granted_at: datetime | None = moment(nullable=True)
    reversed_at: datetime | None = moment(nullable=True)

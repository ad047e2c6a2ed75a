"""Badges that are shown around, and what friends who came by them have tried."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from vel_tutor.models.going import InvitedGo
from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Subject


class SpotlightInvite(Row, table=True):
    """One badge of one person, shown to others: whoever comes tries what it takes."""

    __table_args__ = (UniqueConstraint("badge_row_id", name="spotlight_invite_once"),)

    sender_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    badge_row_id: UUID = Field(foreign_key="user_badge.id", ondelete="CASCADE")
    link_id: UUID = Field(foreign_key="link.id")
    badge: str = Field(description="its key in the catalogue")
    level: int
    subject: Subject = Field(sa_type=word(Subject), description="of the questions friends get")
    created_at: datetime = moment()


class SpotlightTry(InvitedGo, table=True):
    """A friend's go at what a badge takes."""

    __table_args__ = (
        CheckConstraint(
            "(player_user_id IS NULL) <> (player_visitor_id IS NULL)",
            name="spotlight_try_one_player",
        ),
        UniqueConstraint("invite_id", "player_user_id", name="spotlight_try_once_a_user"),
        UniqueConstraint("invite_id", "player_visitor_id", name="spotlight_try_once_a_visitor"),
        Index("spotlight_try_of_visitor", "player_visitor_id", "started_at"),
        Index("spotlight_try_of_user", "player_user_id"),
    )

    invite_id: UUID = Field(foreign_key="spotlight_invite.id", ondelete="CASCADE")
    first_value_at: datetime | None = moment(nullable=True)

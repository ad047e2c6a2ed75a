"""What people were told, and whether they have read it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import NoticeWay, NotificationKind


class Notification(Row, table=True):
    """One thing somebody is told, once. It holds ids and numbers; the words are made when read."""

    __table_args__ = (
        UniqueConstraint("user_id", "kind", "source_id", name="notification_once"),
        Index("notification_of_user", "user_id", "at", "id"),
    )

    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    kind: NotificationKind = Field(sa_type=word(NotificationKind))
    source_id: UUID = Field(description="what it is about; the same cause is told once")
    path: str = Field(description="the page of ours it leads to")
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSONB, nullable=False))
    at: datetime = moment()
    read_at: datetime | None = moment(nullable=True)


class NoticeChoice(Row, table=True):
    """What somebody chose about one kind of notice; without a row the usual holds."""

    __table_args__ = (UniqueConstraint("user_id", "kind", "way", name="notice_choice_once"),)

    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    kind: NotificationKind = Field(sa_type=word(NotificationKind))
    way: NoticeWay = Field(sa_type=word(NoticeWay))
    is_on: bool
    at: datetime = moment()

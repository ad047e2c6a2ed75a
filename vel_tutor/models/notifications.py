"""What people were told, and whether they have read it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

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


class QuietHours(SQLModel, table=True):
    """When somebody wants to be left alone, in minutes after midnight where they live.

    For people under age these come on top of the hours the house keeps for them.
    """

    __tablename__ = "quiet_hours"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        CheckConstraint("begins BETWEEN 0 AND 1439", name="quiet_hours_begin_in_a_day"),
        CheckConstraint("ends BETWEEN 0 AND 1439", name="quiet_hours_end_in_a_day"),
    )

    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    begins: int
    ends: int
    at: datetime = moment()


class PushSubscription(Row, table=True):
    """One browser that may be called while the app is closed; it ends with its sign-in."""

    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    sign_in_id: UUID | None = Field(
        default=None, foreign_key="sign_in.id", index=True, ondelete="CASCADE"
    )
    endpoint: str = Field(unique=True)
    p256dh: str = Field(description="the browser's public key, base64url")
    auth: str = Field(description="the secret shared with the browser, base64url")
    at: datetime = moment()


class NoticeSending(Row, table=True):
    """One notification on its way beyond the app.

    `claimed_at` set means somebody is sending it; `sent_at` set means it is gone; `dropped_at` set
    means that it came to nothing: nobody to send it to, too late, or too many that day.
    """

    __table_args__ = (
        UniqueConstraint("notification_id", "way", name="notice_sending_once"),
        Index(
            "notice_sending_due",
            "due_at",
            postgresql_where=text("sent_at IS NULL AND dropped_at IS NULL"),
        ),
        Index("notice_sending_of_user", "user_id", "sent_at"),
    )

    notification_id: UUID = Field(foreign_key="notification.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    way: NoticeWay = Field(sa_type=word(NoticeWay))
    due_at: datetime = moment()
    claimed_at: datetime | None = moment(nullable=True)
    sent_at: datetime | None = moment(nullable=True)
    dropped_at: datetime | None = moment(nullable=True)

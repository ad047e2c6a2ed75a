"""Who is whose friend, who wants to see nothing of whom, and what was reported."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import CaseKind, ReportKind


class Friendship(Row, table=True):
    """Two people, from the question to the end; of one pair one row at a time is not over.

    `sent_at` unset means that a parent of the child who asks has not said yes yet: whom they ask
    knows nothing. `accepted_at` set means that everybody has said yes who has to: they are friends.
    `declined_at` set means that it leads to nothing, which the asker is not told. `ended_at` set
    means that it is over, however far it had come.
    """

    __table_args__ = (
        CheckConstraint("low_id < high_id", name="friendship_in_order"),
        CheckConstraint(
            "asked_by_id = low_id OR asked_by_id = high_id", name="friendship_asked_by_one"
        ),
        CheckConstraint(
            "accepted_at IS NULL OR (sent_at IS NOT NULL AND agreed_at IS NOT NULL)",
            name="friendship_agreed",
        ),
        Index(
            "friendship_open_key",
            "low_id",
            "high_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("friendship_of_pair", "low_id", "high_id", "asked_at"),
        Index("friendship_of_high", "high_id"),
    )

    low_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    high_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    asked_by_id: UUID
    asked_at: datetime = moment()
    sent_at: datetime | None = moment(nullable=True)
    agreed_at: datetime | None = moment(nullable=True)
    allowed_at: datetime | None = moment(nullable=True)
    """When a parent of the child who is asked said yes."""
    accepted_at: datetime | None = moment(nullable=True)
    declined_at: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)
    ended_by_id: UUID | None = None


class Block(Row, table=True):
    """Somebody who wants to see nothing of somebody, and to be seen by them nowhere."""

    __table_args__ = (
        CheckConstraint("by_id <> about_id", name="block_of_another"),
        Index(
            "block_open_key",
            "by_id",
            "about_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("block_about", "about_id"),
    )

    by_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    about_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)


class Report(Row, table=True):
    """Somebody says that something is wrong with somebody; `settled_at` set means it was seen to.

    `source_id` is what it is about, a line of the feed or a room; the person's own id for the
    person as such.
    """

    __table_args__ = (
        UniqueConstraint("by_id", "about_id", "source_id", name="report_once"),
        CheckConstraint("(thing = 'person') = (source_id = about_id)", name="report_of_thing"),
        Index(
            "report_waiting",
            "source_id",
            "at",
            postgresql_include=["about_id", "thing"],
            postgresql_where=text("settled_at IS NULL"),
        ),
        Index("report_settled", "source_id", "settled_at"),
        Index("report_about", "about_id"),
    )

    by_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    about_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    kind: ReportKind = Field(sa_type=word(ReportKind))
    source_id: UUID
    thing: CaseKind = Field(default=CaseKind.PERSON, sa_type=word(CaseKind))
    at: datetime = moment()
    settled_at: datetime | None = moment(nullable=True)


class FriendCode(Row, table=True):
    """What somebody hands out to be asked by; once renewed it never leads to anybody again."""

    __table_args__ = (
        Index(
            "friend_code_open_key",
            "user_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("friend_code_of", "user_id"),
    )

    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    code: str = Field(unique=True)
    created_at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)

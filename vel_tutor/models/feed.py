"""The feed: what happened among friends."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import FeedKind


class FeedItem(Row, table=True):
    """One line of one person's feed. It holds ids; the words are made when it is read."""

    __table_args__ = (UniqueConstraint("kind", "owner_id", "source_id", name="feed_item_once"),)

    owner_id: UUID = Field(foreign_key="user.id", index=True)
    kind: FeedKind = Field(sa_type=word(FeedKind))
    source_id: UUID = Field(description="what it is about: a play of a challenge")
    other_user_id: UUID | None = Field(
        default=None, foreign_key="user.id", description="the friend; unset for a guest"
    )
    at: datetime = moment()

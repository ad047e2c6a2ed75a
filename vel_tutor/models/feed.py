"""The feed: what happened among friends and around one's subjects, and what people say to it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import AgeBand, FeedKind, Reaction

_SHOWN = text("removed_at IS NULL AND hidden_at IS NULL")


class FeedItem(Row, table=True):
    """One line about one person: ids, numbers and our own words.

    Sentences are made when it is read, and who may see it is asked anew each time.

    There is no status column: `removed_at` set means that its owner took it away, `hidden_at` that
    several people reported it, `looked_at` that the staff has decided since.
    """

    __table_args__ = (
        UniqueConstraint("kind", "owner_id", "source_id", name="feed_item_once"),
        Index("feed_item_of_owner", "owner_id", "at", "id", postgresql_where=_SHOWN),
        Index(
            "feed_item_of_peers",
            "simulation",
            "age_band",
            "subject",
            "grade",
            "at",
            "id",
            postgresql_where=_SHOWN,
        ),
        Index("feed_item_at", "at"),
    )

    owner_id: UUID = Field(foreign_key="user.id")
    kind: FeedKind = Field(sa_type=word(FeedKind))
    source_id: UUID = Field(description="what it is about: a deck, a badge, a play of a challenge")
    other_user_id: UUID | None = Field(
        default=None,
        foreign_key="user.id",
        index=True,
        description="the friend; unset for a guest and where nobody else has part in it",
    )
    subject: str = Field(default="", description="whose learners it may interest; empty for none")
    what: str = Field(default="", description="key of the badge or skill it is about")
    number: int = Field(default=0, description="level, days, percent or cards, by the kind")
    age_band: AgeBand = Field(sa_type=word(AgeBand), description="of the owner, at that time")
    grade: int = Field(default=-1, description="of the owner, at that time; -1 for none")
    simulation: str = Field(default="", description="the run the owner lives in; see `User`")
    at: datetime = moment()
    removed_at: datetime | None = moment(nullable=True)
    hidden_at: datetime | None = moment(nullable=True)
    looked_at: datetime | None = moment(nullable=True)


class FeedReaction(Row, table=True):
    """One thing one person says to one line."""

    __table_args__ = (
        UniqueConstraint("item_id", "user_id", "reaction", name="feed_reaction_once"),
    )

    item_id: UUID = Field(foreign_key="feed_item.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    reaction: Reaction = Field(sa_type=word(Reaction))
    at: datetime = moment()


class FeedHide(Row, table=True):
    """A line one person does not want to see. `reported_at` set means that they reported it."""

    __table_args__ = (UniqueConstraint("user_id", "item_id", name="feed_hide_once"),)

    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    item_id: UUID = Field(foreign_key="feed_item.id", index=True, ondelete="CASCADE")
    at: datetime = moment()
    reported_at: datetime | None = moment(nullable=True)


class FeedMute(Row, table=True):
    """Somebody of whom one person wants to see no lines. Nobody is told."""

    __table_args__ = (UniqueConstraint("user_id", "muted_id", name="feed_mute_once"),)

    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    muted_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    at: datetime = moment()

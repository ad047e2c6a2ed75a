"""Who was brought by whom: links, what became of them, and the one credited referrer of each."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, text
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import AttributionKind, Channel, Hold, LoopKind, Match, TouchKind


class Link(Row, table=True):
    """One signed short link. What it is for stands here and nowhere in its address.

    `short_id` is no secret: without our key nobody can make the address from it.
    """

    short_id: str = Field(unique=True, description="64 random bits, base64url")
    referrer_id: UUID = Field(foreign_key="user.id", index=True)
    loop: LoopKind = Field(sa_type=word(LoopKind))
    campaign: str
    target_id: UUID = Field(description="what it opens: of a challenge, the challenge")
    created_at: datetime = moment()
    expires_at: datetime = moment()


class Visitor(SQLModel, table=True):
    """A browser that came without an account, and the one account it became.

    Once `user_id` is set the visitor is spent: the next guest of that browser gets a new id, and
    keeps the `device_id`.
    """

    id: str = Field(primary_key=True)
    device_id: str = Field(index=True, description="the first visitor id of the browser")
    created_at: datetime = moment()
    user_id: UUID | None = Field(default=None, foreign_key="user.id", index=True)
    merged_at: datetime | None = moment(nullable=True)


class Touch(Row, table=True):
    """One thing that happened to a link; rows are only ever added.

    A hit is any request for the address, by a program or a person; a click is a person's page
    that came alive over the websocket; sent is a share the sender confirmed.
    """

    __table_args__ = (
        Index(
            "touch_one_click_of_visitor",
            "link_id",
            "visitor_id",
            unique=True,
            postgresql_where=text("kind = 'click' AND user_id IS NULL"),
        ),
        Index(
            "touch_one_click_of_user",
            "link_id",
            "user_id",
            unique=True,
            postgresql_where=text("kind = 'click' AND user_id IS NOT NULL"),
        ),
        Index("touch_of_visitor", "visitor_id", "at"),
        Index("touch_by_time", "at", "id"),
    )

    link_id: UUID = Field(foreign_key="link.id")
    kind: TouchKind = Field(sa_type=word(TouchKind))
    visitor_id: str | None = None
    user_id: UUID | None = Field(default=None, foreign_key="user.id")
    channel: Channel | None = Field(default=None, sa_type=word(Channel), nullable=True)
    at: datetime = moment()


class TouchTrace(Row, table=True):
    """From where a touch came, unreadable, for thirty days; touches themselves are kept."""

    __table_args__ = (Index("touch_trace_of_origin", "origin_hash", "at"),)

    touch_id: UUID = Field(foreign_key="touch.id", unique=True)
    origin_hash: str = Field(description="HMAC of network address and kind of device, hex")
    at: datetime = moment(index=True)


class AttributionEvent(Row, table=True):
    """One of the four steps of an invitation; rows are only ever added.

    An invitee reaches the last two once in a lifetime, whatever is told again or at once.
    """

    __table_args__ = (
        Index(
            "attribution_event_once",
            "kind",
            "invitee_key",
            unique=True,
            postgresql_where=text("kind IN ('account_created', 'fvm_reached')"),
        ),
        Index("attribution_event_of_link", "link_id", "kind"),
        Index("attribution_event_by_time", "at", "id"),
        Index(
            "attribution_event_held",
            "invitee_key",
            postgresql_where=text("held IS NOT NULL AND kind = 'fvm_reached'"),
        ),
    )

    kind: AttributionKind = Field(sa_type=word(AttributionKind))
    link_id: UUID = Field(foreign_key="link.id")
    loop: LoopKind = Field(sa_type=word(LoopKind))
    referrer_id: UUID = Field(foreign_key="user.id")
    invitee_key: str = Field(default="", description="v: visitor or u: user, see rules.invitee_key")
    held: Hold | None = Field(default=None, sa_type=word(Hold), nullable=True)
    at: datetime = moment()


class Referral(SQLModel, table=True):
    """The one credited referrer of a person who joined; set once, when they join."""

    __table_args__ = (
        Index("referral_by_payment", "paid_at"),
        Index(
            "referral_held",
            "joined_at",
            "invitee_id",
            postgresql_where=text(
                "held IS NOT NULL AND match <> 'probabilistic' AND paid_at IS NULL "
                "AND fraud_at IS NULL AND released_at IS NULL"
            ),
        ),
        CheckConstraint("invitee_id <> referrer_id", name="referral_not_of_oneself"),
        CheckConstraint("depth > 0", name="referral_depth_positive"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="referral_confidence_in_range"),
        CheckConstraint(
            "match <> 'probabilistic' OR (held IS NOT NULL AND paid_at IS NULL)",
            name="referral_likely_is_not_paid",
        ),
    )

    invitee_id: UUID = Field(foreign_key="user.id", primary_key=True)
    referrer_id: UUID = Field(foreign_key="user.id", index=True)
    link_id: UUID = Field(foreign_key="link.id")
    touch_id: UUID = Field(foreign_key="touch.id", description="the click that won")
    root_referrer_id: UUID = Field(foreign_key="user.id")
    depth: int = Field(description="steps from the root, 1 for the first")
    held: Hold | None = Field(default=None, sa_type=word(Hold), nullable=True)
    match: Match = Field(sa_type=word(Match))
    confidence: float = Field(description="how sure the match is, 0..1")
    joined_at: datetime = moment()
    paid_at: datetime | None = moment(nullable=True)
    fraud_at: datetime | None = Field(
        default=None,
        sa_type=DateTime(timezone=True),
        description="when somebody confirmed that it is fraud",
    )
    released_at: datetime | None = Field(
        default=None,
        sa_type=DateTime(timezone=True),
        description="when somebody looked and let the reward go, whatever had held it",
    )

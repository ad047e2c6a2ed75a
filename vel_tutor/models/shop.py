"""The shop: what was bought, what was undone, and minutes that are used up bit by bit."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from vel_tutor.models.row import Row, moment


class Purchase(Row, table=True):
    """One thing bought for XP. Rows are only ever added: the database refuses the rest.

    `key` is the buyer's name for the request: asked again, the same row is the answer again.
    """

    __table_args__ = (
        UniqueConstraint("user_id", "key", name="purchase_once_per_request"),
        CheckConstraint("price > 0", name="purchase_has_a_price"),
        CheckConstraint("xp_left >= 0", name="purchase_was_paid"),
        Index("purchase_of_user", "user_id", "at"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    key: UUID
    item: str = Field(description="its key in the catalogue")
    price: int = Field(description="XP, on that day")
    xp_left: int = Field(description="what the buyer could spend afterwards")
    for_user_id: UUID | None = Field(
        default=None, foreign_key="user.id", description="the parent who got the class pass"
    )
    at: datetime = moment()


class PurchaseUndo(Row, table=True):
    """A purchase that was undone. Rows are only ever added."""

    purchase_id: UUID = Field(foreign_key="purchase.id", unique=True)
    at: datetime = moment()


class MinutePack(Row, table=True):
    """Minutes of the AI tutor that were bought, and what is left of them."""

    __table_args__ = (
        CheckConstraint("seconds_left BETWEEN 0 AND seconds", name="minute_pack_in_range"),
        Index("minute_pack_of_user", "user_id", "expires_at"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    purchase_id: UUID = Field(foreign_key="purchase.id", unique=True)
    seconds: int = Field(gt=0)
    seconds_left: int
    expires_at: datetime = moment()


class MinuteUse(Row, table=True):
    """Seconds that one cause took from one pack."""

    __table_args__ = (UniqueConstraint("pack_id", "source_id", name="minute_use_once"),)

    pack_id: UUID = Field(foreign_key="minute_pack.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id")
    source_id: UUID = Field(index=True, description="the talk, or the part of it, that took them")
    seconds: int = Field(gt=0)
    at: datetime = moment()

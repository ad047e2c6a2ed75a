"""What the house remembers of deeds that matter, and counts when Redis cannot."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Column, Identity
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import AuditAction


class AuditEntry(Row, table=True):
    """One deed worth remembering. Rows are only ever added and hold ids, never names."""

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(), nullable=False, unique=True)
    )
    at: datetime = moment()
    actor_id: UUID | None = Field(default=None, description="unset: the clockwork, or a stranger")
    subject_id: UUID | None = Field(default=None, index=True, description="whose account it is")
    action: AuditAction = Field(sa_type=word(AuditAction))
    object_id: UUID | None = None
    reason: str = Field(default="", description="a word of ours, never somebody's text")


class LimitCount(SQLModel, table=True):
    """How often something was tried in the window that ends at `ends_at`."""

    key: str = Field(primary_key=True, description="which limit, and the HMAC of whom it counts")
    tried: int
    ends_at: datetime = moment(index=True)

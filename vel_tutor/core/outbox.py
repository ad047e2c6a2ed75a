"""Events as rows: written in the transaction of the deed, so that neither is without the other."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from vel_tutor.core.events import Event


class Happening(SQLModel, table=True):
    """One event of the outbox; `queued_at` set means its reactions have been planned."""

    __table_args__ = (
        Index("happening_unqueued", "seq", postgresql_where=text("queued_at IS NULL")),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(), nullable=False, unique=True)
    )
    kind: str
    payload: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    happened_at: datetime = Field(sa_type=DateTime(timezone=True))
    queued_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))

    @classmethod
    def of(cls, event: Event, at: datetime) -> Self:
        """The row for `event`, which happened `at`."""
        return cls(kind=type(event).__name__, payload=event.payload(), happened_at=at)

    def event(self) -> Event:
        """The event this row holds."""
        return Event.kinds[self.kind].from_payload(self.payload)

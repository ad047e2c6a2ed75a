"""What the advisers have said, and who outside may ask them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Agent


class AdviceEntry(Row, table=True):
    """One answer of an adviser. Rows are only ever added, and dropped whole once they are old."""

    __table_args__ = (
        Index("advice_entry_of_agent", "agent", "seq"),
        Index("advice_entry_lately", "agent", "at"),
        Index("advice_entry_old", "at"),
        CheckConstraint("latency_ms >= 0", name="advice_entry_latency_positive"),
    )

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(), nullable=False, unique=True)
    )
    at: datetime = moment()
    agent: Agent = Field(sa_type=word(Agent))
    subject_id: UUID | None = Field(default=None, description="whom it was about; unset: a guest")
    question_hash: str = Field(description="HMAC of the question, to tell equal ones; no facts")
    answer: str = Field(description="the answer in a word")
    reason: str = Field(description="in words of ours: figures and rules, never a name")
    latency_ms: float
    lapse: str = Field(default="", description="why it was not the adviser's own; empty if it was")


class McpToken(Row, table=True):
    """Leave for a program outside to ask advisers; the token itself is never stored."""

    token_hash: str = Field(unique=True, description="SHA-256 of the token, hex")
    label: str = Field(description="what the program is, in the words of who gave it leave")
    scopes: list[str] = Field(sa_column=Column(JSONB, nullable=False), description="advisers")
    created_at: datetime = moment()
    expires_at: datetime = moment()
    revoked_at: datetime | None = moment(nullable=True)
    last_used_at: datetime | None = moment(nullable=True)

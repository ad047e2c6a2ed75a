"""People, their sign-ins, and what parents allowed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import AgeBand, Role


class User(Row, table=True):
    """One person with an account.

    There is no status column: `consent_needed` set and `consented_at` unset means a locked child;
    `closed_at` set means banned or erased.
    """

    __table_args__ = (
        Index("user_email_key", "email", unique=True, postgresql_where=text("email <> ''")),
    )

    role: Role = Field(sa_type=word(Role))
    first_name: str
    email: str = Field(default="", description="canonical form; empty for none")
    password_hash: str = ""
    time_zone: str = "UTC"
    grade: int | None = Field(default=None, description="0 for kindergarten, 13 for college prep")
    age_band: AgeBand = Field(sa_type=word(AgeBand))
    consent_needed: bool = False
    consented_at: datetime | None = moment(nullable=True)
    created_at: datetime = moment()
    closed_at: datetime | None = moment(nullable=True)


class SignIn(Row, table=True):
    """One browser that is or was signed in; the token itself is never stored."""

    user_id: UUID = Field(foreign_key="user.id", index=True)
    token_hash: str = Field(unique=True, description="SHA-256 of the cookie, hex")
    device: str = Field(default="", description="browser and system in words, for the list")
    created_at: datetime = moment()
    last_seen_at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)

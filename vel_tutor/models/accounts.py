"""People, their sign-ins, their letters, and what parents allowed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Column, Identity, Index, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import (
    AgeBand,
    ConsentDeed,
    ConsentMethod,
    ConsentScope,
    LetterKind,
    LinkPurpose,
    Role,
    Theme,
    TieHow,
)


class User(Row, table=True):
    """One person with an account.

    There is no status column: `consent_needed` set and `consented_at` unset means a locked child;
    `closed_at` set means banned or erased.
    """

    __table_args__ = (
        Index("user_email_key", "email", unique=True, postgresql_where=text("email <> ''")),
        Index(
            "user_sign_in_name_key",
            "sign_in_name",
            unique=True,
            postgresql_where=text("sign_in_name <> ''"),
        ),
    )

    role: Role = Field(sa_type=word(Role))
    first_name: str
    email: str = Field(default="", description="canonical form; empty for none")
    sign_in_name: str = Field(default="", description="made by us for a child, who has no e-mail")
    password_hash: str = ""
    time_zone: str = "UTC"
    grade: int | None = Field(default=None, description="0 for kindergarten, 13 for college prep")
    age_band: AgeBand = Field(sa_type=word(AgeBand))
    birth_date_sealed: str = Field(default="", description="encrypted, and none of a child")
    consent_needed: bool = False
    consented_at: datetime | None = moment(nullable=True)
    email_confirmed_at: datetime | None = moment(nullable=True)
    created_at: datetime = moment()
    closed_at: datetime | None = moment(nullable=True)
    barred_at: datetime | None = moment(nullable=True)
    """Set: the staff lets them meet nobody, whatever is switched on."""
    theme: Theme = Field(default=Theme.HARBOUR, sa_type=word(Theme))
    simulation: str = Field(
        default="", description="of a made-up person, the run they live in; empty for real people"
    )


class TimeZoneChoice(Row, table=True):
    """A zone somebody left for another. Rows are only ever added."""

    __table_args__ = (Index("time_zone_choice_of", "user_id", "at"),)

    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    left: str
    chosen: str
    at: datetime = moment()


class SignIn(Row, table=True):
    """One browser that is or was signed in; the token itself is never stored."""

    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True, description="SHA-256 of the cookie, hex")
    device: str = Field(default="", description="browser and system in words, for the list")
    created_at: datetime = moment()
    last_seen_at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)


class Guardianship(Row, table=True):
    """How to reach the parent of a child. `revoked_at` set means the parent took consent back."""

    child_id: UUID = Field(foreign_key="user.id", unique=True, ondelete="CASCADE")
    email_sealed: str = Field(description="the parent's address, encrypted")
    email_index: str = Field(index=True, description="HMAC of the address, to find it by")
    visitor_id: str = Field(default="", description="guest play to keep, until consent is given")
    waiting_since: datetime = moment()
    resends: int = Field(default=0, description="since `resends_since`")
    resends_since: datetime = moment()
    corrections: int = 0
    revoked_at: datetime | None = moment(nullable=True)


class FamilyTie(Row, table=True):
    """A parent who may act for a student. `ended_at` set means no longer."""

    __table_args__ = (
        Index(
            "family_tie_open_key",
            "child_id",
            "parent_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    child_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    parent_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    how: TieHow = Field(sa_type=word(TieHow))
    asked_at: datetime = moment()
    approved_at: datetime = moment()
    approved_by_id: UUID | None = Field(
        default=None, description="who said yes; none for the guardian behind a mailed link"
    )
    ended_at: datetime | None = moment(nullable=True)
    ended_by_id: UUID | None = Field(default=None, description="none when the house ended it")


class FamilyRequest(Row, table=True):
    """Somebody asks to be family of somebody; it becomes a tie when the other side says yes.

    With none of the last three times set it waits, until `expires_at`.
    """

    how: TieHow = Field(sa_type=word(TieHow))
    asked_by_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    child_id: UUID | None = Field(
        default=None,
        foreign_key="user.id",
        index=True,
        ondelete="CASCADE",
        description="none when nobody has the name that was typed; the asker is not told",
    )
    named: str = Field(description="whom the asker named, with most letters left out")
    mark: str = Field(default="", description="HMAC of the name, to know the same question again")
    link_id: UUID | None = Field(
        default=None,
        foreign_key="posted_link.id",
        unique=True,
        ondelete="SET NULL",
        description="the link that answers it, if one was made",
    )
    asked_at: datetime = moment()
    expires_at: datetime = moment()
    approved_at: datetime | None = moment(nullable=True)
    declined_at: datetime | None = moment(nullable=True)
    taken_back_at: datetime | None = moment(nullable=True)


class AgeSign(Row, table=True):
    """A sign that a teen may be a child after all, and what the age gate said to it.

    `answered_at` unset means that the date of birth has been asked for again and not given yet.
    """

    user_id: UUID = Field(foreign_key="user.id", unique=True, ondelete="CASCADE")
    grade: int = Field(description="the grade they asked for")
    at: datetime = moment()
    answered_at: datetime | None = moment(nullable=True)


class ConsentEntry(Row, table=True):
    """One deed of consent. Rows are only ever added, and outlive the account as an opaque id.

    How a scope stands now is what its last entry says.
    """

    __table_args__ = (Index("consent_entry_last", "child_id", "scope", "seq"),)

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(), nullable=False, unique=True)
    )
    child_id: UUID
    actor_id: UUID | None = Field(
        default=None, description="the account it was done with; none behind a mailed link"
    )
    deed: ConsentDeed = Field(sa_type=word(ConsentDeed))
    scope: ConsentScope = Field(sa_type=word(ConsentScope))
    method: ConsentMethod = Field(sa_type=word(ConsentMethod))
    notice_version: str
    notice_hash: str = Field(description="SHA-256 of the notice that was shown, hex")
    address_hash: str = Field(default="", description="HMAC of the network address")
    at: datetime = moment()


class PostedLink(Row, table=True):
    """A link that was mailed and works once; the token itself is never stored."""

    user_id: UUID = Field(foreign_key="user.id", index=True, ondelete="CASCADE")
    purpose: LinkPurpose = Field(sa_type=word(LinkPurpose))
    token_hash: str = Field(unique=True, description="SHA-256 of the token, hex")
    expires_at: datetime = moment()
    used_at: datetime | None = moment(nullable=True)


class Letter(Row, table=True):
    """One mail: a row before it is anything else.

    `claimed_at` set means somebody is handing it over; `sent_at` set means it is gone, and its
    words with it; `failed_at` set means the address does not take mail.
    """

    __table_args__ = (
        Index(
            "letter_due",
            "due_at",
            postgresql_where=text("sent_at IS NULL AND failed_at IS NULL"),
        ),
    )

    about_id: UUID | None = Field(default=None, index=True, description="whose account it is about")
    kind: LetterKind = Field(sa_type=word(LetterKind))
    recipient: str
    subject: str
    body: str
    html: str = ""
    unsubscribe: str = Field(default="", description="address of RFC 8058; empty: none is offered")
    written_at: datetime = moment()
    due_at: datetime = moment()
    tries: int = 0
    claimed_at: datetime | None = moment(nullable=True)
    sent_at: datetime | None = moment(nullable=True)
    failed_at: datetime | None = moment(nullable=True)

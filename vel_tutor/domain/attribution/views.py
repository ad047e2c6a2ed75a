"""What others may hold of links and referrals."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vel_tutor.vocabulary import Channel, LoopKind


@dataclass(frozen=True, kw_only=True)
class LinkView:
    """A link that is valid right now."""

    id: UUID
    code: str
    """What stands in the address; signed, so it cannot be guessed or altered."""
    loop: LoopKind
    campaign: str
    target_id: UUID
    referrer_id: UUID
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One request for a short link, as the web room understood it."""

    visitor_id: str = ""
    """Empty for programs."""
    channel: Channel | None = None
    origin_hash: str = ""
    """From where, unreadable; see `accounts.origin_hash`."""


@dataclass(frozen=True, kw_only=True)
class ReferralView:
    """Somebody joined through somebody's link."""

    invitee_id: UUID
    referrer_id: UUID
    link_id: UUID
    target_id: UUID
    loop: LoopKind


@dataclass(frozen=True)
class StepView:
    """One step of somebody's invitation, without anybody's name."""

    id: str = ""
    at: str = ""
    """In UTC, ISO 8601."""
    when: str = ""
    """The same for reading."""
    step: str = ""
    loop: str = ""
    link_id: str = ""
    channel: str = ""
    """How it was sent or came, where that is known."""
    held: str = ""
    """Why its reward waits, if it does."""


@dataclass(frozen=True)
class LoopTallyView:
    """How many steps of each kind one loop has seen."""

    loop: str = ""
    counts: tuple[int, ...] = ()
    """One for each `InviteStep`, in their order."""


@dataclass(frozen=True)
class StreamView:
    """A page of steps, and the tallies of the period."""

    steps: tuple[StepView, ...] = ()
    after: str = ""
    """Where the next page begins; empty on the last."""
    tallies: tuple[LoopTallyView, ...] = ()

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

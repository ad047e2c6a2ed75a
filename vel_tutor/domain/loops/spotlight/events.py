"""What the spotlight tells others. Nothing here says who anybody is."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class SpotlightInvited(Event):
    """Somebody has made a link to show a badge around."""

    invite_id: UUID
    sender_id: UUID
    badge: str


@dataclass(frozen=True, kw_only=True)
class SpotlightRewarded(Event):
    """Both sides have been given what was promised."""

    invite_id: UUID
    referrer_id: UUID
    invitee_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"student:{person}" for person in (self.referrer_id, self.invitee_id))

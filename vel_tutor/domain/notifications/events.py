"""What notifications tell others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import NotificationKind


@dataclass(frozen=True, kw_only=True)
class NotificationAdded(Event):
    """Somebody has something new to read."""

    notification_id: UUID
    user_id: UUID
    kind: NotificationKind

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"notices:{self.user_id}",)

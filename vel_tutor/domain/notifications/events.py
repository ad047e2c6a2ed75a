"""What notifications tell others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import NotificationKind


@dataclass(frozen=True, kw_only=True)
class NotificationsRead(Event):
    """Somebody has read something they were told; their other screens look again."""

    user_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"notices:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class NotificationAdded(Event):
    """Somebody has something new to read."""

    notification_id: UUID
    user_id: UUID
    kind: NotificationKind

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"notices:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class NoticePlanned(Event):
    """A notification is on its way beyond the app, to go at once."""

    notification_id: UUID

"""What insight tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import KAlarm


@dataclass(frozen=True, kw_only=True)
class KAlarmRaised(Event):
    """The K-factor has reached its target, or has been low for days."""

    alert_id: UUID
    alarm: KAlarm

    @property
    def topics(self) -> tuple[str, ...]:
        return ("k-factor",)

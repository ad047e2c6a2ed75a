"""What the staff's decisions tell others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.live import topics
from vel_tutor.vocabulary import CaseKind, Decision


@dataclass(frozen=True, kw_only=True)
class CaseSettled(Event):
    """Somebody on the staff has decided."""

    kind: CaseKind
    case_id: UUID
    verdict: Decision

    @property
    def topics(self) -> tuple[str, ...]:
        return (topics.review(),)


@dataclass(frozen=True, kw_only=True)
class CaseReopened(Event):
    """A decision was taken back."""

    kind: CaseKind
    case_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (topics.review(),)

"""What the feed tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import FeedKind


@dataclass(frozen=True, kw_only=True)
class FeedItemAdded(Event):
    """Something new stands in the feed of its owner."""

    item_id: UUID
    owner_id: UUID
    kind: FeedKind

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"feed:{self.owner_id}",)

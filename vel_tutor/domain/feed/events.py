"""What the feed tells others. Nothing here says what a line is about."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.live import topics
from vel_tutor.vocabulary import FeedKind


@dataclass(frozen=True, kw_only=True)
class FeedEvent(Event):
    """News of one line, for whoever may have it on show: friends, and learners of its subject."""

    item_id: UUID
    owner_id: UUID
    crowd: str
    """Subject, age and grade of those it may interest; empty when only friends see it."""

    @property
    def topics(self) -> tuple[str, ...]:
        peers = (topics.feed_crowd(self.crowd),) if self.crowd else ()
        return (topics.feed(self.owner_id), *peers)


@dataclass(frozen=True, kw_only=True)
class FeedItemAdded(FeedEvent):
    """Something new stands in the feed of its owner."""

    kind: FeedKind


@dataclass(frozen=True, kw_only=True)
class FeedItemAnswered(FeedEvent):
    """Somebody has said something to a line, or taken it back."""


@dataclass(frozen=True, kw_only=True)
class FeedItemGone(FeedEvent):
    """A line has been taken away, or has come back."""

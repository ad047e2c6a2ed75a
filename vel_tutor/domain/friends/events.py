"""What friends tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.live import topics


@dataclass(frozen=True, kw_only=True)
class FriendsEvent(Event):
    """News of two people, for the screens of both."""

    user_ids: tuple[UUID, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(topics.friends(one) for one in self.user_ids)


@dataclass(frozen=True, kw_only=True)
class FriendsAsked(FriendsEvent):
    """A question between two people was put, taken back or declined, or a parent has a say."""


@dataclass(frozen=True, kw_only=True)
class FriendshipBegan(FriendsEvent):
    """Two people are friends from now on."""

    friendship_id: UUID


@dataclass(frozen=True, kw_only=True)
class FriendshipEnded(FriendsEvent):
    """Two people are friends no longer, whoever ended it."""

    friendship_id: UUID


@dataclass(frozen=True, kw_only=True)
class FriendsSwitched(FriendsEvent):
    """Somebody may do more or less than before: their friends see them come or go."""


@dataclass(frozen=True, kw_only=True)
class Blocked(Event):
    """Somebody wants to see nothing of somebody any more; only the first of the two may know."""

    by_id: UUID
    about_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (topics.friends(self.by_id), topics.friends(self.about_id))


@dataclass(frozen=True, kw_only=True)
class Reported(Event):
    """Somebody says that something is wrong with somebody."""

    report_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (topics.review(),)

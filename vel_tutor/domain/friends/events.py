"""What friends tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class FriendsEvent(Event):
    """News of two people, for the screens of both."""

    user_ids: tuple[UUID, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"friends:{one}" for one in self.user_ids)


@dataclass(frozen=True, kw_only=True)
class FriendshipBegan(FriendsEvent):
    """Two people are friends from now on."""

    friendship_id: UUID


@dataclass(frozen=True, kw_only=True)
class FriendshipEnded(FriendsEvent):
    """Two people are friends no longer, whoever ended it."""

    friendship_id: UUID


@dataclass(frozen=True, kw_only=True)
class Blocked(Event):
    """Somebody wants to see nothing of somebody any more; only the first of the two may know."""

    by_id: UUID
    about_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"friends:{self.by_id}", f"friends:{self.about_id}")


@dataclass(frozen=True, kw_only=True)
class Reported(Event):
    """Somebody says that something is wrong with somebody."""

    report_id: UUID

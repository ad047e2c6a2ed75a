"""What rooms tell others. Nobody is named in it but by an id, and screens get none."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class RoomEvent(Event):
    """News of one room, for whoever looks at it."""

    room_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"room:{self.room_id}",)


@dataclass(frozen=True, kw_only=True)
class RoomOpened(RoomEvent):
    """A room is there from now on."""


@dataclass(frozen=True, kw_only=True)
class RoomJoined(RoomEvent):
    """Somebody has come into a room for good."""

    user_id: UUID


@dataclass(frozen=True, kw_only=True)
class RoomLeft(RoomEvent):
    """Somebody is in a room no more: they left, or were put out."""

    user_id: UUID
    was_removed: bool


@dataclass(frozen=True, kw_only=True)
class RoomChanged(RoomEvent):
    """A room has another name or keeper."""


@dataclass(frozen=True, kw_only=True)
class RoomClosed(RoomEvent):
    """Nobody meets in a room any more."""


@dataclass(frozen=True, kw_only=True)
class RoomAdvanced(RoomEvent):
    """A member has brought the room nearer to the goal of a week."""


@dataclass(frozen=True, kw_only=True)
class RoomGoalReached(RoomEvent):
    """A room has reached the goal of a week."""

    week: str

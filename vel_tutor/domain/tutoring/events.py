"""What tutoring tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ClassEvent(Event):
    """News of one class, for whoever looks at it."""

    session_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return ("classes:all",)


@dataclass(frozen=True, kw_only=True)
class ClassOffered(ClassEvent):
    """A tutor offers a class."""

    tutor_id: UUID


@dataclass(frozen=True, kw_only=True)
class ClassCalledOff(ClassEvent):
    """A tutor has called a class off; every pass has gone back."""


@dataclass(frozen=True, kw_only=True)
class SeatTaken(ClassEvent):
    """A parent has taken a seat for a child, with a pass."""

    seat_id: UUID
    parent_id: UUID


@dataclass(frozen=True, kw_only=True)
class SeatGivenUp(ClassEvent):
    """A seat is free again, and the pass is back with its parent."""

    seat_id: UUID
    parent_id: UUID

"""What streaks of two tell others."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.live import topics


@dataclass(frozen=True, kw_only=True)
class PairEvent(Event):
    """News of two friends who keep a streak together."""

    pair_id: UUID
    user_ids: tuple[UUID, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(topics.friends(one) for one in self.user_ids)


@dataclass(frozen=True, kw_only=True)
class PairChanged(PairEvent):
    """A streak of two was asked for, begun or ended."""


@dataclass(frozen=True, kw_only=True)
class PairGrew(PairEvent):
    """Both have practised `local_date`: their streak of two is longer by a day."""

    local_date: date
    length: int

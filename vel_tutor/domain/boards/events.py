"""What leaderboards tell others. Nothing here says who moved."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class BoardsMoved(Event):
    """Somebody stands elsewhere on these boards than before, or no longer."""

    board_ids: tuple[UUID, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"board:{board_id}" for board_id in self.board_ids)


@dataclass(frozen=True, kw_only=True)
class LeagueMoved(Event):
    """A week of leagues is over for somebody."""

    user_id: UUID
    board_id: UUID
    rank: int
    before: str
    tier: str

"""What practice tells others."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True, kw_only=True)
class PracticeCompleted(Event):
    """Somebody answered the last question of a deck; the player is a user or a guest."""

    session_id: UUID
    player_user_id: UUID | None
    player_visitor_id: str | None
    source_id: UUID | None
    subject: Subject
    percent: int

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.player_user_id}",) if self.player_user_id else ()


@dataclass(frozen=True, kw_only=True)
class LearningSessionEnded(Event):
    """Somebody has answered nothing for a while, in decks, tests or cards: their visit is over."""

    visit_id: UUID
    user_id: UUID
    started_at: datetime
    ended_at: datetime

"""What flashcards tell others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True, kw_only=True)
class FlashcardDeckCompleted(Event):
    """Somebody has mastered every card of a deck; told once a deck."""

    deck_id: UUID
    user_id: UUID
    subject: Subject
    cards: int

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.user_id}",)

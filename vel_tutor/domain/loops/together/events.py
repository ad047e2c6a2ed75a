"""What practising together tells others. Nothing here says what anybody answered."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class CompanyChanged(Event):
    """Somebody has joined a friend at a deck, or its player wants company no more or again."""

    deck_id: UUID
    """The session whose questions these are."""

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"deck:{self.deck_id}",)


@dataclass(frozen=True, kw_only=True)
class PractisedTogether(Event):
    """Two have finished the same deck together; told once for each pair and day."""

    user_ids: tuple[UUID, ...]
    """The one whose deck it was, and the one who came along."""
    session_ids: tuple[UUID, ...]
    """Their sessions, in the same order."""

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"student:{one}" for one in self.user_ids)

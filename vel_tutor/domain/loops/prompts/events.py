"""What prompts tell others: only the screens of the person they are for."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.vocabulary import LoopKind


@dataclass(frozen=True, kw_only=True)
class PromptEvent(Event):
    """News of one prompt for one person."""

    prompt_id: UUID
    user_id: UUID
    loop: LoopKind

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"prompts:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class PromptOffered(PromptEvent):
    """Somebody is to be asked to share; their screens look."""


@dataclass(frozen=True, kw_only=True)
class PromptAnswered(PromptEvent):
    """A prompt was followed, put away or overtaken: no other tab shows it any longer."""

    followed: bool

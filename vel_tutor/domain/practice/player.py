"""Who plays a deck: somebody with an account, or a guest."""

from dataclasses import dataclass
from typing import Self
from uuid import UUID

from vel_tutor.core.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Player:
    """A user or a guest, never both; guests are known by their signed visitor cookie."""

    user_id: UUID | None = None
    visitor_id: str | None = None

    def __post_init__(self) -> None:
        if (self.user_id is None) == (not self.visitor_id):
            raise ValueError("a player is either a user or a visitor")

    @classmethod
    def of(cls, actor: Actor) -> Self:
        """The actor as a player."""
        return cls(user_id=actor.user_id)

    @classmethod
    def guest(cls, visitor_id: str) -> Self:
        """The guest behind a visitor cookie."""
        return cls(visitor_id=visitor_id)

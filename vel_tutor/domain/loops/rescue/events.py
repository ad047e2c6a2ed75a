"""What rescues tell others. Nothing here says who a guest is, or what anybody answered."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class RescueEvent(Event):
    """News of one room, for the two who are in it."""

    room_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"rescue:{self.room_id}",)


@dataclass(frozen=True, kw_only=True)
class RescueOpened(RescueEvent):
    """Somebody asks for company, to keep a streak alive."""

    inviter_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (*super().topics, f"student:{self.inviter_id}")


@dataclass(frozen=True, kw_only=True)
class RescueJoined(RescueEvent):
    """The friend has come in."""

    inviter_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (*super().topics, f"student:{self.inviter_id}")


@dataclass(frozen=True, kw_only=True)
class RescueAnswered(RescueEvent):
    """One of the two has answered `count` questions by now."""

    is_inviter: bool
    count: int


@dataclass(frozen=True, kw_only=True)
class RescueCompleted(RescueEvent):
    """Both have practised to the end; `user_ids` are those of them with an account by then."""

    user_ids: tuple[UUID, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        return (*super().topics, *(f"student:{person}" for person in self.user_ids))


@dataclass(frozen=True, kw_only=True)
class RescueRewarded(RescueEvent):
    """One of the two has been given what was promised."""

    user_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (*super().topics, f"student:{self.user_id}")


@dataclass(frozen=True, kw_only=True)
class RescueClosed(RescueEvent):
    """Time is over, with somebody not done."""

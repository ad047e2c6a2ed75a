"""What challenges tell others. Nothing here says who the friend is."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ChallengeEvent(Event):
    """News of one challenge, for whoever may watch it."""

    challenge_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"challenge:{self.challenge_id}",)


@dataclass(frozen=True, kw_only=True)
class ChallengeCreated(ChallengeEvent):
    """Somebody has made a challenge to hand on."""

    sender_id: UUID


@dataclass(frozen=True, kw_only=True)
class ChallengeOpened(ChallengeEvent):
    """A friend has begun to play."""

    play_id: UUID


@dataclass(frozen=True, kw_only=True)
class ChallengeAnswered(ChallengeEvent):
    """A friend has answered `count` questions."""

    play_id: UUID
    count: int


@dataclass(frozen=True, kw_only=True)
class ChallengeCompleted(ChallengeEvent):
    """A friend has answered everything."""

    play_id: UUID
    sender_id: UUID
    percent: int

    @property
    def topics(self) -> tuple[str, ...]:
        return (*super().topics, f"student:{self.sender_id}")


@dataclass(frozen=True, kw_only=True)
class ChallengeFriendJoined(ChallengeEvent):
    """A guest who played has an account now and kept the play."""

    play_id: UUID


@dataclass(frozen=True, kw_only=True)
class RewardGranted(ChallengeEvent):
    """Both sides have been given what was promised."""

    referrer_id: UUID
    invitee_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        people = (self.referrer_id, self.invitee_id)
        return (*super().topics, *(f"student:{person}" for person in people))

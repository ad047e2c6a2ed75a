"""What rallies tell others. Nothing here says who anybody is."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class RallyEvent(Event):
    """News of one board, for whoever looks at it."""

    cohort_id: UUID
    board: str
    """The topic of boards of this kind, all the weeks."""

    @property
    def topics(self) -> tuple[str, ...]:
        return (self.board,)


@dataclass(frozen=True, kw_only=True)
class RallyScored(RallyEvent):
    """Somebody stands elsewhere on the board than before, or no longer."""


@dataclass(frozen=True, kw_only=True)
class RallyJoined(RallyEvent):
    """Somebody who was invited stands on the board for the first time."""


@dataclass(frozen=True, kw_only=True)
class RallyInvited(RallyEvent):
    """Somebody has made a link to hand on."""

    invite_id: UUID
    sender_id: UUID


@dataclass(frozen=True, kw_only=True)
class RallyQuizCompleted(Event):
    """Somebody behind an invitation has answered the whole placement quiz."""

    quiz_id: UUID
    invite_id: UUID


@dataclass(frozen=True, kw_only=True)
class RallyRewarded(Event):
    """Both sides have been given what was promised."""

    invite_id: UUID
    referrer_id: UUID
    invitee_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(f"student:{person}" for person in (self.referrer_id, self.invitee_id))

"""What conversations with the tutor tell others. Not a word of what was said."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event
from vel_tutor.live import topics
from vel_tutor.vocabulary import CoachFlag


@dataclass(frozen=True, kw_only=True)
class CoachFlagged(Event):
    """There is something the staff should look at."""

    flag_id: UUID
    user_id: UUID
    kind: CoachFlag
    may_tell_parents: bool
    """Whether they may hear of it before anybody has looked."""

    @property
    def topics(self) -> tuple[str, ...]:
        return (topics.review(),)

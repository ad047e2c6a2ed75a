"""What proud parents tell others. Nothing here says who the friend is."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class PassEvent(Event):
    """News of a class pass, for the parent it goes to."""

    referrer_id: UUID
    invitee_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.referrer_id}",)


@dataclass(frozen=True, kw_only=True)
class PassComing(PassEvent):
    """A family somebody brought has begun: a pass comes once the hold is over."""


@dataclass(frozen=True, kw_only=True)
class PassGranted(PassEvent):
    """The hold is over and the pass is there."""


@dataclass(frozen=True, kw_only=True)
class PassReversed(PassEvent):
    """A pass was taken back, or will not come: the family was none."""


@dataclass(frozen=True, kw_only=True)
class WeeklyLetterWritten(Event):
    """A parent has been written to about the week of their children."""

    parent_id: UUID
    week: str

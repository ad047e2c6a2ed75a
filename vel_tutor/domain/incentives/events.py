"""What rewards tell others."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class PurseChanged(Event):
    """A balance of `user_id` changed by `amount`."""

    user_id: UUID
    currency: str
    amount: int
    reason: str

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class StreakAtRisk(Event):
    """The learner's day `local_date` ends at `ends_at` and has not been practised yet."""

    user_id: UUID
    local_date: date
    ends_at: datetime
    length: int
    """What the streak comes to so far; at least 2."""
    reminder: int
    """1 at the usual hour of practice, 2 for the last time; each at most once a day."""
    shields: int
    """Held: one of them would carry the streak over the day."""

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class StreakBroken(Event):
    """The streak of `user_id` ended on `local_date`, after `length` days."""

    user_id: UUID
    local_date: date
    length: int

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class StreakGrew(Event):
    """`local_date` counts as practised now, which it did not before.

    `length` is the streak as it stands after it. A day that was told of late lies in the past.
    """

    user_id: UUID
    local_date: date
    length: int

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class BadgeEarned(Event):
    """Somebody reached one level of one badge, for the first time."""

    user_id: UUID
    badge: str
    level: int
    badge_row_id: UUID

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"badges:{self.user_id}", f"student:{self.user_id}")

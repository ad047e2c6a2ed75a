"""What rewards tell others."""

from dataclasses import dataclass
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

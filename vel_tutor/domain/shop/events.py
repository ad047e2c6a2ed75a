"""What the shop tells others."""

from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ItemRedeemed(Event):
    """`user_id` bought `item` with XP."""

    user_id: UUID
    purchase_id: UUID
    item: str

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.user_id}",)


@dataclass(frozen=True, kw_only=True)
class PurchaseUndone(Event):
    """A purchase was undone: the XP is back, and what was bought is gone."""

    user_id: UUID
    purchase_id: UUID
    item: str

    @property
    def topics(self) -> tuple[str, ...]:
        return (f"student:{self.user_id}",)

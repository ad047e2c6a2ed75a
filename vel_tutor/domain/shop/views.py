"""What a screen may hold of the shop."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Redeemed:
    """The answer to a purchase, the same however often the request is made."""

    purchase_id: str = ""
    item: str = ""
    kind: str = ""
    title: str = ""
    price: int = 0
    xp_left: int = 0
    theme: str = ""
    """The colours it brought, if it did."""

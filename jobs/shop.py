"""What the shop does when others have news."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import shop
from vel_tutor.domain.accounts.events import ChildForgotten


def forget_minutes(tx: Transaction, gone: Event) -> None:
    """When a forgotten child asked the tutor stays nowhere."""
    if isinstance(gone, ChildForgotten):
        shop.forget(tx, gone.child_id)

"""What happens to conversations with the tutor when something happens elsewhere."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import coaching
from vel_tutor.domain.accounts.events import ChildForgotten


def forget_coaching(tx: Transaction, gone: Event) -> None:
    """Nothing a forgotten child said to the tutor stays."""
    if isinstance(gone, ChildForgotten):
        coaching.forget(tx, gone.child_id)

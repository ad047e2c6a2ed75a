"""What friends has to do when something has happened elsewhere."""

from vel_tutor.core.db import Transaction
from vel_tutor.core.events import Event
from vel_tutor.domain import friends
from vel_tutor.domain.accounts.events import ChildForgotten


def forget_friends(tx: Transaction, gone: Event) -> None:
    """Nobody is a friend of a forgotten child, or was ever asked."""
    if isinstance(gone, ChildForgotten):
        friends.forget(tx, gone.child_id)

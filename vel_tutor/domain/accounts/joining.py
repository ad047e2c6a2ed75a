"""What other contexts do in the transaction in which somebody joins.

`accounts` stands below them all and may not call them, yet an account without its guest play, or
without the invitation that brought it, must never be. So they leave a hook here once per process,
and it stands or falls with the sign-up.
"""

from collections.abc import Callable
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain.accounts.events import AccountCreated
from vel_tutor.vocabulary import Role

Hook = Callable[[Transaction, UUID, str], None]
"""Called with the transaction, the new person's id and the visitor id of their browser."""

_hooks: list[Hook] = []


def on_joining(hook: Hook) -> None:
    """Call `hook` in the transaction of every joining: a sign-up, for a child the first consent."""
    if hook not in _hooks:
        _hooks.append(hook)


def join(tx: Transaction, user_id: UUID, visitor_id: str, role: Role) -> None:
    """Tell of the new person and run the hooks in order; one that fails undoes the joining."""
    tx.publish(AccountCreated(user_id=user_id, visitor_id=visitor_id, role=role))
    for hook in _hooks:
        hook(tx, user_id, visitor_id)

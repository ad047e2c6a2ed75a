"""What other contexts do in the transaction in which somebody joins.

`accounts` stands below them all and may not call them, yet an account without its guest play, or
without the invitation that brought it, must never be. So they leave a hook here once per process,
and it stands or falls with the sign-up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain.accounts.events import AccountCreated
from vel_tutor.vocabulary import Role


@dataclass(frozen=True, kw_only=True)
class Coming:
    """How somebody comes who joins."""

    visitor_id: str = ""
    """Who their browser has been, or who they were when the account began to wait."""
    was_kept: bool = False
    """Whether the account kept `visitor_id` while it waited for a parent."""
    origin_hash: str = ""
    """From where, unreadable; of a child nothing."""


Hook = Callable[[Transaction, UUID, Coming], None]
"""Called with the transaction, the new person's id and how they come."""

_hooks: list[Hook] = []


def on_joining(hook: Hook) -> None:
    """Call `hook` in the transaction of every joining: a sign-up, for a child the first consent."""
    if hook not in _hooks:
        _hooks.append(hook)


def join(tx: Transaction, user_id: UUID, coming: Coming, role: Role) -> None:
    """Tell of the new person and run the hooks in order; one that fails undoes the joining."""
    tx.publish(AccountCreated(user_id=user_id, visitor_id=coming.visitor_id, role=role))
    for hook in _hooks:
        hook(tx, user_id, coming)

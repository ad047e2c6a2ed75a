"""How to close a socket that only reads: the door leaves the means in the socket's ASGI scope.

Asking Engine.IO is not enough. It sends a packet that browsers ignore, and its own close waits for
the pending read, which is as long as the ping timeout. Ending the task that reads closes at once.
"""

import asyncio
from collections.abc import Callable, MutableMapping
from typing import Any

_KEY = "vel_tutor.hang_up"


def offer(scope: MutableMapping[str, Any]) -> None:
    """Make the socket of `scope` one that `cutter` can close; called by the task that serves it."""
    task = asyncio.current_task()
    if task is not None:
        scope[_KEY] = task.cancel


def cutter(scope: MutableMapping[str, Any]) -> Callable[[], object]:
    """What closes the socket of `scope`; does nothing where nobody offered it."""
    return scope.get(_KEY, _nothing)


def _nothing() -> None:
    """For a socket that came by another door."""

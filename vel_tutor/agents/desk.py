"""Asking an adviser: with a deadline and an answer of one's own for when none comes in time."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NoAnswer
from typing import TypeVar

Q = TypeVar("Q")
A = TypeVar("A")

log = logging.getLogger(__name__)
_AT_ONCE = 8
_pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="adviser")


class AgentDown(Exception):
    """An adviser cannot answer; the message is for the log and names nobody."""


def ask(agent: Callable[[Q], A], question: Q, *, within_ms: int, otherwise: A) -> A:
    """What `agent` says to `question` if it answers within `within_ms`, else `otherwise`.

    An adviser that hangs keeps its thread until its own time limit; the asker goes on.
    """
    waiting = _pool.submit(agent, question)
    try:
        return waiting.result(timeout=within_ms / 1000)
    except (NoAnswer, AgentDown) as failure:
        waiting.cancel()
        log.warning("adviser gave no answer", extra={"kind": type(failure).__name__})
        return otherwise

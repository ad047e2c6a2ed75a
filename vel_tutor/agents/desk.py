"""Asking an adviser: with a deadline, and an answer of one's own for when none comes in time.

Who only follows rules is asked on the spot. Who may have to wait for a model has a line of its own:
a few threads, a bounded number of people waiting, and a breaker that opens after some failures in a
row, so that one who hangs costs the others nothing, and after a moment not even those who ask him.
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NoAnswer
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from vel_tutor.core.log import say
from vel_tutor.core.settings import settings

Q = TypeVar("Q")
A = TypeVar("A")

log = logging.getLogger(__name__)
_ticks = time.monotonic
AT_ONCE = 4
MOST_WAITING = 2 * AT_ONCE
"""Questions one adviser has before him; more are answered without him at once, for those behind
would only wait to be told that it is too late."""
TRIES = 5
"""Failures in a row after which an adviser is left alone."""
REST_S = 30.0
"""How long; then one question tries whether he is back."""


class AgentDown(Exception):
    """An adviser cannot answer; the message is for the log and names nobody."""


class Lapse(StrEnum):
    """Why an adviser was not heard."""

    LATE = "late"
    DOWN = "down"
    RESTING = "resting"
    """Its breaker is open."""
    CROWDED = "crowded"


@dataclass(frozen=True)
class Heard(Generic[A]):
    """An answer, and how it came about."""

    answer: A
    latency_ms: float
    lapse: Lapse | None = None
    """Why it is the asker's own; unset when the adviser gave it."""


@dataclass
class _Line:
    """One adviser's threads, who waits, and how it went lately. `lock` guards the rest."""

    pool: ThreadPoolExecutor
    lock: threading.Lock = field(default_factory=threading.Lock)
    waiting: int = 0
    failures: int = 0
    closed_until: float = 0.0
    tally: Counter[str] = field(default_factory=Counter[str])

    def enter(self) -> Lapse | None:
        """Why there is no point in asking now; unset when there is a place in the line."""
        with self.lock:
            lapse = self._lapse()
            self.tally[lapse or "asked"] += 1
            if lapse is None:
                self.waiting += 1
                if self.failures >= TRIES:
                    self.closed_until = _ticks() + REST_S  # this one tries for all
            return lapse

    def _lapse(self) -> Lapse | None:
        if self.failures >= TRIES and _ticks() < self.closed_until:
            return Lapse.RESTING
        return Lapse.CROWDED if self.waiting >= MOST_WAITING else None

    def leave(self, lapse: Lapse | None) -> None:
        with self.lock:
            self.waiting -= 1
            if lapse is None:
                self.failures = 0
                return
            self.tally[lapse] += 1
            self.failures += 1
            if self.failures == TRIES:
                self.closed_until = _ticks() + REST_S


_lines: dict[Callable[..., Any], _Line] = {}
_opening = threading.Lock()


def decide(rule: Callable[[Q], A], question: Q, *, within_ms: float, otherwise: A) -> Heard[A]:
    """What `rule` says to `question`, asked in the asker's own thread: a rule cannot hang.

    So it waits behind nobody; an answer that came late for want of a processor is not used.
    """
    began = _ticks()
    answer = rule(question)
    latency_ms = (_ticks() - began) * 1000
    if latency_ms <= within_ms * settings().advice_patience:
        return Heard(answer, latency_ms)
    say(log, logging.WARNING, "an adviser gave no answer", agent=_name(rule), kind=Lapse.LATE)
    return Heard(otherwise, latency_ms, Lapse.LATE)


def ask(agent: Callable[[Q], A], question: Q, *, within_ms: float, otherwise: A) -> A:
    """What `agent` says to `question` if it answers within `within_ms`, else `otherwise`."""
    return consult(agent, question, within_ms=within_ms, otherwise=otherwise).answer


def consult(agent: Callable[[Q], A], question: Q, *, within_ms: float, otherwise: A) -> Heard[A]:
    """The same, with how long it took and why the answer is `otherwise`, if it is.

    An adviser that hangs keeps one of its threads until its own time limit; the asker goes on. A
    mistake of an adviser is raised.
    """
    began = _ticks()
    line = _line(agent)
    lapse = line.enter()
    answer = otherwise
    if lapse is None:
        try:
            lapse, answer = _wait(line, agent, question, within_ms, otherwise)
        finally:
            line.leave(lapse)
    if lapse in (Lapse.LATE, Lapse.DOWN):
        say(log, logging.WARNING, "an adviser gave no answer", agent=_name(agent), kind=lapse)
    return Heard(answer, (_ticks() - began) * 1000, lapse)


def _wait(
    line: _Line, agent: Callable[[Q], A], question: Q, within_ms: float, otherwise: A
) -> tuple[Lapse | None, A]:
    answering = line.pool.submit(agent, question)
    try:
        return None, answering.result(timeout=within_ms / 1000)
    except NoAnswer:
        answering.cancel()
        return Lapse.LATE, otherwise
    except AgentDown:
        return Lapse.DOWN, otherwise


def tally(agent: Callable[..., Any]) -> dict[str, int]:
    """How often `agent` was asked in this process, and each way it was not heard."""
    line = _line(agent)
    with line.lock:
        return dict(line.tally)


def forget() -> None:
    """Begin anew: no counts, no open breakers; for tests and benches."""
    with _opening:
        for line in _lines.values():
            line.pool.shutdown(wait=False, cancel_futures=True)
        _lines.clear()


def _line(agent: Callable[..., Any]) -> _Line:
    with _opening:
        if agent not in _lines:
            pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix=_name(agent))
            _lines[agent] = _Line(pool)
        return _lines[agent]


def _name(agent: Callable[..., Any]) -> str:
    return f"{agent.__module__.rsplit('.', 1)[-1]}.{agent.__name__}"

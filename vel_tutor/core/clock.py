"""The one source of time."""

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, eq=False)
class _Watch:
    """What somebody goes by instead of the machine's clock."""

    tells: Callable[[], datetime]


@dataclass
class _Clock:
    """Tells the machine's time, unless somebody goes by a watch; `turn` guards `watches`."""

    watches: tuple[_Watch, ...] = ()
    turn: threading.Lock = field(default_factory=threading.Lock)


_clock = _Clock()


def now() -> datetime:
    """The present moment, in UTC."""
    watches = _clock.watches
    return watches[-1].tells() if watches else datetime.now(UTC)


@contextmanager
def stopped(at: datetime) -> Generator[None]:
    """Stop the clock at `at` for the whole process; for tests and simulations.

    Whoever stopped it last is heard. Threads that let go in another order than they came leave it
    running all the same.
    """
    with _going_by(_Watch(lambda: at)):
        yield


@contextmanager
def running_from(at: datetime) -> Generator[None]:
    """Let it be `at` now for the whole process, and let time run on from there; for tests."""
    began = time.monotonic()
    with _going_by(_Watch(lambda: at + timedelta(seconds=time.monotonic() - began))):
        yield


@contextmanager
def _going_by(mine: _Watch) -> Generator[None]:
    with _clock.turn:
        _clock.watches = (*_clock.watches, mine)
    try:
        yield
    finally:
        with _clock.turn:
            _clock.watches = tuple(watch for watch in _clock.watches if watch is not mine)

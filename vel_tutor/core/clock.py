"""The one source of time."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True, eq=False)
class _Stop:
    """One who has stopped the clock, and at which moment."""

    at: datetime


@dataclass
class _Clock:
    """Runs, unless somebody has stopped it; `turn` guards `stops`."""

    stops: tuple[_Stop, ...] = ()
    turn: threading.Lock = field(default_factory=threading.Lock)


_clock = _Clock()


def now() -> datetime:
    """The present moment, in UTC."""
    stops = _clock.stops
    return stops[-1].at if stops else datetime.now(UTC)


@contextmanager
def stopped(at: datetime) -> Generator[None]:
    """Stop the clock at `at` for the whole process; for tests and simulations.

    Whoever stopped it last is heard. Threads that let go in another order than they came leave it
    running all the same.
    """
    mine = _Stop(at)
    with _clock.turn:
        _clock.stops = (*_clock.stops, mine)
    try:
        yield
    finally:
        with _clock.turn:
            _clock.stops = tuple(stop for stop in _clock.stops if stop is not mine)

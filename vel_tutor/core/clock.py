"""The one source of time."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime


class _Clock:
    """Runs, unless somebody stopped it."""

    def __init__(self) -> None:
        self.stopped_at: datetime | None = None


_clock = _Clock()


def now() -> datetime:
    """The present moment, in UTC."""
    return _clock.stopped_at or datetime.now(UTC)


@contextmanager
def stopped(at: datetime) -> Generator[None]:
    """Stop the clock at `at` for the whole process; for tests and simulations."""
    before, _clock.stopped_at = _clock.stopped_at, at
    try:
        yield
    finally:
        _clock.stopped_at = before

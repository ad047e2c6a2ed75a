"""The moment at which tests live: the same for each, whatever day and hour the machine has.

Each test begins on a Wednesday after school in New York, and time runs on from there. `--at` lets
them all begin at another moment, which is how faults are hunted that show at some hour only:

    python -m pytest tests/domain --at 2026-11-01T05:30     # the hour that New York has twice
    python -m pytest tests/domain --at now                  # by the machine's clock

Tests in the rooms of `AMONG_PROCESSES` share rows with other processes, which go by the machine's
clock, and so do they; and those marked `machine_clock`, where the database looks at its own.
"""

from collections.abc import Generator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest

AFTER_SCHOOL = "2026-11-18T20:30Z"
"""Half past three in New York: far from where clocks change and from the ends of a day, a week and
a month, and no hour at which minors are left in peace."""
AMONG_PROCESSES = ("e2e", "faults", "security", "vt")
TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--at",
        default=AFTER_SCHOOL,
        metavar="MOMENT",
        help=f"when tests live, as ISO 8601 (UTC without an offset), or `now`; else {AFTER_SCHOOL}",
    )


def parse(asked: str) -> datetime | None:
    """The moment that was asked for; None is the machine's own.

    Raises:
        pytest.UsageError: it is neither `now` nor ISO 8601.
    """
    if asked == "now":
        return None
    try:
        at = datetime.fromisoformat(asked)
    except ValueError as wrong:
        raise pytest.UsageError(f"--at: {wrong}") from wrong
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _asked(config: pytest.Config) -> datetime | None:
    return parse(str(config.getoption("at")))


def pytest_configure(config: pytest.Config) -> None:
    """Refuse what is no moment before anything is started."""
    config.addinivalue_line("markers", "machine_clock: does not live at the moment of the others")
    _asked(config)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """What a module works out when it is read belongs to the moment too."""
    from vel_tutor.core import clock

    at = _asked(session.config)
    with clock.stopped(at) if at else nullcontext():
        return (yield)


@pytest.fixture(autouse=True)
def moment(request: pytest.FixtureRequest) -> Generator[None]:
    """The test begins at its moment."""
    with _running(request):
        yield


def _running(request: pytest.FixtureRequest) -> AbstractContextManager[None]:
    from vel_tutor.core import clock

    room = Path(request.path).relative_to(TESTS).parts[0]
    at = _asked(request.config)
    apart = room in AMONG_PROCESSES or request.node.get_closest_marker("machine_clock")
    return clock.running_from(at) if at and not apart else nullcontext()

"""The clock stands while somebody stops it, and may run from another moment."""

from datetime import UTC, datetime, timedelta

import pytest

from tests import moment
from vel_tutor.core import clock

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


def test_whoever_stopped_it_last_is_heard():
    with clock.stopped(NOON):
        with clock.stopped(NOON + timedelta(hours=1)):
            assert clock.now() == NOON + timedelta(hours=1)
        assert clock.now() == NOON


def test_two_who_let_go_in_another_order_than_they_came_leave_it_running():
    first, second = clock.stopped(NOON), clock.stopped(NOON + timedelta(hours=1))
    first.__enter__()
    second.__enter__()

    first.__exit__(None, None, None)
    assert clock.now() == NOON + timedelta(hours=1)
    second.__exit__(None, None, None)

    before = clock.now()
    assert before > NOON
    assert before <= clock.now()


def test_it_runs_on_from_another_moment_and_then_tells_the_time_it_told_before():
    before = clock.now()

    with clock.running_from(NOON):
        first = clock.now()
        with clock.stopped(NOON + timedelta(days=1)):
            assert clock.now() == NOON + timedelta(days=1)
        assert NOON <= first <= clock.now() < NOON + timedelta(hours=1)

    assert before <= clock.now() < before + timedelta(hours=1)


@pytest.mark.parametrize("asked", ["now", "2027-01-01T04:59", "noon"])
def test_a_run_lives_at_the_moment_it_is_told(asked):
    """What `--at` takes: an offset, UTC without one, and the machine's own time."""
    if asked == "noon":
        with pytest.raises(pytest.UsageError):
            moment.parse(asked)
    else:
        told = {"now": None, "2027-01-01T04:59": datetime(2027, 1, 1, 4, 59, tzinfo=UTC)}
        assert moment.parse(asked) == told[asked]

"""The clock stands while somebody stops it, and runs as soon as nobody does."""

from datetime import UTC, datetime, timedelta

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

    assert clock.now() > NOON
    assert clock.now() <= datetime.now(UTC)

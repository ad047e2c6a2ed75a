"""Levels, days and streaks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vel_tutor.domain.incentives import rules


@pytest.mark.parametrize(
    ("xp", "level"),
    [(0, 1), (49, 1), (50, 2), (149, 2), (150, 3), (299, 3), (300, 4), (4549, 13), (4550, 14)],
)
def test_a_level_begins_at_25_times_l_times_l_minus_1(xp, level):
    assert rules.level_for(xp).number == level


@given(st.integers(min_value=0, max_value=10**12))
def test_every_balance_lies_inside_its_level(xp):
    level = rules.level_for(xp)

    assert rules.xp_of_level(level.number) <= xp < rules.xp_of_level(level.number + 1)
    assert 0 <= level.percent < 100
    assert rules.level_for(xp + level.xp_to_next).number == level.number + 1


def test_practising_at_two_in_the_morning_still_counts_for_the_evening():
    at = datetime(2026, 3, 2, 1, 59, tzinfo=UTC)

    assert rules.local_day(at, "Europe/Berlin") == date(2026, 3, 1)


@given(
    st.datetimes(
        min_value=datetime(2024, 1, 1),  # noqa: DTZ001
        max_value=datetime(2030, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    st.sampled_from(sorted(available_timezones())),
)
def test_a_learners_day_never_runs_backwards(at, zone):
    today, later = rules.local_day(at, zone), rules.local_day(at + timedelta(hours=12), zone)

    assert today <= later <= today + timedelta(days=2)

"""An answer faster than reading says nothing."""

import pytest

from vel_tutor.measure import effort


@pytest.mark.parametrize(
    ("spent_ms", "median_ms", "rapid"),
    [(1_999, 10_000, True), (2_000, 10_000, False), (5_999, 60_000, True), (6_000, 60_000, False)],
)
def test_too_fast_is_under_two_seconds_or_a_tenth_of_what_it_usually_takes(
    spent_ms, median_ms, rapid
):
    assert effort.is_rapid(spent_ms, median_ms) is rapid


def test_three_in_a_row_call_for_a_pause():
    assert effort.wants_a_pause([False, True, True, True])
    assert not effort.wants_a_pause([True, True, True, False])
    assert not effort.wants_a_pause([True, True])


def test_a_third_of_the_answers_spoils_the_test():
    assert effort.is_low([True] * 9 + [False] * 21)
    assert not effort.is_low([True] * 8 + [False] * 22)
    assert not effort.is_low([])

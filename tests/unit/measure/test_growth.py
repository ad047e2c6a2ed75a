"""Shares, waiting and spread, by published numbers and by hand."""

import numpy as np
import pytest

from vel_tutor.measure.shares import newcombe, relative_lift, wilson
from vel_tutor.measure.spread import Redrawn, ceiling, clustered, projected
from vel_tutor.measure.waiting import kaplan_meier


def test_the_difference_of_two_shares_has_the_interval_of_newcombe():
    """Newcombe 1998, method 10: 56/70 - 48/80."""
    found = newcombe(56, 70, 48, 80)

    assert (found.value, found.low, found.high) == pytest.approx((0.2, 0.05243, 0.33387), abs=5e-5)


def test_a_share_of_nobody_still_has_an_interval():
    """Wilson's upper limit of 0 in 10 is z^2 / (n + z^2)."""
    found = wilson(0, 10)

    assert (found.value, found.low, found.high) == pytest.approx((0, 0, 0.27754), abs=5e-5)


def test_a_lift_is_relative_and_needs_somebody_in_either_group():
    """Log ratio of 20/100 and 10/100: se = sqrt(1/20 - 1/100 + 1/10 - 1/100) = .36056."""
    found = relative_lift(20, 100, 10, 100)

    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((1.0, -0.01346, 3.05456), abs=5e-4)
    assert relative_lift(20, 100, 0, 100) is None


def test_those_who_still_wait_count():
    """Hours: .1 done, 2 done, 5 waiting, 24 done, 48 waiting."""
    found = kaplan_meier([0.1, 2, 24], [5, 48])

    assert found.times == pytest.approx((0.1, 2, 24))
    assert found.still_waiting == pytest.approx((0.8, 0.6, 0.3))
    assert found.median == 24


def test_there_is_no_median_before_half_are_there():
    assert kaplan_meier([1], [5, 6]).median is None
    assert kaplan_meier([], [5, 6]).median is None


@pytest.mark.parametrize(
    ("day", "people"), [(0, 100), (7, 225), (14, 381), (21, 577), (35, 1126), (70, 4257)]
)
def test_growth_is_projected_by_cycles(day, people):
    """A hundred people, K 1.25, a cycle of 7 days; the published table truncates 576.6."""
    assert round(projected(100, 1.25, day / 7)) == people


def test_growth_by_invitations_alone_ends_below_one():
    assert ceiling(100, 0.5) == 200
    assert ceiling(100, 1.0) is None
    assert projected(100, 1.0, 3) == 400
    assert projected(100, 0.5, 60) == pytest.approx(200)


def test_people_each_for_themselves_have_the_plain_interval():
    y = np.array([0, 0, 1, 2, 0, 3, 1, 0] * 30, dtype=float)

    found = clustered(len(y), y.sum(), (y**2).sum(), y.sum(), len(y))

    half = 1.959964 * y.std(ddof=1) / np.sqrt(len(y))
    assert (found.low, found.high) == pytest.approx((y.mean() - half, y.mean() + half), abs=1e-6)


def test_people_of_one_tree_tell_less_than_strangers():
    alone = clustered(200, 100, 200, 100, 200)
    in_fours = clustered(200, 100, 800, 400, 800)

    assert in_fours.high - in_fours.low == pytest.approx(2 * (alone.high - alone.low))


def test_a_small_cohort_is_drawn_again_around_its_mean():
    y = np.array([0, 0, 1, 2, 0, 3, 1, 0] * 15, dtype=float)
    figures = np.stack([y, np.ones(len(y))], axis=1)

    drawn = Redrawn(figures).ratio([0], [1])
    plain = clustered(len(y), y.sum(), (y**2).sum(), y.sum(), len(y))

    assert drawn is not None
    assert drawn.value == plain.value
    assert (drawn.low, drawn.high) == pytest.approx((plain.low, plain.high), abs=0.03)
    assert Redrawn(figures).ratio([0], [1]) == drawn
    assert Redrawn(figures).ratio([0], []) is None

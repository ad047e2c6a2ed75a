"""Items that misbehave are found; items that behave are left in peace."""

import numpy as np
import pytest

from vel_tutor.measure import fit, irt

RNG = np.random.default_rng(20)


def answers(a=1.2, b=0.0, c=0.0, n=4000, told=(1.2, 0.0, 0.0)):
    """People of all abilities at an item of slope a; `told` is what the model believes."""
    theta = RNG.normal(0, 1, n)
    right = RNG.random(n) < irt.probability(theta, a, b, c)
    return right, irt.probability(theta, *told), theta


def test_an_item_as_the_model_says_fits():
    right, p, theta = answers()

    assert fit.infit(right, p).value == pytest.approx(1, abs=0.05)
    assert abs(fit.infit(right, p).z) < 3
    assert abs(fit.outfit(right, p).z) < 3
    assert fit.point_biserial(right, theta) > 0.4


def test_mean_squares_of_three_answers_by_hand():
    right, p = np.array([True, False, True]), np.array([0.8, 0.5, 0.3])

    # (.04 + .25 + .49) / (.16 + .25 + .21) and the mean of .25, 1, 7/3.
    assert fit.infit(right, p).value == pytest.approx(0.78 / 0.62)
    assert fit.outfit(right, p).value == pytest.approx((0.25 + 1 + 0.49 / 0.21) / 3)


def test_an_item_that_goes_by_luck_does_not_fit():
    right, p, theta = answers(a=0.05)

    seen = fit.Behaviour(fit.infit(right, p).z, fit.point_biserial(right, theta), 20_000)

    assert len(fit.flags(seen)) == 2


def test_a_sound_item_has_no_flags():
    assert fit.flags(fit.Behaviour(infit_z=1.1, point_biserial=0.42, median_ms=21_000)) == ()


def test_two_by_two_tables_are_compared_by_hand():
    # Two strata: odds ratio 4 in the first (20 30 / 10 60) and 2 in the second (40 10 / 40 20).
    cells = [(0, 20, 30, 10, 60), (1, 40, 10, 40, 20)]
    rows = [
        (right, focal, stratum)
        for stratum, a, b, c, d in cells
        for right, focal, count in ((1, 0, a), (0, 0, b), (1, 1, c), (0, 1, d))
        for _ in range(count)
    ]
    right, focal, stratum = np.array(rows).T

    found = fit.mantel_haenszel(right.astype(bool), focal.astype(bool), stratum)

    odds = (20 * 60 / 120 + 40 * 20 / 110) / (30 * 10 / 120 + 10 * 40 / 110)
    assert found.delta == pytest.approx(-2.35 * np.log(odds))
    expected = 50 * 30 / 120 + 50 * 80 / 110
    variance = 50 * 70 * 30 * 90 / (120**2 * 119) + 50 * 60 * 80 * 30 / (110**2 * 109)
    assert found.chi_square == pytest.approx((abs(60 - expected) - 0.5) ** 2 / variance)


def test_an_item_harder_for_equals_of_one_group_is_found_and_a_fair_one_is_not():
    theta, focal = RNG.normal(0, 1, 6000), RNG.random(6000) < 0.5
    theta = theta - 0.5 * focal  # the groups differ in ability: that alone is no bias
    stratum = np.digitize(theta, np.linspace(-2, 2, 15))
    fair = RNG.random(6000) < irt.probability(theta, 1.0, 0.0)
    biased = RNG.random(6000) < irt.probability(theta - 0.9 * focal, 1.0, 0.0)

    assert abs(fit.mantel_haenszel(fair, focal, stratum).delta) < 0.5
    assert fit.mantel_haenszel(biased, focal, stratum).delta < -1.5


def test_nothing_is_said_of_an_item_everybody_gets_right():
    right = np.ones(30, bool)

    assert fit.point_biserial(right, np.arange(30.0)) == 0
    assert fit.mantel_haenszel(right, np.arange(30) % 2 == 0, np.zeros(30, int)).delta == 0

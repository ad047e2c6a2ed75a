"""The response model against published and independently computed figures."""

import numpy as np
import pytest

from vel_tutor.measure import irt


@pytest.mark.parametrize(
    ("item", "theta", "p", "told"),
    [
        # 2PL at its difficulty: an identity.
        ((1.0, 0.0, 0.0, 1.0), 0.0, 0.5, 0.25),
        # Runs of catR 3.17 (CRAN) in R 4.2.2: Pi() and Ii().
        ((1.2, 0.5, 0.2, 1.0), 0.0, 0.483474955, 0.193165388),
        ((1.8, 1.0, 0.0, 1.0), 0.5, 0.2890504974, 0.6658209958),
        ((1.5, -0.7, 0.25, 0.95), 0.3, 0.8223021333, 0.1678382029),
    ],
)
def test_chance_and_information_are_those_of_catr(item, theta, p, told):
    assert irt.probability(theta, *item) == pytest.approx(p, abs=1e-9)
    assert irt.information(theta, *item) == pytest.approx(told, abs=1e-9)


@pytest.mark.parametrize(
    ("p", "needed"),
    [
        # Linacre, Rasch Measurement Transactions 20:2: items for a standard error of .5 .. .1.
        (0.5, (16, 25, 45, 100, 178, 400)),
        (0.7, (20, 30, 53, 120, 212, 477)),
        (0.8, (25, 40, 70, 157, 278, 625)),
    ],
)
def test_a_rasch_test_is_as_long_as_its_precision_asks(p, needed):
    told = float(irt.information(np.log(p / (1 - p)), 1.0, 0.0))
    errors = (0.5, 0.4, 0.3, 0.2, 0.15, 0.1)

    assert tuple(int(np.ceil(1 / (told * se**2) - 1e-9)) for se in errors) == needed


def test_the_slope_and_its_change_are_those_of_the_curve():
    item, theta, h = (1.5, -0.7, 0.25, 0.95), np.linspace(-3, 3, 13), 1e-5

    up, down = irt.probability(theta + h, *item), irt.probability(theta - h, *item)

    assert irt.derivative(theta, *item) == pytest.approx((up - down) / (2 * h), abs=1e-8)
    middle = irt.probability(theta, *item)
    assert irt.curvature(theta, *item) == pytest.approx((up - 2 * middle + down) / h**2, abs=1e-4)


def test_the_model_stays_finite_far_away():
    far = irt.information(np.array([-1e6, 1e6]), 2.0, 0.0, 0.2, 0.98)

    assert np.isfinite(far).all()
    assert far == pytest.approx([0, 0], abs=1e-12)

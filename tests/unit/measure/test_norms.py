"""What an estimate is said to mean."""

import numpy as np
import pytest

from vel_tutor.measure import irt
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.norms import (
    Domain,
    Norm,
    empirical_percentile,
    model_percentile,
    percentile,
    scale_score,
)


@pytest.mark.parametrize(
    ("case", "rank"),
    # Closed form: 100 * Phi((theta - mean) / sqrt(sd^2 + se^2)).
    [((0.5, 0.3, 0.2, 1.0), 61.31), ((0.5902588, 0.2877473, 0.0, 1.0), 71.47)],
)
def test_a_percentile_allows_for_the_error_of_measurement(case, rank):
    assert model_percentile(*case) == pytest.approx(rank, abs=0.005)


@pytest.mark.parametrize(
    ("theta", "score"), [(0, 500), (0.01, 501), (-0.01, 500), (1.37, 569), (-30, 0), (30, 1000)]
)
def test_a_logit_is_worth_fifty_points(theta, score):
    assert scale_score(theta) == score


def test_equals_share_their_rank():
    assert empirical_percentile(2.0, [1, 2, 2, 3]) == 50.0
    assert empirical_percentile(0.5, [1, 2, 2, 3]) == 0.0


def test_a_small_group_is_provisional_and_rests_on_the_model():
    few = Norm(mean=0.2, sd=1.0, thetas=[-3.0] * 199)

    found = percentile(0.5, 0.3, few)

    assert (found.rank, found.n, found.provisional) == (61, 199, True)
    assert found.low < found.rank < found.high


def test_a_large_group_speaks_for_itself_more_and_more():
    everybody_below = Norm(mean=0.2, sd=1.0, thetas=[-3.0] * 200)
    many_below = Norm(mean=0.2, sd=1.0, thetas=[-3.0] * 1800)

    assert percentile(0.5, 0.3, everybody_below).rank == round((100 + 61.31) / 2)
    assert percentile(0.5, 0.3, many_below).rank == round(0.9 * 100 + 0.1 * 61.31)
    assert not percentile(0.5, 0.3, many_below).provisional


def test_nobody_is_told_they_are_above_or_below_everyone():
    assert percentile(9.0, 0.3, Norm(0.0)).rank == 99
    assert percentile(-9.0, 0.3, Norm(0.0)).rank == 1


def test_the_share_of_a_domain_is_the_mean_chance_over_its_items():
    rng = np.random.default_rng(3)
    a, b = rng.uniform(0.8, 2, 50), rng.normal(0, 1, 50)
    c, d = np.full(50, 0.2), np.full(50, 0.98)
    domain = Domain.of(a, b, c, d)

    expected = irt.probability(0.37, a, b, c, d).mean()

    assert domain.at(0.37) == pytest.approx(float(expected), abs=1e-3)
    assert domain.percent(0.37) == round(100 * float(expected))
    assert domain.at(-50) == pytest.approx(0.2, abs=1e-2)
    assert domain.at(50) == pytest.approx(0.98, abs=1e-2)
    assert (np.diff(domain.over(Posterior.normal())) > 0).all()

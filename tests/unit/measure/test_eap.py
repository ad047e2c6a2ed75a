"""Estimates of theta against published and independently computed figures."""

import numpy as np
import pytest

from vel_tutor.measure.eap import Posterior, map_estimate, mle, replay, wle
from vel_tutor.measure.irt import Parameters, Response

THREE_PL = [(1, -1.5, 0.2), (1.2, -0.5, 0.2), (0.8, 0, 0.25), (1.5, 0.7, 0.2), (2, 1.4, 0.15)]
TWO_PL = [(0.8, -1.5), (1.05, -0.75), (1.3, 0), (1.55, 0.75), (1.8, 1.5)]


def answers(items, pattern):
    return [
        Response(Parameters(*item), right=sign == "1")
        for item, sign in zip(items, pattern, strict=True)
    ]


@pytest.mark.parametrize(
    ("reach", "points", "theta", "se"),
    # A run of catR 3.17 (eapEst, eapSem): 33 points over -4..4 and 241 over -6..6.
    [(4, 33, 0.1646601, 0.7637460), (6, 241, 0.1646441, 0.7637913)],
)
def test_the_expected_value_is_that_of_catr(reach, points, theta, se):
    prior = Posterior.normal(0, 1, points=points, reach=reach)

    found = replay(prior, answers(THREE_PL, "11010"))

    assert (found.theta, found.se) == pytest.approx((theta, se), abs=1e-7)


def test_other_estimates_are_those_of_catr():
    given = answers(THREE_PL, "11010")

    # catR 3.17, thetaEst with methods ML, BM and WL; its optimiser stops at 1e-4.
    assert mle(given) == pytest.approx(0.5744769, abs=1e-4)
    assert map_estimate(given) == pytest.approx(0.2878946, abs=1e-4)
    assert wle(given) == pytest.approx(0.6577731, abs=1e-4)


@pytest.mark.parametrize(
    ("pattern", "eap", "mode", "likeliest"),
    # The test file of girth (MIT), reproduced by catR and by a grid of 4,001 points.
    [
        ("11000", -0.31526, -0.26555, -0.4864),
        ("11100", 0.24362, 0.27580, 0.4511),
        ("10000", -0.81894, -0.75821, -1.7329),
        ("01000", -0.69372, -0.63534, -1.3482),
        ("00000", -1.24595, -1.17915, None),
    ],
)
def test_five_items_give_the_estimates_of_girth(pattern, eap, mode, likeliest):
    given = answers(TWO_PL, pattern)

    assert replay(Posterior.normal(0, 1, reach=6), given).theta == pytest.approx(eap, abs=1e-4)
    assert map_estimate(given) == pytest.approx(mode, abs=1e-4)
    assert mle(given) == (None if likeliest is None else pytest.approx(likeliest, abs=1e-4))


def test_the_law_school_test_has_its_published_likelihood():
    # LSAT section 6, 1,000 people, 5 items (Bock and Lieberman 1970); cumulative counts of the
    # patterns 00000 to 11111 as in the BUGS examples; 2PL estimates as printed by ltm for R.
    until = [3, 9, 11, 22, 23, 24, 27, 31, 32, 40, 40, 56, 56, 59, 61, 76]
    until += [86, 115, 129, 210, 213, 241, 256, 336, 352, 408, 429, 602, 613, 674, 702, 1000]
    counts = np.diff([0, *until])
    a = (0.8253715, 0.7229499, 0.8904748, 0.6885502, 0.6574516)
    b = (-3.3597341, -1.3696497, -0.2798983, -1.8659189, -3.1235725)
    patterns = [f"{number:05b}" for number in range(32)]
    prior = Posterior.normal(0, 1, points=241, reach=8)
    found = [replay(prior, answers(list(zip(a, b, strict=True)), p)) for p in patterns]

    likelihoods = [
        (prior.weights * np.exp(after.log_weights - prior.log_weights)).sum() for after in found
    ]
    right = [sum(counts[i] for i, p in enumerate(patterns) if p[item] == "1") for item in range(5)]

    assert right == [924, 709, 553, 763, 870]
    assert (counts * np.log(likelihoods)).sum() == pytest.approx(-2466.653, abs=1e-3)
    assert (found[0].theta, found[0].se) == pytest.approx((-1.8969, 0.8012), abs=1e-3)
    assert (found[31].theta, found[31].se) == pytest.approx((0.6456, 0.8590), abs=1e-3)


def test_a_stored_test_gives_the_same_bits_again():
    rng = np.random.default_rng(5)
    for _ in range(200):
        given = [
            Response(Parameters(*rng.uniform((0.5, -3, 0, 0.9), (2, 3, 0.3, 1))), bool(right))
            for right in rng.integers(0, 2, 25)
        ]
        live = Posterior.normal(-0.9, 1.4)
        for response in given:
            live = live.after(response)

        again = replay(Posterior.normal(-0.9, 1.4), given)

        assert (again.theta.hex(), again.se.hex()) == (live.theta.hex(), live.se.hex())


def test_a_guess_that_was_not_made_counts_more_than_a_wrong_one():
    item, prior = Parameters(1.2, 0, 0.2, 0.98), Posterior.normal()

    guessed = prior.after(Response(item, right=False))
    admitted = prior.after(Response(item, right=False, knew=False))
    without_guessing = prior.after(Response(item._replace(c=0.0), right=False))

    assert admitted.theta == without_guessing.theta
    assert admitted.theta != guessed.theta


def test_an_answer_after_a_hint_moves_the_estimate_less():
    item, prior = Parameters(1.2, 0, 0.2, 0.98), Posterior.normal()

    hinted = prior.after(Response(item, right=True, weight=0.5))

    assert 0 < hinted.theta < prior.after(Response(item, right=True)).theta


def test_a_perfect_test_keeps_finite_estimates():
    given = answers(TWO_PL, "11111")

    assert mle(given) is None
    assert -8 < wle(given) < 8
    assert replay(Posterior.normal(), given).se > 0

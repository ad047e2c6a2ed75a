"""Difficulties are learned from answers, a family at a time."""

from collections import defaultdict

import numpy as np
import pytest

from vel_tutor.measure import irt
from vel_tutor.measure.calibrate import (
    Estimate,
    Sighting,
    drift,
    leave_one_out,
    refit,
    update,
)
from vel_tutor.measure.eap import Posterior, replay
from vel_tutor.measure.irt import Parameters, Response

FAMILIES, INSTANCES, ANSWERS_PER_ITEM = 30, 8, 25


def school(rng):
    """True difficulties, and what is believed of the families before any answer."""
    true_family = rng.normal(0, 1.2, FAMILIES)
    true_item = true_family[:, None] + rng.normal(0, 0.2, (FAMILIES, INSTANCES))
    believed = true_family + rng.normal(0, 0.6, FAMILIES)
    return true_item, believed


def sittings(rng, true_item, count):
    """Tests of 20 items near the learner, as (family, instance, right)."""
    for _ in range(count):
        theta = rng.normal(0, 1)
        near = np.argsort(np.abs(true_item.mean(axis=1) - theta))[:24]
        given = [(f, int(rng.integers(INSTANCES))) for f in rng.permutation(near)[:20].tolist()]
        yield [(f, i, bool(rng.random() < p(theta, true_item[f, i]))) for f, i in given]


def p(theta, b):
    return float(irt.probability(theta, 1.2, b, 0.2, 0.98))


def hierarchical(believed, taken):
    family = [Estimate.family(b) for b in believed]
    offset = defaultdict(Estimate.offset)
    for test in taken:
        responses = [
            Response(Parameters(1.2, family[f].b + offset[f, i].b, 0.2, 0.98), right)
            for f, i, right in test
        ]
        posterior = replay(Posterior.normal(), responses)
        for (f, i, _), response in zip(test, responses, strict=True):
            learner = leave_one_out(posterior, response)
            family[f], offset[f, i] = update(family[f], offset[f, i], response, learner)
    return np.array(
        [[family[f].b + offset[f, i].b for i in range(INSTANCES)] for f in range(FAMILIES)]
    )


def elo(believed, taken):
    b, seen = np.repeat(believed[:, None], INSTANCES, 1), defaultdict(int)
    for test in taken:
        theta, n = 0.0, 0
        for f, i, right in test:
            surprise = right - p(theta, b[f, i])
            b[f, i] -= surprise / (1 + 0.05 * seen[f, i])
            theta += surprise / (1 + 0.05 * n)
            seen[f, i], n = seen[f, i] + 1, n + 1
    return b


def error(found, true):
    return float(np.sqrt(((found - true) ** 2).mean()))


def test_a_family_learns_faster_than_elo_and_than_nothing():
    rng = np.random.default_rng(8)
    true_item, believed = school(rng)
    count = FAMILIES * INSTANCES * ANSWERS_PER_ITEM // 20
    taken = list(sittings(rng, true_item, count))

    family_error = error(hierarchical(believed, taken), true_item)

    # The bar: .35 logit at 25 answers an item, with a prior error of about .63.
    assert family_error <= 0.35
    assert family_error < error(elo(believed, taken), true_item)
    assert family_error < error(np.repeat(believed[:, None], INSTANCES, 1), true_item)


def test_a_right_answer_makes_an_item_easier_and_no_step_is_wild():
    family, offset = Estimate.family(4.0), Estimate.offset()
    learner = Posterior.normal(-4.0, 0.3)

    right, of_item = update(family, offset, Response(Parameters(2.5, 0), True), learner)
    wrong, _ = update(family, offset, Response(Parameters(2.5, 0), False), learner)

    assert 3.5 <= right.b < 4.0 <= wrong.b
    assert of_item.b < 0
    assert right.variance <= family.variance


def test_leaving_an_answer_out_is_as_if_it_had_never_been_given():
    one, two = Response(Parameters(1, 0.3), True), Response(Parameters(1.4, -0.2, 0.2), False)
    both = replay(Posterior.normal(), [one, two])

    assert leave_one_out(both, two).weights == pytest.approx(Posterior.normal().after(one).weights)


@pytest.mark.parametrize("slope", [0.7, 1.15, 1.9])
def test_a_slope_is_found_from_five_hundred_answers(slope):
    rng = np.random.default_rng(31)
    sightings = []
    for _ in range(500):
        theta, offset = rng.normal(0, 1.2), rng.normal(0, 0.2)
        learner = Posterior.normal(theta + rng.normal(0, 0.3), 0.3)
        right = rng.random() < irt.probability(theta, slope, 0.4 + offset, 0.2, 0.98)
        sightings.append(Sighting(learner, offset, 0.2, 0.98, bool(right)))

    a, b = refit(sightings, Estimate(0.2, 0.09), 1.15, 1.15)

    assert b == pytest.approx(0.4, abs=0.2)
    assert np.log(a) == pytest.approx(np.log(slope), abs=0.25)
    assert abs(np.log(a) - np.log(1.15)) <= abs(np.log(slope) - np.log(1.15)) + 0.15


def test_anchors_hold_the_scale_in_place():
    assert drift([0.1, 1.3, -0.4], [0.0, 1.0, -0.5]) == pytest.approx(0.5 / 3)
    assert drift([], []) == 0

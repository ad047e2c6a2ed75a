"""What an adaptive test asks next."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from vel_tutor.measure import irt
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import Parameters, Response
from vel_tutor.measure.pool import Blueprint, Pool, PoolItem, strata
from vel_tutor.measure.select import Rules, eligible, fresh_enough, next_item
from vel_tutor.vocabulary import StopReason

AREAS = ("Algebra", "Data", "Fractions", "Geometry", "Number")
BLUEPRINT = Blueprint(dict.fromkeys(AREAS, 4))


def pool_of(count=400, per_family=10, testlets=0, seed=1):
    rng = np.random.default_rng(seed)
    items = []
    for i in range(count):
        testlet = f"passage-{i // 6}" if i < 6 * testlets else ""
        items.append(
            PoolItem(
                id=f"item-{i}",
                parameters=Parameters(rng.lognormal(0.1, 0.3), rng.normal(0, 1.5), 0.2, 0.98),
                family=f"family-{i}" if testlet else f"family-{i // per_family}",
                area=AREAS[(i if testlet else i // per_family) % 5],
                grade=5,
                testlet=testlet,
            )
        )
    return Pool.of(items)


def sit(pool, *, theta=0.3, seed=7, **limits):
    """Somebody at `theta` takes the whole test: what was given, and why it ended."""
    rng = np.random.default_rng(seed)
    posterior, given = Posterior.normal(0, 1.4), []
    while not isinstance(
        step := next_item(pool, posterior, given, seed=seed, **limits), StopReason
    ):
        item = pool.parameters(step)
        right = bool(rng.random() < irt.probability(theta, *item))
        given.append(step)
        posterior = posterior.after(Response(item, right))
    return given, step, posterior


def test_the_first_item_is_among_the_most_telling_ones():
    pool = pool_of()
    told = Posterior.normal().weights @ irt.information(
        Posterior.normal().points[:, None], pool.a, pool.b, pool.c, pool.d
    )

    first = next_item(pool, Posterior.normal(), [], seed=3)

    assert first in np.argsort(-told)[:8]


def test_the_same_test_goes_on_in_the_same_way():
    pool, posterior = pool_of(), Posterior.normal()

    steps = [next_item(pool, posterior, [4, 57], seed=11) for _ in range(5)]

    assert len(set(steps)) == 1
    assert len({next_item(pool, posterior, [4, 57], seed=seed) for seed in range(40)}) > 3


def test_late_in_the_test_only_the_best_will_do():
    pool, posterior = pool_of(), Posterior.normal(0.4, 0.3)
    given = list(range(0, 400, 10))[:36]

    steps = {
        next_item(pool, posterior, given, seed=seed, rules=Rules(longest=40, shortest=40))
        for seed in range(20)
    }

    assert len(steps) == 1


def test_a_family_comes_twice_at_most_never_in_a_row_and_never_from_the_same_stratum():
    pool = pool_of(count=120, per_family=10)

    given, _, _ = sit(pool, rules=Rules(shortest=20, longest=24, precise_se=0.0))

    families = pool.family[given]
    assert len(given) == 24
    assert max(Counter(families.tolist()).values()) == 2
    assert not (families[1:] == families[:-1]).any()
    assert len(set(pool.twin[given].tolist())) == 24


def test_every_area_gets_its_share():
    pool = pool_of(count=600)

    for theta in (-2.5, 0.0, 2.5):
        given, _, _ = sit(
            pool, theta=theta, rules=Rules(precise_se=0.0, longest=25, blueprint=BLUEPRINT)
        )

        assert min(Counter(pool.area[given].tolist()).values()) >= 4


@pytest.mark.parametrize("theta", [-2.5, 0.0, 2.5])
def test_a_test_that_is_precise_early_still_asks_about_every_area(theta):
    pool = pool_of(count=1500)
    rules = Rules(blueprint=BLUEPRINT, precise_se=0.6)

    given, reason, _ = sit(pool, theta=theta, rules=rules)

    areas = Counter(pool.areas[pool.area[position]] for position in given)
    assert reason is StopReason.PRECISE
    assert min(areas[area] for area in AREAS) >= 4


def test_an_area_that_has_run_dry_does_not_stop_the_test():
    pool = pool_of(count=600)
    no_data = pool.area != AREAS.index("Data")

    given, why, _ = sit(pool, rules=Rules(precise_se=0.0, blueprint=BLUEPRINT), available=no_data)

    assert (len(given), why) == (30, StopReason.FULL_LENGTH)


def test_what_the_learner_must_not_get_is_never_given():
    pool = pool_of()
    available = np.random.default_rng(2).random(len(pool)) < 0.5

    given, _, _ = sit(pool, available=available)

    assert available[given].all()


def test_a_test_is_over_when_it_is_precise_long_enough_or_has_nothing_left():
    sharp = Pool.of(
        PoolItem(i, Parameters(3.0, b), f"f{i}", "Number", 5)
        for i, b in enumerate(np.linspace(-3, 3, 200))
    )
    far = Pool.of(PoolItem(i, Parameters(1.0, -9.0), f"f{i}", "Number", 5) for i in range(200))

    given, why, _ = sit(sharp)
    assert (len(given), why) == (20, StopReason.PRECISE)
    assert sit(pool_of(), rules=Rules(precise_se=0.0))[1] is StopReason.FULL_LENGTH
    assert sit(far, theta=2.0)[1] is StopReason.NOTHING_LEFT
    assert sit(pool_of(count=8, per_family=1))[1] is StopReason.NOTHING_LEFT


def test_a_passage_is_read_once_and_asked_about_in_a_row():
    pool = pool_of(count=400, testlets=40)

    given, _, _ = sit(pool, rules=Rules(precise_se=0.0, blueprint=BLUEPRINT))

    about = [int(pool.testlet[position]) for position in given if pool.testlet[position] >= 0]
    assert about
    changes = sum(now != before for before, now in pairwise(about))
    assert changes == len(set(about)) - 1
    assert max(Counter(about).values()) <= 4


def test_items_shown_too_often_rest():
    counts = np.array([0, 1, 20, 39, 40, 41])

    assert fresh_enough(counts, 0).tolist() == [True, False, False, False, False, False]
    assert fresh_enough(counts, 199).tolist() == [True, True, True, True, False, False]


def test_the_cap_holds_over_many_tests():
    pool, counts = pool_of(count=600), np.zeros(600, int)
    for test in range(150):
        given, _, _ = sit(
            pool,
            theta=0.0,
            seed=test,
            available=fresh_enough(counts, test),
            rules=Rules(longest=20),
        )
        counts[given] += 1

    assert counts.max() / 150 <= 0.21


def test_instances_of_a_family_fall_into_thirds():
    family = np.array([0] * 6 + [1, 1] + [2])

    assert strata(family, np.array([3.0, 1, 2, 6, 5, 4, 0.2, 0.1, 9])).tolist() == [
        1, 0, 0, 2, 2, 1, 1, 0, 0,
    ]  # fmt: skip


@pytest.mark.parametrize("given", [[], [3]])
def test_nothing_is_marked_in_the_mask_of_the_caller(given):
    pool = pool_of(count=20, per_family=2)
    mask = np.ones(20, bool)

    eligible(pool, given, Rules(), mask)

    assert mask.all()

"""Learning what is taken up: one person moves what is known, and does not run away with it."""

import numpy as np
import pytest
from scipy import stats

from vel_tutor.measure import bandit


def people(rates, tries, seed=5):
    chance = np.random.default_rng(seed)
    return [(float(chance.binomial(tries, rate)), tries) for rate in rates]


def test_nothing_known_is_one_in_five():
    assert bandit.prior([]).mean == pytest.approx(0.2)


def test_few_people_teach_the_mean_and_not_how_much_people_differ():
    known = bandit.prior([(4, 4), (3, 4)])

    assert known.mean > 0.4
    assert known.worth == pytest.approx(bandit.START_WORTH)


def test_the_rate_of_many_people_is_found():
    rates = stats.beta(3, 7).rvs(400, random_state=1)

    known = bandit.prior(people(rates, 12))

    assert known.mean == pytest.approx(0.3, abs=0.03)
    assert known.worth == pytest.approx(10, rel=0.35)


def test_people_who_are_all_alike_make_a_strong_prior_and_people_who_differ_a_weak_one():
    alike = bandit.prior(people([0.3] * 200, 20))
    unlike = bandit.prior(people([0.02, 0.9] * 100, 20))

    assert alike.worth > 30
    assert unlike.worth == pytest.approx(bandit.WEAKEST, rel=0.2)


def test_one_success_moves_a_person_and_does_not_decide():
    before = bandit.Beta(2, 8)

    after = before.after(1, 1)

    assert before.mean < after.mean < 0.3


def test_the_same_seed_draws_the_same_rate():
    beta = bandit.Beta(2, 8)

    assert beta.draw(bandit.chance(3)) == beta.draw(bandit.chance(3))


def test_over_many_tries_the_better_of_two_is_chosen_nearly_always():
    chance, truth = bandit.chance(11), {"good": 0.35, "poor": 0.1}
    known = dict.fromkeys(truth, bandit.START)
    chosen = []
    for _ in range(1500):
        best = max(known, key=lambda name: known[name].draw(chance))
        chosen.append(best)
        known[best] = known[best].after(float(chance.random() < truth[best]), 1)

    assert chosen[-500:].count("good") > 475

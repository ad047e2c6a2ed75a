"""Levels follow from the evidence, not from a lucky row."""

from itertools import pairwise

import numpy as np
import pytest

from vel_tutor.measure import mastery
from vel_tutor.measure.irt import Parameters
from vel_tutor.measure.norms import Domain
from vel_tutor.vocabulary import Mastery

TYPED = Parameters(1.35, 0.0, 0.0, 0.98)
CHOICE = Parameters(1.15, 0.0, 0.2, 0.98)
DOMAIN = Domain.of(*np.array([CHOICE, CHOICE, CHOICE, TYPED, TYPED]).T)
PRIOR = mastery.before(1.5, 0.35)


def level_after(signs, prior=PRIOR, item=CHOICE, hinted=False):
    answers = [mastery.answer(item, right=sign == "1", hinted=hinted) for sign in signs]
    return mastery.reached(mastery.after(prior, answers), DOMAIN, len(answers))


def test_nothing_is_said_before_the_first_answer_and_little_before_the_third():
    assert level_after("") is Mastery.UNKNOWN
    assert level_after("11") is Mastery.STARTED


def test_six_right_answers_of_somebody_able_are_proficient():
    assert level_after("1111") is Mastery.FAMILIAR
    assert level_after("111111", item=TYPED) is Mastery.PROFICIENT


def test_right_answers_after_hints_take_longer():
    hard_to_say = mastery.before(0.0, 1.4)

    assert level_after("1" * 12, hard_to_say) is Mastery.PROFICIENT
    assert level_after("1" * 12, hard_to_say, hinted=True) is Mastery.FAMILIAR


def test_more_right_answers_never_lower_what_is_believed():
    answers = [mastery.answer(CHOICE, right=True)] * 12
    beliefs = [mastery.sure_of(mastery.after(PRIOR, answers[:n]), DOMAIN, 0.8) for n in range(13)]

    assert all(later > earlier for earlier, later in pairwise(beliefs))


def test_what_one_builds_on_speaks_for_the_skill():
    weak, strong = mastery.before(1.0, 0.35, [-1.0, -0.8]), mastery.before(1.0, 0.35, [0.9])

    assert weak.theta == pytest.approx(1.0 - 0.6 * 0.9)
    assert strong.theta == pytest.approx(1.0 + 0.6 * 0.9)
    assert weak.se == pytest.approx((0.35**2 + 0.5**2) ** 0.5, rel=1e-3)


def test_a_bad_evening_costs_one_level_at_most():
    assert mastery.settle(Mastery.STARTED, Mastery.MASTERED, 0) is Mastery.PROFICIENT
    assert mastery.settle(Mastery.STARTED, Mastery.PROFICIENT, 0) is Mastery.FAMILIAR
    assert mastery.settle(Mastery.FAMILIAR, Mastery.UNKNOWN, 0) is Mastery.FAMILIAR


def test_mastered_takes_another_day():
    assert mastery.settle(Mastery.PROFICIENT, Mastery.PROFICIENT, 1) is Mastery.PROFICIENT
    assert mastery.settle(Mastery.PROFICIENT, Mastery.PROFICIENT, 2) is Mastery.MASTERED
    assert mastery.settle(Mastery.PROFICIENT, Mastery.MASTERED, 0) is Mastery.MASTERED


def test_old_mistakes_are_forgotten():
    assert level_after("0" * 20 + "1" * 30) is Mastery.PROFICIENT


def test_an_easy_skill_is_inferred_from_what_builds_on_it():
    assert mastery.is_inferred(0.9, follower_is_proficient=True)
    assert not mastery.is_inferred(0.8, follower_is_proficient=True)
    assert not mastery.is_inferred(0.9, follower_is_proficient=False)

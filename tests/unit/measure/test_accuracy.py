"""The bars of the benches, with fewer people and a fixed seed; the benches print the whole."""

import pytest

from bench import banks, cat, mastery
from bench.sitting import chance, ours

PEOPLE = 500
MARGIN = 0.01


@pytest.fixture(scope="module")
def bank():
    return banks.unit(2000, PEOPLE, seed=11)


def test_an_adaptive_test_under_all_limits_is_as_accurate_as_promised(bank):
    found = cat.report(bank, ours)

    assert found["rmse_20"] <= 0.31 + MARGIN
    assert found["rmse_25"] <= 0.28 + MARGIN
    assert found["rmse_30"] <= 0.26 + MARGIN
    assert found["max_exposure"] <= 0.25 + MARGIN
    assert 0.93 <= found["coverage_95"] <= 0.98
    assert found["rmse_25"] <= 0.6 * cat.report(bank, chance)["rmse_25"]


def test_the_stop_rule_spares_questions(bank):
    found = cat.lengths(bank)

    assert found["mean_length"] <= 25
    assert found["precise"] >= 0.95


def test_learners_are_called_proficient_when_they_are_and_not_when_they_are_not():
    rules = mastery.compare(1500, seed=1)["rules"]

    assert rules["posterior"]["true_rate_92"] >= 0.93 - MARGIN
    assert rules["posterior"]["false_rate_71"] <= 0.05 + MARGIN
    assert rules["posterior"]["median_answers"]["0.92"] <= 6
    for other in ("three_in_a_row", "five_in_a_row", "ema"):
        assert rules[other]["false_rate_71"] > 5 * rules["posterior"]["false_rate_71"]

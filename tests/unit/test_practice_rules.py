"""What practice decides without asking anybody."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from vel_tutor import content
from vel_tutor.domain.practice import rules
from vel_tutor.domain.practice.rules import Card, Mark

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
FAMILIES = [family.id for family in content.families() if not family.authored]


def _marks(right: int, size: int, *, hinted: int = 0, revealed: int = 0, spent_ms: int = 9000):
    return [
        Mark(
            right=place < right,
            hinted=place < hinted,
            revealed=place >= size - revealed,
            spent_ms=spent_ms,
        )
        for place in range(size)
    ]


def _xp(marks, finished_before=0, repeated=False):
    earned = rules.xp_earned(marks, finished_before=finished_before, repeated=repeated)
    return earned.finished, earned.perfect


@pytest.mark.parametrize(
    ("right", "size", "xp"),
    [(0, 5, (10, 0)), (5, 5, (10, 0)), (7, 8, (10, 0)), (8, 8, (10, 20)), (15, 15, (10, 20))],
)
def test_a_finished_deck_earns_ten_and_a_perfect_long_one_twenty_more(right, size, xp):
    assert _xp(_marks(right, size)) == xp


@pytest.mark.parametrize(
    ("finished_before", "xp"),
    [(0, (10, 20)), (4, (10, 20)), (5, (5, 10)), (9, (5, 10)), (10, (0, 0))],
)
def test_the_sixth_deck_of_a_day_earns_half_and_the_eleventh_nothing(finished_before, xp):
    assert _xp(_marks(10, 10), finished_before) == xp


def test_guessing_faster_than_one_can_read_earns_nothing_and_is_no_practice():
    earned = rules.xp_earned(_marks(10, 10, spent_ms=1900), finished_before=0, repeated=False)

    assert (earned.finished, earned.perfect, earned.counts_as_practice) == (0, 0, False)


def test_the_same_questions_again_within_a_day_earn_nothing():
    assert _xp(_marks(10, 10), repeated=True) == (0, 0)


@pytest.mark.parametrize(
    ("hinted", "revealed", "xp"), [(1, 0, (10, 0)), (2, 0, (9, 0)), (0, 5, (5, 0)), (0, 10, (0, 0))]
)
def test_help_takes_off_what_it_did_and_is_never_perfect(hinted, revealed, xp):
    assert _xp(_marks(10, 10, hinted=hinted, revealed=revealed)) == xp


def test_less_than_full_xp_always_says_why():
    cases = [
        rules.xp_earned(_marks(10, 10, spent_ms=1), finished_before=0, repeated=False),
        rules.xp_earned(_marks(10, 10), finished_before=0, repeated=True),
        rules.xp_earned(_marks(10, 10), finished_before=7, repeated=False),
        rules.xp_earned(_marks(10, 10), finished_before=12, repeated=False),
        rules.xp_earned(_marks(10, 10, hinted=3), finished_before=0, repeated=False),
    ]

    assert all(earned.note for earned in cases)


@pytest.mark.parametrize("size", rules.LENGTHS)
def test_a_deck_never_asks_the_same_question_twice(size):
    for seed in range(20):
        cards = rules.deal(FAMILIES[:3], size, seed)
        shown = {rules._question(card) for card in cards}

        assert len(shown) == size


def test_families_take_turns():
    cards = rules.deal(FAMILIES[:3], 15, 7)

    assert all(one.family != two.family for one, two in pairwise(cards))


def test_a_deck_like_another_has_its_families_and_none_of_its_questions():
    deck = rules.deal(FAMILIES, 10, 1)
    other = rules.deal_like([card.family for card in deck], deck, 2)

    assert [card.family for card in other] == [card.family for card in deck]
    assert not {rules._question(c) for c in other} & {rules._question(c) for c in deck}


def test_the_same_seed_deals_the_same_deck():
    assert rules.deal(FAMILIES, 10, 5) == rules.deal(FAMILIES, 10, 5)


def test_the_fingerprint_forgets_the_order():
    one, two = Card("a", 1), Card("b", 2)

    assert rules.fingerprint([one, two]) == rules.fingerprint([two, one])
    assert rules.fingerprint([one, two]) != rules.fingerprint([one, one])


def test_time_counts_while_the_clock_runs_and_is_kept_over_a_pause():
    assert rules.spent_ms(4000, None, NOW) == 4000
    assert rules.spent_ms(4000, NOW - timedelta(seconds=3), NOW) == 7000


def test_somebody_who_walked_away_is_not_still_thinking():
    assert rules.spent_ms(0, NOW - timedelta(days=1), NOW) == rules.LONGEST_MS


def test_a_clock_that_went_back_takes_no_time_away():
    assert rules.spent_ms(4000, NOW + timedelta(seconds=3), NOW) == 4000


def test_an_answer_taken_back_leaves_the_average_where_it_was():
    for credit in (0, 0.5, 1):
        assert rules.average_before(rules.next_average(0.37, credit), credit) == pytest.approx(0.37)


def test_a_wrong_key_is_one_of_the_last_few_seconds():
    assert rules.is_quick(NOW - timedelta(seconds=5), NOW)
    assert not rules.is_quick(NOW - timedelta(seconds=8), NOW)


def test_what_was_missed_comes_back_after_one_three_and_seven_days():
    assert [rules.back_after(stage) for stage in range(5)] == [1, 3, 7, 7, 7]


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 0, 0)]
)
def test_percentages_round_half_up(part, whole, percent):
    assert rules.percent(part, whole) == percent

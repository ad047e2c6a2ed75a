"""Weeks, bands, points and names of a rally."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from string import ascii_uppercase

import pytest

from vel_tutor.domain.loops.invite import DISCLOSURE
from vel_tutor.domain.loops.rally import rules
from vel_tutor.domain.loops.rally.rules import Try
from vel_tutor.measure.irt import Parameters
from vel_tutor.vocabulary import GRADES, Subject

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EASY, HARD = Parameters(1.0, -3.0, 0.0, 1.0), Parameters(1.0, 3.0, 0.0, 1.0)
KEY = b"a key of the tests"


def tries(count: int, item: Parameters | None, family: str = "family") -> list[Try]:
    return [Try(f"{family}-{n}", NOON + timedelta(minutes=n), item) for n in range(count)]


def test_a_hard_question_is_worth_more_than_an_easy_one():
    assert (rules.worth(EASY, 0.0), rules.worth(HARD, 0.0)) == (12, 48)


def test_an_answer_is_worth_ten_to_fifty_points():
    extremes = [Parameters(2.0, at, 0.0, 1.0) for at in (-9.0, 9.0)]

    assert [rules.worth(item, 0.0) for item in extremes] == [10, 50]


def test_the_ten_best_answers_count():
    score = rules.score([*tries(30, EASY, "easy"), *tries(4, HARD, "hard")], 0.0)

    assert (score.points, score.answers) == (4 * 48 + 6 * 12, 10)


def test_a_kind_of_question_counts_by_its_first_try():
    wrong_first = [Try("one", NOON), Try("one", NOON + timedelta(minutes=1), HARD)]
    right_first = [Try("one", NOON, HARD), Try("one", NOON + timedelta(minutes=1))]

    assert rules.score(wrong_first, 0.0).points == 0
    assert rules.score(right_first, 0.0).points == 48


def test_repeating_what_went_right_adds_nothing():
    once = tries(5, HARD)
    again = [Try(one.family, one.at + timedelta(days=1), one.item) for one in once]

    assert rules.score([*once, *again], 0.0) == rules.score(once, 0.0)


def test_nobody_scores_without_a_right_answer():
    assert rules.score(tries(10, None), 0.0) == rules.Score(0, 0)


@pytest.mark.parametrize("grade", GRADES)
def test_every_grade_plays_in_one_band(grade):
    inside = [band for band in rules.BANDS if band.first <= grade <= band.last]

    assert inside == [rules.band_of(grade)]
    assert rules.band(inside[0].first) == inside[0]


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 23), "2026-W48"),
        (date(2026, 11, 29), "2026-W48"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
    ],
)
def test_a_week_begins_on_monday(day, week):
    assert rules.week_of(day) == week
    assert rules.week_of(rules.monday_of(day)) == week


def names(board: str, person: str, count: int = 40) -> list[str]:
    return list(islice(rules.aliases(KEY, board, person), count))


def test_a_name_is_the_same_for_the_same_person_on_the_same_board():
    assert names("board", "ada") == names("board", "ada")


def test_names_begin_with_single_letters_and_never_run_out():
    tried = names("board", "ada")

    assert [len(name) for name in tried[:7]] == [1, 1, 1, 2, 2, 2, 3]
    assert all(set(name) <= set(ascii_uppercase) for name in tried)
    assert len(tried[-1]) == 14


def test_nobody_is_followed_from_week_to_week_by_their_name():
    people = [f"person {n}" for n in range(2000)]
    linked = sum(names("this week", one, 6)[5] == names("next week", one, 6)[5] for one in people)

    assert linked <= 12  # by chance 3 of 2,000 (one in 676)


def test_names_cannot_be_worked_out_without_the_key():
    assert names("board", "ada") != list(islice(rules.aliases(b"another", "board", "ada"), 40))


@pytest.mark.parametrize("subject", Subject)
def test_the_reward_is_told_where_everybody_reads_it(subject):
    assert DISCLOSURE in rules.share_text(subject, DISCLOSURE)[:120]


def test_the_nearest_grade_is_proposed():
    assert [rules.nearest((1, 4, 9), wished) for wished in (0, 5, 7, 13)] == [1, 4, 9, 9]


@pytest.mark.parametrize(("points", "places"), [(60, -3), (50, -1), (40, 0), (30, 2), (20, 5)])
def test_places_are_counted_over_everybody_between(points, places):
    held = {60: 2, 50: 1, 40: 2, 30: 3, 20: 1}

    assert rules.further(points, 40, held) == places

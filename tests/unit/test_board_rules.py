"""Scores, weeks, bands, names and arrows of leaderboards."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from vel_tutor.domain.boards import rules
from vel_tutor.domain.boards.rules import Noted, Tally, pack, unpack
from vel_tutor.vocabulary import AgeBand, SchoolBand, Tenure

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


def tallies(number: int) -> list[Tally]:
    """As many random figures, many of them alike."""
    dice = random.Random(24)  # noqa: S311
    return [
        Tally(
            dice.choice([dice.randrange(4), dice.randrange(rules.MOST_XP + 1)]),
            dice.choice([dice.randrange(3), dice.randrange(1001)]),
            dice.choice([dice.randrange(3), dice.randrange(rules.MOST_STREAK + 1)]),
            dice.randrange(rules.MOST_WINS + 1),
        )
        for _ in range(number)
    ]


def figures(tally: Tally) -> tuple[int, int, int, int]:
    return tally.xp, tally.accuracy, tally.streak, tally.wins


def test_the_figures_of_the_reference_pack_as_they_should():
    assert pack(Tally(5000, 874, 23, 12)) == 335601601420


def test_a_hundred_thousand_scores_are_exact_as_floats_and_can_be_read_back():
    some = tallies(100_000)
    scores = [pack(tally) for tally in some]

    assert max(scores) < 2**53
    assert [int(float(score)) for score in scores] == scores
    assert [unpack(score) for score in scores] == some


def test_scores_rank_as_the_figures_do_one_after_the_other():
    some = tallies(5000)

    assert sorted(some, key=pack) == sorted(some, key=figures)


def test_what_does_not_fit_counts_as_the_most_there_is():
    score = pack(Tally(10**12, 1000, 9999, 9999))

    assert figures(unpack(score)) == (rules.MOST_XP, 1000, 511, 127)
    assert score < 2**53


@pytest.mark.parametrize(
    ("grade", "age", "band"),
    [
        (0, AgeBand.CHILD, SchoolBand.ELEMENTARY),
        (5, AgeBand.CHILD, SchoolBand.ELEMENTARY),
        (6, AgeBand.CHILD, SchoolBand.MIDDLE),
        (8, AgeBand.TEEN, SchoolBand.MIDDLE),
        (9, AgeBand.TEEN, SchoolBand.HIGH),
        (13, AgeBand.TEEN, SchoolBand.HIGH),
        (13, AgeBand.ADULT, SchoolBand.COLLEGE),
        (9, AgeBand.ADULT, SchoolBand.COLLEGE),
    ],
)
def test_people_meet_those_of_their_grade_and_adults_only_adults(grade, age, band):
    assert rules.band_of(grade, age) is band


@pytest.mark.parametrize(
    ("days", "xp", "tenure"),
    [
        (6, 500, Tenure.NEWCOMER),
        (7, 199, Tenure.NEWCOMER),
        (7, 200, Tenure.VETERAN),
        (0, 0, Tenure.NEWCOMER),
    ],
)
def test_a_newcomer_has_reached_only_one_of_both_marks_or_none(days, xp, tenure):
    assert rules.tenure(days, xp) is tenure


def test_the_next_one_is_passed_with_one_xp_more():
    assert rules.to_overtake(100, 111) == 12


def test_nobody_can_tell_from_a_name_whose_it_was_the_week_before():
    spelt = {
        rules.letters(b"key", board, week, "ada")
        for board in ("one", "two")
        for week in ("2026-W47", "2026-W48")
    }

    assert len(spelt) == 4


def test_two_of_the_same_short_name_are_told_apart():
    assert rules.told_apart(["ABCDEFGH", "ABCXYZGH", "QRSTUVWX"]) == (
        "Student ABCDEF",
        "Student ABCXYZ",
        "Student QRS",
    )


@pytest.mark.parametrize(
    ("last_h", "before_h", "rank"), [(2, 26, 8), (13, 37, 5), (24, 48, 5), (23, 47, 5)]
)
def test_an_arrow_compares_with_what_was_noted_nearest_to_a_day_ago(last_h, before_h, rank):
    hour = timedelta(hours=1)
    noted = Noted(5, NOW - last_h * hour, 8, NOW - before_h * hour)

    assert rules.rank_a_day_ago(noted, NOW) == rank


def test_where_nothing_was_noted_there_is_no_arrow():
    assert rules.rank_a_day_ago(Noted(None, NOW, None, None), NOW) is None


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=4, hours=3), "4 days"),
        (timedelta(days=1, hours=1, minutes=5), "1 day 1 hour"),
        (timedelta(hours=2, minutes=1), "2 hours 1 minute"),
        (timedelta(seconds=20), "less than a minute"),
    ],
)
def test_what_is_left_of_a_week_is_said_in_two_units(left, words):
    assert rules.left_words(left) == words


def test_a_week_is_named_after_its_year_by_iso():
    assert rules.week_of(date(2027, 1, 3)) == "2026-W53"

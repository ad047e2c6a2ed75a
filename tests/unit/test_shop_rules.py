"""What may be bought when, and whether it pays to farm."""

from datetime import UTC, datetime, timedelta

import pytest

from bench import farmer
from vel_tutor.domain.practice import rules as practice_rules
from vel_tutor.domain.practice.rules import Mark
from vel_tutor.domain.shop import rules
from vel_tutor.domain.shop.catalogue import ITEMS, item_of, theme_item
from vel_tutor.domain.shop.rules import Situation
from vel_tutor.vocabulary import ItemKind, Theme

NOW = datetime(2026, 5, 12, 16, tzinfo=UTC)
PERFECT = [Mark(right=True, spent_ms=9000)] * 8


@pytest.mark.parametrize(
    ("item", "here", "refusal"),
    [
        ("theme-lagoon", Situation(), None),
        ("theme-lagoon", Situation(bought=(NOW - timedelta(days=400),)), "owned_already"),
        ("shield", Situation(shields=1), None),
        ("shield", Situation(shields=2), "shields_full"),
        ("tutor-minutes", Situation(), None),
        ("tutor-minutes", Situation(bought=(NOW, NOW)), "enough_for_now"),
        ("class-pass", Situation(), "parent_needed"),
        ("class-pass", Situation(has_parent=True), None),
        (
            "class-pass",
            Situation(has_parent=True, bought=(NOW - timedelta(days=29),)),
            "enough_for_now",
        ),
        ("class-pass", Situation(has_parent=True, bought=(NOW - timedelta(days=30),)), None),
    ],
)
def test_the_situation_decides_what_can_be_bought(item, here, refusal):
    found = rules.why_not(item_of(item), here, NOW)

    assert (found.code if found else None) == refusal


def test_everything_on_the_shelf_has_its_price_of_the_prd():
    prices = {item.kind: item.price for item in ITEMS}

    assert prices == {
        ItemKind.MINUTES: 500,
        ItemKind.CLASS_PASS: 1000,
        ItemKind.SHIELD: 300,
        ItemKind.THEME: 200,
    }


def test_every_theme_but_everybodys_own_can_be_bought():
    assert {theme for theme in Theme if theme_item(theme) is None} == {Theme.HARBOUR}


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (1, "One more finished deck is enough."),
        (10, "One more finished deck is enough."),
        (120, "About 12 finished decks."),
        (121, "About 13 finished decks."),
    ],
)
def test_the_way_there_is_told_in_decks(missing, words):
    assert rules.way_there(missing) == words


@pytest.mark.parametrize(
    ("seconds", "left", "shares"),
    [(50, [30, 40], [30, 20]), (90, [30, 40], [30, 40]), (10, [0, 40], [0, 10]), (5, [], [])],
)
def test_seconds_come_from_the_first_packs_first(seconds, left, shares):
    assert rules.share_out(seconds, left) == shares


@pytest.mark.parametrize(("before", "bonus"), [(0, 20), (1, 20), (2, 0), (9, 0)])
def test_a_perfect_score_pays_its_bonus_twice_a_day(before, bonus):
    earned = practice_rules.xp_earned(
        PERFECT, finished_before=before, repeated=False, perfect_before=before
    )

    assert earned.perfect == bonus
    assert ("2 decks a day" in earned.note) == (bonus == 0)


def test_around_the_clock_brings_at_most_twice_what_40_minutes_bring():
    found = farmer.measure(days=1, learners=3)

    assert found["farmer_over_learner"] <= 2


def test_without_the_rules_it_would_pay_to_farm(monkeypatch):
    monkeypatch.setattr(practice_rules, "PERFECT_A_DAY", 1000)

    assert farmer.measure(days=1, learners=3)["farmer_over_learner"] > 2

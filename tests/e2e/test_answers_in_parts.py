"""Questions with several answers, orders, pairs, tables and gaps, answered in a real browser."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests import people
from tests.decks import question, right_answer, wrong_answer
from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import practice
from vel_tutor.domain.practice import Card, Player
from vt import journeys
from vt.browser import DESK, PHONE

FAMILIES = (
    "math.facts.all_products",
    "math.decimals.in_order",
    "math.decimals_fractions.pairs",
    "math.proportion.price_table",
    "math.integers.line_words",
)


@pytest.fixture
def ida(clean_world):
    return people.student("Ida")


@pytest.fixture
def deck(ida):
    """One question of each format."""
    with transaction() as tx:
        cards = [Card(family, 3) for family in FAMILIES]
        return practice.open_deck_for(tx, Player.of(people.acting(ida)), cards, uuid4())


def _answer(page, position, answer):
    """Give the answer to the question at `position`, once it is on show."""
    expect(page.locator(f'input[name="position"][value="{position}"]')).to_be_attached()
    journeys.give(page, answer)
    page.get_by_role("button", name="Check").click()


@pytest.mark.parametrize(("size", "theme"), [(PHONE, "light"), (DESK, "dark")])
def test_ida_answers_every_format_right(enter, ida, deck, size, theme):
    page = enter(ida, size=size, theme=theme).go(routes.practice_session(deck))
    for position in range(len(FAMILIES)):
        _answer(page, position, right_answer(deck, position))

        expect(page.get_by_role("heading", name="Right!")).to_be_visible()

        if position < len(FAMILIES) - 1:
            page.get_by_role("button", name="Continue").click()


def test_a_wrong_order_shows_hers_and_the_right_one(enter, ida, deck):
    page = enter(ida).go(routes.practice_session(deck))
    _answer(page, 0, wrong_answer(deck, 0))
    page.get_by_role("button", name="Continue").click()
    _answer(page, 1, wrong_answer(deck, 1))

    expect(page.get_by_role("heading", name="Not quite")).to_be_visible()
    expect(page.get_by_text(question(deck, 1).key)).to_be_visible()


def test_two_in_one_place_is_not_counted(enter, ida, deck):
    page = enter(ida).go(routes.practice_session(deck))
    _answer(page, 0, right_answer(deck, 0))
    page.get_by_role("button", name="Continue").click()
    _answer(page, 1, "0|0|1|2")

    expect(page.get_by_text("Two of yours are the same")).to_be_visible()
    expect(page.get_by_role("button", name="Check")).to_be_visible()

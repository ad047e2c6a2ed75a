"""A learner plays a deck in a real browser: by keyboard, after a reload, on a second device."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.decks import question, right_answer, wrong_answer
from tests.e2e.conftest import arrived, pick_by_key
from vel_tutor import routes
from vt.browser import DESK


@pytest.fixture
def ida(clean_world):
    return people.student("Ida")


@pytest.fixture
def ida_at(enter, ida):
    """ida, signed in on her phone; ada lives in the seeded house already."""
    return enter(ida)


def _start(screen) -> str:
    """Choose a skill with tiles to pick; the id of the deck."""
    page = screen.go(f"{routes.PRACTICE}?subject=math&grade=4&skill=math.perimeter")
    page.get_by_role("button", name="Start practising").click()
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    return arrived(page, routes.PRACTICE)


def _number(page: Page, number: int) -> None:
    expect(page.get_by_text(f"Question {number} / 5")).to_be_visible()


def _give(page: Page, answer: str) -> None:
    """Pick a choice by its key, or type the answer into the line that has the focus."""
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    if page.get_by_role("radio").count():
        pick_by_key(page, answer)
    else:
        expect(page.get_by_label("Your answer")).to_be_focused()
        page.keyboard.type(answer)
    page.keyboard.press("Enter")


def _answer_by_keyboard(page: Page, answer: str) -> None:
    _give(page, answer)
    expect(page.get_by_role("button", name=re.compile("Continue|results"))).to_be_focused()


def test_a_whole_deck_by_keyboard_alone_leads_to_the_results(ida_at):
    deck = _start(ida_at)
    page = ida_at.page
    for position in range(5):
        _number(page, position + 1)
        _answer_by_keyboard(page, (wrong_answer if position == 0 else right_answer)(deck, position))
        page.keyboard.press("Enter")

    expect(page.get_by_text("4 of 5 right", exact=True)).to_be_attached()
    expect(page.get_by_role("heading", name="Question by question")).to_be_visible()


def test_a_reload_and_the_back_button_keep_the_question_and_its_verdict(ida_at):
    deck = _start(ida_at)
    page = ida_at.page
    _answer_by_keyboard(page, wrong_answer(deck, 0))

    page.reload()
    expect(page.get_by_role("heading", name="Not quite")).to_be_visible()
    page.get_by_role("button", name="Continue").click()
    _number(page, 2)
    page.go_back()
    expect(page.get_by_role("button", name="Start practising")).to_be_visible()
    expect(page.get_by_role("main")).to_be_focused()
    page.go_forward()

    _number(page, 2)


def test_a_second_device_goes_on_at_the_same_question(ida_at, ida, enter):
    deck = _start(ida_at)
    _answer_by_keyboard(ida_at.page, right_answer(deck, 0))
    ida_at.page.keyboard.press("Enter")
    _number(ida_at.page, 2)
    ida_at.page.get_by_role("link", name="Leave and come back later").click()
    desk = enter(ida, size=DESK).go(routes.PRACTICE)

    desk.get_by_role("link", name="Go on").click()

    _number(desk, 2)


def test_two_tabs_get_one_verdict(ida_at):
    deck = _start(ida_at)
    other = ida_at.open_tab()
    other.goto(ida_at.page.url)
    _number(other, 1)
    _answer_by_keyboard(ida_at.page, right_answer(deck, 0))

    _give(other, wrong_answer(deck, 0))

    expect(other.get_by_role("heading", name="Right!")).to_be_visible()


def test_a_skill_is_found_by_its_name_read_about_and_practised(ida_at):
    page = ida_at.go(routes.PRACTICE)
    page.get_by_label("Find a skill").press_sequentially("equal frac")
    page.get_by_role("link", name="Equal fractions").click()

    expect(page.get_by_role("heading", name="Equal fractions")).to_be_visible()
    for part in ("What it is about", "Worked examples", "What it builds on"):
        expect(page.get_by_role("heading", name=part)).to_be_visible()
    page.get_by_role("button", name="Start practising").click()

    expect(page.get_by_role("button", name="Check")).to_be_visible()


def test_a_wrong_key_gives_another_question_of_its_kind(ida_at):
    deck = _start(ida_at)
    page = ida_at.page
    asked = question(deck, 0)
    _give(page, wrong_answer(deck, 0))

    page.get_by_role("button", name="Oops, wrong key").click()

    _number(page, 1)
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    assert question(deck, 0) != asked  # its stem may be the same: the shape or numbers are not
    if page.get_by_role("radio").count():
        expect(page.locator("input:checked")).to_have_count(0)
    else:
        expect(page.get_by_label("Your answer")).to_have_value("")

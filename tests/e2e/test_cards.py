"""A learner studies a deck in a real browser: by keyboard, by thumb, on two devices."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import people
from tests.e2e.conftest import drawn
from tests.shelf import FRACTIONS, cards_of, own_deck, study
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.domain import flashcards
from vel_tutor.domain.incentives import local_day
from vt.browser import DESK, PHONE

SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@pytest.fixture
def ivy(clean_world):
    return people.student("Ivy")


@pytest.fixture
def actor(ivy):
    return people.acting(ivy)


def _front(page: Page, words: str, *, is_first: bool = False) -> None:
    """A card lies on the table, and after another one it has the focus."""
    expect(page.locator("#card-front")).to_contain_text(words)
    if not is_first:
        expect(page.locator("#card-front")).to_be_focused()
    drawn(page)


def _answer(page: Page, key: str) -> None:
    """Turn the card and answer it, by keyboard alone."""
    drawn(page).keyboard.press(" ")
    expect(page.get_by_role("group", name="How well did you know it?")).to_be_visible()
    drawn(page).keyboard.press(key)


@SIZES
def test_a_whole_session_by_keyboard_alone(enter, ivy, actor, size):
    deck = own_deck(actor, 3)
    page = enter(ivy, size=size).go(routes.CARDS)
    page.get_by_role("link", name="Study now").press("Enter")
    for number in range(3):
        _front(page, f"front {number}", is_first=number == 0)
        expect(page.get_by_text(f"back {number}")).to_be_hidden()
        page.keyboard.press(" ")
        expect(page.get_by_text(f"back {number}")).to_be_visible()
        drawn(page).keyboard.press("4")
        if number == 1:
            _front(page, "front 2")
            page.keyboard.press("u")
            _front(page, "front 1")
            _answer(page, "4")

    expect(page.get_by_role("heading", name="That is all for today")).to_be_visible()
    expect(page.get_by_text("answers today")).to_be_visible()
    assert [one.reviews for one in cards_of(actor)] == [1, 1, 1]
    drawn(page).keyboard.press("u")
    _front(page, "front 2")
    assert deck


def test_what_the_button_says_is_when_the_card_comes_back(enter, ivy, actor):
    deck = own_deck(actor, 1)
    page = enter(ivy).go(routes.card_deck(deck))
    _front(page, "front 0", is_first=True)
    page.keyboard.press(" ")
    button = page.get_by_role("button", name="Easy")
    expect(button).to_be_visible()
    said = int(button.locator(".grade-rest").inner_text().split()[0])

    button.click()

    expect(page.get_by_role("heading", name="That is all for today")).to_be_visible()
    (card,) = cards_of(actor)
    reviewed, due = (local_day(at, people.ZONE) for at in (card.reviewed_at, card.due_at))
    assert (due - reviewed).days == said
    expect(page.get_by_text(f"come back in {said} days")).to_be_visible()


def test_a_swipe_answers_a_card_that_has_been_turned(enter, ivy, actor):
    own_deck(actor, 2)
    page = enter(ivy, has_touch=True).go(routes.card_deck(flashcards.TODAY))
    _front(page, "front 0", is_first=True)

    _swipe(page, by=200)
    expect(page.get_by_text("back 0")).to_be_visible()
    _swipe(page, by=-200)

    _front(page, "front 1")
    assert [one.reviews for one in cards_of(actor)] == [1, 0]


def _swipe(page: Page, by: int) -> None:
    """Draw a finger over the card."""
    box = page.locator("#card-front").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 20
    hand = page.context.new_cdp_session(page)
    for kind, at in (
        ("touchStart", x),
        *(("touchMove", x + by * n / 5) for n in range(1, 6)),
        ("touchEnd", None),
    ):
        points = [] if at is None else [{"x": at, "y": y}]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_second_device_cannot_answer_the_same_card_twice(enter, ivy, actor):
    deck = own_deck(actor, 2)
    phone, desk = (enter(ivy, size=size).go(routes.card_deck(deck)) for size in (PHONE, DESK))
    _front(phone, "front 0", is_first=True)
    _front(desk, "front 0", is_first=True)
    _answer(phone, "4")
    _front(phone, "front 1")

    _answer(desk, "1")

    expect(desk.get_by_text("another device").first).to_be_visible()
    _front(desk, "front 1")
    assert [one.reviews for one in cards_of(actor)] == [1, 0]


def test_the_last_card_of_a_deck_puts_paper_in_the_air(enter, ivy, actor):
    deck = own_deck(actor, 5)
    flashcards.choose_limits(actor, 50, 500)
    study(actor, deck, clock.now() - timedelta(days=30), rating=4)
    page = enter(ivy).go(routes.card_deck(deck))
    for number in range(5):
        if number:
            expect(page.locator("#card-front")).to_be_focused()
        expect(page.locator("#card-front")).to_be_visible()
        _answer(page, "3")
        if number < 4:
            expect(page.get_by_role("group", name="How well did you know it?")).to_be_hidden()

    sheet = page.get_by_role("dialog", name="Deck complete")
    expect(sheet).to_contain_text("Just mastered 5 Science flashcards!")
    expect(sheet.get_by_role("img", name="Your share card")).to_be_visible()
    picture = sheet.get_by_role("img", name="Your share card")
    expect(picture).to_have_js_property("naturalWidth", 1200)
    _is_open_to_all(page)


def test_own_cards_are_written_found_and_taken_back(enter, ivy):
    page = enter(ivy).go(routes.CARDS)
    page.get_by_role("button", name="A deck of my own").click()
    page.get_by_label("Name").fill("Capitals")
    page.get_by_role("button", name="Make the deck").click()
    for front, back in (("France", "Paris"), ("Spain", "Madrid")):
        page.get_by_label("Front").first.fill(front)
        page.get_by_label("Back").first.fill(back)
        page.get_by_role("button", name="Add the card").click()
        expect(page.get_by_role("listitem").filter(has_text=front)).to_be_visible()
        expect(page.get_by_label("Front").first).to_have_value("")

    page.get_by_role("listitem").filter(has_text="Spain").locator("summary").click()
    page.get_by_role("button", name="Delete this card").locator("visible=true").click()
    expect(page.get_by_text("The card is deleted.")).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("listitem").filter(has_text="Spain")).to_be_visible()

    page.get_by_text("Change this deck").click()
    page.get_by_role("button", name="Delete this deck").click()
    expect(page.get_by_text("Deleted: Capitals")).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("link", name="Capitals").first).to_be_visible()


def test_typing_a_note_presses_no_keys(enter, ivy, actor):
    deck = own_deck(actor, 1)
    page = enter(ivy).go(routes.card_list(deck))

    page.get_by_label("Front").first.fill("u1234")

    expect(page.get_by_label("Front").first).to_have_value("u1234")
    assert [one.reviews for one in cards_of(actor)] == [0]


def test_the_search_finds_a_set_and_leads_into_it(enter, ivy):
    page = enter(ivy).go(routes.CARDS)
    page.get_by_role("searchbox", name="Search").fill("fraction words")
    page.get_by_role("link", name="Fraction words").click()
    expect(page.get_by_role("heading", name="Fraction words", level=1)).to_be_visible()
    page.get_by_role("link", name="Start this deck").click()

    expect(page.locator("#card-front")).to_contain_text("Numerator")
    expect(page).to_have_url(re.compile(FRACTIONS))


@pytest.mark.parametrize("theme", ["light", "dark"])
@SIZES
def test_cards_meet_no_barrier(enter, ivy, actor, size, theme):
    study(actor, FRACTIONS, clock.now() - timedelta(days=3))
    flashcards.deck_from_gaps(actor, ["math.perimeter"])
    screen = enter(ivy, size=size, theme=theme)
    for path in (routes.CARDS, routes.card_list(FRACTIONS), routes.card_deck(FRACTIONS)):
        page = screen.go(path)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_attached()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        _is_open_to_all(page)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    page.keyboard.press(" ")
    _is_open_to_all(page)


def _is_open_to_all(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []


def test_a_card_that_keeps_slipping_gets_a_note(enter, ivy, actor):
    deck = own_deck(actor, 1)
    at = clock.now() - timedelta(days=60)
    for _ in range(7):
        study(actor, deck, at)
        at = max(at, cards_of(actor)[0].due_at)
        with clock.stopped(at):
            view = flashcards.open_study(actor, deck)
            flashcards.review(actor, deck, view.face.ticket, 1)
        at += timedelta(minutes=15)
    study(actor, deck, at)
    page = enter(ivy).go(routes.card_deck(deck))
    _front(page, "front 0", is_first=True)
    _answer(page, "1")

    sheet = page.get_by_role("dialog", name="This one keeps slipping away")
    expect(sheet).to_contain_text("You have forgotten it 8 times.")
    _is_open_to_all(page)
    sheet.get_by_label("A note to help you remember").fill("u and 1 are letters here")
    sheet.get_by_role("button", name="Keep the note").click()

    expect(sheet).to_be_hidden()
    page.keyboard.press(" ")
    expect(page.get_by_text("u and 1 are letters here")).to_be_visible()

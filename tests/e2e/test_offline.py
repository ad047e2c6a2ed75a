"""The line goes in the middle of a question: the page stays, and nothing counts twice."""

from uuid import UUID

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests import people
from tests.decks import right_answer
from tests.e2e.conftest import pick_by_key, until
from vel_tutor import routes
from vel_tutor.domain import practice
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.vocabulary import Subject

TILES = DeckChoice(subject=Subject.MATH, grade=4, skill="math.perimeter", size=5)


@pytest.fixture
def ivy(clean_world):
    return people.student("Ivy")


def _box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).bounding_box()
    assert found is not None
    return found


def _give_twice(page: Page, answer: str) -> None:
    """Answer, and press the button a second time because nothing seems to happen."""
    if page.get_by_role("radio").count():
        pick_by_key(page, answer)
    else:
        page.get_by_label("Your answer").fill(answer)
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Check").click()


def test_without_a_line_she_stays_where_she_is_and_her_answer_counts_once(enter, ivy):
    actor = people.acting(ivy)
    deck = UUID(practice.open_session(actor, TILES).session_id)
    screen = enter(ivy)
    page = screen.go(routes.practice_session(deck))
    question = page.locator("#question")
    expect(question).not_to_be_empty()

    screen.context.set_offline(True)

    strip = page.locator(".offline")
    expect(strip).to_have_text(
        "No connection. Stay on this page: what you do is sent when it is back."
    )
    end = _box(page, ".offline")["height"]
    until(page, lambda: _box(page, ".focus-top")["y"] >= end)
    page.get_by_role("link", name="Leave and come back later").click()
    expect(question).to_be_visible()
    _give_twice(page, right_answer(deck, 0))
    assert practice.resume(actor, deck).answered == 0

    screen.context.set_offline(False)

    expect(page.get_by_role("button", name="Continue")).to_be_visible()
    expect(strip).to_have_count(0)
    assert practice.resume(actor, deck).answered == 1
    page.get_by_role("link", name="Leave and come back later").click()
    page.wait_for_url(f"**{routes.PRACTICE}*")

"""ada asks the tutor: by keyboard alone, after a reload, to the end, while her minutes run."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.coaches import PERIMETER, item
from tests.e2e.conftest import pick_by_key
from tests.e2e.test_looks import runs_over, serious, settled
from vel_tutor import content, routes
from vel_tutor.core.actor import Actor
from vel_tutor.domain.accounts import SignedIn


@pytest.fixture
def ivy(clean_world) -> SignedIn:
    return people.student("Ivy")


def left_s(page: Page) -> int:
    """The seconds the meter shows from when the server was heard last."""
    shown = page.locator(".coach-meter").get_attribute("data-left")
    assert shown is not None
    return int(shown) // 1000


PERIMETER_BUTTON = "Perimeter of rectangles Math · Grade 4"


def press(page: Page, button: str) -> None:
    """Go to a button by the Tab key's order, and press it."""
    page.get_by_role("button", name=button, exact=True).press("Enter")


def answer_by_keyboard(page: Page, actor: Actor, *, right: bool) -> None:
    """Answer the question on show: by its key, or typed."""
    asked = item(actor)
    given = content.right_answer(asked) if right else content.wrong_answer(asked)
    if asked.choices:
        page.locator("body").click(position={"x": 2, "y": 2})
        pick_by_key(page, given)
    else:
        page.get_by_label("Your answer").fill(given)
    page.keyboard.press("Enter")


def test_a_guided_session_by_keyboard_to_the_end(enter, ivy):
    actor = people.acting(ivy)
    page = enter(ivy).go(routes.COACH)
    page.get_by_label("What would you like to understand?").press_sequentially("perimeter rect")
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(1)
    press(page, PERIMETER_BUTTON)
    log = page.get_by_role("log", name="Conversation")
    expect(log).to_contain_text("What is your answer?")
    expect(page.locator("#main")).to_be_focused()
    expect(page.get_by_text("Guided tutor: works from our question bank")).to_be_visible()
    began = left_s(page)

    answer_by_keyboard(page, actor, right=False)
    expect(log).to_contain_text(re.compile("Not quite|Not yet"))
    press(page, "I'm stuck")
    expect(log).to_contain_text("hint:")
    page.wait_for_timeout(1100)
    page.reload()
    expect(log).to_contain_text("hint:")
    answer_by_keyboard(page, actor, right=True)
    expect(log).to_contain_text("Yes, that is right!")
    assert left_s(page) < began
    press(page, "That's enough")

    expect(page.get_by_role("heading", name="You got there")).to_be_visible()
    expect(page.get_by_text("You solved 1 of 1.")).to_be_visible()
    deck = page.get_by_role("link", name="Practise this")
    assert (deck.get_attribute("href") or "").endswith(PERIMETER)


def test_what_ivy_is_about_to_press_stays_the_same_skill_while_others_come_before_it(enter, ivy):
    page = enter(ivy).go(routes.COACH)
    finder = page.get_by_label("What would you like to understand?")
    skills = page.get_by_role("main").get_by_role("listitem")
    finder.fill("perimeter rect")
    expect(skills).to_have_count(1)
    about_to_press = page.get_by_role("button", name=PERIMETER_BUTTON, exact=True)

    finder.fill("rect")
    about_to_press.focus()
    expect(skills).to_have_count(2)

    expect(skills.first).to_contain_text("Area of rectangles")
    expect(about_to_press).to_be_focused()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_about_the_tutor_keeps_anybody_out(enter, ivy, theme):
    screen = enter(ivy, theme=theme)
    page = settled(screen.go(routes.coach(PERIMETER)))
    found = {"choosing": serious(page)}
    page.get_by_role("button", name="Perimeter of rectangles").click()
    page.get_by_role("button", name="Show me an example").click()
    expect(page.get_by_role("log")).to_contain_text("step by step")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("log").locator(".claim").first).to_be_visible()
    found["talking"] = serious(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert not runs_over(page)
    page.get_by_role("button", name="That's enough").click()
    expect(page.get_by_role("heading", name="A good start")).to_be_visible()
    found["ended"] = serious(page)

    assert found == {place: [] for place in found}
    assert not runs_over(page)

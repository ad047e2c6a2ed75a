"""Sam works through the queue by keyboard alone, while more comes in and alex decides, too."""

from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import people
from tests.e2e.test_looks import serious, settled
from tests.feeding import reach
from vel_tutor import routes
from vel_tutor.core import clock, events
from vel_tutor.core.actor import Actor
from vel_tutor.domain import friends, moderation
from vel_tutor.live import bus
from vel_tutor.vocabulary import CaseKind, Decision, ReportKind, Role
from vt.browser import DESK


@pytest.fixture(autouse=True)
def speaking(monkeypatch):
    """This process is one more of the house: its commits speak on the bus."""
    monkeypatch.setattr(events, "_listeners", [bus.carry])


def report(by: Actor, about: Actor, days: int, minutes_ago: int = 0) -> UUID:
    """A line about a streak of so many days, reported."""
    with clock.stopped(clock.now() - timedelta(minutes=minutes_ago)):
        line = reach(about, days)
        friends.report(by, about.user_id, ReportKind.UNKIND, line)
    return line


def the_line(page: Page, days: int) -> Locator:
    return page.get_by_role("article").filter(has_text=f"a {days}-day streak")


def press_until(page: Page, key: str, wanted: Locator) -> None:
    """Press `key` until the focus is there; a person gives up, too."""
    for _ in range(40):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError("the focus never came there")


@pytest.fixture
def reported(clean_world):
    """Ada's lines about 10, 20 and 30 days, which bob reported, the longest last."""
    ada, bob = (people.acting(people.student(name)) for name in ("Ada", "Bob"))
    lines = [report(bob, ada, days, minutes_ago=90 - days) for days in (10, 20, 30)]
    return ada, bob, lines


def test_sam_decides_by_keyboard_and_nothing_moves_meanwhile(enter, reported):
    sam = enter(people.staff("Sam", Role.TRUST_SAFETY), size=DESK)
    page = settled(sam.go(routes.STAFF_REVIEW))
    tabs = page.get_by_role("navigation", name="Staff").get_by_role("link")
    expect(tabs).to_have_text(["Invitations", "Advice", "Review"])

    _puts_a_question_away(page, page.get_by_role("dialog"))
    _lets_a_line_stay(page, page.get_by_role("dialog"))
    _looks_at_what_is_new(page, *reported)


def _puts_a_question_away(page: Page, question: Locator) -> None:
    press_until(page, "Tab", the_line(page, 30).get_by_role("button", name="Take down"))
    page.keyboard.press("Enter")
    expect(question).to_contain_text("a 30-day streak")
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(the_line(page, 30).get_by_role("heading")).to_be_focused()


def _lets_a_line_stay(page: Page, question: Locator) -> None:
    press_until(page, "Tab", the_line(page, 30).get_by_role("button", name="Stays"))
    page.keyboard.press("Enter")
    press_until(page, "Tab", question.get_by_role("button", name="Stays"))
    page.keyboard.press("Enter")
    expect(the_line(page, 30)).to_have_count(0)
    expect(the_line(page, 20).get_by_role("heading")).to_be_focused()


def _looks_at_what_is_new(page: Page, ada: Actor, bob: Actor, lines: list[UUID]) -> None:
    """Bob reports one more line, and alex decides about one that is on show."""
    report(bob, ada, 40)
    alex = people.acting(people.staff("Alex", Role.ADMIN))
    moderation.settle(alex, CaseKind.LINE, lines[0], Decision.STAYS)
    more = page.get_by_role("button", name="1 new")
    expect(more).to_be_visible()
    expect(the_line(page, 10)).to_contain_text("Alex has decided this already: stays.")
    expect(page.get_by_role("article")).to_have_count(2)
    assert serious(page) == []

    press_until(page, "Shift+Tab", more)
    page.keyboard.press("Enter")
    expect(the_line(page, 10)).to_have_count(0)
    expect(page.get_by_role("article")).to_have_count(2)
    expect(the_line(page, 40)).to_be_visible()
    expect(more).to_have_count(0)

"""XP that comes in while somebody looks on, and what it buys."""

from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests import people
from tests.e2e.conftest import until
from vel_tutor import routes
from vel_tutor.core import events
from vel_tutor.core.db import transaction
from vel_tutor.domain import incentives
from vel_tutor.live import bus
from vel_tutor.vocabulary import XpReason


def earn(signed_in, xp):
    with transaction() as tx:
        who = people.acting(signed_in).user_id
        incentives.award_xp(tx, who, xp, XpReason.PRACTICE_COMPLETED, uuid4())


def primary(page: Page) -> str:
    """The colour that actions and links are drawn in."""
    return page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--grape').trim()"
    )


def think_again(page: Page, opener: Locator) -> None:
    """Open the question by keyboard and close it: the focus is back where it was."""
    opener.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_xp_comes_in_before_ones_eyes_and_buys_colours_that_stay(enter, monkeypatch):
    monkeypatch.setattr(events, "_listeners", [bus.carry])  # as one more process of the house
    signed_in = people.student("Eva")
    earn(signed_in, 190)
    page = enter(signed_in).go(routes.SHOP)
    lagoon = page.get_by_role("listitem", name="Lagoon")
    expect(lagoon).to_contain_text("Need 10 more")
    before = primary(page)
    expect(page.get_by_role("banner")).to_contain_text("190")

    earn(signed_in, 10)

    expect(page.get_by_text("10 XP more. Deck finished")).to_be_attached()
    lagoon.get_by_role("button", name="Try it on").click()
    expect(page.get_by_text("only trying these colours on")).to_be_visible()
    until(page, lambda: primary(page) != before)
    think_again(page, lagoon.get_by_role("button", name="Get it"))
    lagoon.get_by_role("button", name="Get it").click()
    page.get_by_role("button", name="Get it for 200 XP").click()
    page.get_by_role("button", name="Wear it now").click()
    expect(lagoon).to_contain_text("You wear it")
    worn = primary(page)
    page.reload(wait_until="commit")

    assert page.locator("html").get_attribute("data-theme") == "lagoon"
    expect(lagoon).to_contain_text("You wear it")
    assert worn == primary(page) != before


def test_somebody_sees_how_far_a_thing_is_and_where_each_xp_came_from(enter):
    signed_in = people.student("Eva")
    earn(signed_in, 180)
    page = enter(signed_in).go(routes.SHOP)
    shield = page.get_by_role("listitem", name="Streak shield")
    expect(shield).to_contain_text("Need 120 more. About 12 finished decks.")
    expect(shield.get_by_role("button")).to_have_count(0)

    page.get_by_role("link", name="Where it came from").click()

    expect(page.get_by_role("main")).to_contain_text("Practice finished")
    expect(page.get_by_role("main")).to_contain_text("+180")
    page.get_by_text("Spent", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Nothing spent yet")

"""A prompt rises over the results: followed it opens the ways to share, put away it stays away."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlmodel import select

from tests import people
from tests.decks import FIVE, finished
from tests.e2e.conftest import put_away
from vel_tutor import routes
from vel_tutor.core.db import reading
from vel_tutor.models.prompts import Prompt


def rows() -> list[Prompt]:
    with reading() as tx:
        return list(tx.session.exec(select(Prompt)).all())


def asked(page: Page):
    """The sheet, once it has come."""
    sheet = page.get_by_role("dialog").filter(has_text="80%")
    expect(sheet).to_be_visible()
    return sheet


@pytest.fixture
def grown():
    """Somebody of age: no hour of the day is a quiet one."""
    return people.student("Ada", years=20)


def test_what_is_followed_opens_the_ways_to_share_and_is_not_asked_again(enter, grown):
    screen = enter(grown, prompts=True)
    page = screen.go(routes.TODAY)
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    session = finished(people.acting(grown), FIVE, wrong=1)  # and the sheet arrives live

    sheet = asked(page)
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
    sheet.get_by_role("button", name=re.compile("friend")).click()
    expect(page).to_have_url(re.compile(f"{session}/results"))
    expect(page.get_by_role("dialog").get_by_text("Invite a friend")).to_be_visible()
    [row] = rows()
    assert row.shown_at
    assert row.acted_at
    page.goto(f"{screen.address}{routes.TODAY}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_is_put_away_is_gone_after_a_reload_and_in_the_other_tab(enter, grown):
    screen = enter(grown, prompts=True)
    session = finished(people.acting(grown), FIVE, wrong=1)
    page = screen.go(routes.practice_results(session))
    asked(page)
    other = screen.open_tab()
    other.goto(f"{screen.address}{routes.TODAY}")
    asked(other)

    put_away(page, page.get_by_role("dialog"))

    expect(other.get_by_role("dialog")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    [row] = rows()
    assert row.dismissed_at


def test_never_again_can_be_undone_at_once_and_is_in_the_settings(enter, grown):
    screen = enter(grown, prompts=True)
    finished(people.acting(grown), FIVE, wrong=1)
    page = screen.go(routes.TODAY)
    asked(page).get_by_role("button", name="Don't suggest this again").click()
    expect(page.get_by_role("dialog").get_by_text("We won't suggest this again")).to_be_visible()
    page.get_by_role("button", name="Done").click()

    page.goto(f"{screen.address}{routes.SETTINGS}")
    switch = page.get_by_role("switch", name=re.compile("Challenges for friends"))

    expect(switch).not_to_be_checked()
    switch.click()
    expect(switch).to_be_checked()

"""bob has his feed open while ada reaches a milestone; what he says to it shows on her page."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests import people
from tests.befriending import befriend
from tests.e2e.test_looks import runs_over, serious, settled
from tests.feeding import grow_up, reach
from vel_tutor import routes
from vel_tutor.core import clock, events
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.live import bus
from vt.browser import DESK


@pytest.fixture
def friends(clean_world, monkeypatch) -> tuple[SignedIn, SignedIn]:
    """Ada and bob, grown up, and what happens to them goes over the bus as it does in the house."""
    monkeypatch.setattr(events, "_listeners", [bus.carry])
    ada, bob = people.student("Ada"), people.student("Bob")
    for one in (ada, bob):
        grow_up(people.acting(one))
    befriend(people.acting(ada), people.acting(bob))
    return ada, bob


def crowd(signed_in: SignedIn, lines: int = 45) -> None:
    """Lines of two weeks."""
    for number in range(lines):
        with clock.stopped(clock.now() - number * timedelta(hours=8)):
            reach(people.acting(signed_in), 7 + number, "math" if number % 3 else "science")


def test_adas_milestone_waits_on_bobs_page_and_what_he_says_shows_on_hers(enter, friends):
    ada, bob = friends
    reader, owner = enter(bob), enter(ada)
    page = settled(reader.go(routes.FEED))
    expect(page.get_by_text("Nothing yet")).to_be_visible()

    reach(people.acting(ada), 30)
    page.get_by_role("button", name="1 new").click()
    line = page.get_by_role("article").filter(has_text="Ada reached a 30-day streak")
    expect(line).to_be_visible()
    hers = settled(owner.go(routes.FEED)).get_by_role("article")
    line.get_by_role("button", name="On fire").click()

    expect(line.get_by_role("button", name="On fire", pressed=True)).to_be_visible()
    expect(hers.get_by_role("button", name="On fire 1")).to_be_visible()
    assert serious(page) == []


def test_the_feed_keeps_nobody_out_and_goes_on_by_itself(enter, friends):
    ada, bob = friends
    crowd(ada)
    screen = enter(bob, theme="dark", size=DESK)
    page = settled(screen.go(routes.FEED))
    lines = page.get_by_role("article")
    expect(lines).to_have_count(20)
    found = serious(page)

    page.keyboard.press("End")
    expect(lines).to_have_count(40)
    lines.first.get_by_role("button", name="More about this").click()
    page.get_by_role("dialog").get_by_role("button", name="Hide this").click()
    page.get_by_role("button", name="Undo").click()
    expect(lines).to_have_count(40)

    assert found == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert not runs_over(page)

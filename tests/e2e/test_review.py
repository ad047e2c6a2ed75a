"""Bob reports a line of ada's; sam, whose work that is, decides what becomes of it."""

import pytest
from playwright.sync_api import expect

from tests import people
from tests.befriending import befriend
from tests.e2e.test_looks import NARROW, runs_over, serious, settled
from tests.feeding import grow_up, reach
from vel_tutor import routes
from vel_tutor.core import events
from vel_tutor.live import bus
from vel_tutor.vocabulary import Role
from vt.browser import DESK


@pytest.fixture(autouse=True)
def speaking(monkeypatch):
    """This process is one more of the house: its commits speak on the bus."""
    monkeypatch.setattr(events, "_listeners", [bus.carry])


@pytest.fixture
def friends(clean_world):
    """Ada, with a line in her feed, and bob who reads it."""
    ada, bob = people.student("Ada"), people.student("Bob")
    for one in (ada, bob):
        grow_up(people.acting(one))
    befriend(people.acting(ada), people.acting(bob))
    reach(people.acting(ada), 30)
    return ada, bob


def test_what_bob_reports_comes_to_sam_who_takes_it_down_and_back(enter, friends):
    ada, bob = friends
    at_sam = enter(people.staff("Sam", Role.TRUST_SAFETY), size=DESK, theme="dark")
    desk = settled(at_sam.go(routes.STAFF_REVIEW))
    expect(desk.get_by_text("Nothing waits here.")).to_be_visible()

    reader = settled(enter(bob).go(routes.FEED))
    reader.get_by_role("button", name="More about this").click()
    reader.get_by_text("Report it").click()
    reader.get_by_role("button", name="It is unkind").click()
    case = desk.get_by_role("article").filter(has_text="reached a 30-day streak")
    expect(case.get_by_text("Reported by 1 person")).to_be_visible()
    assert serious(desk) == []

    case.get_by_role("button", name="Take down").click()
    desk.get_by_role("dialog").get_by_role("button", name="Take down").click()
    expect(desk.get_by_text("Nothing waits here.")).to_be_visible()
    hers = settled(enter(ada).go(routes.FEED))
    expect(hers.get_by_role("article")).to_have_count(0)

    desk.get_by_role("link", name="Settled").click()
    desk.get_by_role("button", name="Undo").click()
    expect(desk.get_by_text("Nothing has been decided here yet.")).to_be_visible()
    expect(settled(enter(ada).go(routes.FEED)).get_by_role("article")).to_have_count(1)
    desk.set_viewport_size(NARROW)
    assert not runs_over(desk)

"""What a diagnostic came to, read in a real browser by who was able, who was not, and who raced."""

import pytest
from playwright.sync_api import expect

from tests import people
from tests.e2e.test_looks import serious, settled
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.domain import bank
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.vocabulary import Subject
from vt import exam, journeys
from vt.browser import DESK, PHONE

MATH = DiagnosticChoice(subject=Subject.MATH, grade=8)


@pytest.fixture
def ida(clean_world):
    bank.fill(Subject.MATH, per_family=4)
    return people.student("Ida")


def taken(signed_in, theta, seconds=25.0):
    """A whole test by somebody this able, from now on: the house ends what is overdue."""
    return exam.take(people.acting(signed_in), MATH, theta, clock.now(), seconds=seconds)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_strong_result_says_how_sure_it_is_and_what_comes_next(enter, ida, size, theme):
    test_id = taken(ida, 2.4)
    page = settled(enter(ida, size=size, theme=theme).go(routes.diagnostic_results(test_id)))

    expect(page.get_by_text("scale score", exact=True)).to_be_visible()
    expect(page.get_by_text("Most likely between")).to_be_visible()
    expect(page.get_by_text("provisional", exact=True)).to_be_visible()
    steps = (
        page.get_by_role("heading", name="What to do next").locator("xpath=..").get_by_role("link")
    )
    expect(steps).to_have_count(3)
    assert serious(page) == []


def test_each_cell_of_the_map_says_what_it_knows_and_leads_to_practice(enter, ida):
    page = settled(enter(ida).go(routes.diagnostic_results(taken(ida, 0.0))))
    cells = page.locator(".heat-narrow a")

    page.get_by_text("Show it as a table").click()
    rows = page.get_by_role("region", name="All skills of this map").get_by_role("row")

    assert cells.count() == rows.count() - 1
    assert "not yet known" in " ".join(cells.evaluate_all("all => all.map(a => a.ariaLabel)"))
    cells.first.click()
    expect(page.get_by_role("button", name="Start practising")).to_be_visible()


def test_who_raced_through_is_told_kindly_and_given_another_go(enter, ida):
    page = settled(enter(ida).go(routes.diagnostic_results(taken(ida, 0.0, seconds=0.5))))

    expect(page.get_by_text("This may not show what you know")).to_be_visible()
    expect(page.get_by_role("link", name="Take it again")).to_be_visible()
    expect(page.get_by_text("Higher than about")).to_have_count(0)


def test_nobody_reads_the_results_of_another(enter, ida):
    test_id = taken(ida, 0.0)

    page = enter(people.student("Una")).go(routes.diagnostic_results(test_id))

    expect(page.get_by_role("heading", name="There is nothing at this address")).to_be_visible()


def test_a_guest_plays_against_the_result_at_their_own_level(enter, ida):
    mine, guests = enter(ida), enter()
    page = settled(mine.go(routes.diagnostic_results(taken(ida, 2.6))))
    guests.page.goto(journeys.challenge(page))

    guests.page.get_by_label("Your grade").select_option("6")
    guests.page.get_by_role("button", name="Play now").click()
    expect(guests.page.get_by_role("button", name="Check")).to_be_visible()
    journeys.play(guests.page, journeys.latest_play(), 5, wrong=5, last="See who wins")

    expect(guests.page.get_by_role("heading", name="Every answer counts")).to_be_visible()

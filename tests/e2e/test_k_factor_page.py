"""Somebody who looks after growth reads the K-factor in a real browser and takes it along."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests import people
from tests.e2e.test_looks import NARROW, runs_over, serious, settled
from tests.growth import Crowd
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.domain import insight
from vel_tutor.vocabulary import Role
from vt.browser import DESK, PHONE


@pytest.fixture
def pam(clean_world):
    return people.staff("Pam", Role.PRODUCT_MANAGER)


@pytest.fixture
def crowd(clean_world):
    Crowd(clock.now()).moves_in()
    insight.recompute()


def test_the_file_has_the_rows_of_the_screen(enter, pam, crowd):
    page = settled(enter(pam, size=DESK).go(routes.K_FACTOR))
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    page.get_by_label("Cohorts").select_option("month")
    page.get_by_label("Raw").or_(page.get_by_label("Fraud")).select_option("0")
    page.get_by_label("Streak rescue").uncheck()
    page.get_by_role("button", name="Show").click()
    take = page.get_by_role("link", name="By loop as CSV")
    expect(take).to_have_attribute("href", re.compile("cohorts=month"))
    table = settled(page).get_by_role("region", name="K-factor by loop").get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(6)
    on_screen = [
        row.get_by_role("cell").all_inner_texts() for row in table.get_by_role("row").all()
    ]

    with page.expect_download() as taken:
        take.click()

    with open(taken.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert [row[1:] for row in rows] == on_screen[1:]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_whoever_looks_after_growth_meets_no_barrier(enter, pam, crowd, theme):
    full = settled(enter(pam, size=PHONE, theme=theme).go(routes.K_FACTOR))

    assert serious(full) == []
    assert not runs_over(full)


def test_the_page_says_when_there_is_nothing_yet(enter, pam):
    page = settled(enter(pam, size=NARROW).go(routes.K_FACTOR))

    expect(page.get_by_text("Nobody has learned or invited anybody")).to_be_visible()
    assert serious(page) == []

"""Somebody on the staff looks a family up in a real browser, retires it, and takes that back."""

import pytest
from playwright.sync_api import expect

from tests import people
from tests.e2e.test_looks import NARROW, runs_over, serious, settled
from vel_tutor import routes
from vel_tutor.domain import bank
from vel_tutor.vocabulary import Role, Subject
from vt.browser import DESK, PHONE

FAMILY = "science.changes.melting"


@pytest.fixture
def adm(clean_world):
    bank.fill(Subject.SCIENCE, per_family=2)
    return people.staff("Adm", Role.ADMIN)


def test_a_family_is_found_retired_and_brought_back(enter, adm):
    page = settled(enter(adm, size=DESK).go(routes.ADMIN_BANK))
    page.get_by_label("Skill or family").fill("changes.melting")
    page.keyboard.press("Enter")
    row = page.get_by_role("row").filter(has_text=FAMILY)
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.get_by_label("Skill or family")).to_have_value("changes.melting")

    row.get_by_role("link").click()
    first = page.get_by_role("heading", name="Question of seed").inner_text()
    page.get_by_role("button", name="Next question").press("Enter")
    expect(page.get_by_role("heading", name="Question of seed")).not_to_have_text(first)

    page.get_by_role("button", name="Retire").click()
    page.get_by_role("dialog").get_by_label("Why").select_option("unclear")
    page.get_by_role("button", name="Retire it").click()
    expect(page.get_by_text("Retired. No new test draws from it.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Retire")).to_be_visible()

    page.get_by_role("link", name="All families").click()
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("link", name="Item bank").click()
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_role("link", name="First page")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_staff_meets_no_barrier(enter, adm, size, theme):
    screen = enter(adm, size=size, theme=theme)
    paths = (
        routes.ADMIN_BANK,
        routes.admin_bank(find="nothing is called so"),
        f"{routes.ADMIN_BANK}?family={FAMILY}",
    )

    found = {path: serious(settled(screen.go(path))) for path in paths}

    assert found == {path: [] for path in paths}


def test_only_the_tables_scroll_on_a_narrow_screen(enter, adm):
    screen = enter(adm, size=NARROW)

    assert not runs_over(settled(screen.go(routes.ADMIN_BANK)))
    assert not runs_over(settled(screen.go(f"{routes.ADMIN_BANK}?family={FAMILY}")))

"""How people come in: through the gate, with a parent's yes, and back after a lost password."""

import re
import secrets

import pytest
from playwright.sync_api import Page, Response, expect

from tests import people
from tests.e2e.conftest import Screen
from vel_tutor import routes
from vt.browser import DESK

HINTS = re.compile(r"\b(13|thirteen|child|kids?|parents?|guardian|too young|years old)\b", re.I)
PROSE = re.compile(r"parent or guardian|your parent|under 13|thirteen|13 years|too young", re.I)


@pytest.fixture
def somebody() -> str:
    """An address nobody has."""
    return f"{secrets.token_hex(4)}@example.org"


def through_the_gate(page: Page, years: int) -> None:
    born = people.gate(years).born
    for label, part in (("Month", born.month), ("Day", born.day), ("Year", born.year)):
        page.get_by_label(label).fill(str(part))
    page.get_by_role("button", name="Continue").click()


def fill_in(page: Page, name: str, email: str, grade: str, password: str = people.PASSWORD) -> None:
    page.get_by_label("First name").fill(name)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_label("Grade").select_option(grade)
    page.get_by_role("button", name="Create account").click()


def newest_link(screen: Screen, start: str) -> str:
    """The link in the last letter; a house on a test machine keeps its mail."""
    href = screen.go(routes.MAILBOX).locator(f"a[href^='{start}']").first.get_attribute("href")
    assert href is not None
    return href


def test_a_teen_walks_in(enter, somebody):
    page = enter(timezone_id="Europe/Lisbon").go(routes.SIGN_UP)
    through_the_gate(page, 15)
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Lisbon")

    fill_in(page, "Ada", somebody, "9")

    page.wait_for_url(f"**{routes.TODAY}**")


def test_a_wrong_field_is_named_and_the_others_are_kept(enter, somebody):
    page = enter(timezone_id="Europe/Lisbon").go(routes.SIGN_UP)
    through_the_gate(page, 15)

    fill_in(page, "Ada", somebody, "9", password="password123")  # noqa: S106

    expect(page.get_by_role("alert")).to_contain_text("easy to guess")
    expect(page.get_by_label("First name")).to_have_value("Ada")
    expect(page.get_by_label("E-mail")).to_have_value(somebody)
    expect(page.get_by_label("Grade")).to_have_value("9")
    expect(page.get_by_label("Password")).to_have_value("")


def test_the_gate_gives_no_hint(enter):
    screen = enter()
    scripts: list[Response] = []
    screen.page.on("response", lambda got: scripts.append(got) if got.url.endswith(".js") else None)
    page = screen.go(routes.SIGN_UP)
    expect(page.get_by_label("Month")).to_be_visible()
    page.wait_for_load_state("networkidle")

    own = [
        got.text() for got in scripts if re.search(r"sign-up[^/]*_index|pages.*sign_up\b", got.url)
    ]
    assert HINTS.findall(page.locator("body").inner_text()) == []
    assert HINTS.findall(page.get_by_role("main").inner_html()) == []
    assert own
    assert [found for text in own for found in HINTS.findall(text)] == []
    assert [found for got in scripts for found in PROSE.findall(got.text())] == []


def test_going_back_with_another_date_leads_the_same_way(enter):
    page = enter().go(routes.SIGN_UP)
    through_the_gate(page, 10)
    expect(page.get_by_label("E-mail of your parent or guardian")).to_be_visible()

    page.get_by_role("link", name="Change the date of birth").click()
    through_the_gate(page, 30)

    expect(page.get_by_label("E-mail of your parent or guardian")).to_be_visible()


def test_a_childs_page_opens_and_closes_with_the_parents_word(enter, somebody):
    child = enter().go(routes.SIGN_UP)
    through_the_gate(child, 10)
    fill_in(child, "Min", somebody, "4")
    expect(child.get_by_role("heading", name="Almost there, Min")).to_be_visible()

    desk = enter(size=DESK)
    yes, no = (newest_link(desk, f"/{page}/") for page in ("consent", "sign-up/parent-stop"))
    parent = desk.go(yes)
    parent.get_by_role("button", name="I am the parent or guardian").click()
    expect(parent.get_by_role("heading", name="the account is open")).to_be_visible()
    child.wait_for_url(f"**{routes.TODAY}**")

    desk.go(no)
    parent.get_by_role("button", name="Stop it now").click()
    expect(parent.get_by_role("heading", name="It is stopped")).to_be_visible()
    child.wait_for_url(f"**{routes.SIGN_IN}**")


def test_a_lost_password_is_set_anew(enter):
    people.student("Wanda")
    screen = enter()
    page = screen.go(routes.RESET_ASK)
    page.get_by_label("E-mail or sign-in name").fill("wanda@example.org")
    page.get_by_role("button", name="Send the mail").click()
    expect(page.get_by_role("status").filter(has_text="on its way")).to_be_visible()

    screen.go(newest_link(screen, "/new-password/"))
    page.get_by_label("New password").fill("nine ships on land")
    page.get_by_role("button", name="Save the new password").click()
    page.get_by_label("E-mail or sign-in name").fill("wanda@example.org")
    page.get_by_label("Password").fill("nine ships on land")
    page.get_by_role("button", name="Sign in").click()

    page.wait_for_url(f"**{routes.TODAY}**")


def test_signing_out_leaves_nothing_in_the_tab(enter):
    screen = enter(people.student("Vera"))
    page = screen.go(routes.SETTINGS)
    expect(page.get_by_label("First name")).to_have_value("Vera")

    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()

    page.wait_for_url(f"**{routes.SIGN_IN}**")
    expect(page.get_by_text("Vera")).to_have_count(0)


def test_the_way_on_is_kept_through_every_door(enter, somebody):
    page = enter(timezone_id="Europe/Lisbon").go(f"{routes.SIGN_IN}?next=/practice")
    page.get_by_role("link", name="Create an account").click()
    through_the_gate(page, 15)

    fill_in(page, "Ada", somebody, "9")

    page.wait_for_url("**/practice**")

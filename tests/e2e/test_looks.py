"""Every page can be used by everybody: axe finds nothing serious, nothing runs off the screen."""

from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests import people
from tests.befriending import befriend, code_of
from tests.decks import FIVE, finished
from vel_tutor import routes
from vel_tutor.domain import accounts, friends, loops, practice
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.domain.loops import rescue
from vt.browser import DESK, PHONE

NARROW: ViewportSize = {"width": 320, "height": 640}
"""Also what a desk of 1280 px shows at 400 % zoom (WCAG 1.4.10)."""
OPEN_PAGES = (
    routes.HOME,
    routes.SIGN_IN,
    routes.SIGN_UP,
    routes.EXPIRED,
    routes.PROBLEM,
    routes.NOT_YOURS,
    routes.friend_invited("K7QM2XRD"),
)


@dataclass
class World:
    """Eva in the middle of things: a deck finished, one begun, a challenge sent, Pat linked."""

    eva: SignedIn
    pages: tuple[str, ...]
    invitation: str
    """What a guest may open."""
    call: str
    """The same, into a room for two."""
    pat: SignedIn
    family: tuple[str, ...]
    """What a parent may open."""


@pytest.fixture
def world(clean_world) -> World:
    eva = people.student("Eva")
    done = finished(people.acting(eva))
    begun = practice.open_session(people.acting(eva), FIVE).session_id
    sent = loops.challenge_from(people.acting(eva), done)
    called = rescue.invite(people.acting(eva))
    pat, link = people.parent("Pat"), people.family_link(eva)
    accounts.accept_invitation(people.acting(pat), people.family_link(eva))
    accounts.ask_for_child(people.acting(people.parent("Una")), "eva@example.org")
    befriend(people.acting(people.student("Finn")), people.acting(eva))
    friends.ask(people.acting(people.student("Gia")), code_of(people.acting(eva)))
    return World(
        eva,
        (
            routes.TODAY,
            routes.PRACTICE,
            routes.practice_choice("math", 4, "math.place_value"),
            routes.practice_session(begun),
            routes.practice_results(done),
            routes.SETTINGS,
            routes.STREAK,
            routes.SHOP,
            routes.XP,
            routes.NOTIFICATIONS,
            routes.CHALLENGES,
            routes.FEED,
            routes.RALLY,
            routes.ROOMS,
            routes.COACH,
            routes.LEADERBOARD_WEEKLY,
            routes.LEAGUE,
            routes.BADGES,
            routes.challenge_sent(sent.id),
            routes.RESCUE,
            routes.FRIENDS,
            called.room,
        ),
        routes.challenge(sent.share.qr.split("/")[2]),
        routes.rescue_invited(called.share.qr.split("/")[2]),
        pat,
        (routes.FAMILY, routes.family_child(eva.user_id), routes.family_link(link)),
    )


def settled(page: Page) -> Page:
    """Wait until the page shows what it came to show."""
    expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return page


def serious(page: Page) -> list[str]:
    """What axe finds that keeps somebody from using the page."""
    found = Axe().run(page).response["violations"]
    return [
        f"{problem['id']}: {node['html'][:120]}"
        for problem in found
        if problem["impact"] in {"serious", "critical"}
        for node in problem["nodes"]
    ]


def runs_over(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_newcomers_meet_no_barrier(enter, world, size, theme):
    screen, paths = enter(size=size, theme=theme), (*OPEN_PAGES, world.invitation, world.call)

    found = {path: serious(settled(screen.go(path))) for path in paths}

    assert found == {path: [] for path in paths}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_students_meet_no_barrier(enter, world, size, theme):
    screen = enter(world.eva, size=size, theme=theme)

    found = {path: serious(settled(screen.go(path))) for path in world.pages}

    assert found == {path: [] for path in world.pages}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_parents_meet_no_barrier(enter, world, size, theme):
    screen = enter(world.pat, size=size, theme=theme)

    found = {path: serious(settled(screen.go(path))) for path in world.family}

    assert found == {path: [] for path in world.family}


def test_nothing_runs_off_a_narrow_screen(enter, world):
    guest, student = enter(size=NARROW), enter(world.eva, size=NARROW)
    parent = enter(world.pat, size=NARROW)

    guests = (*OPEN_PAGES, world.invitation, world.call)
    over = [path for path in guests if runs_over(settled(guest.go(path)))]
    over += [path for path in world.pages if runs_over(settled(student.go(path)))]
    over += [path for path in world.family if runs_over(settled(parent.go(path)))]

    assert over == []


def test_the_sample_question_teaches_by_keyboard_alone(guest_at):
    page = guest_at.go_alive(routes.HOME)
    sample = page.get_by_role("region", name="A sample question")
    wrong = sample.locator("input[data-right=false]").first
    right = sample.locator("input[data-right=true]")

    page.keyboard.press(wrong.get_attribute("data-key"))
    expect(sample.get_by_text("Not quite").locator("visible=true")).to_have_count(1)

    page.keyboard.press(right.get_attribute("data-key"))
    expect(sample.get_by_text("Right!")).to_be_visible()
    expect(sample.get_by_text("Not quite").locator("visible=true")).to_have_count(0)


def test_the_first_tab_leads_past_the_navigation(enter, world):
    page = settled(enter(world.eva, size=DESK).go(routes.TODAY))

    page.get_by_role("link", name="Skip to content").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_moving_on_takes_the_focus_along(enter, world):
    page = settled(enter(world.eva).go(routes.TODAY))

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Practice").click()

    expect(page.get_by_role("heading", name="Practice", level=1)).to_be_visible()
    expect(page.locator("#main")).to_be_focused()


def test_dark_stays_dark_after_a_reload(guest_at):
    page = guest_at.go_alive(routes.HOME)

    page.get_by_role("radio", name="Dark").check()
    expect(page.locator("html")).to_have_class("dark")
    page.reload()

    expect(page.locator("html")).to_have_class("dark")


def test_an_address_that_is_none_says_so_and_shows_a_way_on(enter):
    screen = enter()

    page = screen.go("/no-such-page")

    expect(page.get_by_role("heading", name="There is nothing at this address")).to_be_visible()
    expect(page.get_by_role("link", name="Go to the start")).to_be_visible()
    screen.complaints.clear()  # the browser itself reports the 404


def test_whoever_is_signed_in_never_sees_the_front_page(enter, world):
    screen = enter(world.eva)
    seen = []
    screen.page.on("response", lambda answer: seen.append((answer.url, answer.status)))

    page = screen.go(routes.HOME)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Eva")
    assert (f"{screen.address}/", 303) in seen

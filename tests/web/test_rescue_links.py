"""The link of a rescue as phones, programs and its own maker open it."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests import people
from tests.unit.test_attribution_rules import CRAWLERS, PEOPLE
from vel_tutor.core.settings import VISITOR_COOKIE, settings
from vel_tutor.core.signing import Purpose, verify
from vel_tutor.domain.loops import rescue
from vel_tutor.web import headers, links
from vel_tutor.web.app import web_routes


@pytest.fixture
def eva(clean_world):
    return people.student("Eva")


@pytest.fixture
def code(eva) -> str:
    return rescue.invite(people.acting(eva)).share.qr.split("/")[2]


@pytest.fixture
def browser(clean_world, tmp_path, monkeypatch) -> TestClient:
    """Somebody's phone at our door; the built shell is a small one."""
    (tmp_path / "__spa-fallback.html").write_text("<html><head></head><body></body></html>")
    monkeypatch.setattr(links, "BUILT_PAGES", tmp_path)
    monkeypatch.setattr(headers, "BUILT_PAGES", tmp_path)
    links._shell.cache_clear()
    return TestClient(
        Starlette(routes=web_routes()),
        base_url=settings().public_url,
        headers={"User-Agent": PEOPLE[0]},
        follow_redirects=False,
    )


def test_a_friend_goes_on_to_the_door_and_whoever_called_to_their_own_page(browser, eva, code):
    friend = browser.get(f"/s/{code}")
    browser.cookies.set(settings().session_cookie, eva.token)
    caller = browser.get(f"/s/{code}")

    assert (friend.status_code, friend.headers["location"]) == (303, f"/rescue/{code}")
    assert caller.headers["location"] == "/rescue"


def test_the_door_itself_gives_a_guest_the_cookie_they_play_under(browser, code):
    answer = browser.get(f"/rescue/{code}")

    assert answer.status_code == 200
    assert verify(Purpose.VISITOR, browser.cookies[VISITOR_COOKIE])


def test_a_preview_tells_what_it_is_and_of_nobody(browser, code):
    page = browser.get(f"/s/{code}", headers={"User-Agent": CRAWLERS[0]}).text

    assert "Practise with a friend" in page
    assert "Eva" not in page
    assert (
        "set-cookie"
        not in browser.get(f"/rescue/{code}", headers={"User-Agent": CRAWLERS[0]}).headers
    )


def test_the_picture_and_the_qr_code_are_there_while_the_room_is_open(browser, eva, code):
    home = rescue.home(people.acting(eva))
    card = browser.get(f"/cards/{home.room.rsplit('/', 1)[1]}.png")

    assert (card.status_code, card.headers["content-type"]) == (200, "image/png")
    assert browser.get(home.share.qr).status_code == 200


@pytest.mark.parametrize("path", ["/s/abcdefghijk.AAAAAAAAAAAAAAAA", "/s/x"])
def test_a_link_nobody_made_leads_to_the_calm_page(browser, path):
    answer = browser.get(path)

    assert (answer.status_code, "/link-over" in answer.text) == (410, True)

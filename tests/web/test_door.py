"""What stands before every request: the policy, the headers, and no room for strangers."""

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from tests import people
from vel_tutor import policy, routes
from vel_tutor.core.log import StructuredFormatter
from vel_tutor.core.settings import settings
from vel_tutor.vocabulary import EVERYONE, MEMBERS, Role, Standing
from vel_tutor.web import door
from vel_tutor.web.app import behind_the_door
from vel_tutor.web.headers import A_YEAR, content_security_policy, inline_script_hashes

PEOPLE = {
    Standing.LOCKED_CHILD: lambda: people.child("Min", "pat.of.min@example.org"),
    Standing.TEEN: lambda: people.student("Ada"),
    Standing.PARENT: lambda: people.parent("Pat"),
    Standing.ADMIN: lambda: people.staff("Adm", Role.ADMIN),
}


async def _answer(request):
    return PlainTextResponse("inside")


async def _page(request):
    return HTMLResponse("<p>inside</p>")


async def _broken(request):
    raise RuntimeError("canary-words")


@pytest.fixture
def browser(clean_world, monkeypatch) -> TestClient:
    """A browser before a few routes for some, for all, and for nobody."""
    rules = {
        "GET /all": EVERYONE,
        "GET /page": EVERYONE,
        "GET /broken": EVERYONE,
        "GET /members": MEMBERS,
        "GET /assets/{name}": EVERYONE,
    }
    monkeypatch.setattr(policy, "ROUTES", rules)
    paths = {"/all": _answer, "/page": _page, "/broken": _broken, "/members": _answer}
    paths |= {"/unlisted": _answer, "/assets/{name}": _answer}
    found = [door.guarded(Route(path, endpoint)) for path, endpoint in paths.items()]
    return TestClient(
        behind_the_door(Starlette(routes=found)),
        base_url=settings().public_url,
        follow_redirects=False,
    )


def test_what_the_policy_does_not_list_is_not_there(browser):
    assert browser.get("/unlisted").status_code == 404


@pytest.mark.parametrize("standing", PEOPLE)
def test_a_route_for_members_lets_members_in_and_nobody_else(browser, standing):
    signed_in = PEOPLE[standing]()
    browser.cookies.set(settings().session_cookie, signed_in.token)

    answer = browser.get("/members")

    assert (answer.status_code == 200) == (standing in MEMBERS)
    assert ("inside" in answer.text) == (standing in MEMBERS)


def test_a_stranger_is_sent_to_sign_in(browser):
    answer = browser.get("/members")

    assert (answer.status_code, answer.headers["location"]) == (303, routes.SIGN_IN)


def test_asking_for_the_head_only_is_asking(browser):
    assert browser.head("/members").status_code == 303
    assert browser.head("/all").status_code == 200


def test_every_answer_carries_the_steady_headers(browser):
    for path in ("/all", "/page", "/nowhere", "/members"):
        headers = browser.get(path).headers

        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert "geolocation=()" in headers["permissions-policy"]
        assert headers["cache-control"]


def test_a_page_says_what_it_may_load(browser):
    policy_said = browser.get("/page").headers["content-security-policy"]

    assert "frame-ancestors 'none'" in policy_said
    assert "unsafe-eval" not in policy_said
    assert "'unsafe-inline'" not in policy_said.split("script-src")[1].split(";")[0]
    assert "*" not in policy_said


def test_only_files_named_after_their_content_are_kept_for_long(browser):
    kept = browser.get("/assets/root-DQCakGtI.js").headers["cache-control"]
    asked = browser.get("/assets/app.css").headers["cache-control"]
    missing = browser.get("/nowhere/root-DQCakGtI.js").headers["cache-control"]

    assert (kept, asked, missing) == (A_YEAR, "no-cache", "no-cache")


def test_over_https_browsers_are_told_to_stay_there(browser, monkeypatch):
    monkeypatch.setattr(settings(), "public_url", "https://vel.example")

    headers = browser.get("/all").headers

    assert headers["strict-transport-security"].startswith("max-age=63072000")


def test_inline_scripts_are_allowed_by_what_the_build_wrote(tmp_path):
    (tmp_path / "a.html").write_text('<script>one()</script><script src="/x.js"></script>')
    (tmp_path / "b.html").write_text("<p>t</p><script>one()</script><script>a < b && c</script>")

    found = inline_script_hashes(tmp_path.rglob("*.html"))

    assert found == [
        "'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='",
        "'sha256-utQp/tNR5pLN51qgX2CHuY7l3VqhWnEovrzaSf41FJ8='",
    ]


def test_a_broken_route_tells_neither_the_browser_nor_the_log_what_it_held(browser, caplog):
    answer = browser.get("/broken")

    said = [StructuredFormatter().format(record) for record in caplog.records]
    assert answer.status_code == 500
    assert "x-content-type-options" in answer.headers
    assert "canary-words" not in answer.text
    assert any("a route failed" in line for line in said)
    assert not any("canary-words" in line for line in said)


def test_the_book_of_requests_holds_no_path_and_no_query(browser, caplog):
    with caplog.at_level(logging.DEBUG, logger="vel_tutor.web.door"):
        browser.get("/all/secret-code?token=secret")

    facts = [record.facts for record in caplog.records if hasattr(record, "facts")]
    assert [one["route"] for one in facts] == ["GET /all"]
    assert "secret" not in json.dumps(facts)


@pytest.mark.parametrize("length", [door.LARGEST_BODY + 1, 1_000_000])
def test_a_body_that_is_too_long_is_not_read(browser, length):
    assert browser.post("/all", content=b"x" * length).status_code == 413


def test_a_body_that_does_not_say_how_long_it_is_is_not_read(browser):
    assert browser.post("/all", content=iter([b"x"] * 10)).status_code == 411


@pytest.mark.parametrize("origin", [None, "https://evil.example", "null"])
def test_a_socket_of_another_site_is_refused(browser, origin):
    headers = {"origin": origin} if origin else {}

    with (
        pytest.raises((WebSocketDisconnect, WebSocketDenialResponse)),
        browser.websocket_connect("/_event", headers=headers),
    ):
        pass


def test_the_policy_of_the_pages_is_made_once():
    assert content_security_policy() is content_security_policy()

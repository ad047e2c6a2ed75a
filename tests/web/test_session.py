"""The forms that set the sign-in cookie, as a browser posts them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests import people
from vel_tutor import policy, routes
from vel_tutor.core.settings import FORM_COOKIE, FORM_KEPT, GATE_COOKIE, settings
from vel_tutor.core.signing import Purpose, unseal
from vel_tutor.domain import accounts
from vel_tutor.vocabulary import AgeBand, Standing
from vel_tutor.web import session

OURS = {"Sec-Fetch-Site": "same-origin", "User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"}
TEEN = {"day": "1", "month": "1", "year": str(people.gate(15).born.year)}
CHILD = {"day": "1", "month": "1", "year": str(people.gate(10).born.year)}
ACCOUNT = {
    "first_name": "Ada",
    "email": "ada@example.org",
    "password": people.PASSWORD,
    "time_zone": "Europe/Lisbon",
    "grade": "9",
}


@pytest.fixture
def browser(clean_world) -> TestClient:
    """A browser at our door."""
    return TestClient(
        Starlette(routes=session.web_routes()),
        base_url=settings().public_url,
        headers=OURS,
        follow_redirects=False,
    )


def signed_in(browser):
    actor = accounts.actor_for(browser.cookies[settings().session_cookie])
    assert actor is not None
    return actor


def band(browser):
    gate = accounts.open_gate(browser.cookies[GATE_COOKIE])
    assert gate is not None
    return gate.band


def asked(response):
    """Path and questions of where a response leads."""
    parts = urlsplit(response.headers["location"])
    return parts.path, {key: value[0] for key, value in parse_qs(parts.query).items()}


def test_a_newcomer_walks_through_the_gate_into_an_account(browser):
    gate = browser.post(routes.AGE, data=TEEN)
    joined = browser.post(routes.JOIN, data=ACCOUNT)

    assert (gate.status_code, asked(gate)) == (303, (routes.SIGN_UP_ACCOUNT, {}))
    assert (joined.status_code, asked(joined)) == (303, (routes.TODAY, {}))
    assert signed_in(browser).standing is Standing.TEEN


def test_the_gate_alone_stores_nothing(browser, published, queries):
    with queries(at_most=0):
        browser.post(routes.AGE, data=TEEN)

    assert published == []


def test_nobody_gets_past_the_gate_without_it(browser):
    response = browser.post(routes.JOIN, data=ACCOUNT)

    assert asked(response) == (routes.SIGN_UP, {"problem": "gate"})
    assert settings().session_cookie not in browser.cookies


def test_going_back_with_another_date_changes_nothing_for_a_child(browser):
    browser.post(routes.AGE, data=CHILD)
    browser.post(routes.AGE, data=TEEN)

    assert band(browser) is AgeBand.CHILD


def test_both_ways_through_the_gate_look_the_same_from_outside(browser):
    answers = []
    for date in (TEEN, CHILD):
        browser.cookies.clear()
        response = browser.post(routes.AGE, data=date)
        cookies = [len(value) for value in browser.cookies.values()]
        answers.append((response.status_code, response.headers["location"], len(cookies)))

    assert answers[0] == answers[1]


def test_a_child_ends_on_the_waiting_page(browser):
    browser.post(routes.AGE, data=CHILD)

    response = browser.post(
        routes.JOIN, data=ACCOUNT | {"parent_email": "pat@example.org", "grade": "4", "email": ""}
    )

    assert asked(response) == (routes.WAITING, {})
    assert signed_in(browser).standing is Standing.LOCKED_CHILD


def test_a_grade_that_says_child_leads_round_the_other_way(browser):
    browser.post(routes.AGE, data=TEEN)

    response = browser.post(routes.JOIN, data=ACCOUNT | {"grade": "4"})

    assert asked(response) == (routes.SIGN_UP_ACCOUNT, {"problem": "one_more"})
    assert band(browser) is AgeBand.CHILD


def test_what_was_typed_comes_back_but_never_the_password(browser):
    browser.post(routes.AGE, data=TEEN)

    response = browser.post(routes.JOIN, data=ACCOUNT | {"password": "k3yh0le"})

    echo = unseal(Purpose.FORM_ECHO, browser.cookies[FORM_COOKIE], FORM_KEPT)
    assert isinstance(echo, dict)
    assert asked(response) == (routes.SIGN_UP_ACCOUNT, {"problem": "password_short"})
    assert (echo["first_name"], echo["email"]) == ("Ada", "ada@example.org")
    assert "password" not in echo
    assert "k3yh0le" not in str(response.headers)


def test_the_cookie_is_for_this_site_and_no_script(browser, ada):
    response = browser.post(
        routes.ENTER, data={"name": "ada@example.org", "password": people.PASSWORD}
    )

    session_cookie = next(
        header
        for header in response.headers.get_list("set-cookie")
        if header.startswith(settings().session_cookie)
    ).lower()
    assert all(word in session_cookie for word in ("httponly", "samesite=lax", "path=/"))
    assert "domain" not in session_cookie


def test_over_https_the_cookie_is_bound_to_this_very_host(monkeypatch, browser, ada):
    monkeypatch.setattr(settings(), "public_url", "https://vel.example")

    response = browser.post(
        routes.ENTER, data={"name": "ada@example.org", "password": people.PASSWORD}
    )

    header = response.headers.get_list("set-cookie")[0]
    assert header.startswith("__Host-vt_session=")
    assert "Secure" in header


def test_a_planted_cookie_is_worth_nothing(browser, ada):
    browser.cookies.set(settings().session_cookie, "planted", domain="127.0.0.1", path="/")

    browser.post(routes.ENTER, data={"name": "ada@example.org", "password": people.PASSWORD})

    assert accounts.actor_for("planted") is None


def test_signing_in_leads_on_but_never_away(browser, ada):
    right = {"name": "ada@example.org", "password": people.PASSWORD}

    on = browser.post(routes.ENTER, data=right | {"next": "/challenge/abc"})
    away = browser.post(routes.ENTER, data=right | {"next": "//evil.example/x"})

    assert (asked(on)[0], asked(away)[0]) == ("/challenge/abc", routes.TODAY)


def test_quick_hands_are_led_on_by_the_address_of_the_form(browser, ada):
    """The hidden field is empty until the page has come alive."""
    right = {"name": "ada@example.org", "password": people.PASSWORD, "next": ""}
    here = f"http://testserver{routes.SIGN_IN}?next=/practice"

    response = browser.post(routes.ENTER, data=right, headers={"Referer": here})

    assert asked(response)[0] == "/practice"


def test_a_wrong_password_says_so_on_the_sign_in_page(browser, ada):
    response = browser.post(
        routes.ENTER,
        data={"name": "ada@example.org", "password": "wrong", "next": "/settings"},
    )

    assert asked(response) == (routes.SIGN_IN, {"problem": "sign_in", "next": "/settings"})


def test_signing_out_forgets_the_tab_too(browser, ada):
    browser.post(routes.ENTER, data={"name": "ada@example.org", "password": people.PASSWORD})

    response = browser.post(routes.LEAVE)

    assert response.headers["clear-site-data"] == '"storage"'
    assert settings().session_cookie not in browser.cookies
    assert asked(response) == (routes.HOME, {})


def test_a_changed_password_renews_this_cookie(browser, ada):
    browser.post(routes.ENTER, data={"name": "ada@example.org", "password": people.PASSWORD})
    before = browser.cookies[settings().session_cookie]

    response = browser.post(
        routes.CHANGE_PASSWORD,
        data={"old_password": people.PASSWORD, "password": "nine ships on land"},
    )

    assert asked(response) == (routes.SETTINGS, {"done": "password"})
    assert browser.cookies[settings().session_cookie] != before
    assert signed_in(browser).user_id == ada.user_id


def test_whoever_is_not_signed_in_changes_no_password(browser):
    response = browser.post(routes.CHANGE_PASSWORD, data={"old_password": "x", "password": "y"})

    assert asked(response) == (routes.SIGN_IN, {})


def test_a_forgotten_password_is_set_anew_by_mail(browser, ada):
    asked_for = browser.post(routes.ASK_RESET, data={"name": "ada@example.org"})
    nobody = browser.post(routes.ASK_RESET, data={"name": "nobody@example.org"})
    token = people.mailed_link("new-password")

    weak = browser.post(routes.SET_PASSWORD, data={"token": token, "password": "x"})
    strong = browser.post(
        routes.SET_PASSWORD, data={"token": token, "password": "nine ships on land"}
    )

    assert asked(asked_for) == asked(nobody) == (routes.RESET_ASK, {"done": "asked"})
    assert asked(weak) == (routes.reset(token), {"problem": "password_short"})
    assert asked(strong) == (routes.SIGN_IN, {"done": "password"})


def test_a_parent_says_yes_and_later_no(browser):
    child = people.child("Min", "pat@example.org")

    yes = browser.post(routes.GIVE_CONSENT, data={"token": people.mailed_link("consent")})
    allowed = people.acting(child).standing
    no = browser.post(routes.REVOKE_CONSENT, data={"token": people.mailed_link("parent-stop")})

    assert (asked(yes)[1], allowed, asked(no)[1]) == (
        {"done": "given"},
        Standing.CHILD,
        {"done": "revoked"},
    )
    assert accounts.actor_for(child.token) is None


def test_fetching_a_posted_page_changes_nothing(browser, min):
    for path in (routes.GIVE_CONSENT, routes.REVOKE_CONSENT, routes.LEAVE):
        assert browser.get(path, params={"token": people.mailed_link("consent")}).status_code == 405


@pytest.mark.parametrize("path", [route.path for route in session.web_routes()])
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_no_form_of_another_site_is_taken(path, headers, ada):
    stranger = TestClient(Starlette(routes=session.web_routes()), base_url=settings().public_url)

    assert stranger.post(path, data=ACCOUNT, headers=headers).status_code == 403


def test_an_older_browser_that_names_its_origin_is_let_in(ada):
    older = TestClient(
        Starlette(routes=session.web_routes()),
        base_url=settings().public_url,
        headers={"Origin": settings().public_url},
        follow_redirects=False,
    )

    response = older.post(routes.AGE, data=TEEN)

    assert response.status_code == 303


def test_a_form_as_long_as_a_book_is_not_read(browser):
    response = browser.post(routes.AGE, data=TEEN | {"day": "1" * 20_000})

    assert response.status_code == 413


def test_a_made_up_address_changes_no_limit(browser, ada):
    wrong = {"name": "ada@example.org", "password": "wrong"}

    problems = [
        asked(
            browser.post(
                routes.ENTER,
                data=wrong,
                headers={
                    "X-Forwarded-For": f"198.51.100.{number}",
                    "X-Real-IP": f"10.0.0.{number}",
                },
            )
        )[1]["problem"]
        for number in range(14)
    ]

    assert problems == ["sign_in"] * 10 + ["too_many"] * 4


def test_every_route_is_in_the_policy():
    for route in session.web_routes():
        assert f"POST {route.path}" in policy.ROUTES

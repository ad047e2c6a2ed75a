"""Links as phones, crawlers and people open them."""

import re

import pytest
from sqlmodel import func, select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests import people
from tests.decks import finished
from tests.unit.test_attribution_rules import CRAWLERS, PEOPLE
from vel_tutor.core.db import reading
from vel_tutor.core.settings import ATTRIBUTION_COOKIE, DEVICE_COOKIE, VISITOR_COOKIE, settings
from vel_tutor.core.signing import Purpose, sign, verify
from vel_tutor.domain import accounts, loops
from vel_tutor.domain.loops import SentView
from vel_tutor.models.attribution import Referral, Touch
from vel_tutor.vocabulary import Channel, Hold, TouchKind
from vel_tutor.web import headers, links
from vel_tutor.web.app import web_routes

PHONE = PEOPLE[0]
UTM = "?utm_source=whatsapp&utm_medium=buddy_challenge&utm_campaign=weekly_2026_w45"


@pytest.fixture
def challenge(ada) -> SentView:
    return loops.challenge_from(ada, finished(ada, wrong=1))


@pytest.fixture
def code(challenge) -> str:
    return challenge.share.qr.split("/")[2]


@pytest.fixture(autouse=True)
def joining():
    """What a composition root does once per process."""
    loops.listen_to_joining()


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
        headers={"User-Agent": PHONE},
        follow_redirects=False,
    )


def touches() -> list[Touch]:
    with reading() as tx:
        return list(tx.session.exec(select(Touch)).all())


def test_a_person_is_sent_on_to_a_clean_address(browser, code):
    answer = browser.get(f"/s/{code}{UTM}")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/challenge/{code}")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


def test_the_browser_carries_two_signed_cookies_scripts_cannot_read(browser, code):
    answer = browser.get(f"/s/{code}")

    for cookie in answer.headers.get_list("set-cookie"):
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert f"Max-Age={30 * 24 * 3600}" in cookie
    assert verify(Purpose.VISITOR, browser.cookies[VISITOR_COOKIE])
    assert verify(Purpose.ATTRIBUTION, browser.cookies[ATTRIBUTION_COOKIE])


def test_a_request_is_a_hit_and_never_a_click(browser, code):
    browser.get(f"/s/{code}{UTM}")

    assert [(touch.kind, touch.channel) for touch in touches()] == [
        (TouchKind.HIT, Channel.WHATSAPP)
    ]


@pytest.mark.parametrize("agent", [agent for agent in CRAWLERS if agent])
def test_a_crawler_gets_a_card_and_leaves_a_hit_at_most(browser, challenge, code, agent):
    answer = browser.get(f"/s/{code}", headers={"User-Agent": agent})

    assert answer.status_code == 200
    assert f'content="{settings().public_url}/cards/{challenge.id}.png"' in answer.text
    assert "noindex" in answer.text
    assert "set-cookie" not in answer.headers
    assert [(touch.kind, touch.visitor_id) for touch in touches()] == [(TouchKind.HIT, None)]


@pytest.mark.parametrize("agent", PEOPLE)
def test_looking_ahead_with_head_changes_nothing(browser, code, agent):
    for path in (f"/s/{code}", f"/challenge/{code}"):
        answer = browser.head(path, headers={"User-Agent": agent})
        assert answer.status_code in {200, 303}
        assert "set-cookie" not in answer.headers

    assert touches() == []


def test_a_preview_names_nobody(browser, ada, code):
    page = browser.get(f"/s/{code}", headers={"User-Agent": CRAWLERS[0]}).text
    shell = browser.get(f"/challenge/{code}").text

    for text in (page, shell):
        assert "Can you beat 80%" in text
        for secret in (ada.first_name, str(ada.user_id), accounts.pseudonym(ada.user_id), "ada@"):
            assert secret not in text


@pytest.mark.parametrize("agent", [PHONE, CRAWLERS[0]])
def test_every_broken_link_gets_the_same_answer(browser, code, agent):
    answers = [
        browser.get(f"/s/{broken}", headers={"User-Agent": agent})
        for broken in ("A" + code[1:-1], code[:-1], "x", "a.b", "%00", "x" * 5000)
    ]

    assert {answer.status_code for answer in answers} == {410}
    [words] = {answer.text for answer in answers}
    assert 'http-equiv="refresh" content="0; url=/link-over"' in words
    assert touches() == []


def test_the_page_of_a_closed_link_is_gone_too_for_programs(browser, code):
    assert browser.get(f"/challenge/{code}").status_code == 200
    assert browser.get(f"/challenge/A{code[1:-1]}").status_code == 410


@pytest.mark.parametrize(
    "extra",
    [
        "?next=https://evil.example",
        "?utm_source=https://evil.example",
        "?utm_source=" + "x" * 60_000,
        "?url=//evil.example",
        "?utm_campaign=%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_nothing_in_the_address_leads_elsewhere(browser, code, extra):
    answer = browser.get(f"/s/{code}{extra}")

    assert answer.headers["location"] == f"/challenge/{code}"
    assert [touch.channel for touch in touches()] == [None]


def test_the_first_invitation_is_remembered(browser, ada, code):
    browser.get(f"/s/{code}")
    first = browser.cookies[ATTRIBUTION_COOKIE]
    other = loops.challenge_from(ada, finished(ada)).share.qr.split("/")[2]

    browser.get(f"/s/{other}")

    assert browser.cookies[ATTRIBUTION_COOKIE] == first


@pytest.mark.parametrize("forged", ["me", "me.x", sign(Purpose.LINK, "me")])
def test_a_visitor_cookie_we_did_not_sign_is_replaced(browser, code, forged):
    browser.cookies.set(VISITOR_COOKIE, forged)

    answer = browser.get(f"/challenge/{code}")

    fresh = re.search(rf"{VISITOR_COOKIE}=([^;]+)", str(answer.headers.get_list("set-cookie")))
    assert fresh is not None
    assert verify(Purpose.VISITOR, fresh[1]) not in (None, "me")


def test_a_sender_who_opens_their_own_link_comes_to_their_page(browser, challenge, code):
    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, accounts.Browser())
    browser.cookies.set(settings().session_cookie, signed_in.token)

    answer = browser.get(f"/s/{code}")

    assert answer.headers["location"] == f"/challenges/{challenge.id}"
    assert touches() == []


def test_a_card_is_a_picture_for_everybody_who_has_the_challenge(browser, challenge):
    answer = browser.get(challenge.card)

    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("card", ["x", "00000000-0000-4000-8000-000000000000", "%00"])
def test_there_is_no_card_of_nothing(browser, card):
    assert browser.get(f"/cards/{card}.png").status_code == 404


def test_the_card_of_a_session_is_for_its_owner(browser, ada):
    session = finished(ada)
    assert browser.get(f"/cards/{session}.png").status_code == 404

    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, accounts.Browser())
    browser.cookies.set(settings().session_cookie, signed_in.token)

    answer = browser.get(f"/cards/{session}.png")
    assert answer.status_code == 200
    assert "private" in answer.headers["cache-control"]


def test_a_qr_code_leads_to_the_same_link(browser, code):
    answer = browser.get(f"/s/{code}/qr.svg")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert browser.get("/s/x.y/qr.svg").status_code == 404


def test_looking_at_links_writes_nothing_but_hits(browser, code):
    for _ in range(3):
        browser.get(f"/challenge/{code}")

    with reading() as tx:
        assert tx.session.exec(select(func.count()).select_from(Touch)).one() == 0


def test_a_sender_who_signs_out_and_comes_back_as_a_guest_earns_nothing_at_once(browser, ada, code):
    signed_in = accounts.sign_in("ada@example.org", people.PASSWORD, accounts.Browser())
    browser.cookies.set(DEVICE_COOKIE, signed_in.device_token)
    browser.get(f"/s/{code}")
    visitor = verify(Purpose.VISITOR, browser.cookies[VISITOR_COOKIE]) or ""
    loops.invitation(loops.Friend(visitor_id=visitor), code)

    other = people.student("Other", visitor_id=visitor)

    with reading() as tx:
        referral = tx.session.get(Referral, other.user_id)
    assert referral is not None
    assert (referral.referrer_id, referral.held) == (ada.user_id, Hold.SAME_DEVICE)


def test_a_browser_whose_account_is_gone_still_opens_links(browser, code):
    gone = sign(Purpose.DEVICE, f"{'0' * 32}.a-mark")
    browser.cookies.set(DEVICE_COOKIE, gone)

    assert browser.get(f"/s/{code}").headers["location"] == f"/challenge/{code}"

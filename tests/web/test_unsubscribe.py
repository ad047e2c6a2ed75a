"""One press ends a kind of mail, from a page or from a mail program; looking ends nothing."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from vel_tutor.core.db import reading
from vel_tutor.domain import notifications
from vel_tutor.vocabulary import NoticeWay, NotificationKind
from vel_tutor.web.app import web_routes

WEEKLY = NotificationKind.WEEKLY_PROGRESS


@pytest.fixture
def browser():
    """A mail program or a browser without a cookie of ours."""
    return TestClient(Starlette(routes=web_routes()), base_url="http://127.0.0.1:8000")


def wants(user_id) -> bool:
    with reading() as tx:
        return notifications.wants(tx, user_id, WEEKLY, NoticeWay.MAIL)


def path_for(user_id) -> str:
    return notifications.unsubscribe_address(user_id, WEEKLY).partition("8000")[2]


def test_looking_ends_nothing_and_the_press_ends_it(browser, pat):
    path = path_for(pat.user_id)

    page = browser.get(path)
    looked = wants(pat.user_id)
    done = browser.post(path, data={"List-Unsubscribe": "One-Click"})

    assert (page.status_code, done.status_code) == (200, 200)
    assert "Stop these mails?" in page.text
    assert (looked, wants(pat.user_id)) == (True, False)


def test_a_press_in_error_is_undone_on_the_same_page(browser, pat):
    path = path_for(pat.user_id)
    browser.post(path)

    browser.post(path, data={"again": "1"})

    assert wants(pat.user_id)


def test_a_forged_token_is_a_closed_page(browser):
    assert browser.get("/unsubscribe/forged.token").status_code == 404
    assert browser.post("/unsubscribe/forged.token").status_code == 404

"""Who sees the page for newcomers, and who is led on."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from tests import people
from vel_tutor import routes
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.web.front_door import FrontDoor


@pytest.fixture
def browser(clean_world) -> TestClient:
    """A browser before a house with one page."""
    return TestClient(
        FrontDoor(PlainTextResponse("Welcome")),
        base_url=settings().public_url,
        follow_redirects=False,
    )


def carry(browser, signed_in):
    browser.cookies.set(settings().session_cookie, signed_in.token)


def test_a_newcomer_sees_the_front_page(browser):
    assert browser.get(routes.HOME).text == "Welcome"


def test_a_student_is_led_to_their_day(browser):
    carry(browser, people.student("Ada"))

    answer = browser.get(routes.HOME)

    assert (answer.status_code, answer.headers["location"]) == (303, routes.TODAY)


def test_a_child_who_waits_for_a_parent_is_led_to_where_they_wait(browser):
    carry(browser, people.child("Min", "pat@example.org"))

    assert browser.get(routes.HOME).headers["location"] == routes.WAITING


def test_an_ended_sign_in_sees_the_front_page_again(browser):
    ada = people.student("Ada")
    carry(browser, ada)
    accounts.sign_out_everywhere(people.acting(ada))

    assert browser.get(routes.HOME).text == "Welcome"


def test_every_other_page_is_left_alone(browser):
    carry(browser, people.student("Ada"))

    assert browser.get(routes.PRACTICE).text == "Welcome"

"""The address that letters of the past carried, and where it leads now."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests import people
from vel_tutor import routes
from vel_tutor.core.settings import settings
from vel_tutor.web import links
from vel_tutor.web.app import web_routes


@pytest.fixture
def browser(clean_world, tmp_path, monkeypatch) -> TestClient:
    """A parent's browser at our door; the built shell is a small one."""
    (tmp_path / "__spa-fallback.html").write_text("<html><head></head><body></body></html>")
    monkeypatch.setattr(links, "BUILT_PAGES", tmp_path)
    links._shell.cache_clear()
    return TestClient(
        Starlette(routes=web_routes()), base_url=settings().public_url, follow_redirects=False
    )


def test_letters_of_the_past_still_lead_to_the_page_that_asks(browser, min):
    token = people.mailed_link("consent")

    answer = browser.get(f"/sign-up/parent/{token}")

    assert (answer.status_code, answer.headers["location"]) == (303, routes.consent(token))


@pytest.mark.parametrize("token", ["abc.def", "short", "%0d%0aSet-Cookie:%20a=b"])
def test_what_no_letter_carried_is_treated_as_an_invitation(browser, token):
    answer = browser.get(f"/sign-up/parent/{token}")

    assert answer.status_code == 410
    assert "a=b" not in answer.headers.get("set-cookie", "")

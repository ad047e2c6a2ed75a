"""Credentials over HTTP: the file for its owner alone, what a verifier needs for everybody."""

import pytest
from starlette.testclient import TestClient

from tests import people
from tests.spotlights import code_of, earn
from vel_tutor import routes
from vel_tutor.core import badge_keys
from vel_tutor.core.settings import settings
from vel_tutor.domain import badges


@pytest.fixture
def client():
    from starlette.applications import Starlette

    from vel_tutor.web.app import web_routes

    return TestClient(Starlette(routes=web_routes()), base_url=settings().public_url)


def test_the_owner_downloads_it_and_a_stranger_does_not(client):
    ada, bob = people.student("Ada"), people.student("Bob")
    path = routes.badge_credential(earn(people.acting(ada)))

    assert client.get(path).status_code == 404
    client.cookies.set(settings().session_cookie, bob.token)
    assert client.get(path).status_code == 404
    client.cookies.set(settings().session_cookie, ada.token)
    answer = client.get(path)

    assert answer.headers["content-type"] == "application/vc+jwt"
    assert "attachment" in answer.headers["content-disposition"]
    assert badges.verify(answer.text, client.get(routes.ISSUER_KEYS).json()["keys"])


def test_a_verifier_finds_issuer_keys_achievement_and_list_where_the_credential_says(client):
    ada = people.student("Ada")
    token = badges.credential(people.acting(ada), earn(people.acting(ada)))
    said = badge_keys.opened(token)
    client.cookies.clear()

    issuer = client.get(said["issuer"]["id"])
    achievement = client.get(said["credentialSubject"]["achievement"]["id"])
    listed = client.get(said["credentialStatus"]["statusListCredential"])

    assert issuer.json()["type"] == ["Profile"]
    assert achievement.json()["name"] == "Algebra Expert (Bronze)"
    assert badge_keys.opened(listed.text)["credentialSubject"]["statusPurpose"] == "revocation"
    assert {one.headers["access-control-allow-origin"] for one in (issuer, achievement)} == {"*"}


@pytest.mark.parametrize(
    "path", ["/badges/x.jwt", "/badges/status/9", "/badges/status/x", "/achievements/streak-9"]
)
def test_what_is_not_there_is_not_found(client, path):
    ada = people.student("Ada")
    client.cookies.set(settings().session_cookie, ada.token)

    assert client.get(path).status_code == 404


def test_the_short_link_of_a_badge_leads_to_its_page_and_tells_crawlers_what_it_is(client):
    ada = people.acting(people.student("Ada"))
    code = code_of(ada, earn(ada))

    person = client.get(routes.short_link(code), follow_redirects=False)
    crawler = client.get(routes.short_link(code), headers={"user-agent": "Twitterbot/1.0"})

    assert person.headers["location"] == f"/badge/algebra-expert/try?ref={code}"
    assert "Just earned Algebra Expert (Bronze)" in crawler.text
    assert "Ada" not in crawler.text

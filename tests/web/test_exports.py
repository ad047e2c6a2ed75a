"""Tables to take away: for those who may see the page, with its rows."""

import csv
import io

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests import people
from tests.growth import Crowd
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.settings import settings
from vel_tutor.domain import insight
from vel_tutor.vocabulary import Role
from vel_tutor.web.app import web_routes

TABLES = (
    "loops",
    "personas",
    "channels",
    "cohorts",
    "funnel",
    "returns",
    "waits",
    "histogram",
)


@pytest.fixture
def client(clean_world) -> TestClient:
    return TestClient(Starlette(routes=web_routes()), "https://testserver", follow_redirects=False)


def get(client: TestClient, who, **query: str):
    client.cookies.set(settings().session_cookie, who.token)
    return client.get(routes.K_FACTOR_CSV, params=query)


def test_every_table_of_the_page_is_the_same_in_its_file(client):
    pam = people.staff("Pam", Role.PRODUCT_MANAGER)
    Crowd(clock.now(), learners=40, followers=30).moves_in()
    insight.recompute()
    query = {"days": "14", "model": "decay", "net": "0", "loops": "buddy_challenge,proud_parent"}
    screen = insight.k_screen(people.acting(pam), query)

    for name in TABLES:
        answer = get(client, pam, table=name, **query)
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        table = getattr(screen, name)
        assert rows == [list(table.headers), *map(list, table.rows)]
        assert f'filename="k-factor-{name}.csv"' in answer.headers["content-disposition"]
    assert screen.loops.rows[0][1] != "0"


def test_nobody_else_gets_it(client):
    for role in (Role.TRUST_SAFETY, Role.TUTOR):
        assert (
            get(client, people.staff(role.value.title().replace("_", ""), role)).status_code == 404
        )
    assert get(client, people.student("Ada")).status_code == 404
    client.cookies.clear()
    assert client.get(routes.K_FACTOR_CSV).headers["location"] == routes.SIGN_IN


def test_there_is_no_other_table(client):
    assert get(client, people.staff("Pam", Role.ADMIN), table="user").status_code == 404

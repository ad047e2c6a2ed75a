"""What supervisors and load balancers are told."""

import pytest
from redis import RedisError
from starlette.applications import Starlette
from starlette.testclient import TestClient

from vel_tutor.core import db
from vel_tutor.core.errors import Unavailable
from vel_tutor.web import health


@pytest.fixture
def browser(clean_world) -> TestClient:
    return TestClient(Starlette(routes=health.web_routes()))


def test_a_living_process_says_so(browser):
    assert (browser.get("/healthz").status_code, browser.get("/healthz").text) == (200, "ok")


def test_a_process_with_both_servers_is_ready(browser):
    answer = browser.get("/readyz")

    assert (answer.status_code, answer.json()) == (200, {"database": True, "redis": True})


def test_without_the_database_it_is_not_ready(browser, monkeypatch):
    def gone() -> None:
        raise Unavailable

    monkeypatch.setattr(db, "ping", gone)

    assert (browser.get("/readyz").status_code, browser.get("/readyz").json()["database"]) == (
        503,
        False,
    )


def test_without_redis_it_is_not_ready(browser, monkeypatch):
    def gone() -> None:
        raise RedisError

    monkeypatch.setattr(health, "connection", gone)

    assert browser.get("/readyz").json() == {"database": True, "redis": False}

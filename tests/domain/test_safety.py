"""Limits that hold when Redis does not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.errors import TooMany
from vel_tutor.core.settings import settings
from vel_tutor.domain import safety
from vel_tutor.domain.safety import limits
from vel_tutor.domain.safety.rules import Limit
from vel_tutor.models.safety import LimitCount

DOORBELL = Limit("doorbell", times=3, seconds=60)
WINDOW = Limit("window", times=3, seconds=60, strict=False)


def rings(limit, times, *whom):
    """How many of `times` tries got through."""
    through = 0
    for _ in range(times):
        try:
            safety.spend(limit, *whom)
        except TooMany:
            continue
        through += 1
    return through


@pytest.fixture
def redis_is_away(monkeypatch):
    monkeypatch.setattr(settings(), "redis_url", "redis://127.0.0.1:1/0")
    limits._redis.cache_clear()
    yield
    limits._redis.cache_clear()


def test_enough_is_enough_for_each_apart():
    assert (rings(DOORBELL, 5, "ada"), rings(DOORBELL, 5, "bob")) == (3, 3)


def test_whoever_shows_who_they_are_starts_anew():
    rings(DOORBELL, 5, "ada")

    safety.forgive(DOORBELL, "ada")

    assert rings(DOORBELL, 5, "ada") == 3


def test_the_house_itself_has_no_address_and_no_limit():
    assert rings(DOORBELL, 5, "") == 5


def test_a_strict_limit_holds_without_redis(redis_is_away):
    assert rings(DOORBELL, 5, "ada") == 3


def test_whoever_shows_who_they_are_starts_anew_without_redis_too(redis_is_away):
    rings(DOORBELL, 5, "ada")

    safety.forgive(DOORBELL, "ada")

    assert rings(DOORBELL, 5, "ada") == 3


def test_a_lenient_limit_lets_people_through_without_redis(redis_is_away):
    assert rings(WINDOW, 5, "ada") == 5


def test_the_database_counts_by_windows_and_forgets_them(redis_is_away):
    first = rings(DOORBELL, 5, "ada")
    with clock.stopped(clock.now() + timedelta(seconds=61)):
        second = rings(DOORBELL, 5, "ada")
    with clock.stopped(clock.now() + timedelta(seconds=200)):
        removed = safety.forget_old_counts()

    assert (first, second, removed) == (3, 3, 1)


@pytest.mark.commits
def test_many_at_once_are_counted_one_by_one(redis_is_away):
    with ThreadPoolExecutor(8) as many:
        assert sum(many.map(lambda _: rings(DOORBELL, 2, "ada"), range(8))) == 3


def test_no_store_holds_whom_it_counts(redis_is_away):
    rings(DOORBELL, 1, "ada@example.org")

    with reading() as tx:
        (row,) = tx.session.exec(select(LimitCount)).all()
    assert "ada" not in row.key

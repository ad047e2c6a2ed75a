"""A screen reads, and then joins: what happens in between is not missed, however slow it was."""

import time
from uuid import uuid4

import pytest

from vel_tutor.state import live


@pytest.fixture
def topic(monkeypatch: pytest.MonkeyPatch) -> str:
    """Of somebody, where nothing counts as recent any more."""
    monkeypatch.setattr(live, "RECENT_S", 0.0)
    return f"student:{uuid4()}"


def test_news_that_came_while_a_screen_was_reading_is_told_once_it_joins(topic: str):
    live.began.set(time.monotonic())
    live.call(topic)

    assert live.may_have_missed(topic)


def test_news_from_before_a_screen_began_to_read_is_not_told_again(topic: str):
    live.call(topic)
    live.began.set(time.monotonic() + 1e-6)

    assert not live.may_have_missed(topic)


def test_of_what_was_never_in_the_news_nothing_is_missed(topic: str):
    live.began.set(time.monotonic())

    assert not live.may_have_missed(topic)

"""Carries news to every web process over Redis pub/sub.

Best effort: what matters is in the database, and a screen that missed something reads it there.
"""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from redis import RedisError

from vel_tutor.core.events import Event
from vel_tutor.core.log import say
from vel_tutor.live.connection import async_connection, connection

log = logging.getLogger(__name__)
_CHANNEL = "live:"
_LISTEN_S = 5.0
"""Seconds of silence after which the connection is looked after."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.1, 2.0


@dataclass(frozen=True)
class News:
    """One message on one topic."""

    topic: str
    message: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Gap:
    """The line was down: whatever was said meanwhile is lost, so look again."""


def publish(topic: str, message: Mapping[str, Any]) -> None:
    """Say `message`, which JSON can hold, to whoever watches `topic` in any process."""
    _send([News(topic, message)])


def carry(events: Sequence[Event]) -> None:
    """Tell of committed `events` on their topics; a listener for `core.events`."""
    news = [
        News(topic, {"event": type(event).__name__, **event.payload()})
        for event in events
        for topic in event.topics
    ]
    if news:
        _send(news)


def _send(news: Sequence[News]) -> None:
    try:
        pipe = connection().pipeline(transaction=False)
        for one in news:
            pipe.publish(_CHANNEL + one.topic, json.dumps(one.message))
        pipe.execute()
    except RedisError as failure:
        say(log, logging.WARNING, "the live bus is out of order", cause=type(failure).__name__)


async def hear() -> AsyncIterator[News | Gap]:
    """All news for as long as the caller listens; a `Gap` after each fault of the line."""
    pause = _FIRST_PAUSE_S
    interrupted = False
    while True:
        try:
            async with aclosing(_line(interrupted)) as line:
                async for news in line:
                    yield news
                    pause = _FIRST_PAUSE_S
        except (RedisError, OSError) as failure:
            say(log, logging.WARNING, "the live bus was lost", cause=type(failure).__name__)
        interrupted = True
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE_S)


async def _line(interrupted: bool) -> AsyncGenerator[News | Gap]:
    """News of one connection, until it breaks."""
    async with async_connection() as redis, redis.pubsub() as inbox:
        await inbox.psubscribe(f"{_CHANNEL}*")
        while True:
            raw = await inbox.get_message(timeout=_LISTEN_S)
            if raw is None:
                continue
            if raw["type"] == "psubscribe" and interrupted:
                yield Gap()
            elif raw["type"] == "pmessage":
                topic = raw["channel"].decode().removeprefix(_CHANNEL)
                yield News(topic, json.loads(raw["data"]))

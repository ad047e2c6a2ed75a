"""Wakes whoever carries the outbox. Losing a ring is harmless: the outbox is looked at anyway."""

import logging
import time
from collections.abc import Sequence

from redis import RedisError

from vel_tutor.core.events import Event
from vel_tutor.core.log import say
from vel_tutor.live.connection import connection, queue_connection

log = logging.getLogger(__name__)
_KEY = "bell"


def ring(events: Sequence[Event]) -> None:
    """Say that `events` wait in the outbox."""
    try:
        pipe = connection().pipeline(transaction=False)
        pipe.lpush(_KEY, len(events))
        pipe.ltrim(_KEY, 0, 0)
        pipe.execute()
    except RedisError as failure:
        say(log, logging.WARNING, "the bell is out of order", cause=type(failure).__name__)


class Ear:
    """Waits for the bell, at most a moment at a time."""

    def __init__(self) -> None:
        self._redis = queue_connection()

    def wait(self, seconds: float) -> bool:
        """Whether the bell rang within `seconds`; without a server, sleep them instead."""
        try:
            return self._redis.blpop([_KEY], timeout=seconds) is not None
        except RedisError:
            time.sleep(seconds)
            return False

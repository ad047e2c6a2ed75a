"""Carries events from the outbox to the queue, and brings back what was lost on the way."""

import logging
import threading
import time

from redis import Redis, RedisError

from jobs import reactions
from jobs.queue import enqueue
from vel_tutor.core.errors import Unavailable
from vel_tutor.core.log import say
from vel_tutor.domain import happenings
from vel_tutor.live.bell import Ear
from vel_tutor.live.connection import queue_connection

log = logging.getLogger(__name__)
LOOK_EVERY_S = 1.0
REAP_EVERY_S = 5.0


def queue_reactions(redis: Redis) -> int:
    """Plan what waits in the outbox and enqueue it; says how many jobs were new."""
    return enqueue(happenings.plan(reactions.names()), redis)


def reap(redis: Redis) -> int:
    """Enqueue again whatever is overdue: its worker died, or the queue lost it."""
    return enqueue(happenings.take_overdue(), redis)


def run(stop: threading.Event) -> None:
    """Relay until `stop`: at every ring of the bell, and every second without one."""
    redis, ear = queue_connection(), Ear()
    reap_at = time.monotonic()
    while not stop.is_set():
        try:
            while queue_reactions(redis):
                pass
            if time.monotonic() >= reap_at:
                reap(redis)
                reap_at = time.monotonic() + REAP_EVERY_S
        except (RedisError, Unavailable) as failure:
            say(log, logging.WARNING, "the relay waits", cause=type(failure).__name__)
        ear.wait(LOOK_EVERY_S)

"""The process that carries the outbox and keeps the clock. Running it twice does no harm."""

import logging
import signal
import threading

from redis import RedisError

from jobs import relay, schedule
from vel_tutor.core import clock, log
from vel_tutor.core.errors import Unavailable
from vel_tutor.core.settings import settings
from vel_tutor.live.connection import queue_connection

logger = logging.getLogger(__name__)
TICK_EVERY_S = 5.0


def keep_time(stop: threading.Event) -> None:
    """Start what the clock says, until `stop`."""
    redis = queue_connection()
    while not stop.is_set():
        try:
            schedule.start_due(redis, clock.now())
        except (RedisError, Unavailable) as failure:
            log.say(logger, logging.WARNING, "the clock waits", cause=type(failure).__name__)
        stop.wait(TICK_EVERY_S)


def main() -> None:
    """Relay and keep time until SIGTERM or Ctrl-C."""
    log.set_up(settings().log_level)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    clockwork = threading.Thread(target=keep_time, args=(stop,), name="clock")
    clockwork.start()
    relay.run(stop)
    clockwork.join(timeout=10)

"""This process's connections to the Redis-protocol server; opened at first use, after any fork."""

from functools import cache

from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from vel_tutor.core.settings import settings

PATIENCE_S = 1.0
"""Seconds a call may take: a server that hangs must not hang us."""


@cache
def connection() -> Redis:
    """For threads and jobs. Commands raise `redis.RedisError` after `PATIENCE_S`."""
    return Redis.from_url(
        settings().redis_url,
        socket_timeout=PATIENCE_S,
        socket_connect_timeout=PATIENCE_S,
        health_check_interval=30,
    )


def async_connection() -> AsyncRedis:
    """For one event loop; its owner closes it."""
    return AsyncRedis.from_url(
        settings().redis_url,
        socket_connect_timeout=PATIENCE_S,
        health_check_interval=10,
    )


def queue_connection() -> Redis:
    """For RQ, which blocks on purpose: no limit on how long a reply may take."""
    return Redis.from_url(
        settings().redis_url, socket_connect_timeout=PATIENCE_S, health_check_interval=30
    )

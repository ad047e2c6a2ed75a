"""Counting tries: in Redis, and for the strict limits in PostgreSQL while Redis is away."""

import hashlib
import hmac
import logging
from datetime import timedelta
from functools import cache

from limits import RateLimitItemPerSecond
from limits.errors import StorageError
from limits.storage import RedisStorage
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import case, delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from vel_tutor.core.db import transaction
from vel_tutor.core.errors import TooMany
from vel_tutor.core.log import say
from vel_tutor.core.settings import settings
from vel_tutor.domain.safety.rules import Limit
from vel_tutor.models.safety import LimitCount

log = logging.getLogger(__name__)
PATIENCE_S = 1.0
"""How long Redis may take to answer before we count elsewhere."""


def spend(limit: Limit, *whom: str) -> None:
    """Count one try of `whom` against `limit`; the house itself has no address and no limit.

    Raises:
        TooMany: there were enough already.
        Unavailable: the limit is strict, and neither Redis nor the database answers.
    """
    if not any(whom):
        return
    key = _key(limit, whom)
    try:
        redis = _redis()
        allowed = redis is None or redis.hit(_item(limit), key)
    except StorageError:
        say(log, logging.WARNING, "redis does not count", kind=limit.name)
        redis, allowed = None, True
    if redis is None and limit.strict:
        allowed = _spend_in_database(limit, key)
    if not allowed:
        raise TooMany


def forgive(limit: Limit, *whom: str) -> None:
    """Forget the tries of `whom`: they have just shown who they are."""
    key = _key(limit, whom)
    try:
        redis = _redis()
        if redis is not None:
            redis.clear(_item(limit), key)
    except StorageError:
        say(log, logging.WARNING, "redis does not count", kind=limit.name)
    with transaction() as tx:
        tx.session.exec(delete(LimitCount).where(col(LimitCount.key) == key))


def forget_old_counts() -> int:
    """Hourly. Remove the database's counts of windows that are over; returns how many."""
    with transaction() as tx:
        over = delete(LimitCount).where(col(LimitCount.ends_at) < tx.now)
        return tx.session.exec(over).rowcount


def _spend_in_database(limit: Limit, key: str) -> bool:
    with transaction() as tx:
        ends_at = tx.now + timedelta(seconds=limit.seconds)
        first = insert(LimitCount).values(key=key, tried=1, ends_at=ends_at)
        over = col(LimitCount.ends_at) <= tx.now
        again = first.on_conflict_do_update(
            index_elements=[col(LimitCount.key)],
            set_={
                "tried": case((over, 1), else_=col(LimitCount.tried) + 1),
                "ends_at": case((over, ends_at), else_=col(LimitCount.ends_at)),
            },
        ).returning(col(LimitCount.tried))
        return tx.session.exec(again).scalar_one() <= limit.times


def _key(limit: Limit, whom: tuple[str, ...]) -> str:
    """Who is counted, so that neither store ever holds an address or a name."""
    secret = settings().signing_keys[-1].encode()
    digest = hmac.new(secret, "\x1f".join(whom).encode(), hashlib.sha256).hexdigest()
    return f"{limit.name}:{digest[:32]}"


def _item(limit: Limit) -> RateLimitItemPerSecond:
    return RateLimitItemPerSecond(limit.times, limit.seconds, namespace="vt")


@cache
def _redis() -> FixedWindowRateLimiter | None:
    """This process's counter in Redis; none when no Redis is configured."""
    url = settings().redis_url
    if not url:
        return None
    storage = RedisStorage(
        url,
        wrap_exceptions=True,
        key_prefix="limits",
        socket_timeout=PATIENCE_S,
        socket_connect_timeout=PATIENCE_S,
    )
    return FixedWindowRateLimiter(storage)

"""Who is where right now: people, not tabs, and only for as long as somebody vouches for them.

A sorted set for each topic holds when each person was last seen there; a hash for each person there
holds their open connections, so that closing one of two tabs changes nothing. Whatever is not
renewed falls out by the clock: nothing has to be told of a process that was killed, and no key
stays behind. Who is counted is a question of time, so it is asked and never added up.

Best effort, as all of `live/`: while Redis is away nothing is known, and the next beat repairs it.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from redis import RedisError, WatchError
from redis.client import Pipeline

from vel_tutor.core import clock
from vel_tutor.core.log import say
from vel_tutor.live.connection import connection

log = logging.getLogger(__name__)

BEAT = timedelta(seconds=20)
"""How often whoever holds a connection vouches for it."""
LIVES = timedelta(seconds=75)
"""Nobody counts whom nobody vouched for within this time: three beats may be lost, not four."""
LINGERS = timedelta(seconds=10)
"""Whoever closes their last page still counts for a moment: a reload is no leaving."""
AWAY_AFTER = timedelta(seconds=30)
"""Whom nobody vouched for within this time is away; a page that is hidden is so at once."""
FEW = 5
"""Below this many the exact number is nobody's business."""
MOST_NAMED = 100
"""People that `members` lists at most; crowds are counted."""
_AT_A_TIME = 500
_TRIES = 5


@dataclass(frozen=True)
class Here:
    """One open connection of one person at one topic."""

    topic: str
    person: str
    """From `of_user` or `of_visitor`."""
    connection: str


@dataclass(frozen=True)
class Member:
    """One person at a topic."""

    person: str
    away: bool
    """Every page of theirs is hidden, or closed a moment ago."""


@dataclass(frozen=True)
class Crowd:
    """How many people are at a topic, and how many of them are away."""

    present: int = 0
    away: int = 0


def of_user(user_id: UUID) -> str:
    """How a member is named here; never shown to anybody."""
    return f"u:{user_id}"


def of_visitor(visitor_id: str) -> str:
    """How a guest is named here."""
    return f"v:{visitor_id}"


def enter(here: Here) -> None:
    """Somebody has opened a page at a topic."""
    beat([here])


def beat(everybody: Sequence[Here]) -> None:
    """Vouch for all these connections; whoever holds them does it every `BEAT`."""
    now = clock.now()
    try:
        for first in range(0, len(everybody), _AT_A_TIME):
            pipe = connection().pipeline(transaction=False)
            for here in everybody[first : first + _AT_A_TIME]:
                _note(pipe, here, now)
            pipe.execute()
    except RedisError as failure:
        _out_of_order(failure)


def hide(here: Here) -> None:
    """A page stands behind another one: its person is away, and soon not counted any more.

    Hidden pages are not vouched for; `enter` is for one that shows again.
    """
    now = clock.now()
    _release(here, now, now - AWAY_AFTER)


def leave(here: Here) -> None:
    """A page was closed or shows something else; the last one of a person lets them go soon."""
    now = clock.now()
    _release(here, now, now - LIVES + LINGERS)


def forget(person: str, topics: Iterable[str]) -> None:
    """Take somebody out of `topics` at once, who does not want to be seen any more."""
    try:
        pipe = connection().pipeline(transaction=True)
        for topic in topics:
            pipe.zrem(_people(topic), person)
            pipe.delete(_pages(topic, person))
        pipe.execute()
    except RedisError as failure:
        _out_of_order(failure)


def count(topic: str) -> int:
    """How many people are at `topic`; 0 while Redis is away."""
    crowd = crowds([topic])
    return crowd[0].present if crowd else 0


def crowds(topics: Sequence[str]) -> Sequence[Crowd]:
    """The crowd at each of `topics`, in one trip; nothing at all while Redis is away."""
    now = clock.now()
    try:
        pipe = connection().pipeline(transaction=False)
        for topic in topics:
            pipe.zcount(_people(topic), _ms(now - LIVES), "+inf")
            pipe.zcount(_people(topic), f"({_ms(now - AWAY_AFTER)}", "+inf")
        counted = pipe.execute()
    except RedisError as failure:
        _out_of_order(failure)
        return ()
    pairs = zip(counted[::2], counted[1::2], strict=True)
    return [Crowd(present, present - awake) for present, awake in pairs]


def members(topic: str) -> tuple[Member, ...]:
    """Who is at `topic`, at most `MOST_NAMED`, whoever was seen last first."""
    now = clock.now()
    try:
        seen = cast(
            list[tuple[bytes, float]],
            connection().zrevrangebyscore(
                _people(topic), "+inf", _ms(now - LIVES), start=0, num=MOST_NAMED, withscores=True
            ),
        )
    except RedisError as failure:
        _out_of_order(failure)
        return ()
    awake_since = _ms(now - AWAY_AFTER)
    return tuple(Member(person.decode(), score <= awake_since) for person, score in seen)


def told(present: int) -> str:
    """The number as everybody may read it: "28", "A few" or "Nobody"."""
    if not present:
        return "Nobody"
    return str(present) if present >= FEW else "A few"


def _note(pipe: Pipeline, here: Here, now: datetime) -> None:
    """Write that `here` is open, and reap whoever nobody vouched for."""
    people, pages = _people(here.topic), _pages(here.topic, here.person)
    pipe.hset(pages, here.connection, str(_ms(now)))
    pipe.pexpire(pages, LIVES)
    pipe.zadd(people, {here.person: _ms(now)})
    pipe.zremrangebyscore(people, "-inf", f"({_ms(now - LIVES)}")
    pipe.pexpire(people, LIVES)


def _release(here: Here, now: datetime, seen_at: datetime) -> None:
    """Take back what `here` vouched for; without another page they were last seen at `seen_at`."""
    try:
        for _ in range(_TRIES):
            if _take_back(here, now, seen_at):
                return
    except RedisError as failure:
        _out_of_order(failure)


def _take_back(here: Here, now: datetime, seen_at: datetime) -> bool:
    """Whether it was done; not if another page of the same person spoke in between."""
    people, pages = _people(here.topic), _pages(here.topic, here.person)
    with connection().pipeline(transaction=True) as pipe:
        try:
            pipe.watch(pages)
            noted = cast(dict[bytes, bytes], pipe.hgetall(pages))
            seen = {name.decode(): int(at) for name, at in noted.items()}
            seen.pop(here.connection, None)
            lost = [name for name, at in seen.items() if at < _ms(now - LIVES)]
            pipe.multi()
            pipe.hdel(pages, here.connection, *lost)
            pipe.zadd(people, {here.person: max([_ms(seen_at), *seen.values()])}, xx=True, lt=True)
            pipe.execute()
        except WatchError:
            return False
    return True


def _people(topic: str) -> str:
    return f"presence:{topic}"


def _pages(topic: str, person: str) -> str:
    return f"presence:{topic}|{person}"


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _out_of_order(failure: RedisError) -> None:
    say(log, logging.WARNING, "presence is out of order", cause=type(failure).__name__)

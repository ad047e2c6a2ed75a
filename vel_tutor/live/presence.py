"""Who is where right now: people, not tabs, and only for as long as somebody vouches for them.

A sorted set for each topic holds when each person was last seen there; a hash for each person holds
their open pages, by topic and connection, so that closing one of two tabs changes nothing, and so
that all of it is found again when they do not want to be seen any more. Whatever is not renewed
falls out by the clock: nothing has to be told of a process that was killed, and no key stays
behind. Who is counted is a question of time, so it is asked and never added up.

Best effort, as all of `live/`: while Redis is away nothing is known, and the next beat repairs it.
"""

import json
import logging
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
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
_USER, _VISITOR = "u:", "v:"
_AT_A_TIME = 500
_TRIES = 5


@dataclass(frozen=True)
class Doing:
    """What somebody is at, as friends may read it; never of anybody in a test."""

    kind: str
    subject: str = ""
    words: str = ""
    """The skill or deck, in our own words."""
    deck: str = ""
    """The id of the practice session that may be joined, if it is one."""


@dataclass(frozen=True)
class Here:
    """One open connection of one person at one topic."""

    topic: str
    person: str
    """From `of_user` or `of_visitor`."""
    connection: str
    doing: Doing | None = None

    @property
    def page(self) -> str:
        """How this page is called among those of the person."""
        return f"{self.topic}|{self.connection}"


@dataclass(frozen=True)
class Member:
    """One person at a topic."""

    person: str
    away: bool
    """Every page of theirs is hidden, or closed a moment ago."""


@dataclass(frozen=True)
class Busy:
    """What one person is doing, on the page they were seen at last."""

    doing: Doing
    away: bool


@dataclass(frozen=True)
class Crowd:
    """How many people are at a topic, and how many of them are away."""

    present: int = 0
    away: int = 0


def of_user(user_id: UUID) -> str:
    """How a member is named here; never shown to anybody."""
    return f"{_USER}{user_id}"


def of_visitor(visitor_id: str) -> str:
    """How a guest is named here."""
    return f"{_VISITOR}{visitor_id}"


def user_of(person: str) -> UUID | None:
    """The member behind a name; None for guests."""
    return UUID(person.removeprefix(_USER)) if person.startswith(_USER) else None


def enter(here: Here) -> None:
    """Somebody has opened a page at a topic."""
    beat([here])


def beat(everybody: Sequence[Here]) -> bool:
    """Vouch for all these connections; whoever holds them does it every `BEAT`.

    Returns:
        Whether it was written; if not, try again soon.
    """
    now = clock.now()
    try:
        for first in range(0, len(everybody), _AT_A_TIME):
            pipe = connection().pipeline(transaction=False)
            _note(pipe, everybody[first : first + _AT_A_TIME], now)
            pipe.execute()
    except RedisError as failure:
        _out_of_order(failure)
        return False
    return True


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


def forget(person: str, topics: Collection[str] | None = None) -> None:
    """Take somebody out of `topics`, or out of everything, at once: they are not to be seen."""
    try:
        noted = cast(list[bytes], connection().hkeys(_pages(person)))
        pages = [page for page in map(bytes.decode, noted) if topics is None or _of(page) in topics]
        pipe = connection().pipeline(transaction=True)
        for topic in {*map(_of, pages), *(topics or ())}:
            pipe.zrem(_people(topic), person)
        if pages:
            pipe.hdel(_pages(person), *pages)
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


def some(topic: str, most: int, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Up to `most` members at `topic`, no guests: first those of `known` who are still there.

    Faces that stay are shown again, so that a row of them does not change with every beat.
    """
    since = _ms(clock.now() - LIVES)
    try:
        scores = cast(
            list[float | None], connection().zmscore(_people(topic), list(known)) if known else []
        )
    except RedisError as failure:
        _out_of_order(failure)
        return ()
    still = [one for one, at in zip(known, scores, strict=True) if at is not None and at >= since]
    if len(still) < most:
        others = (one.person for one in members(topic) if one.person.startswith(_USER))
        still += sorted(person for person in others if person not in still)
    return tuple(still[:most])


def doings(user_ids: Sequence[UUID]) -> dict[UUID, Busy]:
    """What these people are doing, as far as they are here and let friends know."""
    now = clock.now()
    try:
        pipe = connection().pipeline(transaction=False)
        for user_id in user_ids:
            pipe.hvals(_pages(of_user(user_id)))
        read = cast(list[list[bytes]], pipe.execute())
    except RedisError as failure:
        _out_of_order(failure)
        return {}
    busy = {user_id: _busy(pages, now) for user_id, pages in zip(user_ids, read, strict=True)}
    return {user_id: one for user_id, one in busy.items() if one is not None}


def told(present: int) -> str:
    """The number as everybody may read it: "28", "A few" or "Nobody"."""
    if not present:
        return "Nobody"
    return str(present) if present >= FEW else "A few"


def run() -> str:
    """Which life of the server this is: another one may have forgotten everybody."""
    try:
        return str(cast(dict[str, object], connection().info("server"))["run_id"])
    except RedisError as failure:
        _out_of_order(failure)
        return ""


def _note(pipe: Pipeline, everybody: Sequence[Here], now: datetime) -> None:
    """Write that these pages are open, and reap whoever nobody vouched for."""
    pages: defaultdict[str, dict[str, str]] = defaultdict(dict)
    people: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for here in everybody:
        pages[here.person][here.page] = _told_at(_ms(now), here.doing)
        people[here.topic][here.person] = _ms(now)
    for person, theirs in pages.items():
        pipe.hset(_pages(person), mapping=theirs)
        pipe.pexpire(_pages(person), LIVES)
    for topic, seen in people.items():
        pipe.zadd(_people(topic), seen)
        pipe.zremrangebyscore(_people(topic), "-inf", f"({_ms(now - LIVES)}")
        pipe.pexpire(_people(topic), LIVES)


def _release(here: Here, now: datetime, seen_at: datetime) -> None:
    """Take back what `here` vouched for; without another page they were last seen at `seen_at`."""
    try:
        for _ in range(_TRIES):
            if _take_back(here, now, seen_at):
                return
    except RedisError as failure:
        _out_of_order(failure)


def _take_back(here: Here, now: datetime, seen_at: datetime) -> bool:
    """Whether it was done; not if another page of the same person spoke in between.

    Whoever has been forgotten meanwhile stays so: a page that is not noted is not written either.
    """
    people, pages = _people(here.topic), _pages(here.person)
    with connection().pipeline(transaction=True) as pipe:
        try:
            pipe.watch(pages)
            noted = cast(dict[bytes, bytes], pipe.hgetall(pages))
            seen = {page.decode(): _at(said) for page, said in noted.items()}
            if here.page not in seen:
                return True
            seen[here.page] = min(seen[here.page], _ms(seen_at))
            lost = [page for page, at in seen.items() if at < _ms(now - LIVES)]
            last = max(at for page, at in seen.items() if _of(page) == here.topic)
            pipe.multi()
            pipe.hset(pages, here.page, _told_at(seen[here.page], here.doing))
            if lost:
                pipe.hdel(pages, *lost)
            pipe.zadd(people, {here.person: last}, xx=True, lt=True)
            pipe.execute()
        except WatchError:
            return False
    return True


def _busy(pages: Sequence[bytes], now: datetime) -> Busy | None:
    """What the page says that was seen last, of those that say anything."""
    told = [(_at(page), said) for page in pages if (said := page.partition(b" ")[2])]
    at, said = max(told, default=(0, b""))
    if at < _ms(now - LIVES) or not said:
        return None
    return Busy(Doing(**json.loads(said)), at <= _ms(now - AWAY_AFTER))


def _told_at(ms: int, doing: Doing | None) -> str:
    return f"{ms} {json.dumps(asdict(doing))}" if doing else str(ms)


def _at(said: bytes) -> int:
    return int(said.partition(b" ")[0])


def _of(page: str) -> str:
    """The topic of a page of somebody."""
    return page.rpartition("|")[0]


def _people(topic: str) -> str:
    return f"presence:{topic}"


def _pages(person: str) -> str:
    return f"presence:of|{person}"


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _out_of_order(failure: RedisError) -> None:
    say(log, logging.WARNING, "presence is out of order", cause=type(failure).__name__)

"""The scores of leaderboards as sorted sets, for ranks that do not have to be counted.

A copy, and never the only one: a set is believed only while its mark is there, which is set when it
has been filled from the database and lost together with it. Whoever finds no mark, or no Redis,
asks the database instead.

While a set is being filled anew, every change goes to the old and to the new one, so that nothing
is lost whatever the order: what is filled in never replaces what was written meanwhile, and whoever
left meanwhile is taken out again.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, cast
from uuid import UUID

from redis import RedisError
from redis.commands.core import Script

from vel_tutor.core.log import say
from vel_tutor.live.connection import connection

log = logging.getLogger(__name__)
_AT_A_TIME = 5000
_BUILDING_MS = 600_000
"""A filling that nobody finished is forgotten after this time."""

_PUT = """
if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1]) end
if redis.call('EXISTS', KEYS[4]) == 1 then
  redis.call('ZADD', KEYS[3], ARGV[2], ARGV[1]); redis.call('SREM', KEYS[5], ARGV[1])
end
"""
_DROP = """
redis.call('ZREM', KEYS[1], ARGV[1])
if redis.call('EXISTS', KEYS[4]) == 1 then
  redis.call('ZREM', KEYS[3], ARGV[1]); redis.call('SADD', KEYS[5], ARGV[1])
end
"""
_FINISH = """
if redis.call('GET', KEYS[4]) ~= ARGV[1] then return 0 end
for _, gone in ipairs(redis.call('SMEMBERS', KEYS[5])) do redis.call('ZREM', KEYS[3], gone) end
redis.call('DEL', KEYS[1], KEYS[4], KEYS[5])
if redis.call('EXISTS', KEYS[3]) == 1 then redis.call('RENAME', KEYS[3], KEYS[1]) end
redis.call('SET', KEYS[2], 1)
return 1
"""
_LOOK = """
if redis.call('EXISTS', KEYS[2]) == 0 then return false end
local position = redis.call('ZREVRANK', KEYS[1], ARGV[1])
local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
local first = tonumber(ARGV[2])
local above, next_one = false, {}
if position then
  above = redis.call('ZCOUNT', KEYS[1], '(' .. score, '+inf')
  local past = string.format('%.0f', (math.floor(tonumber(score) / 67108864) + 1) * 67108864)
  next_one = redis.call('ZRANGEBYSCORE', KEYS[1], past, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  if first < 0 then first = math.max(0, position + first) end
else
  first = math.max(0, first)
end
local rows = redis.call('ZREVRANGE', KEYS[1], first, first + ARGV[3] - 1, 'WITHSCORES')
local before = first
if rows[2] then before = redis.call('ZCOUNT', KEYS[1], '(' .. rows[2], '+inf') end
return {redis.call('ZCARD', KEYS[1]), position, above, score, first, before, rows, next_one}
"""


@dataclass(frozen=True)
class Line:
    """Somebody on a board. `rank` is shared by those with the same score, `position` is not."""

    member: UUID
    score: int
    rank: int
    position: int
    """From 0."""


@dataclass(frozen=True)
class Seen:
    """A board as one person looks at it: some lines of it, and where they stand themselves."""

    total: int
    mine: Line | None
    lines: tuple[Line, ...]
    ahead: tuple[UUID, int] | None
    """The nearest one who has more XP, and their score."""


@dataclass(frozen=True)
class Window:
    """Which lines to look at: `count` from position `first` on; negative, so far above oneself."""

    first: int
    count: int


def start(key: str) -> None:
    """Keep a copy of a board nobody stands on yet."""
    whole, mark, *_ = _keys(key)
    try:
        connection().delete(whole)
        connection().set(mark, 1)
    except RedisError as failure:
        _out_of_order(failure)


def put(key: str, member: UUID, score: int) -> bool:
    """Note somebody's score; says whether it could be noted."""
    return _told(_PUT, key, member.bytes, score)


def drop(key: str, member: UUID) -> bool:
    """Take somebody off; says whether it could be done."""
    return _told(_DROP, key, member.bytes)


def look(key: str, member: UUID, window: Window) -> Seen | None:
    """What `member` sees; None when Redis cannot say."""
    try:
        found = _script(_LOOK)(_keys(key), [member.bytes, window.first, window.count])
    except RedisError as failure:
        _out_of_order(failure)
        return None
    return _seen(member, cast("list[Any]", found)) if found else None


def is_ready(key: str) -> bool:
    """Whether the copy may be believed."""
    try:
        return bool(connection().exists(_keys(key)[1]))
    except RedisError:
        return False


def size(key: str) -> int:
    """How many are in the copy; -1 when Redis cannot say."""
    try:
        return cast(int, connection().zcard(_keys(key)[0]))
    except RedisError:
        return -1


def begin(key: str, token: str) -> None:
    """From now on every change goes to the new copy, too.

    Raises:
        redis.RedisError: it could not be begun.
    """
    _, _, new, building, gone = _keys(key)
    with connection().pipeline(transaction=True) as pipe:
        pipe.delete(new, gone)
        pipe.set(building, token, px=_BUILDING_MS)
        pipe.execute()


def fill(key: str, scores: Iterable[tuple[UUID, int]]) -> int:
    """Put scores into the new copy where nothing newer is yet; returns how many were given.

    Raises:
        redis.RedisError: not all of them are there.
    """
    new, count = _keys(key)[2], 0
    rest = iter(scores)
    while some := list(islice(rest, _AT_A_TIME)):
        parts: list[bytes | int] = [part for who, score in some for part in (score, who.bytes)]
        connection().execute_command("ZADD", new, "NX", *parts)
        count += len(some)
    return count


def finish(key: str, token: str) -> bool:
    """Let the new copy take the place of the old one; not if somebody else began after us.

    Raises:
        redis.RedisError: it may or may not have happened.
    """
    return bool(_script(_FINISH)(_keys(key), [token]))


def erase(key: str) -> None:
    """Keep no copy any more."""
    try:
        connection().delete(*_keys(key))
    except RedisError as failure:
        _out_of_order(failure)


def _seen(member: UUID, found: list[Any]) -> Seen:
    total, position, above, score, first, before, rows, ahead = found
    lines: list[Line] = []
    for offset, (who, held) in enumerate(zip(rows[::2], rows[1::2], strict=True)):
        at, its = first + offset, int(float(held))
        rank = lines[-1].rank if lines and lines[-1].score == its else at + 1
        if not lines:
            rank = before + 1
        lines.append(Line(UUID(bytes=who), its, rank, at))
    mine = None if position is None else Line(member, int(float(score)), above + 1, position)
    nearest = (UUID(bytes=ahead[0]), int(float(ahead[1]))) if ahead else None
    return Seen(total, mine, tuple(lines), nearest)


def _told(script: str, key: str, *values: bytes | int) -> bool:
    try:
        _script(script)(_keys(key), list(values))
    except RedisError as failure:
        _out_of_order(failure)
        return False
    return True


def _keys(key: str) -> Sequence[str]:
    """The set, its mark, the set that is being filled, its mark, and who left meanwhile."""
    whole = f"lb:{key}"
    return whole, f"lb-ready:{key}", f"lb-new:{key}", f"lb-building:{key}", f"lb-gone:{key}"


@cache
def _script(words: str) -> Script:
    return connection().register_script(words)


def _out_of_order(failure: RedisError) -> None:
    say(log, logging.WARNING, "boards are out of order in redis", cause=type(failure).__name__)

"""A leaderboard of a million: how long a rank takes, a neighbourhood, more XP, and a new copy.

`python -m bench.boards --members 1000000 --json` works on servers of its own. Ranks are asked for
through the functions the app uses (`domain/boards/places.py`, `live/boards.py`), against them
stands the count in PostgreSQL of the same ranks, in the same run. Adding is the change of the copy.
"""

import json
import os
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import click

from vt.services import Services

ASKED = 2000
COUNTED = 60
"""How often each question is asked, of Redis and of PostgreSQL."""
AROUND = 5
_PEOPLE = """
    INSERT INTO "user" SELECT (jsonb_populate_record(u, jsonb_build_object(
        'id', gen_random_uuid(), 'email', ''))).*
    FROM "user" u, generate_series(1, :members - 1) WHERE u.id = :first
"""
_PLACES = """
    INSERT INTO board_place (board_id, user_id, xp, accuracy, streak, wins, score, updated_at)
    SELECT :board, id, xp, accuracy, streak, wins,
        (xp::bigint << 26) | (accuracy << 16) | (streak << 7) | wins, now()
    FROM (
        SELECT id, 1 + (random() ^ 3 * 20000)::int AS xp, 400 + (random() * 600)::int AS accuracy,
            (random() ^ 2 * 200)::int AS streak, (random() ^ 4 * 60)::int AS wins FROM "user"
    ) AS learned
"""


@dataclass(frozen=True)
class Times:
    """How long each of many calls took, in ms."""

    each: Sequence[float]

    @property
    def p50(self) -> float:
        return round(statistics.median(self.each), 3)

    @property
    def p99(self) -> float:
        return round(sorted(self.each)[int(len(self.each) * 0.99)], 3)


def timed(deed: Callable[[Any], object], whom: Sequence[Any]) -> Times:
    """`deed` once for each of `whom`; the first few are not counted."""
    for one in whom[:5]:
        deed(one)
    each: list[float] = []
    for one in whom:
        began = time.perf_counter()
        deed(one)
        each.append((time.perf_counter() - began) * 1000)
    return Times(each)


@click.command()
@click.option("--members", default=1_000_000, show_default=True)
@click.option("--json", "as_json", is_flag=True)
def main(members: int, as_json: bool) -> None:
    """Run it and print what came of it."""
    with Services.temporary() as services:
        os.environ |= {
            "APP_ENV": "development",
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "DATA_DIR": str(services.folder),
            "STATEMENT_TIMEOUT_MS": "600000",
        }
        found = _run(members)
    if as_json:
        click.echo(json.dumps(found))
        return
    for name, value in found.items():
        click.echo(f"{name:24} {value}")


def _run(members: int) -> dict[str, Any]:
    from alembic import command
    from alembic.config import Config

    command.upgrade(Config("alembic.ini"), "head")
    board, people = _crowd(members)
    return {"members": members, **_measure(board, people)}


def _crowd(members: int) -> tuple[Any, list[UUID]]:
    """One board of the week with so many people, and some thousand of them by id."""
    from sqlmodel import col, func, select, text

    from vel_tutor.core.db import transaction
    from vel_tutor.domain.boards import opening, players, rules
    from vel_tutor.models.accounts import User
    from vel_tutor.models.boards import BoardPlace
    from vel_tutor.vocabulary import AgeBand, BoardScope, Role, SchoolBand, Tenure

    with transaction() as tx:
        first = User(role=Role.STUDENT, first_name="A", grade=9, age_band=AgeBand.TEEN)
        first.created_at = tx.now
        tx.session.add(first)
        tx.session.flush()
        week = players.week(tx.now, rules.HOME_ZONE)
        kind = opening.Kind(BoardScope.WEEKLY, SchoolBand.HIGH, Tenure.VETERAN, week)
        board = opening.opened(tx, kind)
        tx.session.connection().execute(text(_PEOPLE), {"members": members, "first": first.id})
        tx.session.connection().execute(text(_PLACES), {"board": board.id})
    with transaction() as tx:
        tx.session.connection().execute(text("ANALYZE board_place"))
        some = select(BoardPlace.user_id).order_by(func.random()).limit(ASKED)
        people = list(tx.session.exec(some.where(col(BoardPlace.board_id) == board.id)).all())
    return board, people


def _measure(board: Any, people: list[UUID]) -> dict[str, Any]:
    from vel_tutor.core.db import reading
    from vel_tutor.domain import boards
    from vel_tutor.domain.boards import places
    from vel_tutor.domain.boards.rules import Tally, pack
    from vel_tutor.live import boards as copies
    from vel_tutor.live.boards import Window
    from vel_tutor.live.connection import connection

    dice = random.Random(1)  # noqa: S311
    before = connection().info("memory")["used_memory"]
    began = time.perf_counter()
    copied = boards.rebuild()
    rebuild_s = time.perf_counter() - began
    memory = connection().info("memory")["used_memory"] - before
    one, near = Window(0, 1), Window(-AROUND, 2 * AROUND + 1)
    with reading() as tx:
        rank = timed(lambda who: places.look(tx, board, who, one), people)
        neighbours = timed(lambda who: places.look(tx, board, who, near), people)
        sql_rank = timed(lambda who: places.counted(tx, board.id, who, one), people[:COUNTED])
        same = all(
            places.look(tx, board, who, near) == places.counted(tx, board.id, who, near)
            for who in people[:COUNTED]
        )
    raw = timed(lambda who: connection().zrevrank(f"lb:{board.key}", who.bytes), people)
    added = timed(
        lambda who: copies.put(board.key, who, pack(Tally(dice.randrange(1, 20000)))), people
    )
    return {
        "copied": copied,
        "same_as_rows": same,
        "rank_p50_ms": rank.p50,
        "rank_p99_ms": rank.p99,
        "zrevrank_p50_ms": raw.p50,
        "zrevrank_p99_ms": raw.p99,
        "neighbourhood_p50_ms": neighbours.p50,
        "neighbourhood_p99_ms": neighbours.p99,
        "add_p50_ms": added.p50,
        "add_p99_ms": added.p99,
        "sql_rank_p50_ms": sql_rank.p50,
        "sql_rank_p99_ms": sql_rank.p99,
        "rebuild_s": round(rebuild_s, 2),
        "memory_mb": round(memory / 2**20, 1),
        "load": round(os.getloadavg()[0], 1),
    }


if __name__ == "__main__":
    main()

"""How fast the feed is read and how soon a new line shows, with a million lines.

`python -m bench.feed --json`: a million lines of fifty thousand people over half a year, one in ten
of whom has switched the feed off. Times the first page and page 50 of people with thirty friends
who practise two subjects, and, over a real server, how long it takes from telling a line until the
open page of a friend has counted it.
"""

import asyncio
import json
import os
import time
from collections.abc import Sequence
from uuid import UUID, uuid4

import click
import numpy as np
from sqlalchemy import text

from bench.servers import ROOT, granian
from bench.wire import Person
from vt.services import Services

ITEMS, USERS = 1_000_000, 50_000
VIEWERS, FRIENDS = 200, 30
DEEP_SHARE, DEEP = 9, 50
"""One in so many readers goes on to page `DEEP`."""
INSERTS = 60
WITHIN_S = 20
SETTLE_S = 1.2
"""Between two lines: news of one topic within a second is told together, which is not timed."""

_USER = "md5('reader ' || {n})::uuid"
_SUBJECT = "(ARRAY['math', 'reading', 'science'])[1 + {n} % 3]"
_SEED = (
    f"""
    INSERT INTO "user" (id, role, first_name, email, sign_in_name, password_hash, time_zone,
                        grade, age_band, birth_date_sealed, consent_needed, created_at, simulation,
                        theme)
    SELECT {_USER.format(n="n")}, 'student', 'Somebody', '', '', '', 'UTC', 6 + n % 7, 'teen', '',
           false, now() - interval '200 days', '', 'harbour'
    FROM generate_series(0, :users - 1) AS n
    """,
    f"""
    INSERT INTO consent_entry (id, child_id, deed, scope, method, notice_version, notice_hash,
                               address_hash, at)
    SELECT gen_random_uuid(), {_USER.format(n="n")}, 'revoked', 'feed', 'own', '1', '', '', now()
    FROM generate_series(0, :users - 1) AS n WHERE n % 10 = 3
    """,
    f"""
    INSERT INTO feed_item (id, owner_id, kind, source_id, subject, what, number, age_band, grade,
                           simulation, at)
    SELECT gen_random_uuid(), {_USER.format(n="(n::bigint * 7919) % :users")}, 'streak_reached',
           gen_random_uuid(), {_SUBJECT.format(n="n")}, '', 7, 'teen',
           6 + ((n::bigint * 7919) % :users) % 7, '',
           now() - interval '175 days' * (n::float8 / :items)
    FROM generate_series(0, :items - 1) AS n
    """,
    f"""
    INSERT INTO friendship (id, low_id, high_id, asked_by_id, asked_at, sent_at, agreed_at,
                            accepted_at)
    SELECT gen_random_uuid(), least(one, two), greatest(one, two), one, now(), now(), now(), now()
    FROM (
        SELECT {_USER.format(n="n")} AS one,
               {_USER.format(n="(:viewers + n * :friends + place)")} AS two
        FROM generate_series(0, :viewers - 1) AS n, generate_series(0, :friends - 1) AS place
    ) AS pair
    """,
    f"""
    INSERT INTO practice_session (id, player_user_id, subject, grade, skill, size, answered,
                                  correct, fingerprint, started_at, completed_at, completed_on,
                                  xp_finished, xp_perfect, xp_day, xp_note)
    SELECT gen_random_uuid(), {_USER.format(n="n")}, subject, 6, '', 5, 5, 5, '', now(), now(),
           current_date, 0, 0, 0, ''
    FROM generate_series(0, :viewers - 1) AS n, unnest(ARRAY['math', 'science']) AS subject
    """,
    'ANALYZE "user", consent_entry, feed_item, friendship, practice_session',
)


def _seed(items: int, users: int) -> None:
    from vel_tutor.core.db import engine

    numbers = {"items": items, "users": users, "viewers": VIEWERS, "friends": FRIENDS}
    with engine().begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        for step in _SEED:
            named = {name: number for name, number in numbers.items() if f":{name}" in step}
            connection.execute(text(step), named)


def _p95_ms(seconds: Sequence[float]) -> float:
    return round(1000 * float(np.percentile(np.array(seconds), 95)), 1)


def _viewers() -> list[UUID]:
    from vel_tutor.core.db import engine

    ids = text(f"SELECT {_USER.format(n='n')} FROM generate_series(0, :last) AS n")
    with engine().connect() as connection:
        found = [row[0] for row in connection.execute(ids, {"last": VIEWERS - 1})]
    return [one for place, one in enumerate(found) if place % 10 != 3]


def _read(readers: int) -> dict[str, float]:
    """The first page of everybody, then page `DEEP` of some."""
    from vel_tutor.domain import accounts, feed

    actors = [accounts.actor_of(one) for one in _viewers()[:readers]]
    feed.page(actors[0])  # opens the connection
    first: list[float] = []
    deep: list[float] = []
    for actor in actors:
        began = time.perf_counter()
        page = feed.page(actor)
        first.append(time.perf_counter() - began)
        if len(page.lines) < feed.PAGE:
            raise RuntimeError("a first page is not full")
    for actor in actors[::DEEP_SHARE]:
        after = ""
        for number in range(1, DEEP + 1):
            began = time.perf_counter()
            page = feed.page(actor, after)
            took, after = time.perf_counter() - began, page.after
            if number == DEEP:
                deep.append(took)
            if not after:
                break
    return {
        "first_page_p95_ms": _p95_ms(first),
        "page_50_p95_ms": _p95_ms(deep) if deep else 0.0,
        "readers": len(first),
        "deep_readers": len(deep),
    }


async def _counted(reader: Person, state: str, until: int) -> float:
    """When the open page of `reader` has counted `until` new lines; it looks when it is asked to.

    A browser sends the event it is asked for straight back, and so do we.
    """
    async with asyncio.timeout(WITHIN_S):
        while True:
            update = await reader.updates.get()
            for asked in update.get("events") or ():
                if asked["name"] == f"{state}.look":
                    await reader.emit(asked["name"])
            held = (update.get("delta") or {}).get(state, {})
            if held.get("waiting_rx_state_", -1) >= until:
                return time.perf_counter()


async def _show(address: str, token: str, friend: UUID, inserts: int) -> list[float]:
    """Seconds from telling a line to its being counted on the page of a friend."""
    from vel_tutor.core.db import transaction
    from vel_tutor.domain import feed
    from vel_tutor.state.feed import FeedState
    from vel_tutor.vocabulary import FeedKind

    def tell() -> None:
        with transaction() as tx:
            feed.tell(tx, friend, FeedKind.STREAK_REACHED, uuid4(), about=feed.About(number=7))

    state = FeedState.get_full_name()
    reader = await Person(address, cookie=f"vt_session={token}", path="/feed").connect()
    took: list[float] = []
    try:
        for number in range(inserts):
            if number % 10 == 0:  # a page counts to twenty, so begin anew before
                await reader.send(
                    f"{state}.begin", until=lambda said: state in (said.get("delta") or {})
                )
                await asyncio.sleep(SETTLE_S)
            counting = asyncio.create_task(_counted(reader, state, number % 10 + 1))
            began = time.perf_counter()
            await asyncio.to_thread(tell)
            took.append(await counting - began)
            await asyncio.sleep(SETTLE_S)
    finally:
        await reader.leave()
    return took


def _insert(inserts: int) -> dict[str, float]:
    """Two friends through the front door, and a server that tells one of the other."""
    from tests import people
    from tests.befriending import befriend
    from vel_tutor.core import events
    from vel_tutor.live import bus

    ada, bob = people.student("Ada"), people.student("Bob")
    befriend(people.acting(ada), people.acting(bob))
    events.listen(bus.carry)
    with granian("vel_tutor.vel_tutor:app", ROOT) as server:
        took = asyncio.run(_show(server.address, bob.token, ada.user_id, inserts))
    return {"insert_to_screen_p95_ms": _p95_ms(took), "inserts": len(took)}


def run(items: int, users: int, readers: int, inserts: int) -> dict[str, float]:
    """Every figure, in a database of its own."""
    from alembic import command
    from alembic.config import Config

    with Services.temporary() as services:
        os.environ |= {
            "APP_ENV": "development",
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "DATA_DIR": str(services.folder),
        }
        command.upgrade(Config(ROOT / "alembic.ini"), "head")
        began = time.perf_counter()
        _seed(items, users)
        built = round(time.perf_counter() - began, 1)
        return {
            "items": items,
            "users": users,
            "build_s": built,
            **_read(readers),
            **_insert(inserts),
        }


@click.command()
@click.option("--items", default=ITEMS, show_default=True)
@click.option("--users", default=USERS, show_default=True)
@click.option("--readers", default=VIEWERS, show_default=True)
@click.option("--inserts", default=INSERTS, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for a machine.")
def main(items: int, users: int, readers: int, inserts: int, as_json: bool) -> None:
    """Time reading the feed, and how soon a new line shows."""
    found = run(items, users, readers, inserts)
    if as_json:
        click.echo(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            click.echo(f"{name:28} {value}")


if __name__ == "__main__":
    main()

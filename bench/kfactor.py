"""How fast the K-factor page, its roll-ups and short links are in a large town.

`python -m bench.kfactor --json`: a million touches of two hundred thousand people over ninety
days. Times what the page reads for many choices of filters, a full roll-up and one of five busy
minutes, and the redirect of short links over HTTP; then all of it in a tenth of the town, for how
it grows.
"""

import asyncio
import itertools
import json
import os
import time
from collections.abc import Callable, Sequence
from uuid import uuid4

import click
import httpx
import numpy as np

from bench.servers import ROOT, granian
from vt.services import Services

TOUCHES, USERS = 1_000_000, 200_000
PARTS = 10
REDIRECTS = 300
BUSY_MINUTES_JOINED = 200
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Safari/605.1.15"


def _timed(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def _quantiles(seconds: Sequence[float], name: str) -> dict[str, float]:
    p50, p95 = np.percentile(np.array(seconds) * 1000, [50, 95])
    return {f"{name}_p50_ms": round(float(p50), 1), f"{name}_p95_ms": round(float(p95), 1)}


def _choices() -> list[dict[str, str]]:
    """Filters as people choose them: ranges, loops, personas, cohorts, models, raw and net."""
    loops = ("", "buddy_challenge", "results_rally,proud_parent")
    return [
        {"days": days, "loops": some, "personas": who, "cohorts": span, "model": model, "net": net}
        for days, some, who, span, (model, net) in itertools.product(
            ("7", "14", "30"),
            loops,
            ("", "student"),
            ("week", "month"),
            (("last", "1"), ("decay", "0")),
        )
    ]


def _read_page() -> dict[str, float]:
    from vel_tutor.core.actor import Actor
    from vel_tutor.domain import insight
    from vel_tutor.vocabulary import Standing

    manager = Actor(
        user_id=uuid4(), standing=Standing.PRODUCT_MANAGER, first_name="Pam", time_zone="UTC"
    )
    insight.k_screen(manager, {})  # opens the connections
    asked = [
        _timed(lambda choice=choice: insight.k_screen(manager, choice)) for choice in _choices()
    ]
    custom = {"days": "custom", "since": "2020-01-01"}
    first = _timed(lambda: insight.k_screen(manager, custom))
    return {
        **_quantiles(asked, "dashboard"),
        "dashboard_reads": len(asked),
        "dashboard_new_range_ms": round(first * 1000, 1),
    }


async def _follow(address: str, codes: Sequence[str]) -> list[float]:
    """One phone after the other opens a link; each is new to us."""
    seconds: list[float] = []
    async with httpx.AsyncClient(base_url=address, headers={"User-Agent": PHONE}) as phone:
        for code in codes:
            phone.cookies.clear()
            began = time.perf_counter()
            answer = await phone.get(f"/s/{code}")
            seconds.append(time.perf_counter() - began)
            if answer.headers.get("location", "").rstrip("/") != f"/challenge/{code}":
                raise RuntimeError(f"a short link led to {answer.headers.get('location')}")
    return seconds


def _open_links(users: int) -> dict[str, float]:
    from bench.town import SENDERS
    from vel_tutor.core.signing import Purpose, sign

    codes = [
        sign(Purpose.LINK, f"town{4 * (n % min(SENDERS, users // 4))}") for n in range(REDIRECTS)
    ]
    with granian("vel_tutor.vel_tutor:app", ROOT) as server:
        asyncio.run(_follow(server.address, codes[:20]))
        return _quantiles(asyncio.run(_follow(server.address, codes)), "redirect")


def _town(touches: int, users: int) -> dict[str, float]:
    from bench import town
    from vel_tutor.domain import insight

    built = _timed(lambda: town.build(touches, users))
    full = _timed(insight.recompute)
    town.one_more_evening(users, BUSY_MINUTES_JOINED)
    little = _timed(insight.catch_up)
    return {
        "touches": touches,
        "users": users,
        "build_s": round(built, 1),
        "rollup_full_s": round(full, 2),
        "rollup_incremental_s": round(little, 2),
        **_read_page(),
        **_open_links(users),
        "sums_differing": insight.check(),
    }


def _in_a_house(touches: int, users: int) -> dict[str, float]:
    """The same in a database of its own, migrated and empty."""
    from alembic import command
    from alembic.config import Config

    from vel_tutor.core import db, settings

    with Services.temporary() as services:
        os.environ |= {
            "APP_ENV": "development",
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "DATA_DIR": str(services.folder),
        }
        settings.settings.cache_clear()
        db.engine.cache_clear()
        db._sessions.configure(bind=None)
        command.upgrade(Config(ROOT / "alembic.ini"), "head")
        found = _town(touches, users)
        db.engine().dispose()
        return found


@click.command()
@click.option("--touches", default=TOUCHES, show_default=True)
@click.option("--users", default=USERS, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for a machine.")
def main(touches: int, users: int, as_json: bool) -> None:
    """Time the K-factor in a large town, and in a tenth of it."""
    tenth = _in_a_house(touches // PARTS, users // PARTS)
    whole = _in_a_house(touches, users)
    growth = {
        f"{name}_times": round(whole[name] / max(tenth[name], 1e-9), 2)
        for name in (
            "dashboard_p95_ms",
            "redirect_p95_ms",
            "rollup_full_s",
            "rollup_incremental_s",
        )
    }
    found = {**whole, **growth, "a_tenth": tenth}
    if as_json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(f"{name:28} {value}")


if __name__ == "__main__":
    main()

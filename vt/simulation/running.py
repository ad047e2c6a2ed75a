"""One run from an empty house to the comparison."""

import os
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from alembic import command

from vel_tutor.core import db
from vel_tutor.core.settings import settings
from vt import checks
from vt.services import Services

BANK = 4
"""Live questions of each family: enough for the tests of children who come."""
Say = Callable[[str], None]


def run(seed: int, users: int, days: int, say: Say) -> dict[str, Any]:
    """Let made-up people live in a house of their own, and compare book and dashboard."""
    with Services.temporary() as services:
        os.environ |= {"DATABASE_URL": services.database_url, "REDIS_URL": services.redis_url}
        settings.cache_clear()
        db.engine.cache_clear()
        command.upgrade(checks.alembic_config(), "head")
        return _live(seed, users, days, say)


def _live(seed: int, users: int, days: int, say: Say) -> dict[str, Any]:
    from vel_tutor.domain import bank, loops
    from vel_tutor.vocabulary import Subject
    from vt.simulation import report
    from vt.simulation.world import World

    loops.listen_to_joining()
    bank.fill(Subject.MATH, per_family=BANK)
    world = World(f"seed {seed}, {users} people, {days} days", seed, users, days)
    began = time.monotonic()

    def on_day(day: date) -> None:
        here = len(world.book.joined)
        say(f"{day}  {here} people  {time.monotonic() - began:.0f} s")

    world.live(on_day)
    return report.compare(world)

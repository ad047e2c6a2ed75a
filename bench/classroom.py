"""A class takes diagnostics over the real handlers: how long an answer takes, and whether any fail.

`python -m bench.classroom --json`: students of different abilities, each on their own connection,
take a whole adaptive test at once; an answer is timed from being sent to the next question (or the
end of the part) being shown. Afterwards every test is scored, and retold from its stored log.
"""

import asyncio
import json
import os
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import click
import numpy as np

from bench.servers import ROOT, granian
from bench.wire import Person
from vt.services import Services

SITTING = "reflex___state____state.vel_tutor___state___diagnostics____sitting_state"
VIEW, QUESTION = "sitting_rx_state_", "question_rx_state_"
THINKING_S = (9.0, 13.0)
"""Everybody thinks this long, which is more than a tenth of what any question takes: no guess."""
MOST_STEPS = 60
PASSWORD = "seven sails at sea"  # noqa: S105


@dataclass
class Pupil:
    """Somebody at a test: how able, and how it went."""

    cookie: str
    test_id: UUID
    theta: float
    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    answered: int = 0
    shown: dict[str, Any] = field(default_factory=dict)
    """The vars of the screen, as far as they came over the line."""


def _enrol(count: int) -> list[Pupil]:
    """So many students with an account each and a test opened."""
    from vel_tutor.core import clock
    from vel_tutor.core.settings import settings
    from vel_tutor.domain import accounts, bank, diagnostics
    from vel_tutor.domain.accounts import Browser, NewAccount
    from vel_tutor.domain.diagnostics import DiagnosticChoice
    from vel_tutor.vocabulary import Subject

    bank.fill()
    born = str(clock.now().year - 16)
    gate = accounts.open_gate(accounts.pass_gate("1", "1", born))
    assert gate is not None  # noqa: S101
    subjects, pupils = tuple(Subject), []
    for number in range(count):
        form = NewAccount(
            first_name="Pupil",
            email=f"pupil{number}@example.org",
            password=PASSWORD,
            time_zone="UTC",
            grade="9",
        )
        signed_in = accounts.sign_up(form, gate, Browser(address=f"10.1.0.{number + 1}"))
        actor = accounts.actor_for(signed_in.token)
        assert actor is not None  # noqa: S101
        choice = DiagnosticChoice(subject=subjects[number % 3], grade=9)
        cookie = f"{settings().session_cookie}={signed_in.token}"
        theta = Random(number).gauss(1.6, 1.4)  # noqa: S311  (repeatable, not secret)
        pupils.append(Pupil(cookie, diagnostics.open_test(actor, choice), theta))
    return pupils


def _given(pupil: Pupil, position: int, rng: Random) -> str:
    """What somebody this able answers."""
    from vel_tutor.measure import irt
    from vt import exam

    row = exam.row_at(pupil.test_id, position)
    chance = float(irt.probability(pupil.theta, row.a, row.b, row.c, row.d))
    return exam.an_answer(pupil.test_id, position, right=rng.random() < chance)


async def _step(pupil: Pupil, person: Person, handler: str, payload: dict[str, Any]) -> float:
    """Press something, and wait until the screen shows what came of it; the seconds it took."""

    def shown(update: dict[str, Any]) -> bool:
        return VIEW in update.get("delta", {}).get(SITTING, {})

    took, updates = await person.send(f"{SITTING}.{handler}", payload, until=shown)
    for update in updates:
        pupil.shown |= update.get("delta", {}).get(SITTING, {})
    return took


async def _take(pupil: Pupil, address: str) -> None:
    """The whole test, from the page to the handing in."""
    rng = Random(str(pupil.test_id))  # noqa: S311  (repeatable, not secret)
    person = Person(address, cookie=pupil.cookie, path=f"/diagnostic/{pupil.test_id}")
    await person.connect()
    try:
        await _step(pupil, person, "begin", {})
        for _ in range(MOST_STEPS):
            if not await _go_on(pupil, person, rng):
                return
        pupil.errors.append("the test never ended")
    except TimeoutError:
        pupil.errors.append(f"no reply at stage {pupil.shown.get(VIEW, {}).get('stage')}")
    finally:
        await person.leave()


async def _go_on(pupil: Pupil, person: Person, rng: Random) -> bool:
    """Whatever comes next; False once the test is handed in."""
    view = pupil.shown[VIEW]
    if view["stage"] == "ready":
        await _step(pupil, person, "submit", {})
        return False
    if view["stage"] == "asking":
        await asyncio.sleep(rng.uniform(*THINKING_S))
        position = pupil.shown[QUESTION]["position"]
        answer = await asyncio.to_thread(_given, pupil, position, rng)
        form = {"position": str(position), "answer": answer}
        pupil.seconds.append(await _step(pupil, person, "answer", {"form": form}))
        pupil.answered += 1
    elif view["stage"] in ("intro", "short"):
        await _step(pupil, person, "begin_part", {"number": view["part"]})
    else:
        await _step(pupil, person, "go_on", {})
    return True


async def _class(pupils: list[Pupil], address: str) -> None:
    await asyncio.gather(*(_take(pupil, address) for pupil in pupils))


def _check(pupils: list[Pupil]) -> dict[str, Any]:
    """Score every test, and compare what the log says with what was noted."""
    from sqlmodel import col, select

    from vel_tutor.core.db import reading, transaction
    from vel_tutor.domain import diagnostics
    from vel_tutor.models.diagnostics import DiagnosticResult

    for pupil in pupils:
        with transaction() as tx:
            diagnostics.score(tx, pupil.test_id)
    retold = [diagnostics.retell(pupil.test_id) for pupil in pupils]
    with reading() as tx:
        mine = col(DiagnosticResult.test_id).in_([pupil.test_id for pupil in pupils])
        found = {row.test_id: row for row in tx.session.exec(select(DiagnosticResult).where(mine))}
    off = [found[pupil.test_id].theta - pupil.theta for pupil in pupils if pupil.test_id in found]
    return {
        "scored": len(found),
        "steps_not_bit_identical": sum(one.differing for one in retold),
        "rmse": round(float(np.sqrt(np.mean(np.square(off)))), 3),
        "low_effort": sum(row.is_low_effort for row in found.values()),
    }


def run(count: int, workers: int) -> dict[str, Any]:
    """Every figure of this bench."""
    from bench.events import migrate

    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "APP_ENV": "development",
        }
        migrate()
        pupils = _enrol(count)
        with granian("vel_tutor.vel_tutor:app", ROOT, workers=workers) as server:
            asyncio.run(_class(pupils, server.address))
        checked = _check(pupils)
    seconds = np.array([took for pupil in pupils for took in pupil.seconds])
    p50, p95, p99 = np.percentile(seconds * 1000, [50, 95, 99])
    return {
        "students": count,
        "workers": workers,
        "answers": len(seconds),
        "answer_p50_ms": round(float(p50), 1),
        "answer_p95_ms": round(float(p95), 1),
        "answer_p99_ms": round(float(p99), 1),
        "errors": [error for pupil in pupils for error in pupil.errors],
        **checked,
    }


@click.command()
@click.option("--students", default=30, show_default=True)
@click.option("--workers", default=1, show_default=True, help="Web processes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(students: int, workers: int, as_json: bool) -> None:
    """Measure a class at its tests."""
    click.echo(json.dumps(run(students, workers), indent=None if as_json else 2))


if __name__ == "__main__":
    main()

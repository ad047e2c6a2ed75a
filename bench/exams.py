"""A class takes adaptive tests at once, over the real handlers of a real server.

`python -m bench.exams --json`: thirty learners of grades 4 to 12 in three subjects, each answering
from the choice to the last question as the model says somebody of their ability would, with a
worker's scoring at the end. Each answer is timed from the event to the next question on the screen.
"""

import asyncio
import json
import os
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import click
import numpy as np

from bench.servers import ROOT, granian
from bench.wire import Person
from vt.services import Services

CLASS = 30
THINK_S = (3.0, 9.0)
"""How long a learner looks at a question: hurried, so that the answers crowd."""
SITTING = "reflex___state____state.vel_tutor___state___diagnostics____sitting_state"
GRADES = tuple(range(4, 13))
MOST_STEPS = 60


@dataclass
class Learner:
    """Somebody at their test: what the screen shows, and how long it took to change."""

    person: Person
    test_id: UUID
    theta: float
    rng: Random
    shown: dict[str, Any] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)

    @property
    def sitting(self) -> dict[str, Any]:
        return self.shown.get("sitting_rx_state_") or {}

    async def take(self) -> bool:
        """The whole test; whether it was handed in."""
        await self._do("look")
        for _ in range(MOST_STEPS):
            stage, part = self.sitting.get("stage"), self.sitting.get("part")
            if stage in {"intro", "short"}:
                await self._do("begin_part", number=part)
            elif stage == "asking":
                await self._answer()
            elif stage == "resting":
                await self._do("go_on")
            elif stage == "ready":
                await self._do("submit")
            else:
                return stage == "analysing"
        return False

    async def _answer(self) -> None:
        await asyncio.sleep(self.rng.uniform(*THINK_S))
        position = self.shown["question_rx_state_"]["position"]
        given = await asyncio.to_thread(_answer_of, self.test_id, position, self.theta, self.rng)
        self.seconds.append(
            await self._do("answer", form={"position": str(position), "answer": given})
        )

    async def _do(self, deed: str, **told: Any) -> float:
        spent, updates = await self.person.send(f"{SITTING}.{deed}", told, until=_shows)
        for update in updates:
            self.shown |= update.get("delta", {}).get(SITTING, {})
        return spent


def _shows(update: dict[str, Any]) -> bool:
    return "sitting_rx_state_" in update.get("delta", {}).get(SITTING, {})


def _answer_of(test_id: UUID, position: int, theta: float, rng: Random) -> str:
    """What somebody at `theta` says, as if they had looked at the question for half a minute."""
    from vel_tutor.core.db import transaction
    from vel_tutor.measure import irt
    from vel_tutor.models.diagnostics import DiagnosticQuestion
    from vt import exam

    row = exam.row_at(test_id, position)
    with transaction() as tx:
        tx.session.get_one(DiagnosticQuestion, row.id).clock_since = tx.now - timedelta(seconds=30)
    knows = rng.random() < float(irt.probability(theta, row.a, row.b, row.c, row.d))
    return exam.an_answer(test_id, position, right=knows)


def _enrol(address: str, number: int) -> Learner:
    from vel_tutor.core import clock
    from vel_tutor.core.settings import settings
    from vel_tutor.domain import accounts, diagnostics
    from vel_tutor.domain.accounts import Browser, NewAccount
    from vel_tutor.domain.diagnostics import DiagnosticChoice, rules
    from vel_tutor.vocabulary import Subject

    born = date(clock.now().year - 20, 1, 1)
    gate = accounts.open_gate(accounts.pass_gate("1", "1", str(born.year)))
    assert gate is not None  # noqa: S101
    grade, subject = GRADES[number % len(GRADES)], list(Subject)[number % len(Subject)]
    form = NewAccount(
        first_name="Bench",
        email=f"exam{number}@example.org",
        password="seven sails at sea",  # noqa: S106
        time_zone="UTC",
        grade=str(grade),
    )
    signed_in = accounts.sign_up(form, gate, Browser(address=f"10.1.0.{number + 1}"))
    actor = accounts.actor_for(signed_in.token)
    assert actor is not None  # noqa: S101
    test_id = diagnostics.open_test(actor, DiagnosticChoice(subject=subject, grade=grade))
    rng = Random(number)  # noqa: S311  (repeatable)
    theta = rng.gauss(rules.grade_level(subject, grade), 1.4)
    cookie = f"{settings().session_cookie}={signed_in.token}"
    person = Person(address, cookie=cookie, path=f"/diagnostic/{test_id}")
    return Learner(person, test_id, theta, rng)


async def _hold(address: str) -> tuple[list[Learner], list[bool]]:
    learners = [_enrol(address, number) for number in range(CLASS)]
    await asyncio.gather(*(learner.person.connect() for learner in learners))
    try:
        return learners, list(await asyncio.gather(*(learner.take() for learner in learners)))
    finally:
        await asyncio.gather(*(learner.person.leave() for learner in learners))


def _score(learners: list[Learner]) -> dict[str, Any]:
    """Score every test as the worker would, and compare with what the learners really are."""
    from sqlmodel import col, select

    from vel_tutor.core.db import reading, transaction
    from vel_tutor.domain import diagnostics
    from vel_tutor.models.diagnostics import DiagnosticResult

    for learner in learners:
        with transaction() as tx:
            diagnostics.score(tx, learner.test_id)
    with reading() as tx:
        mine = col(DiagnosticResult.test_id).in_([one.test_id for one in learners])
        found = {row.test_id: row for row in tx.session.exec(select(DiagnosticResult).where(mine))}
    errors = np.array([found[one.test_id].theta - one.theta for one in learners])
    bands = np.array([found[one.test_id].se for one in learners])
    retold = [diagnostics.retell(one.test_id) for one in learners]
    return {
        "rmse_logit": round(float(np.sqrt((errors**2).mean())), 3),
        "in_band_of_two_se": round(float((np.abs(errors) <= 2 * bands).mean()), 3),
        "answers": sum(one.steps for one in retold),
        "replays_differing": sum(one.differing > 0 for one in retold),
    }


def run(workers: int) -> dict[str, Any]:
    """Every figure of this bench."""
    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "APP_ENV": "development",
        }
        _prepare()
        with granian("vel_tutor.vel_tutor:app", ROOT, workers=workers) as server:
            learners, handed_in = asyncio.run(_hold(server.address))
        figures = _score(learners)
    seconds = 1000 * np.array([spent for learner in learners for spent in learner.seconds])
    p50, p95, p99 = np.percentile(seconds, [50, 95, 99])
    return {
        "learners": CLASS,
        "workers": workers,
        "handed_in": sum(handed_in),
        "answer_p50_ms": round(float(p50), 1),
        "answer_p95_ms": round(float(p95), 1),
        "answer_p99_ms": round(float(p99), 1),
        **figures,
    }


def _prepare() -> None:
    from bench.events import migrate
    from vel_tutor.domain import bank

    migrate()
    bank.fill()


@click.command()
@click.option("--workers", default=1, show_default=True, help="Web processes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(workers: int, as_json: bool) -> None:
    """Let a class take tests."""
    click.echo(json.dumps(run(workers), indent=None if as_json else 2))


if __name__ == "__main__":
    main()

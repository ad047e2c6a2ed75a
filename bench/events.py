"""How long an answer takes, beside the least a Reflex event and a bare socket take.

`python -m bench.events --json`: in one run on one machine, at 1, 50 and 200 events a second, the
counter of a stock Reflex app, a practice answer with all its reads and writes, and a Socket.IO
echo; then 500 students who answer every five seconds, with every answer looked up afterwards.
"""

import asyncio
import json
import os
from collections.abc import Sequence
from typing import Any

import click

from bench.load import Errand, steady
from bench.servers import ROOT, STOCK, granian
from bench.wire import Person
from vt.services import Services

RATES = (1, 50, 200)
FOR_S = {1: 15.0, 50: 10.0, 200: 10.0}
CROWD = 200
CLASS = 500
ANSWERS_EACH = 12
ANSWER_EVERY_S = 5.0
COUNTER = "reflex___state____state.stock___stock____counter"
PLAY = "reflex___state____state.vel_tutor___state___practice____play_state"


def _counting(person: Person) -> Errand:
    async def count() -> bool:
        _, updates = await person.send(f"{COUNTER}.add")
        return COUNTER in updates[-1].get("delta", {})

    return count


def _echoing(person: Person) -> Errand:
    async def echo() -> bool:
        _, updates = await person.send("echo")
        return updates[-1].get("name") == "echo"

    return echo


class Pupil:
    """A student at work: answers one question after the other."""

    def __init__(self, person: Person, answers: Sequence[str]) -> None:
        self.person, self.answers, self.position = person, answers, 0

    async def answer(self) -> bool:
        """Answer the next question; true once the verdict is on the screen."""
        position, self.position = self.position, self.position + 1
        form = {"position": str(position), "answer": self.answers[position]}

        def shown(update: dict[str, Any]) -> bool:
            play = update.get("delta", {}).get(PLAY, {})
            return play.get("answered_rx_state_") == position + 1

        await self.person.send(f"{PLAY}.answer", {"form": form}, until=shown)
        return True

    async def go_on(self) -> None:
        """Turn to the next question."""

        def turned(update: dict[str, Any]) -> bool:
            return "question_rx_state_" in update.get("delta", {}).get(PLAY, {})

        last = {"position": self.position - 1}
        await self.person.send(f"{PLAY}.go_on", last, until=turned)


async def _at_each_rate(errands: Sequence[Errand]) -> dict[str, dict[str, float]]:
    figures: dict[str, dict[str, float]] = {}
    for rate in RATES:
        figures[str(rate)] = (await steady(errands, rate, FOR_S[rate])).report()
        await asyncio.sleep(1)
    return figures


async def _connect(people: Sequence[Person]) -> None:
    for start in range(0, len(people), 25):
        await asyncio.gather(*(person.connect() for person in people[start : start + 25]))


async def _leave(people: Sequence[Person]) -> None:
    await asyncio.gather(*(person.leave() for person in people))


async def _simple(address: str, errand: Any) -> dict[str, dict[str, float]]:
    people = [Person(address) for _ in range(CROWD)]
    await _connect(people)
    try:
        return await _at_each_rate([errand(person) for person in people])
    finally:
        await _leave(people)


async def _pupils(address: str, students: Sequence[Any]) -> list[Pupil]:
    people = [Person(address, cookie=one.cookie, path=one.path) for one in students]
    await _connect(people)
    return [Pupil(one, who.answers) for one, who in zip(people, students, strict=True)]


async def _answers(address: str, students: Sequence[Any]) -> dict[str, dict[str, float]]:
    pupils = await _pupils(address, students)
    try:
        return await _at_each_rate([pupil.answer for pupil in pupils])
    finally:
        await _leave([pupil.person for pupil in pupils])


async def _class(address: str, students: Sequence[Any]) -> dict[str, float]:
    """Everybody answers every five seconds and turns the page in between."""
    pupils = await _pupils(address, students)

    async def answer_and_turn(pupil: Pupil) -> bool:
        right = await pupil.answer()
        await pupil.go_on()
        return right

    errands = [lambda pupil=pupil: answer_and_turn(pupil) for pupil in pupils]
    per_second = len(pupils) / ANSWER_EVERY_S
    try:
        timings = await steady(errands, per_second, ANSWERS_EACH * ANSWER_EVERY_S)
        return timings.report()
    finally:
        await _leave([pupil.person for pupil in pupils])


def _stored(students: Sequence[Any]) -> int:
    """How many answers of `students` the database holds."""
    from sqlmodel import col, func, select

    from vel_tutor.core.db import reading
    from vel_tutor.models.practice import PracticeSession

    with reading() as tx:
        mine = col(PracticeSession.id).in_([one.session_id for one in students])
        return tx.session.exec(select(func.sum(PracticeSession.answered)).where(mine)).one() or 0


def _ours(workers: int) -> dict[str, Any]:
    from bench.students import enrol

    crowd, pupils = enrol(CROWD), enrol(CLASS, first=CROWD)
    with granian("vel_tutor.vel_tutor:app", ROOT, workers=workers) as server:
        answers = asyncio.run(_answers(server.address, crowd))
    with granian("vel_tutor.vel_tutor:app", ROOT, workers=workers) as server:
        before = server.memory_mib()
        figures = asyncio.run(_class(server.address, pupils))
        each = (server.memory_mib() - before) / CLASS
    return {
        "answer": answers,
        "class": figures
        | {"students": CLASS, "sent": CLASS * ANSWERS_EACH, "stored": _stored(pupils)},
        "memory_kib_per_student": round(1024 * each, 1),
    }


def run(workers: int) -> dict[str, Any]:
    """Every figure of this bench."""
    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "APP_ENV": "development",
        }
        migrate()
        with granian("bench.echo:app", ROOT) as server:
            echo = asyncio.run(_simple(server.address, _echoing))
        with granian("stock.stock:app", STOCK, workers=workers) as server:
            stock = asyncio.run(_simple(server.address, _counting))
        ours = _ours(workers)
    fastest = str(RATES[-1])
    answered = ours["class"]
    return {
        "answer_over_stock_p95_at_200": round(
            ours["answer"][fastest]["p95_ms"] / stock[fastest]["p95_ms"], 2
        ),
        "lost_answers": answered["sent"] - answered["stored"],
        "workers": workers,
        "echo": echo,
        "stock": stock,
        **ours,
    }


def migrate() -> None:
    from alembic import command

    from vt.checks import alembic_config

    command.upgrade(alembic_config(), "head")


@click.command()
@click.option("--workers", default=1, show_default=True, help="Web processes of both apps.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(workers: int, as_json: bool) -> None:
    """Measure events."""
    click.echo(json.dumps(run(workers), indent=None if as_json else 2))


if __name__ == "__main__":
    main()

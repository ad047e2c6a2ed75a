"""One web process with many screens that nobody looks at: `python -m bench.keeper` for `presence`.

Everything is the app's own: its Socket.IO server and namespace, its rooms, its keeper and its
bridge to Redis. Only the wire is missing: a packet for a screen is encoded and then dropped.
"""

import asyncio
import contextlib
import json
import re
import sys
import time
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid5

import psutil

from vel_tutor.live import presence as presence_book
from vel_tutor.live import topics
from vel_tutor.live.presence import Here
from vel_tutor.state import live, presence
from vel_tutor.state.learning import _EVERYBODY

SUBJECTS = ("math", "reading", "science")
KINDS = tuple(f"bench:{number}" for number in range(16))
"""Boards whose crowds are looked at; with the subjects and everything these are twenty topics."""
CHANGE_EVERY_S = 3.0
_PEOPLE = UUID("6f0b4b0e-3c52-4d0f-9a3e-2f6c0a5f7b11")
_CROWD = re.compile(r'"crowd_rx_state_": ?"([\d,]+|A few|Nobody)"')


class Screen:
    """The end of one line: notes when it was told which number."""

    closed = False

    def __init__(self, told: list[tuple[str, float]]) -> None:
        self.told = told

    async def send(self, packet: Any) -> None:
        packet.encode()
        found = _CROWD.search(str(packet.data))
        if found:
            self.told.append((found.group(1), time.monotonic()))


def places(number: int) -> tuple[str, str, str]:
    """Where person `number` is: among all, in a subject, and on a board."""
    return (
        topics.learning(topics.EVERYTHING),
        topics.learning(SUBJECTS[number % len(SUBJECTS)]),
        topics.practising(KINDS[number % len(KINDS)]),
    )


async def seat(app: Any, number: int, told: list[tuple[str, float]]) -> None:
    """Connect person `number`, who watches a board and the numbers of all, and count them."""
    line, namespace = f"line-{number}", app.event_namespace.namespace
    app.sio.eio.sockets[line] = Screen(told)
    sid = await app.sio.manager.connect(line, namespace)
    screen: Any = SimpleNamespace(
        router=SimpleNamespace(session=SimpleNamespace(session_id=sid)),
    )
    everything, subject, board = places(number)
    await live.join(screen, "crowd:" + board)
    await live.join(screen, _EVERYBODY)
    person = presence_book.of_user(uuid5(_PEOPLE, str(number)))
    presence._pages[sid] = {
        topic: Here(topic, person, sid) for topic in (everything, subject, board)
    }


async def change(until: float) -> list[tuple[str, str, float]]:
    """Let somebody come to each board and go again; which board, its number then, and when.

    They learn as well, so that the numbers of all, which everybody looks at, never stand still.
    """
    changes: list[tuple[str, str, float]] = []
    round_ = 0
    while time.monotonic() < until:
        for at, kind in enumerate(KINDS):
            board = topics.practising(kind)
            extra = presence_book.of_visitor(f"extra-{at}")
            if round_ % 2 == 0:
                here = [Here(topic, extra, "extra") for topic in (*places(at)[:2], board)]
                await asyncio.to_thread(presence_book.beat, here)
            else:
                await asyncio.to_thread(presence_book.forget, extra)
            at_s = time.monotonic()
            crowd = await asyncio.to_thread(presence_book.count, board)
            changes.append((board, presence_book.told(crowd), at_s))
            await asyncio.sleep(CHANGE_EVERY_S / len(KINDS))
        round_ += 1
    return changes


async def run(numbers: Sequence[int], seconds: float, *, changes: bool) -> dict[str, Any]:
    """Keep these people present for `seconds`; CPU, who was told what, and what was changed."""
    from vel_tutor.vel_tutor import app

    app()
    told: dict[str, list[tuple[str, float]]] = {topics.practising(kind): [] for kind in KINDS}
    for number in numbers:
        await seat(app, number, told[places(number)[2]])
    tasks = [asyncio.create_task(one) for one in (presence.keep(), live.bridge(app))]
    await asyncio.sleep(10)
    for one in told.values():
        one.clear()
    process = psutil.Process()
    start, cpu = time.monotonic(), sum(process.cpu_times()[:2])
    until = start + seconds
    made = await change(until) if changes else []
    await asyncio.sleep(max(0.0, until + 2 - time.monotonic()))
    used = (sum(process.cpu_times()[:2]) - cpu) / (time.monotonic() - start)
    for task in tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    return {"cpu_cores": used, "told": told, "changes": made}


def main() -> None:
    """`python -m bench.keeper PEOPLE SECONDS PART OF`: every OF-th of PEOPLE, from PART on."""
    people, seconds, part, of = map(int, sys.argv[1:])
    numbers = range(part, people, of)
    print(json.dumps(asyncio.run(run(numbers, seconds, changes=part == 0))))


if __name__ == "__main__":
    main()

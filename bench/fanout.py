"""How much it costs to tell everybody the same thing.

`python -m bench.fanout --json`: 300 and 1,000 connected screens, one number. Our broadcast (one
message on the bus, one emit to a room) against `modify_state` for each person. CPU is that of the
server process above what it uses while idle, divided by the screens told.
"""

import asyncio
import json
import os
import time
from typing import Any

import click
import numpy as np

from bench.servers import ROOT, Server, granian
from bench.wire import Person, people
from vt.services import Services

ROUNDS = 20
PAUSE_S = 0.5
STATE = "reflex___state____state.bench___hall____hall"
DELIVERED_WITHIN_S = 60


async def _hears(person: Person, number: int) -> float:
    """The moment at which `person` was told `number`."""
    async with asyncio.timeout(DELIVERED_WITHIN_S):
        while True:
            update = await person.updates.get()
            if update.get("delta", {}).get(STATE, {}).get("number_rx_state_") == number:
                return time.perf_counter()


async def _tell(crowd: list[Person], number: int, say: Any) -> list[float]:
    """Milliseconds until each of `crowd` was told."""
    hearing = [asyncio.create_task(_hears(person, number)) for person in crowd]
    start = time.perf_counter()
    await say(number)
    return [1000 * (at - start) for at in await asyncio.gather(*hearing)]


async def _measure(server: Server, crowd: list[Person], say: Any, first: int) -> dict[str, float]:
    """CPU per screen and delivery times over `ROUNDS` tellings."""
    idle_cpu, idle_start = server.cpu_s(), time.perf_counter()
    await asyncio.sleep(5)
    idle = (server.cpu_s() - idle_cpu) / (time.perf_counter() - idle_start)
    cpu, start, told = server.cpu_s(), time.perf_counter(), list[float]()
    for round_ in range(ROUNDS):
        told += await _tell(crowd, first + round_, say)
        await asyncio.sleep(PAUSE_S)
    used = server.cpu_s() - cpu - idle * (time.perf_counter() - start)
    return {
        "cpu_us_per_client": round(1e6 * used / (ROUNDS * len(crowd)), 1),
        "delivery_p50_ms": round(float(np.percentile(told, 50)), 1),
        "delivery_p95_ms": round(float(np.percentile(told, 95)), 1),
    }


async def _crowd(server: Server, size: int) -> dict[str, Any]:
    from vel_tutor.live import bus

    async def broadcast(number: int) -> None:
        message = {"delta": {STATE: {"number_rx_state_": number}}}
        await asyncio.to_thread(bus.publish, "hall:1", message)

    async with people(size, server.address) as crowd, people(1, server.address) as [teller]:
        for start in range(0, size, 50):
            await asyncio.gather(
                *(person.emit(f"{STATE}.enter") for person in crowd[start : start + 50])
            )
            await asyncio.sleep(0.3)
        await asyncio.sleep(3)

        async def each(number: int) -> None:
            await teller.emit(f"{STATE}.tell_each", {"number": number})

        return {
            "memory_mib": round(server.memory_mib(), 1),
            "broadcast": await _measure(server, crowd, broadcast, 1_000),
            "modify_state": await _measure(server, crowd, each, 2_000),
        }


def run() -> dict[str, Any]:
    """Every figure of this bench."""
    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "APP_ENV": "development",
        }
        result: dict[str, Any] = {}
        for size in (300, 1000):
            with granian("bench.hall:app", ROOT) as server:
                result[str(size)] = asyncio.run(_crowd(server, size))
    largest = result["1000"]
    return {
        "cpu_us_per_client_1000": largest["broadcast"]["cpu_us_per_client"],
        "delivery_p95_ms_1000": largest["broadcast"]["delivery_p95_ms"],
        "modify_state_over_broadcast_cpu_1000": round(
            largest["modify_state"]["cpu_us_per_client"]
            / max(largest["broadcast"]["cpu_us_per_client"], 0.1),
            1,
        ),
        "clients": result,
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
def main(as_json: bool) -> None:
    """Measure the fan-out."""
    figures = run()
    click.echo(json.dumps(figures, indent=None if as_json else 2))


if __name__ == "__main__":
    main()

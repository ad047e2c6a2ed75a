"""What it costs to know, and to tell everybody, who is here.

`python -m bench.presence --json`: 5,000 people over 20 topics in 2 processes, and 500 to compare.
Each process is the app's own keeper, bridge and Socket.IO server on a real Redis; the sockets end
in `bench.keeper.Screen`, which encodes each packet and drops it, for 5,000 real ones would measure
the machine's network instead. Somebody comes to or leaves each of 16 boards every 3 seconds: an
update is the time until a screen that looks at that board has been told the new number.
"""

import json
import os
import subprocess
import sys
from typing import Any

import click
import numpy as np
import psutil

from bench.servers import ROOT
from vt.services import Services

PROCESSES = 2
PATIENCE_S = 90


def keep(people: int, seconds: int, redis: psutil.Process) -> dict[str, Any]:
    """`people` present for `seconds`."""
    keepers = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.keeper", str(people), str(seconds), str(part), "2"],
            cwd=ROOT,
            env={**os.environ, "REFLEX_ENV_MODE": "prod", "__REFLEX_SKIP_COMPILE": "true"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for part in range(PROCESSES)
    ]
    before = sum(redis.cpu_times()[:2])
    try:
        found = [json.loads(_last_line(one, seconds)) for one in keepers]
    finally:
        for one in keepers:
            one.kill()
            one.wait()
    used = sum(redis.cpu_times()[:2]) - before
    latencies = _latencies(found)
    return {
        "cpu_cores": round(sum(one["cpu_cores"] for one in found), 3),
        "redis_cpu_s": round(used, 2),
        "updates": len(latencies),
        "update_p50_ms": round(float(np.percentile(latencies, 50)), 1) if latencies else None,
        "update_p95_ms": round(float(np.percentile(latencies, 95)), 1) if latencies else None,
    }


def _last_line(keeper: subprocess.Popen[bytes], seconds: int) -> bytes:
    said, _ = keeper.communicate(timeout=seconds + PATIENCE_S)
    return said.splitlines()[-1]


def _latencies(found: list[dict[str, Any]]) -> list[float]:
    """Milliseconds from each change to every screen that was told of it before the next one."""
    by_board: dict[str, list[tuple[str, float]]] = {}
    for board, number, at in (change for one in found for change in one["changes"]):
        by_board.setdefault(board, []).append((number, at))
    latencies: list[float] = []
    for board, changes in by_board.items():
        ends = [at for _, at in changes[1:]] + [changes[-1][1] + 2]
        told = [tuple(one) for process in found for one in process["told"][board]]
        for (number, at), end in zip(changes, ends, strict=True):
            latencies += [
                1000 * (heard - at) for said, heard in told if said == number and at <= heard < end
            ]
    return latencies


def run(most: int = 5000, fewest: int = 500, seconds: int = 30) -> dict[str, Any]:
    """Every figure of this bench."""
    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "APP_ENV": "development",
        }
        redis = services.valkey.process
        assert redis is not None  # noqa: S101
        few = keep(fewest, seconds, redis)
        many = keep(most, seconds, redis)
    return {
        "present": most,
        "topics": 20,
        "processes": PROCESSES,
        "sockets": "end in this process: encoded, not sent",
        "cpu_cores": many["cpu_cores"],
        "update_p95_ms": many["update_p95_ms"],
        "update_p50_ms": many["update_p50_ms"],
        "cpu_growth": round(many["cpu_cores"] / max(few["cpu_cores"], 0.001), 2),
        "at_most": many,
        "at_fewest": few,
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON only.")
@click.option("--most", default=5000, show_default=True, help="People in the large run.")
@click.option("--fewest", default=500, show_default=True, help="People in the small run.")
@click.option("--seconds", default=30, show_default=True, help="How long each is measured.")
def main(*, as_json: bool, most: int, fewest: int, seconds: int) -> None:
    """Measure presence."""
    click.echo(json.dumps(run(most, fewest, seconds), indent=None if as_json else 2))


if __name__ == "__main__":
    main()

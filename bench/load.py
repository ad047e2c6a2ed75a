"""Sends events at a steady rate, whatever the server does, and notes how long each took."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

Errand = Callable[[], Awaitable[bool]]
"""One event of one person: sends it, waits for the reply, says whether it was the right one."""


@dataclass
class Timings:
    """Seconds from the moment each event was due to its reply, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    lost: int = 0

    def report(self) -> dict[str, float]:
        """Milliseconds at p50, p95 and p99, how many replies, how many losses."""
        if not self.seconds:
            return {"n": 0, "lost": self.lost}
        p50, p95, p99 = np.percentile(np.array(self.seconds) * 1000, [50, 95, 99])
        return {
            "n": len(self.seconds),
            "lost": self.lost,
            "p50_ms": round(float(p50), 2),
            "p95_ms": round(float(p95), 2),
            "p99_ms": round(float(p99), 2),
        }


async def steady(errands: Sequence[Errand], per_second: float, for_s: float) -> Timings:
    """Start one errand every 1 / `per_second` seconds, in turn, without waiting for the last.

    Latency is counted from when an event was due, so that a stalled server cannot hide behind a
    load generator that waits for it.
    """
    timings, count = Timings(), max(1, round(per_second * for_s))
    start = time.perf_counter() + 0.1

    async def one(number: int) -> None:
        due = start + number / per_second
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        try:
            right = await errands[number % len(errands)]()
        except (TimeoutError, ConnectionError):
            right = False
        if right:
            timings.seconds.append(time.perf_counter() - due)
        else:
            timings.lost += 1

    await asyncio.gather(*(one(number) for number in range(count)))
    return timings

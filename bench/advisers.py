"""How fast the six answer 200 events at once while the model hangs.

`python -m bench.advisers --json`: every event asks all six, one after the other, as it would in the
house. Beside them stands a server that speaks a model's protocol and says nothing for 30 seconds.
For each adviser: milliseconds at p50, p99 and the most, how often its own answer was not heard and
why, and whether p99 kept to its deadline and the overhead of waking up.
"""

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from typing import Any

import click
import numpy as np
from pydantic import SecretStr

from tests.oracle import Oracle, handler
from vel_tutor.agents import desk, provider
from vel_tutor.agents.advisers import ADVISERS
from vel_tutor.agents.brains import (
    experimentation,
    incentives_economy,
    loop_orchestrator,
    personalization,
    social_presence,
    trust_safety,
)
from vel_tutor.agents.brains.experimentation import Arm
from vel_tutor.agents.brains.loop_orchestrator import Candidate
from vel_tutor.agents.desk import Heard
from vel_tutor.agents.facts import Facts
from vel_tutor.core.settings import settings
from vel_tutor.vocabulary import (
    AgeBand,
    Agent,
    LoopKind,
    Role,
    Subject,
    Trigger,
    Undertaking,
)

OVERHEAD_MS = 50
"""What 200 threads of one process on a few cores may cost beside the deadline itself."""
HANGS_S = 30
FACTS = Facts(subject=Subject.MATH, title="Fractions", percent=85, rank=7, peers=143)
QUESTIONS: dict[Agent, Callable[[int], Any]] = {
    Agent.TRUST_SAFETY: lambda number: trust_safety.Question(
        undertaking=Undertaking.PROMPT, age_band=AgeBand.TEEN, attempts_today=number % 30
    ),
    Agent.EXPERIMENTATION: lambda number: experimentation.Question(
        experiment="prompts.copy",
        seed="bench",
        unit=f"u:{number}",
        arms=(Arm(name="control", weight=0.5), Arm(name="treatment", weight=0.5)),
    ),
    Agent.LOOP_ORCHESTRATOR: lambda number: loop_orchestrator.Question(
        trigger=Trigger.PRACTICE_COMPLETED,
        role=Role.STUDENT,
        facts=FACTS,
        candidates=tuple(
            Candidate(loop=loop, success=(number % 7 + place) / 20)
            for place, loop in enumerate(LoopKind)
        ),
    ),
    Agent.PERSONALIZATION: lambda _: personalization.Question(
        loop=LoopKind.BUDDY_CHALLENGE,
        role=Role.STUDENT,
        age_band=AgeBand.TEEN,
        facts=FACTS,
        variant="treatment",
    ),
    Agent.INCENTIVES_ECONOMY: lambda number: incentives_economy.Question(
        loop=LoopKind.BUDDY_CHALLENGE,
        role=Role.STUDENT,
        age_band=AgeBand.TEEN,
        shields=number % 3,
    ),
    Agent.SOCIAL_PRESENCE: lambda number: social_presence.Question(
        here=number, may_see=True, subject=Subject.MATH
    ),
}


@contextmanager
def _hanging_model() -> Iterator[Oracle]:
    """A model of this machine that takes every question and answers none."""
    oracle = Oracle()
    oracle.silent_until.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(oracle, HANGS_S))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    settings().openai_api_key = SecretStr("bench")
    settings().openai_base_url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    provider.get_ready()
    try:
        yield oracle
    finally:
        provider.hang_up()
        oracle.silent_until.set()
        server.shutdown()
        server.server_close()


def _one_event(number: int) -> dict[Agent, Heard[Any]]:
    return {agent: ADVISERS[agent].hear(ask(number), None) for agent, ask in QUESTIONS.items()}


def _at_once(events: int, rounds: int) -> list[dict[Agent, Heard[Any]]]:
    """`rounds` times `events` events, each of a round in a thread of its own."""
    start = threading.Barrier(events)

    def one(number: int) -> dict[Agent, Heard[Any]]:
        start.wait()
        return _one_event(number)

    heard: list[dict[Agent, Heard[Any]]] = []
    with ThreadPoolExecutor(events) as crowd:
        for _ in range(rounds):
            desk.forget()  # each round meets the hanging model with its breaker closed
            heard += crowd.map(one, range(events))
    return heard


def _figures(agent: Agent, heard: list[Heard[Any]]) -> dict[str, Any]:
    p50, p99 = np.percentile([one.latency_ms for one in heard], [50, 99])
    deadline = ADVISERS[agent].within_ms
    lapses = Counter(str(one.lapse) for one in heard if one.lapse)
    return {
        "n": len(heard),
        "p50_ms": round(float(p50), 3),
        "p99_ms": round(float(p99), 3),
        "most_ms": round(max(one.latency_ms for one in heard), 3),
        "deadline_ms": deadline,
        "fell_back": sum(lapses.values()),
        "why": dict(lapses),
        "without_answer": sum(one.answer is None for one in heard),
        "within_budget": bool(p99 <= deadline + OVERHEAD_MS),
    }


def run(events: int, rounds: int) -> dict[str, Any]:
    """Every figure of this bench."""
    with _hanging_model() as oracle:
        began = time.monotonic()
        heard = _at_once(events, rounds)
        took = time.monotonic() - began
        advisers = {
            str(agent): _figures(agent, [event[agent] for event in heard]) for agent in Agent
        }
        return {
            "events_at_once": events,
            "rounds": rounds,
            "model_hangs_s": HANGS_S,
            "model_was_asked": len(oracle.asked),
            "took_s": round(took, 2),
            "overhead_ms": OVERHEAD_MS,
            "advisers": advisers,
            "fell_back": sum(one["fell_back"] for one in advisers.values()),
            "within_budget": all(one["within_budget"] for one in advisers.values()),
        }


@click.command()
@click.option("--events", default=200, show_default=True, help="Events at once.")
@click.option("--rounds", default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True)
def main(events: int, rounds: int, as_json: bool) -> None:
    """Measure and print."""
    figures = run(events, rounds)
    if as_json:
        print(json.dumps(figures, indent=2))
        return
    for name, one in figures["advisers"].items():
        kept = "kept" if one["within_budget"] else "MISSED"
        print(
            f"{name:<20} p50 {one['p50_ms']:8.3f}  p99 {one['p99_ms']:8.3f}  of "
            f"{one['deadline_ms']} ms {kept}  fell back {one['fell_back']} of {one['n']}"
        )


if __name__ == "__main__":
    main()

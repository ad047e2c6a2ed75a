"""One balance, one item's worth: of ten thousand tries at once, is it bought exactly once?

`python -m bench.redeem --rounds 100 --json`: in each round somebody has the XP for one shield, and
200 threads try to buy one 50 times each, on real connections, each try under a key of its own; half
of the threads send each request twice, as a network does that lost an answer. The limit by the hour
is taken out of the way, so that nothing but the ledger keeps the promise. Each round says on the
standard error what it came to.
"""

import json
import os
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from threading import Barrier, BoundedSemaphore
from typing import Any
from uuid import UUID, uuid4

import click

from vt.services import Services

THREADS, TRIES, CONNECTIONS = 200, 50, 40
ITEM = "shield"
PATIENCE_S = 900
"""How long the first thread waits for the last one: on a busy machine threads start slowly."""
_LINES = BoundedSemaphore(CONNECTIONS)
"""As many tries stand in the database at once; the other threads wait for a connection."""


@dataclass(frozen=True)
class Came:
    """What the rounds came to."""

    rounds: int
    tries_per_round: int
    successes_per_round: dict[str, int]
    """The least and the most purchases of a round."""
    answers_per_purchase: dict[str, int]
    """The least and the most different answers that the sender of a purchase has had."""
    refusals: dict[str, int]
    spendable_left: int
    """The most that any buyer had left; the XP was for one shield exactly."""
    drift: int
    seconds: float


class Round:
    """One buyer with the XP for one thing, and `threads` that all want it."""

    def __init__(self, number: int, threads: int, tries: int) -> None:
        from bench.invitees import _sign_up
        from vel_tutor.core.db import transaction
        from vel_tutor.domain import accounts, incentives, shop
        from vel_tutor.vocabulary import XpReason

        actor = accounts.actor_for(_sign_up(f"buyer{number}", "").token)
        assert actor is not None  # noqa: S101
        self.actor, self.item, self.tries = actor, shop.item_of(ITEM), tries
        self._together = Barrier(threads)
        with transaction() as tx:
            cause = uuid4()
            incentives.award_xp(
                tx, actor.user_id, self.item.price, XpReason.PRACTICE_COMPLETED, cause
            )

    def run(self, pool: ThreadPoolExecutor) -> tuple[set[Any], Counter[str]]:
        """Every answer that was given, each once, and how often what was refused."""
        answers: set[Any] = set()
        refused: Counter[str] = Counter()
        for given, said in pool.map(self._insist, range(self._together.parties)):
            answers |= given
            refused += said
        return answers, refused

    def _insist(self, number: int) -> tuple[set[Any], Counter[str]]:
        self._together.wait(PATIENCE_S)
        answers: set[Any] = set()
        refused: Counter[str] = Counter()
        for _ in range(self.tries):
            key = uuid4()
            for _ in range(1 + number % 2):
                self._try(key, answers, refused)
        return answers, refused

    def _try(self, key: UUID, answers: set[Any], refused: Counter[str]) -> None:
        from vel_tutor.core.errors import Refusal
        from vel_tutor.domain import shop

        try:
            with _LINES:
                answers.add(shop.buy(self.actor, self.item, key))
        except Refusal as refusal:
            refused[refusal.code] += 1


def measure(rounds: int, threads: int = THREADS, tries: int = TRIES) -> Came:
    """Run `rounds` on the database of the settings."""
    from vel_tutor.domain import incentives, shop

    began = time.perf_counter()
    answered: list[int] = []
    bought: list[int] = []
    left: list[int] = []
    refusals: Counter[str] = Counter()
    with ThreadPoolExecutor(threads) as pool:
        for number in range(rounds):
            one = Round(number, threads, tries)
            answers, refused = one.run(pool)
            answered.append(len(answers))
            bought.append(_purchases(one.actor.user_id))
            left.append(incentives.purse(one.actor).spendable_xp)
            refusals += refused
            click.echo(
                f"round {number + 1}: bought {bought[-1]}, answers {answered[-1]}, "
                f"XP left {left[-1]}, refused {dict(refused)}, "
                f"{time.perf_counter() - began:.0f} s so far",
                err=True,
            )
    return Came(
        rounds=rounds,
        tries_per_round=threads * tries,
        successes_per_round={"min": min(bought), "max": max(bought)},
        answers_per_purchase={"min": min(answered), "max": max(answered)},
        refusals=dict(refusals),
        spendable_left=max(left),
        drift=incentives.drift() + shop.drift(),
        seconds=round(time.perf_counter() - began, 1),
    )


def _purchases(user_id: UUID) -> int:
    """What stands in the books, whatever anybody was told."""
    from sqlmodel import func, select

    from vel_tutor.core.db import reading
    from vel_tutor.models.shop import Purchase

    with reading() as tx:
        return tx.session.exec(select(func.count()).where(Purchase.user_id == user_id)).one()


@click.command()
@click.option("--rounds", default=10, show_default=True)
@click.option("--threads", default=THREADS, show_default=True)
@click.option("--tries", default=TRIES, show_default=True, help="Of each thread in each round.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def main(rounds: int, threads: int, tries: int, *, as_json: bool) -> None:
    """Buy one thing with the XP for one thing, again and again at once."""
    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "DATA_DIR": str(services.folder),
            "DATABASE_POOL_SIZE": str(CONNECTIONS),
            "STATEMENT_TIMEOUT_MS": "60000",
        }
        from alembic import command
        from alembic.config import Config

        command.upgrade(Config("alembic.ini"), "head")
        came = asdict(measure(rounds, threads, tries))
    if as_json:
        click.echo(json.dumps(came, indent=2))
        return
    for name, value in came.items():
        click.echo(f"{name:22}{value}")


if __name__ == "__main__":
    main()

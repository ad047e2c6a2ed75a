"""Does it pay to farm? Thirty days of a bot that never sleeps against 40 minutes a day.

`python -m bench.farmer --days 30 --json`. Both are paid by the rules that pay everybody:
`practice.rules.xp_earned` deck by deck, and the XP of a practised day. Each strategy of a farmer
practises around the clock: as fast as counts for reading, with long decks, short ones, all right,
by hints, or the same deck again and again. The learner practises 40 minutes a day, reads, and is
right four times in five. `farmer_over_learner` is the best strategy's XP over the learner's.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import mean
from typing import Any

import click

from vel_tutor.domain import incentives
from vel_tutor.domain.practice import rules
from vel_tutor.domain.practice.rules import Mark

DAY_MS = 24 * 60 * 60 * 1000
LEARNER_MS = 40 * 60 * 1000
BETWEEN_DECKS_MS = 4_000
"""Opening a deck, and turning its results away: the least a script needs."""


@dataclass(frozen=True)
class Way:
    """How somebody practises: decks of `size`, `answer_ms` a question, right by `chance`."""

    name: str
    size: int
    answer_ms: int
    chance: float = 1.0
    hint_chance: float = 0.0
    repeats: bool = False
    """The very same deck, again and again."""
    a_day_ms: int = DAY_MS


LEARNER = Way("40 minutes a day", 10, 24_000, 0.8, 0.15, a_day_ms=LEARNER_MS)
FARMERS = (
    Way("as fast as counts, short decks", 5, rules.RAPID_MS),
    Way("as fast as counts, perfect decks", rules.LENGTHS[1], rules.RAPID_MS),
    Way("as fast as counts, long decks", rules.LENGTHS[2], rules.RAPID_MS),
    Way("faster than anybody reads", rules.LENGTHS[1], 400),
    Way("guessing as fast as counts", 5, rules.RAPID_MS, 0.25),
    Way("the same deck for ever", rules.LENGTHS[1], rules.RAPID_MS, repeats=True),
    Way("with the help of hints", rules.LENGTHS[1], rules.RAPID_MS, 1.0, 1.0),
    Way("at leisure, all right", rules.LENGTHS[1], 20_000),
)


def xp_of(way: Way, days: int, seed: int) -> int:
    """What `days` of `way` are paid, by the rules of the app."""
    rng = random.Random(seed)  # noqa: S311  (repeatable, not secret)
    return sum(_day(way, rng, is_first=day == 0) for day in range(days))


def _day(way: Way, rng: random.Random, *, is_first: bool) -> int:
    paid, perfect, counts = 0, 0, False
    for finished, marks in enumerate(_decks(way, rng)):
        repeated = way.repeats and not (is_first and finished == 0)
        earned = rules.xp_earned(
            marks, finished_before=finished, repeated=repeated, perfect_before=perfect
        )
        paid += earned.finished + earned.perfect
        perfect += earned.perfect > 0
        counts = counts or earned.counts_as_practice
    return paid + (incentives.XP_PRACTICE_DAY if counts else 0)


def _decks(way: Way, rng: random.Random) -> Iterator[list[Mark]]:
    spent = 0
    while spent + way.size * way.answer_ms <= way.a_day_ms:
        spent += way.size * way.answer_ms + BETWEEN_DECKS_MS
        yield [
            Mark(
                right=rng.random() < way.chance,
                hinted=rng.random() < way.hint_chance,
                spent_ms=way.answer_ms,
            )
            for _ in range(way.size)
        ]


def measure(days: int = 30, learners: int = 50, seed: int = 7) -> dict[str, Any]:
    """Every strategy's XP, the mean of some learners', and the ratio of the best to them."""
    usual: Callable[[int], int] = lambda number: xp_of(LEARNER, days, seed + number)  # noqa: E731
    learner = mean(usual(number) for number in range(learners))
    farmers = {way.name: xp_of(way, days, seed) for way in FARMERS}
    best = max(farmers, key=lambda name: farmers[name])
    return {
        "days": days,
        "learner_xp": round(learner, 1),
        "learner_decks_a_day": sum(1 for _ in _decks(LEARNER, random.Random(seed))),  # noqa: S311
        "farmer_xp": farmers,
        "best_farmer": best,
        "farmer_over_learner": round(farmers[best] / learner, 3),
    }


@click.command()
@click.option("--days", default=30, show_default=True)
@click.option("--learners", default=50, show_default=True)
@click.option("--seed", default=7, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def main(days: int, learners: int, seed: int, *, as_json: bool) -> None:
    """Let bots and a learner practise for DAYS."""
    found = measure(days, learners, seed)
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for name, value in found.items():
        click.echo(f"{name:22}{value}")


if __name__ == "__main__":
    main()

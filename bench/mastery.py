"""Who is called proficient: our rule beside rows of right answers and a moving average.

`python -m bench.mastery --json`: learners who truly get 96, 92, 79, 71 and 61 % of a skill right
answer up to 20 questions, 40 % of them typed. A rule that calls the first two proficient is right
(true rate), one that calls the last two so is wrong (false rate).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import click
import numpy as np

from vel_tutor.measure import irt, mastery
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import Parameters
from vel_tutor.measure.norms import LEARNER_SD, Domain
from vel_tutor.vocabulary import Mastery

SUCCESS = (0.96, 0.92, 0.79, 0.71, 0.61)
ANSWERS = 20
ABILITY_SE = 0.35
"""How well a diagnostic knows a learner, in logits."""
SPREAD = (-0.4, -0.1, 0.1, -0.2, 0.3)
"""Difficulties of the families of a typical skill around its middle."""
FAMILIES = tuple(
    Parameters(1.15, b, 0.2, 0.98) if place < 3 else Parameters(1.35, b, 0.0, 0.98)
    for place, b in enumerate(SPREAD)
)
DOMAIN = Domain.of(*np.array(FAMILIES).T)
EMA_STEP, EMA_START, EMA_BAR, EMA_ANSWERS = 0.2, 0.5, 0.85, 3


@dataclass(frozen=True)
class Learner:
    """What somebody does with 20 questions, and what was known of them before."""

    items: tuple[Parameters, ...]
    right: tuple[bool, ...]
    measured: Posterior
    """After a diagnostic."""
    unmeasured: Posterior
    """Knowing the grade only."""


def learners(success: float, count: int, rng: np.random.Generator) -> Iterator[Learner]:
    """People who truly get this share of the skill right."""
    theta = float(np.interp(success, DOMAIN.share, DOMAIN.points))
    for _ in range(count):
        ability = theta - rng.normal(0, mastery.OFFSET_SD)
        estimate = ability + rng.normal(0, ABILITY_SE)
        of_grade = ability + rng.normal(0, LEARNER_SD)
        items = tuple(FAMILIES[place] for place in rng.integers(0, len(FAMILIES), ANSWERS))
        chance = [float(irt.probability(theta, *item)) for item in items]
        yield Learner(
            items,
            tuple((rng.random(ANSWERS) < chance).tolist()),
            mastery.before(estimate, ABILITY_SE),
            mastery.before(of_grade, LEARNER_SD),
        )


def posterior(learner: Learner, prior: Posterior) -> int | None:
    """After how many answers our rule says proficient; None if it does not."""
    known = prior
    for n, (item, right) in enumerate(zip(learner.items, learner.right, strict=True), start=1):
        known = known.after(mastery.answer(item, right=right))
        if mastery.reached(known, DOMAIN, n) is Mastery.PROFICIENT:
            return n
    return None


def in_a_row(learner: Learner, length: int) -> int | None:
    """The same for so many right answers in a row."""
    row = 0
    for n, right in enumerate(learner.right, start=1):
        row = row + 1 if right else 0
        if row == length:
            return n
    return None


def moving_average(learner: Learner) -> int | None:
    """The same for an exponential moving average."""
    average = EMA_START
    for n, right in enumerate(learner.right, start=1):
        average += EMA_STEP * (right - average)
        if n >= EMA_ANSWERS and average >= EMA_BAR:
            return n
    return None


RULES: dict[str, Callable[[Learner], int | None]] = {
    "posterior": lambda learner: posterior(learner, learner.measured),
    "posterior_no_diagnostic": lambda learner: posterior(learner, learner.unmeasured),
    "three_in_a_row": lambda learner: in_a_row(learner, 3),
    "five_in_a_row": lambda learner: in_a_row(learner, 5),
    "ema": moving_average,
}


def compare(count: int, seed: int) -> dict[str, Any]:
    """For each rule: the share called proficient at each true success, and after how many."""
    found: dict[str, Any] = {name: {"called": {}, "median_answers": {}} for name in RULES}
    for success in SUCCESS:
        people = list(learners(success, count, np.random.default_rng((seed, int(100 * success)))))
        for name, rule in RULES.items():
            after = [n for n in map(rule, people) if n is not None]
            found[name]["called"][f"{success:.2f}"] = round(len(after) / count, 4)
            found[name]["median_answers"][f"{success:.2f}"] = median(after) if after else None
    for row in found.values():
        row["true_rate_92"] = row["called"]["0.92"]
        row["false_rate_71"] = row["called"]["0.71"]
    return {"learners_each": count, "rules": found}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--learners", "count", default=2000, show_default=True, help="At each success rate.")
@click.option("--seed", default=1, show_default=True)
def main(as_json: bool, count: int, seed: int) -> None:
    """Measure who is called proficient."""
    found = compare(count, seed)
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for name, row in found["rules"].items():
        called = "  ".join(f"{share:.2f}" for share in row["called"].values())
        click.echo(f"{name:26}{called}   median at .92: {row['median_answers']['0.92']}")


if __name__ == "__main__":
    main()

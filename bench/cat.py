"""How well our adaptive test measures, beside catsim and chance, over the same banks and people.

`python -m bench.cat --json`: our own bank with the parameters it starts with, and two synthetic
banks. Errors are root mean squares in logits after 10, 20, 25 and 30 items. Everybody has the same
luck with an item however they are tested. catsim and its counterparts take longer, so they are sat
by the first `--catsim` people only, and so is what they are compared with (`*_same`).
"""

import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import click
import numpy as np

from bench import banks
from bench.banks import Bank
from bench.sitting import (
    Catsim,
    Exposure,
    Sitting,
    Way,
    chance,
    estimates,
    ours,
    ours_free,
    ours_until_precise,
)
from vel_tutor.vocabulary import Subject

AFTER = (10, 20, 25, 30)
SIMILAR = 0.25
"""Logits between two learners who count as alike when the overlap of their tests is measured."""

Report = dict[str, Any]


@dataclass(frozen=True)
class Scale:
    """How many people sit."""

    people: int = 2600
    catsim: int = 500
    processes: int = 2
    seed: int = 1


def sat(bank: Bank, way: Way) -> tuple[list[Sitting], Exposure]:
    """Everybody takes the test this way, one after the other."""
    exposure, sittings = Exposure(bank), []
    for person in range(bank.people):
        sitting = way(bank, person, exposure)
        exposure.note(int(bank.grade[person]), sitting.given)
        sittings.append(sitting)
    return sittings, exposure


def report(bank: Bank, way: Way) -> Report:
    """Errors, exposure, and what it cost."""
    sittings, exposure = sat(bank, way)
    found: Report = {f"rmse_{n}": _rms(estimates(sittings, n) - bank.theta) for n in AFTER}
    found["max_exposure"] = exposure.largest()
    found["us_per_step"] = 1e6 * float(np.median(np.concatenate([s.steps_s for s in sittings])))
    found["us_per_step_p99"] = 1e6 * float(
        np.percentile(np.concatenate([s.steps_s for s in sittings]), 99)
    )
    found["n"] = bank.people
    if sittings[0].errors:
        found["coverage_95"] = _coverage(bank, sittings)
        found["reliability_25"] = 1 - (found["rmse_25"] / bank.prior_sd) ** 2
    if len(set(bank.grade.tolist())) > 1:
        found |= _by_grade(bank, sittings)
    return {
        key: round(value, 4) if isinstance(value, float) else value for key, value in found.items()
    }


def lengths(bank: Bank) -> Report:
    """How long the test is with the stop rule of the app, and how often it gets precise."""
    sittings, _ = sat(bank, ours_until_precise)
    return {
        "mean_length": round(float(np.mean([len(s.given) for s in sittings])), 2),
        "precise": round(float(np.mean([s.errors[-1] <= bank.precise_se for s in sittings])), 4),
        "rmse": round(_rms(estimates(sittings, 30) - bank.theta), 4),
    }


def _rms(errors: Any) -> float:
    return float(np.sqrt(np.mean(np.square(errors))))


def _coverage(bank: Bank, sittings: list[Sitting]) -> float:
    """How often theta lies within the 95 % band after 25 items."""
    errors = np.array([s.errors[min(25, len(s.errors)) - 1] for s in sittings])
    return float(np.mean(np.abs(estimates(sittings, 25) - bank.theta) <= 1.96 * errors))


def _by_grade(bank: Bank, sittings: list[Sitting]) -> Report:
    off = estimates(sittings, 25) - bank.theta
    each = {
        grade: round(_rms(off[bank.grade == grade]), 4) for grade in np.unique(bank.grade).tolist()
    }
    used = {int(bank.pool.family[item]) for sitting in sittings for item in sitting.given}
    return {
        "worst_grade_25": max(each.values()),
        "by_grade_25": each,
        "families_used": len(used) / bank.pool.families,
        "overlap": _overlap(bank, sittings),
    }


def _overlap(bank: Bank, sittings: list[Sitting]) -> float:
    """The share of a test that the next like learner of the same grade gets too."""
    shares = []
    for grade in set(bank.grade.tolist()):
        of_grade = np.flatnonzero(bank.grade == grade)
        order = of_grade[np.argsort(bank.theta[of_grade])].tolist()
        for one, other in pairwise(order):
            if bank.theta[other] - bank.theta[one] <= SIMILAR:
                both = set(sittings[one].given) & set(sittings[other].given)
                shares.append(len(both) / len(sittings[one].given))
    return float(np.mean(shares)) if shares else 0.0


WAYS: dict[str, Way] = {
    "ours": ours,
    "ours_same": ours,
    "ours_free": ours_free,
    "random": chance,
}
FEW = ("catsim_free", "catsim_limits", "ours_free", "ours_same")
"""What is sat by the first few only; the slow ones first."""
ALL = ("ours", "random", "stop_rule")


def arm(bank: Bank, kind: str) -> Report:
    """One way of testing over one bank."""
    free = banks.unbound(bank) if kind.endswith("free") else bank
    if kind.startswith("catsim"):
        return report(free, Catsim(free, limits=kind == "catsim_limits"))
    return lengths(free) if kind == "stop_rule" else report(free, WAYS[kind])


def everything(scale: Scale) -> Report:
    """All comparisons, in as many processes as asked for."""
    math = banks.own(Subject.MATH, scale.people, scale.seed)
    units = [banks.unit(items, scale.people, scale.seed) for items in (2000, 600)]
    jobs = [(bank.name, kind, bank.first(scale.catsim)) for kind in FEW for bank in (math, *units)]
    jobs += [(bank.name, kind, bank) for kind in ALL for bank in (math, *units)]
    jobs += [(math.name, "cold", banks.cold(math)), (math.name, "known", banks.calibrated(math))]
    for subject in (Subject.READING, Subject.SCIENCE):
        other = banks.own(subject, scale.people, scale.seed)
        jobs += [(other.name, kind, other) for kind in ALL]
    found: Report = {name: {} for name, _, _ in jobs}
    with ProcessPoolExecutor(scale.processes) as pool:
        running = [
            (name, kind, pool.submit(arm, bank, "ours" if kind in ("cold", "known") else kind))
            for name, kind, bank in jobs
        ]
        for name, kind, answer in running:
            found[name][kind] = answer.result()
    return _told(found, math)


def _told(found: Report, math: Bank) -> Report:
    """Under the names the figures are quoted by."""
    own = found.pop("own_math")
    own |= {
        "items": len(math.pool),
        "families": math.pool.families,
        "us_per_step": own["ours"]["us_per_step"],
    }
    return {"own_bank": own, **found}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--simulees", default=2600, show_default=True, help="People who sit.")
@click.option("--catsim", default=400, show_default=True, help="How many of them catsim tests.")
@click.option("--processes", default=2, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(as_json: bool, simulees: int, catsim: int, processes: int, seed: int) -> None:
    """Measure the measuring."""
    found = everything(Scale(simulees, min(catsim, simulees), processes, seed))
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for bank, kinds in found.items():
        for kind, row in kinds.items():
            if isinstance(row, dict) and "rmse_25" in row:
                figures = "  ".join(f"{row[f'rmse_{n}']:.3f}" for n in AFTER)
                click.echo(f"{bank:14}{kind:15}{figures}  exposure {row['max_exposure']:.2f}")


if __name__ == "__main__":
    main()

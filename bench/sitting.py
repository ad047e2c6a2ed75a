"""Ways of testing somebody: ours, chance, and catsim, all over the same bank with the same luck."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import numpy as np

from bench.banks import Bank
from vel_tutor.measure import irt
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import BoolArray, FloatArray, Response
from vel_tutor.measure.pool import Pool
from vel_tutor.measure.select import Rules, eligible, fresh_enough, next_item
from vel_tutor.vocabulary import StopReason

LENGTH = 30
RANGE = 5.5
"""catsim looks for theta within -6..6: wider banks are shrunk to this for it, slopes grown."""
NEAR_GRADE = 2.0


@dataclass
class Sitting:
    """One test taken: the estimate after each item and its error, and what was given."""

    thetas: list[float] = field(default_factory=list)
    errors: list[float] = field(default_factory=list)
    given: list[int] = field(default_factory=list)
    steps_s: list[float] = field(default_factory=list)


@dataclass
class Exposure:
    """How often each item was shown in each grade; the rule of the house on top."""

    bank: Bank

    def __post_init__(self) -> None:
        grades = int(self.bank.grade.max()) + 1
        self.shown = np.zeros((grades, len(self.bank.pool)), np.int64)
        self.tests = np.zeros(grades, np.int64)

    def allowed(self, grade: int) -> BoolArray:
        return fresh_enough(self.shown[grade], int(self.tests[grade]), self.bank.max_exposure)

    def note(self, grade: int, given: list[int]) -> None:
        self.shown[grade, given] += 1
        self.tests[grade] += 1

    def largest(self) -> float:
        """The largest share of a grade's tests that showed the same item."""
        busy = self.tests >= self.tests.max() // 2
        return float((self.shown[busy] / self.tests[busy, None]).max())


Way = Callable[[Bank, int, Exposure], Sitting]


def ours(bank: Bank, person: int, exposure: Exposure) -> Sitting:
    """As in the app, to the full length: blueprint, two of a family, exposure, some chance."""
    rules = Rules(shortest=LENGTH, precise_se=0.0, blueprint=bank.limits(person))
    return _adaptive(bank, person, rules, exposure.allowed(int(bank.grade[person])))


def ours_until_precise(bank: Bank, person: int, exposure: Exposure) -> Sitting:
    """The same with the stop rule of the app."""
    rules = Rules(precise_se=bank.precise_se, blueprint=bank.limits(person))
    return _adaptive(bank, person, rules, exposure.allowed(int(bank.grade[person])))


def ours_free(bank: Bank, person: int, _: Exposure) -> Sitting:
    """Without any limit: always the most telling item."""
    return _adaptive(bank, person, Rules(shortest=LENGTH, precise_se=0.0, choices=1), None)


def chance(bank: Bank, person: int, _: Exposure) -> Sitting:
    """Items drawn at random, in a vertical bank near the grade; the estimate is ours."""
    rng, sitting = np.random.default_rng((bank.seed, person, 1)), Sitting()
    near = np.abs(bank.pool.b - bank.prior_mean[person]) <= NEAR_GRADE
    allowed = near if near.sum() >= 2 * LENGTH else np.ones(len(bank.pool), np.bool_)
    order = rng.permutation(np.flatnonzero(allowed))[:LENGTH].tolist()
    posterior, right = _begin(bank, person), _answers(bank, person)
    for item in order:
        began = perf_counter()
        posterior = posterior.after(Response(bank.pool.parameters(item), bool(right[item])))
        _note(sitting, item, posterior, began)
    return sitting


def _adaptive(bank: Bank, person: int, rules: Rules, allowed: BoolArray | None) -> Sitting:
    sitting, posterior, right = Sitting(), _begin(bank, person), _answers(bank, person)
    pool = bank.pool
    while True:
        began = perf_counter()
        item = next_item(
            pool, posterior, sitting.given, seed=person, rules=rules, available=allowed
        )
        if isinstance(item, StopReason):
            return sitting
        posterior = posterior.after(Response(pool.parameters(item), bool(right[item])))
        _note(sitting, item, posterior, began)


def _note(sitting: Sitting, item: int, posterior: Posterior, began: float) -> None:
    sitting.given.append(item)
    sitting.thetas.append(posterior.theta)
    sitting.errors.append(posterior.se)
    sitting.steps_s.append(perf_counter() - began)


def _begin(bank: Bank, person: int) -> Posterior:
    return Posterior.normal(float(bank.prior_mean[person]), bank.prior_sd)


def _answers(bank: Bank, person: int) -> BoolArray:
    p = irt.probability(float(bank.theta[person]), *bank.truth)
    return bank.luck(person) < p


class Catsim:
    """catsim's MaxInfoSelector and its maximum-likelihood estimator, as they come.

    With `limits`, items our rules would not allow are told to it as given already: it chooses
    under the same blueprint, family and exposure rules as we do.
    """

    def __init__(self, bank: Bank, *, limits: bool) -> None:
        from catsim.estimation import NumericalSearchEstimator
        from catsim.item_bank import ItemBank
        from catsim.selection import MaxInfoSelector

        self.limits = limits
        self.middle, self.unit = _fit_into_range(bank)
        pool = bank.pool
        b = (pool.b - self.middle) / self.unit
        self.items = ItemBank(np.stack([pool.a * self.unit, b, pool.c, pool.d], axis=1))
        self.selector, self.estimator = MaxInfoSelector(), NumericalSearchEstimator()

    def __call__(self, bank: Bank, person: int, exposure: Exposure) -> Sitting:
        sitting, right = Sitting(), _answers(bank, person)
        theta = (float(bank.prior_mean[person]) - self.middle) / self.unit
        rules = Rules(blueprint=bank.limits(person))
        allowed = exposure.allowed(int(bank.grade[person]))
        while len(sitting.given) < LENGTH:
            closed: Any = list(sitting.given)
            if self.limits:
                closed = _closed(bank.pool, sitting.given, rules, allowed)
            began = perf_counter()
            item = self.selector.select(
                item_bank=self.items, administered_items=closed, est_theta=theta
            )
            assert item is not None  # noqa: S101
            sitting.given.append(int(item))
            theta = self._estimate(sitting, right, theta)
            sitting.steps_s.append(perf_counter() - began)
            sitting.thetas.append(self.middle + self.unit * theta)
        return sitting

    def _estimate(self, sitting: Sitting, right: BoolArray, theta: float) -> float:
        return float(
            self.estimator.estimate(
                item_bank=self.items,
                administered_items=sitting.given,
                response_vector=right[sitting.given].tolist(),
                est_theta=theta,
            )
        )


def _fit_into_range(bank: Bank) -> tuple[float, float]:
    """Middle and unit of a scale on which the whole bank lies within catsim's range.

    The model is the same on any scale, so this takes nothing away.
    """
    low = min(float(bank.pool.b.min()), float(bank.theta.min()))
    high = max(float(bank.pool.b.max()), float(bank.theta.max()))
    if max(-low, high) <= RANGE:
        return 0.0, 1.0
    return (low + high) / 2, (high - low) / (2 * RANGE)


def _closed(pool: Pool, given: list[int], rules: Rules, allowed: BoolArray) -> set[int]:
    """What our rules close: as a set, for catsim looks items up one by one."""
    unmet = rules.blueprint.unmet(pool, given)
    open_to = eligible(pool, given, rules, allowed)
    if unmet.sum() >= LENGTH - len(given):
        needed = open_to & (unmet > 0)[pool.area]
        open_to = needed if needed.any() else open_to
    return set(np.flatnonzero(~open_to).tolist())


def estimates(sittings: list[Sitting], after: int) -> FloatArray:
    """Everybody's estimate after so many items, or after their last one."""
    return np.array([sitting.thetas[min(after, len(sitting.thetas)) - 1] for sitting in sittings])

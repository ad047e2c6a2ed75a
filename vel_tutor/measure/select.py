"""What to ask next in an adaptive test, and when it is over.

A test is a list of positions in a `Pool`, in the order they were given. One step of a test:

    posterior = replay(Posterior.normal(mean, sd), responses)
    step = next_item(pool, posterior, given, seed=seed, rules=rules, available=mask)

`step` is the position to ask, or a `StopReason`. Nothing else is kept anywhere: the same
arguments give the same step, so a test can go on in another process, and `pool.ids[step]` is
what to store. `available` says which items this learner may get at all: whoever calls leaves out
what they have seen lately and what is exposed too much (`fresh_enough`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from vel_tutor.measure import irt
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import BoolArray, FloatArray, IntArray
from vel_tutor.measure.pool import Blueprint, Pool
from vel_tutor.vocabulary import StopReason

MAX_EXPOSURE = 0.20
"""The share of tests of one grade that may show the same item."""
NEGLIGIBLE = 1e-3
"""Points of the posterior with less weight than this are not worth a look."""


@dataclass(frozen=True)
class Rules:
    """The limits of a test; the defaults are those of the diagnostic."""

    shortest: int = 20
    longest: int = 30
    precise_se: float = 0.35
    """Long enough, this precise in logits and all in it that must be: over."""
    least_information: float = 0.05
    """Long enough and nothing left that tells more than this: over."""
    per_family: int = 2
    per_testlet: int = 4
    """Questions asked about one passage before going on."""
    wide_start: int = 3
    """So many first items are judged over the whole posterior, not at its mean."""
    choices: int = 8
    """Items to choose among at random at first; one fewer after every fifth item."""
    blueprint: Blueprint = field(default_factory=Blueprint)
    """What must be in the test: asked for once the items left are just enough for what is
    missing, or once everything else is known well enough. An area with nothing to ask is left out.
    """


DIAGNOSTIC = Rules()


def next_item(
    pool: Pool,
    posterior: Posterior,
    given: Sequence[int],
    *,
    seed: int,
    rules: Rules = DIAGNOSTIC,
    available: BoolArray | None = None,
) -> int | StopReason:
    """The position of the next item, or why the test is over.

    Args:
        pool: the items of the subject.
        posterior: what is known about the learner so far.
        given: the positions given so far, in order.
        seed: of this test; with the number of items given it decides among near equals.
        rules: the limits of the test, and what must be in it.
        available: False where the learner must not get the item; everything is, if None.
    """
    n = len(given)
    if n >= rules.longest:
        return StopReason.FULL_LENGTH
    precise = n >= rules.shortest and posterior.se <= rules.precise_se
    told = _information(pool, posterior, n < rules.wide_start)
    told = np.where(eligible(pool, given, rules, available), told, -np.inf)
    unmet = rules.blueprint.unmet(pool, given)
    missing = np.where((unmet > 0)[pool.area], told, -np.inf)
    is_whole = missing.max(initial=-np.inf) == -np.inf
    if precise and is_whole:
        return StopReason.PRECISE
    best = float(told.max(initial=-np.inf))
    if best == -np.inf or (n >= rules.shortest and best < rules.least_information):
        return StopReason.NOTHING_LEFT
    if not is_whole and (precise or unmet.sum() >= rules.longest - n):
        told = missing
    if pool.has_testlets:
        unfinished = _unfinished(pool, told, given, rules)
        if unfinished is not None:
            return unfinished
        told = _by_testlet(pool, told, rules)
    return _one_of_the_best(told, max(1, rules.choices - n // 5), seed, n)


def eligible(
    pool: Pool, given: Sequence[int], rules: Rules, available: BoolArray | None = None
) -> BoolArray:
    """Items not given yet whose family may be asked.

    A family is not asked too often, not twice in a row, and not in the same stratum again.
    """
    open_to = np.ones(len(pool), np.bool_) if available is None else available.copy()
    if not given:
        return open_to
    so_far = np.array(given)
    full = np.bincount(pool.family[so_far], minlength=pool.families) >= rules.per_family
    full[pool.family[so_far[-1]]] = True
    twins = np.zeros(int(pool.twin.max()) + 1, np.bool_)
    twins[pool.twin[so_far]] = True
    open_to &= ~(full[pool.family] | twins[pool.twin])
    return open_to


def fresh_enough(counts: IntArray, tests: int, max_exposure: float = MAX_EXPOSURE) -> BoolArray:
    """Which items may be shown in the next test without passing the cap.

    Args:
        counts: how often each item was given in the last `tests` tests of this grade.
        tests: how many tests these were.
        max_exposure: the share of tests that may show the same item.
    """
    return counts < max_exposure * (tests + 1)


def _information(pool: Pool, posterior: Posterior, wide: bool) -> FloatArray:
    """What each item would tell: at the mean, or on average over the posterior.

    For the average every fourth point will do, for information changes slowly.
    """
    if not wide:
        return irt.information(posterior.theta, pool.a, pool.b, pool.c, pool.d)
    told = np.zeros(len(pool))
    weights = posterior.weights[::4] / posterior.weights[::4].sum()
    for theta, weight in zip(posterior.points[::4].tolist(), weights.tolist(), strict=True):
        if weight > NEGLIGIBLE:
            told += weight * irt.information(theta, pool.a, pool.b, pool.c, pool.d)
    return told


def _unfinished(pool: Pool, told: FloatArray, given: Sequence[int], rules: Rules) -> int | None:
    """The next question about the passage at hand, if there is one to ask."""
    if not given or pool.testlet[given[-1]] < 0:
        return None
    testlet = pool.testlet[given[-1]]
    if sum(pool.testlet[position] == testlet for position in given) >= rules.per_testlet:
        return None
    of_it = np.where(pool.testlet == testlet, told, -np.inf)
    best = int(of_it.argmax())
    return best if of_it[best] > -np.inf else None


def _by_testlet(pool: Pool, told: FloatArray, rules: Rules) -> FloatArray:
    """Passages compete by what their best questions tell together, for each question.

    The figure stands at the first question to ask; the others of the passage wait.
    """
    told = told.copy()
    members = np.flatnonzero((pool.testlet >= 0) & (told > -np.inf))
    order = members[np.lexsort((-told[members], pool.testlet[members]))]
    for of_it in np.split(order, np.flatnonzero(np.diff(pool.testlet[order])) + 1):
        if len(of_it):
            together = told[of_it[: rules.per_testlet]].mean()
            told[of_it] = -np.inf
            told[of_it[0]] = together
    return told


def _one_of_the_best(told: FloatArray, choices: int, seed: int, n: int) -> int:
    """One of the `choices` most telling items, drawn by the seed of the test and the place."""
    count = min(choices, int((told > -np.inf).sum()))
    best = np.argpartition(-told, count - 1)[:count]
    best = best[np.lexsort((best, -told[best]))]
    return int(best[Random(f"{seed}/{n}").randrange(count)])  # noqa: S311  (repeatable)

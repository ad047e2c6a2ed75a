"""Item banks to try adaptive tests on, and the people who sit: our bank as built; synthetic."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from vel_tutor import content
from vel_tutor.content import blueprint
from vel_tutor.content.hardness import GRADE_LEVEL
from vel_tutor.measure.irt import FloatArray, IntArray, Parameters
from vel_tutor.measure.norms import LEARNER_SD
from vel_tutor.measure.pool import Blueprint, Pool, PoolItem
from vel_tutor.measure.select import DIAGNOSTIC, MAX_EXPOSURE
from vel_tutor.vocabulary import GRADES, Subject

INSTANCES = 10
"""Of each family in the pool."""
STRANDS = 5
FAMILY_ERROR, OFFSET_ERROR, SLOPE_ERROR = 0.6, 0.2, 0.3
"""How far true parameters may lie from first ones: difficulty of families and items, log slope."""


@dataclass(frozen=True)
class Bank:
    """A pool as the test believes it to be, how its items really behave, and who sits."""

    name: str
    pool: Pool
    truth: tuple[FloatArray, FloatArray, FloatArray, FloatArray]
    theta: FloatArray
    grade: IntArray
    prior_mean: FloatArray
    prior_sd: float
    blueprints: Mapping[int, Blueprint]
    """By grade."""
    max_exposure: float
    precise_se: float
    """The error at which a test is precise enough to stop, in logits."""
    seed: int

    def limits(self, person: int) -> Blueprint:
        """What the test of this person must hold."""
        return self.blueprints[int(self.grade[person])]

    @property
    def people(self) -> int:
        return len(self.theta)

    def luck(self, person: int) -> FloatArray:
        """One draw for each item, the same for every way of testing: right if under P."""
        return np.random.default_rng((self.seed, person)).random(len(self.pool))

    def first(self, people: int) -> "Bank":
        """The same bank, sat by fewer."""
        return replace(
            self,
            theta=self.theta[:people],
            grade=self.grade[:people],
            prior_mean=self.prior_mean[:people],
        )


def unit(items: int, people: int, seed: int) -> Bank:
    """A synthetic bank: three parameters, five strands, learners N(0, 1), every item alone."""
    rng = np.random.default_rng((seed, items))
    parameters = zip(
        rng.lognormal(0.1, 0.3, items),
        rng.normal(0, 1.2, items),
        np.clip(rng.normal(0.2, 0.03, items), 0.05, 0.35),
        strict=True,
    )
    pool = Pool.of(
        PoolItem(i, Parameters(float(a), float(b), float(c)), f"f{i}", f"s{i % STRANDS}", 0)
        for i, (a, b, c) in enumerate(parameters)
    )
    wanted = Blueprint({f"s{strand}": 4 for strand in range(STRANDS)})
    return Bank(
        name=f"unit_{items}",
        pool=pool,
        truth=(pool.a, pool.b, pool.c, pool.d),
        theta=rng.normal(0, 1, people),
        grade=np.zeros(people, np.int64),
        prior_mean=np.zeros(people),
        prior_sd=1.0,
        blueprints={0: wanted},
        max_exposure=0.25,
        precise_se=0.3,
        seed=seed,
    )


def own(subject: Subject, people: int, seed: int) -> Bank:
    """Our bank as built: instances of every family with the parameters they start with.

    Learners are spread evenly over the grades, N(mean of the grade, 1.4^2).
    """
    rng = np.random.default_rng((seed, len(subject)))
    pool = Pool.of(_own_items(subject))
    grade = rng.integers(0, len(GRADES), people)
    mean = np.array(GRADE_LEVEL[subject])[grade]
    return Bank(
        name=f"own_{subject}",
        pool=pool,
        truth=(pool.a, pool.b, pool.c, pool.d),
        theta=rng.normal(mean, LEARNER_SD),
        grade=grade,
        prior_mean=mean,
        prior_sd=LEARNER_SD,
        blueprints={at: Blueprint(blueprint.outline(subject, at).least) for at in GRADES},
        max_exposure=MAX_EXPOSURE,
        precise_se=DIAGNOSTIC.precise_se,
        seed=seed,
    )


def unbound(bank: Bank) -> Bank:
    """The same items, each on its own: no families, no passages."""
    pool = bank.pool
    alone = replace(
        pool,
        family=np.arange(len(pool)),
        stratum=np.zeros(len(pool), np.int64),
        testlet=np.full(len(pool), -1),
    )
    return replace(bank, pool=alone)


def cold(bank: Bank) -> Bank:
    """The same bank before any calibration: its items are not quite what they are taken for."""
    rng = np.random.default_rng((bank.seed, 99))
    pool = bank.pool
    family = rng.normal(0, FAMILY_ERROR, pool.families)[pool.family]
    slope = np.exp(rng.normal(0, SLOPE_ERROR, pool.families))[pool.family]
    offset = rng.normal(0, OFFSET_ERROR, len(pool))
    return replace(
        bank,
        name=f"{bank.name}_cold",
        truth=(pool.a * slope, pool.b + family + offset, pool.c, pool.d),
    )


def calibrated(bank: Bank) -> Bank:
    """The bank of `cold` once its items are known: families differ as much, and the test knows."""
    truth = cold(bank).truth
    pool = replace(bank.pool, a=truth[0], b=truth[1])
    return replace(bank, name=f"{bank.name}_calibrated", pool=pool, truth=truth)


def _own_items(subject: Subject) -> list[PoolItem]:
    items: dict[tuple[str, str, str], PoolItem] = {}
    for family in content.families():
        skill = content.skill(family.skill)
        if skill.subject is not subject:
            continue
        area = blueprint.area(subject, skill.strand)
        for seed in range(1 if family.authored else INSTANCES):
            item = content.instance(family.id, seed)
            items[item.stem, item.passage, item.figure] = PoolItem(
                id=(family.id, seed),
                parameters=Parameters(*vars(content.prior(item)).values()),
                family=family.id,
                area=area,
                grade=family.grade,
                testlet=family.set_id,
            )
    return list(items.values())

"""What each skill's questions ask for: curves of the share right, kept per process."""

from collections import defaultdict
from functools import cache

import numpy as np

from vel_tutor import content
from vel_tutor.content.hardness import GRADE_LEVEL
from vel_tutor.measure.irt import Parameters
from vel_tutor.measure.norms import Domain
from vel_tutor.vocabulary import Subject

_SAMPLES = 2
"""Instances of each family the curve is made of."""


def parameters(item: content.Item) -> Parameters:
    """What is known about an item before anybody has answered it."""
    prior = content.prior(item)
    return Parameters(prior.a, prior.b, prior.c, prior.d)


def usual_level(subject: Subject, grade: int) -> float:
    """The middle of a grade, in logits."""
    levels = GRADE_LEVEL[subject]
    return levels[min(max(grade, 0), len(levels) - 1)]


@cache
def families_of() -> dict[str, tuple[content.Family, ...]]:
    """The families of each skill that has any."""
    found: defaultdict[str, list[content.Family]] = defaultdict(list)
    for family in content.families():
        found[family.skill].append(family)
    return {skill: tuple(families) for skill, families in found.items()}


@cache
def domain(skill: str) -> Domain:
    """The share of the skill's questions somebody gets right at each theta."""
    items = [
        parameters(content.instance(family.id, seed))
        for family in families_of()[skill]
        for seed in range(1 if family.authored else _SAMPLES)
    ]
    a, b, c, d = np.array(items, np.float64).T
    return Domain.of(a, b, c, d)


@cache
def prepare(subject: Subject) -> None:
    """Make the curves of a subject now.

    The first time takes a second or two: do it before rows are locked.
    """
    for skill in families_of():
        if content.skill(skill).subject is subject:
            domain(skill)


@cache
def followers(skill: str) -> frozenset[str]:
    """Everything that builds on a skill, near or far."""
    near = content.skill(skill).builds_toward
    return frozenset(near).union(*(followers(one) for one in near))

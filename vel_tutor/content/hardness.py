"""What makes a question hard before anybody has answered it: counted, not guessed.

`difficulty` turns the counts into a first place on the logit scale of the subject, where 0 is
the middle of grade 5; answers of learners correct it later.
"""

import re
from dataclasses import dataclass
from functools import cache
from math import factorial, prod
from statistics import mean

from vel_tutor.content import bank
from vel_tutor.content.family import Item
from vel_tutor.vocabulary import ItemFormat, Subject

TYPED = frozenset(
    {ItemFormat.NUMERIC, ItemFormat.FRACTION, ItemFormat.EXPRESSION, ItemFormat.TABLE}
)
"""Formats where an answer is written, not picked."""

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MATHS = re.compile(r"\\\(.*?\\\)")

GRADE_LEVEL: dict[Subject, tuple[float, ...]] = {
    Subject.MATH: (-6.5, -5.0, -3.5, -2.1, -0.9, 0.0, 0.7, 1.3, 1.7, 2.1, 2.4, 2.7, 2.9, 3.1),
    Subject.READING: (-6.2, -4.7, -3.1, -1.7, -0.8, 0.0, 0.5, 0.9, 1.2, 1.4, 1.6, 1.8, 1.9, 2.0),
    Subject.SCIENCE: (-6.2, -4.7, -3.1, -1.7, -0.8, 0.0, 0.5, 0.9, 1.2, 1.4, 1.6, 1.8, 1.9, 2.0),
}
"""The middle of each grade from kindergarten to college prep.

The shape of public growth norms to grade 9, then flattening on.
"""

_WEIGHTS = {
    "digits": 0.08,
    "negative": 0.25,
    "fractions": 0.12,
    "steps": 0.15,
    "words": 0.01,
    "passage_words": 0.002,
    "typed": 0.3,
}


@dataclass(frozen=True)
class Features:
    """Counts over what the learner reads and has to do."""

    digits: int
    negative: bool
    fractions: int
    steps: int
    words: int
    passage_words: int
    typed: bool
    drawn: bool


def features(item: Item) -> Features:
    """What can be counted about a question."""
    return Features(
        digits=sum(len(number) for number in _NUMBER.findall(item.stem)),
        negative=bool(re.search(r"[(\s]-\d|^-\d", item.stem)) or item.key.startswith("-"),
        fractions=item.stem.count(r"\frac"),
        steps=sum(bool(step.lhs) for step in item.steps),
        words=len(_WORD.findall(_MATHS.sub(" ", item.stem))),
        passage_words=len(_WORD.findall(item.passage)),
        typed=item.format in TYPED,
        drawn=bool(item.figure),
    )


def difficulty(item: Item) -> float:
    """A first guess at the item's difficulty, in logits, before anybody has answered it.

    A question with as much in it as is usual for its grade stands in the middle of the grade.
    """
    unusual = _counted(item) - _usually(item.subject, item.grade)
    return GRADE_LEVEL[item.subject][item.grade] + unusual + bank.family(item.family).level


def _counted(item: Item) -> float:
    """What a question has in it, weighed."""
    counts = vars(features(item))
    return sum(weight * counts[name] for name, weight in _WEIGHTS.items())


@cache
def _usually(subject: Subject, grade: int) -> float:
    """The same on average over the families of a grade; higher grades have more in a question."""
    there = [family for family in bank.families() if bank.skill(family.skill).subject is subject]
    of_grade = [family.id for family in there if family.grade == grade]
    return mean(_counted(bank.instance(name, seed)) for name in of_grade for seed in range(2))


@dataclass(frozen=True)
class Prior:
    """Item parameters before anybody has answered: slope, place in logits, floor and ceiling."""

    a: float
    b: float
    c: float
    d: float


_SLOPE = 1.15
_SLOPE_TYPED = 1.35
_SLOPE_INFERENCE = 0.9
_CEILING = 0.98
"""Even who knows it well slips now and then."""
_CHOICE_FLOOR = 0.2
"""A little under one in four: wrong options are made to tempt."""
_INFERRING = frozenset({"Inference", "Argument and evidence", "Author's purpose"})


def prior(item: Item) -> Prior:
    """First parameters of an item's response curve (learning.md B5, LLTM-style)."""
    slope = _SLOPE_TYPED if item.format in TYPED else _SLOPE
    if bank.skill(item.skill).strand in _INFERRING:
        slope = _SLOPE_INFERENCE
    return Prior(slope, difficulty(item), guessing(item), _CEILING)


def guessing(item: Item) -> float:
    """The chance to be right without knowing anything."""
    if item.format is ItemFormat.CHOICE:
        return _CHOICE_FLOOR
    if item.format is ItemFormat.CLOZE:
        return prod(1 / len(part.options) for part in item.parts)
    if item.format is ItemFormat.MULTI:
        return 1 / (2 ** len(item.choices) - 1)
    return 1 / factorial(len(item.parts)) if item.format in _SHUFFLED else 0.0


_SHUFFLED = frozenset({ItemFormat.ORDER, ItemFormat.MATCH})

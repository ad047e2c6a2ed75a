"""What makes a question hard before anybody has answered it: counted, not guessed.

`difficulty` turns the counts into a first place on the logit scale of the subject, where 0 is
the middle of grade 5; answers of learners correct it later.
"""

import re
from dataclasses import dataclass

from vel_tutor.content.family import Item
from vel_tutor.vocabulary import ItemFormat, Subject

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MATHS = re.compile(r"\\\(.*?\\\)")

GRADE_LEVEL: dict[Subject, tuple[float, ...]] = {
    Subject.MATH: (-6.5, -5.0, -3.5, -2.1, -0.9, 0.0, 0.7, 1.3, 1.7, 2.1),
    Subject.READING: (-6.2, -4.7, -3.1, -1.7, -0.8, 0.0, 0.5, 0.9, 1.2, 1.4),
    Subject.SCIENCE: (-6.2, -4.7, -3.1, -1.7, -0.8, 0.0, 0.5, 0.9, 1.2, 1.4),
}
"""The middle of each grade, kindergarten first: the shape of public growth norms."""

_WEIGHTS = {
    "digits": 0.08,
    "negative": 0.25,
    "fractions": 0.12,
    "steps": 0.15,
    "words": 0.01,
    "passage_words": 0.002,
    "typed": 0.3,
}
_USUAL = {"digits": 4, "steps": 2, "words": 15}


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
        typed=item.format is not ItemFormat.CHOICE,
        drawn=bool(item.figure),
    )


def difficulty(item: Item) -> float:
    """A first guess at the item's difficulty, in logits, before anybody has answered it."""
    counts = vars(features(item))
    extra = sum(weight * (counts[name] - _USUAL.get(name, 0)) for name, weight in _WEIGHTS.items())
    levels = GRADE_LEVEL[item.subject]
    return levels[min(item.grade, len(levels) - 1)] + extra

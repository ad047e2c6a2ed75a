"""Families whose questions are looked up or read rather than calculated.

`make` turns the parameters into a `Question`: the stem, the key, and under each slip's id the
wrong answer it leads to with the feedback for it. `asking` makes an ordinary `Family` of that.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import TEXT, Form
from vel_tutor.vocabulary import ItemFormat


@dataclass(frozen=True)
class Slip:
    """A wrong answer, and what to say to who gives it."""

    answer: str
    feedback: str


@dataclass(frozen=True)
class Question:
    stem: str
    key: str
    wrong: Mapping[str, Slip]
    hints: tuple[str, str]
    steps: tuple[Step, ...]
    passage: str = ""
    same: Hashable = field(default="")
    """Equal for questions that ask the same of the same facts."""


Make = Callable[[Params], Question | None]


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What differs from one asking family to the next."""

    id: str
    skill: str
    grade: int
    time_s: int
    params: Mapping[str, Sequence[Any]]
    make: Make
    """None where these parameters give no fair question."""
    slips: tuple[str, ...]
    checker: Callable[[Params, Question, str], bool]
    """Whether an answer is right, read from the passage rather than from the facts."""
    form: Form = TEXT


def asking(of: Asking) -> Family:
    """The family that asks these questions."""
    made = _remembered(of.make)
    return Family(
        id=of.id,
        skill=of.skill,
        grade=of.grade,
        format=ItemFormat.CHOICE,
        time_s=of.time_s,
        params=of.params,
        where=(lambda p: made(p) is not None,),
        stem=lambda p: _of(made, p).stem,
        key=lambda p: _of(made, p).key,
        checker=lambda p, value: of.checker(p, _of(made, p), str(value)),
        misconceptions=tuple(_misconception(made, slip) for slip in of.slips),
        hints=lambda p: _of(made, p).hints,
        steps=lambda p: _of(made, p).steps,
        form=of.form,
        passage=lambda p: _of(made, p).passage,
        canon=lambda p: (_of(made, p).same, _of(made, p).stem, _of(made, p).key),
    )


def _remembered(make: Make) -> Make:
    @lru_cache(maxsize=256)
    def made(items: tuple[tuple[str, Any], ...]) -> Question | None:
        return make(Params(items))

    return lambda p: made(tuple(p.items()))


def _of(made: Make, p: Params) -> Question:
    question = made(p)
    if question is None:
        raise LookupError(f"no question of {dict(p)}")
    return question


def _misconception(made: Make, slip: str) -> Misconception:
    def value(p: Params) -> str | None:
        found = _of(made, p).wrong.get(slip)
        return found.answer if found else None

    return Misconception(slip, value, lambda p: _of(made, p).wrong[slip].feedback)


def said(question: Question, answer: str) -> bool:
    """Whether the answer is the key, letter for letter; for checks of the last resort."""
    return question.key == answer

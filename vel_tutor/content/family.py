"""What an item family is, and what a learner gets from it.

A `Family` is a parametric template of pure functions: from a seed come parameters, from these the
stem, the key (worked out), a checker (an independent route to the same verdict), the answers that
well-known wrong procedures give, hints and worked steps. `bank.instance` makes an `Item` of it.
"""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vel_tutor.content.forms import WHOLE, Form, Scalar, Value
from vel_tutor.content.latex import tex
from vel_tutor.content.surds import Exact
from vel_tutor.vocabulary import ItemFormat, Subject


class Params(dict[str, Any]):
    """The drawn parameters of one instance, readable as attributes: `p.price`."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


Text = str | Callable[[Params], str]
"""Words about an instance: a template such as `"Share {n} plums. Work out [[{n} ÷ {k}]]."`, where
braces take parameters and double square brackets hold maths in the language of `arith`; or a
function of the parameters."""

BLANK = "?"
"""An empty cell of a table to fill."""
Tiles = tuple[tuple[Scalar, ...], ...]
"""What can be picked for each part of an answer."""

_MATHS = re.compile(r"\[\[(.+?)]]")


def say(text: Text, p: Params) -> str:
    """The words for these parameters, maths as LaTeX."""
    if not isinstance(text, str):
        return text(p)
    return _MATHS.sub(lambda found: tex(found[1]), text.format_map(p))


@dataclass(frozen=True)
class Skill:
    """One thing a person can learn; `prerequisites` are needed for it, it is needed for others."""

    id: str
    subject: Subject
    strand: str
    grade: int
    name: str
    about: str = ""
    """What it is and how to go about it, told to the learner in a few sentences."""
    prerequisites: tuple[str, ...] = ()
    builds_toward: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    r"""One line of a worked solution: a sentence, and the claim lhs = rhs.

    In a family both sides are written in the language of `arith`; or `lhs` is a quotation from
    the passage and `rhs` what it shows; or both are empty. In an `Item` they are ready to show.
    """

    sentence: str
    lhs: str = ""
    rhs: str = ""


@dataclass(frozen=True)
class Misconception:
    """A wrong procedure that learners really follow.

    `value` is what it gives, or None where it happens to give nothing; `feedback` names the very
    slip, with the numbers at hand.
    """

    id: str
    value: Callable[[Params], Value | None]
    feedback: Text


def _none(_: Params) -> Mapping[str, Any]:
    return {}


def _no_others(_: Params) -> tuple[str, ...]:
    return ()


def _no_letters(_: Params) -> Mapping[str, int | Exact]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Family:
    """A template for one kind of question. All callables are pure functions of the parameters."""

    id: str
    skill: str
    grade: int
    format: ItemFormat
    time_s: int
    params: Mapping[str, Sequence[Any]]
    """Finite domains, drawn independently; `where` rejects combinations."""
    derive: Callable[[Params], Mapping[str, Any]] = _none
    """More values worked out from the drawn ones, for use everywhere below."""
    where: tuple[Callable[[Params], bool], ...] = ()
    stem: Text
    key: Callable[[Params], Value]
    checker: Callable[[Params, Any], bool]
    """Whether a value is right, found by another route than `key`."""
    misconceptions: tuple[Misconception, ...]
    hints: tuple[Text, Text] | Callable[[Params], tuple[str, str]]
    """A nudge first, then how to begin; neither gives the answer."""
    steps: tuple[Step, ...] | Callable[[Params], tuple[Step, ...]]
    """Their texts may be templates too."""
    form: Form = WHOLE
    unit: Text = ""
    """The unit printed after the answer; a typed answer may carry it or leave it out."""
    must: str = ""
    """For typed answers, the way of writing asked for: a key of `marking.WAYS`."""
    passage: Text = ""
    figure: Callable[[Params], str] | None = None
    """An SVG drawn from the parameters, or nothing."""
    alt: Text = ""
    """The figure in words; must not give away the answer."""
    letters: Callable[[Params], Mapping[str, int | Exact]] = _no_letters
    """Values of the letters in the steps; letters not named must hold for every value."""
    canon: Callable[[Params], Hashable] | None = None
    """What makes two instances the same question; all drawn parameters, if None."""
    accepts: Callable[[Params], tuple[str, ...]] = _no_others
    """For typed words: other spellings that are right."""
    labels: Callable[[Params], tuple[str, ...]] | None = None
    """What the parts of an answer are called; for `MATCH`, the things that look for a partner."""
    gaps: Callable[[Params], tuple[tuple[str, ...], ...]] | None = None
    """For `CLOZE`: the words offered for each gap of the stem, the right one among them."""
    grid: Callable[[Params], tuple[tuple[str, ...], ...]] | None = None
    """For `TABLE`: its rows, heads first; the cells to fill are `BLANK`."""
    authored: bool = False
    """Written by hand as one question; there is nothing to draw but the order of the options."""
    set_id: str = ""
    """The same for questions about the same authored passage."""
    level: float = 0.0
    """How much harder than usual for its grade an author thinks it is, in logits."""


@dataclass(frozen=True)
class Choice:
    text: str
    right: bool
    misconception: str
    feedback: str


@dataclass(frozen=True)
class Part:
    """One part of an answer: what it is called, and what can be picked; nothing if it is typed."""

    label: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    r"""One question, ready to show; texts may hold LaTeX between `\(` and `\)`."""

    family: str
    seed: int
    skill: str
    subject: Subject
    grade: int
    format: ItemFormat
    stem: str
    passage: str
    figure: str
    alt: str
    choices: tuple[Choice, ...]
    """Shuffled by the seed; empty when the answer is typed or put together."""
    parts: tuple[Part, ...]
    """For answers in several parts; empty for all others."""
    grid: tuple[tuple[str, ...], ...]
    key: str
    """The right answer: as shown among the choices, as one would type it, or part by part."""
    hints: tuple[str, str]
    steps: tuple[Step, ...]
    time_s: int


@dataclass(frozen=True)
class Verdict:
    """How an answer went; `counted` is False when it could not be read as an answer at all."""

    right: bool
    counted: bool
    feedback: str
    misconception: str = ""

"""The registry of families, and the making of items from a family and a seed."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from vel_tutor.content import algebra, arith, parts
from vel_tutor.content.authored import AUTHORED
from vel_tutor.content.families import ALL as PARAMETRIC
from vel_tutor.content.family import (
    Choice,
    Family,
    Item,
    Misconception,
    Params,
    Skill,
    Step,
    Tiles,
    say,
)
from vel_tutor.content.forms import Value
from vel_tutor.content.graph import SKILLS
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat

CHOICES = 4
WITH_OPTIONS = frozenset({ItemFormat.CHOICE, ItemFormat.MULTI})
MAX_TRIES = 200
TRIES_FOR_RANK = 120
"""How long to look for parameters that give the key the drawn rank by size."""

_ALL = (*PARAMETRIC, *AUTHORED)
_FAMILIES = {family.id: family for family in _ALL}
_SKILLS = {skill.id: skill for skill in SKILLS}


class NoInstance(LookupError):
    """No parameters were found that satisfy the family's constraints."""


@dataclass(frozen=True)
class Draft:
    """Parameters and, in their order, the options or the tiles of each part."""

    params: Params
    options: tuple[tuple[Misconception | None, Value], ...] = ()
    tiles: Tiles = ()


def families() -> tuple[Family, ...]:
    return _ALL


def family(family_id: str) -> Family:
    """The family of this id; `KeyError` if there is none."""
    return _FAMILIES[family_id]


def skills() -> tuple[Skill, ...]:
    return SKILLS


def skill(skill_id: str) -> Skill:
    """The skill of this id; `KeyError` if there is none."""
    return _SKILLS[skill_id]


def params(family_id: str, seed: int) -> Params:
    """The parameters of one instance."""
    return draft(family_id, seed).params


@lru_cache(maxsize=8192)
def instance(family_id: str, seed: int) -> Item:
    """The question that this family makes of this seed, always the same."""
    made_by, made = family(family_id), draft(family_id, seed)
    p, subject = made.params, skill(made_by.skill).subject
    return Item(
        family=family_id,
        seed=seed,
        skill=made_by.skill,
        subject=subject,
        grade=made_by.grade,
        format=made_by.format,
        stem=say(made_by.stem, p),
        passage=say(made_by.passage, p),
        figure=made_by.figure(p) if made_by.figure else "",
        alt=say(made_by.alt, p),
        choices=tuple(_choice(made_by, p, slip, value) for slip, value in made.options),
        parts=parts.shown(made_by, p, made.tiles),
        grid=parts.grid(made_by, p),
        key=shown(made_by, p, made_by.key(p)),
        hints=_hints(made_by, p),
        steps=tuple(_shown_step(made_by, p, step) for step in steps(made_by, p)),
        time_s=made_by.time_s,
    )


@lru_cache(maxsize=8192)
def draft(family_id: str, seed: int) -> Draft:
    """Draw parameters, by rejection, and options for multiple choice.

    The rank of the key by size (or length, for words) is drawn first, so that "take the
    middle one" or "take the longest" is no better than chance.

    Raises:
        NoInstance: nothing fitting was found in `MAX_TRIES` draws.
    """
    made_by = family(family_id)
    rng = Random(f"{family_id}/{seed}")  # noqa: S311  (repeatable, not secret)
    rank = rng.randrange(CHOICES)
    ranked = 0 if made_by.authored else TRIES_FOR_RANK
    for attempt in range(MAX_TRIES):
        p = Params({name: rng.choice(domain) for name, domain in made_by.params.items()})
        p.update(made_by.derive(p))
        if not all(holds(p) for holds in made_by.where):
            continue
        if made_by.format not in WITH_OPTIONS:
            return Draft(p, tiles=parts.tiles(made_by, p, rng))
        options = _options(made_by, p, rank if attempt < ranked else None, rng)
        if options:
            return Draft(p, tuple(options))
    raise NoInstance(f"{family_id}, seed {seed}")


def _options(
    made_by: Family, p: Params, rank: int | None, rng: Random
) -> list[tuple[Misconception | None, Value]]:
    """The options in a drawn order; empty if these parameters do not give enough of them."""
    if made_by.format is ItemFormat.MULTI:
        wrong = wrong_answers(made_by, p)
        rng.shuffle(wrong)
        return parts.right_and_wrong(made_by, p, wrong, rng)
    picked = _pick(made_by, p, rank, rng)
    options = [(None, made_by.key(p)), *picked]
    rng.shuffle(options)
    return options if picked else []


def wrong_answers(made_by: Family, p: Params) -> list[tuple[Misconception, Value]]:
    """What the wrong procedures give here: wrong, and different from each other.

    As choices they must look like the key; a typed one only has to be writable.
    """
    right, options = made_by.key(p), made_by.format in WITH_OPTIONS
    seen = {_norm(made_by, part) for part in _rights(made_by, right)}
    shapes = {_shape(made_by, part) for part in _rights(made_by, right)} if options else None
    found = []
    for slip in made_by.misconceptions:
        value = slip.value(p)
        shape = None if value is None else _shape(made_by, value)
        if value is None or shape is None or (shapes and shape not in shapes):
            continue
        norm = _norm(made_by, value)
        if norm not in seen and not made_by.checker(p, value):
            seen.add(norm)
            found.append((slip, value))
    return found


def slips(family_id: str, seed: int) -> tuple[tuple[str, str], ...]:
    """What well-known wrong procedures answer here, and why that is wrong, ready to show."""
    made_by, p = family(family_id), params(family_id, seed)
    return tuple(
        (shown(made_by, p, value), say(slip.feedback, p))
        for slip, value in wrong_answers(made_by, p)
    )


def _rights(made_by: Family, key: Value) -> tuple[Value, ...]:
    """The answers that are right on their own."""
    return parts.elements(key) if made_by.format is ItemFormat.MULTI else (key,)


def _norm(made_by: Family, value: Value) -> Hashable:
    in_parts = made_by.format in parts.IN_PARTS
    return parts.norms(made_by, value) if in_parts else made_by.form.norm(value)


def _shape(made_by: Family, value: Value) -> Hashable | None:
    """What answers that look alike share; None if the value cannot be written in the form."""
    if made_by.format not in parts.IN_PARTS:
        return made_by.form.shape(value)
    shapes = tuple(made_by.form.shape(part) for part in parts.elements(value))
    return None if None in shapes else len(shapes)


def _pick(
    made_by: Family, p: Params, rank: int | None, rng: Random
) -> list[tuple[Misconception, Value]]:
    """Three wrong answers, `rank` of them smaller than the key; empty if there are not enough."""
    wrong = wrong_answers(made_by, p)
    rng.shuffle(wrong)
    if rank is None or len(wrong) < CHOICES - 1:
        return wrong[: CHOICES - 1] if len(wrong) >= CHOICES - 1 else []
    sizes = [made_by.form.size(value) + rng.random() * 1e-6 for _, value in wrong]
    limit = made_by.form.size(made_by.key(p)) + rng.random() * 1e-6
    smaller = [option for option, size in zip(wrong, sizes, strict=True) if size < limit][:rank]
    larger = [option for option, size in zip(wrong, sizes, strict=True) if size >= limit]
    picked = smaller + larger[: CHOICES - 1 - rank]
    return picked if len(picked) == CHOICES - 1 else []


def _choice(made_by: Family, p: Params, slip: Misconception | None, value: Value) -> Choice:
    text = shown(made_by, p, value)
    if slip is None:
        return Choice(text, right=True, misconception="", feedback="Yes, that is right.")
    return Choice(text, right=False, misconception=slip.id, feedback=say(slip.feedback, p))


def shown(made_by: Family, p: Params, value: Value) -> str:
    """A value with its unit: LaTeX where it is read, plain where it is typed."""
    if made_by.format in parts.IN_PARTS or (
        made_by.format is ItemFormat.MULTI and isinstance(value, tuple)
    ):
        return parts.told(made_by, p, value)
    choice = made_by.format in WITH_OPTIONS
    text = made_by.form.show(value) if choice else made_by.form.plain(value)
    unit = say(made_by.unit, p)
    return f"{text}{'' if unit in ('', '°') else ' '}{unit}"


def _hints(made_by: Family, p: Params) -> tuple[str, str]:
    if callable(made_by.hints):
        return made_by.hints(p)
    return say(made_by.hints[0], p), say(made_by.hints[1], p)


def steps(made_by: Family, p: Params) -> tuple[Step, ...]:
    """The worked solution in the language of `arith`, without lines that say nothing new."""
    if callable(made_by.steps):
        return made_by.steps(p)
    told = [
        Step(say(step.sentence, p), step.lhs.format_map(p), step.rhs.format_map(p))
        for step in made_by.steps
    ]
    return tuple(
        step
        for before, step in zip([None, *told], told, strict=False)
        if not (before and step.lhs and step.lhs == step.rhs == before.rhs)
    )


def _shown_step(made_by: Family, p: Params, step: Step) -> Step:
    if not step.lhs or step.lhs in say(made_by.passage, p):
        return step
    return Step(step.sentence, tex(step.lhs), tex(step.rhs))


def true_step(made_by: Family, p: Params, step: Step) -> bool:
    """Whether what the step claims holds: a quotation stands there, both sides are equal."""
    if not step.lhs:
        return not step.rhs
    if step.lhs in say(made_by.passage, p):
        return True
    at = made_by.letters(p)
    return algebra.same(arith.parse(step.lhs), arith.parse(step.rhs), at)

"""Exact values and derivatives to be paired, tables to be filled."""

import math
from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER
from vel_tutor.content.latex import polynomial, signed, tex
from vel_tutor.vocabulary import ItemFormat

_RULE_TABLE = Family(
    id="math.exponential_functions.table",
    skill="math.exponential_functions",
    grade=10,
    format=ItemFormat.TABLE,
    time_s=80,
    params={"a": range(1, 30), "b": (2, 3, 4, 5), "start": range(4)},
    derive=lambda p: {"ys": tuple(p.a * p.b ** (p.start + i) for i in range(5))},
    where=(lambda p: p.ys[-1] < 60_000,),
    stem="The values of y grow by the same factor from step to step. Fill in the empty cells.",
    grid=lambda p: (
        ("x", *(str(p.start + i) for i in range(5))),
        ("y", BLANK, f"{p.ys[1]}", f"{p.ys[2]}", BLANK, BLANK),
    ),
    key=lambda p: (p.ys[0], p.ys[3], p.ys[4]),
    checker=lambda p, v: (
        v[0] * p.ys[2] == p.ys[1] ** 2
        and v[1] * p.ys[1] == p.ys[2] ** 2
        and v[2] * p.ys[2] == v[1] ** 2
    ),
    misconceptions=(
        Slip(
            "same_step",
            lambda p: (2 * p.ys[1] - p.ys[2], 2 * p.ys[2] - p.ys[1], 3 * p.ys[2] - 2 * p.ys[1]),
            "You added the same each time. The factor is the same, not the step.",
        ),
        Slip(
            "doubles",
            lambda p: (
                (Fraction(p.ys[1], 2), 2 * p.ys[2], 4 * p.ys[2])
                if p.b != 2 and p.ys[1] % 2 == 0
                else None
            ),
            "It does not double. By which factor does it grow?",
        ),
        Slip(
            "first_zero",
            lambda p: (0, p.ys[3], p.ys[4]),
            "Going back one step means dividing by the factor. That is not 0.",
        ),
        Slip(
            "stops",
            lambda p: (p.ys[0], p.ys[3], p.ys[3] + p.ys[2]),
            "The last step needs the factor again.",
        ),
        Slip(
            "squares",
            lambda p: (p.ys[0], p.ys[3], p.ys[3] * p.b**2),
            "You used the factor twice in the last step.",
        ),
    ),
    hints=("Divide two neighbors to find the factor.", "Multiply to go on, divide to go back."),
    steps=lambda p: (
        Step("The factor:", f"{p.ys[2]} ÷ {p.ys[1]}", f"{p.b}"),
        Step("One step back:", f"{p.ys[1]} ÷ {p.b}", f"{p.ys[0]}"),
        Step("One step on:", f"{p.ys[2]} * {p.b}", f"{p.ys[3]}"),
        Step("And one more:", f"{p.ys[3]} * {p.b}", f"{p.ys[4]}"),
    ),
    form=INTEGER,
)

_ANGLES = (30, 45, 60, 120, 135, 150, 210, 225, 240, 300, 315, 330)


def _sines(p: Params) -> tuple[str, ...]:
    return tuple(surds.written(arith.exact(parse(f"{p.f}({d}°)"))) for d in (p.d1, p.d2, p.d3))


def _pick(values: tuple[str, ...], order: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(values[at] for at in order)


_PAIRED = Family(
    id="math.unit_circle.pairs",
    skill="math.unit_circle",
    grade=11,
    format=ItemFormat.MATCH,
    time_s=80,
    params={"f": ("sin", "cos", "tan"), "d1": _ANGLES, "d2": _ANGLES, "d3": _ANGLES},
    where=(lambda p: len(set(_sines(p))) == 3,),
    stem="Find the exact value of each.",
    labels=lambda p: tuple(tex(f"{p.f}({d}°)") for d in (p.d1, p.d2, p.d3)),
    key=_sines,
    checker=lambda p, v: all(
        abs(_floating(str(value)) - _measured(p.f, d)) < 1e-9
        for value, d in zip(v, (p.d1, p.d2, p.d3), strict=True)
    ),
    misconceptions=(
        Slip(
            "one_on",
            lambda p: _pick(_sines(p), (1, 2, 0)),
            "Mark each angle on the unit circle: which quarter, and how far from the level line?",
        ),
        Slip(
            "one_back",
            lambda p: _pick(_sines(p), (2, 0, 1)),
            "Start with the signs: which of the three are positive?",
        ),
        Slip(
            "swaps_first",
            lambda p: _pick(_sines(p), (1, 0, 2)),
            "The first two are the wrong way round. Compare their acute angles and signs.",
        ),
        Slip(
            "swaps_last",
            lambda p: _pick(_sines(p), (0, 2, 1)),
            "The last two are the wrong way round. Compare their acute angles and signs.",
        ),
        Slip(
            "swaps_ends",
            lambda p: _pick(_sines(p), (2, 1, 0)),
            "The first and the last are the wrong way round. Look at their quarters.",
        ),
    ),
    hints=(
        "In which quarter does each angle end? That gives the sign.",
        "Then use the acute angle to the level line: 30°, 45° or 60°.",
    ),
    steps=lambda p: tuple(
        Step(f"At {d}°:", f"{p.f}({d}°)", value)
        for d, value in zip((p.d1, p.d2, p.d3), _sines(p), strict=True)
    ),
    form=EXPRESSION,
    canon=lambda p: (p.f, frozenset((p.d1, p.d2, p.d3))),
)


def _floating(text: str) -> float:
    """The value as a decimal, from its parts."""
    value = arith.exact(parse(text))
    parts = value.parts if isinstance(value, surds.Surd) else {((1, 0), value)}
    return sum(float(count) * abs(r) ** 0.5 for (r, _), count in parts)


def _measured(name: str, degrees: int) -> float:
    return float(getattr(math, name)(math.radians(degrees)))


def _derivatives(p: Params) -> tuple[str, ...]:
    return tuple(polynomial(3 * a, 2 * b, c) for a, b, c in _cubics(p))


def _cubics(p: Params) -> tuple[tuple[int, int, int], ...]:
    return ((p.a, p.b, 0), (0, p.a, p.c), (p.a, 0, p.c))


def _by_parts(a: int, b: int, c: int) -> str:
    """The exponents in front, not yet multiplied; parts that are not there are left out."""
    shown = ((a, f"3 * {signed(a)}x^2"), (b, f"2 * {signed(b)}x"), (c, signed(c)))
    return " + ".join(text for count, text in shown if count)


_SLOPES = Family(
    id="math.derivatives.pairs",
    skill="math.derivatives",
    grade=13,
    format=ItemFormat.MATCH,
    time_s=80,
    params={"a": range(-6, 7), "b": range(-6, 7), "c": range(-9, 10)},
    where=(lambda p: p.a and p.b and p.c and len(set(_derivatives(p))) == 3,),
    stem="Find the derivative of each function.",
    labels=lambda p: tuple(tex(polynomial(a, b, c, 0)) for a, b, c in _cubics(p)),
    key=_derivatives,
    checker=lambda p, v: all(
        evaluate(parse(str(text)), {"x": t}) == 3 * a * t * t + 2 * b * t + c
        for text, (a, b, c) in zip(v, _cubics(p), strict=True)
        for t in (Fraction(-2), Fraction(1), Fraction(3))
    ),
    misconceptions=(
        Slip(
            "one_on",
            lambda p: _pick(_derivatives(p), (1, 2, 0)),
            "Go part by part: the exponent comes in front and goes down by 1.",
        ),
        Slip(
            "one_back",
            lambda p: _pick(_derivatives(p), (2, 0, 1)),
            "A cube becomes a square. Which functions have a cube?",
        ),
        Slip(
            "swaps_first",
            lambda p: _pick(_derivatives(p), (1, 0, 2)),
            "The first two are the wrong way round. Look at their highest powers.",
        ),
        Slip(
            "swaps_last",
            lambda p: _pick(_derivatives(p), (0, 2, 1)),
            "The last two are the wrong way round. Look at their highest powers.",
        ),
        Slip(
            "swaps_ends",
            lambda p: _pick(_derivatives(p), (2, 1, 0)),
            "The first and the last both have a cube. Which one has a square too?",
        ),
    ),
    hints=(
        "The exponent comes in front and goes down by 1.",
        "A part with x alone leaves only its number.",
    ),
    steps=lambda p: tuple(
        Step("Part by part:", _by_parts(a, b, c), polynomial(3 * a, 2 * b, c))
        for a, b, c in _cubics(p)
    ),
    form=EXPRESSION,
)


FAMILIES = (
    _RULE_TABLE,
    _PAIRED,
    _SLOPES,
)

"""Upper grades, answered in several parts: several right choices, orders, pairs, tables, gaps."""

import math
from fractions import Fraction
from itertools import pairwise

from vel_tutor.content import arith, surds
from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER, TEXT
from vel_tutor.content.latex import plus, polynomial, signed, tex, times
from vel_tutor.vocabulary import ItemFormat


def _point(x: int, y: int) -> str:
    return f"({x}, {y})".replace("-", "\N{MINUS SIGN}")


def _y(p: Params, x: int) -> int:
    return p.a * x * x + p.b * x + p.c


_ON_CURVE = Family(
    id="math.parabolas.points_on",
    skill="math.parabolas",
    grade=9,
    format=ItemFormat.MULTI,
    time_s=80,
    params={
        "a": (-2, -1, 1, 2),
        "b": range(-5, 6),
        "c": range(-9, 10),
        "u": range(1, 5),
        "w": range(-5, 0),
    },
    derive=lambda p: {"rule": polynomial(p.a, p.b, p.c)},
    where=(lambda p: p.b and p.c and p.u != -p.w,),
    stem="Which points lie on the graph of [[y = {rule}]]? Choose all that do.",
    key=lambda p: (_point(p.u, _y(p, p.u)), _point(p.w, _y(p, p.w))),
    checker=lambda p, v: _on(p, v),
    misconceptions=(
        Slip(
            "square_sign",
            lambda p: _point(p.w, -p.a * p.w**2 + p.b * p.w + p.c),
            "The square of {w} is positive. Work out y again.",
        ),
        Slip(
            "middle_sign",
            lambda p: _point(p.w, p.a * p.w**2 - p.b * p.w + p.c),
            "Check the part with x at {w}: {b} times {w}.",
        ),
        Slip(
            "doubles",
            lambda p: _point(p.u, 2 * p.a * p.u + p.b * p.u + p.c) if p.u != 2 else None,
            "The square of {u} is {u} times {u}, not twice {u}.",
        ),
        Slip(
            "number_sign",
            lambda p: _point(p.u, _y(p, p.u) - 2 * p.c),
            "Check the last number at x = {u}.",
        ),
        Slip(
            "mirrored",
            lambda p: _point(-p.u, _y(p, p.u)),
            "A parabola is not always mirrored at the y-axis. Put x in.",
        ),
        Slip(
            "swapped", lambda p: _point(_y(p, p.u), p.u), "x and y changed places. First comes x."
        ),
    ),
    hints=(
        "Put the x of each point into the rule.",
        "A point lies on the graph if its y comes out.",
    ),
    steps=lambda p: tuple(
        Step(
            f"At x = {x}:",
            f"{signed(p.a)} * {signed(x)}^2 {plus(p.b)} * {signed(x)} {plus(p.c)}",
            f"{_y(p, x)}",
        )
        for x in (p.u, p.w)
    ),
    form=TEXT,
)


def _on(p: Params, text: str) -> bool:
    x, y = text.strip("()").replace("\N{MINUS SIGN}", "-").split(", ")
    return evaluate(parse(p.rule), {"x": Fraction(int(x))}) == int(y)


def _surd(outside: int, inside: int) -> str:
    return f"{outside}sqrt({inside})"


def _square(text: str) -> Fraction:
    value = arith.exact(parse(text))
    found = value * value
    if isinstance(found, surds.Surd):
        raise TypeError(text)
    return found


def _sorted_roots(p: Params) -> tuple[str, ...]:
    return tuple(sorted((_surd(p.a, p.m), _surd(p.b, p.n), _surd(p.c, p.o), str(p.d)), key=_square))


def _by(p: Params, part: int) -> tuple[str, ...]:
    """Sorted by the number in front or under the root only."""

    def look(text: str) -> int:
        numbers = text.rstrip(")").split("sqrt(")
        return int(numbers[min(part, len(numbers) - 1)])

    return tuple(sorted(_sorted_roots(p), key=look))


_ROOTS = Family(
    id="math.radicals.in_order",
    skill="math.radicals",
    grade=9,
    format=ItemFormat.ORDER,
    time_s=70,
    params={
        "a": range(2, 8),
        "m": (2, 3, 5, 6, 7),
        "b": range(2, 8),
        "n": (2, 3, 5, 6, 7),
        "c": range(2, 8),
        "o": (10, 11, 13),
        "d": range(5, 16),
    },
    where=(
        lambda p: p.m != p.n and len({p.a, p.b, p.c, p.d}) == 4,
        lambda p: len({_square(text) for text in _sorted_roots(p)}) == 4,
    ),
    stem="Put these numbers in order, the smallest first. No calculator is needed.",
    key=_sorted_roots,
    checker=lambda p, v: all(_square(str(one)) < _square(str(two)) for one, two in pairwise(v)),
    misconceptions=(
        Slip(
            "largest_first", lambda p: _sorted_roots(p)[::-1], "That starts with the largest one."
        ),
        Slip(
            "by_front",
            lambda p: _by(p, 0),
            "You looked at the numbers in front only. The roots count too.",
        ),
        Slip("by_root", lambda p: _by(p, 1), "You looked at the numbers under the roots only."),
        Slip(
            "middle_swapped",
            lambda p: tuple(_sorted_roots(p)[at] for at in (0, 2, 1, 3)),
            "The two in the middle change places. Compare their squares.",
        ),
    ),
    hints=(
        "Square each number: the squares have the same order.",
        "The square of 2 times a root is 4 times the number under it.",
    ),
    steps=lambda p: tuple(
        Step("Its square:", f"({text})^2", f"{_square(text)}") for text in _sorted_roots(p)
    ),
    form=EXPRESSION,
    canon=lambda p: frozenset(_sorted_roots(p)),
)

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


_WAYS, _COUNTS, _SIDES = ("up", "down"), ("0", "1", "2"), ("left", "right")


def _shape_words(
    p: Params, *, way: bool = False, side: bool = False, count: int = 0
) -> tuple[str, ...]:
    hits = 1 if not p.k else (2 if p.a * p.k < 0 else 0)
    return (
        _WAYS[(p.a < 0) != way],
        _SIDES[(p.h > 0) != side],
        _COUNTS[(hits + count) % 3],
    )


_DESCRIBED = Family(
    id="math.parabolas.described",
    skill="math.parabolas",
    grade=9,
    format=ItemFormat.CLOZE,
    time_s=60,
    params={
        "a": (-3, -2, -1, 1, 2, 3),
        "h": range(-9, 10),
        "k": (*range(-9, 10), 0, 0, 0, 0, 0, 0),
    },
    derive=lambda p: {
        "rule": f"{times(p.a, f'(x {plus(-p.h)})^2')}" + (f" {plus(p.k)}" if p.k else ""),
        "b": -2 * p.a * p.h,
        "disc": -4 * p.a * p.k,
    },
    where=(lambda p: p.h,),
    stem=(
        "The parabola [[y = {rule}]] opens ___. Its turning point lies to the ___ of the y-axis."
        " It meets the x-axis at ___ points."
    ),
    gaps=lambda p: (_WAYS, _SIDES, _COUNTS),
    key=_shape_words,
    checker=lambda p, v: _fits(p, v),
    misconceptions=(
        Slip(
            "wrong_side",
            lambda p: _shape_words(p, side=True),
            "The bracket is 0 at x = {h}. On which side is that?",
        ),
        Slip(
            "wrong_way",
            lambda p: _shape_words(p, way=True),
            "Look at the sign of {a}: it tells which way it opens.",
        ),
        Slip(
            "count_one_more",
            lambda p: _shape_words(p, count=1),
            "From the turning point at height {k}, does the graph go toward the x-axis?",
        ),
        Slip(
            "count_one_less",
            lambda p: _shape_words(p, count=2),
            "The turning point is at height {k}. Think of where the graph goes from there.",
        ),
        Slip(
            "both_first",
            lambda p: _shape_words(p, way=True, side=True),
            "Check the sign in front, and where the bracket is 0.",
        ),
    ),
    hints=(
        "Where is the bracket 0, and what is y there?",
        "The sign in front tells if it opens up or down.",
    ),
    steps=lambda p: (
        Step("The bracket is 0 at x = " + str(p.h) + ":", f"{signed(p.h)} - {signed(p.h)}", "0"),
        Step(
            "Under the root of the formula stands 4 times:",
            f"0 - {signed(p.a)} * {signed(p.k)}",
            f"{-p.a * p.k}",
        ),
    ),
    form=TEXT,
)


def _fits(p: Params, words: tuple[str, ...]) -> bool:
    """Read from values of the rule: far out, at both sides, and by the discriminant."""

    def y(x: int) -> int:
        return p.a * (x - p.h) ** 2 + p.k

    disc = p.b**2 - 4 * p.a * y(0)
    nearer_left = (y(-1) - y(1)) * p.a < 0
    return tuple(words) == (
        "up" if y(1000) > y(0) else "down",
        "left" if nearer_left else "right",
        str(1 + (disc > 0) - (disc < 0)),
    )


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

FAMILIES = (_ON_CURVE, _ROOTS, _RULE_TABLE, _PAIRED, _DESCRIBED, _SLOPES)

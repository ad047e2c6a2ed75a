"""Equations of circles."""

from fractions import Fraction

from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, POINT, RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _square(letter: str, at: int) -> str:
    return f"({letter} {plus(-at)})^2" if at else f"{letter}^2"


def _left(h: int, k: int) -> str:
    return f"{_square('x', h)} + {_square('y', k)}"


_EQUATION = Family(
    id="math.circle_equations.write",
    skill="math.circle_equations",
    grade=10,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"h": range(-9, 10), "k": range(-9, 10), "dx": range(-9, 10), "dy": range(-9, 10)},
    derive=lambda p: {
        "x": p.h + p.dx,
        "y": p.k + p.dy,
        "rr": p.dx**2 + p.dy**2,
        "key": f"{_left(p.h, p.k)} - {p.dx**2 + p.dy**2}",
        "hs": signed(p.h),
        "ks": signed(p.k),
    },
    where=(
        lambda p: p.h and p.k and p.dx and p.dy and abs(p.h) != abs(p.k) and abs(p.dx) != abs(p.dy),
    ),
    stem=(
        "A circle has its center at ({h}, {k}) and goes through ({x}, {y}). For the points (x, y)"
        " on it, which expression is 0?"
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _passes(p, str(v)),
    misconceptions=(
        Slip(
            "signs",
            lambda p: f"{_left(-p.h, -p.k)} - {p.rr}",
            "Put the center in: both brackets must be 0 there.",
        ),
        Slip(
            "one_sign_x",
            lambda p: f"{_left(-p.h, p.k)} - {p.rr}",
            "At x = {h} the first bracket must be 0.",
        ),
        Slip(
            "one_sign_y",
            lambda p: f"{_left(p.h, -p.k)} - {p.rr}",
            "At y = {k} the second bracket must be 0.",
        ),
        Slip("swapped", lambda p: f"{_left(p.k, p.h)} - {p.rr}", "{h} goes with x and {k} with y."),
        Slip(
            "sum_of_steps",
            lambda p: f"{_left(p.h, p.k)} - {(abs(p.dx) + abs(p.dy)) ** 2}",
            "The squared radius is the sum of the squares of both steps.",
        ),
        Slip(
            "not_squared",
            lambda p: f"{_left(p.h, p.k)} - {abs(p.dx) + abs(p.dy)}",
            "At the end stands the radius squared. Use the squares of the steps.",
        ),
        Slip(
            "point_for_center",
            lambda p: f"{_left(p.x, p.y)} - {p.rr}" if p.x and p.y else None,
            "In the brackets stands the center, not the point on the circle.",
        ),
    ),
    hints=(
        "The squared distance from the center is always the same.",
        "How far is it from ({h}, {k}) to ({x}, {y}), squared?",
    ),
    steps=(
        Step("The squared radius:", "({x} - {hs})^2 + ({y} - {ks})^2", "{rr}"),
        Step("So this is 0 on the circle:", "{key}", "{key}"),
    ),
    form=EXPRESSION,
)


def _passes(p: Params, text: str) -> bool:
    """Whether the four points straight beside the center, and the given one, fit."""
    node = parse(text)
    here = evaluate(node, {"x": p.x, "y": p.y}) == 0
    beside = {evaluate(node, {"x": p.h + t, "y": p.k}) for t in (-2, 2)} | {
        evaluate(node, {"x": p.h, "y": p.k + t}) for t in (-2, 2)
    }
    return here and len(beside) == 1


def _expanded(p: Params) -> dict[str, object]:
    b, c, last = -2 * p.h, -2 * p.k, p.h**2 + p.k**2 - p.r**2
    return {
        "full": f"x^2 + y^2 {'-' if b < 0 else '+'} {times(abs(b), 'x')} {'-' if c < 0 else '+'}"
        f" {times(abs(c), 'y')} {plus(last)}",
        "b": b,
        "c": c,
        "last": last,
        "lasts": signed(last),
        "hb": signed(-p.h),
        "kb": signed(-p.k),
        "rr": p.r**2,
    }


_RADIUS = Family(
    id="math.circle_equations.radius",
    skill="math.circle_equations",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={"h": range(-8, 9), "k": range(-8, 9), "r": range(2, 13)},
    derive=_expanded,
    where=(lambda p: p.h and p.k and p.last and abs(p.h) != abs(p.k) and p.last != p.rr,),
    stem="What is the radius of the circle [[{full} = 0]]?",
    key=lambda p: p.r,
    checker=lambda p, v: (
        v > 0 and (p.h + v) ** 2 + p.k**2 + p.b * (p.h + v) + p.c * p.k + p.last == 0
    ),
    misconceptions=(
        Slip("squared", lambda p: p.rr, "That is the radius squared. Take the root."),
        Slip(
            "last_number",
            lambda p: abs(p.last),
            "The last number changes when you complete the squares.",
        ),
        Slip("diameter", lambda p: 2 * p.r, "That is the diameter, twice the radius."),
        Slip(
            "halves_only",
            lambda p: abs(p.h) + abs(p.k),
            "Square {hb} and {kb}, add, and take {last} away.",
        ),
        Slip(
            "adds_last",
            lambda p: p.h**2 + p.k**2 + p.last,
            "Take {last} away from the squares, do not add it. Then take the root.",
        ),
    ),
    hints=(
        "Complete the square for x and for y.",
        "Half of the number at x and half of the one at y, both squared, come in.",
    ),
    steps=(
        Step("Both completed squares, minus the last number:", "{hb}^2 + {kb}^2 - {lasts}", "{rr}"),
        Step("The radius:", "sqrt({rr})", "{r}"),
    ),
    form=RATIONAL,
)

_CENTER = Family(
    id="math.circle_equations.center",
    skill="math.circle_equations",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"h": range(-9, 10), "k": range(-9, 10), "r": range(1, 12)},
    derive=_expanded,
    where=(lambda p: p.h and p.k and p.last and abs(p.h) != abs(p.k),),
    stem="Where is the center of the circle [[{full} = 0]]? Write it like (3, -2).",
    key=lambda p: (p.h, p.k),
    checker=lambda p, v: all(
        _at(p, v[0] + t, v[1]) == _at(p, v[0] - t, v[1])
        and _at(p, v[0], v[1] + t) == _at(p, v[0], v[1] - t)
        for t in (1, 2)
    ),
    misconceptions=(
        Slip("signs", lambda p: (-p.h, -p.k), "The sizes are right. Check both signs."),
        Slip("not_halved", lambda p: (-p.b, -p.c), "Take half of the numbers with x and y."),
        Slip(
            "as_written",
            lambda p: (p.b, p.c),
            "Halve the numbers with x and y, and turn their signs.",
        ),
        Slip("swapped", lambda p: (p.k, p.h), "You swapped the two. First x, then y."),
        Slip("one_sign", lambda p: (p.h, -p.k), "x is right. Check the sign of y."),
    ),
    hints=("Complete the square for x and for y.", "Half of {b} stands in the bracket with x."),
    steps=(
        Step("x of the center: half of {b}, with the other sign.", "0 - ({b})/2", "{h}"),
        Step("y of the center: half of {c}, with the other sign.", "0 - ({c})/2", "{k}"),
    ),
    form=POINT,
)


def _at(p: Params, x: Fraction | int, y: Fraction | int) -> Fraction | int:
    return x * x + y * y + p.b * x + p.c * y + p.last


FAMILIES = (
    _EQUATION,
    _RADIUS,
    _CENTER,
)

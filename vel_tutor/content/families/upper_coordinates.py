"""Circles and shapes on the plane: equations, centers, areas, right angles."""

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
        "Half of {b} and half of {c}, both squared, come in.",
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


_AREA = Family(
    id="math.coordinate_proofs.area",
    skill="math.coordinate_proofs",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=90,
    params={
        "a": range(-6, 7),
        "b": range(-6, 7),
        "u": range(-8, 9),
        "v": range(-8, 9),
        "s": range(-8, 9),
        "t": range(-8, 9),
    },
    derive=lambda p: {
        "c": p.a + p.u,
        "d": p.b + p.v,
        "e": p.a + p.s,
        "f": p.b + p.t,
        "one": p.u * p.t,
        "two": p.s * p.v,
        "twice": abs(p.u * p.t - p.s * p.v),
        "area": Fraction(abs(p.u * p.t - p.s * p.v), 2),
        "us": signed(p.u),
        "vs": signed(p.v),
        "ss": signed(p.s),
        "ts": signed(p.t),
        "twos": signed(p.s * p.v),
        "box": (max(0, p.u, p.s) - min(0, p.u, p.s)) * (max(0, p.v, p.t) - min(0, p.v, p.t)),
    },
    where=(lambda p: p.u and p.v and p.s and p.t and p.twice > 4 and p.one * p.two,),
    stem="What is the area of the triangle with the corners ({a}, {b}), ({c}, {d}) and ({e}, {f})?",
    key=lambda p: p.area,
    checker=lambda p, v: 2 * v == abs(p.a * (p.d - p.f) + p.c * (p.f - p.b) + p.e * (p.b - p.d)),
    misconceptions=(
        Slip("parallelogram", lambda p: p.twice, "That is twice the triangle. Halve it."),
        Slip(
            "adds_products",
            lambda p: Fraction(abs(p.one + p.two), 2),
            "The two products are subtracted: {one} minus {two}.",
        ),
        Slip("half_box", lambda p: Fraction(p.box, 2), "The box around it is not simply halved."),
        Slip("box", lambda p: p.box, "That is the box around the triangle. Take the corners off."),
        Slip(
            "first_product",
            lambda p: Fraction(abs(p.one), 2),
            "The second product is missing: {s} times {v}.",
        ),
    ),
    hints=(
        "Draw the box around it and take three corners off, or use the steps from one corner.",
        "From ({a}, {b}) the steps are ({u}, {v}) and ({s}, {t}). Multiply crosswise.",
    ),
    steps=(
        Step("From the first corner: first product.", "{us} * {ts}", "{one}"),
        Step("Second product.", "{ss} * {vs}", "{two}"),
        Step("Their difference, without its sign:", "abs({one} - {twos})", "{twice}"),
        Step("Half of it:", "{twice} ÷ 2", "{area}"),
    ),
    form=RATIONAL,
)

_FOURTH = Family(
    id="math.coordinate_proofs.parallelogram",
    skill="math.coordinate_proofs",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "a": range(-8, 9),
        "b": range(-8, 9),
        "c": range(-8, 9),
        "d": range(-8, 9),
        "e": range(-8, 9),
        "f": range(-8, 9),
    },
    derive=lambda p: {
        "x": p.a + p.e - p.c,
        "y": p.b + p.f - p.d,
        "cs": signed(p.c),
        "ds": signed(p.d),
        "es": signed(p.e),
        "fs": signed(p.f),
    },
    where=(
        lambda p: (p.c - p.a) * (p.f - p.b) != (p.e - p.a) * (p.d - p.b),
        lambda p: len({(p.a, p.b), (p.c, p.d), (p.e, p.f)}) == 3 and p.x != p.y,
    ),
    stem=(
        "A({a}, {b}), B({c}, {d}) and C({e}, {f}) are corners of the parallelogram ABCD. Where is"
        " D? Write it like (3, -2)."
    ),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: (v[0] + p.c, v[1] + p.d) == (p.a + p.e, p.b + p.f),
    misconceptions=(
        Slip(
            "opposite_of_c",
            lambda p: (p.a + p.c - p.e, p.b + p.d - p.f),
            "D lies across from B, not across from C.",
        ),
        Slip(
            "opposite_of_a",
            lambda p: (p.c + p.e - p.a, p.d + p.f - p.b),
            "D lies across from B, not across from A.",
        ),
        Slip(
            "middle",
            lambda p: (Fraction(p.a + p.e, 2), Fraction(p.b + p.f, 2)),
            "That is the middle, where the diagonals cross.",
        ),
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two. First x, then y."),
        Slip(
            "all_added",
            lambda p: (p.a + p.c + p.e, p.b + p.d + p.f),
            "Take B away: from A go as from B to C.",
        ),
    ),
    hints=(
        "The way from A to D is the same as from B to C.",
        "How far is it from B to C? Go that far from A.",
    ),
    steps=(
        Step("From A as from B to C, across:", "{a} + {es} - {cs}", "{x}"),
        Step("And up:", "{b} + {fs} - {ds}", "{y}"),
    ),
    form=POINT,
)

_RIGHT_ANGLE = Family(
    id="math.coordinate_proofs.right_angle",
    skill="math.coordinate_proofs",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=90,
    params={
        "a": range(-6, 7),
        "b": range(-6, 7),
        "u": range(-7, 8),
        "v": range(-7, 8),
        "s": range(-8, 9),
    },
    derive=lambda p: {
        "c": p.a + p.u,
        "d": p.b + p.v,
        "e": p.a + p.s,
        "t": Fraction(-p.u * p.s, p.v) if p.v else 0,
        "k": p.b + (Fraction(-p.u * p.s, p.v) if p.v else 0),
        "slope": Fraction(p.v, p.u) if p.u else 0,
        "cross": Fraction(-p.u, p.v) if p.v else 0,
        "us": signed(p.u),
        "ss": signed(p.s),
    },
    where=(
        lambda p: (
            p.u and p.v and p.s and p.u != p.s and p.t.denominator < 4 and abs(p.u) != abs(p.v)
        ),
    ),
    stem=(
        "P is ({a}, {b}), Q is ({c}, {d}) and R is ({e}, k). The angle at P is a right angle. What"
        " is k?"
    ),
    key=lambda p: p.k,
    checker=lambda p, v: p.u * p.s + p.v * (v - p.b) == 0,
    misconceptions=(
        Slip("on_the_line", lambda p: p.b + p.slope * p.s, "Then P, Q and R lie on one line."),
        Slip(
            "sign_only",
            lambda p: p.b - p.slope * p.s,
            "Turn the slope over as well, not only its sign.",
        ),
        Slip("turned_only", lambda p: p.b - p.t, "Turn the slope over and change its sign too."),
        Slip("step_only", lambda p: p.t, "That is the step up from P. Add the y of P."),
        Slip("from_q", lambda p: p.d + p.t, "The right angle is at P: start there."),
    ),
    hints=(
        "What is the slope of PQ? And of a line at a right angle to it?",
        "The slope of PR must be [[{cross}]]. R lies {s} across from P.",
    ),
    steps=(
        Step("The slope of PQ:", "({d} - ({b})) ÷ {us}", "{slope}"),
        Step("At a right angle it is:", "-1 ÷ ({slope})", "{cross}"),
        Step("From P, {s} across, that is up by:", "{ss} * ({cross})", "{t}"),
        Step("So k is:", "{b} + ({t})", "{k}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_EQUATION, _RADIUS, _CENTER, _AREA, _FOURTH, _RIGHT_ANGLE)

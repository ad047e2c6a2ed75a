"""Bottoms without roots, and equations with roots."""

from vel_tutor.content import arith
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus, signed
from vel_tutor.vocabulary import ItemFormat

_FREE = (2, 3, 5, 6, 7, 10, 11, 13, 14, 15)


def _root(outside: int, inside: int) -> str:
    """`3sqrt(2)`; a single root without a 1 in front."""
    front = {1: "", -1: "-"}.get(outside, str(outside))
    return f"{front}sqrt({inside})"


def _equals(text: str, wanted: str) -> bool:
    return arith.exact(arith.parse(text)) == arith.exact(arith.parse(wanted))


def _rationalized(p: Params) -> dict[str, object]:
    below = p.b**2 - p.n
    return {
        "full": f"{p.a * below}/({p.b} - sqrt({p.n}))",
        "top": p.a * below,
        "below": below,
        "ab": p.a * p.b,
        "key": f"{p.a * p.b} + {_root(p.a, p.n)}",
        "belows": signed(below),
        "turned": p.b**2 + p.n,
    }


_RATIONALIZE = Family(
    id="math.radical_equations.rationalize",
    skill="math.radical_equations",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=90,
    params={"a": range(1, 8), "b": range(2, 9), "n": _FREE},
    derive=_rationalized,
    where=(lambda p: p.below > 1,),
    stem="Write [[{full}]] without a root below the bar, like 2 + 3sqrt(5).",
    key=lambda p: p.key,
    checker=lambda p, v: _equals(f"({v})({p.b} - sqrt({p.n}))", str(p.top)),
    misconceptions=(
        Slip(
            "sign_stays",
            lambda p: f"{p.ab} - {_root(p.a, p.n)}",
            "Multiply by {b} plus the root, with the other sign.",
        ),
        Slip(
            "not_divided",
            lambda p: f"{p.top * p.b} + {_root(p.top, p.n)}",
            "Below is {below} now. Divide by it.",
        ),
        Slip(
            "divides_one_part",
            lambda p: f"{p.ab} + {_root(p.top, p.n)}",
            "Divide both parts by {below}, not only the first one.",
        ),
        Slip(
            "bottom_added",
            lambda p: f"({p.top}({p.b} + sqrt({p.n})))/{p.turned}",
            "Below, the square of the root is taken away: {b} squared minus {n}.",
        ),
        Slip(
            "root_only",
            lambda p: f"{p.top}/{p.b} - {p.top}sqrt({p.n})/{p.n}",
            "A fraction with a sum below cannot be split like that.",
        ),
    ),
    hints=(
        "Multiply above and below by the same sum with the other sign.",
        "Multiply above and below by [[{b} + sqrt({n})]]. The root below goes away.",
    ),
    steps=(
        Step("The new bottom:", "({b} - sqrt({n}))({b} + sqrt({n}))", "{below}"),
        Step("The top over the bottom, before the bracket:", "{top} ÷ {below}", "{a}"),
        Step("Times the bracket:", "{full}", "{key}"),
    ),
    form=EXPRESSION,
    must="surd",
)


def _true_only(p: Params) -> dict[str, object]:
    a = (p.x - p.c) ** 2 - p.k * p.x
    other = 2 * p.c + p.k - p.x
    return {
        "a": a,
        "other": other,
        "inside": f"{'' if p.k == 1 else p.k}x {plus(a)}",
        "right": f"x {plus(-p.c)}",
        "sum": 2 * p.c + p.k,
        "product": p.c**2 - a,
        "xs": signed(p.x),
        "cs": signed(p.c),
        "square": (p.x - p.c) ** 2,
        "side": p.x - p.c,
        "asign": plus(a),
        "as_": signed(a),
    }


_ROOT_EQUATION = Family(
    id="math.radical_equations.solve",
    skill="math.radical_equations",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={"x": range(-6, 16), "c": range(-9, 10), "k": range(1, 9)},
    derive=_true_only,
    where=(
        lambda p: p.x > p.c > p.other and p.c and p.a and p.other and p.x,
        lambda p: p.side < 12,
    ),
    stem="Solve [[sqrt({inside}) = {right}]]. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: v >= p.c and p.k * v + p.a == v * v - 2 * p.c * v + p.c * p.c,
    misconceptions=(
        Slip(
            "false_solution",
            lambda p: p.other,
            "There [[{right}]] is negative, but a root is not. Squaring let it slip in.",
        ),
        Slip("sum", lambda p: p.sum, "That is the sum of both candidates. Test each one."),
        Slip("sign", lambda p: -p.x, "Put it in: do both sides agree?"),
        Slip(
            "squares_parts",
            lambda p: -p.other,
            "Put it in: the sides differ. Square all of [[{right}]], with its middle part.",
        ),
        Slip("right_zero", lambda p: p.c, "There the right side is 0. Is the left side 0 too?"),
    ),
    hints=(
        "Square both sides. Then test each solution.",
        "Bring all to one side after squaring, and factor. One of the two is false.",
    ),
    steps=(
        Step("Squared, with 0 on one side, the candidates add up to:", "2 * {cs} + {k}", "{sum}"),
        Step("Their product is:", "{cs}^2 - {as_}", "{product}"),
        Step(
            "So they are {x} and {other}. At {x} the root is:", "sqrt({k} * {xs} {asign})", "{side}"
        ),
        Step("That is the right side; at {other} it fails. So x is:", "{side} + {cs}", "{x}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _RATIONALIZE,
    _ROOT_EQUATION,
)

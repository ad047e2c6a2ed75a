"""First ideas of calculus: slopes at a point, tangents, speeds, turning points."""

from fractions import Fraction

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus, polynomial, signed
from vel_tutor.vocabulary import ItemFormat

_DERIVE = Family(
    id="math.derivatives.rule",
    skill="math.derivatives",
    grade=13,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={
        "a": range(-6, 7),
        "b": range(-9, 10),
        "c": range(-12, 13),
        "d": range(-20, 21),
        "n": (3, 4, 5),
    },
    derive=lambda p: {
        "rule": f"{polynomial(p.a, *([0] * (p.n - 3)), p.b, p.c, p.d)}",
        "key": f"{polynomial(p.a * p.n, *([0] * (p.n - 3)), 2 * p.b, p.c)}",
        "lead": p.a * p.n,
        "double": 2 * p.b,
        "m": p.n - 1,
        "as_": signed(p.a),
        "bs": signed(p.b),
    },
    where=(lambda p: p.a and p.b and p.c and p.d and abs(p.a) != 1,),
    stem="What is the derivative of [[f(x) = {rule}]]?",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: _slope_at(p, t)),
    misconceptions=(
        Slip(
            "exponent_stays",
            lambda p: polynomial(p.lead, *([0] * (p.n - 3)), p.double, p.c, 0),
            "The exponents also go down by 1.",
        ),
        Slip(
            "exponent_not_in_front",
            lambda p: polynomial(p.a, *([0] * (p.n - 3)), p.b, p.c),
            "Each exponent comes in front as a factor.",
        ),
        Slip(
            "number_stays",
            lambda p: f"{p.key} {plus(p.d)}",
            "A number alone does not change, so its derivative is 0.",
        ),
        Slip(
            "x_stays",
            lambda p: polynomial(p.lead, *([0] * (p.n - 3)), p.double, 0) + f" {plus(p.c)}x",
            "The derivative of {c}x is just {c}.",
        ),
        Slip(
            "first_only",
            lambda p: polynomial(p.lead, *([0] * (p.n - 3)), p.b, p.c),
            "For the square, 2 comes in front: {double}x.",
        ),
    ),
    hints=("Take each part by itself.", "The exponent comes in front, and goes down by 1."),
    steps=(
        Step("In front of the leading part:", "{n} * {as_}", "{lead}"),
        Step("In front of x:", "2 * {bs}", "{double}"),
        Step("So the derivative is:", "{lead}x^{m} + ({double})x + ({c})", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
)


def _slope_at(p: Params, x: Fraction) -> Fraction:
    """The slope by secants that close in evenly from both sides, at three widths."""

    def f(t: Fraction) -> Fraction:
        return p.a * t**p.n + p.b * t**2 + p.c * t + p.d

    def secant(h: int) -> Fraction:
        return (f(x + h) - f(x - h)) / (2 * h)

    return Fraction(15 * secant(1) - 6 * secant(2) + secant(3), 10)


def _touching(p: Params) -> dict[str, object]:
    slope = 2 * p.a * p.x + p.b
    y = p.a * p.x**2 + p.b * p.x + p.c
    return {
        "rule": polynomial(p.a, p.b, p.c),
        "slope": slope,
        "y": y,
        "start": y - slope * p.x,
        "key": polynomial(slope, y - slope * p.x),
        "as_": signed(p.a),
        "xs": signed(p.x),
        "bp": plus(p.b),
        "cp": plus(p.c),
        "slopes": signed(slope),
    }


_TANGENT = Family(
    id="math.derivatives.tangent",
    skill="math.derivatives",
    grade=13,
    format=ItemFormat.EXPRESSION,
    time_s=90,
    params={"a": range(-4, 5), "b": range(-9, 10), "c": range(-9, 10), "x": range(-4, 5)},
    derive=_touching,
    where=(lambda p: p.a and p.b and p.c and p.x and p.slope and p.start,),
    stem="Which line touches the graph of [[f(x) = {rule}]] at x = {x}? Write it like 3x + 2.",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(f"{p.rule} - ({v})", "x", lambda t: p.a * (t - p.x) ** 2),
    misconceptions=(
        Slip(
            "derivative",
            lambda p: polynomial(2 * p.a, p.b),
            "That is the derivative for every x. Put x = {x} in to get the slope.",
        ),
        Slip(
            "y_as_start",
            lambda p: polynomial(p.slope, p.y),
            "{y} is the height at x = {x}. The line needs its height at x = 0.",
        ),
        Slip(
            "through_zero",
            lambda p: polynomial(p.slope, 0),
            "The slope is right. Where does the line meet the y-axis?",
        ),
        Slip(
            "start_sign",
            lambda p: polynomial(p.slope, p.y + p.slope * p.x),
            "Go back from x = {x} to 0: take slope times {x} away.",
        ),
        Slip(
            "start_of_curve",
            lambda p: polynomial(p.slope, p.c),
            "{c} is where the curve meets the y-axis, not the line.",
        ),
    ),
    hints=(
        "The derivative at x = {x} is the slope.",
        "The line goes through the point of the curve at x = {x}.",
    ),
    steps=(
        Step("The slope at x = {x}:", "2 * {as_} * {xs} {bp}", "{slope}"),
        Step("The height there:", "{as_} * {xs}^2 {bp} * {xs} {cp}", "{y}"),
        Step("Back at x = 0 the line has the height:", "{y} - {slopes} * {xs}", "{start}"),
        Step("So the line is:", "{slopes}x + ({start})", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
)

_VELOCITY = Family(
    id="math.derivative_uses.velocity",
    skill="math.derivative_uses",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "what": ("A tram", "A drone", "A skater", "A train"),
        "a": range(1, 5),
        "b": range(-12, 13),
        "c": range(2, 40),
        "t": range(2, 8),
    },
    derive=lambda p: {
        "rule": polynomial(p.a, p.b, p.c, 0, letter="t"),
        "square": 3 * p.a * p.t**2,
        "linear": 2 * p.b * p.t,
        "v": 3 * p.a * p.t**2 + 2 * p.b * p.t + p.c,
        "s": p.a * p.t**3 + p.b * p.t**2 + p.c * p.t,
        "bs": signed(p.b),
        "lp": plus(2 * p.b * p.t),
    },
    where=(lambda p: p.b and p.v > 0 and 3 * p.a * p.c > p.b**2,),
    canon=lambda p: (p.a, p.b, p.c, p.t),
    stem=(
        "{what} is [[{rule}]] meters from a sign after t seconds. How fast is it after {t} seconds?"
    ),
    key=lambda p: p.v,
    checker=lambda p, v: v == _centred(p, 1) - p.a,
    misconceptions=(
        Slip("position", lambda p: p.s, "That is where it is. How fast does this change?"),
        Slip("average", lambda p: Fraction(p.s, p.t), "That is the average speed from the start."),
        Slip(
            "no_last_part", lambda p: p.square + p.linear, "The part {c}t has the derivative {c}."
        ),
        Slip(
            "second_derivative",
            lambda p: 6 * p.a * p.t + 2 * p.b,
            "You took the derivative twice: that is how the speed changes.",
        ),
        Slip(
            "exponents_stay",
            lambda p: 3 * p.a * p.t**3 + 2 * p.b * p.t**2 + p.c * p.t,
            "The exponents go down by 1 as well.",
        ),
    ),
    hints=(
        "The speed is the derivative of the position.",
        "Derive each part, then put t = {t} in.",
    ),
    steps=(
        Step("The first part of the derivative:", "3 * {a} * {t}^2", "{square}"),
        Step("The second part:", "2 * {bs} * {t}", "{linear}"),
        Step("With the last part:", "{square} {lp} + {c}", "{v}"),
    ),
    form=RATIONAL,
    unit="m/s",
)


def _centred(p: Params, h: int) -> Fraction:
    """The mean speed from just before to just after; for a cubic it is off by its lead only."""

    def s(t: int) -> int:
        return p.a * t**3 + p.b * t**2 + p.c * t

    return Fraction(s(p.t + h) - s(p.t - h), 2 * h)


_EXTREME = Family(
    id="math.derivative_uses.extremes",
    skill="math.derivative_uses",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "a": (1, 2, -1, -2),
        "u": range(-7, 8),
        "w": range(-7, 8),
        "d": range(-20, 21),
        "ask": ("maximum", "minimum"),
    },
    derive=lambda p: {
        "rule": polynomial(2 * p.a, -3 * p.a * (p.u + p.w), 6 * p.a * p.u * p.w, p.d),
        "slope": polynomial(6 * p.a, -6 * p.a * (p.u + p.w), 6 * p.a * p.u * p.w),
        "factored": f"{6 * p.a}(x {plus(-p.u)})(x {plus(-p.w)})",
        "key": (p.u if p.ask == "maximum" else p.w)
        if p.a > 0
        else (p.w if p.ask == "maximum" else p.u),
        "other": (p.w if p.ask == "maximum" else p.u)
        if p.a > 0
        else (p.u if p.ask == "maximum" else p.w),
    },
    where=(lambda p: p.u < p.w and p.u and p.w and p.u + p.w and p.d,),
    stem="At which x has [[f(x) = {rule}]] a local {ask}?",
    key=lambda p: p.key,
    checker=lambda p, v: _turns(p, v),
    misconceptions=(
        Slip(
            "other_one", lambda p: p.other, "There is a turning point too, but of the other kind."
        ),
        Slip(
            "signs",
            lambda p: -p.key,
            "Each bracket of the derivative is 0 at the opposite of its number.",
        ),
        Slip(
            "middle",
            lambda p: Fraction(p.u + p.w, 2),
            "There the graph changes its bend. The slope is not 0.",
        ),
        Slip("start", lambda p: p.d, "{d} is only the value of f at x = 0."),
        Slip("zero", lambda p: 0, "Set the derivative to 0, not x."),
    ),
    hints=(
        "Where is the derivative 0?",
        "The derivative is [[{slope}]]. Factor it, and look at its sign on both sides.",
    ),
    steps=(
        Step("The derivative, factored:", "{slope}", "{factored}"),
        Step(
            "It is 0 at {u} and {w}. By the sign on both sides, the {ask} is at:",
            "{key} + 0",
            "{key}",
        ),
    ),
    form=RATIONAL,
)


def _turns(p: Params, x: Fraction | int) -> bool:
    """Whether the value there beats both values close by."""

    def f(t: Fraction) -> Fraction:
        return p.a * (2 * t**3 - 3 * (p.u + p.w) * t**2 + 6 * p.u * p.w * t) + p.d

    here, close = f(Fraction(x)), [f(x + h) for h in (Fraction(-1, 100), Fraction(1, 100))]
    return here > max(close) if p.ask == "maximum" else here < min(close)


FAMILIES = (
    _DERIVE,
    _TANGENT,
    _VELOCITY,
    _EXTREME,
)

"""Rational expressions: shortening, adding, equations."""

from fractions import Fraction

from vel_tutor.content.algebra import same
from vel_tutor.content.arith import parse
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus, polynomial, signed, times
from vel_tutor.vocabulary import ItemFormat


def _x(number: int) -> str:
    return f"x {plus(number)}" if number else "x"


def _over(top: str, bottom: str) -> str:
    return f"({top})/({bottom})"


_SHORTEN = Family(
    id="math.rational_expressions.shorten",
    skill="math.rational_expressions",
    grade=11,
    format=ItemFormat.CHOICE,
    time_s=80,
    params={"a": range(-9, 10), "b": range(-9, 10), "c": range(-9, 10)},
    derive=lambda p: {
        "top": polynomial(1, p.a + p.b, p.a * p.b),
        "bottom": polynomial(1, p.a + p.c, p.a * p.c),
        "full": _over(polynomial(1, p.a + p.b, p.a * p.b), polynomial(1, p.a + p.c, p.a * p.c)),
        "key": _over(_x(p.b), _x(p.c)),
        "shared": _x(p.a),
        "factored": f"(({_x(p.a)})({_x(p.b)}))/(({_x(p.a)})({_x(p.c)}))",
    },
    where=(
        lambda p: p.a and p.b and p.c and len({abs(p.a), abs(p.b), abs(p.c)}) == 3,
        lambda p: p.a + p.b and p.a + p.c,
    ),
    stem="Which is [[{full}]] in its shortest form?",
    key=lambda p: p.key,
    checker=lambda p, v: same(parse(f"({v})({p.bottom})"), parse(p.top)),
    misconceptions=(
        Slip(
            "strikes_terms",
            lambda p: _over(
                f"{times(p.a + p.b, 'x')} {plus(p.a * p.b)}",
                f"{times(p.a + p.c, 'x')} {plus(p.a * p.c)}",
            ),
            "You struck out the squares. Only common factors may go, not terms of a sum.",
        ),
        Slip(
            "signs_turned",
            lambda p: _over(_x(-p.b), _x(-p.c)),
            "Factor again: the numbers in the brackets have other signs.",
        ),
        Slip(
            "top_sign",
            lambda p: _over(_x(-p.b), _x(p.c)),
            "Check the top: which two numbers have the right sum and product?",
        ),
        Slip(
            "bottom_sign",
            lambda p: _over(_x(p.b), _x(-p.c)),
            "Check the bottom: which two numbers have the right sum and product?",
        ),
        Slip(
            "turned_over",
            lambda p: _over(_x(p.c), _x(p.b)),
            "Top and bottom changed places.",
        ),
        Slip(
            "strikes_wrong_factor",
            lambda p: _over(_x(p.a), _x(p.c)),
            "[[{shared}]] stands above and below: that is the one that goes.",
        ),
        Slip(
            "keeps_shared_below",
            lambda p: _over(_x(p.b), _x(p.a)),
            "[[{shared}]] goes, above and below. What is left below?",
        ),
    ),
    hints=("Factor the top and the bottom.", "Both have the factor [[{shared}]]."),
    steps=(
        Step("Factor both.", "{full}", "{factored}"),
        Step("The common factor goes.", "{factored}", "{key}"),
    ),
    form=EXPRESSION,
)


def _added(p: Params) -> dict[str, object]:
    top = f"{p.a + p.b}x {plus(p.a * p.v + p.b * p.u)}"
    product = f"({_x(p.u)})({_x(p.v)})"
    return {
        "one": f"{p.a}/({_x(p.u)})",
        "two": f"{p.b}/({_x(p.v)})",
        "number": p.a * p.v + p.b * p.u,
        "below": product,
        "key": f"({top})/({product})",
        "us": signed(p.u),
        "vs": signed(p.v),
        "lift": f"({p.a}({_x(p.v)}) + {p.b}({_x(p.u)}))/({product})",
        "s": p.a + p.b,
    }


_ADD = Family(
    id="math.rational_expressions.add",
    skill="math.rational_expressions",
    grade=11,
    format=ItemFormat.CHOICE,
    time_s=80,
    params={"a": range(2, 9), "b": range(2, 9), "u": range(-7, 8), "v": range(-7, 8)},
    derive=_added,
    where=(lambda p: p.u and p.v and abs(p.u) != abs(p.v) and p.a != p.b and p.number,),
    stem="Which is [[{one} + {two}]] as one fraction?",
    key=lambda p: p.key,
    checker=lambda p, v: same(parse(f"({v})({_x(p.u)}) - ({p.two})({_x(p.u)})"), parse(str(p.a))),
    misconceptions=(
        Slip(
            "tops_and_bottoms",
            lambda p: f"{p.s}/(2x {plus(p.u + p.v)})" if p.u + p.v else None,
            "Fractions are not added top to top and bottom to bottom.",
        ),
        Slip(
            "tops_over_product",
            lambda p: f"{p.s}/({p.below})",
            "The bottoms are fine. The tops must be multiplied as well.",
        ),
        Slip(
            "bottoms_added_too",
            lambda p: f"({p.s}x {plus(p.number)})/(2({p.below}))",
            "Once the bottoms are the same, the bottom stays. Only the tops are added.",
        ),
        Slip(
            "own_bottoms",
            lambda p: f"({p.s}x {plus(p.a * p.u + p.b * p.v)})/({p.below})",
            "Each top is multiplied by the other bottom, not by its own.",
        ),
        Slip(
            "number_sign",
            lambda p: f"({p.s}x {plus(-p.number)})/({p.below})",
            "Check the number on top: {a} times {v} and {b} times {u}.",
        ),
        Slip(
            "bracket_half",
            lambda p: f"({p.s}x {plus(p.u + p.v)})/({p.below})",
            "{a} and {b} also multiply the numbers in the brackets.",
        ),
        Slip(
            "multiplied",
            lambda p: f"{p.a * p.b}/({p.below})",
            "You multiplied the fractions. Add them.",
        ),
        Slip(
            "difference",
            lambda p: (
                f"({times(p.a - p.b, 'x')} {plus(p.a * p.v - p.b * p.u)})/({p.below})"
                if p.a * p.v != p.b * p.u
                else None
            ),
            "You subtracted the fractions. There is a plus between them.",
        ),
    ),
    hints=(
        "Bring both to the same bottom, the product of the two.",
        "The first top becomes [[{a}(x + {vs})]].",
    ),
    steps=(
        Step("Bring both to the same bottom.", "{one} + {two}", "{lift}"),
        Step("The number on top:", "{a} * {vs} + {b} * {us}", "{number}"),
        Step("Together:", "{lift}", "{key}"),
    ),
    form=EXPRESSION,
)


def _crossed(p: Params, u: int) -> dict[str, object]:
    return {
        "left": f"{p.a}/({_x(u)})",
        "right": f"{p.b}/({_x(p.v)})",
        "number": p.b * u - p.a * p.v,
        "k": p.a - p.b,
        "us": signed(u),
        "vs": signed(p.v),
        "ks": signed(p.a - p.b),
    }


_EQUATION = Family(
    id="math.rational_equations.proportion",
    skill="math.rational_equations",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={"a": range(2, 13), "b": range(2, 13), "v": range(-9, 10), "m": range(-6, 7)},
    derive=lambda p: {
        "x": p.b * p.m - p.v,
        "u": p.a * p.m - p.b * p.m + p.v,
        **_crossed(p, p.a * p.m - p.b * p.m + p.v),
    },
    where=(
        lambda p: p.a != p.b and p.u and p.v and p.u != p.v and p.m and p.x,
        lambda p: abs(p.u) < 20,
    ),
    stem="Solve [[{left} = {right}]]. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: v + p.u != 0 and Fraction(p.a) / (v + p.u) * (v + p.v) == p.b,
    misconceptions=(
        Slip(
            "crosses_wrongly",
            lambda p: Fraction(p.b * p.v - p.a * p.u, p.k),
            "Each top goes with the other bottom: {a} with the right one.",
        ),
        Slip(
            "bracket_half",
            lambda p: Fraction(p.u - p.v, p.k),
            "{a} and {b} also multiply the numbers in the brackets.",
        ),
        Slip("sign", lambda p: -p.x, "Check the sign: put your number in for x."),
        Slip("not_divided", lambda p: p.number, "That is {k} times x. Divide by {k}."),
        Slip(
            "adds_letters",
            lambda p: Fraction(p.number, p.a + p.b),
            "To bring {b}x to the left, take it away.",
        ),
        Slip("bottom_zero", lambda p: -p.u, "There the left bottom is 0, so it cannot be."),
    ),
    hints=("Multiply by both bottoms.", "That gives {a} times one bracket, {b} times the other."),
    steps=(
        Step("After multiplying, x is left on the left:", "{a} - {b}", "{k}"),
        Step("times, and on the right is:", "{b} * {us} - {a} * {vs}", "{number}"),
        Step("Divide.", "{number} ÷ {ks}", "{x}"),
    ),
    form=RATIONAL,
)

_WORK = Family(
    id="math.rational_equations.work",
    skill="math.rational_equations",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=90,
    params={
        "what": (
            "fill a tank",
            "paint a fence",
            "mow a field",
            "print the papers",
            "pack the boxes",
        ),
        "a": range(2, 16),
        "b": range(2, 31),
    },
    derive=lambda p: {
        "t": Fraction(p.a * p.b, p.a + p.b),
        "rate": Fraction(p.a + p.b, p.a * p.b),
    },
    where=(lambda p: p.a < p.b and p.t.denominator < 25,),
    canon=lambda p: (p.a, p.b, p.what),
    stem=(
        "One machine needs {a} hours to {what}, a slower one needs {b} hours. How many hours do"
        " both need together?"
    ),
    key=lambda p: p.t,
    checker=lambda p, v: v / Fraction(p.a) + v / Fraction(p.b) == 1,
    misconceptions=(
        Slip("sum", lambda p: p.a + p.b, "Together they are faster than each one alone."),
        Slip(
            "mean",
            lambda p: Fraction(p.a + p.b, 2),
            "That is longer than the fast one needs alone.",
        ),
        Slip("rate", lambda p: p.rate, "That is the part they do in one hour. Turn it over."),
        Slip(
            "half_of_fast",
            lambda p: Fraction(p.a, 2),
            "The other machine is slower, so it takes longer.",
        ),
        Slip("half_of_slow", lambda p: Fraction(p.b, 2), "The two machines are not equally fast."),
        Slip(
            "difference",
            lambda p: p.b - p.a,
            "Do not subtract times. Add the parts done in an hour.",
        ),
    ),
    hints=(
        "Which part of the work does each machine do in one hour?",
        "In one hour they do [[1/{a}]] and [[1/{b}]] of it.",
    ),
    steps=(
        Step("The part done together in one hour:", "1/{a} + 1/{b}", "{rate}"),
        Step("The whole takes:", "1 ÷ ({rate})", "{t}"),
    ),
    form=RATIONAL,
    unit="hours",
)


FAMILIES = (
    _SHORTEN,
    _ADD,
    _EQUATION,
    _WORK,
)

"""Quadratics: multiplying out, factoring, solving."""

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _trinomial(middle: int, last: int) -> str:
    """`x^2 + 5x + 6`, without parts that are zero."""
    sign = "-" if middle < 0 else "+"
    second = f" {sign} {times(abs(middle), 'x')}" if middle else ""
    return f"x^2{second} {plus(last)}"


def _pair(a: int, b: int) -> str:
    return f"(x {plus(a)})(x {plus(b)})"


def _both_forms(p: Params) -> dict[str, object]:
    """The brackets of roots -a and -b, and what they come to multiplied out."""
    return {
        "sum": p.a + p.b,
        "product": p.a * p.b,
        "pair": _pair(p.a, p.b),
        "full": _trinomial(p.a + p.b, p.a * p.b),
        "aa": signed(p.a),
        "bb": signed(p.b),
    }


_MULTIPLY = Family(
    id="math.quadratics.multiply_out",
    skill="math.quadratics",
    grade=9,
    format=ItemFormat.EXPRESSION,
    time_s=50,
    params={"a": range(-9, 10), "b": range(-9, 10)},
    derive=_both_forms,
    where=(lambda p: p.a and p.b and p.a < p.b and p.sum,),
    stem="Multiply out: [[{pair}]]",
    key=lambda p: p.full,
    checker=lambda p, v: agrees(v, "x", lambda t: (t + p.a) * (t + p.b)),
    misconceptions=(
        Slip(
            "ends_only",
            lambda p: f"x^2 {plus(p.product)}",
            "You multiplied first by first and last by last. The two cross parts are missing.",
        ),
        Slip(
            "middle_sign",
            lambda p: _trinomial(-p.sum, p.product),
            "Check the middle: how many x do {a} and {b} make together?",
        ),
        Slip(
            "last_sign",
            lambda p: _trinomial(p.sum, -p.product),
            "Check the last part: {a} times {b}.",
        ),
        Slip(
            "swaps_sum_and_product",
            lambda p: _trinomial(p.product, p.sum),
            "The sum of {a} and {b} goes with x, their product stands alone.",
        ),
        Slip(
            "sum_twice",
            lambda p: _trinomial(p.sum, p.sum),
            "The last part is {a} times {b}, not their sum.",
        ),
    ),
    hints=(
        "Each part of the first bracket meets each part of the second.",
        "There are four products. Two of them are parts with x.",
    ),
    steps=(
        Step("The two cross parts together:", "{aa} + {bb}", "{sum}"),
        Step("Last times last:", "{aa} * {bb}", "{product}"),
        Step("All four parts:", "{pair}", "{full}"),
    ),
    form=EXPRESSION,
    must="expanded",
)

_FACTOR = Family(
    id="math.quadratics.factor",
    skill="math.quadratics",
    grade=9,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"a": range(-9, 10), "b": range(-9, 10)},
    derive=_both_forms,
    where=(lambda p: min(abs(p.a), abs(p.b)) > 1 and p.a < p.b and p.sum,),
    stem="Which product is the same as [[{full}]]?",
    key=lambda p: p.pair,
    checker=lambda p, v: agrees(v, "x", lambda t: t * t + p.sum * t + p.product),
    misconceptions=(
        Slip(
            "both_signs",
            lambda p: _pair(-p.b, -p.a),
            "The product fits, but the sum has the wrong sign. It must be {sum}.",
        ),
        Slip(
            "first_sign",
            lambda p: _pair(-p.a, p.b),
            "Check the last part: the two numbers must make {product}.",
        ),
        Slip(
            "second_sign",
            lambda p: _pair(p.a, -p.b),
            "The two numbers must make {product} when multiplied. Check a sign.",
        ),
        Slip(
            "one_and_product",
            lambda p: _pair(1, p.product),
            "1 and {product} give the right product, but not the sum {sum}.",
        ),
        Slip(
            "wide_pair",
            lambda p: _pair(p.a - 1, p.b + 1),
            "{sum} is the sum, well done. But these two do not make {product}.",
        ),
        Slip(
            "near_pair",
            lambda p: _pair(p.a + 1, p.b - 1),
            "The sum is right. Now multiply the two numbers: is it {product}?",
        ),
    ),
    hints=(
        "Look for two numbers: you know their sum and their product.",
        "Their product is {product} and their sum is {sum}.",
    ),
    steps=(
        Step("Their product must fit.", "{aa} * {bb}", "{product}"),
        Step("Their sum must fit.", "{aa} + {bb}", "{sum}"),
        Step("So these are the brackets.", "{full}", "{pair}"),
    ),
    form=EXPRESSION,
)

_SOLVE = Family(
    id="math.quadratics.larger_solution",
    skill="math.quadratics_solve",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"low": range(-9, 9), "high": range(-8, 10)},
    derive=lambda p: {
        "sum": p.low + p.high,
        "product": p.low * p.high,
        "full": _trinomial(-p.low - p.high, p.low * p.high),
        "pair": _pair(-p.low, -p.high),
        "hs": signed(p.high),
        "back": -p.high,
    },
    where=(lambda p: p.low < p.high and p.low and p.high and p.sum and p.high != -p.low,),
    stem="Solve [[{full} = 0]]. What is the larger solution?",
    key=lambda p: p.high,
    checker=lambda p, v: v * v - p.sum * v + p.product == 0 and 2 * v > p.sum,
    misconceptions=(
        Slip("smaller", lambda p: p.low, "That is a solution too, but the smaller one."),
        Slip(
            "sign",
            lambda p: -p.low,
            "You read the numbers from the brackets. Each bracket is zero at the opposite.",
        ),
        Slip("other_sign", lambda p: -p.high, "Check the sign: put your answer in for x."),
        Slip("sum", lambda p: p.sum, "That is the sum of both solutions."),
        Slip("product", lambda p: p.product, "That is the product of both solutions."),
    ),
    hints=(
        "Write it as a product of two brackets.",
        "Find two numbers with the sum {sum} and the product {product}.",
    ),
    steps=(
        Step("Write it as a product.", "{full}", "{pair}"),
        Step("The larger x makes this bracket zero.", "{hs} - {hs}", "0"),
        Step("So the larger solution is:", "0 - ({back})", "{high}"),
    ),
    form=INTEGER,
)

FAMILIES = (_MULTIPLY, _FACTOR, _SOLVE)

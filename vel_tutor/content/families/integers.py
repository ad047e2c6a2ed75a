"""Numbers below zero, and the order in which one works things out."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat


def _added(p: Params) -> Mapping[str, Any]:
    second = p.b if p.sign == "+" else -p.b
    return {
        "bb": signed(p.b),
        "second": second,
        "shown": signed(second),
        "result": p.a + second,
        "way": "right" if second > 0 else "left",
        "steps": abs(second),
    }


_ADD = Family(
    id="math.integers.add_subtract",
    skill="math.integers",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"a": range(-20, 21), "b": range(-15, 16), "sign": ("+", "-")},
    derive=_added,
    where=(
        lambda p: min(abs(p.a), abs(p.b)) > 1 and abs(p.a) != abs(p.b),
        lambda p: p.a < 0 or p.b < 0,
    ),
    stem="What is [[{a} {sign} {bb}]]?",
    key=lambda p: p.result,
    checker=lambda p, v: p.a == (v - p.b if p.sign == "+" else v + p.b),
    misconceptions=(
        Slip(
            "wrong_direction",
            lambda p: p.a - p.second,
            "You went the wrong way on the number line. From {a} it goes {steps} to the {way}.",
        ),
        Slip("sign_flipped", lambda p: -p.result, "The size is right, but not the side of zero."),
        Slip(
            "start_flipped",
            lambda p: p.second - p.a,
            "You started on the wrong side of zero. Start at {a}.",
        ),
        Slip(
            "miscounts_low",
            lambda p: p.result - 2,
            "Close. Count the {steps} steps from {a} again: you went too far left.",
        ),
        Slip(
            "miscounts_high",
            lambda p: p.result + 2,
            "Close. Count the {steps} steps from {a} again: you went too far right.",
        ),
    ),
    hints=(
        "Picture a number line and stand at the first number.",
        "Stand at {a} and go {steps} steps to the {way}.",
    ),
    steps=(Step("Write it as adding, then count along the line.", "{a} + {shown}", "{result}"),),
    form=INTEGER,
)

_MULTIPLY = Family(
    id="math.integers.multiply_divide",
    skill="math.integers_multiply",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={"a": range(-12, 13), "b": range(-12, 13), "sign": ("*", "÷")},
    derive=lambda p: {
        "n": p.a if p.sign == "*" else p.a * p.b,
        "bb": signed(p.b),
        "result": p.a * p.b if p.sign == "*" else p.a,
        "rule": "different signs give minus" if p.a * p.b < 0 else "equal signs give plus",
        "size": abs(p.a * p.b) if p.sign == "*" else abs(p.a),
        "nn": abs(p.a if p.sign == "*" else p.a * p.b),
        "mm": abs(p.b),
    },
    where=(lambda p: min(abs(p.a), abs(p.b)) > 1 and (p.a < 0 or p.b < 0),),
    stem="What is [[{n} {sign} {bb}]]?",
    key=lambda p: p.result,
    checker=lambda p, v: v * p.b == p.n if p.sign == "÷" else v == sum([p.a] * p.b) or _minus(p, v),
    misconceptions=(
        Slip("sign", lambda p: -p.result, "The size is right. For the sign: {rule}."),
        Slip("adds", lambda p: p.n + p.b, "You added the two numbers. Look at the sign again."),
        Slip("subtracts", lambda p: p.n - p.b, "You took the second number away instead."),
        Slip(
            "inverse",
            lambda p: Fraction(p.n, p.b) if p.sign == "*" else p.n * p.b,
            "You mixed up times and divided by. Look at the sign again.",
        ),
    ),
    hints=("First work it out as if both were above zero.", "Then the sign: {rule}."),
    steps=(
        Step("Without the signs:", "{nn} {sign} {mm}", "{size}"),
        Step("Now the sign: {rule}.", "{n} {sign} {bb}", "{result}"),
    ),
    form=INTEGER,
)


def _minus(p: Params, value: int) -> bool:
    """For a negative second number: taking `a` away that often."""
    return p.b < 0 and value == -sum([p.a] * -p.b)


_ORDER = Family(
    id="math.order.four_numbers",
    skill="math.order",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "a": range(3, 30),
        "b": range(2, 10),
        "c": range(2, 10),
        "d": range(2, 12),
        "sign": ("+", "-"),
    },
    derive=lambda p: {
        "inner": p.c + p.d,
        "product": p.b * (p.c + p.d),
        "result": p.a + p.b * (p.c + p.d) * (1 if p.sign == "+" else -1),
    },
    where=(lambda p: p.result >= 0,),
    stem="What is [[{a} {sign} {b} * ({c} + {d})]]?",
    key=lambda p: p.result,
    checker=lambda p, v: abs(v - p.a) == p.b * p.c + p.b * p.d and (v >= p.a) == (p.sign == "+"),
    misconceptions=(
        Slip(
            "left_to_right",
            lambda p: (p.a + p.b if p.sign == "+" else p.a - p.b) * p.inner,
            "Times comes before plus and minus: {a} has to wait.",
        ),
        Slip(
            "ignores_brackets",
            lambda p: p.a + (p.b * p.c if p.sign == "+" else -p.b * p.c) + p.d,
            "The brackets come first: {c} + {d} is one number.",
        ),
        Slip(
            "strictly_left",
            lambda p: (p.a + p.b if p.sign == "+" else p.a - p.b) * p.c + p.d,
            "You went from left to right. First brackets, then times, then plus or minus.",
        ),
        Slip("stops_early", lambda p: p.product, "That is the second part. What about the {a}?"),
        Slip(
            "adds_factor",
            lambda p: p.a + (p.b + p.inner) * (1 if p.sign == "+" else -1),
            "Between {b} and the brackets it says times, not plus.",
        ),
    ),
    hints=("What is inside the brackets comes first.", "Brackets are {inner}. Next comes times."),
    steps=(
        Step("Brackets first.", "{c} + {d}", "{inner}"),
        Step("Then times.", "{b} * {inner}", "{product}"),
        Step("Last, the rest.", "{a} {sign} {product}", "{result}"),
    ),
)

_POWERS_ORDER = Family(
    id="math.order.with_squares",
    skill="math.order",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"a": range(2, 8), "b": range(2, 10), "c": range(2, 31)},
    derive=lambda p: {
        "square": p.b**2,
        "product": p.a * p.b**2,
        "result": p.a * p.b**2 - p.c,
    },
    where=(lambda p: p.result > 0 and p.b != 2,),
    stem="What is [[{a} * {b}^2 - {c}]]?",
    key=lambda p: p.result,
    checker=lambda p, v: v + p.c == p.a * p.b * p.b,
    misconceptions=(
        Slip(
            "squares_product",
            lambda p: (p.a * p.b) ** 2 - p.c,
            "Only the {b} is squared, not {a} times {b}.",
        ),
        Slip(
            "doubles",
            lambda p: p.a * p.b * 2 - p.c,
            "[[{b}^2]] means {b} times {b}, not {b} times 2.",
        ),
        Slip(
            "subtracts_first",
            lambda p: p.a * (p.square - p.c),
            "You took {c} away too early. Times comes before minus.",
        ),
        Slip("no_square", lambda p: p.a * p.b - p.c, "You left the little 2 out: square the {b}."),
        Slip("drops_rest", lambda p: p.product, "Nearly there. You still have to take {c} away."),
    ),
    hints=("Powers come before times, times before minus.", "Start with {b} times {b}."),
    steps=(
        Step("The power first.", "{b}^2", "{square}"),
        Step("Then times.", "{a} * {square}", "{product}"),
        Step("Then take away.", "{product} - {c}", "{result}"),
    ),
)

FAMILIES = (_ADD, _MULTIPLY, _ORDER, _POWERS_ORDER)

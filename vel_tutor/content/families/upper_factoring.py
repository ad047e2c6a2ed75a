"""Factoring polynomials."""

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.content.latex import plus, polynomial, signed, times
from vel_tutor.vocabulary import ItemFormat


def _brackets(a: int, b: int, c: int, d: int) -> str:
    return f"({times(a, 'x')} {plus(b)})({times(c, 'x')} {plus(d)})"


_FACTOR = Family(
    id="math.polynomials.factor",
    skill="math.factoring",
    grade=10,
    format=ItemFormat.CHOICE,
    time_s=80,
    params={"a": (2, 3, 5, 7), "b": range(-9, 10), "d": range(-9, 10)},
    derive=lambda p: {
        "middle": p.a * p.d + p.b,
        "last": p.b * p.d,
        "full": polynomial(p.a, p.a * p.d + p.b, p.b * p.d),
        "key": _brackets(p.a, p.b, 1, p.d),
        "bs": signed(p.b),
        "ds": signed(p.d),
        "bp": plus(p.b),
    },
    where=(
        lambda p: abs(p.b) > 1 and abs(p.d) > 1 and p.b % p.a and p.middle,
        lambda p: abs(p.b) != abs(p.d),
    ),
    stem="Which product is the same as [[{full}]]?",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: p.a * t * t + p.middle * t + p.last),
    misconceptions=(
        Slip(
            "numbers_swapped",
            lambda p: _brackets(p.a, p.d, 1, p.b),
            "First and last part fit. But the middle part comes out wrong.",
        ),
        Slip(
            "signs_turned",
            lambda p: _brackets(p.a, -p.b, 1, -p.d),
            "The middle part has the wrong sign: it should be {middle} times x.",
        ),
        Slip(
            "first_sign",
            lambda p: _brackets(p.a, -p.b, 1, p.d),
            "Check the last part: the two numbers must make {last}.",
        ),
        Slip(
            "second_sign",
            lambda p: _brackets(p.a, p.b, 1, -p.d),
            "The two last numbers must make {last}. Check one sign.",
        ),
        Slip(
            "swapped_and_turned",
            lambda p: _brackets(p.a, -p.d, 1, -p.b),
            "Multiply it out: the part with x should be {middle} times x.",
        ),
        Slip(
            "front_twice",
            lambda p: _brackets(p.a, p.b, p.a, p.d),
            "This starts with {a} times {a}. It should start with {a}.",
        ),
    ),
    hints=(
        "Only one of the brackets starts with {a}x. The last numbers make {last}.",
        "Multiply the choices out. The part with x should be {middle} times x.",
    ),
    steps=(
        Step("The last part:", "{bs} * {ds}", "{last}"),
        Step("The part with x:", "{a} * {ds} {bp}", "{middle}"),
        Step("So these are the brackets.", "{full}", "{key}"),
    ),
    form=EXPRESSION,
)

_SQUARES = Family(
    id="math.polynomials.difference_of_squares",
    skill="math.factoring",
    grade=10,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"k": range(2, 10), "a": (1, 2, 3, 4, 5), "b": range(1, 12)},
    derive=lambda p: {
        "full": polynomial(p.k * p.a**2, 0, -p.k * p.b**2),
        "inner": polynomial(p.a**2, 0, -(p.b**2)),
        "key": f"{p.k}{_brackets(p.a, p.b, p.a, -p.b)}",
        "x": times(p.a, "x"),
    },
    where=(
        lambda p: (
            p.a != p.b and (p.a % 2 or p.b % 2) and (p.a % 3 or p.b % 3) and (p.a % 5 or p.b % 5)
        ),
    ),
    stem="Which product is the same as [[{full}]]?",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: p.k * (p.a * p.a * t * t - p.b * p.b)),
    misconceptions=(
        Slip(
            "square_of_difference",
            lambda p: f"{p.k}{_brackets(p.a, -p.b, p.a, -p.b)}",
            "With two minus signs there is a middle part, and it ends with plus.",
        ),
        Slip(
            "square_of_sum",
            lambda p: f"{p.k}{_brackets(p.a, p.b, p.a, p.b)}",
            "With two plus signs the middle part does not go away.",
        ),
        Slip(
            "no_root_of_number",
            lambda p: f"{p.k}{_brackets(p.a, p.b**2, p.a, -(p.b**2))}" if p.b > 1 else None,
            "Use the root of the last number: it is squared when you multiply.",
        ),
        Slip(
            "factor_lost",
            lambda p: _brackets(p.a, p.b, p.a, -p.b),
            "The common factor {k} is missing in front.",
        ),
        Slip(
            "factor_in_both",
            lambda p: _brackets(p.k * p.a, p.k * p.b, p.k * p.a, -p.k * p.b),
            "Now {k} is there twice, once in each bracket.",
        ),
        Slip(
            "no_root_of_front",
            lambda p: f"{p.k}{_brackets(p.a**2, p.b, 1, -p.b)}" if p.a > 1 else None,
            "Use the root of the first part in both brackets, or a middle part stays.",
        ),
        Slip(
            "larger_numbers",
            lambda p: f"{p.k}{_brackets(p.a, p.k * p.b, p.a, -p.k * p.b)}",
            "{k} stands in front already. Do not use it in the brackets again.",
        ),
    ),
    hints=("First take out a common factor.", "What is left is a square minus a square."),
    steps=(
        Step("Take out the common factor.", "{full}", "{k}({inner})"),
        Step("A square minus a square:", "{inner}", "({x} + {b})({x} - {b})"),
        Step("Together:", "{full}", "{key}"),
    ),
    form=EXPRESSION,
)


FAMILIES = (
    _FACTOR,
    _SQUARES,
)

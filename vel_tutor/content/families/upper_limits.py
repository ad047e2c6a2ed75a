"""Limits: what a function nears."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.content.latex import plus, polynomial, signed
from vel_tutor.vocabulary import ItemFormat

_FACTORED = Family(
    id="math.limits.factor",
    skill="math.limits",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={"c": range(1, 6), "a": range(-9, 10), "b": range(-9, 10)},
    derive=lambda p: {
        "top": polynomial(p.c, -p.c * (p.a + p.b), p.c * p.a * p.b),
        "bottom": f"x {plus(-p.a)}",
        "short": f"{p.c}(x {plus(-p.b)})",
        "value": p.c * (p.a - p.b),
        "as_": signed(p.a),
        "bs": signed(p.b),
    },
    where=(lambda p: p.a and p.b and p.a != p.b and p.a != -p.b,),
    stem="What does [[({top})/({bottom})]] near as x nears {a}?",
    key=lambda p: p.value,
    checker=lambda p, v: all(
        abs(_ratio(p, p.a + h) - v) == p.c * abs(h) for h in (Fraction(1, 1000), Fraction(-1, 1000))
    ),
    misconceptions=(
        Slip("zero", lambda p: 0, "0 over 0 says nothing yet. Shorten the fraction first."),
        Slip(
            "factor_lost",
            lambda p: p.a - p.b if p.c > 1 else None,
            "The factor {c} in front is missing.",
        ),
        Slip(
            "plus",
            lambda p: p.c * (p.a + p.b),
            "The factor that stays is x minus {b}. Mind the sign.",
        ),
        Slip(
            "other_zero",
            lambda p: p.b,
            "{b} is where the top is 0 too. What is the fraction near {a}?",
        ),
        Slip("sign", lambda p: -p.value, "Check the sign after shortening."),
        Slip("at_zero", lambda p: -p.c * p.b, "That is the value at x = 0."),
    ),
    hints=(
        "Putting {a} in gives 0 over 0. So factor the top.",
        "Both have a factor that is 0 at x = {a}. Strike it out.",
    ),
    steps=(
        Step("Shorten.", "({top})/({bottom})", "{short}"),
        Step("Now put {a} in.", "{c}({as_} - {bs})", "{value}"),
    ),
    form=RATIONAL,
)


def _ratio(p: Params, x: Fraction) -> Fraction:
    return p.c * (x * x - (p.a + p.b) * x + p.a * p.b) / (x - p.a)


_FAR = Family(
    id="math.limits.far_out",
    skill="math.limits",
    grade=13,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={
        "a": range(-9, 10),
        "b": range(-20, 21),
        "c": range(-20, 21),
        "d": range(2, 13),
        "e": range(-20, 21),
        "f": range(1, 21),
    },
    derive=lambda p: {
        "top": polynomial(p.a, p.b, p.c),
        "bottom": polynomial(p.d, p.e, p.f),
        "value": Fraction(p.a, p.d),
        "as_": signed(p.a),
    },
    where=(
        lambda p: (
            p.a and p.b and p.c and p.e and p.value.denominator > 1 and p.b * p.d != p.a * p.e
        ),
    ),
    stem="What does [[({top})/({bottom})]] near as x grows without end?",
    key=lambda p: p.value,
    checker=lambda p, v: (
        abs(Fraction(p.a * 10**12 + p.b * 10**6 + p.c, p.d * 10**12 + p.e * 10**6 + p.f) - v)
        < Fraction(1, 1000)
    ),
    misconceptions=(
        Slip(
            "last_numbers",
            lambda p: Fraction(p.c, p.f),
            "That is the value at x = 0. Far out the squares count.",
        ),
        Slip(
            "middle_numbers", lambda p: Fraction(p.b, p.e), "Far out, x is small beside its square."
        ),
        Slip("upside_down", lambda p: Fraction(p.d, p.a), "Top over bottom: turn it over."),
        Slip("zero", lambda p: 0, "Top and bottom grow equally fast, so it does not go to 0."),
        Slip(
            "all_numbers",
            lambda p: Fraction(p.a + p.b + p.c, p.d + p.e + p.f) if p.d + p.e + p.f else None,
            "That is the value at x = 1.",
        ),
        Slip("sign", lambda p: -p.value, "Check the signs in front of the squares."),
    ),
    hints=(
        "Which part of the top is by far the largest when x is huge? And below?",
        "Compare only the parts with the square.",
    ),
    steps=(Step("Only the squares count far out:", "{as_} ÷ {d}", "{value}"),),
    form=RATIONAL,
)


FAMILIES = (
    _FACTORED,
    _FAR,
)

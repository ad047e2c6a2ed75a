"""Fractions: adding with unlike denominators."""

from fractions import Fraction
from math import gcd, lcm

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import FRACTION
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat


def _sum_steps(p: Params) -> tuple[Step, ...]:
    bottom = lcm(p.b, p.d)
    first, second = p.a * bottom // p.b, p.c * bottom // p.d
    total = Fraction(first + second, bottom)
    steps = (
        Step(f"Both can be cut into {bottom} equal parts.", f"{p.a}/{p.b}", f"{first}/{bottom}"),
        Step("Do the same with the other one.", f"{p.c}/{p.d}", f"{second}/{bottom}"),
        Step(
            "Now the parts are equal, so add the tops.",
            f"{first}/{bottom} + {second}/{bottom}",
            f"{first + second}/{bottom}",
        ),
    )
    if total.denominator == bottom:
        return steps
    return (*steps, Step("Write it in simplest form.", f"{first + second}/{bottom}", f"{total}"))


_ADD_UNLIKE = Family(
    id="math.frac_add_unlike.sum",
    skill="math.frac_add_unlike",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=75,
    params={"a": range(1, 8), "b": range(2, 13), "c": range(1, 8), "d": range(2, 13)},
    where=(
        lambda p: p.a < p.b and p.c < p.d and p.b < p.d and p.d % p.b != 0,
        lambda p: lcm(p.b, p.d) <= 60,
        lambda p: gcd(p.a, p.b) == 1 and gcd(p.c, p.d) == 1,
        lambda p: (Fraction(p.a, p.b) + Fraction(p.c, p.d)).denominator > 1,
    ),
    stem=lambda p: f"What is {tex(f'{p.a}/{p.b} + {p.c}/{p.d}')}?",
    key=lambda p: Fraction(p.a, p.b) + Fraction(p.c, p.d),
    checker=lambda p, v: isinstance(v, int | Fraction) and v * p.b * p.d == p.a * p.d + p.c * p.b,
    misconceptions=(
        Misconception(
            "adds_tops_and_bottoms",
            lambda p: Fraction(p.a + p.c, p.b + p.d),
            lambda p: (
                f"You added the tops and the bottoms. Parts of size"
                f" {tex(f'1/{p.b}')} and {tex(f'1/{p.d}')} differ, so first cut both alike."
            ),
        ),
        Misconception(
            "larger_bottom",
            lambda p: Fraction(p.a + p.c, p.d),
            lambda p: (
                f"You kept the bottom {p.d} for both, but {tex(f'{p.a}/{p.b}')} is not"
                f" {tex(f'{p.a}/{p.d}')}."
            ),
        ),
        Misconception(
            "tops_unscaled",
            lambda p: Fraction(p.a + p.c, lcm(p.b, p.d)),
            lambda p: (
                f"The bottom {lcm(p.b, p.d)} is right. The tops must grow with it"
                f" before you add them."
            ),
        ),
        Misconception(
            "multiplies",
            lambda p: Fraction(p.a * p.c, p.b * p.d),
            lambda p: (
                f"You multiplied. The question asks for {tex(f'{p.a}/{p.b}')} and"
                f" {tex(f'{p.c}/{p.d}')} together."
            ),
        ),
        Misconception(
            "one_top_scaled",
            lambda p: Fraction(p.a * p.d + p.c, p.b * p.d),
            lambda p: (
                f"You changed {tex(f'{p.a}/{p.b}')} well, but {tex(f'{p.c}/{p.d}')} kept"
                f" its old top {p.c}."
            ),
        ),
    ),
    hints=lambda p: (
        "You can only add parts of the same size.",
        f"Find a number that both {p.b} and {p.d} go into. Use it as the bottom of both.",
    ),
    steps=_sum_steps,
    form=FRACTION,
)

FAMILIES = (_ADD_UNLIKE,)

"""Grade 12: gravity and orbits."""

from fractions import Fraction
from math import isqrt

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, FRACTION, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- orbits ---------------------------------------------------------------------------------------

_KEPLER = Family(
    id="science.orbits.kepler",
    skill="science.orbits",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "root": range(2, 40),
        "down": (1, 2, 3, 4, 5),
        "ask": ("year", "distance"),
        "body": ("planet", "asteroid", "dwarf planet", "comet", "probe"),
    },
    derive=lambda p: {
        "a": Fraction(p.root, p.down) ** 2,
        "t": Fraction(p.root, p.down) ** 3,
        "asked": "long is its year, in earth years"
        if p.ask == "year"
        else "far is it from the sun on average, in those units",
    },
    where=(
        lambda p: (
            p.root != p.down
            and (p.t * 1000).denominator == 1
            and (p.a * 100).denominator == 1
            and p.t < 2000
        ),
    ),
    stem=lambda p: (
        f"For bodies that go around the sun, T² = a³, with T in earth years and a in units of"
        f" the distance from"
        f" earth to sun. A {p.body} has"
        f" {f'a = {decimal_text(p.a)}' if p.ask == 'year' else f'T = {decimal_text(p.t)}'}."
        f" How {p.asked}?"
    ),
    key=lambda p: p.t if p.ask == "year" else p.a,
    checker=lambda p, x: x**2 == p.a**3 if p.ask == "year" else x**3 == p.t**2,
    misconceptions=(
        Slip(
            "same_number",
            lambda p: p.a if p.ask == "year" else p.t,
            "T and a are equal only for the earth. Use T² = a³.",
        ),
        Slip(
            "forgets_root",
            lambda p: p.a**3 if p.ask == "year" else p.t**2,
            "You stopped too early: take the root at the end.",
        ),
        Slip(
            "squares_only",
            lambda p: p.a**2 if p.ask == "year" else p.t * p.t / 2,
            "The exponents are 2 for T and 3 for a.",
        ),
        Slip(
            "root_only",
            lambda p: Fraction(p.root, p.down),
            "You took a root but left out the power.",
        ),
        Slip(
            "times_three_halves",
            lambda p: p.a * 3 / 2 if p.ask == "year" else p.t * 2 / 3,
            "3/2 is an exponent here, not a factor.",
        ),
    ),
    hints=(
        "Put the known value into T² = a³.",
        "For T: cube a, then take the square root. For a: square T, then take the cube root.",
    ),
    steps=lambda p: (
        (
            Step("The cube of a:", f"{decimal_text(p.a)}^3", decimal_text(p.a**3))
            if (p.a**3 * 10**8).denominator == 1
            else Step("Find the number whose square is the cube of a."),
            Step("Its square root:", f"sqrt({p.a**3!s})", str(p.t)),
        )
        if p.ask == "year"
        else (
            Step(
                "Which number, cubed, is the square of T?",
                f"({p.a!s})^3",
                f"({p.t!s})^2",
            ),
            Step("So a is that number:", str(p.a), str(p.a)),
        )
    ),
    form=DECIMAL,
    canon=lambda p: (p.a, p.ask, p.body),
)


def _factor(p: Params) -> Fraction:
    return Fraction(p.heavier, p.farther**2)


_PULL = Family(
    id="science.orbits.pull",
    skill="science.orbits",
    grade=12,
    format=ItemFormat.FRACTION,
    time_s=75,
    params={
        "heavier": range(2, 13),
        "farther": range(2, 11),
        "body": ("planet", "star", "moon", "dwarf planet"),
    },
    derive=lambda p: {"square": p.farther**2},
    where=(lambda p: _factor(p).denominator > 1 and isqrt(p.heavier) ** 2 != p.heavier,),
    stem=(
        "A probe is {farther} times as far from the center of one {body} as from another. The"
        " far {body} has {heavier}"
        " times the mass. The pull of the far one is how many times that of the near one?"
    ),
    key=_factor,
    checker=lambda p, x: x * p.farther * p.farther == p.heavier,
    misconceptions=(
        Slip(
            "no_square",
            lambda p: Fraction(p.heavier, p.farther),
            "The pull falls with the square of the distance: divide by {square}.",
        ),
        Slip(
            "distance_only",
            lambda p: Fraction(1, p.farther**2),
            "You left out the mass. It is {heavier} times as large.",
        ),
        Slip(
            "multiplies",
            lambda p: p.heavier * p.farther**2,
            "Farther away the pull is weaker, so divide by the square.",
        ),
        Slip(
            "squares_mass",
            lambda p: Fraction(p.heavier**2, p.farther**2),
            "Only the distance is squared, not the mass.",
        ),
        Slip(
            "doubles_distance",
            lambda p: Fraction(p.heavier, 2 * p.farther),
            "The square of {farther} is {square}, not two times {farther}.",
        ),
        Slip(
            "upside_down",
            lambda p: 1 / _factor(p),
            "That is the near pull compared with the far one. Turn it around.",
        ),
    ),
    hints=(
        "Pull grows with mass and falls with the square of the distance.",
        "Multiply by {heavier} and divide by {farther} squared.",
    ),
    steps=lambda p: (
        Step("The distance squared:", f"{p.farther}^2", f"{p.square}"),
        Step("Mass factor over distance factor:", f"{p.heavier} / {p.square}", str(_factor(p))),
    ),
    form=FRACTION,
)

FAMILIES = (_KEPLER, _PULL)

"""Grades 10 and 11: momentum, and motion with constant acceleration."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- momentum -------------------------------------------------------------------------------------


def _total(p: Params) -> int:
    return p.m * p.v + p.n * p.w


_MOMENTUM = Family(
    id="science.momentum.stick",
    skill="science.momentum",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "thing": ("cart", "wagon", "puck", "sled", "block"),
        "m": range(1, 13),
        "n": range(1, 13),
        "v": range(2, 13),
        "w": range(-8, 7),
    },
    derive=lambda p: {
        "final": Fraction(_total(p), p.m + p.n),
        "total": _total(p),
        "other": abs(p.w),
        "told": "at rest"
        if p.w == 0
        else f"moving {'the same way' if p.w > 0 else 'toward it'} at {abs(p.w)} m/s",
    },
    where=(
        lambda p: p.m != p.n and p.w < p.v and p.final.denominator in (1, 2, 4, 5) and p.total != 0,
    ),
    stem=(
        "A {thing} of {m} kg at {v} m/s meets one of {n} kg that is {told}. They stick together."
        " What is their velocity"
        " then? (The first one's direction is positive.)"
    ),
    key=lambda p: p.final,
    checker=lambda p, x: p.m * (p.v - x) == p.n * (x - p.w),
    misconceptions=(
        Slip(
            "ignores_sign",
            lambda p: Fraction(p.m * p.v + p.n * p.other, p.m + p.n),
            "Momentum has a direction. The one that comes the other way counts as negative.",
        ),
        Slip(
            "mean_velocity",
            lambda p: Fraction(p.v + p.w, 2),
            "The masses are not equal, so the velocities cannot just be averaged.",
        ),
        Slip(
            "adds_velocity",
            lambda p: p.v + p.w,
            "Velocities do not add up in a collision. Momentum is what is kept.",
        ),
        Slip(
            "first_mass_only",
            lambda p: Fraction(_total(p), p.m),
            "Both move on together, so divide by {m} kg and {n} kg together.",
        ),
        Slip(
            "total_momentum",
            lambda p: p.total,
            "{total} kg·m/s is the total momentum. Divide it by the total mass.",
        ),
        Slip(
            "forgets_second",
            lambda p: Fraction(p.m * p.v, p.m + p.n) if p.w else None,
            "You left out the momentum of the second {thing}.",
        ),
    ),
    hints=(
        "The total momentum is the same before and after.",
        "Add mass times velocity of both, then divide by the mass of both.",
    ),
    steps=lambda p: (
        Step("Total momentum before:", f"{p.m} * {p.v} + {p.n} * ({p.w})", f"{p.total}"),
        Step("Divide by the total mass:", f"({p.total}) / ({p.m} + {p.n})", decimal_text(p.final)),
    ),
    form=DECIMAL,
    unit="m/s",
)

# --- constant acceleration ------------------------------------------------------------------------

_FALL = Family(
    id="science.free_fall.drop",
    skill="science.free_fall",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "thing": ("stone", "ball", "key", "nut", "coin", "bolt"),
        "halves": range(2, 15),
        "ask": ("far", "fast"),
        "world": (("the earth", 10), ("Mars", 4), ("a moon", 2), ("a large planet", 12)),
    },
    derive=lambda p: {
        "name": p.world[0],
        "g": p.world[1],
        "t": Fraction(p.halves, 2),
        "t_text": decimal_text(Fraction(p.halves, 2)),
        "v": Fraction(p.world[1] * p.halves, 2),
        "d": Fraction(p.world[1] * p.halves**2, 8),
        "asked": "far has it fallen" if p.ask == "far" else "fast is it",
        "want": "m" if p.ask == "far" else "m/s",
    },
    where=(lambda p: p.t not in (2, p.g) and p.halves != 4,),
    stem=(
        "Near the surface of {name} things fall with {g} m/s². A {thing} is dropped from rest,"
        " without air. How {asked}"
        " after {t_text} s?"
    ),
    key=lambda p: p.d if p.ask == "far" else p.v,
    checker=lambda p, x: x == (p.v / 2) * p.t if p.ask == "far" else x * x == 2 * p.g * p.d,
    misconceptions=(
        Slip(
            "other_quantity",
            lambda p: p.v if p.ask == "far" else p.d,
            "You mixed up distance and speed. Read again what is asked for.",
        ),
        Slip(
            "no_half",
            lambda p: p.g * p.t**2 if p.ask == "far" else None,
            "It starts from rest, so on the way it is on average half as fast: take ½at².",
        ),
        Slip(
            "no_square",
            lambda p: p.g * p.t / 2,
            "The half belongs to the distance, and there the time is squared.",
        ),
        Slip(
            "acceleration_only", lambda p: p.g, "{g} m/s² is how much faster it gets each second."
        ),
        Slip("squares_all", lambda p: (p.g * p.t) ** 2 / 2, "Only the time is squared, not {g}."),
        Slip(
            "divides",
            lambda p: p.g / p.t if (p.g / p.t * 10**6).denominator == 1 else None,
            "You divided by the time. Longer falls are faster and farther.",
        ),
    ),
    hints=("From rest, v = at and d = ½at².", "Put {g} for a and {t_text} for t."),
    steps=lambda p: (
        Step(
            "Half the acceleration times the time squared:",
            f"{p.g} / 2 * {p.t_text}^2",
            decimal_text(p.d),
        )
        if p.ask == "far"
        else Step("Acceleration times time:", f"{p.g} * {p.t_text}", decimal_text(p.v)),
    ),
    form=DECIMAL,
    unit="{want}",
)

FAMILIES = (_MOMENTUM, _FALL)

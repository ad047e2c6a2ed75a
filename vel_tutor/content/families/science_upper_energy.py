"""Grades 9 and 10: kinetic and potential energy, sliding down."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- kinetic and potential energy -----------------------------------------------------------------

_BIRDS = ("drone", "glider", "model rocket", "swan", "toy airship", "robot plane")

_TOTAL = Family(
    id="science.energy.flying",
    skill="science.kinetic_potential",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={"thing": _BIRDS, "m": range(2, 21, 2), "v": range(2, 13), "h": range(2, 31)},
    derive=lambda p: {
        "kinetic": p.m * p.v**2 // 2,
        "potential": 10 * p.m * p.h,
        "total": p.m * p.v**2 // 2 + 10 * p.m * p.h,
    },
    where=(lambda p: p.kinetic != p.potential and p.v != p.h,),
    stem=(
        "A {thing} of {m} kg flies at {v} m/s, {h} m above the ground. Take g = 10 N/kg. What is"
        " the sum of its kinetic"
        " and potential energy?"
    ),
    key=lambda p: p.total,
    checker=lambda p, x: 2 * x == p.m * (p.v * p.v + 20 * p.h),
    misconceptions=(
        Slip(
            "no_half",
            lambda p: 2 * p.kinetic + p.potential,
            "Kinetic energy has the factor one half: ½mv².",
        ),
        Slip("no_square", lambda p: p.m * p.v // 2 + p.potential, "The speed is squared in ½mv²."),
        Slip(
            "no_g",
            lambda p: p.kinetic + p.m * p.h,
            "You left out g. Potential energy is m times 10 times h.",
        ),
        Slip("kinetic_only", lambda p: p.kinetic, "{kinetic} J is the kinetic energy alone."),
        Slip(
            "potential_only", lambda p: p.potential, "{potential} J is the potential energy alone."
        ),
        Slip(
            "subtracts",
            lambda p: abs(p.kinetic - p.potential),
            "Both are energy of the {thing}, so they add up.",
        ),
    ),
    hints=(
        "Work out ½mv² and mgh, one after the other.",
        "First square the speed, then multiply by the mass and halve it.",
    ),
    steps=(
        Step("Kinetic energy:", "{m} * {v}^2 / 2", "{kinetic}"),
        Step("Potential energy:", "{m} * 10 * {h}", "{potential}"),
        Step("Together:", "{kinetic} + {potential}", "{total}"),
    ),
    form=DECIMAL,
    unit="J",
)

# --- sliding down ---------------------------------------------------------------------------------

_SLIDE = Family(
    id="science.energy.slide",
    skill="science.energy_conserved",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "thing": ("cart", "sled", "skater", "ball", "box"),
        "m": range(2, 31),
        "v": range(2, 21),
        "drag": range(0, 901, 10),
    },
    derive=lambda p: {
        "kinetic": Fraction(p.m * p.v**2, 2),
        "start": Fraction(p.m * p.v**2, 2) + p.drag,
        "h": (Fraction(p.m * p.v**2, 2) + p.drag) / (10 * p.m),
    },
    where=(lambda p: p.drag > 0 and (p.h * 10).denominator == 1 and p.h != p.v,),
    stem=lambda p: (
        f"A {p.thing} of {p.m} kg starts at rest and slides down from a height of"
        f" {decimal_text(p.h)} m. On the way"
        f" {p.drag} J become heat. How fast is it at the bottom? (g = 10 N/kg)"
    ),
    key=lambda p: p.v,
    checker=lambda p, x: 10 * p.m * p.h - p.drag == Fraction(p.m * x * x) / 2,
    misconceptions=(
        Slip("squared", lambda p: p.v**2, "That is the speed squared. Take the square root."),
        Slip(
            "energy",
            lambda p: p.kinetic,
            "That is the kinetic energy in joules. Find the speed from ½mv².",
        ),
        Slip(
            "no_doubling",
            lambda p: Fraction(p.v**2, 2),
            "½mv² has a half: double the energy before you divide by the mass.",
        ),
        Slip(
            "start_energy", lambda p: p.start, "That is the potential energy at the top, in joules."
        ),
        Slip("height", lambda p: p.h, "That is the height in meters, not a speed."),
        Slip(
            "half_speed",
            lambda p: Fraction(p.v, 2),
            "The half in ½mv² does not halve the speed. Solve for v step by step.",
        ),
    ),
    hints=(
        "What is left of mgh after the heat is the kinetic energy.",
        "Double that, divide by the mass and take the square root.",
    ),
    steps=lambda p: (
        Step("Energy at the top:", f"{p.m} * 10 * {decimal_text(p.h)}", decimal_text(p.start)),
        Step("Left for motion:", f"{decimal_text(p.start)} - {p.drag}", decimal_text(p.kinetic)),
        Step("Speed:", f"sqrt(2 * {decimal_text(p.kinetic)} / {p.m})", f"{p.v}"),
    ),
    form=DECIMAL,
    unit="m/s",
)

FAMILIES = (_TOTAL, _SLIDE)

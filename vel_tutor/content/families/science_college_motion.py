"""Grades 10 and 12: things thrown sideways, and ages from decay."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- thrown sideways ------------------------------------------------------------------------------

_THROWN = Family(
    id="science.free_fall.sideways",
    skill="science.free_fall",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "thing": ("ball", "stone", "marble", "coin", "disk", "dart"),
        "halves": range(1, 9),
        "v": range(3, 41),
    },
    derive=lambda p: {
        "t": Fraction(p.halves, 2),
        "h": 5 * Fraction(p.halves, 2) ** 2,
        "d": Fraction(p.halves * p.v, 2),
    },
    where=(lambda p: p.h != p.d and p.halves != 2,),
    stem=lambda p: (
        f"A {p.thing} leaves a cliff sideways at {p.v} m/s, {decimal_text(p.h)} m above the"
        f" sea. Take g = 10 m/s²,"
        " without air. How far from the foot of the cliff does it hit the water?"
    ),
    key=lambda p: p.d,
    checker=lambda p, x: 5 * (Fraction(x) / p.v) ** 2 == p.h,
    misconceptions=(
        Slip(
            "time_only",
            lambda p: p.t,
            "That is the time of the fall in seconds. Multiply it by {v} m/s.",
        ),
        Slip(
            "no_half",
            lambda p: p.v * p.h / 10,
            "You left out the root: h = ½gt², so the time is the root of 2h/g.",
        ),
        Slip(
            "speed_of_fall",
            lambda p: 10 * p.t,
            "That is how fast it falls at the end, not how far it gets.",
        ),
        Slip(
            "adds_fall_speed",
            lambda p: (p.v + 10 * p.t) * p.t,
            "Sideways the speed stays {v} m/s. The fall does not add to it.",
        ),
        Slip(
            "height",
            lambda p: p.h,
            "That is the height. How far does it get sideways in the time of the fall?",
        ),
        Slip("one_second", lambda p: p.v, "That is how far it gets in one second."),
    ),
    hints=(
        "The fall alone sets the time: h = ½gt².",
        "In that time it moves sideways at a steady {v} m/s.",
    ),
    steps=lambda p: (
        Step("Time of the fall:", f"sqrt(2 * {decimal_text(p.h)} / 10)", decimal_text(p.t)),
        Step("Way to the side:", f"{p.v} * {decimal_text(p.t)}", decimal_text(p.d)),
    ),
    form=DECIMAL,
    unit="m",
)

# --- how old --------------------------------------------------------------------------------------

_CLOCKS = (
    ("carbon-14", 5_700, "years"), ("potassium-40", 1_250, "million years"),
    ("uranium-235", 700, "million years"), ("iodine-131", 8, "days"), ("cobalt-60", 5, "years"),
    ("radium-226", 1_600, "years"), ("tritium", 12, "years"), ("lead-210", 22, "years"),
)  # fmt: skip
"""Isotopes and their half-lives, rounded."""

_AGE = Family(
    id="science.decay.age",
    skill="science.half_life",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"clock": _CLOCKS, "halvings": (2, 3, 4, 5, 6), "atoms": range(3, 40)},
    derive=lambda p: {
        "isotope": p.clock[0],
        "life": p.clock[1],
        "per": p.clock[2],
        "age": p.clock[1] * p.halvings,
        "start": p.atoms * 2**p.halvings,
        "gone": p.atoms * (2**p.halvings - 1),
    },
    stem=(
        "A sample began with {start} units of {isotope}, and {atoms} are left. The half-life is"
        " about {life} {per}. How old is"
        " the sample, in {per}?"
    ),
    key=lambda p: p.age,
    checker=lambda p, x: p.start // 2 ** int(x // p.life) == p.atoms and x % p.life == 0,
    misconceptions=(
        Slip(
            "by_ratio",
            lambda p: p.life * 2**p.halvings,
            "You multiplied by the ratio. Count how often it was halved.",
        ),
        Slip(
            "half_of_ratio",
            lambda p: p.life * 2 ** (p.halvings - 1),
            "Each half-life halves what is left. Count the halvings one by one.",
        ),
        Slip(
            "one_short",
            lambda p: p.life * (p.halvings - 1),
            "One halving short. Halve {start} until you get {atoms}.",
        ),
        Slip(
            "one_more",
            lambda p: p.life * (p.halvings + 1),
            "One halving too many. Halve {start} until you get {atoms}.",
        ),
        Slip(
            "one_life",
            lambda p: p.life,
            "After one half-life half would be left, and here it is less.",
        ),
        Slip(
            "number_of_lives",
            lambda p: p.halvings,
            "That is how many half-lives went by. Multiply by {life}.",
        ),
    ),
    hints=(
        "How often must {start} be halved to get {atoms}?",
        "Multiply that number by the half-life.",
    ),
    steps=lambda p: (
        Step(f"{p.halvings} halvings lead there:", f"{p.start} / 2^{p.halvings}", f"{p.atoms}"),
        Step("Each takes one half-life:", f"{p.halvings} * {p.life}", f"{p.age}"),
    ),
    form=WHOLE,
    unit="{per}",
)

FAMILIES = (_THROWN, _AGE)

"""Grades 9 and 10: efficiency and specific heat."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, PERCENT, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- efficiency -----------------------------------------------------------------------------------

_EFFICIENCY = Family(
    id="science.efficiency.motor",
    skill="science.efficiency",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "thing": ("crate", "lift", "bucket", "engine block", "stone"),
        "mass": range(4, 61, 2),
        "height": range(2, 16),
        "percent": range(20, 96, 5),
    },
    derive=lambda p: {
        "useful": 10 * p.mass * p.height,
        "used": Fraction(1000 * p.mass * p.height, p.percent),
    },
    where=(lambda p: p.used.denominator == 1 and p.percent != 50,),
    stem=(
        "A motor lifts a {thing} of {mass} kg by {height} m and uses {used} J of electric"
        " energy. Each kilogram weighs"
        " 10 N. What is its efficiency?"
    ),
    key=lambda p: p.percent,
    checker=lambda p, x: x * p.used == 100 * p.useful,
    misconceptions=(
        Slip(
            "lost_part",
            lambda p: 100 - p.percent,
            "That is the part that is lost. Efficiency is the useful part.",
        ),
        Slip(
            "mass_for_weight",
            lambda p: Fraction(p.percent, 10),
            "You used {mass} kg as the force. The weight is ten times as many newtons.",
        ),
        Slip(
            "upside_down",
            lambda p: Fraction(10_000, p.percent) if 10_000 * 10 % p.percent == 0 else None,
            "You divided what goes in by what comes out. It cannot be above 100%.",
        ),
        Slip(
            "no_height",
            lambda p: (
                Fraction(1000 * p.mass) / p.used
                if (10_000 * p.mass / p.used).denominator == 1
                else None
            ),
            "You left out the {height} m. Work is force times distance.",
        ),
        Slip(
            "useful_joules",
            lambda p: p.useful,
            "{useful} J is the useful work. Compare it with the {used} J that go in.",
        ),
        Slip(
            "half", lambda p: 50, "Nothing says that just half is lost. Work out the useful part."
        ),
    ),
    hints=(
        "Efficiency is useful energy out divided by energy in.",
        "Useful here is the work of lifting: weight times height.",
    ),
    steps=(
        Step("Useful work:", "{mass} * 10 * {height}", "{useful}"),
        Step("As a percent of what goes in:", "{useful} / {used} * 100", "{percent}"),
    ),
    form=PERCENT,
)

# --- specific heat --------------------------------------------------------------------------------

_SPECIFIC = {
    "water": "4.2",
    "oil": "2.0",
    "aluminum": "0.9",
    "iron": "0.45",
    "sand": "0.8",
    "ice": "2.1",
    "alcohol": "2.4",
    "glass": "0.84",
}
"""Joules for each gram and degree, rounded."""


def _heat(p: Params) -> Fraction:
    return p.grams * p.c * p.rise


_HEATING = Family(
    id="science.heat.specific",
    skill="science.heat_capacity",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "stuff": tuple(_SPECIFIC),
        "grams": range(50, 951, 50),
        "start": range(-30, 41, 2),
        "rise": range(4, 41, 2),
    },
    derive=lambda p: {
        "c": Fraction(_SPECIFIC[p.stuff]),
        "c_text": _SPECIFIC[p.stuff],
        "end": p.start + p.rise,
    },
    where=(
        lambda p: (
            p.start not in (0, p.rise)
            and (p.stuff != "ice" or p.end < 0)
            and (p.stuff != "water" or p.start > 0)
        ),
    ),
    stem=(
        "How many joules does it take to warm {grams} g of {stuff} from {start} °C to {end} °C?"
        " It takes {c_text} J to"
        " warm 1 g by 1 °C."
    ),
    key=_heat,
    checker=lambda p, x: x / p.c / p.grams == p.end - p.start,
    misconceptions=(
        Slip(
            "end_temperature",
            lambda p: p.grams * p.c * p.end if p.end > 0 else None,
            "You used {end} °C. What counts is the change from {start} °C.",
        ),
        Slip(
            "no_specific_heat",
            lambda p: p.grams * p.rise,
            "You left out {c_text} J, the energy for each gram and degree.",
        ),
        Slip(
            "adds_temperatures",
            lambda p: p.grams * p.c * (p.end + abs(p.start)) if p.start > 0 else None,
            "The change is the difference of the temperatures, not their sum.",
        ),
        Slip("no_mass", lambda p: p.c * p.rise, "That is for one gram. There are {grams} g."),
        Slip(
            "divides",
            lambda p: (
                p.grams * p.rise / p.c
                if (p.grams * p.rise / p.c * 10**6).denominator == 1
                else None
            ),
            "You divided by {c_text}. More energy for each gram means more in all.",
        ),
        Slip(
            "one_degree",
            lambda p: p.grams * p.c,
            "That is for one degree only. It is warmed by more than that.",
        ),
    ),
    hints=(
        "Q = mcΔT: mass, specific heat, change of temperature.",
        "First find the change: {end} less {start}.",
    ),
    steps=lambda p: (
        Step("Change of temperature:", f"{p.end} - ({p.start})", f"{p.rise}"),
        Step(
            "Mass, specific heat and change multiplied:",
            f"{p.grams} * {p.c_text} * {p.rise}",
            decimal_text(_heat(p)),
        ),
    ),
    form=DECIMAL,
    unit="J",
)

FAMILIES = (_EFFICIENCY, _HEATING)

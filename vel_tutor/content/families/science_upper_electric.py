"""Grades 9 and 10: electric energy and parallel circuits."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- electric energy ------------------------------------------------------------------------------

_ENERGY = Family(
    id="science.electric.energy",
    skill="science.electric_power",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "thing": ("heater", "pump", "oven", "kettle", "fan", "dryer"),
        "volts": (12, 24, 48, 110, 120, 220, 230, 240),
        "amps": range(1, 16),
        "hours": range(2, 13),
    },
    derive=lambda p: {"watts": p.volts * p.amps, "kwh": Fraction(p.volts * p.amps * p.hours, 1000)},
    where=(lambda p: p.amps not in (1, p.hours) and p.watts >= 100,),
    stem=(
        "A {thing} at {volts} V draws {amps} A. It runs for {hours} hours. How much energy does"
        " it use, in kilowatt-hours?"
    ),
    key=lambda p: p.kwh,
    checker=lambda p, x: 1000 * x / p.hours / p.amps == p.volts,
    misconceptions=(
        Slip(
            "watt_hours",
            lambda p: p.watts * p.hours,
            "That is in watt-hours. Divide by 1,000 to get kilowatt-hours.",
        ),
        Slip(
            "power_only",
            lambda p: Fraction(p.watts, 1000),
            "That is the power in kilowatts. Multiply it by the {hours} hours.",
        ),
        Slip(
            "divides_by_amps",
            lambda p: (
                Fraction(p.volts * p.hours, 1000 * p.amps)
                if p.volts * p.hours % p.amps == 0
                else None
            ),
            "You divided volts by amperes. That gives resistance, not power.",
        ),
        Slip(
            "divides_by_time",
            lambda p: Fraction(p.watts, 1000 * p.hours) if p.watts % p.hours == 0 else None,
            "You divided by the time. Running longer uses more energy.",
        ),
        Slip(
            "minutes",
            lambda p: Fraction(p.watts * p.hours * 60, 1000),
            "The time is in hours already. Do not change it to minutes.",
        ),
        Slip(
            "no_current",
            lambda p: Fraction(p.volts * p.hours, 1000),
            "You left out the {amps} A. Power is voltage times current.",
        ),
    ),
    hints=(
        "Power is voltage times current. Energy is power times time.",
        "Change watts to kilowatts: divide by 1,000.",
    ),
    steps=lambda p: (
        Step("Power in watts:", f"{p.volts} * {p.amps}", f"{p.watts}"),
        Step("In kilowatts:", f"{p.watts} / 1000", decimal_text(Fraction(p.watts, 1000))),
        Step(
            "Times the hours:",
            f"{decimal_text(Fraction(p.watts, 1000))} * {p.hours}",
            decimal_text(p.kwh),
        ),
    ),
    form=DECIMAL,
    unit="kWh",
)

# --- parallel circuits ----------------------------------------------------------------------------

_PAIRS = (
    (2, 3), (3, 6), (4, 12), (6, 12), (5, 20), (10, 15), (8, 24), (10, 40), (20, 30), (12, 24),
    (15, 30), (30, 60), (4, 6), (8, 12), (5, 45), (9, 18), (2, 8), (6, 9), (4, 16), (12, 20),
    (24, 40), (10, 90), (18, 36), (20, 80), (3, 12), (40, 60),
)  # fmt: skip
"""Pairs of resistances whose parallel value has at most one decimal."""


def _branches(p: Params) -> dict[str, object]:
    a, b = p.pair
    one, two = Fraction(p.volts, a), Fraction(p.volts, b)
    return {
        "a": a,
        "b": b,
        "one": one,
        "two": two,
        "total": one + two,
        "both": Fraction(a * b, a + b),
        "asked": "total current does the battery give"
        if p.ask == "current"
        else "single resistance could replace both",
        "want": "A" if p.ask == "current" else "Ω",
    }


_PARALLEL = Family(
    id="science.parallel.total",
    skill="science.parallel",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "volts": (6, 9, 12, 18, 24, 30, 36, 48, 60, 72, 90, 120),
        "pair": _PAIRS,
        "ask": ("current", "resistance"),
        "part": ("lamps", "heaters", "resistors", "motors"),
    },
    derive=_branches,
    where=(lambda p: (p.total * 100).denominator == 1 and (p.one * 100).denominator == 1,),
    stem="Two {part} of {a} Ω and {b} Ω are in parallel on a battery of {volts} V. Which {asked}?",
    key=lambda p: p.total if p.ask == "current" else p.both,
    checker=lambda p, x: (
        x == p.volts / p.both
        if p.ask == "current"
        else 1 / Fraction(x) == Fraction(1, p.a) + Fraction(1, p.b)
    ),
    misconceptions=(
        Slip(
            "as_in_series",
            lambda p: (
                Fraction(p.volts, p.a + p.b)
                if p.ask == "current" and (Fraction(p.volts, p.a + p.b) * 10**6).denominator == 1
                else p.a + p.b
            ),
            (
                "You added the resistances, as in series. In parallel each branch gets the full"
                " voltage."
            ),
        ),
        Slip(
            "one_branch",
            lambda p: p.one if p.ask == "current" else p.a,
            "That is only one of the two branches.",
        ),
        Slip(
            "other_branch",
            lambda p: p.two if p.ask == "current" else p.b,
            "That is only the branch with {b} Ω.",
        ),
        Slip(
            "mean",
            lambda p: p.total / 2 if p.ask == "current" else Fraction(p.a + p.b, 2),
            "The branches are not averaged. Their currents add up.",
        ),
        Slip(
            "difference",
            lambda p: p.one - p.two if p.ask == "current" else p.b - p.a,
            "You took the difference. The currents of the branches add up.",
        ),
        Slip(
            "other_quantity",
            lambda p: p.both if p.ask == "current" else p.total,
            "Read again: is a current or a resistance asked for?",
        ),
    ),
    hints=(
        "In parallel each branch gets the full {volts} V, and the currents add up.",
        (
            "Find the current in each branch. The resistance of both is voltage divided by all"
            " the current."
        ),
    ),
    steps=lambda p: (
        Step("First branch:", f"{p.volts} / {p.a}", decimal_text(p.one)),
        Step("Second branch:", f"{p.volts} / {p.b}", str(p.two)),
        Step("Together:", f"{p.volts} / {p.a} + {p.volts} / {p.b}", decimal_text(p.total)),
        *(
            (
                Step(
                    "Voltage divided by the whole current:",
                    f"{p.volts} / {decimal_text(p.total)}",
                    decimal_text(p.both),
                ),
            )
            if p.ask == "resistance"
            else ()
        ),
    ),
    form=DECIMAL,
    unit="{want}",
)


FAMILIES = (_ENERGY, _PARALLEL)

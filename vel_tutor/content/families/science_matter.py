"""Density, states of matter, dilution, half-life and metric units."""

from fractions import Fraction

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import DECIMAL, PERCENT, decimal_text
from vel_tutor.vocabulary import ItemFormat

_DENSITY = Family(
    id="science.density.find",
    skill="science.density",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "thing": ("stone", "metal block", "clay bead", "wooden toy", "glass marble", "bone"),
        "tenths": range(4, 120),
        "volume": (5, 8, 10, 12, 15, 16, 20, 24, 25, 30, 40, 50),
        "water": range(30, 101, 10),
    },
    derive=lambda p: {
        "mass": Fraction(p.tenths * p.volume, 10),
        "level": p.water + p.volume,
        "density": Fraction(p.tenths, 10),
    },
    where=(lambda p: p.mass.denominator == 1 and p.tenths != 10,),
    stem=(
        "A {thing} has a mass of {mass} g. You drop it into {water} mL of water, and the water"
        " rises to {level} mL. What is its density? (1 mL = 1 cm³)"
    ),
    key=lambda p: p.density,
    checker=lambda p, v: v * (p.level - p.water) == p.mass,
    misconceptions=(
        Misconception(
            "whole_level",
            lambda p: Fraction(p.mass, p.level),
            "{level} mL is water and {thing} together. The {thing} is only the rise.",
        ),
        Misconception(
            "first_water",
            lambda p: Fraction(p.mass, p.water),
            "{water} mL was there before. The volume of the {thing} is the rise.",
        ),
        Misconception(
            "upside_down",
            lambda p: Fraction(p.volume) / p.mass,
            "You divided volume by mass. Density is the mass of each cubic centimeter.",
        ),
        Misconception(
            "multiplies",
            lambda p: p.mass * p.volume,
            "You multiplied. Density is the mass shared among the cubic centimeters.",
        ),
        Misconception(
            "mass_less_volume",
            lambda p: p.mass - p.volume,
            "Mass and volume cannot be subtracted from each other. Divide them.",
        ),
    ),
    hints=(
        "The water rises by the volume of the {thing}.",
        "Find the rise from {water} mL to {level} mL, then divide the mass by it.",
    ),
    steps=lambda p: (
        Step("The rise is the volume.", f"{p.level} - {p.water}", f"{p.volume}"),
        Step("Density is mass over volume.", f"{p.mass} / {p.volume}", decimal_text(p.density)),
    ),
    form=DECIMAL,
    unit="g/cm³",
)

_IN_SMALLEST = {
    "km": 1_000_000, "m": 1_000, "cm": 10, "mm": 1,
    "kg": 1_000_000, "g": 1_000, "mg": 1,
    "L": 1_000, "cL": 10, "mL": 1,
}  # fmt: skip
_PAIRS = (
    ("km", "m"), ("m", "cm"), ("cm", "mm"), ("m", "mm"), ("kg", "g"), ("g", "mg"), ("L", "mL"),
    ("m", "km"), ("cm", "m"), ("mm", "cm"), ("mm", "m"), ("g", "kg"), ("mg", "g"), ("mL", "L"),
)  # fmt: skip


def _ratio(p: Params) -> Fraction:
    return Fraction(_IN_SMALLEST[p.pair[0]], _IN_SMALLEST[p.pair[1]])


def _factor(p: Params) -> int:
    return int(max(p.ratio, 1 / p.ratio))


_CONVERT = Family(
    id="science.units.metric",
    skill="science.units",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"pair": _PAIRS, "n": range(2, 1000)},
    derive=lambda p: {
        "ratio": (ratio := _ratio(p)),
        "old": p.pair[0],
        "new": p.pair[1],
        "shown": f"{p.n / 10:g}" if ratio > 1 else f"{p.n}",
        "amount": Fraction(p.n, 10) if ratio > 1 else Fraction(p.n),
    },
    where=(lambda p: p.n % 10 != 0 and (p.ratio > 1 or p.n > 20),),
    stem="Change {shown} {old} to {new}.",
    key=lambda p: p.amount * p.ratio,
    checker=lambda p, v: v * _IN_SMALLEST[p.new] == p.amount * _IN_SMALLEST[p.old],
    misconceptions=(
        Misconception(
            "wrong_way",
            lambda p: p.amount / p.ratio if _factor(p) < 1000 or p.ratio < 1 else None,
            "You went the wrong way. Which is bigger, one {old} or one {new}?",
        ),
        Misconception(
            "one_zero_short",
            lambda p: p.amount * p.ratio / 10 if p.ratio > 1 else p.amount * p.ratio * 10,
            "You moved the digits one place too few. How many of the small unit make one big one?",
        ),
        Misconception(
            "one_zero_more",
            lambda p: p.amount * p.ratio * 10 if p.ratio > 1 else p.amount * p.ratio / 10,
            "You moved the digits one place too many. How many small units make one big one?",
        ),
        Misconception(
            "unchanged", lambda p: p.amount, "The number must change when the unit changes."
        ),
    ),
    hints=lambda p: (
        f"Is one {p.old} bigger or smaller than one {p.new}?",
        f"There are {_factor(p):,} of the smaller unit in one of the bigger unit.",
    ),
    steps=lambda p: (
        Step(
            f"One {p.old} is {_factor(p):,} {p.new}, so multiply."
            if p.ratio > 1
            else f"It takes {_factor(p):,} {p.old} to make one {p.new}, so divide.",
            f"{p.shown} {'*' if p.ratio > 1 else '/'} {_factor(p)}",
            decimal_text(p.amount * p.ratio),
        ),
    ),
    form=DECIMAL,
    unit="{new}",
)

_DILUTION = Family(
    id="science.solutions.dilution",
    skill="science.dilution",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "liquid": ("salt water", "sugar syrup", "vinegar", "dye", "plant food", "lemon juice"),
        "volume": range(20, 401, 20),
        "percent": range(4, 61, 2),
        "water": range(20, 801, 20),
    },
    derive=lambda p: {
        "total": p.volume + p.water,
        "pure": Fraction(p.volume * p.percent, 100),
        "weak": Fraction(p.volume * p.percent, p.volume + p.water),
    },
    where=(lambda p: (p.weak * 10).denominator == 1 and p.volume != p.water,),
    stem=(
        "You have {volume} mL of {liquid} with a strength of {percent}%. You add {water} mL of"
        " water. What percent strength does it have now?"
    ),
    key=lambda p: p.weak,
    checker=lambda p, v: v * p.volume + v * p.water == p.percent * p.volume,
    misconceptions=(
        Misconception(
            "water_for_total",
            lambda p: Fraction(p.volume * p.percent, p.water),
            "You divided by the added {water} mL only. The new volume is both together.",
        ),
        Misconception(
            "halves",
            lambda p: Fraction(p.percent, 2),
            "It would be halved only if you added as much water as there was liquid.",
        ),
        Misconception(
            "share_of_water",
            lambda p: Fraction(p.water * p.percent, p.total),
            "You kept the wrong part. The strength comes from the {volume} mL you began with.",
        ),
        Misconception(
            "unchanged",
            lambda p: p.percent,
            "Water was added, so each milliliter holds less than before.",
        ),
        Misconception(
            "stronger",
            lambda p: Fraction(p.percent * p.total, p.volume),
            "That is stronger than before. Adding water makes it weaker.",
        ),
    ),
    hints=(
        "Adding water changes the volume, not the amount of what is dissolved in it.",
        "Find {percent}% of {volume} mL. Then see what part of the new volume that is.",
    ),
    steps=lambda p: (
        Step("The dissolved part stays.", f"{p.volume} * {p.percent} / 100", decimal_text(p.pure)),
        Step("The new volume:", f"{p.volume} + {p.water}", f"{p.total}"),
        Step(
            "Its part in percent:",
            f"{decimal_text(p.pure)} / {p.total} * 100",
            decimal_text(p.weak),
        ),
    ),
    form=PERCENT,
)

_HALF_LIFE = Family(
    id="science.decay.half_life",
    skill="science.half_life",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "base": range(3, 60),
        "halvings": (2, 3, 4, 5),
        "life": (2, 3, 4, 5, 6, 8, 12, 15, 20, 30),
        "unit": ("hours", "days", "years"),
    },
    derive=lambda p: {"start": p.base * 2**p.halvings, "time": p.life * p.halvings},
    where=(lambda p: p.start <= 960,),
    stem=(
        "A sample holds {start} g of a substance with a half-life of {life} {unit}. How many grams"
        " of it are left after {time} {unit}?"
    ),
    key=lambda p: p.base,
    checker=lambda p, v: v * 2 ** (p.time // p.life) == p.start,
    misconceptions=(
        Misconception(
            "straight_line",
            lambda p: Fraction(p.start, p.halvings),
            "You shared by the number of half-lives. Each half-life halves what is left.",
        ),
        Misconception(
            "all_gone", lambda p: 0, "Half of what is left always stays, so it is not all gone."
        ),
        Misconception(
            "one_half",
            lambda p: p.start // 2,
            "That is after one half-life. How many times do {life} {unit} fit into {time}?",
        ),
        Misconception(
            "decayed", lambda p: p.start - p.base, "That is how much is gone. How much is left?"
        ),
        Misconception(
            "one_too_few", lambda p: p.base * 2, "Halve once more: count the half-lives again."
        ),
        Misconception(
            "one_too_many",
            lambda p: Fraction(p.base, 2),
            "You halved once too often: count the half-lives again.",
        ),
    ),
    hints=(
        "In each half-life, half of what is left goes away.",
        "How many times does {life} fit into {time}? Halve that many times.",
    ),
    steps=lambda p: (
        Step("The number of half-lives:", f"{p.time} / {p.life}", f"{p.halvings}"),
        Step("Halve that many times.", f"{p.start} / 2^{p.halvings}", f"{p.base}"),
    ),
    form=DECIMAL,
    unit="g",
)

FAMILIES = (_DENSITY, _CONVERT, _DILUTION, _HALF_LIFE)

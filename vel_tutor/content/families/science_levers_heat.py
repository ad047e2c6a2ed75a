"""Grade 7: levers, and warm water mixed with cold."""

from fractions import Fraction

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- levers ---------------------------------------------------------------------------------------


def _lever_words(p: Params) -> str:
    return (
        f"A lever. On the left {p.load} N hang {p.far} steps from the turning point. "
        f"On the right an unknown force pulls at {p.near} steps."
    )


_LEVER = Family(
    id="science.machines.lever",
    skill="science.machines",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"load": range(6, 121, 3), "far": range(1, 9), "near": range(1, 9)},
    derive=lambda p: {"turn": p.load * p.far, "force": Fraction(p.load * p.far, p.near)},
    where=(lambda p: p.far != p.near and p.force.denominator in (1, 2, 4),),
    stem=(
        "A force of {load} N pulls down {far} dm to the left of the turning point of a lever."
        " Which force, {near} dm"
        " to the right, keeps it level?"
    ),
    key=lambda p: p.force,
    checker=lambda p, v: v * p.near == p.load * p.far,
    misconceptions=(
        Slip(
            "same_force",
            lambda p: p.load,
            "Equal forces balance only at equal distances. Here they are {far} dm and {near} dm.",
        ),
        Slip(
            "upside_down",
            lambda p: Fraction(p.load * p.near, p.far),
            "You turned the ratio around: the longer arm needs the smaller force.",
        ),
        Slip(
            "adds_difference",
            lambda p: p.load + p.far - p.near,
            "You added the steps. A lever multiplies force and distance.",
        ),
        Slip(
            "stops_at_product",
            lambda p: p.turn,
            "{turn} is the turning effect. Share it by the {near} dm of the other arm.",
        ),
        Slip(
            "takes_difference",
            lambda p: abs(p.load - p.near),
            "Newtons and decimeters cannot be taken from each other.",
        ),
    ),
    hints=(
        "Force times distance must be the same on both sides.",
        "Work out {load} times {far}, then divide by {near}.",
    ),
    steps=lambda p: (
        Step("Turning effect on the left:", f"{p.load} * {p.far}", f"{p.turn}"),
        Step("The same on the right:", f"{p.turn} / {p.near}", decimal_text(p.force)),
    ),
    form=DECIMAL,
    unit="N",
    figure=lambda p: drawn.lever(_lever_words(p), (f"{p.load} N", p.far), ("?", p.near), 8),
    alt=_lever_words,
)

# --- warm and cold water --------------------------------------------------------------------------

_MIXED = Family(
    id="science.heat.mixing",
    skill="science.heat_flow",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "one": range(1, 6),
        "two": range(1, 6),
        "warm": range(50, 96, 5),
        "cool": range(5, 41, 5),
    },
    derive=lambda p: {
        "sum": p.one * p.warm + p.two * p.cool,
        "final": Fraction(p.one * p.warm + p.two * p.cool, p.one + p.two),
    },
    where=(lambda p: p.one != p.two and p.final.denominator == 1,),
    stem=(
        "You pour {one} L of water at {warm} °C and {two} L at {cool} °C into a tub. No heat is"
        " lost. How warm is"
        " the mix?"
    ),
    key=lambda p: p.final,
    checker=lambda p, v: p.one * (p.warm - v) == p.two * (v - p.cool),
    misconceptions=(
        Slip(
            "plain_mean",
            lambda p: Fraction(p.warm + p.cool, 2),
            "That is the middle, as if both parts were equal. They are {one} L and {two} L.",
        ),
        Slip(
            "adds",
            lambda p: p.warm + p.cool,
            "Temperatures do not add up: the mix cannot be warmer than {warm} °C.",
        ),
        Slip(
            "subtracts",
            lambda p: p.warm - p.cool,
            "The difference of the temperatures is not how warm the mix is.",
        ),
        Slip(
            "swaps_parts",
            lambda p: Fraction(p.two * p.warm + p.one * p.cool, p.one + p.two),
            "You gave the {warm} °C to {two} L. It belongs to the {one} L.",
        ),
        Slip(
            "stops_at_sum",
            lambda p: p.sum,
            "That sum is for all the liters. Divide by how many there are.",
        ),
    ),
    hints=(
        "The larger part counts for more.",
        "Multiply liters by degrees for each part, add, then divide by all liters.",
    ),
    steps=lambda p: (
        Step(
            "Liters times degrees, added up:",
            f"{p.one} * {p.warm} + {p.two} * {p.cool}",
            f"{p.sum}",
        ),
        Step("Divide by all the liters:", f"{p.sum} / ({p.one} + {p.two})", f"{p.final}"),
    ),
    form=DECIMAL,
    unit="°C",
)

FAMILIES = (_LEVER, _MIXED)

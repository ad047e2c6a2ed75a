"""Grades 7 to 9: weight, frequency, pressure."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

# --- weight on other worlds -----------------------------------------------------------------------

_PULL = {
    "the moon": Fraction("1.6"),
    "Mars": Fraction("3.7"),
    "Venus": Fraction("8.9"),
    "Jupiter": Fraction("24.8"),
    "Titan": Fraction("1.4"),
    "Mercury": Fraction("3.7"),
    "Neptune": Fraction("11.1"),
}  # fmt: skip
"""Newtons for each kilogram at the surface (or the cloud tops)."""

_WEIGHT = Family(
    id="science.weight.worlds",
    skill="science.weight",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "world": tuple(_PULL),
        "mass": range(2, 96),
        "thing": ("probe", "rover", "toolbox", "suit", "drill", "tank"),
    },
    derive=lambda p: {
        "pull": _PULL[p.world],
        "pull_text": decimal_text(_PULL[p.world]),
        "earth": 10 * p.mass,
        "weight": p.mass * _PULL[p.world],
    },
    stem=(
        "On the earth a {thing} weighs {earth} N. There 10 N pull at each kilogram. On {world}"
        " it is {pull_text} N for"
        " each kilogram. What does the {thing} weigh there?"
    ),
    key=lambda p: p.weight,
    checker=lambda p, v: v / p.pull == Fraction(p.earth, 10),
    misconceptions=(
        Slip(
            "mass_as_weight",
            lambda p: p.mass,
            "{mass} kg is its mass. Its weight is the pull on all of these kilograms.",
        ),
        Slip(
            "same_weight",
            lambda p: p.earth,
            "The mass stays the same, but the pull is another: {pull_text} N for each kilogram.",
        ),
        Slip(
            "times_earth_weight",
            lambda p: p.earth * p.pull,
            "You multiplied the weight. First find the mass: {earth} N divided by 10.",
        ),
        Slip(
            "divides",
            lambda p: p.earth / p.pull if (p.earth / p.pull * 100).denominator == 1 else None,
            "You divided by the pull. Each kilogram is pulled with {pull_text} N, so multiply.",
        ),
        Slip(
            "subtracts",
            lambda p: p.earth - p.pull,
            "Taking {pull_text} N away once is not enough: it is for each kilogram.",
        ),
    ),
    hints=(
        "The mass is the same everywhere. How many kilograms are there?",
        "Divide by 10 to get the kilograms, then multiply by {pull_text}.",
    ),
    steps=lambda p: (
        Step("The mass in kilograms:", f"{p.earth} / 10", f"{p.mass}"),
        Step("The weight there:", f"{p.mass} * {p.pull_text}", decimal_text(p.weight)),
    ),
    form=DECIMAL,
    unit="N",
)

# --- frequency and period -------------------------------------------------------------------------

_SWINGS = (
    "waves pass a pole", "swings of a clock are counted", "beats of a wing are filmed",
    "turns of a wheel are seen", "shakes of a string are counted", "flashes of a lamp are seen",
)  # fmt: skip

_FREQUENCY = Family(
    id="science.frequency.count",
    skill="science.frequency",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "what": _SWINGS,
        "count": range(4, 121, 2),
        "time": (2, 4, 5, 8, 10, 16, 20, 25, 40, 50),
        "ask": ("frequency", "period"),
    },
    derive=lambda p: {"hertz": Fraction(p.count, p.time), "seconds": Fraction(p.time, p.count)},
    where=(
        lambda p: (
            p.count != p.time
            and p.hertz.denominator in (1, 2, 4, 5)
            and (p.seconds * 1000).denominator == 1
        ),
    ),
    stem="In {time} s, {count} {what}. What is the {ask}?",
    key=lambda p: p.hertz if p.ask == "frequency" else p.seconds,
    checker=lambda p, v: v * p.time == p.count if p.ask == "frequency" else v * p.count == p.time,
    misconceptions=(
        Slip(
            "other_one",
            lambda p: p.seconds if p.ask == "frequency" else p.hertz,
            "You turned it around. Frequency counts in one second; the period is the time of one.",
        ),
        Slip(
            "multiplies",
            lambda p: p.count * p.time,
            "You multiplied {count} by {time}. One second, or one wave, is a share.",
        ),
        Slip("count_only", lambda p: p.count, "{count} is how many there were in all {time} s."),
        Slip("time_only", lambda p: p.time, "{time} s is the whole time of all {count}."),
        Slip(
            "subtracts",
            lambda p: abs(p.count - p.time),
            "A count and a time cannot be taken from each other.",
        ),
    ),
    hints=(
        "Frequency: how many in one second? Period: how many seconds for one?",
        "Divide, and think which number comes first.",
    ),
    steps=lambda p: (
        Step("How many in each second:", f"{p.count} / {p.time}", decimal_text(p.hertz))
        if p.ask == "frequency"
        else Step("The time of one:", f"{p.time} / {p.count}", decimal_text(p.seconds)),
    ),
    form=DECIMAL,
    unit=lambda p: "Hz" if p.ask == "frequency" else "s",
)

# --- pressure -------------------------------------------------------------------------------------

_PRESSURE = Family(
    id="science.pressure.area",
    skill="science.pressure",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "thing": ("crate", "statue", "tank", "piano", "safe", "cabinet"),
        "mass": range(10, 241, 2),
        "area": (5, 8, 10, 16, 20, 25, 40, 50, 80),
    },
    derive=lambda p: {
        "weight": 10 * p.mass,
        "square": Fraction(p.area, 100),
        "square_text": decimal_text(Fraction(p.area, 100)),
        "pascals": Fraction(1000 * p.mass, p.area),
    },
    where=(lambda p: p.pascals.denominator == 1,),
    stem=(
        "A {thing} of {mass} kg stands on {square_text} m² of floor. Take 10 N for the weight of"
        " each kilogram. Which"
        " pressure is on the floor?"
    ),
    key=lambda p: p.pascals,
    checker=lambda p, v: v * p.square == p.weight,
    misconceptions=(
        Slip(
            "mass_for_force",
            lambda p: Fraction(100 * p.mass, p.area),
            "You used {mass} kg as the force. The weight is {weight} N.",
        ),
        Slip(
            "multiplies",
            lambda p: p.weight * p.square,
            "You multiplied by the area. A smaller area must give more pressure.",
        ),
        Slip(
            "force_only",
            lambda p: p.weight,
            "{weight} N is the force. Divide it by the area of {square_text} m².",
        ),
        Slip(
            "slips_point",
            lambda p: Fraction(10 * p.mass, p.area),
            "You read {square_text} as {area}. Mind the decimal point.",
        ),
        Slip(
            "upside_down",
            lambda p: (
                p.square / p.weight if (p.square / p.weight * 10**6).denominator == 1 else None
            ),
            "You divided area by force. Pressure is force for each square meter.",
        ),
    ),
    hints=("Pressure is force divided by area.", "The force is the weight: {mass} kg times 10 N."),
    steps=lambda p: (
        Step("The force is the weight:", f"{p.mass} * 10", f"{p.weight}"),
        Step("Divide by the area:", f"{p.weight} / {p.square_text}", f"{p.pascals}"),
    ),
    form=DECIMAL,
    unit="Pa",
)

FAMILIES = (_WEIGHT, _FREQUENCY, _PRESSURE)

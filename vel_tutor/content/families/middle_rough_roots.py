"""Roots as rough decimals, and the skin of cans: last steps with roots and with pi."""

from fractions import Fraction
from math import isqrt

from vel_tutor.content import shapes
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_PI = Fraction(314, 100)


def _rounded(p: Params) -> dict[str, object]:
    """The root to one place: the square of its middle neighbors decides."""
    tenths = isqrt(100 * p.n)
    up = (2 * tenths + 1) ** 2 < 400 * p.n
    near = Fraction(tenths + up, 10)
    return {
        "near": near,
        "shown": decimal_text(near, 1),
        "low": isqrt(p.n),
        "high": isqrt(p.n) + 1,
        "down": Fraction(tenths, 10),
        "up": Fraction(tenths + 1, 10),
        "is_up": up,
        "low2": decimal_text(Fraction(tenths, 10) ** 2, 2),
        "high2": decimal_text(Fraction(tenths + 1, 10) ** 2, 2),
        "one": decimal_text(Fraction(tenths, 10), 1),
        "two": decimal_text(Fraction(tenths + 1, 10), 1),
        "linear": isqrt(p.n) + Fraction(p.n - isqrt(p.n) ** 2, 10),
    }


_TENTHS = Family(
    id="math.irrational.to_tenths",
    skill="math.irrational",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"n": range(3, 330), "what": ("square tile", "square card", "square sheet")},
    derive=_rounded,
    where=(
        lambda p: isqrt(p.n) ** 2 != p.n and p.near.denominator > 1,
        lambda p: p.linear.denominator > 1,
    ),
    canon=lambda p: p.n,
    stem="A {what} has an area of {n} cm². How long is its side, to the nearest tenth of a cm?",
    key=lambda p: p.near,
    checker=lambda p, v: (
        (Fraction(v) - Fraction(1, 20)) ** 2 < p.n < (Fraction(v) + Fraction(1, 20)) ** 2
    ),
    misconceptions=(
        Slip(
            "other_neighbor",
            lambda p: p.down if p.is_up else p.up,
            "Close! Compare the squares of {one} and {two} with {n}: which one is nearer?",
        ),
        Slip("half", lambda p: Fraction(p.n, 2), "Half of {n} is not its root: square it to see."),
        Slip("quarter", lambda p: Fraction(p.n, 4), "That shares the way round. It is an area."),
        Slip("whole_below", lambda p: p.low, "Go on: try tenths between {low} and {high}."),
        Slip("whole_above", lambda p: p.high, "Too long: {high} squared is more than {n}."),
        Slip(
            "rest_as_tenths",
            lambda p: p.linear,
            "You put what is left over after the point. Square your answer to check it.",
        ),
    ),
    hints=(
        "Which whole numbers have squares on both sides of {n}?",
        "Try tenths between {low} and {high}, and square them.",
    ),
    steps=lambda p: (
        Step("This one is a little short:", f"{p.one}^2", p.low2.replace(",", "")),
        Step("This one is a little long:", f"{p.two}^2", p.high2.replace(",", "")),
        Step(
            "The nearer of the two:",
            f"{p.one} + {'0.1' if p.is_up else '0'}",
            p.shown,
        ),
    ),
    form=DECIMAL,
    unit="cm",
)

_CAN_ALT = "A cylinder with radius {r} cm and height {h} cm."

_CAN = Family(
    id="math.volume_round.cylinder_skin",
    skill="math.volume_round",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"r": range(2, 21), "h": range(3, 31)},
    derive=lambda p: {
        "ends": 2 * _PI * p.r**2,
        "wall": 2 * _PI * p.r * p.h,
        "skin": 2 * _PI * p.r * (p.r + p.h),
        "ends_": decimal_text(2 * _PI * p.r**2),
        "wall_": decimal_text(2 * _PI * p.r * p.h),
        "skin_": decimal_text(2 * _PI * p.r * (p.r + p.h)),
    },
    where=(lambda p: p.r != p.h,),
    stem="How many square cm of paint cover this can, top and bottom too? Use 3.14 for pi.",
    key=lambda p: p.skin,
    checker=lambda p, v: v - 2 * _PI * p.r * p.r == _PI * 2 * p.r * p.h,
    misconceptions=(
        Slip("wall_only", lambda p: p.wall, "That is the wall. Top and bottom are missing."),
        Slip("one_end", lambda p: p.wall + p.ends / 2, "There are two ends: top and bottom."),
        Slip("volume", lambda p: _PI * p.r**2 * p.h, "That is what fits in. Paint goes outside."),
        Slip(
            "half_wall",
            lambda p: p.wall / 2 + p.ends,
            "The wall goes all the way round: 2 times pi times {r}.",
        ),
        Slip("ends_only", lambda p: p.ends, "Those are top and bottom. Add the wall."),
    ),
    hints=(
        "Roll the wall flat: which shape is it?",
        "The wall is a rectangle, {h} cm high and as long as the way round. Add two circles.",
    ),
    steps=(
        Step("The wall:", "2 * 3.14 * {r} * {h}", "{wall_}"),
        Step("Top and bottom:", "2 * 3.14 * {r}^2", "{ends_}"),
        Step("Together:", "{wall_} + {ends_}", "{skin_}"),
    ),
    form=DECIMAL,
    unit="cm²",
    figure=lambda p: shapes.cylinder(say(_CAN_ALT, p), f"{p.r} cm", f"{p.h} cm"),
    alt=_CAN_ALT,
)

FAMILIES = (_TENTHS, _CAN)

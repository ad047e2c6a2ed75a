"""Radians: angles measured by their arcs."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat


def _pi(count: Fraction) -> str:
    return surds.written(surds.PI * count)


_RADIANS = Family(
    id="math.radians.from_degrees",
    skill="math.radians",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=45,
    params={"deg": (*range(5, 720, 5), *range(12, 720, 12))},
    derive=lambda p: {"part": Fraction(p.deg, 180), "key": _pi(Fraction(p.deg, 180))},
    where=(lambda p: p.part.denominator > 1 and p.deg != 90,),
    stem="Write {deg}° in radians, with pi, like 2pi/3.",
    key=lambda p: p.key,
    checker=lambda p, v: arith.exact(arith.parse(v)) * Fraction(180) == surds.PI * Fraction(p.deg),
    misconceptions=(
        Slip("over_360", lambda p: _pi(p.part / 2), "180°, not 360°, is pi. So divide by 180."),
        Slip("no_pi", lambda p: str(p.part), "Multiply by pi: 180° is pi."),
        Slip("upside_down", lambda p: _pi(1 / p.part), "Divide {deg} by 180, not 180 by {deg}."),
        Slip("over_90", lambda p: _pi(2 * p.part), "You divided by 90. But 180°, not 90°, is pi."),
        Slip("just_pi", lambda p: f"{p.deg}pi", "Each degree is only pi over 180."),
    ),
    hints=("How many radians are 180°?", "180° is pi. Which part of 180° is {deg}°?"),
    steps=(
        Step("The part of 180°:", "{deg} ÷ 180", "{part}"),
        Step("The same part of pi:", "({part}) * pi", "{key}"),
    ),
    form=EXPRESSION,
)

_DEGREES = Family(
    id="math.radians.arc",
    skill="math.radians",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={
        "r": range(2, 31),
        "t": range(1, 25),
        "w": (2, 4, 5, 8, 10),
        "ask": ("arc", "angle", "area"),
    },
    derive=lambda p: {
        "angle": Fraction(p.t, p.w),
        "arc": p.r * Fraction(p.t, p.w),
        "area": Fraction(p.r**2, 2) * Fraction(p.t, p.w),
        **_asked(p),
    },
    where=(lambda p: p.angle.denominator == p.w and p.angle < 6 and p.key != p.angle,),
    canon=lambda p: (p.r, p.angle, p.ask),
    stem="A circle has a radius of {r} cm. {story}",
    key=lambda p: p.key,
    checker=lambda p, v: (
        v == p.r * p.angle
        if p.ask == "arc"
        else (v * p.r == p.arc if p.ask == "angle" else 2 * v == p.arc * p.r)
    ),
    misconceptions=(
        Slip(
            "as_degrees",
            lambda p: p.angle * p.r / 180 if p.ask == "arc" else p.angle / 180,
            "The angle is in radians, not in degrees: no 180 is needed.",
        ),
        Slip(
            "divides",
            lambda p: p.angle / p.r if p.ask == "arc" else p.arc * p.r,
            "Radians are the arc over the radius. Check what is asked.",
        ),
        Slip(
            "two_radii",
            lambda p: 2 * p.key,
            "Radians use the radius once, and a sector is half of radius times arc.",
        ),
        Slip(
            "adds",
            lambda p: p.r + (p.angle if p.ask != "angle" else p.arc),
            "Radius and angle are multiplied, not added.",
        ),
        Slip(
            "half", lambda p: p.key / 2, "You halved once too often. An arc is radius times angle."
        ),
    ),
    hints=(
        "In radians, the angle is the arc over the radius.",
        "Arc is radius times angle. A sector is half of radius times arc.",
    ),
    steps=lambda p: {
        "arc": (Step("Radius times angle:", f"{p.r} * {p.angle}", f"{p.arc}"),),
        "angle": (Step("Arc over radius:", f"{p.arc} ÷ {p.r}", f"{p.angle}"),),
        "area": (
            Step("The arc: radius times angle.", f"{p.r} * {p.angle}", f"{p.arc}"),
            Step("Half of radius times arc:", f"{p.r} * {p.arc} ÷ 2", f"{p.area}"),
        ),
    }[p.ask],
    form=RATIONAL,
)


def _asked(p: Params) -> dict[str, object]:
    angle = Fraction(p.t, p.w)
    arc = p.r * angle
    told = f"An angle at the center is {_said(angle)} radians."
    return {
        "arc": {"key": arc, "story": f"{told} How many cm long is its arc?"},
        "angle": {
            "key": angle,
            "story": f"An arc is {_said(arc)} cm long. How many radians has its angle?",
        },
        "area": {"key": arc * p.r / 2, "story": f"{told} How many cm² has its sector?"},
    }[p.ask]


def _said(value: Fraction) -> str:
    return tex(str(value))


FAMILIES = (
    _RADIANS,
    _DEGREES,
)

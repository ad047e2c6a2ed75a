"""Arcs and sectors."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.vocabulary import ItemFormat


def _pi(count: Fraction | int) -> str:
    return surds.written(surds.PI * Fraction(count))


def _turns(text: str, degrees: Fraction | int) -> bool:
    """Whether the number is this many times pi, over 360."""
    return arith.exact(arith.parse(text)) * Fraction(360) == surds.PI * Fraction(degrees)


_ANGLES = (30, 36, 40, 45, 50, 60, 72, 75, 80, 90, 100, 108, 120, 135, 144, 150, 210, 240, 270, 300)

_ARC = Family(
    id="math.arcs_sectors.arc",
    skill="math.arcs_sectors",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={"r": range(2, 31), "deg": _ANGLES},
    derive=lambda p: {
        "part": Fraction(p.deg, 360),
        "round": f"{2 * p.r}pi",
        "key": _pi(Fraction(p.deg * p.r, 180)),
        "share": Fraction(p.deg * p.r, 180),
    },
    where=(lambda p: p.share.denominator < 4,),
    stem=(
        "A circle has a radius of {r} cm. How long is the arc over an angle of {deg}° at the"
        " center? Give the exact number of cm, like 4pi or 2pi/3."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _turns(v, 2 * p.r * p.deg),
    misconceptions=(
        Slip(
            "whole_round", lambda p: p.round, "That is once all around. Take the part for {deg}°."
        ),
        Slip(
            "sector_area",
            lambda p: _pi(p.part * p.r**2),
            "That is the area of the sector. The arc is a part of the circumference.",
        ),
        Slip("half_of_it", lambda p: _pi(p.share / 2), "The circumference has twice the radius."),
        Slip(
            "no_pi",
            lambda p: str(p.share),
            "Do not forget pi: the circumference is 2 times pi times the radius.",
        ),
        Slip(
            "rest_of_circle",
            lambda p: _pi(2 * p.r - p.share),
            "That is the other arc, over the rest of 360°.",
        ),
        Slip("part_of_180", lambda p: _pi(2 * p.share), "The whole circle has 360°, not 180°."),
    ),
    hints=("How long is it all around?", "Which part of 360° is {deg}°?"),
    steps=(
        Step("All around:", "2 * pi * {r}", "{round}"),
        Step("The part of the circle:", "{deg} ÷ 360", "{part}"),
        Step("The arc:", "({part}) * {round}", "{key}"),
    ),
    form=EXPRESSION,
)

_SECTOR = Family(
    id="math.arcs_sectors.sector",
    skill="math.arcs_sectors",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={
        "r": range(2, 25),
        "deg": _ANGLES,
        "what": ("A sprinkler waters", "A lamp lights", "A wiper cleans", "A radar scans"),
    },
    derive=lambda p: {
        "part": Fraction(p.deg, 360),
        "disc": f"{p.r**2}pi",
        "share": Fraction(p.deg * p.r**2, 360),
        "key": _pi(Fraction(p.deg * p.r**2, 360)),
    },
    where=(lambda p: p.share.denominator < 4 and p.deg < 300,),
    canon=lambda p: (p.r, p.deg),
    stem=(
        "{what} a sector of a circle with a radius of {r} m and an angle of {deg}°. How many"
        " square meters is that, exactly? Answer like 4pi or 2pi/3."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _turns(v, p.deg * p.r * p.r),
    misconceptions=(
        Slip(
            "whole_circle", lambda p: p.disc, "That is the whole circle. Take the part for {deg}°."
        ),
        Slip(
            "arc",
            lambda p: _pi(p.part * 2 * p.r),
            "That is the length of the arc. The area uses the radius squared.",
        ),
        Slip(
            "radius_not_squared",
            lambda p: _pi(p.part * p.r),
            "The area of a circle is pi times the radius squared.",
        ),
        Slip("rest", lambda p: _pi(p.r**2 - p.share), "That is the other part of the circle."),
        Slip("part_of_180", lambda p: _pi(2 * p.share), "The whole circle has 360°, not 180°."),
        Slip("no_pi", lambda p: str(p.share), "Do not forget pi in the area of a circle."),
    ),
    hints=("How large is the whole circle?", "Which part of 360° is {deg}°?"),
    steps=(
        Step("The whole circle:", "pi * {r}^2", "{disc}"),
        Step("The part of it:", "{deg} ÷ 360", "{part}"),
        Step("The sector:", "({part}) * {disc}", "{key}"),
    ),
    form=EXPRESSION,
)


FAMILIES = (
    _ARC,
    _SECTOR,
)

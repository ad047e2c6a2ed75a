"""Lines on the grid: at right angles to each other, and how far between two points."""

from fractions import Fraction
from math import gcd, isqrt

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.content.latex import plus, signed
from vel_tutor.vocabulary import ItemFormat

_PERPENDICULAR = Family(
    id="math.perpendicular.slope",
    skill="math.perpendicular",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(-9, 10), "b": range(1, 10), "c": range(-9, 10)},
    derive=lambda p: {
        "slope": Fraction(p.a, p.b),
        "line": f"{Fraction(p.a, p.b)} x {plus(p.c)}",
        "turned": Fraction(-p.b, p.a) if p.a else 0,
        "turned_text": f"({Fraction(-p.b, p.a)})" if p.a else "0",
        "slope_text": f"({Fraction(p.a, p.b)})",
    },
    where=(lambda p: p.a and p.c and abs(p.a) != p.b and gcd(p.a, p.b) == 1,),
    canon=lambda p: (p.a, p.b, p.c),
    stem="A line is at right angles to [[y = {line}]]. What is its slope?",
    key=lambda p: p.turned,
    checker=lambda p, v: v * p.slope == -1,
    misconceptions=(
        Slip("parallel", lambda p: p.slope, "That is the slope of a line that runs alongside."),
        Slip("sign_only", lambda p: -p.slope, "You changed the sign. Turn the fraction over too."),
        Slip(
            "turned_only",
            lambda p: 1 / p.slope,
            "You turned the fraction over. The sign has to change too.",
        ),
        Slip("the_number", lambda p: p.c, "{c} says where the line starts, not how steep it is."),
    ),
    hints=(
        "At right angles: one line rises where the other falls.",
        "Turn the slope over and change its sign.",
    ),
    steps=(Step("Turned over, with the other sign.", "-1 ÷ {slope_text}", "{turned}"),),
    form=RATIONAL,
)

_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (6, 8, 10), (9, 12, 15), (7, 24, 25))


def _ends(p: Params) -> dict[str, object]:
    across, up, far = p.triple
    across, up = (up, across) if p.flip else (across, up)
    return {
        "across": across,
        "up": up,
        "far": far,
        "x2": p.x + across,
        "y2": p.y + p.way * up,
        "xs": signed(p.x),
        "ys": signed(p.y),
        "rise": p.way * up,
        "rises": signed(p.way * up),
        "square": far**2,
    }


_DISTANCE = Family(
    id="math.distance.two_points",
    skill="math.distance",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "x": range(-9, 6),
        "y": range(-9, 10),
        "triple": _TRIPLES,
        "flip": (True, False),
        "way": (1, -1),
    },
    derive=_ends,
    stem="How far is it from ({x}, {y}) to ({x2}, {y2})?",
    key=lambda p: p.far,
    checker=lambda p, v: v > 0 and v * v == (p.x2 - p.x) ** 2 + (p.y2 - p.y) ** 2,
    misconceptions=(
        Slip(
            "adds_legs",
            lambda p: p.across + p.up,
            "You went along the grid. Straight across it is shorter.",
        ),
        Slip("no_root", lambda p: p.square, "That is the square of the distance. Take the root."),
        Slip("across_only", lambda p: p.across, "That is only how far across. Use the height too."),
        Slip("up_only", lambda p: p.up, "That is only how far up or down. Use the width too."),
        Slip(
            "subtracts_squares",
            lambda p: isqrt(abs(p.across**2 - p.up**2)),
            "Add the squares of the two legs, do not take one away.",
        ),
    ),
    hints=(
        "How far across and how far up is it? These are the legs of a right triangle.",
        "Across it is {across}, and up or down it is {up}.",
    ),
    steps=(
        Step("Across:", "{x2} - {xs}", "{across}"),
        Step("Up or down:", "{y2} - {ys}", "{rise}"),
        Step("The squares together:", "{across}^2 + {rises}^2", "{square}"),
        Step("The root is the distance.", "sqrt({square})", "{far}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_PERPENDICULAR, _DISTANCE)

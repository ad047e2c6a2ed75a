"""Angles that belong together at crossings and right angles; which sides make a triangle."""

from fractions import Fraction

from vel_tutor.content import shapes
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT, WHOLE
from vel_tutor.content.latex import plus
from vel_tutor.vocabulary import ItemFormat

_CROSS_ALT = "Two lines cross. One angle is {a}°. The angle {place} it is x."

_CROSSING = Family(
    id="math.angle_pairs.crossing",
    skill="math.angle_pairs",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(21, 160), "where_x": (1, 2, 3)},
    derive=lambda p: {
        "x": p.a if p.where_x == 2 else 180 - p.a,
        "place": "across from" if p.where_x == 2 else "next to",
        "rest": 180 - p.a,
        "labels": tuple({0: f"{p.a}°", p.where_x: "x"}.get(i, "") for i in range(4)),
    },
    where=(lambda p: p.a != 90,),
    canon=lambda p: (p.a, p.where_x == 2),
    stem="Two lines cross. What is the angle x?",
    key=lambda p: p.x,
    checker=lambda p, v: v == (p.a, 180 - p.a, p.a, 180 - p.a)[p.where_x],
    misconceptions=(
        Slip(
            "other_pair",
            lambda p: 180 - p.x,
            "x lies {place} {a}°. Across they are equal; side by side they make 180°.",
        ),
        Slip("to_ninety", lambda p: abs(90 - p.a), "There is no right angle here. Use 180°."),
        Slip("to_full", lambda p: 360 - p.a, "All four angles make 360°. You want only one."),
        Slip(
            "half", lambda p: Fraction(p.x, 2), "Do not share it in two. Look at the straight line."
        ),
    ),
    hints=(
        "Does x lie across from the given angle, or next to it?",
        "Side by side they make a straight line: 180°. Across they are equal.",
    ),
    steps=lambda p: (
        (Step("Next to it is:", f"180 - {p.a}", f"{p.rest}"),)
        + ((Step("Next to that is x.", f"180 - {p.rest}", f"{p.x}"),) if p.where_x == 2 else ())
    ),
    form=RATIONAL,
    unit="°",
    figure=lambda p: shapes.crossing(say(_CROSS_ALT, p), p.a, p.labels),
    alt=_CROSS_ALT,
)


def _pair_equation(p: Params) -> dict[str, object]:
    total = 90 if p.right else 180
    other = total - p.k * p.x - p.b
    return {
        "total": total,
        "first": f"{p.k}x {plus(p.b)}",
        "bend": p.k * p.x + p.b,
        "other": other,
        "kx": p.k * p.x,
        "undo": plus(-p.b),
        "name": "a right angle" if p.right else "a straight line",
        "rest": total - other,
    }


_EQUATION_ALT = "Two angles next to each other. One is {first} degrees, the other {other} degrees."

_EQUATION = Family(
    id="math.angle_pairs.with_expression",
    skill="math.angle_pairs",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={
        "k": range(2, 8),
        "x": range(5, 40),
        "b": range(-20, 25),
        "right": (True, False),
    },
    derive=_pair_equation,
    where=(
        lambda p: abs(p.b) > 1 and p.other > 8 and p.bend > 8 and p.x != p.other,
        lambda p: p.bend != p.other,
    ),
    stem="The angles [[{first}]] and {other}° together make {name}. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: p.k * v + p.b + p.other == p.total,
    misconceptions=(
        Slip(
            "other_total",
            lambda p: Fraction((270 - p.total) - p.other - p.b, p.k),
            "They make {name}: {total}°.",
        ),
        Slip(
            "made_equal",
            lambda p: Fraction(p.other - p.b, p.k),
            "They are not equal. Together they make {total}°.",
        ),
        Slip("angle", lambda p: p.bend, "That is the angle [[{first}]]. What is x alone?"),
        Slip("stops_early", lambda p: p.kx, "That is [[{k}x]]. Now divide by {k}."),
        Slip(
            "sign",
            lambda p: Fraction(p.rest + p.b, p.k),
            "The number in [[{first}]] moves over by its opposite.",
        ),
    ),
    hints=("How many degrees do both make?", "Solve [[{first} = {total} - {other}]]."),
    steps=(
        Step("The angle with x:", "{total} - {other}", "{rest}"),
        Step("Without the number:", "{rest} {undo}", "{kx}"),
        Step("Divide by {k}.", "{kx} ÷ {k}", "{x}"),
    ),
    form=RATIONAL,
)

_CORNER_ALT = "A right angle cut in two by a ray. One part is {a}°, the other is x."

_CORNER = Family(
    id="math.angle_pairs.right_angle",
    skill="math.angle_pairs",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"a": range(12, 79), "up": (True, False)},
    derive=lambda p: {"x": 90 - p.a},
    where=(lambda p: p.a not in (45, 40, 50),),
    stem="A right angle is cut in two. One part is {a}°. What is the other part, x?",
    key=lambda p: p.x,
    checker=lambda p, v: v + p.a == 90,
    misconceptions=(
        Slip("straight", lambda p: 180 - p.a, "A right angle has 90°, not 180°."),
        Slip("hundred", lambda p: 100 - p.a, "A right angle has 90°, not 100°."),
        Slip("adds", lambda p: 90 + p.a, "You added. Take {a}° away from the right angle."),
        Slip("same", lambda p: p.a, "The parts need not be equal. Together they make 90°."),
        Slip("full_turn", lambda p: 360 - p.a, "A right angle has 90°. 360° is a full turn."),
    ),
    hints=("How many degrees has a right angle?", "Together both parts make 90°."),
    steps=(Step("Take the known part from 90°.", "90 - {a}", "{x}"),),
    form=WHOLE,
    unit="°",
    figure=lambda p: shapes.corner(
        say(_CORNER_ALT, p),
        p.x if p.up else p.a,
        "x" if p.up else f"{p.a}°",
        f"{p.a}°" if p.up else "x",
    ),
    alt=_CORNER_ALT,
)

_SIDES = Family(
    id="math.triangle_sides.which_make_one",
    skill="math.triangle_sides",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"a": range(3, 20), "b": range(4, 24), "at": range(1, 40), "over": range(1, 9)},
    derive=lambda p: {
        "low": abs(p.b - p.a),
        "high": p.a + p.b,
        "c": abs(p.b - p.a) + p.at,
        "flat": (p.a, p.b, p.a + p.b),
        "long": (p.a, p.b, p.a + p.b + p.over),
        "first": (p.a + 2 * p.b + p.over, p.b, p.a + 1),
        "twins": (p.a, p.a, 2 * p.a + p.over),
        "tiny": (1, p.b, p.b + 1 + p.over),
    },
    where=(lambda p: 1 < p.low < p.c < p.high and p.a < p.b,),
    canon=lambda p: (p.a, p.b, p.c),
    stem="Three sticks are the sides of a triangle. Which lengths work, in cm?",
    key=lambda p: _row(p.a, p.b, p.c),
    checker=lambda p, v: _closes(*map(int, v.split(", "))),
    misconceptions=(
        Slip("flat", lambda p: _row(*p.flat), "The two shorter ones just reach: all lies flat."),
        Slip("too_long", lambda p: _row(*p.long), "{a} and {b} are too short to reach the end."),
        Slip(
            "longest_first",
            lambda p: _row(*p.first),
            "The first stick is longer than the other two together.",
        ),
        Slip(
            "twins", lambda p: _row(*p.twins), "Two sticks of {a} cm together are too short here."
        ),
        Slip("tiny", lambda p: _row(*p.tiny), "A stick of 1 cm is too short to close that gap."),
    ),
    hints=(
        "Two sides together must be longer than the third.",
        "For each list, add the two short ones. Is that more than the long one?",
    ),
    steps=lambda p: (
        Step(f"With {p.a} and {p.b}, the third must be less than:", f"{p.a} + {p.b}", f"{p.high}"),
        Step("And more than:", f"{p.b} - {p.a}", f"{p.low}"),
        Step(f"{p.c} lies between the two. In the other lists the long one is too long."),
    ),
    form=TEXT,
)


def _row(*lengths: int) -> str:
    return ", ".join(map(str, lengths))


def _closes(a: int, b: int, c: int) -> bool:
    return a + b > c and a + c > b and b + c > a


FAMILIES = (_CROSSING, _EQUATION, _CORNER, _SIDES)

"""Angles and right triangles."""

from math import isqrt

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat

_LINE_ALT = (
    "A straight line. From a point on it a ray goes up: {a} degrees on one side, x on the other."
)

_STRAIGHT = Family(
    id="math.angles.straight_line",
    skill="math.angles",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(17, 165)},
    derive=lambda p: {"x": 180 - p.a},
    where=(lambda p: p.a not in (45, 60, 90, 120),),
    stem="How many degrees is the angle x?",
    key=lambda p: p.x,
    checker=lambda p, v: p.a + v == 180,
    misconceptions=(
        Slip("same", lambda p: p.a, "The two angles are not alike. Together they make a line."),
        Slip(
            "to_ninety",
            lambda p: abs(90 - p.a),
            "You went to 90. A straight line is two right angles.",
        ),
        Slip(
            "to_full_turn",
            lambda p: 360 - p.a,
            "360 is a full turn. A straight line is half of it.",
        ),
        Slip(
            "to_hundred",
            lambda p: abs(100 - p.a),
            "You used 100. A straight line has more degrees.",
        ),
        Slip("ten_off", lambda p: p.x + 10, "Close! Check your tens: both angles make a line."),
    ),
    hints=(
        "How many degrees make a straight line?",
        "A straight line is two right angles. One part is {a}.",
    ),
    steps=(Step("A straight line is 180 degrees.", "180 - {a}", "{x}"),),
    unit="°",
    figure=lambda p: figures.straight_angle(say(_LINE_ALT, p), p.a),
    alt=_LINE_ALT,
)

_TRIANGLE_ALT = "A triangle with angles of {a} degrees, {b} degrees and x."

_TRIANGLE = Family(
    id="math.angles.triangle",
    skill="math.angles_triangle",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"a": range(21, 120), "b": range(22, 100)},
    derive=lambda p: {"sum": p.a + p.b, "x": 180 - p.a - p.b},
    where=(lambda p: p.x > 15 and p.a > p.b,),
    stem="Two angles of a triangle are {a}° and {b}°. How many degrees is the third one?",
    key=lambda p: p.x,
    checker=lambda p, v: sum((p.a, p.b, v)) == 180,
    misconceptions=(
        Slip("sum_only", lambda p: p.sum, "{sum} is the two you know. All three make 180."),
        Slip(
            "full_turn",
            lambda p: 360 - p.sum,
            "360 is a full turn. A triangle has half of that.",
        ),
        Slip("one_only", lambda p: 180 - p.a, "You forgot the angle of {b} degrees."),
        Slip("other_only", lambda p: 180 - p.b, "You forgot the angle of {a} degrees."),
        Slip("difference", lambda p: p.a - p.b, "You took one from the other. Add them first."),
    ),
    hints=("What do the three angles of a triangle make together?", "The two you know make {sum}."),
    steps=(
        Step("The two you know:", "{a} + {b}", "{sum}"),
        Step("All three make 180.", "180 - {sum}", "{x}"),
    ),
    unit="°",
    figure=lambda p: figures.triangle(
        say(_TRIANGLE_ALT, p), "", "", "", (f"{p.a}°", f"{p.b}°", "x")
    ),
    alt=_TRIANGLE_ALT,
)

_TRIPLES = (
    (3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37),
    (11, 60, 61), (28, 45, 53), (16, 63, 65), (33, 56, 65), (48, 55, 73),
)  # fmt: skip


def _sides(p: Params) -> dict[str, object]:
    short, long, slope = (side * p.k for side in p.triple)
    known = (short, long) if p.ask == "slope" else (slope, short)
    sign = 1 if p.ask == "slope" else -1
    result = slope if p.ask == "slope" else long
    return {
        "one": known[0],
        "two": known[1],
        "sign": "+" if sign > 0 else "-",
        "factor": sign,
        "what": (
            "The two legs of a right triangle are {} cm and {} cm. How long is the longest side?"
            if p.ask == "slope"
            else "A right triangle has a longest side of {} cm and a leg of {} cm. How long is the"
            " other leg?"
        ).format(*known),
        "sq1": known[0] ** 2,
        "sq2": known[1] ** 2,
        "square": result**2,
        "result": result,
        "rule": "add the squares" if sign > 0 else "take the square of the leg away",
        "labels": (
            (f"{short} cm", f"{long} cm", "x")
            if p.ask == "slope"
            else (f"{short} cm", "x", f"{slope} cm")
        ),
    }


_RIGHT_ALT = "A right triangle. {what}"

_PYTHAGORAS = Family(
    id="math.pythagoras.side",
    skill="math.pythagoras",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"triple": _TRIPLES, "k": range(1, 7), "ask": ("slope", "leg")},
    derive=_sides,
    where=(lambda p: p.result <= 130,),
    stem="{what}",
    key=lambda p: p.result,
    checker=lambda p, v: v > 0 and v * v == p.one**2 + p.factor * p.two**2,
    misconceptions=(
        Slip(
            "adds_sides",
            lambda p: p.one + p.factor * p.two,
            "Work with the squares of the sides.",
        ),
        Slip("no_root", lambda p: p.square, "That is the square of the side. Take the root."),
        Slip(
            "wrong_rule",
            lambda p: _root(p.sq1 - p.factor * p.sq2),
            "Which side is the longest one? Here you {rule}.",
        ),
        Slip(
            "doubles",
            lambda p: 2 * p.one + p.factor * 2 * p.two,
            "Squaring is not doubling: {one} squared is {one} times {one}.",
        ),
        Slip("average", lambda p: (p.one + p.two) // 2, "A mean of the sides does not help here."),
    ),
    hints=(
        "In a right triangle the squares of the legs make the square of the longest side.",
        "Square {one} and {two}, then {rule}.",
    ),
    steps=(
        Step("The squares:", "{one}^2 {sign} {two}^2", "{square}"),
        Step("The root gives the side.", "sqrt({square})", "{result}"),
    ),
    unit="cm",
    figure=lambda p: figures.right_triangle(say(_RIGHT_ALT, p), *p.labels),
    alt=_RIGHT_ALT,
)


def _root(square: int) -> int | None:
    return isqrt(square) if square > 0 else None


FAMILIES = (_STRAIGHT, _TRIANGLE, _PYTHAGORAS)

"""The Pythagorean theorem in the world: ladders, short cuts, screens, right angles to test."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT
from vel_tutor.vocabulary import ItemFormat

_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (20, 21, 29),
    (12, 35, 37),
    (9, 40, 41),
    (28, 45, 53),
    (11, 60, 61),
    (16, 63, 65),
    (33, 56, 65),
    (48, 55, 73),
    (13, 84, 85),
    (36, 77, 85),
    (39, 80, 89),
    (65, 72, 97),
)


def _sides(p: Params) -> dict[str, int]:
    a, b, c = (side * p.k for side in p.triple)
    if p.turned:
        a, b = b, a
    return {
        "a": a,
        "b": b,
        "c": c,
        "aa": a * a,
        "bb": b * b,
        "cc": c * c,
        "sum": a + b,
    }


_LADDER = Family(
    id="math.pythagoras.ladder",
    skill="math.pythagoras",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "triple": _TRIPLES,
        "k": range(1, 9),
        "turned": (True, False),
        "tale": (
            "A ladder of {c} dm leans on a wall. Its foot is {a} dm from the wall. How many dm up "
            "does it reach?",
            "A kite hangs on a line of {c} m. It is over a spot {a} m away. How many m up is it?",
            "A rope of {c} m runs from the top of a pole to a peg {a} m from its foot. How many m "
            "is the pole high?",
            "A ramp is {c} cm long. It covers {a} cm of ground. How many cm does it rise?",
        ),
    },
    derive=lambda p: {**_sides(p), "story": p.tale.format(**_sides(p))},
    where=(lambda p: p.c < 150,),
    canon=lambda p: (p.a, p.c),
    stem="{story}",
    key=lambda p: p.b,
    checker=lambda p, v: v * v + p.aa == p.cc,
    misconceptions=(
        Slip("difference", lambda p: p.c - p.a, "Take the squares from each other, not the sides."),
        Slip("no_root", lambda p: p.bb, "That is the square of it. Which number has this square?"),
        Slip("adds", lambda p: p.c + p.a, "You added the sides. Use their squares."),
        Slip(
            "half",
            lambda p: Fraction(p.bb, 2),
            "Halving is not a root. Which number times itself gives {bb}?",
        ),
        Slip("adds_squares", lambda p: p.cc + p.aa, "{c} is the longest side. Take away from it."),
    ),
    hints=(
        "Draw the right triangle. Which side is the longest?",
        "The longest side is {c}. Work out [[{c}^2 - {a}^2]] first.",
    ),
    steps=(
        Step("The squares:", "{c}^2 - {a}^2", "{bb}"),
        Step("The root of it:", "sqrt({bb})", "{b}"),
    ),
    form=RATIONAL,
)

_SHORT_CUT = Family(
    id="math.pythagoras.short_cut",
    skill="math.pythagoras",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=70,
    params={
        "triple": _TRIPLES,
        "k": range(1, 13),
        "turned": (True, False),
        "who": ("Nia", "Omar", "Tess", "Raj"),
    },
    derive=lambda p: {**_sides(p), "saved": _sides(p)["a"] + _sides(p)["b"] - _sides(p)["c"]},
    where=(lambda p: p.c < 200,),
    canon=lambda p: (p.a, p.b),
    stem=(
        "{who} can walk {a} m east and then {b} m north, or straight over the grass. How many m "
        "shorter is the straight way?"
    ),
    key=lambda p: p.saved,
    checker=lambda p, v: (p.a + p.b - v) ** 2 == p.aa + p.bb,
    misconceptions=(
        Slip("straight_way", lambda p: p.c, "That is the straight way. How much is saved?"),
        Slip(
            "round_way",
            lambda p: p.sum,
            "That is the way round. How much shorter is it over grass?",
        ),
        Slip(
            "longer_leg", lambda p: p.sum - max(p.a, p.b), "The straight way is longer than that."
        ),
        Slip(
            "difference",
            lambda p: abs(p.a - p.b),
            "The gap of {a} and {b} says nothing about the straight way.",
        ),
        Slip(
            "half",
            lambda p: Fraction(p.sum, 2),
            "The straight way is not half of it. Use the squares.",
        ),
        Slip(
            "no_squares",
            lambda p: p.c - min(p.a, p.b),
            "You compared with one part of the way. Compare with both parts.",
        ),
        Slip(
            "other_part",
            lambda p: p.c - max(p.a, p.b),
            "You took the longer part away only. Compare with both parts.",
        ),
    ),
    hints=(
        "How long is the straight way? It is the longest side of a right triangle.",
        "The straight way is the root of [[{a}^2 + {b}^2]].",
    ),
    steps=(
        Step("The squares:", "{a}^2 + {b}^2", "{cc}"),
        Step("The straight way:", "sqrt({cc})", "{c}"),
        Step("What is saved:", "{a} + {b} - {c}", "{saved}"),
    ),
    form=RATIONAL,
    unit="m",
)


def _row(sides: tuple[int, ...]) -> str:
    return ", ".join(map(str, sides))


def _four_rows(p: Params) -> dict[str, object]:
    a, b, c = (side * p.k for side in p.triple)
    return {
        "a": a,
        "b": b,
        "c": c,
        "aa": a * a,
        "bb": b * b,
        "cc": c * c,
        "right": (a, b, c),
        "longer": (a, b, c + p.off),
        "shorter": (a, b - p.off, c),
        "sum": (a, b, a + b),
        "even": (a, a + p.off, a + 2 * p.off),
        "step": (b, b + p.off, b + 2 * p.off),
    }


_RIGHT = Family(
    id="math.pythagoras.right_or_not",
    skill="math.pythagoras",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=70,
    params={"triple": _TRIPLES, "k": range(1, 7), "off": range(1, 8)},
    derive=_four_rows,
    where=(lambda p: p.b - p.off > 0 and p.c < 120 and (p.off != p.k or p.triple != (3, 4, 5)),),
    stem="Which three lengths are the sides of a right triangle?",
    key=lambda p: _row(p.right),
    checker=lambda p, v: _is_right(*map(int, v.split(", "))),
    misconceptions=(
        Slip("longer", lambda p: _row(p.longer), "Square all three: the long side is too long."),
        Slip(
            "shorter", lambda p: _row(p.shorter), "Square all three: the two short ones fall short."
        ),
        Slip("adds_sides", lambda p: _row(p.sum), "The squares must add up, not the sides."),
        Slip("even_steps", lambda p: _row(p.even), "Even steps are not enough. Check the squares."),
        Slip("steps", lambda p: _row(p.step), "The steps are even, but do the squares add up?"),
    ),
    hints=(
        "Square all three numbers of a list.",
        "In a right triangle the two small squares make the large one.",
    ),
    steps=(
        Step("Square the two short sides and add.", "{a}^2 + {b}^2", "{cc}"),
        Step("It is the square of the long side.", "{c}^2", "{cc}"),
    ),
    form=TEXT,
)


def _is_right(*sides: int) -> bool:
    short, middle, long = sorted(sides)
    return short * short + middle * middle == long * long


_RECTANGLE = Family(
    id="math.pythagoras.rectangle_area",
    skill="math.pythagoras",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "triple": _TRIPLES,
        "k": range(1, 9),
        "turned": (True, False),
        "what": ("field", "screen", "garden", "sheet of metal", "window"),
    },
    derive=lambda p: {**_sides(p), "area": _sides(p)["a"] * _sides(p)["b"]},
    where=(lambda p: p.c < 110,),
    canon=lambda p: (p.a, p.c),
    stem=(
        "A {what} is {a} m wide. From corner to corner it is {c} m. It has four right angles. "
        "What is its area?"
    ),
    key=lambda p: p.area,
    checker=lambda p, v: Fraction(v, p.a) ** 2 == p.cc - p.aa,
    misconceptions=(
        Slip(
            "diagonal_as_side",
            lambda p: p.a * p.c,
            "{c} m is the way across, not a side. Find the other side first.",
        ),
        Slip("side_only", lambda p: p.b, "That is the other side. Now find the area."),
        Slip("half", lambda p: Fraction(p.area, 2), "That is one triangle. There are two of them."),
        Slip(
            "difference",
            lambda p: p.a * (p.c - p.a),
            "The other side is not {c} less {a}. Use the squares.",
        ),
        Slip("round", lambda p: 2 * (p.a + p.b), "That is the way round. Area is side by side."),
        Slip("no_root", lambda p: p.a * p.bb, "You forgot the root: {bb} is the square of a side."),
    ),
    hints=(
        "The way from corner to corner cuts it into two right triangles.",
        "The other side is the root of [[{c}^2 - {a}^2]].",
    ),
    steps=(
        Step("The square of the other side:", "{c}^2 - {a}^2", "{bb}"),
        Step("The side:", "sqrt({bb})", "{b}"),
        Step("The area:", "{a} * {b}", "{area}"),
    ),
    form=RATIONAL,
    unit="m²",
)

FAMILIES = (_LADDER, _SHORT_CUT, _RIGHT, _RECTANGLE)

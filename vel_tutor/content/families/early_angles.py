"""Grade 4: kinds of angles, measuring and adding them; symmetry and parallel sides."""

from math import atan2, cos, pi, sin

from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WORD
from vel_tutor.vocabulary import ItemFormat

_RANGES = {
    "acute": range(1, 90),
    "right": range(90, 91),
    "obtuse": range(91, 180),
    "straight": range(180, 181),
}
_SAYS = {
    "acute": "An acute angle is narrower than a square corner.",
    "right": "A right angle is just like a square corner. Hold a sheet of paper to it.",
    "obtuse": "An obtuse angle is wider than a square corner, but not yet a line.",
    "straight": "A straight angle is one line: both rays point in opposite ways.",
    "reflex": "A reflex angle goes more than half way around. Look where the arc is.",
}


def _named(degrees: int) -> str:
    return next(name for name, of in _RANGES.items() if degrees in of)


def _angle_told(p: Params) -> str:
    return f"Two rays from one point. Between them is a turn of {p.degrees} degrees."


def _takes_for(name: str) -> Slip:
    return Slip(f"says_{name}", lambda p: name if _named(p.degrees) != name else None, _SAYS[name])


_KIND = Family(
    id="math.angles.kind",
    skill="math.angles",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=20,
    params={
        "degrees": (20, 25, 30, 40, 45, 55, 60, 70, 90, 90, 90, 105, 120, 130, 145, 155, 180, 180),
        "turn": range(0, 100, 10),
    },
    where=(lambda p: p.turn + p.degrees <= 240,),
    stem="What kind of angle is this?",
    key=lambda p: _named(p.degrees),
    checker=lambda p, v: v != "reflex" and p.degrees in _RANGES[v],
    misconceptions=tuple(_takes_for(name) for name in _SAYS),
    hints=("Compare it with the corner of a sheet of paper.", "Do the two rays make one line?"),
    steps=lambda p: (
        Step(f"The turn is {p.degrees} degrees. A square corner has 90."),
        Step(f"So this angle is called {_named(p.degrees)}."),
    ),
    form=TEXT,
    figure=lambda p: shapes.angle(_angle_told(p), p.degrees, p.turn),
    alt=_angle_told,
)


def _rays_told(p: Params) -> str:
    return f"A half-circle scale. One ray is at {p.first} degrees, the other at {p.second}."


_MEASURE = Family(
    id="math.angles.protractor",
    skill="math.angles",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"first": range(10, 120, 10), "second": range(30, 180, 5)},
    derive=lambda p: {"x": p.second - p.first},
    where=(lambda p: 20 <= p.x != p.first and p.second < 180 and p.x + p.second != 180,),
    stem="How large is the angle between the two rays?",
    key=lambda p: p.x,
    checker=lambda p, v: (p.first + v) % 360 == p.second,
    misconceptions=(
        Slip("reads_far_ray", lambda p: p.second, "The other ray is not at 0, it is at {first}."),
        Slip("reads_near_ray", lambda p: p.first, "That is where the lower ray is. Go on from it."),
        Slip("adds", lambda p: p.first + p.second, "You added. How far is it from ray to ray?"),
        Slip(
            "other_scale", lambda p: 180 - p.second, "You counted from the wrong end of the scale."
        ),
        Slip("ten_over", lambda p: p.x + 10, "Ten too many. Count the steps between the rays."),
        Slip(
            "ten_short", lambda p: p.x - 10, "Ten too few. Count the steps, not the marks inside."
        ),
    ),
    hints=("Where does each ray cross the scale?", "How many degrees lie between the two marks?"),
    steps=(Step("From one mark to the other:", "{second} - {first}", "{x}"),),
    unit="°",
    figure=lambda p: shapes.protractor(_rays_told(p), p.first, p.second),
    alt=_rays_told,
)


def _parts_told(p: Params) -> str:
    return f"An angle cut in two by a ray. One part has {p.a} degrees, the other is unknown."


_PARTS = Family(
    id="math.angles.parts",
    skill="math.angles",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"whole": (90, 100, 110, 120, 130, 140, 150, 160), "a": range(15, 130)},
    derive=lambda p: {"x": p.whole - p.a},
    where=(lambda p: p.x > 14 and p.x != p.a and p.a % 5 != 0,),
    stem="The whole angle has {whole}°. One part of it has {a}°. How large is the other part?",
    key=lambda p: p.x,
    checker=lambda p, v: v + p.a == p.whole,
    misconceptions=(
        Slip("straight_line", lambda p: 180 - p.a, "The whole is {whole}°, not a straight line."),
        Slip(
            "square_corner",
            lambda p: 90 - p.a if p.a < 90 < p.whole else None,
            "The whole is {whole}°, not a square corner.",
        ),
        Slip("adds", lambda p: p.whole + p.a, "You added. {whole}° is already the whole."),
        Slip("copies", lambda p: p.a, "The two parts need not be of the same size."),
        Slip("halves", lambda p: p.whole // 2, "The ray does not cut the angle in half."),
        Slip("ten_over", lambda p: p.x + 10, "Ten too many. Take {a} from {whole} again."),
    ),
    hints=("Both parts together make {whole}°.", "Take the part you know from the whole."),
    steps=(Step("Take away the part you know.", "{whole} - {a}", "{x}"),),
    unit="°",
    figure=lambda p: shapes.two_angles(_parts_told(p), p.a, (f"{p.a}°", "?"), p.whole),
    alt=_parts_told,
)

_LINES = {
    "square": 4, "rectangle": 2, "rhombus": 2, "parallelogram": 0, "trapezoid": 1, "kite": 1,
    "pentagon": 5, "hexagon": 6, "octagon": 8, "even triangle": 3, "tall triangle": 1,
    "crooked triangle": 0, "arrow": 1, "cross": 4, "L": 0, "step": 0, "house": 1,
}  # fmt: skip


def _mirrored(points: list[shapes.Point], axis: float) -> bool:
    """Whether the mirror line through the middle at this angle maps the corners onto corners."""
    c, s = cos(2 * axis), sin(2 * axis)
    return all(
        min((x * c + y * s - u) ** 2 + (x * s - y * c - v) ** 2 for u, v in points) < 4
        for x, y in points
    )


def _mirror_lines(kind: str) -> int:
    """How many lines of symmetry the corners have, found by trying lines through the middle."""
    corners = shapes.OUTLINES[kind]
    cx = sum(x for x, _ in corners) / len(corners)
    cy = sum(y for _, y in corners) / len(corners)
    points = [(x - cx, y - cy) for x, y in corners]
    aims = points + [
        ((ax + bx) / 2, (ay + by) / 2) for i, (ax, ay) in enumerate(points) for bx, by in points[:i]
    ]
    axes = {round(atan2(y, x) % pi * 360 / pi) / 2 % 180 for x, y in aims if abs(x) + abs(y) > 1}
    axes |= {(axis + 90) % 180 for axis in axes}
    return sum(_mirrored(points, axis * pi / 180) for axis in axes)


_SYMMETRY_TOLD = {
    "even triangle": "triangle with three sides of one length",
    "tall triangle": "triangle with two sides of one length",
    "crooked triangle": "triangle with three sides of different length",
    "L": "shape like the letter L",
    "step": "shape like two steps of a stair",
    "house": "shape like a house with a roof",
    "arrow": "arrow",
    "cross": "cross with four equal arms",
    "pentagon": "pentagon with equal sides",
    "hexagon": "hexagon with equal sides",
    "octagon": "octagon with equal sides",
}


def _shape_told(p: Params) -> str:
    return f"A drawing of this shape: {_SYMMETRY_TOLD.get(p.kind, p.kind)}."


_SYMMETRY = Family(
    id="math.symmetry.lines",
    skill="math.symmetry",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "kind": tuple(_LINES),
        "turn": (0, 15, 30, 45, 90, 100, 180, 200),
        "size": (0.8, 1.0),
    },
    derive=lambda p: {"n": _LINES[p.kind], "corners": len(shapes.OUTLINES[p.kind])},
    stem="How many lines of symmetry does this shape have?",
    key=lambda p: p.n,
    checker=lambda p, v: v == _mirror_lines(p.kind),
    misconceptions=(
        Slip("counts_corners", lambda p: p.corners, "Not every corner gives a line. Try to fold."),
        Slip("doubles", lambda p: 2 * p.n, "You may have counted each line from both of its ends."),
        Slip("one_over", lambda p: p.n + 1, "One of those folds does not fit. Check each line."),
        Slip("one_short", lambda p: p.n - 1, "There is one more line. Turn the shape and look."),
        Slip(
            "diagonals_too",
            lambda p: 4 if p.n < 4 else None,
            "A line from corner to corner cuts it in half, but the halves need not fit.",
        ),
        Slip(
            "none",
            lambda p: 0,
            "There is at least one way to fold it so that both halves fit.",
        ),
    ),
    hints=(
        "Along which lines can you fold it so that the halves fit?",
        "Try up, across and slanted.",
    ),
    steps=lambda p: (Step("Each fold that fits counts once.", f"{p.n} * 1", f"{p.n}"),),
    figure=lambda p: shapes.outline(_shape_told(p), p.kind, p.turn, p.size),
    alt=_shape_told,
)

_NAMES = ("A", "B", "C", "D")


def _images(p: Params) -> dict[str, object]:
    x, y = p.x, p.y
    off = 8 - x if p.far else 6 - x
    spots = {"true": (7 - x, y), "slid": (x + 4, y), "upside": (7 - x, 4 - y), "off": (off, y)}
    return {
        "spots": spots,
        "cells": {name: spots[way] for name, way in zip(_NAMES, p.order, strict=True)},
        **{f"{way}_name": _NAMES[p.order.index(way)] for way in spots},
    }


def _mirror_told(p: Params) -> str:
    cells = ", ".join(f"{n} in column {x + 1}, row {y + 1}" for n, (x, y) in p.cells.items())
    return (
        "A grid of 8 columns and 5 rows with a mirror line between columns 4 and 5."
        f" A dark square in column {p.x + 1}, row {p.y + 1}. Letters: {cells}."
    )


_WAYS = ("true", "slid", "upside", "off")

_MIRROR = Family(
    id="math.symmetry.mirror",
    skill="math.symmetry",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={
        "x": range(4),
        "y": (0, 1, 3, 4),
        "far": (True, False),
        "order": tuple(
            (a, b, c, d)
            for a in _WAYS
            for b in _WAYS
            for c in _WAYS
            for d in _WAYS
            if len({a, b, c, d}) == 4
        ),
    },
    derive=_images,
    where=(
        lambda p: len(set(p.spots.values())) == 4,
        lambda p: all(4 <= x <= 7 for x, _ in p.spots.values()),
    ),
    stem="The dashed line is a mirror. On which letter does the dark square land?",
    key=lambda p: p.true_name,
    checker=lambda p, v: 3.5 - p.x == p.cells[v][0] - 3.5 and p.cells[v][1] == p.y,
    misconceptions=(
        Slip(
            "slides", lambda p: p.slid_name, "You slid the square over. A mirror turns it around."
        ),
        Slip("upside_down", lambda p: p.upside_name, "The mirror stands upright: keep the row."),
        Slip(
            "too_far",
            lambda p: p.off_name if p.far else None,
            "That is one square too far from the mirror line.",
        ),
        Slip(
            "too_near",
            lambda p: None if p.far else p.off_name,
            "That is one square too close to the mirror line.",
        ),
    ),
    hints=("It stays in its row.", "Count how many squares it is from the dashed line."),
    steps=lambda p: (
        Step(f"Between the square and the line: {3 - p.x}. It is the same on the other side."),
        Step(f"In the same row that is {p.true_name}."),
    ),
    form=WORD,
    figure=lambda p: shapes.mirror(_mirror_told(p), p.cells, (p.x, p.y)),
    alt=_mirror_told,
)

FAMILIES = (_KIND, _MEASURE, _PARTS, _SYMMETRY, _MIRROR)

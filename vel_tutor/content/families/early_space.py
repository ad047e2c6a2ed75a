"""Grades 3 and 4: square corners, counting squares, the way around a shape."""

from vel_tutor.content import figures
from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat

_CORNERED = ("square", "rectangle", "rhombus", "trapezoid", "kite", "hexagon", "right triangle",
             "right trapezoid", "house", "cut square", "tall triangle", "pentagon")  # fmt: skip


def _is_square(before: shapes.Point, at: shapes.Point, after: shapes.Point) -> bool:
    (ax, ay), (bx, by), (cx, cy) = before, at, after
    return (ax - bx) * (cx - bx) + (ay - by) * (cy - by) == 0


def _square_corners(kind: str) -> int:
    """How many corners of the outline have two sides at a right angle."""
    around = shapes.OUTLINES[kind]
    turns = zip(around[-1:] + around[:-1], around, (*around[1:], around[0]), strict=True)
    return sum(_is_square(*turn) for turn in turns)


_RIGHT = {
    "square": 4, "rectangle": 4, "rhombus": 0, "trapezoid": 0, "kite": 0, "hexagon": 0,
    "right triangle": 1, "right trapezoid": 2, "house": 2, "cut square": 3, "tall triangle": 0,
    "pentagon": 0,
}  # fmt: skip


def _corners_told(p: Params) -> str:
    marks = ["square corner"] * p.n + ["other corner"] * (p.corners - p.n)
    return f"A shape with these corners: {', '.join(marks)}."


_SQUARE_CORNERS = Family(
    id="math.quads.square_corners",
    skill="math.quads",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "kind": _CORNERED,
        "turn": (0, 10, 20, 45, 60, 90, 135, 180, 250),
        "size": (0.75, 0.9, 1.0),
    },
    derive=lambda p: {"n": _RIGHT[p.kind], "corners": len(shapes.OUTLINES[p.kind])},
    stem="How many square corners does this shape have?",
    key=lambda p: p.n,
    checker=lambda p, v: v == _square_corners(p.kind),
    misconceptions=(
        Slip("counts_all_corners", lambda p: p.corners, "Not every corner is a square one."),
        Slip("one_over", lambda p: p.n + 1, "One of those is a bit too wide or too narrow."),
        Slip("one_short", lambda p: p.n - 1, "There is one more. Turn the shape in your mind."),
        Slip(
            "other_corners", lambda p: p.corners - p.n, "Those are the corners that are not square."
        ),
        Slip("four_sides_so_four", lambda p: 4, "Hold the corner of a sheet of paper to each one."),
    ),
    hints=("Use the corner of a sheet of paper.", "Hold it to each corner. Does it fit?"),
    steps=lambda p: (
        Step(
            "Leave out the corners that do not fit.", f"{p.corners} - {p.corners - p.n}", f"{p.n}"
        ),
    ),
    figure=lambda p: shapes.outline(_corners_told(p), p.kind, p.turn, p.size),
    alt=_corners_told,
)


def _tiles(p: Params) -> dict[str, object]:
    cells = tuple((x, y) for y, wide in enumerate(p.rows) for x in range(wide))
    return {
        "cells": cells,
        "n": sum(p.rows),
        "wide": max(p.rows),
        "high": len(p.rows),
        "edge": sum(
            (x + dx, y + dy) not in cells
            for x, y in cells
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ),
        "sum": " + ".join(map(str, p.rows)),
    }


_ROWS = tuple(
    (a, b, c, d)[: 4 - short]
    for a in range(2, 8)
    for b in range(2, 8)
    for c in range(2, 8)
    for d in range(2, 8)
    for short in (0, 1)
    if len({a, b, c}) > 1 and (not short or d == 2)
)


def _tiles_told(p: Params) -> str:
    rows = ", ".join(f"{wide} squares" for wide in p.rows)
    return f"A shape of squares on a grid. Its rows from top to bottom: {rows}."


_TILES = Family(
    id="math.area_squares.count",
    skill="math.area_squares",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"rows": _ROWS},
    derive=_tiles,
    where=(lambda p: p.n != p.edge,),
    stem="Each square is 1 cm wide. What is the area of the dark shape?",
    key=lambda p: p.n,
    checker=lambda p, v: v == len(set(p.cells)),
    misconceptions=(
        Slip("goes_around", lambda p: p.edge, "You counted the edge. Count the squares inside."),
        Slip("fills_the_box", lambda p: p.wide * p.high, "Some squares in that box are not dark."),
        Slip("sides_added", lambda p: p.wide + p.high, "You added two sides. Count the squares."),
        Slip("one_off", lambda p: p.n + 1, "One too many. Count row by row."),
        Slip("misses_a_row", lambda p: p.n - p.rows[-1], "You missed the last row. Add it, too."),
    ),
    hints=("Area is how many squares cover the shape.", "Count the squares in each row and add."),
    steps=(Step("Add the rows.", "{sum}", "{n}"),),
    unit="cm²",
    figure=lambda p: shapes.squares(_tiles_told(p), p.cells, 8, 5),
    alt=_tiles_told,
)

_ROOMS = Family(
    id="math.area_squares.tiles",
    skill="math.area_squares",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "a": range(3, 11),
        "b": range(3, 11),
        "what": ("wall", "floor", "path", "yard"),
        "gone": range(1, 6),
    },
    derive=lambda p: {"full": p.a * p.b, "n": p.a * p.b - p.gone},
    where=(lambda p: p.a != p.b,),
    stem="A {what} has {a} rows of {b} tiles. {gone} of them are broken. How many are whole?",
    key=lambda p: p.n,
    checker=lambda p, v: sum([p.b] * p.a) - v == p.gone,
    misconceptions=(
        Slip("forgets_broken", lambda p: p.full, "That is all the tiles. {gone} are broken."),
        Slip("adds_sides", lambda p: p.a + p.b - p.gone, "{a} rows of {b} is {a} times {b}."),
        Slip("adds_broken", lambda p: p.full + p.gone, "The broken ones do not come on top."),
        Slip("goes_around", lambda p: 2 * (p.a + p.b), "You went around. Count the tiles inside."),
        Slip("row_short", lambda p: p.n - p.b, "One row is left out. There are {a} rows."),
    ),
    hints=("How many tiles are in {a} rows of {b}?", "Then take the broken ones away."),
    steps=(
        Step("All the tiles:", "{a} * {b}", "{full}"),
        Step("Without the broken ones:", "{full} - {gone}", "{n}"),
    ),
)


def _sides(p: Params) -> dict[str, object]:
    sides = (p.a, p.b, p.c, p.d, p.e)[: p.count]
    return {
        "sides": sides,
        "listed": ", ".join(f"{side} m" for side in sides[:-1]) + f" and {sides[-1]} m",
        "n": sum(sides),
        "sum": " + ".join(map(str, sides)),
        "last": sides[-1],
    }


_AROUND = Family(
    id="math.perimeter.sides",
    skill="math.perimeter",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        **{name: range(4, 20) for name in "abcde"},
        "count": (3, 4, 5),
        "what": ("yard", "pond", "field", "park"),
    },
    derive=_sides,
    where=(lambda p: len(set(p.sides)) == p.count and 2 * max(p.sides) < p.n - 2,),
    canon=lambda p: p.sides,
    stem="The sides of a {what} are {listed} long. You walk around it one time. How far is it?",
    key=lambda p: p.n,
    checker=lambda p, v: v - sum(p.sides[1:]) == p.sides[0],
    misconceptions=(
        Slip("misses_last", lambda p: p.n - p.last, "You left out the last side, {last} m."),
        Slip("two_sides", lambda p: p.a + p.b, "You added two sides. Walk all the way around."),
        Slip("multiplies", lambda p: p.a * p.b, "You multiplied. The way around is a sum."),
        Slip("twice_around", lambda p: 2 * p.n, "That is two times around. Walk just once."),
        Slip("ten_off", lambda p: p.n + 10, "Ten too many. Add the sides again."),
    ),
    hints=("The way around is all sides together.", "Add the sides one by one."),
    steps=(Step("Add all the sides.", "{sum}", "{n}"),),
    unit="m",
)


def _gaps(p: Params) -> dict[str, int]:
    return {
        "n": 2 * (p.w + p.h),
        "given": p.w + p.h + p.u + p.v,
        "x": p.w - p.u,
        "y": p.h - p.v,
    }


_GAPS_TOLD = "A box {w} cm wide and {h} cm high. A corner {u} cm wide and {v} cm high is cut out."

_L_AROUND = Family(
    id="math.perimeter.corner_cut",
    skill="math.perimeter",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"w": range(6, 16), "h": range(5, 14), "u": range(2, 9), "v": range(2, 8)},
    derive=_gaps,
    where=(
        lambda p: p.u < p.w - 1 and p.v < p.h - 1 and p.given != p.n,
        lambda p: p.v * min(200 / p.w, 130 / p.h) > 42,
    ),
    stem="What is the perimeter of this shape?",
    key=lambda p: p.n,
    checker=lambda p, v: v == p.w + p.h + p.u + p.v + p.x + p.y,
    misconceptions=(
        Slip("labels_only", lambda p: p.given, "Two sides have no label. They count, too."),
        Slip("takes_corner_off", lambda p: p.n - 2 * (p.u + p.v), "The cut makes no way shorter."),
        Slip("area", lambda p: p.w * p.h - p.u * p.v, "That is the area. Go around the edge."),
        Slip("box_area", lambda p: p.w * p.h, "That is the area of the full box."),
        Slip("half_way", lambda p: p.w + p.h, "That is just half the way around."),
        Slip("adds_corner", lambda p: p.n + p.u + p.v, "You counted the cut sides two times."),
    ),
    hints=(
        "Find the two sides without a label first.",
        "The top is {w} cm less {u} cm. The right side works in the same way.",
    ),
    steps=(
        Step("The top side:", "{w} - {u}", "{x}"),
        Step("The right side:", "{h} - {v}", "{y}"),
        Step("All six sides:", "{w} + {h} + {u} + {v} + {x} + {y}", "{n}"),
    ),
    unit="cm",
    figure=lambda p: figures.l_shape(_GAPS_TOLD.format_map(p), (p.w, p.h), (p.u, p.v)),
    alt=_GAPS_TOLD,
)

FAMILIES = (_SQUARE_CORNERS, _TILES, _ROOMS, _AROUND, _L_AROUND)

"""SVG drawings of shapes for grades K to 5: cut, tiled, mirrored, turned, on a grid."""

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, radians, sin

from vel_tutor.content.figures import line, polygon, svg, text
from vel_tutor.content.figures_early import FAINT, FILLED, around, box, circle

Point = tuple[float, float]

OUTLINES: Mapping[str, tuple[Point, ...]] = {
    "triangle": ((-60, 45), (60, 45), (-15, -50)),
    "square": ((-45, -45), (45, -45), (45, 45), (-45, 45)),
    "rectangle": ((-70, -35), (70, -35), (70, 35), (-70, 35)),
    "rhombus": ((0, -45), (75, 0), (0, 45), (-75, 0)),
    "parallelogram": ((-35, -40), (75, -40), (35, 40), (-75, 40)),
    "trapezoid": ((-35, -40), (35, -40), (75, 40), (-75, 40)),
    "kite": ((0, -70), (35, -15), (0, 60), (-35, -15)),
    "pentagon": around(0, 0, 55, 5),
    "hexagon": around(0, 0, 55, 6),
    "octagon": around(0, 0, 55, 8, pi / 8),
    "even triangle": around(0, 0, 60, 3),
    "tall triangle": ((0, -60), (35, 45), (-35, 45)),
    "crooked triangle": ((-70, 40), (65, 40), (35, -40)),
    "arrow": ((0, -60), (45, -10), (18, -10), (18, 55), (-18, 55), (-18, -10), (-45, -10)),
    "cross": (
        *((-18, -55), (18, -55), (18, -18), (55, -18), (55, 18), (18, 18)),
        *((18, 55), (-18, 55), (-18, 18), (-55, 18), (-55, -18), (-18, -18)),
    ),
    "right triangle": ((-60, 45), (60, 45), (-60, -40)),
    "right trapezoid": ((-60, 45), (70, 45), (20, -40), (-60, -40)),
    "house": ((-45, 55), (45, 55), (45, -15), (0, -50), (-45, -15)),
    "cut square": ((-50, 50), (50, 50), (50, -10), (20, -50), (-50, -50)),
    "L": ((-40, -55), (-8, -55), (-8, 25), (45, 25), (45, 55), (-40, 55)),
    "step": ((-55, 40), (-55, 0), (-10, 0), (-10, -40), (55, -40), (55, 40)),
}
"""Corners around (0, 0), in pixels."""


def turned(points: Iterable[Point], degrees: float) -> list[Point]:
    """The points turned clockwise around (0, 0)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return [(round(x * c - y * s, 2), round(x * s + y * c, 2)) for x, y in points]


def outline(alt: str, kind: str, degrees: int = 0, size: float = 1.0) -> str:
    """One shape, turned and scaled."""
    if kind == "circle":
        return svg(160, alt, circle(160, 80, 55 * size, FILLED))
    corners = [(160 + x * size, 80 + y * size) for x, y in turned(OUTLINES[kind], degrees)]
    return svg(160, alt, polygon(corners, FILLED))


def pie(alt: str, parts: int, shaded: int) -> str:
    """A disc cut into equal parts, the first `shaded` of them filled."""
    return svg(160, alt, circle(160, 80, 65), *_slices(160, 80, 65, parts, shaded))


def _slices(x: float, y: float, radius: float, parts: int, shaded: int) -> list[str]:
    drawn = []
    for i in range(parts):
        (ax, ay), (bx, by) = (around(x, y, radius, parts)[j % parts] for j in (i, i + 1))
        fill = FILLED if i < shaded else ""
        bend = 1 if parts == 1 else 0
        drawn.append(
            f'<path d="M{x:g} {y:g} L{ax:g} {ay:g} A{radius:g} {radius:g} 0 {bend} 1 '
            f'{bx:g} {by:g} Z"{fill}/>'
        )
    return drawn


def strips(alt: str, names: Sequence[str], cuts: Sequence[Sequence[int]]) -> str:
    """Bars of one length, each cut into parts of the given widths."""
    drawn = []
    for y, (name, widths) in enumerate(zip(names, cuts, strict=True)):
        drawn.append(text(20, 33 + 44 * y, name))
        x, unit = 45.0, 250 / sum(widths)
        for width in widths:
            drawn.append(box(x, 12 + 44 * y, width * unit, 30))
            x += width * unit
    return svg(14 + 44 * len(names), alt, *drawn)


def squares(alt: str, cells: Iterable[tuple[int, int]], columns: int, lines: int) -> str:
    """Filled unit squares on a faint grid."""
    side = min(28.0, 200 / lines, 290 / columns)
    left = 160 - side * columns / 2
    grid = [
        box(left + side * x, 8 + side * y, side, side, FAINT)
        for x in range(columns)
        for y in range(lines)
    ]
    filled = [box(left + side * x, 8 + side * y, side, side, FILLED) for x, y in cells]
    return svg(int(side * lines) + 16, alt, *grid, *filled)


def mirror(alt: str, cells: Mapping[str, tuple[int, int]], mark: tuple[int, int]) -> str:
    """A grid of 8 by 5 with a dashed mirror line down the middle, a filled cell, named cells."""
    grid = [box(40 + 30 * x, 10 + 30 * y, 30, 30, FAINT) for x in range(8) for y in range(5)]
    names = [text(55 + 30 * x, 31 + 30 * y, name) for name, (x, y) in cells.items()]
    filled = box(40 + 30 * mark[0], 10 + 30 * mark[1], 30, 30, FILLED)
    dashes = line(160, 2, 160, 168, ' stroke-dasharray="6 4" stroke-width="3"')
    return svg(172, alt, *grid, filled, dashes, *names)


def angle(alt: str, degrees: int, turn: int = 0, label: str = "") -> str:
    """Two rays from one corner, the first turned up by `turn` degrees."""
    middle = radians(turn + degrees / 2)
    parts = [
        line(160, 95, 160 + 85 * cos(radians(way)), 95 - 85 * sin(radians(way)))
        for way in (turn, turn + degrees)
    ]
    words = text(160 + 38 * cos(middle), 100 - 38 * sin(middle), label)
    return svg(190, alt, *parts, _arc(30, turn, turn + degrees), words)


def _arc(radius: float, start: float, stop: float) -> str:
    (ax, ay), (bx, by) = (
        (160 + radius * cos(radians(way)), 95 - radius * sin(radians(way))) for way in (start, stop)
    )
    bend = 1 if stop - start > 180 else 0
    return f'<path d="M{ax:.4g} {ay:.4g} A{radius:g} {radius:g} 0 {bend} 0 {bx:.4g} {by:.4g}"/>'


def protractor(alt: str, first: int, second: int) -> str:
    """A half-circle scale from 0 at the right, with rays at two marks."""
    parts = ['<path d="M20 150 A140 140 0 0 1 300 150 Z"/>']
    for mark in range(0, 181, 10):
        c, s = cos(radians(mark)), sin(radians(mark))
        parts.append(line(160 + 132 * c, 150 - 132 * s, 160 + 140 * c, 150 - 140 * s))
        if mark % 30 == 0:
            parts.append(text(160 + 112 * c, min(144.0, 155 - 116 * s), str(mark)))
    for way in (first, second):
        c, s = cos(radians(way)), sin(radians(way))
        parts.append(line(160, 150, 160 + 100 * c, 150 - 100 * s, ' stroke-width="3"'))
    return svg(162, alt, *parts)


def two_angles(alt: str, first: int, labels: tuple[str, str], whole: int) -> str:
    """An angle cut in two by a ray; the labels stand in the parts."""
    parts = [
        line(160, 140, 160 + 125 * cos(radians(way)), 140 - 125 * sin(radians(way)))
        for way in (0, first, whole)
    ]
    for label, way in zip(labels, (first / 2, (first + whole) / 2), strict=True):
        parts.append(text(160 + 74 * cos(radians(way)), 144 - 74 * sin(radians(way)), label))
    return svg(152, alt, *parts)


def first_quadrant(alt: str, points: Mapping[str, tuple[int, int]], size: int = 10) -> str:
    """A coordinate grid from 0 to `size` both ways, with named points."""
    unit = 240 / size
    parts = [line(44, 262, 296, 262), line(44, 262, 44, 10)]
    for n in range(1, size + 1):
        parts += [
            line(44 + unit * n, 262, 44 + unit * n, 20, FAINT),
            line(44, 262 - unit * n, 286, 262 - unit * n, FAINT),
            text(44 + unit * n, 280, str(n)),
            text(34, 267 - unit * n, str(n), anchor="end"),
        ]
    parts += [text(34, 280, "0"), text(306, 267, "x"), text(56, 14, "y")]
    for name, (x, y) in points.items():
        px, py = 44 + unit * x, 262 - unit * y
        parts += [circle(px, py, 4, ' fill="currentColor"'), text(px + 12, py - 5, name)]
    return svg(290, alt, *parts)


def cubes(alt: str, long: int, wide: int, high: int) -> str:
    """A box of unit cubes, seen from the front, the right and above."""
    unit = min(26.0, 190 / (long + wide / 2), 130 / (high + wide / 2))
    left, bottom, shift = 50.0, 160.0, unit / 2
    front = [
        box(left + unit * x, bottom - unit * (y + 1), unit, unit)
        for x in range(long)
        for y in range(high)
    ]
    top = bottom - unit * high
    right = left + unit * long
    lids = [
        polygon(_lid(left + unit * x + shift * z, top - shift * z, unit, shift))
        for x in range(long)
        for z in range(wide)
    ]
    sides = [
        polygon(_side(right + shift * z, bottom - unit * y - shift * z, unit, shift))
        for y in range(high)
        for z in range(wide)
    ]
    return svg(170, alt, *front, *lids, *sides)


def _lid(x: float, y: float, unit: float, shift: float) -> tuple[Point, ...]:
    return ((x, y), (x + unit, y), (x + unit + shift, y - shift), (x + shift, y - shift))


def _side(x: float, y: float, unit: float, shift: float) -> tuple[Point, ...]:
    return ((x, y), (x + shift, y - shift), (x + shift, y - shift - unit), (x, y - unit))

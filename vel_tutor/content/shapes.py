"""Plane figures, solids and angles as SVG, with the lengths that a question gives."""

from math import cos, radians, sin

from vel_tutor.content.figures import line, polygon, svg, text
from vel_tutor.content.plots import DASHED


def parallelogram(alt: str, base: str, height: str, side: str) -> str:
    """A slanted four-sided figure with its height as a dashed line."""
    return svg(
        165,
        alt,
        polygon(((40, 135), (230, 135), (285, 25), (95, 25))),
        line(95, 25, 95, 135, DASHED),
        text(150, 157, base),
        text(101, 88, height, anchor="start"),
        text(264, 88, side, anchor="start"),
    )


def trapezoid(alt: str, top: str, bottom: str, height: str, side: str) -> str:
    """A trapezoid with its two parallel sides, its height and one slanted side."""
    return svg(
        175,
        alt,
        polygon(((40, 140), (280, 140), (215, 35), (100, 35))),
        line(100, 35, 100, 140, DASHED),
        text(157, 27, top),
        text(160, 162, bottom),
        text(106, 95, height, anchor="start"),
        text(254, 88, side, anchor="start"),
    )


def house(alt: str, width: str, wall: str, roof: str) -> str:
    """A rectangle with a triangle on top: width, wall height and roof height."""
    return svg(
        200,
        alt,
        polygon(((80, 170), (240, 170), (240, 85), (160, 25), (80, 85))),
        line(80, 85, 240, 85, DASHED),
        line(160, 25, 160, 85, DASHED),
        text(160, 191, width),
        text(248, 132, wall, anchor="start"),
        text(166, 68, roof, anchor="start"),
    )


def cylinder(alt: str, radius: str, height: str) -> str:
    return svg(
        180,
        alt,
        '<ellipse cx="160" cy="35" rx="70" ry="20"/>',
        '<path d="M90 35 v105 a70 20 0 0 0 140 0 v-105"/>',
        line(160, 35, 230, 35, DASHED),
        text(240, 40, radius, anchor="start"),
        text(240, 95, height, anchor="start"),
    )


def cone(alt: str, radius: str, height: str) -> str:
    return svg(
        180,
        alt,
        '<ellipse cx="160" cy="140" rx="75" ry="20"/>',
        line(85, 140, 160, 15) + line(235, 140, 160, 15),
        line(160, 15, 160, 140, DASHED) + line(160, 140, 235, 140, DASHED),
        text(166, 105, height, anchor="start"),
        text(243, 146, radius, anchor="start"),
    )


def prism(alt: str, base: str, height: str, length: str, slant: str = "") -> str:
    """A prism lying on one side; its front is a right triangle."""
    return svg(
        190,
        alt,
        polygon(((50, 150), (140, 150), (50, 50))),
        '<path d="M140 150 l120 -40 l-90 -100 l-120 40"/>',
        line(50, 150, 170, 110, DASHED),
        line(170, 110, 260, 110, DASHED) + line(170, 110, 170, 10, DASHED),
        '<path d="M50 138 h12 v12"/>',
        text(95, 172, base),
        text(44, 105, height, anchor="end"),
        text(208, 148, length, anchor="start"),
        text(102, 98, slant, anchor="start"),
    )


def crossing(alt: str, degrees: int, labels: tuple[str, str, str, str]) -> str:
    """Two lines that cross; labels go round from the right, against the clock."""
    turn = radians(degrees)
    dx, dy = 95 * cos(turn), 95 * sin(turn)
    middles = (turn / 2, turn / 2 + radians(90), turn / 2 + radians(180), turn / 2 + radians(270))
    names = [
        text(160 + 58 * cos(at), 110 - 42 * sin(at) + 5, label)
        for at, label in zip(middles, labels, strict=True)
    ]
    return svg(
        220,
        alt,
        line(30, 110, 290, 110),
        line(round(160 - dx, 2), round(110 + dy, 2), round(160 + dx, 2), round(110 - dy, 2)),
        *names,
    )


def corner(alt: str, degrees: int, lower: str, upper: str) -> str:
    """A right angle cut in two by a ray, with a name for each part."""
    turn = radians(degrees)
    half, rest = turn / 2, (turn + radians(90)) / 2
    return svg(
        175,
        alt,
        line(90, 150, 250, 150) + line(90, 150, 90, 15),
        '<path d="M90 136 h14 v14"/>',
        line(90, 150, round(90 + 140 * cos(turn), 2), round(150 - 140 * sin(turn), 2)),
        text(90 + 105 * cos(half), 155 - 105 * sin(half), lower),
        text(90 + 105 * cos(rest), 155 - 105 * sin(rest), upper),
    )


def transversal(alt: str, degrees: int, labels: tuple[str, ...]) -> str:
    """Two parallel lines and one across them, with labels for the eight angles.

    The labels start at the upper crossing, right of the line and above, and go round against
    the clock; then the same at the lower crossing.
    """
    lean = 110 * cos(radians(degrees)) / sin(radians(degrees))
    crossings = ((160 + lean / 2, 60), (160 - lean / 2, 170))
    names = [
        text(x + dx, y + dy, label)
        for (x, y), four in zip(crossings, (labels[:4], labels[4:]), strict=True)
        for (dx, dy), label in zip(((34, -9), (-24, -9), (-34, 21), (24, 21)), four, strict=True)
    ]
    run = 215 * lean / 110 / 2
    return svg(
        230,
        alt,
        line(25, 60, 295, 60) + line(25, 170, 295, 170),
        line(round(160 + run, 2), 7.5, round(160 - run, 2), 222.5),
        *names,
    )

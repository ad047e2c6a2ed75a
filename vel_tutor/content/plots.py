"""Graphs for questions as SVG: the coordinate plane, axes with scales, number lines, data plots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vel_tutor.content.figures import line, polygon, svg, text

FILLED = ' fill="currentColor"'
FAINT = ' stroke-opacity="0.25" stroke-width="1"'
DASHED = ' stroke-dasharray="5 4"'


def dot(x: float, y: float, radius: float = 4, extra: str = FILLED) -> str:
    """A filled dot; another `extra` makes an open one."""
    return f'<circle cx="{x:.4g}" cy="{y:.4g}" r="{radius:g}"{extra}/>'


@dataclass(frozen=True)
class Plane:
    """The coordinate plane from `-reach` to `reach` both ways, as squared paper."""

    reach: int = 6

    @property
    def unit(self) -> float:
        return 280 / (2 * self.reach)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the plane lies in the drawing."""
        return 160 + x * self.unit, 150 - y * self.unit

    def point(self, x: float, y: float, label: str = "") -> str:
        px, py = self.at(x, y)
        return dot(px, py) + (text(px + 9, py - 7, label, anchor="start") if label else "")

    def shape(self, corners: Sequence[tuple[float, float]], extra: str = "") -> str:
        return polygon([self.at(x, y) for x, y in corners], extra)

    def through(self, slope: float, start: float) -> str:
        """The line y = slope x + start, as far as the paper goes."""
        ends = [x for x in (-self.reach, self.reach) if abs(slope * x + start) <= self.reach]
        cuts = [(y - start) / slope for y in (-self.reach, self.reach)] if slope else []
        ends += [x for x in cuts if abs(x) < self.reach]
        (x1, y1), (x2, y2) = (self.at(x, slope * x + start) for x in (min(ends), max(ends)))
        return line(round(x1, 2), round(y1, 2), round(x2, 2), round(y2, 2))

    def draw(self, alt: str, *parts: str) -> str:
        """The squared paper with its axes, and the parts on it."""
        reach, (left, top), (right, bottom) = (
            self.reach,
            self.at(-self.reach, self.reach),
            self.at(self.reach, -self.reach),
        )
        marks = [
            line(*self.at(i, -reach), *self.at(i, reach), FAINT)
            + line(*self.at(-reach, i), *self.at(reach, i), FAINT)
            for i in range(-reach, reach + 1)
        ]
        numbers = [
            text(*_shifted(self.at(i, 0), 0, 15), _minus(i))
            + text(*_shifted(self.at(0, i), -6, 5), _minus(i), anchor="end")
            for i in range(-reach + reach % 2, reach, 2)
            if i
        ]
        axes = line(left, 150, right, 150) + line(160, top, 160, bottom)
        names = text(right + 10, 155, "x") + text(160, top - 1, "y")
        return svg(300, alt, *marks, axes, names, *numbers, *parts)


def _shifted(point: tuple[float, float], dx: float, dy: float) -> tuple[float, float]:
    return point[0] + dx, point[1] + dy


def _minus(number: int) -> str:
    return str(number).replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True)
class Chart:
    """Axes from zero: `across` steps of `x_step` and `up` steps of `y_step`."""

    x_step: int
    across: int
    y_step: int
    up: int
    x_name: str = "x"
    y_name: str = "y"

    def at(self, x: float, y: float) -> tuple[float, float]:
        width, height = 240 / (self.x_step * self.across), 170 / (self.y_step * self.up)
        return round(50 + x * width, 2), round(200 - y * height, 2)

    def segment(self, start: tuple[float, float], end: tuple[float, float]) -> str:
        return line(*self.at(*start), *self.at(*end))

    def points(self, points: Sequence[tuple[float, float]]) -> str:
        return "".join(dot(*self.at(x, y)) for x, y in points)

    def draw(self, alt: str, *parts: str) -> str:
        """The grid with its scales and names, and the parts on it."""
        top, right = self.y_step * self.up, self.x_step * self.across
        columns = [
            line(*self.at(i * self.x_step, 0), *self.at(i * self.x_step, top), FAINT)
            + text(*_shifted(self.at(i * self.x_step, 0), 0, 17), str(i * self.x_step))
            for i in range(self.across + 1)
        ]
        rows = [
            line(*self.at(0, i * self.y_step), *self.at(right, i * self.y_step), FAINT)
            + text(*_shifted(self.at(0, i * self.y_step), -6, 5), str(i * self.y_step), "end")
            for i in range(1, self.up + 1)
        ]
        axes = line(50, 200, 295, 200) + line(50, 200, 50, 25)
        names = text(170, 238, self.x_name) + text(50, 16, self.y_name, anchor="start")
        return svg(245, alt, *columns, *rows, axes, names, *parts)


@dataclass(frozen=True)
class NumberLine:
    """A line with marks from `low` to `high`; every `label` th mark has its number."""

    low: int
    high: int
    step: int = 1
    label: int = 1

    def x(self, number: float) -> float:
        return round(25 + 270 * (number - self.low) / (self.high - self.low), 2)

    def point(self, number: float, name: str = "") -> str:
        return dot(self.x(number), 50, 5) + (text(self.x(number), 36, name) if name else "")

    def ray(self, start: int, right: bool, closed: bool) -> str:
        """A thick arrow from `start` to one side; an open dot leaves the start out."""
        tip, back, side = (305, 296, 1) if right else (15, 24, -1)
        begin = self.x(start) + (0 if closed else 6 * side)
        thick = line(begin, 50, back, 50, ' stroke-width="5"')
        arrow = polygon(((tip, 50), (back, 43), (back, 57)), FILLED)
        return thick + arrow + dot(self.x(start), 50, 6, FILLED if closed else "")

    def draw(self, alt: str, *parts: str, hole: int | None = None) -> str:
        """The line with its marks and numbers, and the parts on it; no line at the `hole`."""
        marks = range(self.low, self.high + 1, self.step)
        ticks = [line(self.x(n), 44, self.x(n), 56) for n in marks if n != hole]
        numbers = [text(self.x(n), 76, _minus(n)) for n in marks[:: self.label]]
        gap = (160, 160) if hole is None else (self.x(hole) - 6, self.x(hole) + 6)
        axis = line(10, 50, gap[0], 50) + line(gap[1], 50, 310, 50)
        return svg(85, alt, axis, *ticks, *numbers, *parts)


def dot_plot(alt: str, counts: Mapping[int, int]) -> str:
    """A stack of dots over each value."""
    low, high = min(counts), max(counts)
    gap = 260 / max(1, high - low)
    stacks = [
        dot(30 + (value - low) * gap, 128 - 15 * i, 5)
        for value, count in counts.items()
        for i in range(count)
    ]
    names = [text(30 + (v - low) * gap, 160, str(v)) for v in range(low, high + 1)]
    return svg(170, alt, line(15, 140, 305, 140), *stacks, *names)


def histogram(alt: str, edges: Sequence[int], counts: Sequence[int], name: str) -> str:
    """Bars that touch, over intervals between the edges, with a scale in ones or twos."""
    step = 1 if max(counts) <= 8 else 2
    up = max(counts) // step + 1
    wide, unit = 240 / len(counts), 140 / up
    scale = [
        line(46, 160 - i * unit, 290, 160 - i * unit, FAINT)
        + text(40, 165 - i * unit, str(i * step), anchor="end")
        for i in range(up + 1)
    ]
    bars = [
        f'<rect x="{50 + i * wide:.4g}" y="{160 - n / step * unit:.4g}" width="{wide:.4g}" '
        f'height="{n / step * unit:.4g}" fill="currentColor" fill-opacity="0.35"/>'
        for i, n in enumerate(counts)
    ]
    numbers = [text(50 + i * wide, 178, str(edge)) for i, edge in enumerate(edges)]
    return svg(205, alt, *scale, *bars, *numbers, text(170, 198, name))


def box_plot(alt: str, five: Sequence[int], scale: NumberLine) -> str:
    """Whiskers and box over a number line: least, quartile, median, quartile, greatest."""
    least, lower, middle, upper, most = (scale.x(value) for value in five)
    parts = (
        f'<rect x="{lower:g}" y="20" width="{upper - lower:.4g}" height="40"/>',
        line(middle, 20, middle, 60, ' stroke-width="3"'),
        line(least, 40, lower, 40) + line(upper, 40, most, 40),
        line(least, 32, least, 48) + line(most, 32, most, 48),
    )
    marks = range(scale.low, scale.high + 1, scale.step)
    axis = [line(scale.x(n), 80, scale.x(n), 90) for n in marks]
    numbers = [text(scale.x(n), 108, str(n)) for n in marks[:: scale.label]]
    return svg(115, alt, *parts, line(15, 85, 305, 85), *axis, *numbers)

"""SVG drawings for questions, drawn from the numbers; strokes follow the text colour."""

from collections.abc import Sequence
from html import escape
from math import cos, pi, radians, sin

WIDTH = 320


def svg(height: int, alt: str, *parts: str) -> str:
    """A drawing `WIDTH` wide; `alt` is what a screen reader says."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{escape(alt)}" fill="none" stroke="currentColor" stroke-width="2" '
        f'font-family="inherit" font-size="15">{"".join(parts)}</svg>'
    )


def text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="currentColor" '
        f'stroke="none">{escape(words)}</text>'
    )


def line(x1: float, y1: float, x2: float, y2: float, extra: str = "") -> str:
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"{extra}/>'


def polygon(points: Sequence[tuple[float, float]], extra: str = "") -> str:
    corners = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polygon points="{corners}"{extra}/>'


def rectangle(alt: str, long: str, short: str, ratio: float) -> str:
    """A rectangle with its two sides labelled; `ratio` is height over width."""
    width, height = 200.0, max(45.0, min(150.0, 200.0 * ratio))
    return svg(
        int(height) + 50,
        alt,
        f'<rect x="50" y="15" width="{width:g}" height="{height:g}"/>',
        text(50 + width / 2, height + 35, long),
        text(258, 20 + height / 2, short, anchor="start"),
    )


def bar(alt: str, shaded: int, parts: int) -> str:
    """A bar in equal parts, the first `shaded` of them filled."""
    step = 280 / parts
    cells = (
        f'<rect x="{20 + i * step:.4g}" y="10" width="{step:.4g}" height="40" '
        f'fill="currentColor" fill-opacity="{0.45 if i < shaded else 0}"/>'
        for i in range(parts)
    )
    return svg(60, alt, *cells)


def table(alt: str, *rows: Sequence[object]) -> str:
    """A small table, the first cell of each row its name."""
    parts = []
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            left, top = 20 + 56 * x, 10 + 32 * y
            parts.append(f'<rect x="{left}" y="{top}" width="56" height="32"/>')
            parts.append(text(left + 28, top + 21, str(cell)))
    return svg(20 + 32 * len(rows), alt, *parts)


def l_shape(alt: str, outer: tuple[int, int], corner: tuple[int, int]) -> str:
    """A box without its top right corner, all sides labelled that are needed."""
    (w, h), (u, v) = outer, corner
    unit = min(200 / w, 130 / h)
    x, y, right, bottom = 60.0, 25.0, 60 + w * unit, 25 + h * unit
    inner_x, inner_y = right - u * unit, y + v * unit
    shape = (
        (x, y),
        (inner_x, y),
        (inner_x, inner_y),
        (right, inner_y),
        (right, bottom),
        (x, bottom),
    )
    return svg(
        int(bottom) + 30,
        alt,
        polygon(shape),
        text(x - 6, (y + bottom) / 2 + 5, f"{h} cm", anchor="end"),
        text((x + right) / 2, bottom + 20, f"{w} cm"),
        text((inner_x + right) / 2, inner_y - 6, f"{u} cm"),
        text(inner_x + 6, (y + inner_y) / 2, f"{v} cm", anchor="start"),
    )


def triangle(
    alt: str, base: str, height: str, side: str, corners: tuple[str, str, str] = ("", "", "")
) -> str:
    """A triangle with labels: base, height (a dashed line), one side, and its angles."""
    labels = (
        text(160, 168, base),
        text(126, 95, height, anchor="end"),
        text(222, 80, side, anchor="start"),
        text(78, 141, corners[0], anchor="start"),
        text(238, 141, corners[1], anchor="end"),
        text(136, 56, corners[2]),
    )
    stand = line(135, 20, 135, 148, ' stroke-dasharray="5 4"') if height else ""
    return svg(176, alt, polygon(((40, 148), (280, 148), (135, 20))), stand, *labels)


def right_triangle(alt: str, up: str, across: str, slope: str) -> str:
    """A triangle with a right angle at the bottom left."""
    return svg(
        170,
        alt,
        polygon(((70, 20), (70, 140), (270, 140))),
        '<path d="M70 126 h14 v14"/>',
        text(62, 84, up, anchor="end"),
        text(170, 161, across),
        text(182, 70, slope, anchor="start"),
    )


def box(alt: str, long: str, wide: str, high: str) -> str:
    """A box seen from the front, with its three lengths."""
    return svg(
        170,
        alt,
        '<path d="M40 60 h180 v80 h-180 z M40 60 l45 -35 h180 l-45 35 M265 25 v80 l-45 35"/>',
        text(130, 161, long),
        text(250, 138, wide, anchor="start"),
        text(272, 70, high, anchor="start"),
    )


def circle(alt: str, radius: str) -> str:
    """A circle with its radius drawn in."""
    return svg(
        170,
        alt,
        '<circle cx="160" cy="85" r="72"/><circle cx="160" cy="85" r="2" fill="currentColor"/>',
        line(160, 85, 232, 85),
        text(196, 78, radius),
    )


def straight_angle(alt: str, degrees: int) -> str:
    """A straight line with a ray: `degrees` on the right side of it, x on the left."""
    turn = radians(degrees)
    tip = (160 + 110 * cos(turn), 130 - 110 * sin(turn))
    return svg(
        150,
        alt,
        line(20, 130, 300, 130),
        line(160, 130, *tip),
        text(160 + 60 * cos(turn / 2), 126 - 42 * sin(turn / 2), f"{degrees}°"),
        text(160 + 50 * cos((turn + pi) / 2), 126 - 42 * sin((turn + pi) / 2), "x"),
    )


def bar_chart(alt: str, names: Sequence[str], counts: Sequence[int], step: int) -> str:
    """Upright bars over names, with a scale in steps."""
    top = max(counts) // step + 1
    unit = 140 / top
    scale = [
        line(46, 160 - i * unit, 300, 160 - i * unit, ' stroke-opacity="0.3"')
        + text(40, 165 - i * unit, str(i * step), anchor="end")
        for i in range(top + 1)
    ]
    bars = [
        f'<rect x="{66 + 60 * i}" y="{160 - n / step * unit:.4g}" width="36" '
        f'height="{n / step * unit:.4g}" fill="currentColor" fill-opacity="0.45"/>'
        + text(84 + 60 * i, 180, name)
        for i, (name, n) in enumerate(zip(names, counts, strict=True))
    ]
    return svg(190, alt, *scale, *bars)

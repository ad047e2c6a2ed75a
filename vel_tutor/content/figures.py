"""SVG drawings for questions, drawn from the numbers; strokes follow the text colour."""

from collections.abc import Sequence
from html import escape

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

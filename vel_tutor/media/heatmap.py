"""A map of skills as a drawing: one cell each, by area, with a link and words of its own.

Colour never speaks alone: a measured cell holds its number, an inferred one is hatched and marked
with a tilde, one that is not known yet is an empty outline.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

CELL, GAP, HEAD = 52, 8, 34
CORNER = 12
STEPS = (40, 60, 80)
"""Percent at which the colour changes: weak, growing, good, strong."""


@dataclass(frozen=True)
class HeatCell:
    """One skill: `percent` is -1 where nothing is claimed; `words` says it all in a sentence."""

    area: str
    words: str
    percent: int
    measured: bool
    href: str


def draw(cells: Sequence[HeatCell], columns: int, name: str) -> str:
    """The map as SVG, `columns` cells wide, the areas below each other in the order they come.

    Args:
        name: different for each map on a page; names its hatching.
    """
    width = columns * (CELL + GAP) - GAP
    parts: list[str] = []
    top = 0
    for area, group in groupby(cells, key=lambda cell: cell.area):
        parts.append(f'<text class="heat-area" x="0" y="{top + 20}">{escape(area)}</text>')
        top += HEAD
        rows = list(_placed(list(group), columns, top))
        parts += [_cell(cell, x, y, name) for cell, x, y in rows]
        top = rows[-1][2] + CELL + GAP * 2
    height = max(0, top - GAP * 2)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="heatmap" viewBox="0 0 {width} {height}" '
        f'width="{width}" role="group" aria-label="Your skills, one cell each">'
        f"{_hatching(name)}{''.join(parts)}</svg>"
    )


def _placed(
    cells: Sequence[HeatCell], columns: int, top: int
) -> Iterator[tuple[HeatCell, int, int]]:
    for place, cell in enumerate(cells):
        row, column = divmod(place, columns)
        yield cell, column * (CELL + GAP), top + row * (CELL + GAP)


def _hatching(name: str) -> str:
    return (
        f'<defs><pattern id="hatch-{name}" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="heat-hatch" width="2.5" height="7"/>'
        "</pattern></defs>"
    )


def _cell(cell: HeatCell, x: int, y: int, name: str) -> str:
    box = f'x="{x}" y="{y}" width="{CELL}" height="{CELL}" rx="{CORNER}"'
    inside = f'<rect class="heat-cell heat-{_step(cell)}" {box}/>'
    if cell.percent >= 0 and not cell.measured:
        inside += f'<rect fill="url(#hatch-{name})" {box}/>'
    label = "?" if cell.percent < 0 else f"{'' if cell.measured else '~'}{cell.percent}"
    inside += (
        f'<text class="heat-number heat-on-{_step(cell)}" x="{x + CELL / 2:g}" '
        f'y="{y + CELL / 2 + 6:g}" text-anchor="middle" aria-hidden="true">{label}</text>'
    )
    said = escape(cell.words, quote=True)
    return (
        f'<a href="{escape(cell.href, quote=True)}" aria-label="{said}">'
        f"<title>{said}</title>{inside}</a>"
    )


def _step(cell: HeatCell) -> str:
    if cell.percent < 0:
        return "none"
    return str(sum(cell.percent >= step for step in STEPS))

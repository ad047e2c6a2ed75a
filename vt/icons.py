"""The app's icons, drawn from the sign in `components/mascot.py`.

Run `python -m vt.icons` after changing the sign; the files are committed.
"""

import re
from pathlib import Path

from PIL import Image, ImageDraw

from vel_tutor.components.mascot import MARK
from vel_tutor.core.settings import ROOT

ASSETS = ROOT / "assets"
FIELD = (40, 48)
PAPER = "#EFEBFF"
FINER = 4
"""Drawn this many times larger and then reduced, for smooth edges."""
PER_CURVE = 24

Point = tuple[float, float]


def write(folder: Path = ASSETS) -> None:
    """Write every icon into `folder`."""
    (folder / "favicon.svg").write_text(svg())
    icon(64, fills=0.92, paper=None).save(folder / "favicon.ico", sizes=[(32, 32), (64, 64)])
    icon(180, fills=0.66).save(folder / "apple-touch-icon.png", optimize=True)
    icon(192, fills=0.66, round_=True).save(folder / "icon-192.png", optimize=True)
    icon(512, fills=0.66, round_=True).save(folder / "icon-512.png", optimize=True)
    icon(512, fills=0.5).save(folder / "icon-maskable-512.png", optimize=True)


def svg() -> str:
    """The sign as a file."""
    shapes = "".join(f'<path fill="{colour}" d="{outline}"/>' for outline, colour in MARK)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 0 48 48">{shapes}</svg>\n'


def icon(
    size: int, *, fills: float, paper: str | None = PAPER, round_: bool = False
) -> Image.Image:
    """The sign on a square of `size` pixels, `fills` of its height; `round_` rounds the corners."""
    side = size * FINER
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    if paper:
        pen.rounded_rectangle((0, 0, side - 1, side - 1), side * 0.22 if round_ else 0, fill=paper)
    scale = side * fills / FIELD[1]
    left, top = (side - FIELD[0] * scale) / 2, (side - FIELD[1] * scale) / 2
    for outline, colour in MARK:
        pen.polygon([(left + x * scale, top + y * scale) for x, y in flat(outline)], fill=colour)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def flat(outline: str) -> list[Point]:
    """The corners of an SVG path of M, c, h and z, its curves cut into short lines."""
    points: list[Point] = []
    x = y = 0.0
    for command, rest in re.findall(r"([Mchz])([^Mchz]*)", outline):
        numbers = [float(found) for found in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        match command:
            case "M":
                x, y = numbers
                points.append((x, y))
            case "h":
                x += numbers[0]
                points.append((x, y))
            case "c":
                for at in range(0, len(numbers), 6):
                    points += _curve((x, y), numbers[at : at + 6])
                    x, y = points[-1]
    return points


def _curve(start: Point, deltas: list[float]) -> list[Point]:
    """Points along a cubic curve given relative to `start`."""
    x, y = start
    (x1, y1), (x2, y2), (x3, y3) = (
        (x + dx, y + dy) for dx, dy in zip(deltas[::2], deltas[1::2], strict=True)
    )
    return [
        (
            (1 - t) ** 3 * x + 3 * (1 - t) ** 2 * t * x1 + 3 * (1 - t) * t**2 * x2 + t**3 * x3,
            (1 - t) ** 3 * y + 3 * (1 - t) ** 2 * t * y1 + 3 * (1 - t) * t**2 * y2 + t**3 * y3,
        )
        for t in (step / PER_CURVE for step in range(1, PER_CURVE + 1))
    ]


if __name__ == "__main__":
    write()

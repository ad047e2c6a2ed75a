"""A canvas for cards: shapes, words and Vel, measured in the pixels of the finished picture."""

import string
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw, ImageFont

SIZE_PX = (1200, 630)
"""What readers of Open Graph tags expect."""
INK, PAPER, SOFT, LINE = "#1B1F3B", "#F7F7FC", "#565B7A", "#E4E6F2"
PRINTED = frozenset(string.ascii_letters + string.digits + " ,.:'&()+-/%")
"""The signs a card prints; others are dropped."""

_SCALE = 2
"""Drawn this much larger and shrunk, for smooth edges."""
_COLOURS = 128

Point = tuple[float, float]


def plain(name: str) -> str:
    """`name` in the signs a card prints, with single spaces."""
    kept = "".join(sign for sign in " ".join(name.split()) if sign in PRINTED)
    return " ".join(kept.split())


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size * _SCALE)


class Canvas:
    """A card that is being drawn in one colour and a light shade of it."""

    def __init__(self, hue: str, light: str) -> None:
        self.hue, self.light = hue, light
        width, height = SIZE_PX
        self.image = Image.new("RGB", (width * _SCALE, height * _SCALE), PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def background(self) -> None:
        """A bright panel on the right with quiet waves, white paper on the left."""
        self.box((0, 0, 1200, 630), PAPER)
        self.box((770, 0, 1200, 630), self.light)
        self.wave(560, 14, self.hue)
        self.wave(596, 10, INK)
        self.box((0, 0, 18, 630), self.hue)

    def ring(self, percent: float, inside: str) -> None:
        """A ring that is full to `percent`, with a number `inside`."""
        box = self._scaled((860, 44, 1110, 294))
        self.pen.ellipse(box, fill="#FFFFFF")
        self.pen.arc(box, 0, 360, fill=LINE, width=26 * _SCALE)
        self.pen.arc(box, -90, -90 + 3.6 * percent, fill=self.hue, width=26 * _SCALE)
        self.text((985, 169), inside, 76, INK, bold=2, anchor="mm")

    def disc(self, middle: Point, radius: float, colour: str) -> None:
        """A filled circle."""
        x, y = middle
        self.pen.ellipse(
            self._scaled((x - radius, y - radius, x + radius, y + radius)), fill=colour
        )

    def polygon(self, outline: Sequence[Point], colour: str) -> None:
        """A filled shape, its corners rounded a little."""
        corners = [self._at(point) for point in outline]
        self.pen.polygon(corners, fill=colour)
        self.pen.line([*corners, corners[0], corners[1]], colour, 10 * _SCALE, joint="curve")

    def star(self, middle: Point, radius: float, colour: str) -> None:
        """A star of five points."""
        x, y = middle
        reach = [radius * (1 if corner % 2 == 0 else 0.45) for corner in range(10)]
        self.polygon(
            [
                (x + far * sin(pi * corner / 5), y - far * cos(pi * corner / 5))
                for corner, far in enumerate(reach)
            ],
            colour,
        )

    def arrow_up(self, foot: Point, tall: float, colour: str) -> None:
        """An arrow that points up, standing on `foot`."""
        x, y = foot
        head, shaft = 0.5 * tall, 0.17 * tall
        outline = (
            (x, y - tall),
            (x + head, y - tall + head),
            (x + shaft, y - tall + head),
            (x + shaft, y),
            (x - shaft, y),
            (x - shaft, y - tall + head),
            (x - head, y - tall + head),
        )
        self.pen.polygon([self._at(point) for point in outline], fill=colour)

    def sail(self, foot: Point, tall: float) -> None:
        """Vel: two sails with a face, on a small hull, `tall` half its height."""
        x, y = foot
        self._shape(((x + 4, y - 2 * tall), (x + 4, y - 8), (x + tall, y - 8)), self.hue, bend=0.24)
        self._shape(
            ((x - 6, y - 1.6 * tall), (x - 6, y - 8), (x - 0.72 * tall, y - 8)), "#FFFFFF", bend=0.2
        )
        hull = (
            (x - tall, y),
            (x + 1.1 * tall, y),
            (x + 0.7 * tall, y + 40),
            (x - 0.6 * tall, y + 40),
        )
        self.pen.polygon([self._at(point) for point in hull], fill=INK)
        for eye in (x + 22, x + 50):
            self.pen.ellipse(self._scaled((eye - 7, y - 62, eye + 7, y - 48)), fill="#FFFFFF")
            self.pen.ellipse(self._scaled((eye - 2, y - 58, eye + 5, y - 51)), fill=INK)
        self.pen.arc(
            self._scaled((x + 22, y - 50, x + 52, y - 26)),
            20,
            160,
            fill="#FFFFFF",
            width=4 * _SCALE,
        )

    def png(self) -> bytes:
        """The card, shrunk to its size and to few enough colours to travel light."""
        small = self.image.resize(SIZE_PX, Image.Resampling.LANCZOS)
        out = BytesIO()
        small.quantize(_COLOURS).save(out, "PNG", optimize=True)
        return out.getvalue()

    def fitting(self, words: str, room: float, sizes: tuple[int, ...]) -> int:
        """The largest of `sizes` in which `words` take at most `room`; the smallest if none."""
        return next((size for size in sizes if self.width(words, size) <= room), sizes[-1])

    def width(self, words: str, size: int) -> float:
        """How wide `words` are."""
        return self.pen.textlength(words, font=_font(size)) / _SCALE

    def text(
        self, at: Point, words: str, size: int, colour: str, *, bold: int = 0, anchor: str = "la"
    ) -> None:
        self.pen.text(
            self._at(at),
            words,
            fill=colour,
            font=_font(size),
            anchor=anchor,
            stroke_width=bold,
            stroke_fill=colour,
        )

    def _shape(self, corners: tuple[Point, Point, Point], colour: str, *, bend: float) -> None:
        """A triangle whose long side bulges, as a sail in the wind."""
        top, foot, tip = corners
        steps = [step / 24 for step in range(25)]
        curve = [
            (
                tip[0] + (top[0] - tip[0]) * t + bend * (tip[0] - top[0]) * sin(pi * t),
                tip[1] + (top[1] - tip[1]) * t - bend * 40 * sin(pi * t),
            )
            for t in steps
        ]
        self.pen.polygon([self._at(point) for point in (top, foot, *curve)], fill=colour)

    def wave(self, height: float, depth: float, colour: str) -> None:
        crest = [(x, height + depth * cos(x / 34)) for x in range(770, 1201, 4)]
        outline = [*crest, (1200, 630), (770, 630)]
        self.pen.polygon([self._at(point) for point in outline], fill=colour)

    def box(self, box: tuple[float, float, float, float], colour: str) -> None:
        self.pen.rectangle(self._scaled(box), fill=colour)

    def _at(self, point: Point) -> Point:
        return point[0] * _SCALE, point[1] * _SCALE

    def _scaled(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        left, top, right, bottom = box
        return left * _SCALE, top * _SCALE, right * _SCALE, bottom * _SCALE

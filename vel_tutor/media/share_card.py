"""Share cards: a few facts in, a picture out. What has no field here is never printed."""

import string
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw, ImageFont

from vel_tutor.vocabulary import CardTemplate, Subject

SIZE_PX = (1200, 630)
"""What readers of Open Graph tags expect."""
MOST_BYTES = 100_000
LONGEST_SKILL = 48
"""Characters; longer names are cut at a word."""

_SCALE = 2
"""Drawn this much larger and shrunk, for smooth edges."""
_COLOURS = 128
_CACHED = 64
_INK, _PAPER, _SOFT, _LINE = "#1B1F3B", "#F7F7FC", "#565B7A", "#E4E6F2"
_HUES = {Subject.MATH: "#6C4CF1", Subject.READING: "#1477C9", Subject.SCIENCE: "#0F9D76"}
_LIGHT = {Subject.MATH: "#E4DEFF", Subject.READING: "#D6EBFC", Subject.SCIENCE: "#D2F3E8"}
_SUBJECTS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
_CLAIMS = {
    CardTemplate.CHALLENGE: "Can you beat",
    CardTemplate.RESULT: "I scored",
    CardTemplate.STUDY: "Practise with me",
    CardTemplate.CARDS: "Just mastered",
}
_SIGNS = {CardTemplate.CHALLENGE: "?", CardTemplate.RESULT: "!", CardTemplate.CARDS: "!"}
_CALLS = {
    CardTemplate.CHALLENGE: "5 questions. No account needed.",
    CardTemplate.STUDY: "5 questions each. No account needed.",
    CardTemplate.RESULT: "vel_tutor: practise, prove it, challenge a friend.",
    CardTemplate.CARDS: "vel_tutor: a few cards a day, and they stay.",
}

_PRINTED = frozenset(string.ascii_letters + string.digits + " ,.:'&()+-/%")

Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class ShareCardFacts:
    """All a share card can say. No name, photo, school, place or age has a place in it."""

    template: CardTemplate
    subject: Subject
    skill: str
    """Name of the skill or deck in our own words; other signs than plain letters are dropped."""
    percent: int
    """The score, 0..100; for studying together there is none."""
    count: int = 0
    """How many flashcards are mastered; for that template only."""


@lru_cache(maxsize=_CACHED)
def render(facts: ShareCardFacts) -> bytes:
    """A PNG of `SIZE_PX`, at most `MOST_BYTES`, without metadata, saying `facts`."""
    picture = _Picture(facts.subject)
    picture.background()
    picture.ring(min(100, max(0, facts.percent)), _inside(facts))
    picture.words(facts)
    picture.sail((985, 505), 84)
    return picture.png()


def _is_cards(facts: ShareCardFacts) -> bool:
    return facts.template is CardTemplate.CARDS


def _inside(facts: ShareCardFacts) -> str:
    """The number in the ring."""
    if facts.template is CardTemplate.STUDY:
        return "1 + 1"
    return str(facts.count) if _is_cards(facts) else f"{min(100, max(0, facts.percent))}%"


def _line(facts: ShareCardFacts) -> str:
    """The largest words: the score, or the number of cards."""
    if facts.template is CardTemplate.STUDY:
        return "5 questions"
    said = f"{facts.count} flashcards" if _is_cards(facts) else f"{facts.percent}%"
    return f"{said}{_SIGNS[facts.template]}"


def printable(name: str) -> str:
    """`name` as a card prints it: plain letters, digits and a few signs, cut at a word."""
    plain = "".join(sign for sign in " ".join(name.split()) if sign in _PRINTED)
    words = " ".join(plain.split())
    if len(words) <= LONGEST_SKILL:
        return words
    return words[: LONGEST_SKILL + 1].rpartition(" ")[0] or words[:LONGEST_SKILL]


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size * _SCALE)


class _Picture:
    """A canvas measured in the pixels of the finished card."""

    def __init__(self, subject: Subject) -> None:
        self.hue, self.light = _HUES[subject], _LIGHT[subject]
        width, height = SIZE_PX
        self.image = Image.new("RGB", (width * _SCALE, height * _SCALE), _PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def background(self) -> None:
        """A bright panel on the right with quiet waves, white paper on the left."""
        self._box((0, 0, 1200, 630), _PAPER)
        self._box((770, 0, 1200, 630), self.light)
        self._wave(560, 14, self.hue)
        self._wave(596, 10, _INK)
        self._box((0, 0, 18, 630), self.hue)

    def ring(self, percent: int, inside: str) -> None:
        """The score as a ring that is as full as the score, with a number `inside`."""
        box = self._scaled((860, 44, 1110, 294))
        self.pen.ellipse(box, fill="#FFFFFF")
        self.pen.arc(box, 0, 360, fill=_LINE, width=26 * _SCALE)
        self.pen.arc(box, -90, -90 + 3.6 * percent, fill=self.hue, width=26 * _SCALE)
        self._text((985, 169), inside, 76, _INK, bold=2, anchor="mm")

    def words(self, facts: ShareCardFacts) -> None:
        """What was practised, and what the card asks for."""
        self._text((84, 84), "vel_tutor", 40, self.hue, bold=1)
        self._text((84, 196), _CLAIMS[facts.template], 56, _INK, bold=2)
        self._text((84, 262), _line(facts), 92 if _is_cards(facts) else 110, self.hue, bold=3)
        self._text((84, 404), _SUBJECTS[facts.subject], 32, _SOFT, bold=1)
        self._text((84, 446), printable(facts.skill), self._fitting(facts.skill), _INK, bold=1)
        self._text((84, 516), _CALLS[facts.template], 28, _SOFT)

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
        self.pen.polygon([self._at(point) for point in hull], fill=_INK)
        for eye in (x + 22, x + 50):
            self.pen.ellipse(self._scaled((eye - 7, y - 62, eye + 7, y - 48)), fill="#FFFFFF")
            self.pen.ellipse(self._scaled((eye - 2, y - 58, eye + 5, y - 51)), fill=_INK)
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

    def _fitting(self, name: str) -> int:
        """The largest letters in which `name` fits the left side."""
        room = 650 * _SCALE
        sizes = (46, 40, 34, 28, 24)
        return next((size for size in sizes if self._width(printable(name), size) <= room), 20)

    def _width(self, words: str, size: int) -> float:
        return self.pen.textlength(words, font=_font(size))

    def _text(
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

    def _wave(self, height: float, depth: float, colour: str) -> None:
        crest = [(x, height + depth * cos(x / 34)) for x in range(770, 1201, 4)]
        outline = [*crest, (1200, 630), (770, 630)]
        self.pen.polygon([self._at(point) for point in outline], fill=colour)

    def _box(self, box: tuple[float, float, float, float], colour: str) -> None:
        self.pen.rectangle(self._scaled(box), fill=colour)

    def _at(self, point: Point) -> Point:
        return point[0] * _SCALE, point[1] * _SCALE

    def _scaled(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        left, top, right, bottom = box
        return left * _SCALE, top * _SCALE, right * _SCALE, bottom * _SCALE

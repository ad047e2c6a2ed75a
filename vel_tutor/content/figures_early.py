"""SVG drawings for young learners: things to count, blocks, clocks, coins, simple graphs."""

from collections.abc import Sequence
from math import cos, pi, sin
from random import Random

from vel_tutor.content.figures import WIDTH, line, polygon, svg, text

FILLED = ' fill="currentColor" fill-opacity="0.45"'
FAINT = ' stroke-opacity="0.35"'
CELL = 30


def circle(x: float, y: float, radius: float, extra: str = "") -> str:
    return f'<circle cx="{x:.4g}" cy="{y:.4g}" r="{radius:g}"{extra}/>'


def box(x: float, y: float, width: float, height: float, extra: str = "") -> str:
    return f'<rect x="{x:.4g}" y="{y:.4g}" width="{width:.4g}" height="{height:.4g}"{extra}/>'


def around(
    x: float, y: float, radius: float, corners: int, turn: float = 0.0
) -> tuple[tuple[float, float], ...]:
    """The corners of a regular shape; without a turn one corner points up."""
    return tuple(
        (
            round(x + radius * sin(turn + 2 * pi * i / corners), 2),
            round(y - radius * cos(turn + 2 * pi * i / corners), 2),
        )
        for i in range(corners)
    )


def star(x: float, y: float, radius: float) -> str:
    outer, inner = around(x, y, radius, 5), around(x, y, radius * 0.45, 5, pi / 5)
    points = [point for pair in zip(outer, inner, strict=True) for point in pair]
    return polygon(points, FILLED)


def thing(kind: str, x: float, y: float, radius: float = 10) -> str:
    """One thing to count: a dot, a star, a square or a triangle."""
    match kind:
        case "star":
            return star(x, y, radius * 1.15)
        case "square":
            return box(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, FILLED)
        case "triangle":
            return polygon(around(x, y, radius * 1.1, 3), FILLED)
    return circle(x, y, radius, FILLED)


def scattered(alt: str, kind: str, count: int, mix: int) -> str:
    """Things strewn over a field of 7 by 4 places, each way of strewing with its number."""
    rng = Random(f"{kind}/{count}/{mix}")  # noqa: S311  (repeatable, not secret)
    spots = rng.sample(range(28), count)
    parts = (
        thing(
            kind,
            36 + 41 * (spot % 7) + rng.randint(-7, 7),
            26 + 38 * (spot // 7) + rng.randint(-6, 6),
        )
        for spot in spots
    )
    return svg(166, alt, *parts)


def rows(alt: str, kind: str, counts: Sequence[int], names: Sequence[str] = ()) -> str:
    """Rows of things under each other, with a name before each row."""
    left = 52 if names else 24
    parts = [text(30, 25 + CELL * y, name) for y, name in enumerate(names)]
    step = min(CELL, (WIDTH - left - 12) / max(counts))
    for y, count in enumerate(counts):
        parts += [thing(kind, left + 10 + step * x, 20 + CELL * y, 9) for x in range(count)]
    return svg(10 + CELL * len(counts), alt, *parts)


def spaced_rows(
    alt: str, names: Sequence[str], counts: Sequence[int], lengths: Sequence[int]
) -> str:
    """Rows of dots of set lengths: a long row may hold few dots."""
    parts = []
    for y, (name, count, length) in enumerate(zip(names, counts, lengths, strict=True)):
        parts.append(text(24, 27 + 36 * y, name))
        step = length / max(1, count - 1)
        parts += [circle(56 + step * x, 22 + 36 * y, 7, FILLED) for x in range(count)]
    return svg(12 + 36 * len(counts), alt, *parts)


def ten_frames(alt: str, filled: int, frames: int = 1) -> str:
    """Frames of two rows of five, filled row by row."""
    parts = []
    for place in range(10 * frames):
        frame, spot = divmod(place, 10)
        x, y = 85 + CELL * (spot % 5), 10 + CELL * (spot // 5) + 74 * frame
        parts.append(box(x, y, CELL, CELL))
        if place < filled:
            parts.append(circle(x + CELL / 2, y + CELL / 2, 9, FILLED))
    return svg(6 + 74 * frames, alt, *parts)


def blocks(alt: str, hundreds: int, tens: int, ones: int) -> str:
    """Base-ten blocks: squares of a hundred, sticks of ten, single cubes."""
    parts, top = [], 10
    for place in range(hundreds):
        x, y = 8 + 62 * (place % 5), top + 62 * (place // 5)
        parts.append(box(x, y, 55, 55, FILLED))
        parts += [line(x + 5.5 * i, y, x + 5.5 * i, y + 55, FAINT) for i in range(1, 10)]
        parts += [line(x, y + 5.5 * i, x + 55, y + 5.5 * i, FAINT) for i in range(1, 10)]
    top += 62 * -(-hundreds // 5)
    for place in range(tens):
        x = 8 + 19 * place
        parts.append(box(x, top, 11, 90, FILLED))
        parts += [line(x, top + 9 * i, x + 11, top + 9 * i, FAINT) for i in range(1, 10)]
    parts += [
        box(200 + 19 * (place % 5), top + 19 * (place // 5), 11, 11, FILLED)
        for place in range(ones)
    ]
    return svg(int(top) + 100, alt, *parts)


def clock(alt: str, hour: int, minute: int) -> str:
    """A clock face with both hands."""
    middle, parts = 80.0, [circle(160, 80, 72)]
    for number in range(1, 13):
        turn = pi * number / 6
        parts.append(text(160 + 58 * sin(turn), middle - 58 * cos(turn) + 5, str(number)))
        parts.append(_hand(turn, 68, 72))
    parts.append(_hand(pi * (hour % 12 + minute / 60) / 6, 0, 32, ' stroke-width="6"'))
    parts.append(_hand(pi * minute / 30, 0, 48, ' stroke-width="3"'))
    return svg(160, alt, *parts, circle(160, 80, 4, ' fill="currentColor"'))


def _hand(turn: float, inner: float, outer: float, extra: str = "") -> str:
    across, up = sin(turn), -cos(turn)
    return line(
        round(160 + inner * across, 2),
        round(80 + inner * up, 2),
        round(160 + outer * across, 2),
        round(80 + outer * up, 2),
        extra,
    )


def clock_words(hour: int, minute: int) -> str:
    """Where the hands stand, for those who do not see them."""
    after = hour % 12 + 1
    short = f"points to {hour}" if not minute else f"is between {hour} and {after}"
    return f"A clock. The short hand {short}. The long hand points to {minute // 5 or 12}."


def coins(alt: str, cents: Sequence[int]) -> str:
    """Coins side by side, each with its value."""
    size = {1: 17, 5: 19, 10: 15, 25: 22}
    parts = []
    for place, value in enumerate(cents):
        x, y = 30 + 52 * (place % 6), 30 + 54 * (place // 6)
        parts += [circle(x, y, size[value]), text(x, y + 5, f"{value}¢")]
    return svg(12 + 54 * -(-len(cents) // 6), alt, *parts)


def picture_graph(
    alt: str, kind: str, names: Sequence[str], counts: Sequence[int], each: int
) -> str:
    """Rows of pictures with names, and below what one picture stands for."""
    parts = []
    for y, (name, count) in enumerate(zip(names, counts, strict=True)):
        parts.append(text(72, 27 + 34 * y, name, anchor="end"))
        parts += [thing(kind, 96 + 24 * x, 22 + 34 * y, 9) for x in range(count)]
    bottom = 34 * len(counts)
    parts += [
        line(80, 4, 80, bottom + 6),
        thing(kind, 96, bottom + 24, 9),
        text(112, bottom + 29, f"= {each}", anchor="start"),
    ]
    return svg(bottom + 44, alt, *parts)


def number_line(
    alt: str, labels: Sequence[str], parts: int = 1, mark: int | None = None, name: str = "?"
) -> str:
    """A line with a label at every whole step, each step in `parts`; `mark` counts small steps."""
    steps = (len(labels) - 1) * parts
    unit = 280 / steps
    drawn = [line(12, 50, 308, 50)]
    for at in range(steps + 1):
        high = 9 if at % parts == 0 else 5
        drawn.append(line(20 + unit * at, 50 - high, 20 + unit * at, 50 + high))
        if at % parts == 0:
            drawn.append(text(20 + unit * at, 78, labels[at // parts]))
    if mark is not None:
        x = 20 + unit * mark
        drawn += [circle(x, 50, 5, ' fill="currentColor"'), text(x, 30, name)]
    return svg(88, alt, *drawn)


def ruler(alt: str, first: int, last: int, length: int = 12) -> str:
    """A ruler in centimetres with a bar lying along it from one mark to another."""
    unit = 270 / length
    parts = [box(15, 50, 290, 42), box(25 + unit * first, 16, unit * (last - first), 18, FILLED)]
    for mark in range(length + 1):
        x = 25 + unit * mark
        parts += [line(x, 50, x, 62), text(x, 82, str(mark))]
    return svg(100, alt, *parts)


def line_plot(alt: str, labels: Sequence[str], counts: Sequence[int], title: str) -> str:
    """Crosses stacked over a number line."""
    step = 270 / max(1, len(labels) - 1)
    tall = 30 + 20 * max(counts)
    parts = [line(15, tall, 305, tall), text(160, tall + 46, title)]
    for place, (label, count) in enumerate(zip(labels, counts, strict=True)):
        x = 25 + step * place
        parts += [line(x, tall - 4, x, tall + 4), text(x, tall + 22, label)]
        parts += [_cross(x, tall - 16 - 20 * i) for i in range(count)]
    return svg(tall + 56, alt, *parts)


def _cross(x: float, y: float) -> str:
    return line(x - 6, y - 6, x + 6, y + 6) + line(x - 6, y + 6, x + 6, y - 6)


def pattern(alt: str, kinds: Sequence[str], more: bool = True) -> str:
    """Different things in one row, and a place for the next if there is more to come."""
    parts = [thing(kind, 22 + 29 * x, 28) for x, kind in enumerate(kinds)]
    return svg(56, alt, *parts, text(22 + 29 * len(kinds), 34, "?" if more else ""))


def clocks(alt: str, names: Sequence[str], times: Sequence[tuple[int, int]]) -> str:
    """Small clock faces side by side, each with a name below."""
    parts = []
    for place, (name, (hour, minute)) in enumerate(zip(names, times, strict=True)):
        x = 42 + 79 * place
        parts.append(circle(x, 40, 34))
        parts += [_small_hand(x, pi * mark / 6, 30, 34) for mark in range(12)]
        parts.append(_small_hand(x, pi * (hour % 12 + minute / 60) / 6, 0, 15, 5))
        parts.append(_small_hand(x, pi * minute / 30, 0, 26))
        parts.append(text(x, 94, name))
    return svg(100, alt, *parts)


def _small_hand(x: float, turn: float, inner: float, outer: float, wide: int = 2) -> str:
    across, up = sin(turn), -cos(turn)
    return line(
        round(x + inner * across, 2),
        round(40 + inner * up, 2),
        round(x + outer * across, 2),
        round(40 + outer * up, 2),
        f' stroke-width="{wide}"',
    )

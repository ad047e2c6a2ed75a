"""SVG drawings for science: weather, balances, magnets, levers, rock layers, mirrors, food webs."""

from collections.abc import Mapping, Sequence
from math import cos, pi, radians, sin

from vel_tutor.content.figures import line, polygon, svg, text

FILLED = ' fill="currentColor" fill-opacity="0.45"'
FAINT = ' stroke-opacity="0.3"'
DASHED = ' stroke-dasharray="5 4"'


def disc(x: float, y: float, radius: float, extra: str = "") -> str:
    return f'<circle cx="{x:.4g}" cy="{y:.4g}" r="{radius:g}"{extra}/>'


def box(x: float, y: float, width: float, height: float, extra: str = "") -> str:
    return f'<rect x="{x:.4g}" y="{y:.4g}" width="{width:.4g}" height="{height:.4g}"{extra}/>'


def _sun(x: float, y: float) -> str:
    rays = (
        line(
            round(x + 15 * cos(pi * i / 4), 2),
            round(y + 15 * sin(pi * i / 4), 2),
            round(x + 22 * cos(pi * i / 4), 2),
            round(y + 22 * sin(pi * i / 4), 2),
        )
        for i in range(8)
    )
    return disc(x, y, 10, FILLED) + "".join(rays)


def _cloud(x: float, y: float) -> str:
    puffs = ((-11, 3, 9), (0, -4, 12), (12, 3, 9))
    return "".join(disc(x + dx, y + dy, r, ' fill="currentColor"') for dx, dy, r in puffs)


def _drops(x: float, y: float) -> str:
    return "".join(line(x + dx, y + 14, x + dx - 4, y + 24) for dx in (-10, 0, 10))


def _flakes(x: float, y: float) -> str:
    return "".join(disc(x + dx, y + dy, 2) for dx, dy in ((-10, 17), (0, 22), (10, 17)))


def _gusts(x: float, y: float) -> str:
    return "".join(f'<path d="M{x - 20:g} {y + dy:g} h30 q10 0 8 -7"/>' for dy in (-8, 2, 12))


def sky(kind: str, x: float, y: float) -> str:
    """A small picture of the weather: sunny, cloudy, rainy, snowy or windy."""
    match kind:
        case "sunny":
            return _sun(x, y)
        case "rainy":
            return _cloud(x, y - 4) + _drops(x, y)
        case "snowy":
            return _cloud(x, y - 4) + _flakes(x, y)
        case "windy":
            return _gusts(x, y)
    return _cloud(x, y)


def weather_days(alt: str, days: Sequence[str], kinds: Sequence[str]) -> str:
    """A box for each day with its weather."""
    wide = 300 / len(days)
    parts = [
        box(10 + i * wide, 30, wide, 60)
        + sky(kind, 10 + (i + 0.5) * wide, 60)
        + text(10 + (i + 0.5) * wide, 22, day)
        for i, (day, kind) in enumerate(zip(days, kinds, strict=True))
    ]
    return svg(100, alt, *parts)


def sticks(alt: str, names: Sequence[str], spans: Sequence[tuple[int, int]]) -> str:
    """Bars one below the other, each from its start to its end in steps of 20."""
    parts = [
        box(40 + 20 * start, 14 + 34 * i, 20 * (end - start), 16, FILLED)
        + text(22, 28 + 34 * i, name)
        for i, (name, (start, end)) in enumerate(zip(names, spans, strict=True))
    ]
    return svg(20 + 34 * len(names), alt, *parts)


def balances(alt: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Balances side by side; of each pair the first name is on the side that is down."""
    wide = 300 / len(pairs)
    parts = []
    for i, (heavy, light) in enumerate(pairs):
        x = 10 + (i + 0.5) * wide
        parts += [
            polygon(((x, 90), (x - 14, 125), (x + 14, 125))),
            line(x - 50, 105, x + 50, 75),
            box(x - 66, 105, 32, 6, FILLED),
            box(x + 34, 75, 32, 6, FILLED),
            text(x - 48, 98, heavy),
            text(x + 48, 68, light),
        ]
    return svg(135, alt, *parts)


def sun_path(alt: str, degrees: int, thing: str) -> str:
    """The sun on its way from the east (left) to the west (right), over a thing."""
    turn = radians(180 - degrees)
    at = (160 + 125 * cos(turn), 140 - 115 * sin(turn))
    path = '<path d="M35 140 A125 115 0 0 1 285 140" stroke-dasharray="4 5" stroke-opacity="0.4"/>'
    return svg(
        165,
        alt,
        path,
        _sun(round(at[0], 2), round(at[1], 2)) if 0 <= degrees <= 180 else "",
        line(10, 140, 310, 140),
        text(30, 158, "east"),
        text(290, 158, "west"),
        box(155, 95, 10, 45, FILLED),
        text(160, 158, thing),
    )


def magnets(alt: str, ends: Sequence[str]) -> str:
    """Bar magnets in a row; two ends each, written as they are given."""
    parts = []
    for i in range(len(ends) // 2):
        x = 14 + 102 * i
        parts += [
            box(x, 20, 44, 36, FILLED),
            box(x + 44, 20, 44, 36),
            text(x + 22, 44, ends[2 * i]),
            text(x + 66, 44, ends[2 * i + 1]),
        ]
    return svg(76, alt, *parts)


def lever(alt: str, left: tuple[str, int], right: tuple[str, int], reach: int) -> str:
    """A bar on its turning point with a weight at each side; distances in steps."""
    unit = 135 / reach
    (left_name, left_at), (right_name, right_at) = left, right
    marks = [line(160 + unit * i, 76, 160 + unit * i, 84) for i in range(-reach, reach + 1)]
    return svg(
        130,
        alt,
        line(20, 80, 300, 80, ' stroke-width="4"'),
        *marks,
        polygon(((160, 82), (146, 112), (174, 112)), FILLED),
        *(
            box(x - 15, 46, 30, 30, FILLED) + text(x, 38, name)
            for x, name in (
                (160 - unit * left_at, left_name),
                (160 + unit * right_at, right_name),
            )
        ),
    )


def layers(
    alt: str, names: Sequence[str], cut: int = 0, marks: Mapping[int, str] | None = None
) -> str:
    """Rock layers from the top down; a dyke D cuts the lowest `cut` of them."""
    high = 30
    parts = [
        box(20, 12 + high * i, 200, high)
        + text(230, 32 + high * i, name, anchor="start")
        + (text(110, 32 + high * i, marks[i]) if marks and i in marks else "")
        for i, name in enumerate(names)
    ]
    bottom = 12 + high * len(names)
    if cut:
        top = bottom - high * cut
        dyke = ((150, bottom), (170, top), (192, top), (174, bottom))
        parts += [polygon(dyke, ' fill="currentColor" fill-opacity="0.6"')]
        parts += [text(200, top + 18, "D", anchor="start")]
    return svg(bottom + 12, alt, *parts)


def mirror(alt: str, degrees: int, known: str, asked: str) -> str:
    """A ray that meets a flat mirror and leaves it; both angles with the mirror are named."""
    turn = radians(degrees)
    dx, dy = round(110 * cos(turn), 2), round(110 * sin(turn), 2)
    far = 60 + 1.5 * max(0, 40 - degrees)
    return svg(
        150,
        alt,
        line(20, 130, 300, 130, ' stroke-width="4"'),
        line(160 - dx, 130 - dy, 160, 130),
        line(160, 130, 160 + dx, 130 - dy),
        text(160 - far * cos(turn / 2), 132 - far * sin(turn / 2), known),
        text(160 + far * cos(turn / 2), 132 - far * sin(turn / 2), asked),
    )


def border(alt: str, upper: str, lower: str, degrees: int) -> str:
    """Two materials, one above the other, and a ray that comes down to the border."""
    turn = radians(degrees)
    return svg(
        170,
        alt,
        line(20, 85, 300, 85),
        line(160, 15, 160, 155, DASHED),
        line(round(160 - 75 * sin(turn), 2), round(85 - 75 * cos(turn), 2), 160, 85),
        text(250, 40, upper),
        text(250, 140, lower),
        text(190, 25, "normal"),
    )


def web(alt: str, places: Mapping[str, tuple[int, int]], arrows: Sequence[tuple[str, str]]) -> str:
    """Names at their places, with arrows from the food to the eater."""
    parts = [text(x, y + 5, name) for name, (x, y) in places.items()]
    for food, eater in arrows:
        (x1, y1), (x2, y2) = places[food], places[eater]
        start, end = (x1, y1 - 14), (x2, y2 + 16)
        length = max(1.0, ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
        ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        head = (
            end,
            (round(end[0] - 9 * ux - 4 * uy, 2), round(end[1] - 9 * uy + 4 * ux, 2)),
            (round(end[0] - 9 * ux + 4 * uy, 2), round(end[1] - 9 * uy - 4 * ux, 2)),
        )
        parts += [line(*start, *end), polygon(head, ' fill="currentColor"')]
    return svg(210, alt, *parts)

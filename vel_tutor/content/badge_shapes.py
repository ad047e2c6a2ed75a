"""The outlines of badges, one for each family, as corners in a square of 100."""

from collections.abc import Mapping
from math import cos, pi, sin

from vel_tutor.vocabulary import BadgeFamily

Outline = tuple[tuple[float, float], ...]
_MIDDLE = 50.0


def _round(corners: int, radius: float = 46.0, *, turn: float = 0.0) -> Outline:
    """Corners on a circle, the first one on top; `turn` in corners."""
    angles = (2 * pi * (corner + turn) / corners for corner in range(corners))
    return tuple(
        (round(_MIDDLE + radius * sin(a), 1), round(_MIDDLE - radius * cos(a), 1)) for a in angles
    )


def _star(points: int, outer: float, inner: float) -> Outline:
    """Two rings of corners in turn."""
    out, into = _round(points, outer), _round(points, inner, turn=0.5)
    return tuple(corner for pair in zip(out, into, strict=True) for corner in pair)


OUTLINES: Mapping[BadgeFamily, Outline] = {
    BadgeFamily.MASTERY: _round(6),
    BadgeFamily.STREAK: _round(40),
    BadgeFamily.PRACTICE: _round(8, turn=0.5),
    BadgeFamily.CARDS: ((14, 10), (86, 10), (86, 90), (14, 90)),
    BadgeFamily.TESTS: _round(5),
    BadgeFamily.SOCIAL: _star(10, 47, 41),
    BadgeFamily.CHALLENGES: (
        (10, 12),
        (50, 4),
        (90, 12),
        (88, 56),
        (72, 80),
        (50, 96),
        (28, 80),
        (12, 56),
    ),
    BadgeFamily.COMEBACK: ((50, 3), (94, 44), (78, 92), (22, 92), (6, 44)),
    BadgeFamily.CURIOSITY: _star(12, 48, 40),
}


def smaller(outline: Outline, share: float) -> Outline:
    """The same shape around the same middle, `share` of its size."""
    return tuple(
        (round(_MIDDLE + (x - _MIDDLE) * share, 1), round(_MIDDLE + (y - _MIDDLE) * share, 1))
        for x, y in outline
    )

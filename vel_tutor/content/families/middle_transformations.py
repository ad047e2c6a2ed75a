"""Moves on the grid: slides, turns, mirrors and stretches of points and triangles."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT
from vel_tutor.content.latex import plus, signed
from vel_tutor.content.plots import Plane
from vel_tutor.vocabulary import ItemFormat


def _slid(p: Params) -> dict[str, object]:
    return {
        "new": (p.x + p.u, p.y + p.v),
        "nx": p.x + p.u,
        "ny": p.y + p.v,
        "side": "right" if p.u > 0 else "left",
        "way": "up" if p.v > 0 else "down",
        "across": abs(p.u),
        "up": abs(p.v),
        "dx": plus(p.u),
        "dy": plus(p.v),
    }


_PLANE = Plane(8)
_SLIDE_ALT = "Squared paper with the point P at ({x}, {y})."

_TRANSLATE = Family(
    id="math.grid_moves.translate",
    skill="math.grid_moves",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "x": range(-7, 8),
        "y": range(-7, 8),
        "u": range(-7, 8),
        "v": range(-7, 8),
    },
    derive=_slid,
    where=(
        lambda p: p.u and p.v and p.x and p.y and abs(p.u) != abs(p.v),
        lambda p: max(abs(p.nx), abs(p.ny)) < 8 and p.new != (p.y, p.x) and p.x != p.y,
        lambda p: max(abs(p.x - p.u), abs(p.y - p.v), abs(p.x + p.v), abs(p.y + p.u)) < 10,
    ),
    stem="P moves {across} to the {side} and {up} {way}. Where does it land?",
    key=lambda p: p.new,
    checker=lambda p, v: (v[0] - p.x, v[1] - p.y) == (p.u, p.v),
    misconceptions=(
        Slip(
            "x_way", lambda p: (p.x - p.u, p.ny), "P moves to the {side}. Which way does x change?"
        ),
        Slip("y_way", lambda p: (p.nx, p.y - p.v), "P moves {way}. Which way does y change?"),
        Slip("both_ways", lambda p: (p.x - p.u, p.y - p.v), "Both directions are turned round."),
        Slip(
            "swapped_moves",
            lambda p: (p.x + p.v, p.y + p.u),
            "You swapped the moves: {across} is across, {up} is up or down.",
        ),
        Slip(
            "swapped", lambda p: (p.ny, p.nx), "The numbers are in the wrong order: first across."
        ),
        Slip(
            "only_across", lambda p: (p.nx, p.y), "P also moves {way}: {up} squares. Change y too."
        ),
        Slip("only_up", lambda p: (p.x, p.ny), "P also moves to the {side}: change x as well."),
    ),
    hints=(
        "Across changes the first number, up or down the second.",
        "P starts at ({x}, {y}). Count {across} squares to the {side}, then {up} {way}.",
    ),
    steps=(
        Step("Across:", "{x} {dx}", "{nx}"),
        Step("Up or down:", "{y} {dy}", "{ny}"),
    ),
    form=POINT,
    figure=lambda p: _PLANE.draw(say(_SLIDE_ALT, p), _PLANE.point(p.x, p.y, "P")),
    alt=_SLIDE_ALT,
)

_TURNS = {90: (0, -1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, 1, -1, 0)}
"""Turns against the clock: what x and y of the new point take from the old ones."""


def _turned(x: int, y: int, degrees: int) -> tuple[int, int]:
    a, b, c, d = _TURNS[degrees]
    return a * x + b * y, c * x + d * y


def _rotation(p: Params) -> dict[str, object]:
    new = _turned(p.x, p.y, p.degrees)
    return {
        "new": new,
        "nx": new[0],
        "ny": new[1],
        "said": {
            90: "90° against the clock",
            180: "180°",
            270: "90° with the clock",
        }[p.degrees],
        "back": _turned(p.x, p.y, 360 - p.degrees) if p.degrees != 180 else (p.x, -p.y),
        "half": _turned(p.x, p.y, 180) if p.degrees != 180 else (-p.x, p.y),
    }


_TURN_ALT = "Squared paper with the point P at ({x}, {y})."

_ROTATE = Family(
    id="math.grid_moves.rotate",
    skill="math.grid_moves",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"x": range(-7, 8), "y": range(-7, 8), "degrees": (90, 180, 270)},
    derive=_rotation,
    where=(lambda p: p.x and p.y and abs(p.x) != abs(p.y),),
    stem="P is turned {said} around (0, 0). Where does it land?",
    key=lambda p: p.new,
    checker=lambda p, v: _quarters(p.x, p.y, p.degrees // 90) == v,
    misconceptions=(
        Slip(
            "other_way",
            lambda p: p.back,
            "Draw it: a turn of {said} does not end there. Check the signs.",
        ),
        Slip(
            "other_turn",
            lambda p: p.half,
            "That is another move. Turn the paper by {said} and look.",
        ),
        Slip("mirror", lambda p: (p.y, p.x), "You only swapped the numbers. That is a mirror."),
        Slip("x_mirror", lambda p: (p.x, -p.y), "That is a mirror in the x-axis, not a turn."),
        Slip("y_mirror", lambda p: (-p.x, p.y), "That is a mirror in the y-axis, not a turn."),
        Slip("slanted", lambda p: (-p.y, -p.x), "That is a mirror in a slanted line, not a turn."),
    ),
    hints=(
        "Turn the paper, or draw the way from (0, 0) to P and turn that.",
        "After a quarter turn, across becomes up. After a half turn both signs change.",
    ),
    steps=lambda p: (
        Step(
            "The first number of the new point:",
            _taken(p, *_TURNS[p.degrees][:2]),
            f"{p.nx}",
        ),
        Step(
            "The second one:",
            _taken(p, *_TURNS[p.degrees][2:]),
            f"{p.ny}",
        ),
    ),
    form=POINT,
    figure=lambda p: _PLANE.draw(say(_TURN_ALT, p), _PLANE.point(p.x, p.y, "P")),
    alt=_TURN_ALT,
)


def _taken(p: Params, of_x: int, of_y: int) -> str:
    """What a number of the new point takes from the old point."""
    return f"{of_x} * {signed(p.x)} + {signed(of_y)} * {signed(p.y)}"


def _quarters(x: int, y: int, count: int) -> tuple[int, int]:
    """The point after so many quarter turns against the clock."""
    for _ in range(count):
        x, y = -y, x
    return x, y


_STRETCH_ALT = (
    "Squared paper with a triangle. Its corners are A ({x}, {y}), B ({x2}, {y}) and C ({x}, {y2})."
)

_DILATE = Family(
    id="math.grid_moves.dilate",
    skill="math.grid_moves",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "x": range(-6, 7),
        "y": range(-6, 7),
        "w": (-4, -2, 2, 4),
        "h": (-4, -2, 2, 4),
        "f": (Fraction(1, 2), Fraction(2), Fraction(3), Fraction(3, 2)),
    },
    derive=lambda p: {
        "x2": p.x + p.w,
        "y2": p.y + p.h,
        "new": (p.x * p.f, p.y * p.f),
        "nx": p.x * p.f,
        "ny": p.y * p.f,
        "xs": signed(p.x),
        "ys": signed(p.y),
    },
    where=(
        lambda p: p.x and p.y and p.x != p.y and max(abs(p.x2), abs(p.y2)) < 8,
        lambda p: p.nx.denominator == 1 and p.ny.denominator == 1,
    ),
    canon=lambda p: (p.x, p.y, p.f),
    stem="The triangle is stretched from (0, 0) with scale factor {f}. Where does A land?",
    key=lambda p: p.new,
    checker=lambda p, v: v[0] / p.f == p.x and v[1] / p.f == p.y,
    misconceptions=(
        Slip(
            "divides",
            lambda p: (p.x / p.f, p.y / p.f),
            "Multiply both numbers by {f}, do not divide.",
        ),
        Slip("adds", lambda p: (p.x + p.f, p.y + p.f), "Multiply by {f}. Adding would be a slide."),
        Slip(
            "only_x", lambda p: (p.nx, p.y), "The second number is stretched too: [[{f} * {ys}]]."
        ),
        Slip("only_y", lambda p: (p.x, p.ny), "The first number is stretched too: [[{f} * {xs}]]."),
        Slip("swapped", lambda p: (p.ny, p.nx), "The numbers changed places. First across."),
        Slip(
            "no_signs",
            lambda p: (abs(p.nx), abs(p.ny)),
            "The signs stay: A lands on the same side as before.",
        ),
    ),
    hints=(
        "How far is A from (0, 0) across, and how far up or down?",
        "Multiply both numbers of A, ({x}, {y}), by {f}.",
    ),
    steps=(
        Step("Across:", "{f} * {xs}", "{nx}"),
        Step("Up or down:", "{f} * {ys}", "{ny}"),
    ),
    form=POINT,
    figure=lambda p: _PLANE.draw(
        say(_STRETCH_ALT, p),
        _PLANE.shape(((p.x, p.y), (p.x2, p.y), (p.x, p.y2))),
        _PLANE.point(p.x, p.y, "A"),
    ),
    alt=_STRETCH_ALT,
)


FAMILIES = (
    _TRANSLATE,
    _ROTATE,
    _DILATE,
)

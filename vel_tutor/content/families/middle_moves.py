"""Moves on the grid, told from a drawing of before and after."""

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.plots import DASHED, Plane
from vel_tutor.vocabulary import ItemFormat

_PLANE = Plane(8)

_MOVES = {
    "a slide": "A slide moves all corners the same way and turns nothing.",
    "a mirror in the x-axis": "That mirror keeps x and turns the sign of y.",
    "a mirror in the y-axis": "That mirror keeps y and turns the sign of x.",
    "a half turn around (0, 0)": "A half turn changes both signs at every corner.",
    "a stretch from (0, 0)": "A stretch makes all sides longer by the same factor.",
}


def _moved(p: Params) -> dict[str, object]:
    corners = ((p.x, p.y), (p.x + p.w, p.y), (p.x, p.y + p.h))
    rule = {
        "a slide": lambda x, y: (x + p.u, y + p.v),
        "a mirror in the x-axis": lambda x, y: (x, -y),
        "a mirror in the y-axis": lambda x, y: (-x, y),
        "a half turn around (0, 0)": lambda x, y: (-x, -y),
        "a stretch from (0, 0)": lambda x, y: (2 * x, 2 * y),
    }[p.move]
    return {
        "old": corners,
        "now": tuple(rule(x, y) for x, y in corners),
        "from_a": f"({corners[0][0]}, {corners[0][1]})",
        "to_a": "({}, {})".format(*rule(*corners[0])),
        "to_b": "({}, {})".format(*rule(*corners[1])),
        "to_c": "({}, {})".format(*rule(*corners[2])),
    }


_MOVE_ALT = (
    "A triangle with corners A ({x}, {y}), B ({bx}, {y}), C ({x}, {cy}). A dashed one with {to_a}, "
    "{to_b}, {to_c}."
)

_NAME = Family(
    id="math.grid_moves.name",
    skill="math.grid_moves",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "x": range(1, 4),
        "y": range(1, 4),
        "w": (1, 2, 3, 4),
        "h": (1, 2, 3, 4),
        "u": range(-7, 3),
        "v": range(-7, 3),
        "move": tuple(_MOVES),
    },
    derive=lambda p: {**_moved(p), "bx": p.x + p.w, "cy": p.y + p.h},
    where=(
        lambda p: max(abs(number) for corner in (*p.now, *p.old) for number in corner) < 8,
        lambda p: p.w != p.h and abs(p.u) + abs(p.v) > 3,
    ),
    canon=lambda p: (p.old, p.now),
    stem="Which move takes the full triangle to the dashed one?",
    key=lambda p: p.move,
    checker=lambda p, v: v == _seen(p.old, p.now),
    misconceptions=tuple(
        Slip(
            name.split(" (")[0].replace(" ", "_").replace("-", "_"),
            lambda p, name=name: name if name != p.move else None,
            f"{says} Follow the corner A: it goes from {{from_a}} to {{to_a}}.",
        )
        for name, says in _MOVES.items()
    ),
    hints=(
        "Follow one corner. What happens to its two numbers?",
        "A goes from {from_a} to {to_a}. Compare signs and sizes.",
    ),
    steps=lambda p: (Step(f"A goes from {p.from_a} to {p.to_a}. {_MOVES[p.move]}"),),
    form=TEXT,
    figure=lambda p: _PLANE.draw(
        say(_MOVE_ALT, p),
        _PLANE.shape(p.old),
        _PLANE.shape(p.now, DASHED),
        _PLANE.point(p.x, p.y, "A"),
    ),
    alt=_MOVE_ALT,
)


def _seen(old: tuple[tuple[int, int], ...], now: tuple[tuple[int, int], ...]) -> str:
    """The move, from how each corner changed."""
    pairs = list(zip(old, now, strict=True))
    if len({(new[0] - was[0], new[1] - was[1]) for was, new in pairs}) == 1:
        return "a slide"
    ((across, up),) = {(new[0] / was[0], new[1] / was[1]) for was, new in pairs}
    return {
        (1, -1): "a mirror in the x-axis",
        (-1, 1): "a mirror in the y-axis",
        (-1, -1): "a half turn around (0, 0)",
        (2, 2): "a stretch from (0, 0)",
    }[int(across), int(up)]


FAMILIES = (_NAME,)

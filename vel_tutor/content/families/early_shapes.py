"""Kindergarten: flat shapes, their names and their sides."""

from vel_tutor.content import figures_shapes as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

_TOLD = {
    "circle": "A shape that is round all the way.",
    "triangle": "A shape with three straight sides.",
    "square": "A shape with four straight sides of one length and four square corners.",
    "rectangle": "A shape with two long sides, two short sides and four square corners.",
    "pentagon": "A shape with five straight sides.",
    "hexagon": "A shape with six straight sides.",
    "octagon": "A shape with eight straight sides.",
    "rhombus": "A shape with four straight sides of one length and no square corner.",
    "trapezoid": "A shape with four straight sides, a short one on top and a long one below.",
}
"""What one sees, for those who do not see it; also what the checker reads."""
_FEEDBACK = {
    "circle": "A circle is round. It has no straight sides.",
    "triangle": "A triangle has 3 sides. Count the sides here.",
    "square": "A square has 4 sides, all the same length, and square corners.",
    "rectangle": "A rectangle has 4 sides and 4 square corners. Look again.",
    "pentagon": "A pentagon has 5 sides. Count the sides here.",
    "hexagon": "A hexagon has 6 sides. Count the sides here.",
    "octagon": "An octagon has 8 sides. Count the sides here.",
    "rhombus": "A rhombus has 4 sides that lean. Look again.",
}
_ALSO = {"square": ("rectangle", "rhombus")}
"""Names that are true as well, so they cannot be offered as wrong."""
_WORDS = {"round": 0, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}


def _sides_told(kind: str) -> int:
    return next(n for word, n in _WORDS.items() if word in _TOLD[kind])


def _mistaken(name: str) -> Slip:
    def value(p: Params) -> str | None:
        return None if name == p.kind or name in _ALSO.get(p.kind, ()) else name

    return Slip(f"says_{name}", value, _FEEDBACK[name])


_SIDES = {
    "circle": 0, "triangle": 3, "square": 4, "rectangle": 4,
    "pentagon": 5, "hexagon": 6, "octagon": 8, "rhombus": 4,
}  # fmt: skip

_NAME = Family(
    id="math.shapes.name",
    skill="math.shapes",
    grade=0,
    format=ItemFormat.CHOICE,
    time_s=20,
    params={
        "kind": tuple(_SIDES),
        "turn": (0, 10, 20, 30, 75, 90, 100, 160, 180, 200),
        "size": (0.7, 0.85, 1.0),
    },
    where=(lambda p: p.kind != "circle" or p.turn == 0,),
    stem="What is the name of this shape?",
    key=lambda p: p.kind,
    checker=lambda p, v: _TOLD[v] == _TOLD[p.kind] and _SIDES[v] == _sides_told(p.kind),
    misconceptions=tuple(_mistaken(name) for name in _SIDES),
    hints=("Count the sides of the shape.", "Turn it in your mind. It keeps its name."),
    steps=lambda p: (Step(_TOLD[p.kind]), Step(f"So it is a shape named {p.kind}.")),
    form=TEXT,
    figure=lambda p: draw.outline(_TOLD[p.kind], p.kind, p.turn, p.size),
    alt=lambda p: _TOLD[p.kind],
)

_OUTLINES = ("triangle", "square", "pentagon", "hexagon", "octagon", "L", "arrow", "cross", "step")


def _edges_told(p: Params) -> str:
    return "A shape. Its sides: " + ", ".join(["side"] * len(draw.OUTLINES[p.kind])) + "."


_COUNT_SIDES = Family(
    id="math.shapes.sides",
    skill="math.shapes",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={
        "kind": _OUTLINES,
        "turn": (0, 15, 30, 45, 90, 110, 180, 270, 300),
        "size": (0.7, 0.9, 1.1),
    },
    derive=lambda p: {"n": len(draw.OUTLINES[p.kind])},
    stem="Look at this shape. How many sides do you see?",
    key=lambda p: p.n,
    checker=lambda p, v: v == _edges_told(p).count(" side,") + 1,
    misconceptions=(
        Slip("start_twice", lambda p: p.n + 1, "One too many. Put a mark where you start."),
        Slip("misses_one", lambda p: p.n - 1, "One side is left. Go all the way around."),
        Slip("sees_half", lambda p: p.n // 2, "Go all the way around, not just half the way."),
        Slip("misses_two", lambda p: p.n - 2, "Two sides are left. Short sides count, too."),
        Slip(
            "sides_and_corners",
            lambda p: 2 * p.n,
            "You may have counted the corners, too. Just count the sides.",
        ),
    ),
    hints=("Put a mark on the side where you start.", "Go around with your finger and count."),
    steps=lambda p: (Step("Go around side by side.", f"{p.n - 1} + 1", f"{p.n}"),),
    figure=lambda p: draw.outline(_edges_told(p), p.kind, p.turn, p.size),
    alt=_edges_told,
)

FAMILIES = (_NAME, _COUNT_SIDES)

"""Grade 5: areas with holes, and all the names that fit a shape."""

from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

_AROUND = Family(
    id="math.area_parts.hole",
    skill="math.area_parts",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={
        "a": range(8, 25),
        "b": range(6, 20),
        "c": range(2, 8),
        "d": range(2, 7),
        "what": (("yard", "pool"), ("wall", "door"), ("park", "pond"), ("floor", "rug")),
    },
    derive=lambda p: {
        "whole": p.a * p.b,
        "hole": p.c * p.d,
        "x": p.a * p.b - p.c * p.d,
        "thing": p.what[0],
        "inside": p.what[1],
    },
    where=(lambda p: p.c < p.a - 2 and p.d < p.b - 2 and p.a != p.b and p.c != p.d,),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="A {thing} is {a} m by {b} m. In it there is a {inside} of {c} m by {d} m. How many m² of"
    " the {thing} are left?",
    key=lambda p: p.x,
    checker=lambda p, v: v + sum([p.c] * p.d) == sum([p.a] * p.b),
    misconceptions=(
        Slip("whole", lambda p: p.whole, "That is the whole {thing}. Take the {inside} away."),
        Slip("hole", lambda p: p.hole, "That is the {inside}. How much is around it?"),
        Slip("adds", lambda p: p.whole + p.hole, "The {inside} is not extra. Take it away."),
        Slip(
            "sides_first",
            lambda p: (p.a - p.c) * (p.b - p.d),
            "You made both sides shorter. That cuts off much more than the {inside}.",
        ),
        Slip(
            "around",
            lambda p: 2 * (p.a + p.b) - 2 * (p.c + p.d),
            "You worked with the way around. Area is length times width.",
        ),
    ),
    hints=("What is the area of the whole {thing}?", "It has {whole} m². Now the {inside}."),
    steps=(
        Step("The whole {thing}:", "{a} * {b}", "{whole}"),
        Step("The {inside}:", "{c} * {d}", "{hole}"),
        Step("What is left:", "{whole} - {hole}", "{x}"),
    ),
    unit="m²",
)

_NAMES = {
    "square": ("square", "rectangle", "rhombus", "parallelogram"),
    "rectangle": ("rectangle", "parallelogram"),
    "rhombus": ("rhombus", "parallelogram"),
}
_ALSO = ("polygon", "quadrilateral")
_WRONG = {
    "equilateral triangle": "A triangle has three sides. Count the sides here.",
    "pentagon": "A pentagon has five sides. Count the sides here.",
    "regular hexagon": "A hexagon has six sides. Count the sides here.",
    "square": "A square has four equal sides and four right angles. One of these fails here.",
    "rectangle": "A rectangle has four right angles. Hold a corner of paper to this shape.",
    "rhombus": "A rhombus has four sides of the same length. Compare the sides here.",
}


def _fits(p: Params) -> tuple[str, ...]:
    names = (*_NAMES[p.kind], *_ALSO)
    turned = names[p.mix % len(names) :] + names[: p.mix % len(names)]
    return turned[: p.count]


def _misnamed(name: str) -> Slip:
    return Slip(
        f"says_{name.replace(' ', '_')}",
        lambda p: None if name in _NAMES[p.kind] or name in p.left_out else name,
        _WRONG[name],
    )


_SEEN = {
    "square": (4, True, True),
    "rectangle": (4, False, True),
    "rhombus": (4, True, False),
}
"""Number of sides, whether they are equal, whether the corners are right angles."""
_NEEDS = {
    "equilateral triangle": lambda sides, equal, right: sides == 3,
    "pentagon": lambda sides, equal, right: sides == 5,
    "regular hexagon": lambda sides, equal, right: sides == 6,
    "square": lambda sides, equal, right: equal and right,
    "rectangle": lambda sides, equal, right: right,
    "rhombus": lambda sides, equal, right: equal,
    "parallelogram": lambda sides, equal, right: equal or right,
    "polygon": lambda sides, equal, right: sides > 2,
    "quadrilateral": lambda sides, equal, right: sides == 4,
}


def _shape_told(p: Params) -> str:
    _, equal, right = _SEEN[p.kind]
    sides = "all of one length" if equal else "two long and two short"
    corners = "all of them square" if right else "none of them square"
    return f"A shape with four sides, {sides}, and four corners, {corners}."


_ALL_NAMES = Family(
    id="math.shape_families.names",
    skill="math.shape_families",
    grade=5,
    format=ItemFormat.MULTI,
    time_s=40,
    params={
        "kind": tuple(_NAMES),
        "turn": (0, 15, 45, 90),
        "size": (0.8, 1.0),
        "mix": range(6),
        "count": (2, 3),
        "left_out": tuple(_WRONG),
    },
    stem="Choose all the names that fit this shape.",
    key=_fits,
    checker=lambda p, v: _NEEDS[v](*_SEEN[p.kind]),
    misconceptions=tuple(_misnamed(name) for name in _WRONG),
    hints=("One shape can have more than one name.", "Does it have what each name asks for?"),
    steps=lambda p: (Step(_shape_told(p)), Step(f"These names fit: {', '.join(_fits(p))}.")),
    form=TEXT,
    figure=lambda p: shapes.outline(_shape_told(p), p.kind, p.turn, p.size),
    alt=_shape_told,
)


FAMILIES = (_AROUND, _ALL_NAMES)

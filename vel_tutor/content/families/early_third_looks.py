"""Grades 3 to 5: spread of a line plot, filling a scale, areas with holes, names of a shape."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat


def _plot(p: Params) -> dict[str, object]:
    marks = tuple(range(p.first, p.first + 7))
    counts = tuple((p.seed // 5**i) % 5 % 4 for i in range(7))
    used = [mark for mark, n in zip(marks, counts, strict=True) if n]
    return {
        "marks": marks,
        "counts": counts,
        "low": used[0] if used else 0,
        "high": used[-1] if used else 0,
        "n": used[-1] - used[0] if used else 0,
        "line": marks[-1] - marks[0],
        "most": max(counts),
        "spots": len(used),
    }


def _plot_told(p: Params) -> str:
    rows = zip(p.marks, p.counts, strict=True)
    return "A line plot of lengths. " + " ".join(f"{m} cm: {'x ' * n or 'none'}." for m, n in rows)


_SPREAD = Family(
    id="math.line_plots.spread",
    skill="math.line_plots",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "first": range(2, 12),
        "seed": range(401, 78_000, 131),
        "what": ("leaf", "worm", "nail", "twig", "bean"),
    },
    derive=_plot,
    where=(lambda p: p.spots > 3 and 2 < p.n < p.line and p.n not in (p.most, p.spots),),
    canon=lambda p: (p.first, p.counts),
    stem="Each cross is one {what}. How much longer is the longest {what} than the shortest?",
    key=lambda p: p.n,
    checker=lambda p, v: (
        [n > 0 for mark, n in zip(p.marks, p.counts, strict=True) if mark >= p.low + v]
        == [True] + [False] * (p.marks[-1] - p.low - v)
    ),
    misconceptions=(
        Slip(
            "whole_line", lambda p: p.line, "Not every mark has a cross. Start at the first cross."
        ),
        Slip("longest", lambda p: p.high, "That is the longest one. How much longer is it?"),
        Slip(
            "tallest_stack",
            lambda p: p.most,
            "A tall stack means many of one length, not a long one.",
        ),
        Slip("counts_marks", lambda p: p.n + 1, "You counted marks. Count the steps between them."),
        Slip("counts_spots", lambda p: p.spots, "You counted marks with crosses. How far apart?"),
    ),
    hints=("Find the first and the last mark with a cross.", "How many cm are between the two?"),
    steps=(Step("The longest less the shortest:", "{high} - {low}", "{n}"),),
    unit="cm",
    figure=lambda p: draw.line_plot(
        _plot_told(p), [str(m) for m in p.marks], p.counts, "length in cm"
    ),
    alt=_plot_told,
)


def _filled(p: Params) -> dict[str, object]:
    small = p.big // p.parts
    return {
        "small": small,
        "now": p.mark * small,
        "x": p.goal - p.mark * small,
        "label": p.mark // p.parts * p.big,
        "past": p.mark % p.parts,
        "thing": p.what[0],
        "of": p.what[1],
    }


def _scale_told(p: Params) -> str:
    labels = ", ".join(str(p.big * i) for i in range(4))
    return (
        f"A scale with labels {labels}. Each step has {p.parts} small parts. The pointer is"
        f" {p.past} small parts after {p.label}."
    )


_FILL = Family(
    id="math.scales.fill_up",
    skill="math.scales",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "big": (20, 50, 100, 200),
        "parts": (2, 4, 5, 10),
        "mark": range(1, 28),
        "goal": (100, 150, 200, 250, 300, 400, 500, 600),
        "what": (("bag of rice", "g"), ("jug of milk", "mL"), ("bowl of nuts", "g")),
    },
    derive=_filled,
    where=(
        lambda p: p.big % p.parts == 0 and p.mark < 3 * p.parts and p.past > 0 and p.small > 1,
        lambda p: p.goal <= 3 * p.big and p.x > p.small and p.x != p.now,
    ),
    stem="The arrow shows how much is in a {thing}. How much more makes {goal} {of}?",
    key=lambda p: p.x,
    checker=lambda p, v: (v + p.mark * p.small) == p.goal,
    misconceptions=(
        Slip("reads_only", lambda p: p.now, "That is how much there is now. How far to {goal}?"),
        Slip(
            "steps_of_one",
            lambda p: p.goal - p.label - p.past,
            "Each small part is more than 1. Share {big} into {parts} parts.",
        ),
        Slip("from_label", lambda p: p.goal - p.label, "The arrow is past {label}. How far past?"),
        Slip("adds", lambda p: p.goal + p.now, "You added. How far is it up to {goal}?"),
        Slip("one_part_over", lambda p: p.x + p.small, "One small part too many. Count again."),
        Slip("one_part_short", lambda p: p.x - p.small, "One small part too few. Count again."),
    ),
    hints=("Read the scale first. How much is one small part?", "Then count up to {goal}."),
    steps=(
        Step("The scale shows:", "{label} + {past} * {small}", "{now}"),
        Step("From there to {goal}:", "{goal} - {now}", "{x}"),
    ),
    unit="{of}",
    figure=lambda p: draw.number_line(
        _scale_told(p), [str(p.big * i) for i in range(4)], p.parts, p.mark, "▼"
    ),
    alt=_scale_told,
)

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

FAMILIES = (_SPREAD, _FILL, _AROUND, _ALL_NAMES)

"""Parallel lines with a line across; outer angles and angles with letters in triangles."""

from fractions import Fraction

from vel_tutor.content import shapes
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT
from vel_tutor.content.latex import plus
from vel_tutor.vocabulary import ItemFormat

_PLACES = (
    "above right at the upper",
    "above left at the upper",
    "below left at the upper",
    "below right at the upper",
    "above right at the lower",
    "above left at the lower",
    "below left at the lower",
    "below right at the lower",
)
_LINES_ALT = (
    "Two parallel lines and a line across. {a}° is {place_a} crossing, x {place_x} crossing."
)


def _eight(p: Params) -> dict[str, object]:
    same = p.at % 2 == p.other % 2
    lean = p.a if p.at % 2 == 0 else 180 - p.a
    labels = {p.at: f"{p.a}°", p.other: "x"}
    return {
        "same": same,
        "x": p.a if same else 180 - p.a,
        "lean": lean,
        "place_a": _PLACES[p.at],
        "place_x": _PLACES[p.other],
        "labels": tuple(labels.get(i, "") for i in range(8)),
        "rest": 180 - p.a,
        "why": "x and {a}° open the same way or lie across" if same else "x and {a}° make 180°",
    }


_TRANSVERSAL = Family(
    id="math.parallel_lines.transversal",
    skill="math.parallel_lines",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(35, 146), "at": range(4), "other": range(4, 8)},
    derive=_eight,
    where=(lambda p: p.a != 90 and abs(p.a - 90) > 8,),
    canon=lambda p: (p.a, p.at, p.other),
    stem="The two flat lines are parallel. One angle is {a}°. What is the angle x?",
    key=lambda p: p.x,
    checker=lambda p, v: v == (p.lean if p.other % 2 == 0 else 180 - p.lean),
    misconceptions=(
        Slip(
            "other_pair",
            lambda p: 180 - p.x,
            "Compare the two angles: is x acute or obtuse? Look at the drawing.",
        ),
        Slip("to_ninety", lambda p: abs(90 - p.a), "No right angle is here. Use 180°."),
        Slip("to_full", lambda p: 360 - p.a, "360° is all the way round one crossing."),
        Slip(
            "half", lambda p: Fraction(p.a, 2), "Nothing is shared in two. Compare the crossings."
        ),
    ),
    hints=(
        "Both crossings have the same angles. Find the place of {a}° at the other crossing.",
        "At each crossing there are only two sizes. They make 180° together.",
    ),
    steps=lambda p: (
        (
            Step("At the same crossing, next to it:", f"180 - {p.a}", f"{p.rest}"),
            Step("x is next to such an angle too.", f"180 - {p.rest}", f"{p.x}"),
        )
        if p.same
        else (Step("x is as wide as the angle next to the given one.", f"180 - {p.a}", f"{p.x}"),)
    ),
    form=RATIONAL,
    unit="°",
    figure=lambda p: shapes.transversal(say(_LINES_ALT, p), p.lean, p.labels),
    alt=_LINES_ALT,
)

_EXTERIOR = Family(
    id="math.angles_triangle.exterior",
    skill="math.angles_triangle",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(21, 100), "b": range(21, 100)},
    derive=lambda p: {"outer": p.a + p.b, "third": 180 - p.a - p.b, "sum": p.a + p.b},
    where=(lambda p: p.a < p.b and p.sum < 160 and len({p.a, p.b, p.third, 90}) == 4,),
    stem=(
        "Two angles of a triangle are {a}° and {b}°. The side at the third corner is drawn longer. "
        "What is the outer angle there?"
    ),
    key=lambda p: p.outer,
    checker=lambda p, v: v + (180 - p.a - p.b) == 180,
    misconceptions=(
        Slip("inner", lambda p: p.third, "That is the inner angle. The outer one lies beside it."),
        Slip("one_only", lambda p: 180 - p.a, "You took just {a}° off. Both angles count."),
        Slip("other_only", lambda p: 180 - p.b, "You took just {b}° off. Both angles count."),
        Slip("to_full", lambda p: 360 - p.sum, "The three inner angles make 180°, not 360°."),
        Slip("difference", lambda p: p.b - p.a, "You took one from the other. Add them instead."),
        Slip("full_turn", lambda p: 360 - p.third, "The outer angle stops at the straight line."),
    ),
    hints=(
        "Find the third inner angle first.",
        "Inner and outer angle make a straight line, 180°.",
    ),
    steps=(
        Step("The third inner angle:", "180 - {a} - {b}", "{third}"),
        Step("Beside it, up to the straight line:", "180 - {third}", "{outer}"),
    ),
    unit="°",
)


def _letters(p: Params) -> dict[str, object]:
    third = 180 - p.k * p.x - p.m * p.x - p.b
    return {
        "one": f"{p.k}x",
        "two": f"{p.m}x {plus(p.b)}",
        "third": third,
        "sum": p.k + p.m,
        "rest": 180 - third,
        "undo": plus(-p.b),
        "all": (p.k + p.m) * p.x,
        "first": p.k * p.x,
    }


_LETTERS = Family(
    id="math.angles_triangle.with_letters",
    skill="math.angles_triangle",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"k": range(2, 7), "m": range(1, 5), "x": range(6, 35), "b": range(-15, 21)},
    derive=_letters,
    where=(
        lambda p: p.m > 1 and p.k != p.m and abs(p.b) > 1,
        lambda p: p.third > 10 and p.m * p.x + p.b > 10 and p.x != p.third,
    ),
    stem="The angles of a triangle are [[{one}]], [[{two}]] and {third}°. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: p.k * v + (p.m * v + p.b) + p.third == 180,
    misconceptions=(
        Slip(
            "to_full",
            lambda p: Fraction(360 - p.third - p.b, p.sum),
            "The angles of a triangle make 180°, not 360°.",
        ),
        Slip("stops_early", lambda p: p.all, "That is all the x together. Divide by {sum}."),
        Slip(
            "sign",
            lambda p: Fraction(p.rest + p.b, p.sum),
            "The number in [[{two}]] moves over by its opposite.",
        ),
        Slip("angle", lambda p: p.first, "That is the angle [[{one}]]. What is x alone?"),
        Slip(
            "third_left_out",
            lambda p: Fraction(180 - p.b, p.sum),
            "You left out the third angle, {third}°.",
        ),
        Slip(
            "right_angle",
            lambda p: Fraction(p.rest - 90 - p.b, p.sum),
            "No right angle is given. All three make 180°.",
        ),
    ),
    hints=(
        "What do the three angles make together?",
        "Put the x together: there are {sum} of them.",
    ),
    steps=(
        Step("The two angles with x:", "180 - {third}", "{rest}"),
        Step("Without the number:", "{rest} {undo}", "{all}"),
        Step("Divide by {sum}.", "{all} ÷ {sum}", "{x}"),
    ),
    form=RATIONAL,
)

_NAMES = {
    "corresponding": "They lie at the same place at both crossings, so they are equal.",
    "alternate interior": "They lie between the lines on different sides, so they are equal.",
    "alternate exterior": "They lie outside the lines on different sides, so they are equal.",
    "same-side interior": "They lie between the lines on the same side and make 180°.",
    "vertical": "They lie across from each other at one crossing, so they are equal.",
}
_KINDS = {
    (0, 4): "corresponding",
    (1, 5): "corresponding",
    (2, 6): "corresponding",
    (3, 7): "corresponding",
    (2, 4): "alternate interior",
    (3, 5): "alternate interior",
    (0, 6): "alternate exterior",
    (1, 7): "alternate exterior",
    (2, 5): "same-side interior",
    (3, 4): "same-side interior",
    (0, 2): "vertical",
    (1, 3): "vertical",
    (4, 6): "vertical",
    (5, 7): "vertical",
}
_PAIR_ALT = (
    "Two parallel lines and a line across. {s} is {place_a} crossing, {t} {place_x} crossing."
)

_NAME = Family(
    id="math.parallel_lines.name_of_pair",
    skill="math.parallel_lines",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "places": tuple(_KINDS),
        "lean": (48, 56, 64, 72, 108, 116, 124, 132),
        "letters": (("a", "b"), ("p", "q"), ("s", "t"), ("u", "v"), ("m", "n")),
    },
    derive=lambda p: {
        "kind": _KINDS[p.places],
        "s": p.letters[0],
        "t": p.letters[1],
        "place_a": _PLACES[p.places[0]],
        "place_x": _PLACES[p.places[1]],
        "labels": tuple(
            {p.places[0]: p.letters[0], p.places[1]: p.letters[1]}.get(i, "") for i in range(8)
        ),
    },
    stem="The two flat lines are parallel. What kind of pair are the angles {s} and {t}?",
    key=lambda p: p.kind,
    checker=lambda p, v: v == _kind(*p.places),
    misconceptions=tuple(
        Slip(
            name.replace(" ", "_").replace("-", "_"),
            lambda p, name=name: name if name != p.kind else None,
            f"That is another pair. A pair of {name} angles: {says[0].lower()}{says[1:]}",
        )
        for name, says in _NAMES.items()
    ),
    hints=(
        "Are both angles at the same crossing?",
        "Do they lie between the lines or outside? On the same side of the line across?",
    ),
    steps=lambda p: (Step(f"{p.s} and {p.t}: {_NAMES[p.kind]}"),),
    form=TEXT,
    figure=lambda p: shapes.transversal(say(_PAIR_ALT, p), p.lean, p.labels),
    alt=_PAIR_ALT,
)


def _kind(one: int, two: int) -> str:
    """The name of the pair, from what the places have in common."""
    if one // 4 == two // 4:
        return "vertical"
    if two - one == 4:
        return "corresponding"
    between = one in (2, 3)
    same_side = (one % 4 in (0, 3)) == (two % 4 in (0, 3))
    if same_side:
        return "same-side interior"
    return "alternate interior" if between else "alternate exterior"


FAMILIES = (_TRANSVERSAL, _NAME, _EXTERIOR, _LETTERS)

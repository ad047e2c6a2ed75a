"""Grades 3 and 4: a fraction of a set, and the whole from a part."""

from fractions import Fraction

from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION
from vel_tutor.vocabulary import ItemFormat


def _shapes_told(p: Params) -> str:
    return "A row of shapes: " + ", ".join(p.row) + "."


def _mixed_row(p: Params) -> dict[str, object]:
    row = [p.pair[0]] * p.k + [p.pair[1]] * (p.n - p.k)
    jump = (3 if p.n % 3 else 2) if p.n % 2 or p.n % 3 else 5
    mixed = tuple(row[(i * jump + p.mix) % p.n] for i in range(p.n))
    return {"row": mixed, "kind": p.pair[0], "other": p.pair[1], "x": Fraction(p.k, p.n)}


_SET = Family(
    id="math.frac_picture.set",
    skill="math.frac_picture",
    grade=3,
    format=ItemFormat.FRACTION,
    time_s=30,
    params={
        "n": range(4, 11),
        "k": range(1, 10),
        "mix": range(5),
        "pair": tuple(
            (a, b)
            for a in ("dot", "star", "square", "triangle")
            for b in ("dot", "star", "square", "triangle")
            if a != b
        ),
    },
    derive=_mixed_row,
    where=(lambda p: p.k < p.n and p.row.count(p.kind) == p.k and 2 * p.k != p.n,),
    stem="What part of the shapes are {kind}s? Write a fraction.",
    key=lambda p: p.x,
    checker=lambda p, v: v * len(p.row) == p.row.count(p.kind),
    misconceptions=(
        Slip("other_kind", lambda p: 1 - p.x, "That is the part of the {other}s."),
        Slip(
            "part_to_part",
            lambda p: Fraction(p.k, p.n - p.k),
            "You put the {other}s below. All the shapes go below.",
        ),
        Slip("turned_over", lambda p: 1 / p.x, "All the shapes go below, the {kind}s on top."),
        Slip(
            "counts", lambda p: Fraction(p.k), "That is how many {kind}s. Which part of all is it?"
        ),
        Slip("one_of_all", lambda p: Fraction(1, p.n), "That is one shape. Count all the {kind}s."),
    ),
    hints=("How many shapes are there in all? That goes below.", "How many of them are {kind}s?"),
    steps=lambda p: (Step(f"{p.k} of {p.n} shapes are {p.kind}s.", f"{p.k}/{p.n}", str(p.x)),),
    form=FRACTION,
    figure=lambda p: draw.pattern(_shapes_told(p), p.row, more=False),
    alt=_shapes_told,
)

_WHOLE = Family(
    id="math.frac_of.whole",
    skill="math.frac_of",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "a": range(2, 8),
        "b": range(3, 10),
        "one": range(2, 13),
        "what": ("eggs", "cards", "pages", "plums", "seats"),
    },
    derive=lambda p: {"part": p.a * p.one, "n": p.b * p.one, "rest": (p.b - p.a) * p.one},
    where=(lambda p: p.a < p.b and Fraction(p.a, p.b).denominator == p.b,),
    canon=lambda p: (p.a, p.b, p.one),
    stem="{part} {what} are [[{a}/{b}]] of all the {what}. How many {what} are there in all?",
    key=lambda p: p.n,
    checker=lambda p, v: v * Fraction(p.a, p.b) == p.part,
    misconceptions=(
        Slip("one_part", lambda p: p.one, "That is one part. All {b} parts make the whole."),
        Slip("times_bottom", lambda p: p.part * p.b, "{part} is {a} parts already, not just one."),
        Slip(
            "part_of_part",
            lambda p: Fraction(p.part * p.a, p.b),
            "You took a part of {part}. But {part} is the part, and the whole is more.",
        ),
        Slip("rest_only", lambda p: p.rest, "That is the rest. Add the {part} to it."),
        Slip("adds_bottom", lambda p: p.part + p.b, "You added {b}. Find out what one part is."),
    ),
    hints=(
        "{a} parts are {part}. How many is one part?",
        "One part is {one}. There are {b} parts.",
    ),
    steps=(
        Step("One part:", "{part} ÷ {a}", "{one}"),
        Step("All the parts:", "{one} * {b}", "{n}"),
    ),
)


FAMILIES = (_SET, _WHOLE)

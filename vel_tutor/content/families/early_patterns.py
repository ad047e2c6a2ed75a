"""Grade 1: patterns that repeat, and patterns that grow."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WORD
from vel_tutor.vocabulary import ItemFormat

_KINDS = ("dot", "star", "square", "triangle")
_PARTS = ("AB", "AAB", "ABB", "ABC", "ABCB", "AABC", "ABCC", "AABB", "ABCD", "ABAC")


def _row(p: Params) -> dict[str, object]:
    part = [p.kinds["ABCD".index(letter)] for letter in p.part]
    row = [part[i % len(part)] for i in range(p.shown + 1)]
    return {"row": tuple(row[:-1]), "then": row[-1], "unit_row": tuple(part)}


def _told(p: Params) -> str:
    return "A row of shapes: " + ", ".join(p.row) + "."


def _period(row: tuple[str, ...]) -> int:
    """The length of the part that is told again and again, found by sliding the row."""
    return next(
        size
        for size in range(1, len(row) + 1)
        if all(x == y for x, y in zip(row, row[size:], strict=False))
    )


def _other(p: Params, turn: int) -> str:
    kinds = [kind for kind in _KINDS if kind != p.then]
    return kinds[turn]


_REPEAT = Family(
    id="math.patterns.repeat",
    skill="math.patterns",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={
        "part": _PARTS,
        "kinds": tuple(
            (a, b, c, d)
            for a in _KINDS
            for b in _KINDS
            for c in _KINDS
            for d in _KINDS
            if len({a, b, c, d}) == 4
        ),
        "shown": range(7, 10),
    },
    derive=_row,
    where=(lambda p: p.shown >= 2 * len(p.part),),
    stem="Look at the row. Which shape comes next?",
    key=lambda p: p.then,
    checker=lambda p, v: v == p.row[len(p.row) - _period(p.row)],
    misconceptions=(
        Slip("says_the_last", lambda p: p.row[-1], "That one is the last you see. What is next?"),
        Slip(
            "starts_again",
            lambda p: p.row[0],
            "The row does not start again here. Say it out loud.",
        ),
        Slip(
            "one_too_far",
            lambda p: p.unit_row[(p.shown + 1) % len(p.unit_row)],
            "You left one out. That shape is one step later.",
        ),
        Slip(
            "swaps",
            lambda p: p.row[-2],
            "That one came two steps before. Find the part that repeats.",
        ),
        Slip("one_not_there", lambda p: _other(p, 0), "Find the part that comes again and again."),
        Slip(
            "another",
            lambda p: _other(p, 1),
            "Say the names of the shapes in a row. Hear the beat.",
        ),
        Slip("third", lambda p: _other(p, 2), "Put a ring around each part that is the same."),
    ),
    hints=("Say the shapes out loud.", "Find the part that comes again and again."),
    steps=lambda p: (
        Step("This part comes again and again: " + ", ".join(p.unit_row) + "."),
        Step(f"So the next shape is: {p.then}."),
    ),
    form=WORD,
    figure=lambda p: draw.pattern(_told(p), p.row),
    alt=_told,
)


def _grows(p: Params) -> str:
    return "Rows of dots. " + " ".join(
        f"Row {i + 1}: " + ", ".join(["dot"] * (p.first + i * p.step)) + "." for i in range(3)
    )


_GROW = Family(
    id="math.patterns.grow",
    skill="math.patterns",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"first": range(1, 5), "step": range(1, 4), "kind": _KINDS, "ahead": (1, 2, 3)},
    derive=lambda p: {
        "last": p.first + 2 * p.step,
        "n": p.first + (2 + p.ahead) * p.step,
        "row": 3 + p.ahead,
        "jumps": " + ".join([str(p.step)] * p.ahead),
    },
    stem="Each row grows in the same way. How many {kind}s will be in row {row}?",
    key=lambda p: p.n,
    checker=lambda p, v: v - p.first == (p.row - 1) * p.step,
    misconceptions=(
        Slip("copies_last", lambda p: p.last, "That is the last row you see. Go on to row {row}."),
        Slip("one_more", lambda p: p.last + 1, "How many more has each row than the one before?"),
        Slip(
            "one_row_short", lambda p: p.n - p.step, "That is one row too soon. Go on to row {row}."
        ),
        Slip("one_row_far", lambda p: p.n + p.step, "That is one row too far. Stop at row {row}."),
        Slip("one_over", lambda p: p.n + 1, "Close, but one too many. Count each step."),
    ),
    hints=("How many more are in each new row?", "Draw the next rows and count."),
    steps=(Step("Go on from the last row you see.", "{last} + {jumps}", "{n}"),),
    figure=lambda p: draw.rows(
        _grows(p), p.kind, tuple(p.first + i * p.step for i in range(3)), ("1", "2", "3")
    ),
    alt=_grows,
)

FAMILIES = (_REPEAT, _GROW)

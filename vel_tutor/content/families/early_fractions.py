"""Grade 3: fractions on a number line, comparing fractions."""

from fractions import Fraction
from math import gcd

from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_shares import PLURALS
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION
from vel_tutor.vocabulary import ItemFormat


def _line_told(p: Params) -> str:
    return (
        f"A number line from 0 to {p.wholes}. Each whole is cut into equal parts by"
        f" {p.n - 1} small marks. The dot is {p.k} steps after 0."
    )


_ON_LINE = Family(
    id="math.frac_line.name",
    skill="math.frac_line",
    grade=3,
    format=ItemFormat.FRACTION,
    time_s=35,
    params={"n": (2, 3, 4, 5, 6, 8, 10), "k": range(1, 25), "wholes": (1, 2, 3)},
    derive=lambda p: {"x": Fraction(p.k, p.n)},
    where=(lambda p: p.k < p.n * p.wholes and p.k % p.n > 0,),
    stem="Which number does the dot show?",
    key=lambda p: p.x,
    checker=lambda p, v: v * p.n == p.k,
    misconceptions=(
        Slip(
            "whole_line_as_one",
            lambda p: Fraction(p.k, p.n * p.wholes),
            "You took the whole line as 1. Look where the 1 stands.",
        ),
        Slip(
            "counts_marks",
            lambda p: Fraction(p.k + 1, p.n + 1),
            "You counted the marks. Count the steps between them.",
        ),
        Slip(
            "marks_below",
            lambda p: Fraction(p.k, p.n + 1),
            "From 0 to 1 count the steps, not the marks: that is the bottom number.",
        ),
        Slip(
            "inner_marks",
            lambda p: Fraction(p.k, p.n - 1) if p.n > 2 else None,
            "You counted only the small marks for the bottom. Count the steps from 0 to 1.",
        ),
        Slip("steps_only", lambda p: Fraction(p.k), "You counted steps. A step is less than 1."),
        Slip(
            "from_the_end",
            lambda p: p.wholes - p.x,
            "You counted from the right end. Start at 0.",
        ),
    ),
    hints=(
        "Into how many equal steps is the way from 0 to 1 cut?",
        "Count steps from 0 to the dot.",
    ),
    steps=(
        Step("There are {n} steps from 0 to 1, so one step is:", "1 ÷ {n}", "1/{n}"),
        Step("The dot is {k} steps after 0.", "{k} * 1/{n}", "{k}/{n}"),
    ),
    form=FRACTION,
    figure=lambda p: draw.number_line(
        _line_told(p), [str(i) for i in range(p.wholes + 1)], p.n, p.k, ""
    ),
    alt=_line_told,
)

_WHOLES = Family(
    id="math.frac_line.wholes",
    skill="math.frac_line",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "n": (2, 3, 4, 5, 6, 8),
        "w": range(2, 8),
        "r": range(1, 7),
        "what": ("pies", "cakes", "bars", "apples"),
    },
    derive=lambda p: {"word": PLURALS[p.n], "all": p.w * p.n + p.r},
    where=(lambda p: p.r < p.n and p.r != p.w,),
    canon=lambda p: (p.n, p.w, p.r),
    stem="Cut {w} {what} into {word} and add {r} more {word}. How many {word} are there?",
    key=lambda p: p.all,
    checker=lambda p, v: Fraction(v, p.n) == p.w + Fraction(p.r, p.n),
    misconceptions=(
        Slip("adds", lambda p: p.w + p.n + p.r, "Each of the {w} {what} gives {n} {word}."),
        Slip("forgets_more", lambda p: p.w * p.n, "Now add the {r} more {word}."),
        Slip("one_whole", lambda p: p.n + p.r, "You cut just one of them. There are {w}."),
        Slip("wholes_and_rest", lambda p: p.w + p.r, "You did not cut. One whole has {n} {word}."),
        Slip("one_whole_short", lambda p: p.all - p.n, "One whole is left out. There are {w}."),
    ),
    hints=(
        "How many {word} are in one whole?",
        "Each whole has {n} of them. There are {w} wholes.",
    ),
    steps=(Step("Cut the wholes, then add the rest.", "{w} * {n} + {r}", "{all}"),),
)


_PROPER = tuple((a, b) for b in range(2, 13) for a in range(1, min(b, 8)) if gcd(a, b) == 1)
_ALIKE = tuple(
    (one, two) for one in _PROPER for two in _PROPER if (one[0] == two[0]) != (one[1] == two[1])
)
"""Pairs of fractions in simplest form with one top or one bottom."""


def _two(p: Params) -> dict[str, object]:
    (a, b), (c, d) = p.pair
    one, two = Fraction(a, b), Fraction(c, d)
    return {"a": a, "b": b, "c": c, "d": d, "x": max(one, two), "y": min(one, two)}


def _why(p: Params) -> str:
    if p.b == p.d:
        return "The parts have one size, so more parts are more."
    if p.a == p.c:
        return "Both have the same number of parts, and the larger parts win."
    return "Compare both with one half, or cut both into parts of one size."


_MORE = Family(
    id="math.frac_compare.more",
    skill="math.frac_compare",
    grade=3,
    format=ItemFormat.FRACTION,
    time_s=35,
    params={"pair": _ALIKE},
    derive=_two,
    stem="Which is more, [[{a}/{b}]] or [[{c}/{d}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: v in (Fraction(p.a, p.b), Fraction(p.c, p.d)) and v > p.y,
    misconceptions=(
        Slip(
            "larger_bottom",
            lambda p: p.y if p.a == p.c else None,
            "A larger bottom number means smaller parts. So this one is less.",
        ),
        Slip(
            "fewer_parts",
            lambda p: p.y if p.b == p.d else None,
            "The parts are of one size here. So fewer of them are less.",
        ),
        Slip(
            "adds",
            lambda p: Fraction(p.a + p.c, p.b + p.d),
            "You mixed both into one. Type the one of the two that is more.",
        ),
        Slip("difference", lambda p: p.x - p.y, "That is how much more. Type the larger fraction."),
        Slip(
            "picks_top_and_bottom",
            lambda p: (
                Fraction(max(p.a, p.c), min(p.b, p.d))
                if p.a != p.c and p.b != p.d
                else Fraction(max(p.a, p.c), max(p.b, p.d) + 1)
            ),
            "That is neither of the two. Type one of the fractions from the question.",
        ),
        Slip("whole", lambda p: Fraction(1), "Both are less than 1. Type the one that is more."),
    ),
    hints=(
        "Are the tops the same, or the bottoms?",
        "Think of bars: how large is one part of each?",
    ),
    steps=lambda p: (Step(_why(p)), Step("So this is more:", str(p.x), str(p.x))),
    form=FRACTION,
)

FAMILIES = (_ON_LINE, _WHOLES, _MORE)

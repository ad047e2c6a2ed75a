"""Grades 2 to 4: equal shares, fractions on a line, comparing fractions."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content import figures_early as draw
from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION, TEXT, WORD
from vel_tutor.vocabulary import ItemFormat

_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = {2: "half", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}
PLURALS = {n: "halves" if n == 2 else f"{name}s" for n, name in _PARTS.items()}


def said(top: int, bottom: int) -> str | None:
    """A fraction in words, such as `three fourths`."""
    if bottom not in _PARTS or not 0 < top <= 10:
        return None
    return f"{_COUNTS[top]} {_PARTS[bottom] if top == 1 else PLURALS[bottom]}"


def _heard(words: str) -> Fraction:
    top, part = words.split()
    bottom = next(n for n in _PARTS if part in (_PARTS[n], PLURALS[n]))
    return Fraction(_COUNTS.index(top), bottom)


def _shared_told(p: Params) -> str:
    parts = ", ".join(["dark"] * p.k + ["light"] * (p.n - p.k))
    return f"A {p.what} cut into equal parts: {parts}."


def _shared(p: Params) -> str:
    cut = shapes.pie if p.what in ("pie", "cake", "round plate") else None
    return cut(_shared_told(p), p.n, p.k) if cut else figures.bar(_shared_told(p), p.k, p.n)


_NAME = Family(
    id="math.equal_shares.name",
    skill="math.equal_shares",
    grade=2,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={
        "n": range(2, 9),
        "k": range(1, 8),
        "what": ("pie", "cake", "round plate", "bar", "strip", "loaf"),
    },
    derive=lambda p: {"rest": p.n - p.k},
    where=(lambda p: p.k < p.n,),
    stem="This {what} is cut into equal parts. How much of it is dark?",
    key=lambda p: said(p.k, p.n) or "",
    checker=lambda p, v: _heard(v) == Fraction(_shared_told(p).count("dark"), p.n),
    misconceptions=(
        Slip(
            "light_part", lambda p: said(p.rest, p.n), "That is the light part. Look at the dark."
        ),
        Slip(
            "dark_to_light",
            lambda p: said(p.k, p.rest),
            "You counted only the light parts below. Count all the parts.",
        ),
        Slip("part_too_many", lambda p: said(p.k, p.n + 1), "Count all the parts one more time."),
        Slip(
            "part_too_few", lambda p: said(p.k, p.n - 1), "There is one more part. Count them all."
        ),
        Slip("top_over", lambda p: said(p.k + 1, p.n), "One too many. Count the dark parts again."),
        Slip(
            "one_part_only",
            lambda p: said(1, p.n) if p.k > 1 else None,
            "That is one part only. More of them are dark.",
        ),
        Slip("half_by_sight", lambda p: said(1, 2), "It is not two equal parts. Count the parts."),
    ),
    hints=("How many equal parts are there in all?", "How many of them are dark?"),
    steps=lambda p: (
        Step(f"There are {p.n} equal parts: they are called {PLURALS[p.n]}."),
        Step(f"Of these, {p.k} {'is' if p.k == 1 else 'are'} dark: {said(p.k, p.n)}."),
    ),
    form=TEXT,
    figure=_shared,
    alt=_shared_told,
)

_LETTERS = ("A", "B", "C", "D")


def _cuts(p: Params) -> dict[str, object]:
    """The four ways to cut, each at its letter."""
    n, m = p.n, p.n + p.d
    crooked = [2] * (n - 1) + [5]
    halved = [1, 1, *([2] * (n - 2))] if n > 2 else [2, 3]
    ways = {"fair": [1] * n, "other": [1] * m, "crooked": crooked, "halved": halved}
    return {
        "cuts": tuple(tuple(ways[way]) for way in p.order),
        **{way: _LETTERS[p.order.index(way)] for way in ways},
        "word": PLURALS[p.n],
        "m": m,
    }


def _cuts_told(p: Params) -> str:
    rows = zip(_LETTERS, p.cuts, strict=True)
    told = " ".join(
        f"{name}: parts as wide as {', '.join(map(str, widths))}." for name, widths in rows
    )
    return f"Four bars of the same length. {told}"


_WAYS = ("fair", "other", "crooked", "halved")

_FAIR = Family(
    id="math.equal_shares.fair",
    skill="math.equal_shares",
    grade=2,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={
        "n": range(2, 7),
        "d": (-1, 1),
        "order": tuple(
            (a, b, c, d)
            for a in _WAYS
            for b in _WAYS
            for c in _WAYS
            for d in _WAYS
            if len({a, b, c, d}) == 4
        ),
    },
    derive=_cuts,
    where=(lambda p: p.m > 1,),
    stem="Which bar is cut into {word}?",
    key=lambda p: p.fair,
    checker=lambda p, v: (
        len(set(p.cuts[_LETTERS.index(v)])) == 1 and len(p.cuts[_LETTERS.index(v)]) == p.n
    ),
    misconceptions=(
        Slip("counts_only", lambda p: p.crooked, "The number of parts is right, but one is large."),
        Slip(
            "one_part_more",
            lambda p: p.other if p.d > 0 else None,
            "The parts are equal, but there are {m} of them: one too many.",
        ),
        Slip(
            "one_part_less",
            lambda p: p.other if p.d < 0 else None,
            "The parts are equal, but there are just {m} of them: one too few.",
        ),
        Slip("cuts_again", lambda p: p.halved, "Some parts are small, and some are not. Compare."),
    ),
    hints=("All parts must have the same size.", "How many parts do {word} need?"),
    steps=lambda p: (
        Step(f"To get {p.word}, cut into {p.n} parts of one size."),
        Step(f"Bar {p.fair} is cut like that."),
    ),
    form=WORD,
    figure=lambda p: shapes.strips(_cuts_told(p), _LETTERS, p.cuts),
    alt=_cuts_told,
)


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
    derive=lambda p: {"word": PLURALS[p.n], "one": _PARTS[p.n], "all": p.w * p.n + p.r},
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


def _two(p: Params) -> dict[str, object]:
    one, two = Fraction(p.a, p.b), Fraction(p.c, p.d)
    return {"x": max(one, two), "y": min(one, two), "xs": _text(p, True), "ys": _text(p, False)}


def _text(p: Params, more: bool) -> str:
    first = (Fraction(p.a, p.b) > Fraction(p.c, p.d)) == more
    return f"{p.a}/{p.b}" if first else f"{p.c}/{p.d}"


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
    params={"a": range(1, 8), "b": range(2, 13), "c": range(1, 8), "d": range(2, 13)},
    derive=_two,
    where=(
        lambda p: p.a < p.b and p.c < p.d and (p.a == p.c) != (p.b == p.d),
        lambda p: p.x != p.y and p.x.denominator * p.y.denominator == p.b * p.d,
    ),
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
    steps=lambda p: (Step(_why(p)), Step(f"So {p.xs} is more.", p.xs, str(p.x))),
    form=FRACTION,
)

FAMILIES = (_NAME, _FAIR, _ON_LINE, _WHOLES, _MORE)

"""Grade 2: equal shares, and fractions in words."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WORD
from vel_tutor.vocabulary import ItemFormat

_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PARTS = {2: "half", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}
PLURALS = {n: "halves" if n == 2 else f"{name}s" for n, name in PARTS.items()}


def said(top: int, bottom: int) -> str | None:
    """A fraction in words, such as `three fourths`."""
    if bottom not in PARTS or not 0 < top <= 10:
        return None
    return f"{_COUNTS[top]} {PARTS[bottom] if top == 1 else PLURALS[bottom]}"


def _heard(words: str) -> Fraction:
    top, part = words.split()
    bottom = next(n for n in PARTS if part in (PARTS[n], PLURALS[n]))
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
    stem="This {what} is cut into equal parts. How much of it is shaded?",
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

FAMILIES = (_NAME, _FAIR)

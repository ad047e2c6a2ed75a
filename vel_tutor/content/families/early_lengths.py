"""Grades 1 and 2: longer and shorter, measuring with cubes and with a ruler."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WORD
from vel_tutor.vocabulary import ItemFormat

_ORDERS = tuple(
    (a, b, c, d)
    for a in NAMES
    for b in NAMES
    for c in NAMES
    for d in NAMES
    if len({a, b, c, d}) == 4
)


def _line_up(p: Params) -> dict[str, object]:
    """The four from the tallest to the smallest, told in pairs."""
    a, b, c, d = p.four
    told = [f"{a} is taller than {b}.", f"{b} is taller than {c}.", f"{d} is smaller than {c}."]
    return {
        "told": " ".join(told[i] for i in p.mix),
        "answer": a if p.asked == "tallest" else d,
        "other_end": d if p.asked == "tallest" else a,
        "near": b if p.asked == "tallest" else c,
        "far": c if p.asked == "tallest" else b,
    }


def _end_of(told: str, asked: str) -> str:
    """The one who is never on the wrong side of a pair, found by reading the sentences."""
    pairs = []
    for said in told.rstrip(".").split(". "):
        words = said.split()
        pairs.append((words[0], words[-1]) if words[2] == "taller" else (words[-1], words[0]))
    tall, small = {a for a, _ in pairs}, {b for _, b in pairs}
    return (tall - small if asked == "tallest" else small - tall).pop()


_TALLER = Family(
    id="math.lengths.tallest",
    skill="math.lengths",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "four": _ORDERS,
        "mix": ((0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0)),
        "asked": ("tallest", "smallest"),
    },
    derive=_line_up,
    stem="{told} Who is the {asked}?",
    key=lambda p: p.answer,
    checker=lambda p, v: _end_of(p.told, p.asked) == v,
    misconceptions=(
        Slip(
            "takes_the_last_named",
            lambda p: p.told.split()[-1].rstrip("."),
            "You took the last name you read. Draw all four of them.",
        ),
        Slip("other_end", lambda p: p.other_end, "{other_end} is at the other end of the line."),
        Slip("next_in_line", lambda p: p.near, "Close! But who comes before {near} in the line?"),
        Slip(
            "third_in_line", lambda p: p.far, "Draw all four side by side and look again at {far}."
        ),
    ),
    hints=("Draw a line for each child.", "Put the lines in order, from tall to small."),
    steps=lambda p: (
        Step("From tall to small: " + ", ".join(p.four) + "."),
        Step(f"So {p.answer} is the {p.asked}."),
    ),
    form=WORD,
)


def _cubes_told(p: Params) -> str:
    one = ", ".join(["cube"] * p.a)
    return f"A {p.what} as long as this row: {one}. A {p.other} of this row: " + ", ".join(
        ["cube"] * p.b
    )


_CUBES = Family(
    id="math.lengths.cubes",
    skill="math.lengths",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "a": range(4, 11),
        "b": range(2, 9),
        "pair": (
            ("pen", "key"),
            ("spoon", "nail"),
            ("brush", "pin"),
            ("stick", "leaf"),
            ("comb", "bean"),
            ("belt", "tie"),
        ),
    },
    derive=lambda p: {"what": p.pair[0], "other": p.pair[1], "gap": p.a - p.b},
    where=(lambda p: p.gap > 1 and p.gap != p.b,),
    stem="Top row: as long as a {what}. Next row: as long as a {other}. How many cubes longer"
    " is the {what}?",
    key=lambda p: p.gap,
    checker=lambda p, v: p.b + v == p.a,
    misconceptions=(
        Slip("longer_one", lambda p: p.a, "That is how long the {what} is. How much longer is it?"),
        Slip("shorter_one", lambda p: p.b, "That is how long the {other} is. Compare the two."),
        Slip("adds", lambda p: p.a + p.b, "You put both rows together. Compare them."),
        Slip("one_over", lambda p: p.gap + 1, "One too many. Start where the {other} ends."),
        Slip("one_short", lambda p: p.gap - 1, "One too few. Count each cube that sticks out."),
    ),
    hints=("Both rows start at the same place.", "Count the cubes that stick out at the end."),
    steps=(Step("Take the short row from the long row.", "{a} - {b}", "{gap}"),),
    unit="cubes",
    figure=lambda p: draw.rows(_cubes_told(p), "square", (p.a, p.b)),
    alt=_cubes_told,
)


def _ruler_told(p: Params) -> str:
    return f"A ruler with a {p.what} next to it. It goes from the mark {p.first} to {p.last}."


_RULER = Family(
    id="math.ruler.measure",
    skill="math.ruler",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={
        "first": range(1, 7),
        "last": range(4, 13),
        "what": ("pen", "key", "nail", "leaf", "straw", "brush"),
    },
    derive=lambda p: {"long": p.last - p.first},
    where=(lambda p: p.long > 1 and p.long != p.first,),
    stem="Look at the ruler. How long is the {what}?",
    key=lambda p: p.long,
    checker=lambda p, v: p.first + v == p.last,
    misconceptions=(
        Slip("reads_end", lambda p: p.last, "It ends at {last}, but it does not start at 0."),
        Slip("counts_marks", lambda p: p.long + 1, "You counted marks. Count the steps between."),
        Slip(
            "adds", lambda p: p.first + p.last, "You added the two marks. How far apart are they?"
        ),
        Slip("reads_start", lambda p: p.first, "That is where it starts. Now find where it ends."),
        Slip("inside_marks", lambda p: p.long - 1, "One too few. Count each step from {first} on."),
    ),
    hints=("Where does it start? Where does it end?", "Count the steps of one centimeter."),
    steps=(Step("From the start to the end:", "{last} - {first}", "{long}"),),
    unit="cm",
    figure=lambda p: draw.ruler(_ruler_told(p), p.first, p.last),
    alt=_ruler_told,
)


def _cut(p: Params) -> dict[str, object]:
    return {"left": p.n - p.a - p.b, "after": p.n - p.a, "cut": p.a + p.b}


_ROPE = Family(
    id="math.ruler.rope",
    skill="math.ruler",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "n": range(40, 100),
        "a": range(8, 40),
        "b": range(8, 40),
        "what": ("rope", "string", "ribbon", "wire", "tape"),
    },
    derive=_cut,
    where=(lambda p: p.left > 5 and p.a != p.b and p.left not in (p.a, p.b),),
    canon=lambda p: (p.n, p.a, p.b),
    stem="A {what} is {n} cm long. You cut off {a} cm and then {b} cm. How much is left?",
    key=lambda p: p.left,
    checker=lambda p, v: v + p.a + p.b == p.n,
    misconceptions=(
        Slip("one_cut", lambda p: p.after, "You cut {a} cm. Then you cut {b} cm more."),
        Slip("the_cuts", lambda p: p.cut, "That is how much you cut off. What is left of {n}?"),
        Slip("adds_second", lambda p: p.after + p.b, "The second cut makes it shorter, too."),
        Slip("ten_off", lambda p: p.left + 10, "Ten too many. Mind the tens when you take away."),
        Slip("adds_all", lambda p: p.n + p.cut, "A cut makes the {what} shorter, not longer."),
    ),
    hints=("Cut two times: the {what} gets shorter.", "After the first cut it is {after} cm."),
    steps=(
        Step("After the first cut:", "{n} - {a}", "{after}"),
        Step("After the second cut:", "{after} - {b}", "{left}"),
    ),
    unit="cm",
)

FAMILIES = (_TALLER, _CUBES, _RULER, _ROPE)

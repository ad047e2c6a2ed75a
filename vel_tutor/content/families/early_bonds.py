"""Kindergarten: putting together and taking apart up to ten."""

from vel_tutor.content import arith, figures
from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_words import NAMES, THINGS, one_by_one
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.vocabulary import ItemFormat


def _room_told(p: Params) -> str:
    cells = ", ".join(["full"] * p.a + ["free"] * p.b)
    return f"A box with places in a row: {cells}."


_ROOM = Family(
    id="math.bonds.room",
    skill="math.bonds",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"a": range(1, 10), "b": range(1, 10), "what": THINGS},
    derive=lambda p: {"n": p.a + p.b},
    where=(lambda p: 5 <= p.n <= 10 and p.a != p.b,),
    stem="A box can hold {n} {what}. It has {a} now. How many more fit in?",
    key=lambda p: p.b,
    checker=lambda p, v: p.a + v == p.n,
    misconceptions=(
        Slip("adds", lambda p: p.n + p.a, "You added {n} and {a}. The box holds just {n}."),
        Slip("all", lambda p: p.n, "{n} is the full box. It has {a} in it now."),
        Slip("says_part", lambda p: p.a, "{a} are in now. Count the free places."),
        Slip("one_too_many", lambda p: p.b + 1, "One too many. Start with the first free place."),
        Slip("one_too_few", lambda p: p.b - 1, "One more fits in. Count up to {n}."),
    ),
    hints=("Count the free places.", "Start at {a} and count on to {n}."),
    steps=(Step("Take away what is in the box.", "{n} - {a}", "{b}"),),
    figure=lambda p: figures.bar(_room_told(p), p.a, p.n),
    alt=_room_told,
)


def _both_told(p: Params) -> str:
    return f"First row: {one_by_one(p.kind, p.a)}. Second row: {one_by_one(p.kind, p.b)}."


_BOTH = Family(
    id="math.bonds.both",
    skill="math.bonds",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={
        "a": range(1, 10),
        "b": range(1, 10),
        "name": NAMES,
        "kind": ("dot", "star", "square", "triangle"),
    },
    derive=lambda p: {"n": p.a + p.b},
    where=(lambda p: 3 <= p.n <= 10 and p.a != p.b,),
    canon=lambda p: (p.a, p.b, p.kind),
    stem="{name} has {a} {kind}s and then gets {b} more. How many is that?",
    key=lambda p: p.n,
    checker=lambda p, v: v - p.b == p.a,
    misconceptions=(
        Slip("takes_away", lambda p: abs(p.a - p.b), "You took away. {name} gets more."),
        Slip("first_only", lambda p: p.a, "That is the first row. Count the new ones, too."),
        Slip("second_only", lambda p: p.b, "Those are the new ones. Count the first row, too."),
        Slip("one_short", lambda p: p.n - 1, "One short. Start to count after {a}, not at {a}."),
        Slip("one_over", lambda p: p.n + 1, "One too many. Count each one just once."),
    ),
    hints=("Put both rows together.", "Say {a}. Then count on, one for each new one."),
    steps=(Step("Put them together.", "{a} + {b}", "{n}"),),
    figure=lambda p: draw.rows(_both_told(p), p.kind, (p.a, p.b)),
    alt=_both_told,
)

_LEFT = Family(
    id="math.bonds.left",
    skill="math.bonds",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={
        "n": range(3, 11),
        "b": range(2, 9),
        "what": (("birds", "fly off"), ("cats", "run off"), ("frogs", "jump in"), ("kids", "go")),
    },
    derive=lambda p: {"who": p.what[0], "do": p.what[1], "a": p.n - p.b},
    where=(lambda p: p.a > 0 and p.a != p.b,),
    stem="{n} {who} sit on a log. {b} {do}. How many still sit?",
    key=lambda p: p.a,
    checker=lambda p, v: v + p.b == p.n,
    misconceptions=(
        Slip("adds", lambda p: p.n + p.b, "You added. But {b} {do}, so take away."),
        Slip("the_gone", lambda p: p.b, "{b} are gone. How many still sit there?"),
        Slip("all", lambda p: p.n, "{n} sat there at first. Then {b} {do}."),
        Slip("one_over", lambda p: p.a + 1, "One too many. Take away {b} and count the rest."),
        Slip("one_short", lambda p: p.a - 1, "One too few. Count back from {n}, not with {n}."),
    ),
    hints=("Hold up {n} fingers.", "Fold down {b} of the fingers. Count the rest."),
    steps=(Step("Take away the ones that go.", "{n} - {b}", "{a}"),),
)


def _sum(a: int, b: int) -> str | None:
    return f"{a} + {b}" if 0 < a < 10 and 0 < b < 10 else None


_PARTS = Family(
    id="math.bonds.parts",
    skill="math.bonds",
    grade=0,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"a": range(1, 10), "b": range(1, 10), "c": range(1, 10)},
    derive=lambda p: {"n": p.a + p.b, "d": p.a + p.b - p.c},
    where=(lambda p: 5 <= p.n <= 10 and p.d > 0 and p.c not in (p.a, p.b),),
    stem="Which one is the same as {n}?",
    key=lambda p: f"{p.a} + {p.b}",
    checker=lambda p, v: arith.evaluate(arith.parse(v)) == p.n,
    misconceptions=(
        Slip(
            "one_over",
            lambda p: _sum(p.c, p.d + 1),
            lambda p: f"{p.c} and {p.d + 1} make one more than {p.n}.",
        ),
        Slip(
            "one_short",
            lambda p: _sum(p.c, p.d - 1),
            lambda p: f"{p.c} and {p.d - 1} make one less than {p.n}.",
        ),
        Slip(
            "adds_to_the_whole",
            lambda p: _sum(p.n, p.b),
            "You need {n} in all. Here {n} is just one part.",
        ),
        Slip(
            "two_over",
            lambda p: _sum(p.a + 1, p.b + 1),
            lambda p: f"{p.a + 1} and {p.b + 1} are two more than {p.n}.",
        ),
        Slip(
            "two_short",
            lambda p: _sum(p.a - 1, p.b - 1),
            lambda p: f"{p.a - 1} and {p.b - 1} are two less than {p.n}.",
        ),
    ),
    hints=("Show the first part with your fingers.", "Count on with the second part."),
    steps=(Step("Put the two parts together.", "{a} + {b}", "{n}"),),
    form=EXPRESSION,
)

FAMILIES = (_ROOM, _BOTH, _LEFT, _PARTS)

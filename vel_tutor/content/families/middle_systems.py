"""Two equations at once: adding them, stories, lines that cross."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT, RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.content.plots import Plane
from vel_tutor.vocabulary import ItemFormat

_PLANE = Plane(8)

_ADDING = Family(
    id="math.systems.adding",
    skill="math.systems",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "a": range(2, 7),
        "d": range(2, 7),
        "b": range(2, 7),
        "x": range(-6, 9),
        "y": range(-6, 9),
    },
    derive=lambda p: {
        "c": p.a * p.x + p.b * p.y,
        "e": p.d * p.x - p.b * p.y,
        "ad": p.a + p.d,
        "ce": p.a * p.x + p.d * p.x,
        "es": signed(p.d * p.x - p.b * p.y),
        "xs": signed(p.x),
        "rest": p.b * p.y,
    },
    where=(lambda p: p.x and p.y and p.x != p.y and abs(p.x) != abs(p.y) and p.a != p.d,),
    stem=("Solve [[{a}x + {b}y = {c}]] and [[{d}x - {b}y = {e}]]. Write the pair (x, y)."),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: p.a * v[0] + p.b * v[1] == p.c and p.d * v[0] - p.b * v[1] == p.e,
    misconceptions=(
        Slip("swapped", lambda p: (p.y, p.x), "You swapped them. First x, then y."),
        Slip("y_sign", lambda p: (p.x, -p.y), "x is right. Put it in and check the sign of y."),
        Slip("x_sign", lambda p: (-p.x, p.y), "Check the sign of x: add both equations again."),
        Slip(
            "subtracts",
            lambda p: (Fraction(p.c - p.e, p.ad), p.y),
            "Add the right sides too: that is [[{c} + {es}]].",
        ),
        Slip("stops_early", lambda p: (p.ce, p.y), "Divide [[{ce}]] by {ad} to get x."),
        Slip("y_not_divided", lambda p: (p.x, p.rest), "That is [[{b}y]]. Divide it by {b}."),
    ),
    hints=(
        "Add the two equations. What happens to y?",
        "Adding gives [[{ad}x = {c} + {es}]]. Find x, then put it in.",
    ),
    steps=(
        Step("Add both: y drops out.", "{c} + {es}", "{ce}"),
        Step("What is left for y in the first one:", "{c} - {a} * {xs}", "{rest}"),
        Step("So x is:", "{ce} ÷ {ad}", "{x}"),
        Step("And y is:", "{rest} ÷ {b}", "{y}"),
    ),
    form=POINT,
)

_TALES = (
    (
        "{n} people pay ${sum} for a show. Adults pay ${a}, kids ${b}. How many adults?",
        "people",
    ),
    ("A farm has {n} animals: hens and goats. They have {sum} legs. How many goats?", "animals"),
    ("A jar has {n} coins worth {sum} cents, in {a}s and {b}s. How many {a}s?", "coins"),
    ("A test has {n} tasks worth {sum} points, {a} or {b} each. How many are worth {a}?", "tasks"),
)

_STORY = Family(
    id="math.systems.story",
    skill="math.systems",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=80,
    params={
        "x": range(3, 25),
        "y": range(3, 25),
        "pair": ((9, 5), (12, 7), (10, 6), (4, 2), (10, 5), (25, 10), (5, 3), (8, 3)),
        "tale": _TALES,
    },
    derive=lambda p: {
        "a": p.pair[0],
        "b": p.pair[1],
        "n": p.x + p.y,
        "sum": p.pair[0] * p.x + p.pair[1] * p.y,
        "gap": p.pair[0] - p.pair[1],
        "least": p.pair[1] * (p.x + p.y),
        "extra": (p.pair[0] - p.pair[1]) * p.x,
        "story": p.tale[0].format(
            n=p.x + p.y,
            a=p.pair[0],
            b=p.pair[1],
            sum=p.pair[0] * p.x + p.pair[1] * p.y,
        ),
    },
    where=(
        lambda p: p.x != p.y,
        lambda p: ("legs" in p.tale[0]) == (p.pair == (4, 2)),
        lambda p: ("coins" in p.tale[0]) == (p.pair in ((10, 5), (25, 10))),
    ),
    canon=lambda p: (p.x, p.y, p.pair, p.tale),
    stem="{story}",
    key=lambda p: p.x,
    checker=lambda p, v: p.a * v + p.b * (p.n - v) == p.sum,
    misconceptions=(
        Slip("other_kind", lambda p: p.y, "That is how many of the other kind there are."),
        Slip("half", lambda p: Fraction(p.n, 2), "It need not be half and half. Check the total."),
        Slip(
            "all_of_one",
            lambda p: p.sum // p.a,
            "You divided {sum} by {a}. Not all of them are of that kind.",
        ),
        Slip("other_all", lambda p: p.sum // p.b, "You divided {sum} by {b}. There are two kinds."),
        Slip(
            "not_divided",
            lambda p: p.extra,
            "That is what is over. Each one of them brings {gap} more.",
        ),
        Slip("gap", lambda p: abs(p.x - p.y), "That is the gap between the two counts."),
        Slip("one_off", lambda p: p.x + 1, "Check the total: with that it is {gap} too much."),
        Slip("one_less", lambda p: p.x - 1, "Check the total: with that it is {gap} too little."),
    ),
    hints=(
        "What would it be if all {n} were of the kind with {b}?",
        "All with {b} would make {least}. How much is missing to {sum}?",
    ),
    steps=(
        Step("If all were of the smaller kind:", "{n} * {b}", "{least}"),
        Step("Missing:", "{sum} - {least}", "{extra}"),
        Step("Each of the others brings {gap} more.", "{extra} ÷ {gap}", "{x}"),
    ),
    form=RATIONAL,
)

_CROSS_ALT = (
    "Two straight lines on squared paper. One meets the y-axis at {b} and has the slope {m}, the "
    "other meets it at {c} and has the slope {k}."
)

_CROSSING = Family(
    id="math.systems.graph",
    skill="math.systems",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "x": range(-5, 6),
        "y": range(-5, 6),
        "m": (-2, -1, 1, 2, 3),
        "k": (-3, -2, -1, 1, 2),
    },
    derive=lambda p: {
        "b": p.y - p.m * p.x,
        "c": p.y - p.k * p.x,
        "xs": signed(p.x),
        "one": f"{times(p.m, 'x')} {plus(p.y - p.m * p.x)}",
        "two": f"{times(p.k, 'x')} {plus(p.y - p.k * p.x)}",
    },
    where=(
        lambda p: p.m != p.k and p.x and p.y and p.x != p.y,
        lambda p: max(abs(p.b), abs(p.c)) < 8 and p.b and p.c,
    ),
    stem="At which point do the lines [[y = {one}]] and [[y = {two}]] meet?",
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: v[1] == p.m * v[0] + p.b and v[1] == p.k * v[0] + p.c,
    misconceptions=(
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two numbers. First across."),
        Slip("start_of_one", lambda p: (0, p.b), "There one line meets the y-axis. Where do both?"),
        Slip("start_of_other", lambda p: (0, p.c), "There the other line meets the y-axis."),
        Slip("x_sign", lambda p: (-p.x, p.y), "Look left or right of zero: check the sign of x."),
        Slip("y_sign", lambda p: (p.x, -p.y), "Look above or below zero: check the sign of y."),
    ),
    hints=(
        "Find the point that lies on both lines.",
        "From the middle, how far across is it, and how far up or down?",
    ),
    steps=lambda p: (
        Step("At that point the first line has:", f"{p.m} * {p.xs} + {signed(p.b)}", f"{p.y}"),
        Step("The other line has the same y:", f"{p.k} * {p.xs} + {signed(p.c)}", f"{p.y}"),
        Step("Back to x:", f"({p.y} - {signed(p.b)}) ÷ {signed(p.m)}", f"{p.x}"),
        Step("So this x goes with y:", f"{p.m} * {p.xs} + {signed(p.b)}", f"{p.y}"),
    ),
    form=POINT,
    figure=lambda p: _PLANE.draw(
        say(_CROSS_ALT, p),
        _PLANE.through(p.m, p.b),
        _PLANE.through(p.k, p.c),
    ),
    alt=_CROSS_ALT,
)

FAMILIES = (_ADDING, _STORY, _CROSSING)

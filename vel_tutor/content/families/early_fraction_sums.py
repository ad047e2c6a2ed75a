"""Grades 4 and 5: adding like fractions, fractions times whole numbers, simplest form."""

from fractions import Fraction
from math import gcd, lcm

from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION
from vel_tutor.vocabulary import ItemFormat

_SUM = Family(
    id="math.frac_add_like.sum",
    skill="math.frac_add_like",
    grade=4,
    format=ItemFormat.FRACTION,
    time_s=35,
    params={
        "a": range(1, 10),
        "b": range(1, 10),
        "n": range(3, 13),
        "what": ("milk", "rice", "paint", "sand", "juice"),
        "name": NAMES,
    },
    derive=lambda p: {"top": p.a + p.b, "x": Fraction(p.a + p.b, p.n)},
    where=(lambda p: p.a < p.n and p.b < p.n and p.a != p.b and p.x.denominator > 1,),
    canon=lambda p: (p.a, p.b, p.n),
    stem="{name} takes [[{a}/{n}]] of a cup of {what} and then [[{b}/{n}]] of a cup more."
    " How many cups is that?",
    key=lambda p: p.x,
    checker=lambda p, v: v * p.n - p.a == p.b,
    misconceptions=(
        Slip(
            "adds_bottoms",
            lambda p: Fraction(p.a + p.b, 2 * p.n),
            "You added the bottoms, too. The parts keep their size: they stay of size [[1/{n}]].",
        ),
        Slip(
            "subtracts", lambda p: Fraction(abs(p.a - p.b), p.n), "You took away. {name} adds more."
        ),
        Slip("parts_only", lambda p: Fraction(p.top), "{top} counts the parts. What is one part?"),
        Slip(
            "multiplies",
            lambda p: Fraction(p.a * p.b, p.n),
            "You multiplied the tops. Put the parts together instead.",
        ),
        Slip(
            "first_only", lambda p: Fraction(p.a, p.n), "That is the first cup only. Add the rest."
        ),
    ),
    hints=("All parts have the same size here.", "Count the parts of size [[1/{n}]]: {a} and {b}."),
    steps=(
        Step("Count the parts.", "{a} + {b}", "{top}"),
        Step("They keep their size.", "{a}/{n} + {b}/{n}", "{top}/{n}"),
        Step("As simple as can be:", "{top}/{n}", "{x}"),
    ),
    form=FRACTION,
)

_LEFT = Family(
    id="math.frac_add_like.left",
    skill="math.frac_add_like",
    grade=4,
    format=ItemFormat.FRACTION,
    time_s=40,
    params={
        "w": range(2, 7),
        "a": range(1, 12),
        "n": range(3, 13),
        "what": ("pies", "cakes", "loaves", "melons"),
    },
    derive=lambda p: {
        "all": p.w * p.n,
        "top": p.w * p.n - p.a,
        "x": p.w - Fraction(p.a, p.n),
    },
    where=(lambda p: p.a < p.n and gcd(p.a, p.n) == 1,),
    canon=lambda p: (p.w, p.a, p.n),
    stem="There are {w} {what}. The children eat [[{a}/{n}]] of one. How much is left?",
    key=lambda p: p.x,
    checker=lambda p, v: v + Fraction(p.a, p.n) == p.w,
    misconceptions=(
        Slip(
            "part_stays",
            lambda p: p.w - 1 + Fraction(p.a, p.n),
            "[[{a}/{n}]] is eaten. What is left of that one?",
        ),
        Slip(
            "one_whole_only",
            lambda p: 1 - Fraction(p.a, p.n),
            "That is left of one. The others are still whole.",
        ),
        Slip("adds", lambda p: p.w + Fraction(p.a, p.n), "You added. That part is gone."),
        Slip(
            "forgets_to_open",
            lambda p: p.w + 1 - Fraction(p.a, p.n),
            "One too many. One of the {w} is no longer whole.",
        ),
        Slip(
            "top_from_whole",
            lambda p: Fraction(abs(p.w - p.a), p.n),
            "You took {a} from {w}. First cut a whole into {n} parts.",
        ),
    ),
    hints=("Only one of them is cut. The rest stays whole.", "Cut it into {n} parts and take {a}."),
    steps=(
        Step("Cut the wholes into parts.", "{w}", "{all}/{n}"),
        Step("Take away what is eaten.", "{all}/{n} - {a}/{n}", "{top}/{n}"),
        Step("That is left.", "{top}/{n}", "{x}"),
    ),
    form=FRACTION,
)

_TIMES = Family(
    id="math.frac_multiply.whole_number",
    skill="math.frac_multiply",
    grade=4,
    format=ItemFormat.FRACTION,
    time_s=40,
    params={
        "k": range(2, 10),
        "a": range(1, 8),
        "n": range(3, 11),
        "what": ("jug", "cup", "glass", "bowl"),
    },
    derive=lambda p: {"top": p.k * p.a, "x": Fraction(p.k * p.a, p.n), "sum": p.k + p.a},
    where=(lambda p: p.a < p.n and gcd(p.a, p.n) == 1 and p.x.denominator > 1,),
    canon=lambda p: (p.k, p.a, p.n),
    stem="Each {what} holds [[{a}/{n}]] of a liter. How many liters do {k} of them hold?",
    key=lambda p: p.x,
    checker=lambda p, v: v == sum([Fraction(p.a, p.n)] * p.k),
    misconceptions=(
        Slip(
            "times_both",
            lambda p: Fraction(p.k * p.a, p.k * p.n),
            "You took both top and bottom {k} times. That gives the same amount as one {what}.",
        ),
        Slip(
            "times_bottom",
            lambda p: Fraction(p.a, p.k * p.n),
            "You made the parts smaller. There are {k} times as many parts.",
        ),
        Slip("adds", lambda p: p.k + Fraction(p.a, p.n), "You added {k}. It is {k} times as much."),
        Slip(
            "adds_to_top",
            lambda p: Fraction(p.sum, p.n),
            "You added {k} to the top. Take the top {k} times.",
        ),
        Slip("parts_only", lambda p: Fraction(p.top), "{top} counts the parts. What is one part?"),
    ),
    hints=(
        "Add [[{a}/{n}]] again and again.",
        "How many parts of size [[1/{n}]] are there in all?",
    ),
    steps=(
        Step("So many parts:", "{k} * {a}", "{top}"),
        Step("The parts keep their size.", "{k} * {a}/{n}", "{top}/{n}"),
        Step("As simple as can be:", "{top}/{n}", "{x}"),
    ),
    form=FRACTION,
)

_SIMPLEST = Family(
    id="math.frac_equal.simplest",
    skill="math.frac_equal",
    grade=4,
    format=ItemFormat.FRACTION,
    time_s=35,
    params={"a": range(1, 10), "b": range(2, 13), "k": range(2, 10)},
    derive=lambda p: {"top": p.a * p.k, "bottom": p.b * p.k, "x": Fraction(p.a, p.b)},
    where=(lambda p: p.a < p.b and gcd(p.a, p.b) == 1 and p.bottom <= 72,),
    stem="Write [[{top}/{bottom}]] in simplest form.",
    key=lambda p: p.x,
    checker=lambda p, v: v * p.bottom == p.top,
    misconceptions=(
        Slip(
            "subtracts",
            lambda p: Fraction(p.top - p.k, p.bottom - p.k),
            "You took {k} away from both. Divide both by the same number.",
        ),
        Slip(
            "divides_bottom",
            lambda p: Fraction(p.top, p.b),
            "You divided just the bottom. Divide the top by the same number.",
        ),
        Slip(
            "divides_top",
            lambda p: Fraction(p.a, p.bottom),
            "You divided just the top. Divide the bottom by the same number.",
        ),
        Slip("one_on_top", lambda p: Fraction(1, p.b), "The top gets smaller, too, but is it 1?"),
        Slip(
            "top_minus_one",
            lambda p: Fraction(p.a + 1, p.b),
            "Close, but check the top: divide {top} by the same number as {bottom}.",
        ),
    ),
    hints=("Which number goes into {top} and into {bottom}?", "Divide both by {k}."),
    steps=(
        Step("Divide the top.", "{top} ÷ {k}", "{a}"),
        Step("Divide the bottom.", "{bottom} ÷ {k}", "{b}"),
        Step("So it is the same as this.", "{top}/{bottom}", "{x}"),
    ),
    form=FRACTION,
    must="simplest",
)


_PROPER = tuple((a, b) for b in range(2, 13) for a in range(1, b) if gcd(a, b) == 1)


def _unlike(p: Params) -> dict[str, object]:
    (a, b), (c, d) = p.one, p.two
    m = lcm(b, d)
    x, y = a * m // b, c * m // d
    return {
        "a": a,
        "b": b,
        "c": c,
        "d": d,
        "m": m,
        "x": x,
        "y": y,
        "top": x - y,
        "left": Fraction(x - y, m),
    }


_UNLIKE = Family(
    id="math.frac_add_unlike.difference",
    skill="math.frac_add_unlike",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={"one": _PROPER, "two": _PROPER, "what": ("ribbon", "rope", "wire", "board")},
    derive=_unlike,
    where=(lambda p: p.b != p.d and p.m <= 60 and p.top > 0,),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="A {what} is [[{a}/{b}]] m long. You cut off [[{c}/{d}]] m. How many meters are left?",
    key=lambda p: p.left,
    checker=lambda p, v: v + Fraction(p.c, p.d) == Fraction(p.a, p.b),
    misconceptions=(
        Slip(
            "tops_and_bottoms",
            lambda p: Fraction(abs(p.a - p.c), abs(p.b - p.d)),
            "You took the tops and the bottoms away. Cut both into parts of one size first.",
        ),
        Slip(
            "tops_unscaled",
            lambda p: Fraction(abs(p.a - p.c), p.m),
            "The bottom {m} is fine. The tops have to change with it.",
        ),
        Slip("adds", lambda p: Fraction(p.x + p.y, p.m), "You added. That part is cut off."),
        Slip(
            "larger_bottom",
            lambda p: Fraction(abs(p.a - p.c), max(p.b, p.d)),
            "You used one bottom for both without changing the tops.",
        ),
        Slip("parts_only", lambda p: Fraction(p.top), "That counts parts. One part is [[1/{m}]]."),
    ),
    hints=("You need parts of the same size.", "Both {b} and {d} go into {m}."),
    steps=(
        Step("The first in parts of one size:", "{a}/{b}", "{x}/{m}"),
        Step("The second:", "{c}/{d}", "{y}/{m}"),
        Step("Take away.", "{x}/{m} - {y}/{m}", "{left}"),
    ),
    form=FRACTION,
)

FAMILIES = (_SUM, _LEFT, _TIMES, _SIMPLEST, _UNLIKE)

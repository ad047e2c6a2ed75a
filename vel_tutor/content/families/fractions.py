"""Fractions: adding with unlike denominators, equal fractions, parts of a picture or an amount."""

from collections.abc import Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION
from vel_tutor.vocabulary import ItemFormat


def _common(p: Params) -> Mapping[str, Any]:
    m = lcm(p.b, p.d)
    x, y = p.a * m // p.b, p.c * m // p.d
    return {"m": m, "x": x, "y": y, "top": x + y, "total": Fraction(x + y, m)}


_ADD_UNLIKE = Family(
    id="math.frac_add_unlike.sum",
    skill="math.frac_add_unlike",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=75,
    params={"a": range(1, 8), "b": range(2, 13), "c": range(1, 8), "d": range(2, 13)},
    derive=_common,
    where=(
        lambda p: p.a < p.b < p.d and p.c < p.d and p.d % p.b != 0 and p.m <= 60,
        lambda p: gcd(p.a, p.b) == 1 and gcd(p.c, p.d) == 1 and p.total.denominator > 1,
    ),
    stem="What is [[{a}/{b} + {c}/{d}]]?",
    key=lambda p: p.total,
    checker=lambda p, v: v * p.b * p.d == p.a * p.d + p.c * p.b,
    misconceptions=(
        Slip(
            "adds_tops_and_bottoms",
            lambda p: Fraction(p.a + p.c, p.b + p.d),
            "You added the tops and the bottoms. Parts of size [[1/{b}]] and [[1/{d}]] differ,"
            " so first cut both alike.",
        ),
        Slip(
            "larger_bottom",
            lambda p: Fraction(p.a + p.c, p.d),
            "You kept the bottom {d} for both, but [[{a}/{b}]] is not [[{a}/{d}]].",
        ),
        Slip(
            "tops_unscaled",
            lambda p: Fraction(p.a + p.c, p.m),
            "The bottom {m} is right. The tops must grow with it before you add them.",
        ),
        Slip(
            "multiplies",
            lambda p: Fraction(p.a * p.c, p.b * p.d),
            "You multiplied. The question asks for [[{a}/{b}]] and [[{c}/{d}]] together.",
        ),
        Slip(
            "one_top_scaled",
            lambda p: Fraction(p.x + p.c, p.m),
            "You changed [[{a}/{b}]] well, but [[{c}/{d}]] kept its old top {c}.",
        ),
    ),
    hints=(
        "You can only add parts of the same size.",
        "Find a number that both {b} and {d} go into. Use it as the bottom of both.",
    ),
    steps=(
        Step("Both can be cut into {m} equal parts.", "{a}/{b}", "{x}/{m}"),
        Step("Do the same with the other one.", "{c}/{d}", "{y}/{m}"),
        Step("Now the parts are equal, so add the tops.", "{x}/{m} + {y}/{m}", "{top}/{m}"),
        Step("In simplest form:", "{top}/{m}", "{total}"),
    ),
    form=FRACTION,
)

_EQUAL = Family(
    id="math.frac_equal.missing_top",
    skill="math.frac_equal",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"a": range(2, 9), "b": range(3, 13), "k": range(2, 9)},
    derive=lambda p: {"top": p.a * p.k, "bottom": p.b * p.k},
    where=(lambda p: p.a < p.b and p.bottom <= 72,),
    stem="Fill the gap: [[{a}/{b}]] is the same as how many parts of size [[1/{bottom}]]?",
    key=lambda p: p.top,
    checker=lambda p, v: v * p.b == p.a * p.bottom,
    misconceptions=(
        Slip(
            "adds_the_same",
            lambda p: p.a + p.bottom - p.b,
            "You added the same to top and bottom. Equal fractions need the same times on both.",
        ),
        Slip(
            "keeps_top",
            lambda p: p.a,
            "The parts got smaller, so {a} of them are less than before.",
        ),
        Slip("factor_only", lambda p: p.k, "{k} is how much finer the parts are. Use it on {a}."),
        Slip(
            "parts_left",
            lambda p: p.bottom - p.top,
            "Those are the parts that are missing to a whole.",
        ),
        Slip(
            "adds_factor", lambda p: p.a + p.k, "You added {k} to {a}. Each part is cut {k} times."
        ),
    ),
    hints=(
        "How many small parts fit into one part of size [[1/{b}]]?",
        "Each [[1/{b}]] is cut into {k} small parts. You have {a} of them.",
    ),
    steps=(
        Step("Each part is cut into this many.", "{bottom} ÷ {b}", "{k}"),
        Step("So you get this many small parts.", "{a} * {k}", "{top}"),
    ),
)

_OF_AMOUNT = Family(
    id="math.frac_of.amount",
    skill="math.frac_of",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "a": range(2, 8),
        "b": range(3, 11),
        "k": range(2, 13),
        "what": ("stickers", "apples", "cards", "shells", "photos", "coins"),
    },
    derive=lambda p: {"n": p.b * p.k, "part": p.a * p.k},
    where=(lambda p: p.a < p.b and gcd(p.a, p.b) == 1,),
    canon=lambda p: (p.a, p.b, p.k),
    stem="Leo has {n} {what}. He gives away [[{a}/{b}]] of them. How many does he give away?",
    key=lambda p: p.part,
    checker=lambda p, v: Fraction(v, p.n) == Fraction(p.a, p.b),
    misconceptions=(
        Slip("one_part", lambda p: p.k, "{k} is only [[1/{b}]] of {n}. You need {a} such parts."),
        Slip("what_is_left", lambda p: p.n - p.part, "That is what he keeps, not what he gives."),
        Slip(
            "divides_by_top",
            lambda p: Fraction(p.n, p.a),
            "You shared by {a}. The bottom number {b} says into how many parts.",
        ),
        Slip("subtracts_bottom", lambda p: p.n - p.b, "You took {b} away. Make {b} equal parts."),
        Slip("times_top", lambda p: p.n * p.a, "You took {n} times {a}. First share by {b}."),
    ),
    hints=("Share {n} into {b} equal parts.", "How many are in {a} of these parts?"),
    steps=(
        Step("One part is:", "{n} ÷ {b}", "{k}"),
        Step("He gives away {a} parts.", "{a} * {k}", "{part}"),
    ),
)

_BAR = "A bar cut into {b} equal parts. {a} of them are shaded."

_PICTURE = Family(
    id="math.frac_picture.shaded",
    skill="math.frac_picture",
    grade=3,
    format=ItemFormat.FRACTION,
    time_s=20,
    params={"a": range(1, 12), "b": range(3, 13), "ask": ("shaded", "not shaded")},
    derive=lambda p: {
        "part": p.a if p.ask == "shaded" else p.b - p.a,
        "rest": p.b - p.a if p.ask == "shaded" else p.a,
    },
    where=(lambda p: p.a < p.b,),
    stem="What fraction of the bar is {ask}?",
    key=lambda p: Fraction(p.part, p.b),
    checker=lambda p, v: sum([Fraction(1, p.b)] * p.part) == v,
    misconceptions=(
        Slip(
            "other_part", lambda p: Fraction(p.rest, p.b), "That is the part that is not asked for."
        ),
        Slip(
            "part_to_part",
            lambda p: Fraction(p.part, p.rest),
            "You compared the two kinds of parts. The bottom counts all {b} parts.",
        ),
        Slip(
            "upside_down",
            lambda p: Fraction(p.b, p.part),
            "Turn it round: the number of all parts, {b}, goes to the bottom.",
        ),
        Slip(
            "one_part",
            lambda p: Fraction(1, p.b),
            "That is one part. Count all the parts that are {ask}.",
        ),
    ),
    hints=(
        "Count all the equal parts. That is the bottom number.",
        "Now count the parts that are {ask}. That is the top number.",
    ),
    steps=(
        Step("There are {b} parts in all, so each is:", "1 ÷ {b}", "1/{b}"),
        Step("{part} of them are {ask}.", "{part} * 1/{b}", "{part}/{b}"),
    ),
    form=FRACTION,
    figure=lambda p: figures.bar(say(_BAR, p), p.a, p.b),
    alt=_BAR,
)

FAMILIES = (_ADD_UNLIKE, _EQUAL, _OF_AMOUNT, _PICTURE)

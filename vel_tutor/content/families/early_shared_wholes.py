"""Grade 5: fractions as division, dividing with unit fractions, what multiplying does to size."""

from fractions import Fraction
from math import gcd

from vel_tutor.content import arith
from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, FRACTION
from vel_tutor.vocabulary import ItemFormat

_SHARE = Family(
    id="math.frac_as_division.share",
    skill="math.frac_as_division",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=35,
    params={
        "a": range(2, 20),
        "n": range(3, 13),
        "what": ("pies", "loaves", "melons", "bars", "pizzas"),
    },
    derive=lambda p: {"x": Fraction(p.a, p.n), "one": p.what.rstrip("s")},
    where=(lambda p: p.x.denominator > 1,),
    canon=lambda p: (p.a, p.n),
    stem="{n} friends share {a} {what} so that all get the same. How much does each friend get?",
    key=lambda p: p.x,
    checker=lambda p, v: sum([v] * p.n) == p.a,
    misconceptions=(
        Slip(
            "turns_around",
            lambda p: Fraction(p.n, p.a),
            "You shared {n} among {a}. It is {a} {what} for {n} friends.",
        ),
        Slip("unit_fraction", lambda p: Fraction(1, p.n), "That is from one only. There are {a}."),
        Slip(
            "whole_part_only",
            lambda p: p.a // p.n or None,
            "Some {what} are left over after that. Share those, too.",
        ),
        Slip("subtracts", lambda p: abs(p.a - p.n), "You took away. Share {a} among {n}."),
        Slip("multiplies", lambda p: p.a * p.n, "You multiplied. Each gets less than all {a}."),
        Slip(
            "one_friend_more", lambda p: Fraction(p.a, p.n + 1), "There are {n} friends, not more."
        ),
    ),
    hints=("Share one of them first: each gets [[1/{n}]].", "There are {a} of them to share."),
    steps=(
        Step("From one of them each gets [[1/{n}]]. There are {a}.", "{a} * 1/{n}", "{a}/{n}"),
        Step("So it is:", "{a} ÷ {n}", "{x}"),
    ),
    form=FRACTION,
)

_BETWEEN = Family(
    id="math.frac_as_division.floor",
    skill="math.frac_as_division",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "q": range(2, 12),
        "n": range(3, 13),
        "r": range(1, 12),
        "what": ("paint", "soup", "milk", "juice"),
    },
    derive=lambda p: {"a": p.q * p.n + p.r, "up": p.q + 1},
    where=(lambda p: p.r < p.n and p.q != p.r and p.q != p.n,),
    canon=lambda p: (p.q, p.n, p.r),
    stem="{a} liters of {what} go into {n} pots, the same in each. How many full liters are in"
    " each pot?",
    key=lambda p: p.q,
    checker=lambda p, v: p.n * v < p.a < p.n * (v + 1),
    misconceptions=(
        Slip("next_up", lambda p: p.up, "That many liters in each would be more than {a}."),
        Slip(
            "remainder", lambda p: p.r, "That is what is left. How many full liters does each get?"
        ),
        Slip("one_less", lambda p: p.q - 1, "Each pot can get one more full liter."),
        Slip("pots", lambda p: p.n, "{n} is how many pots there are. What is in one pot?"),
        Slip("subtracts", lambda p: p.a - p.n, "You took {n} away. Divide {a} by {n}."),
    ),
    hints=("How often does {n} fit into {a}?", "The rest is shared too, but makes no full liter."),
    steps=(
        Step("Full liters for all pots:", "{a} - {r}", "{n} * {q}"),
        Step("So each gets this many full liters.", "{n} * {q} ÷ {n}", "{q}"),
    ),
)


def _line_told(p: Params) -> str:
    return f"A number line from 0 to {p.w}, each whole cut into {p.n} equal steps."


_BY_UNIT = Family(
    id="math.unit_fraction.divide_by",
    skill="math.unit_fraction",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "w": range(2, 13),
        "n": range(2, 10),
        "what": ("ribbon", "rope", "plank", "pipe"),
    },
    derive=lambda p: {"x": p.w * p.n, "sum": p.w + p.n},
    where=(lambda p: p.w != p.n,),
    stem="You cut a {what} of {w} m into pieces of [[1/{n}]] m. How many pieces do you get?",
    key=lambda p: p.x,
    checker=lambda p, v: v * Fraction(1, p.n) == p.w,
    misconceptions=(
        Slip(
            "divides_whole",
            lambda p: Fraction(p.w, p.n),
            "You cut it into {n} pieces. Each meter alone gives {n} pieces.",
        ),
        Slip("one_meter", lambda p: p.n, "That is from one meter. The {what} has {w} m."),
        Slip("says_length", lambda p: p.w, "{w} pieces would be 1 m long each."),
        Slip("adds", lambda p: p.sum, "You added. Each meter gives {n} pieces."),
        Slip("one_meter_short", lambda p: p.x - p.n, "One meter is left out. There are {w} m."),
        Slip("marks", lambda p: p.x + 1, "You counted marks. Count the pieces between them."),
    ),
    hints=("How many pieces does one meter give?", "Each meter gives {n}. There are {w} m."),
    steps=(
        Step("One meter gives:", "1 ÷ 1/{n}", "{n}"),
        Step("So you get:", "{w} * {n}", "{x}"),
    ),
    figure=lambda p: draw.number_line(_line_told(p), [str(i) for i in range(p.w + 1)], p.n),
    alt=_line_told,
)

_UNIT_BY = Family(
    id="math.unit_fraction.shared",
    skill="math.unit_fraction",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=35,
    params={
        "n": range(2, 13),
        "k": range(2, 13),
        "what": ("pie", "pizza", "cake", "melon", "loaf"),
    },
    derive=lambda p: {"x": Fraction(1, p.n * p.k), "all": p.n * p.k, "sum": p.n + p.k},
    where=(lambda p: p.n != p.k,),
    canon=lambda p: (p.n, p.k),
    stem="[[1/{n}]] of a {what} is left. {k} friends share it. What part of the whole {what} does"
    " each get?",
    key=lambda p: p.x,
    checker=lambda p, v: sum([v] * p.k) == Fraction(1, p.n),
    misconceptions=(
        Slip(
            "multiplies", lambda p: Fraction(p.k, p.n), "You made it more. Sharing makes it less."
        ),
        Slip("adds_bottoms", lambda p: Fraction(1, p.sum), "You added. Each part is cut into {k}."),
        Slip("part_of_part", lambda p: Fraction(1, p.k), "That is the part of what is left."),
        Slip(
            "no_share", lambda p: Fraction(1, p.n), "That is all that is left. {k} friends share."
        ),
        Slip("divides", lambda p: Fraction(p.n, p.k), "Each gets less than [[1/{n}]]. Cut it up."),
    ),
    hints=(
        "Cut each [[1/{n}]] of the whole into {k} small parts.",
        "How many such small parts are in the whole?",
    ),
    steps=(
        Step("So many small parts are in the whole.", "{n} * {k}", "{all}"),
        Step("Each friend gets one.", "1/{n} ÷ {k}", "1/{all}"),
    ),
    form=FRACTION,
)


def _scaled(top: int, bottom: int, n: int) -> str:
    return f"{top}/{bottom} * {n}"


_SCALING = Family(
    id="math.frac_multiply.scaling",
    skill="math.frac_multiply",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "n": range(12, 99),
        "a": range(2, 10),
        "b": range(2, 10),
        "c": range(2, 10),
        "d": range(2, 10),
        "asked": ("more", "less"),
    },
    derive=lambda p: {
        "over": _scaled(p.a + p.b, p.b, p.n) if p.asked == "more" else _scaled(p.b, p.a + p.b, p.n),
    },
    where=(lambda p: p.c != p.b and gcd(p.a, p.b) == 1 and p.a + p.b < 12,),
    stem="Do not work them out. Which product is {asked} than {n}?",
    key=lambda p: p.over,
    checker=lambda p, v: (
        (arith.evaluate(arith.parse(v)) - p.n) * (1 if p.asked == "more" else -1) > 0
    ),
    misconceptions=(
        Slip(
            "equal_parts", lambda p: _scaled(p.c, p.c, p.n), "Top and bottom are alike: that is 1."
        ),
        Slip(
            "large_numbers",
            lambda p: (
                _scaled(p.d, p.d + 1, p.n) if p.asked == "more" else _scaled(p.d + 1, p.d, p.n)
            ),
            "Compare top and bottom: is the fraction more or less than 1?",
        ),
        Slip(
            "times_makes_more",
            lambda p: _scaled(1, p.c, p.n) if p.asked == "more" else _scaled(p.c + 3, p.c, p.n),
            "Times does not always make more. It depends on the fraction.",
        ),
        Slip(
            "turned_over",
            lambda p: (
                _scaled(p.b, p.a + p.b, p.n) if p.asked == "more" else _scaled(p.a + p.b, p.b, p.n)
            ),
            "Here the fraction is on the other side of 1. Compare top and bottom.",
        ),
    ),
    hints=("Times 1 changes nothing.", "Is the top larger than the bottom, or smaller?"),
    steps=lambda p: (
        Step(
            "The top is larger than the bottom, so it is more than 1 time the number."
            if p.asked == "more"
            else "The top is smaller than the bottom, so it is less than 1 time the number."
        ),
        Step("So this is the one:", p.over, p.over),
    ),
    form=EXPRESSION,
)

FAMILIES = (_SHARE, _BETWEEN, _BY_UNIT, _UNIT_BY, _SCALING)

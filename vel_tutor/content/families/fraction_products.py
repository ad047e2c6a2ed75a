"""Mixed numbers, and multiplying and dividing fractions."""

from fractions import Fraction
from math import gcd

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION, MIXED, RATIONAL, mixed_text
from vel_tutor.vocabulary import ItemFormat

_TO_MIXED = Family(
    id="math.frac_mixed.from_improper",
    skill="math.frac_mixed",
    grade=4,
    format=ItemFormat.FRACTION,
    time_s=35,
    params={"w": range(1, 10), "a": range(1, 11), "b": range(2, 13)},
    derive=lambda p: {"n": p.w * p.b + p.a, "full": p.w * p.b},
    where=(lambda p: p.a < p.b and gcd(p.a, p.b) == 1,),
    stem="Write [[{n}/{b}]] as a mixed number.",
    key=lambda p: Fraction(p.n, p.b),
    checker=lambda p, v: v * p.b == p.n,
    misconceptions=(
        Slip(
            "swaps_parts",
            lambda p: p.a + Fraction(p.w, p.b),
            "You swapped the whole number and the top. {b} fits into {n} {w} times.",
        ),
        Slip(
            "one_whole_less",
            lambda p: p.w - 1 + Fraction(p.a, p.b),
            "One more whole fits: {w} times {b} is {full}.",
        ),
        Slip(
            "one_whole_more",
            lambda p: p.w + 1 + Fraction(p.a, p.b),
            "That is one whole too many. Check how often {b} fits into {n}.",
        ),
        Slip(
            "rest_over_wholes",
            lambda p: p.w + Fraction(p.a, p.w) if p.w > p.a else None,
            "The parts keep their size: the bottom stays {b}.",
        ),
        Slip(
            "top_kept",
            lambda p: p.w + Fraction(p.n, p.b),
            "You took out {w} wholes but kept all {n} parts on top.",
        ),
    ),
    hints=("How many times does {b} fit into {n}?", "What is left over stays on top of {b}."),
    steps=(
        Step("{b} fits in {w} times, which uses up:", "{w} * {b}", "{full}"),
        Step("This many parts are left.", "{n} - {full}", "{a}"),
        Step("Wholes and parts together:", "{w} + {a}/{b}", "{w}_{a}/{b}"),
    ),
    form=MIXED,
    must="mixed",
)

_SUB_MIXED = Family(
    id="math.frac_mixed.subtract",
    skill="math.frac_mixed",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=75,
    params={
        "v": range(4, 13),
        "a": range(1, 8),
        "w": range(1, 9),
        "c": range(2, 10),
        "b": (3, 4, 5, 6, 7, 8, 9, 10),
    },
    derive=lambda p: {
        "more": p.b + p.a,
        "less": p.v - 1,
        "gap": p.v + Fraction(p.a, p.b) - p.w - Fraction(p.c, p.b),
        "wholes": p.v - 1 - p.w,
        "top": p.b + p.a - p.c,
        "mixed": mixed_text(p.v - p.w + Fraction(p.a - p.c, p.b), "_"),
    },
    where=(
        lambda p: p.a < p.c < p.b and p.v - p.w > 1 and gcd(p.a, p.b) == gcd(p.c, p.b) == 1,
        lambda p: p.gap.denominator > 1,
    ),
    stem="What is [[{v}_{a}/{b} - {w}_{c}/{b}]]?",
    key=lambda p: p.gap,
    checker=lambda p, v: (v - p.v + p.w) * p.b == p.a - p.c,
    misconceptions=(
        Slip(
            "turns_parts",
            lambda p: p.v - p.w + Fraction(p.c - p.a, p.b),
            "You took {a} from {c} parts. It is {a} parts take away {c}, so open up a whole.",
        ),
        Slip(
            "whole_unpaid",
            lambda p: p.v - p.w + Fraction(p.top, p.b),
            "You opened up a whole, but it still counts among the {v}.",
        ),
        Slip(
            "ten_parts",
            lambda p: p.wholes + Fraction(10 + p.a - p.c, p.b) if p.b != 10 else None,
            "A whole has {b} parts here, not ten.",
        ),
        Slip("wholes_only", lambda p: p.v - p.w, "Do not forget the parts: {c} are taken away."),
        Slip(
            "adds",
            lambda p: p.v + p.w + Fraction(p.a + p.c, p.b),
            "You added. The sign says to take away.",
        ),
    ),
    hints=(
        "{a} parts are not enough to take {c} away. Open up one of the wholes.",
        "One whole is {b} parts, so there are {more} parts and {less} wholes.",
    ),
    steps=(
        Step("Open up one whole.", "{v}_{a}/{b}", "{less} + {more}/{b}"),
        Step("Take the wholes away.", "{less} - {w}", "{wholes}"),
        Step("Take the parts away.", "{more}/{b} - {c}/{b}", "{top}/{b}"),
        Step("Both together:", "{wholes} + {top}/{b}", "{mixed}"),
    ),
    form=MIXED,
)

_MULTIPLY = Family(
    id="math.frac_multiply.product",
    skill="math.frac_multiply",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"a": range(1, 9), "b": range(3, 11), "c": range(1, 9), "d": range(3, 11)},
    derive=lambda p: {
        "top": p.a * p.c,
        "bottom": p.b * p.d,
        "product": Fraction(p.a * p.c, p.b * p.d),
    },
    where=(
        lambda p: p.a < p.b and p.c < p.d and p.b != p.d and gcd(p.a, p.b) == gcd(p.c, p.d) == 1,
    ),
    stem="What is [[{a}/{b} * {c}/{d}]]?",
    key=lambda p: p.product,
    checker=lambda p, v: v / Fraction(p.a, p.b) == Fraction(p.c, p.d),
    misconceptions=(
        Slip(
            "turns_second",
            lambda p: Fraction(p.a * p.d, p.b * p.c),
            "You turned [[{c}/{d}]] over. That is for dividing.",
        ),
        Slip(
            "turns_first",
            lambda p: Fraction(p.b * p.c, p.a * p.d),
            "You turned [[{a}/{b}]] over. For times, leave both as they are.",
        ),
        Slip(
            "adds_across",
            lambda p: Fraction(p.a + p.c, p.b + p.d),
            "You added tops and bottoms. Here both are multiplied.",
        ),
        Slip(
            "adds_fractions",
            lambda p: Fraction(p.a, p.b) + Fraction(p.c, p.d),
            "You added the two fractions. The sign is times.",
        ),
        Slip(
            "tops_added",
            lambda p: Fraction(p.a + p.c, p.bottom),
            "The bottom {bottom} is right, but the tops must be multiplied too.",
        ),
        Slip(
            "bottoms_added",
            lambda p: Fraction(p.top, p.b + p.d),
            "The top {top} is right, but the bottoms must be multiplied too.",
        ),
        Slip(
            "first_top_only",
            lambda p: Fraction(p.a, p.bottom),
            "The top {c} got lost. Multiply {a} by {c}.",
        ),
        Slip(
            "twice_small",
            lambda p: Fraction(p.top, p.bottom * min(p.b, p.d)),
            "You used one bottom twice. Multiply {b} by {d} just once.",
        ),
    ),
    hints=(
        "Take a part of a part: tops and bottoms each get multiplied.",
        "Begin with {b} times {d}.",
    ),
    steps=(
        Step("Tops times tops, bottoms times bottoms.", "{a}/{b} * {c}/{d}", "{top}/{bottom}"),
        Step("In simplest form:", "{top}/{bottom}", "{product}"),
    ),
    form=FRACTION,
)

_DIVIDE = Family(
    id="math.frac_divide.quotient",
    skill="math.frac_divide",
    grade=6,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={"a": range(1, 9), "b": range(2, 10), "c": range(1, 8), "d": range(2, 10)},
    derive=lambda p: {
        "top": p.a * p.d,
        "bottom": p.b * p.c,
        "quotient": Fraction(p.a * p.d, p.b * p.c),
    },
    where=(
        lambda p: p.a < p.b and p.c < p.d and gcd(p.a, p.b) == gcd(p.c, p.d) == 1,
        lambda p: Fraction(p.a, p.b) != Fraction(p.c, p.d),
    ),
    stem="What is [[{a}/{b} ÷ {c}/{d}]]?",
    key=lambda p: p.quotient,
    checker=lambda p, v: v * Fraction(p.c, p.d) == Fraction(p.a, p.b),
    misconceptions=(
        Slip(
            "multiplies",
            lambda p: Fraction(p.a * p.c, p.b * p.d),
            "You multiplied as it stands. To divide, turn [[{c}/{d}]] over first.",
        ),
        Slip(
            "turns_first",
            lambda p: Fraction(p.b * p.c, p.a * p.d),
            "You turned the first fraction over. Turn the second one, [[{c}/{d}]].",
        ),
        Slip(
            "subtracts",
            lambda p: abs(Fraction(p.a, p.b) - Fraction(p.c, p.d)),
            "You took one away from the other. Ask how often [[{c}/{d}]] fits in.",
        ),
        Slip(
            "turns_both",
            lambda p: Fraction(p.b * p.d, p.a * p.c),
            "You turned both over. Only the second one, [[{c}/{d}]], is turned.",
        ),
    ),
    hints=(
        "How often does [[{c}/{d}]] fit into [[{a}/{b}]]?",
        "Dividing by [[{c}/{d}]] is the same as taking it times [[{d}/{c}]].",
    ),
    steps=(
        Step("Turn the second one over and multiply.", "{a}/{b} ÷ {c}/{d}", "{a}/{b} * {d}/{c}"),
        Step("Tops times tops, bottoms times bottoms.", "{a}/{b} * {d}/{c}", "{top}/{bottom}"),
        Step("In simplest form:", "{top}/{bottom}", "{quotient}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_TO_MIXED, _SUB_MIXED, _MULTIPLY, _DIVIDE)

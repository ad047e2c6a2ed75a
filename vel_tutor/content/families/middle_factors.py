"""Greatest common factors and least common multiples, bare and in stories; division of parts."""

from fractions import Fraction
from math import gcd, lcm

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _least_prime(n: int) -> int:
    return next((d for d in range(2, n + 1) if n % d == 0), 1)


def _common(p: Params) -> dict[str, object]:
    a, b = p.g * p.x, p.g * p.y
    return {"a": a, "b": b, "small": _least_prime(p.g), "m": p.g * p.x * p.y}


_GCF = Family(
    id="math.gcf_lcm.greatest_factor",
    skill="math.gcf_lcm",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"g": range(4, 25), "x": range(2, 10), "y": range(2, 10)},
    derive=_common,
    where=(lambda p: gcd(p.x, p.y) == 1 and p.x < p.y and p.b < 150,),
    stem="What is the greatest common factor of {a} and {b}?",
    key=lambda p: p.g,
    checker=lambda p, v: [d for d in range(1, 150) if p.a % d == p.b % d == 0][-1] == v,
    misconceptions=(
        Slip("multiple", lambda p: p.m, "{m} is a multiple of both. A factor divides them."),
        Slip(
            "stops_early",
            lambda p: p.small if p.small < p.g else None,
            "{small} divides both, but a greater number does too.",
        ),
        Slip("difference", lambda p: p.b - p.a, "{b} - {a} need not divide both of them."),
        Slip("product", lambda p: p.a * p.b, "You multiplied them. Look for what divides both."),
        Slip("leftover", lambda p: p.y, "{y} is what is left of {b} after dividing."),
        Slip("half", lambda p: Fraction(p.g, 2), "It divides both, but twice as much does too."),
    ),
    hints=(
        "List the numbers that divide {a} with nothing left over.",
        "Which numbers of your list divide {b} too? Take the last one.",
    ),
    steps=(
        Step("{a} is made of these two factors.", "{g} * {x}", "{a}"),
        Step("{b} has the same factor in it.", "{g} * {y}", "{b}"),
        Step("{x} and {y} share no factor but 1, so this is the greatest.", "{a} ÷ {x}", "{g}"),
    ),
    form=RATIONAL,
)

_LCM = Family(
    id="math.gcf_lcm.least_multiple",
    skill="math.gcf_lcm",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"g": range(1, 9), "x": range(2, 9), "y": range(3, 12)},
    derive=_common,
    where=(lambda p: gcd(p.x, p.y) == 1 and p.x < p.y and 5 < p.b < 60,),
    stem="What is the least common multiple of {a} and {b}?",
    key=lambda p: p.m,
    checker=lambda p, v: next(n for n in range(1, 9999) if n % p.a == n % p.b == 0) == v,
    misconceptions=(
        Slip("factor", lambda p: p.g, "{g} divides both. A multiple is at least as large as both."),
        Slip(
            "product",
            lambda p: p.a * p.b,
            "{a} times {b} is a multiple of both, but a smaller one exists.",
        ),
        Slip("sum", lambda p: p.a + p.b, "You added {a} and {b}. Count in steps of {b} instead."),
        Slip("twice", lambda p: 2 * p.m, "That is the second number both lists share."),
        Slip(
            "larger",
            lambda p: p.b,
            "{b} is not in the list of {a}. Go on counting in steps of {b}.",
        ),
        Slip("double", lambda p: 2 * p.b, "Twice {b} need not be in the list of {a}. Check it."),
        Slip("three_times", lambda p: 3 * p.m, "Both lists share it, but not for the first time."),
    ),
    hints=(
        "Count in steps of {b}: the first few multiples of {b}.",
        "Which multiple of {b} can be divided by {a} first?",
    ),
    steps=(
        Step("{a} goes into it {y} times.", "{a} * {y}", "{m}"),
        Step("{b} goes into it too, and no smaller number works.", "{b} * {x}", "{m}"),
    ),
)

_MEET = Family(
    id="math.gcf_lcm.together_again",
    skill="math.gcf_lcm",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "g": range(2, 9),
        "x": range(2, 8),
        "y": range(3, 10),
        "scene": (
            ("Two lamps flash together at noon. One flashes", "s", "s"),
            ("Two buses leave together at noon. One leaves", "min", "minutes"),
            ("Two bells ring together at noon. One rings", "min", "minutes"),
        ),
    },
    derive=lambda p: {
        **_common(p),
        "lead": p.scene[0],
        "unit": p.scene[1],
        "word": "seconds" if p.scene[1] == "s" else "minutes",
    },
    where=(lambda p: gcd(p.x, p.y) == 1 and p.x < p.y and p.b < 60,),
    canon=lambda p: (p.a, p.b),
    stem=(
        "{lead} every {a} {word}. The other one does so every {b} {word}. How many {word} go by "
        "till both are due at once?"
    ),
    key=lambda p: p.m,
    checker=lambda p, v: v in range(p.a, p.m + 1, p.a) and v == lcm(p.a, p.b),
    misconceptions=(
        Slip("product", lambda p: p.a * p.b, "They meet then, but they have met before. Check."),
        Slip("factor", lambda p: p.g, "Nothing happens after {g} {word} yet. Look for a multiple."),
        Slip("sum", lambda p: p.a + p.b, "Adding the two does not give a time of both."),
        Slip("larger", lambda p: p.b, "After {b} {word} only the second is due."),
        Slip(
            "gap", lambda p: p.b - p.a, "That is how much later the second is due the first time."
        ),
    ),
    hints=(
        "Write down the times of the first one: {a}, then on in steps of {a}.",
        "Which time in the list of {a} can be divided by {b} too?",
    ),
    steps=(
        Step("The first is due for the {y}th time at:", "{y} * {a}", "{m}"),
        Step("The second is due at the same time, and at none before.", "{x} * {b}", "{m}"),
    ),
    form=WHOLE,
    unit="{unit}",
)

_KITS = Family(
    id="math.gcf_lcm.equal_sets",
    skill="math.gcf_lcm",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "g": range(4, 25),
        "x": range(2, 10),
        "y": range(2, 10),
        "things": (("pens", "pads"), ("apples", "pears"), ("nuts", "bolts"), ("tulips", "roses")),
    },
    derive=lambda p: {**_common(p), "one": p.things[0], "two": p.things[1]},
    where=(lambda p: gcd(p.x, p.y) == 1 and p.x != p.y and max(p.a, p.b) < 160,),
    canon=lambda p: (p.a, p.b),
    stem=(
        "You have {a} {one} and {b} {two}. You want to make as many equal bags as you can, with "
        "nothing left over. How many bags?"
    ),
    key=lambda p: p.g,
    checker=lambda p, v: max(n for n in range(1, p.a + 1) if p.a % n == p.b % n == 0) == v,
    misconceptions=(
        Slip(
            "in_one_bag",
            lambda p: p.x + p.y,
            "{x} {one} and {y} {two} are in one bag. How many bags are there?",
        ),
        Slip(
            "stops_early",
            lambda p: p.small if p.small < p.g else None,
            "{small} bags would work, but you can make more.",
        ),
        Slip("half", lambda p: Fraction(p.g, 2), "That works, but twice as many bags do too."),
        Slip("difference", lambda p: abs(p.a - p.b), "The gap between {a} and {b} is no count."),
        Slip("fewer_things", lambda p: min(p.a, p.b), "The other kind cannot be shared by that."),
        Slip("multiple", lambda p: p.m, "There are not so many things to share. It must divide."),
        Slip("in_bag_one", lambda p: p.x, "{x} is how many {one} are in one bag."),
        Slip("double", lambda p: 2 * p.g, "Try it: can {a} and {b} both be shared by that?"),
    ),
    hints=(
        "The number of bags must divide both {a} and {b}.",
        "List what divides {a}. What is the greatest of these that divides {b}?",
    ),
    steps=(
        Step("Each bag gets {x} {one}.", "{a} ÷ {x}", "{g}"),
        Step("And {y} {two}; more bags would not come out even.", "{b} ÷ {y}", "{g}"),
    ),
)

_DIVIDE = Family(
    id="math.decimals_multiply.divide",
    skill="math.decimals_multiply",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"q": range(3, 90), "d": range(2, 13), "dp": (1, 2), "qp": (0, 1)},
    derive=lambda p: {
        "by": Fraction(p.d, 10**p.dp),
        "quotient": Fraction(p.q, 10**p.qp),
        "small": decimal_text(Fraction(p.d, 10**p.dp)),
        "total": decimal_text(Fraction(p.d * p.q, 10 ** (p.dp + p.qp))),
        "moved": decimal_text(Fraction(p.d * p.q, 10**p.qp)),
        "shown": decimal_text(Fraction(p.q, 10**p.qp)),
        "ten": 10**p.dp,
    },
    where=(lambda p: p.q % 10 and p.d % 10 and p.d != p.q,),
    canon=lambda p: (p.small, p.total),
    stem="What is [[{total} ÷ {small}]]?",
    key=lambda p: p.quotient,
    checker=lambda p, v: v * p.by == Fraction(p.total.replace(",", "")),
    misconceptions=(
        Slip(
            "point_left",
            lambda p: p.quotient / 10,
            "The digits are right. Multiply back to place the point.",
        ),
        Slip(
            "point_right",
            lambda p: p.quotient * 10,
            "Too large by ten times. Multiply your answer by {small}.",
        ),
        Slip(
            "drops_point",
            lambda p: p.quotient / p.ten,
            "You divided by {d}. But {small} is far less than {d}.",
        ),
        Slip(
            "multiplies",
            lambda p: p.quotient * p.by * p.by,
            "You multiplied by {small}. How often does it fit in?",
        ),
        Slip(
            "subtracts",
            lambda p: p.quotient * p.by - p.by,
            "You took {small} away just once. How often does it fit in?",
        ),
    ),
    hints=(
        "Make the divisor whole: multiply both numbers by {ten}.",
        "[[{total} ÷ {small}]] is the same as [[{moved} ÷ {d}]].",
    ),
    steps=(
        Step("Multiply both numbers by {ten}.", "{total} ÷ {small}", "{moved} ÷ {d}"),
        Step("Now divide by a whole number.", "{moved} ÷ {d}", "{shown}"),
    ),
    form=DECIMAL,
)

FAMILIES = (_GCF, _LCM, _MEET, _KITS, _DIVIDE)

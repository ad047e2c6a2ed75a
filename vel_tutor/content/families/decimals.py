"""Decimals: adding, multiplying, moving places, and writing fractions as decimals."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_ADD = Family(
    id="math.decimals.add",
    skill="math.decimals",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(12, 99), "b": range(101, 899)},
    derive=lambda p: {
        "x": decimal_text(Fraction(p.a, 10)),
        "y": decimal_text(Fraction(p.b, 100)),
        "padded": decimal_text(Fraction(p.a, 10), 2),
        "total": Fraction(p.a * 10 + p.b, 100),
        "shown": decimal_text(Fraction(p.a * 10 + p.b, 100)),
    },
    where=(lambda p: p.a % 10 and p.b % 10,),
    stem="What is [[{x} + {y}]]?",
    key=lambda p: p.total,
    checker=lambda p, v: v - Fraction(p.b, 100) == Fraction(p.a, 10),
    misconceptions=(
        Slip(
            "right_aligned",
            lambda p: Fraction(p.a + p.b, 100),
            "You lined up the last digits. Line up the points: {x} is {padded}.",
        ),
        Slip(
            "tails_as_numbers",
            lambda p: p.a // 10 + p.b // 100 + Fraction(p.a % 10 + p.b % 100, 100),
            "After the point, tenths go with tenths. {x} is {padded}.",
        ),
        Slip(
            "point_lost",
            lambda p: p.a + p.b,
            "The point got lost. Both numbers are far smaller than that.",
        ),
        Slip(
            "no_carry",
            lambda p: p.total - 1 if p.a % 10 + p.b // 10 % 10 >= 10 else None,
            "The tenths made one more whole. Carry it across the point.",
        ),
    ),
    hints=(
        "Write the numbers under each other with the points in line.",
        "{x} has no hundredths. You may write it as {padded}.",
    ),
    steps=(
        Step("Give both the same number of places.", "{x}", "{padded}"),
        Step("Add hundredths, tenths and ones.", "{padded} + {y}", "{shown}"),
    ),
    form=DECIMAL,
)

_MULTIPLY = Family(
    id="math.decimals.multiply",
    skill="math.decimals_multiply",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"a": range(12, 99), "b": range(2, 10), "i": (1, 2), "j": (1, 2)},
    derive=lambda p: {
        "x": decimal_text(Fraction(p.a, 10**p.i)),
        "y": decimal_text(Fraction(p.b, 10**p.j)),
        "whole": p.a * p.b,
        "scale": 10 ** (p.i + p.j),
        "places": p.i + p.j,
        "product": Fraction(p.a * p.b, 10 ** (p.i + p.j)),
        "shown": decimal_text(Fraction(p.a * p.b, 10 ** (p.i + p.j))),
    },
    where=(lambda p: p.a % 10 and p.a * p.b % 10,),
    stem="What is [[{x} * {y}]]?",
    key=lambda p: p.product,
    checker=lambda p, v: v / Fraction(p.b, 10**p.j) == Fraction(p.a, 10**p.i),
    misconceptions=(
        Slip(
            "one_place_short",
            lambda p: p.product * 10,
            "Count the places again: {x} and {y} have {places} places in all.",
        ),
        Slip(
            "one_place_over",
            lambda p: p.product / 10,
            "That is one place too many. {x} and {y} have {places} places in all.",
        ),
        Slip(
            "two_places_short",
            lambda p: p.product * 100,
            "Look at the size: {x} is taken only {y} times, so little comes out.",
        ),
        Slip(
            "two_places_over",
            lambda p: p.product / 100,
            "The point moved two places too far. Count the digits after both points.",
        ),
        Slip(
            "adds",
            lambda p: Fraction(p.a, 10**p.i) + Fraction(p.b, 10**p.j),
            "You added {x} and {y}. The sign is times.",
        ),
        Slip(
            "three_places_over",
            lambda p: p.product / 1000,
            "There are far too many zeros after the point. You need {places} places.",
        ),
        Slip(
            "no_point_in_one",
            lambda p: p.product * 1000,
            "You left the points out. {x} and {y} are small numbers.",
        ),
    ),
    hints=(
        "First multiply as if there were no points.",
        "How many digits stand after the points of {x} and {y} together?",
    ),
    steps=(
        Step("Multiply without the points.", "{a} * {b}", "{whole}"),
        Step("Together they have {places} places.", "{whole} ÷ {scale}", "{shown}"),
    ),
    form=DECIMAL,
)

_SHIFT = Family(
    id="math.decimals.powers_of_ten",
    skill="math.decimals",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"a": range(103, 998), "i": (1, 2), "k": (1, 2, 3), "sign": ("*", "÷")},
    derive=lambda p: {
        "x": decimal_text(Fraction(p.a, 10**p.i)),
        "ten": 10**p.k,
        "way": "right" if p.sign == "*" else "left",
        "size": "bigger" if p.sign == "*" else "smaller",
        "result": Fraction(p.a, 10**p.i) * (Fraction(10) ** (p.k if p.sign == "*" else -p.k)),
        "shown": decimal_text(
            Fraction(p.a, 10**p.i) * (Fraction(10) ** (p.k if p.sign == "*" else -p.k))
        ),
    },
    where=(lambda p: p.a % 10,),
    stem="What is [[{x} {sign} {ten}]]?",
    key=lambda p: p.result,
    checker=lambda p, v: (
        v * 10**p.i == p.a * p.ten if p.sign == "*" else v * p.ten * 10**p.i == p.a
    ),
    misconceptions=(
        Slip(
            "wrong_way",
            lambda p: p.result / p.ten**2 if p.sign == "*" else p.result * p.ten**2,
            "The answer must be {size}, so the point moves to the {way}.",
        ),
        Slip("one_short", lambda p: p.result / 10, "Count the zeros of {ten} again, then move."),
        Slip(
            "one_over", lambda p: p.result * 10, "Move the point one place for each zero of {ten}."
        ),
        Slip("same", lambda p: Fraction(p.a, 10**p.i), "Zeros after the point change nothing."),
        Slip(
            "adds",
            lambda p: Fraction(p.a, 10**p.i) + p.ten,
            "You added {ten}. Here each digit moves to a new place.",
        ),
    ),
    hints=(
        "Will the answer be bigger or smaller than {x}?",
        "Move the point one place to the {way} for each zero of {ten}.",
    ),
    steps=(Step("Every digit moves {k} to the side.", "{x} {sign} {ten}", "{shown}"),),
    form=DECIMAL,
)

_FROM_FRACTION = Family(
    id="math.decimals.from_fraction",
    skill="math.decimals_fractions",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(1, 50), "b": (4, 5, 8, 16, 20, 25, 40, 50)},
    derive=lambda p: {
        "value": Fraction(p.a, p.b),
        "shown": decimal_text(Fraction(p.a, p.b)),
        "k": {4: 25, 5: 2, 8: 125, 16: 625, 20: 5, 25: 4, 40: 25, 50: 2}[p.b],
    },
    where=(lambda p: p.a < p.b and Fraction(p.a, p.b).denominator == p.b,),
    stem="Write [[{a}/{b}]] as a decimal.",
    key=lambda p: p.value,
    checker=lambda p, v: v * p.b == p.a,
    misconceptions=(
        Slip(
            "bar_as_point",
            lambda p: p.a + Fraction(p.b, 10 ** len(str(p.b))),
            "The bar is not a point. It means {a} shared by {b}.",
        ),
        Slip(
            "zero_point_top",
            lambda p: Fraction(p.a, 10 ** len(str(p.a))),
            "You wrote the top after a point. Share {a} by {b} instead.",
        ),
        Slip(
            "both_after_point",
            lambda p: Fraction(int(f"{p.a}{p.b}"), 10 ** len(f"{p.a}{p.b}")),
            "You wrote both numbers after the point. The bar means to divide.",
        ),
        Slip(
            "ten_times", lambda p: p.value * 10, "The point is one place off: {a} is less than {b}."
        ),
        Slip("tenth", lambda p: p.value / 10, "There is a zero too many after the point."),
    ),
    hints=(
        "A fraction is a division: top shared by bottom.",
        "Take top and bottom {k} times: the new bottom is a round number.",
    ),
    steps=(
        Step("Make the bottom a round number.", "{a}/{b}", "({a} * {k})/({b} * {k})"),
        Step("Now read it as a decimal.", "({a} * {k})/({b} * {k})", "{shown}"),
    ),
    form=DECIMAL,
    must="decimal",
)

FAMILIES = (_ADD, _MULTIPLY, _SHIFT, _FROM_FRACTION)

"""Ratio, unit rate, and quantities that grow together."""

from fractions import Fraction
from math import gcd

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, MONEY, RATIO, decimal_text
from vel_tutor.vocabulary import ItemFormat

_SIMPLEST = Family(
    id="math.ratio.simplest",
    skill="math.ratio",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "x": range(1, 10),
        "y": range(1, 10),
        "k": range(2, 9),
        "pair": (("cats", "dogs"), ("red beads", "blue beads"), ("cups of flour", "cups of milk")),
    },
    derive=lambda p: {"a": p.x * p.k, "b": p.y * p.k, "first": p.pair[0], "second": p.pair[1]},
    where=(lambda p: p.x != p.y and gcd(p.x, p.y) == 1,),
    stem=(
        "There are {a} {first} and {b} {second}. What is the ratio of {first} to {second}, in "
        "simplest form?"
    ),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: v[0] * p.b == v[1] * p.a and gcd(*v) == 1,
    misconceptions=(
        Slip("reversed", lambda p: (p.y, p.x), "Keep the order: {first} come first."),
        Slip(
            "part_to_whole",
            lambda p: _lowest(p.a, p.a + p.b),
            "You compared with all {a} + {b}. Compare with the {second} only.",
        ),
        Slip(
            "whole_to_part",
            lambda p: _lowest(p.a + p.b, p.b),
            "You took all of them first. Take only the {first}, {a}.",
        ),
        Slip(
            "subtracts",
            lambda p: _lowest(p.a - min(p.a, p.b) + 1, p.b - min(p.a, p.b) + 1),
            "You took the same away from both. Divide both by the same instead.",
        ),
        Slip(
            "one_divided",
            lambda p: (p.x, p.b),
            "You divided only the {first} by {k}. Divide both.",
        ),
        Slip("other_divided", lambda p: (p.a, p.y), "You divided only the {second}. Divide both."),
    ),
    hints=(
        "Write the two numbers in the order of the question.",
        "Find the biggest number that goes into both {a} and {b}.",
    ),
    steps=(
        Step("Both can be divided by {k}.", "{a} ÷ {k}", "{x}"),
        Step("Do the same with the other.", "{b} ÷ {k}", "{y}"),
    ),
    form=RATIO,
)


def _lowest(a: int, b: int) -> tuple[int, int]:
    return a // gcd(a, b), b // gcd(a, b)


_SHARE = Family(
    id="math.ratio.share",
    skill="math.ratio",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={
        "x": range(1, 8),
        "y": range(1, 9),
        "k": range(3, 16),
        "what": ("stickers", "shells", "sweets", "points"),
    },
    derive=lambda p: {
        "n": (p.x + p.y) * p.k,
        "parts": p.x + p.y,
        "mine": p.x * p.k,
    },
    where=(lambda p: p.x != p.y and gcd(p.x, p.y) == 1,),
    canon=lambda p: (p.x, p.y, p.k),
    stem="Ana and Ben share {n} {what} in the ratio {x} : {y}. How many does Ana get?",
    key=lambda p: p.mine,
    checker=lambda p, v: v * p.y == (p.n - v) * p.x,
    misconceptions=(
        Slip(
            "the_others", lambda p: p.y * p.k, "That is the share of Ben. Ana has the first number."
        ),
        Slip("one_part", lambda p: p.k, "{k} is one part. Ana gets {x} of them."),
        Slip(
            "part_as_fraction",
            lambda p: Fraction(p.n * p.x, p.y) if p.x < p.y else None,
            "You used {x} out of {y}. There are {parts} parts in all.",
        ),
        Slip("shares_by_x", lambda p: Fraction(p.n, p.x), "You shared by {x}. Share by all parts."),
        Slip(
            "half",
            lambda p: Fraction(p.n, 2),
            "Half would be fair for 1 : 1. Here it is {x} : {y}.",
        ),
    ),
    hints=("How many equal parts are there in all?", "Find one part, then take {x} of them."),
    steps=(
        Step("Parts in all:", "{x} + {y}", "{parts}"),
        Step("One part is:", "{n} ÷ {parts}", "{k}"),
        Step("Ana gets {x} parts.", "{x} * {k}", "{mine}"),
    ),
)

_UNIT_PRICE = Family(
    id="math.unit_rate.price",
    skill="math.unit_rate",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={
        "cents": range(35, 480, 5),
        "n": range(3, 10),
        "m": range(2, 13),
        "what": ("pens", "melons", "notebooks", "tickets", "muffins"),
    },
    derive=lambda p: {
        "cost": decimal_text(Fraction(p.cents * p.n, 100), 2),
        "each": decimal_text(Fraction(p.cents, 100), 2),
        "answer": decimal_text(Fraction(p.cents * p.m, 100), 2),
    },
    where=(lambda p: p.m != p.n,),
    canon=lambda p: (p.cents, p.n, p.m),
    stem="{n} {what} cost ${cost}. What do {m} {what} cost?",
    key=lambda p: Fraction(p.cents * p.m, 100),
    checker=lambda p, v: v * p.n == Fraction(p.cents * p.n, 100) * p.m,
    misconceptions=(
        Slip(
            "adds_difference",
            lambda p: Fraction(p.cents * p.n, 100) + p.m - p.n,
            "You changed the price by a dollar for each one. Find the price of one first.",
        ),
        Slip("price_of_one", lambda p: Fraction(p.cents, 100), "${each} is for one. You want {m}."),
        Slip(
            "times_all",
            lambda p: Fraction(p.cents * p.n * p.m, 100),
            "You took the price of {n} again and again. First share it by {n}.",
        ),
        Slip(
            "turned",
            lambda p: Fraction(round(Fraction(p.cents * p.n * p.n, p.m)), 100),
            "You scaled the wrong way. Do {m} cost more or less than {n}?",
        ),
    ),
    hints=("What does one cost?", "Share ${cost} by {n}, then take it {m} times."),
    steps=(
        Step("One costs:", "{cost} ÷ {n}", "{each}"),
        Step("{m} of them cost:", "{m} * {each}", "{answer}"),
    ),
    form=MONEY,
)

_SPEED = Family(
    id="math.unit_rate.speed",
    skill="math.unit_rate",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "speed": range(12, 100, 2),
        "h": range(2, 7),
        "t": range(3, 10),
        "who": ("train", "bus", "cyclist", "truck", "ship"),
    },
    derive=lambda p: {"d": p.speed * p.h, "far": p.speed * p.t},
    where=(lambda p: p.h != p.t,),
    canon=lambda p: (p.speed, p.h, p.t),
    stem="A {who} goes {d} km in {h} hours. How far does it go in {t} hours at the same speed?",
    key=lambda p: p.far,
    checker=lambda p, v: Fraction(v, p.t) == Fraction(p.d, p.h),
    misconceptions=(
        Slip("speed_only", lambda p: p.speed, "{speed} km is for one hour. You want {t} hours."),
        Slip("times_distance", lambda p: p.d * p.t, "{d} km took {h} hours, not one hour."),
        Slip("adds_hours", lambda p: p.d + p.t - p.h, "One hour is more than one km here."),
        Slip(
            "turned",
            lambda p: Fraction(p.d * p.h, p.t),
            "You scaled the wrong way. {t} hours is not the same as {h} hours.",
        ),
    ),
    hints=("How far does it go in one hour?", "Share {d} km by {h} hours first."),
    steps=(
        Step("In one hour:", "{d} ÷ {h}", "{speed}"),
        Step("In {t} hours:", "{t} * {speed}", "{far}"),
    ),
    unit="km",
)

_RECIPE = Family(
    id="math.proportion.recipe",
    skill="math.proportion",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={
        "people": (4, 6, 8, 10, 12),
        "amount": range(2, 30),
        "guests": range(3, 31),
        "what": ("cups of rice", "spoons of oil", "cups of milk", "bags of peas"),
    },
    derive=lambda p: {
        "need": Fraction(p.amount * p.guests, p.people),
        "half": Fraction(2 * p.amount * p.guests, p.people),
        "shown": decimal_text(Fraction(2 * p.amount * p.guests // p.people, 2)),
    },
    where=(
        lambda p: p.half.denominator == 1 and p.guests % p.people and p.guests != p.people,
        lambda p: p.amount != p.people,
    ),
    canon=lambda p: (p.people, p.amount, p.guests),
    stem="A dish for {people} people needs {amount} {what}. How many {what} for {guests} people?",
    key=lambda p: p.need,
    checker=lambda p, v: Fraction(v) / p.guests == Fraction(p.amount, p.people),
    misconceptions=(
        Slip(
            "adds_difference",
            lambda p: p.amount + p.guests - p.people,
            "You added one for each extra person. Each one needs a fixed share instead.",
        ),
        Slip(
            "turned",
            lambda p: Fraction(p.amount * p.people, p.guests),
            "You scaled the wrong way: {guests} people do not eat like that.",
        ),
        Slip(
            "times_all",
            lambda p: p.amount * p.guests,
            "{amount} is enough for {people} people, not for just one.",
        ),
        Slip(
            "per_person",
            lambda p: Fraction(p.amount, p.people),
            "That is for one person. Take it {guests} times.",
        ),
    ),
    hints=(
        "How much does one person need?",
        "Share {amount} by {people}. Then take that {guests} times.",
    ),
    steps=(
        Step("One person needs:", "{amount} ÷ {people}", "{amount}/{people}"),
        Step("{guests} people need:", "{guests} * {amount}/{people}", "{shown}"),
    ),
    form=DECIMAL,
)

FAMILIES = (_SIMPLEST, _SHARE, _UNIT_PRICE, _SPEED, _RECIPE)

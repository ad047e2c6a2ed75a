"""Adding, subtracting, multiplying whole numbers in columns."""

from collections.abc import Mapping
from typing import Any

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat


def _columns(number: int, count: int) -> list[int]:
    """Digits, ones first, padded with zeros."""
    return [number // 10**place % 10 for place in range(count)]


def _by_column(p: Params, rule: str) -> int:
    """Work on each column alone, as children who forget the carry do."""
    pairs = list(zip(_columns(p.a, 4), _columns(p.b, 4), strict=True))
    if rule == "no_carry":
        return sum((x + y) % 10 * 10**place for place, (x, y) in enumerate(pairs))
    return sum(abs(x - y) * 10**place for place, (x, y) in enumerate(pairs))


def _written_out(p: Params) -> int:
    """47 + 38 = 715: each column's sum written down whole."""
    width = len(str(p.a))
    sums = [x + y for x, y in zip(_columns(p.a, width), _columns(p.b, width), strict=True)]
    return int("".join(str(total) for total in reversed(sums)))


def _added(p: Params) -> Mapping[str, Any]:
    tail = p.b % 100
    return {"sum": p.a + p.b, "tail": tail, "front": p.b - tail, "half": p.a + p.b - tail}


_ADD = Family(
    id="math.add_sub.add",
    skill="math.add_sub",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(124, 899), "b": range(113, 799)},
    derive=_added,
    where=(lambda p: _by_column(p, "no_carry") != p.a + p.b and p.b % 100 and p.a > p.b,),
    canon=lambda p: (p.a, p.b),
    stem="What is [[{a} + {b}]]?",
    key=lambda p: p.sum,
    checker=lambda p, v: v - p.b == p.a,
    misconceptions=(
        Slip(
            "no_carry",
            lambda p: _by_column(p, "no_carry"),
            "A column came to ten or more. Carry the ten to the next column.",
        ),
        Slip(
            "writes_it_all",
            _written_out,
            "You wrote both digits of a column. Only the ones stay; the ten moves on.",
        ),
        Slip("subtracts", lambda p: p.a - p.b, "You took {b} away. The sign says to add it."),
        Slip("carry_twice", lambda p: p.sum + 10, "One ten too many. Carry each ten only once."),
        Slip("lost_hundred", lambda p: p.sum - 100, "A hundred is missing. Check your carries."),
    ),
    hints=(
        "Line up ones, tens and hundreds. Begin with the ones.",
        "When a column makes ten or more, carry one to the left.",
    ),
    steps=(
        Step("Add the hundreds of {b} first.", "{a} + {front}", "{half}"),
        Step("Then add what is left.", "{half} + {tail}", "{sum}"),
    ),
)


def _taken(p: Params) -> Mapping[str, Any]:
    tail = p.b % 100
    return {"gap": p.a - p.b, "tail": tail, "front": p.b - tail, "half": p.a - p.b + tail}


_SUBTRACT = Family(
    id="math.add_sub.subtract",
    skill="math.add_sub",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(302, 989), "b": range(113, 789)},
    derive=_taken,
    where=(lambda p: p.a - p.b > 20 and p.b % 100 and _by_column(p, "turns") != p.a - p.b,),
    stem="What is [[{a} - {b}]]?",
    key=lambda p: p.gap,
    checker=lambda p, v: v + p.b == p.a,
    misconceptions=(
        Slip(
            "turns_column",
            lambda p: _by_column(p, "turns"),
            "In a column you took the top digit from the bottom one. Borrow a ten instead.",
        ),
        Slip(
            "borrow_unpaid",
            lambda p: p.gap + 10,
            "You borrowed, but the place you borrowed from must go down by one.",
        ),
        Slip("hundred_unpaid", lambda p: p.gap + 100, "A hundred was borrowed but not paid back."),
        Slip("adds", lambda p: p.a + p.b, "You added. The sign says to take {b} away."),
        Slip("pays_twice", lambda p: p.gap - 10, "That is ten too few. You borrowed twice."),
    ),
    hints=(
        "Start with the ones. Can you take the bottom digit from the top one?",
        "If the top digit is too small, borrow one from the place on its left.",
    ),
    steps=(
        Step("Take away the hundreds first.", "{a} - {front}", "{half}"),
        Step("Then take away what is left.", "{half} - {tail}", "{gap}"),
    ),
)


def _multiplied(p: Params) -> Mapping[str, Any]:
    return {
        "tens": p.b - p.b % 10,
        "ones": p.b % 10,
        "first": p.a * (p.b - p.b % 10),
        "second": p.a * (p.b % 10),
        "product": p.a * p.b,
    }


_MULTIPLY = Family(
    id="math.multiply.two_digits",
    skill="math.multiply",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"a": range(12, 99), "b": range(12, 60)},
    derive=_multiplied,
    where=(lambda p: p.a % 10 > 1 and p.b % 10 > 1 and p.a > p.b,),
    stem="What is [[{a} * {b}]]?",
    key=lambda p: p.product,
    checker=lambda p, v: v % p.a == 0 and v // p.a == p.b,
    misconceptions=(
        Slip(
            "no_shift",
            lambda p: p.a * (p.b // 10) + p.second,
            "The {tens} counts tens, not ones. {a} times {tens} ends in a zero.",
        ),
        Slip(
            "ends_only",
            lambda p: p.a // 10 * (p.b // 10) * 100 + p.a % 10 * p.ones,
            "You did tens by tens and ones by ones. Each part of {a} meets each part of {b}.",
        ),
        Slip("tens_only", lambda p: p.first, "That is {a} times {tens}. Now the {ones} is left."),
        Slip("ones_only", lambda p: p.second, "That is {a} times {ones}. Now the {tens} is left."),
        Slip("adds", lambda p: p.a + p.b, "You added {a} and {b}. Here you take {a} many times."),
    ),
    hints=("Split {b} into tens and ones.", "Work out {a} times {tens}, then {a} times {ones}."),
    steps=(
        Step("Take {a} the round way first.", "{a} * {tens}", "{first}"),
        Step("Then the ones.", "{a} * {ones}", "{second}"),
        Step("Put both together.", "{first} + {second}", "{product}"),
    ),
)

FAMILIES = (_ADD, _SUBTRACT, _MULTIPLY)

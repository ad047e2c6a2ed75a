"""Kindergarten to grade 4: putting numbers, fractions and lengths in order."""

from fractions import Fraction
from itertools import pairwise
from math import gcd

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION, TEXT, WHOLE
from vel_tutor.vocabulary import ItemFormat


def _swapped(order: tuple[int | Fraction | str, ...], at: int) -> tuple[int | Fraction | str, ...]:
    """The order with two neighbors changed."""
    return (*order[:at], order[at + 1], order[at], *order[at + 2 :])


def _by_digit(numbers: tuple[int, ...], place: int) -> tuple[int, ...]:
    """Sorted by one digit only: the ones for a place of 1, the tens for 10."""
    return tuple(sorted(numbers, key=lambda number: (number // place % 10, number)))


def _climbs(p: Params) -> tuple[int, ...]:
    return tuple(sorted((p.a, p.b, p.c, p.d)))


_COUNT_ORDER = Family(
    id="math.counting.order",
    skill="math.counting",
    grade=0,
    format=ItemFormat.ORDER,
    time_s=40,
    params={name: range(2, 31) for name in "abcd"},
    derive=lambda p: {"first": min(p.a, p.b, p.c, p.d)},
    where=(
        lambda p: len({p.a, p.b, p.c, p.d}) == 4,
        lambda p: max(p.a, p.b, p.c, p.d) - p.first < 16,
    ),
    canon=_climbs,
    stem="Put them in a row. Start with the one that is least.",
    key=_climbs,
    checker=lambda p, v: all(one < two for one, two in pairwise(v)),
    misconceptions=(
        Slip("goes_down", lambda p: _climbs(p)[::-1], "That goes down. Start with the least one."),
        Slip(
            "by_first_digit",
            lambda p: tuple(sorted(_climbs(p), key=str)),
            "You looked at the first digit. Say the numbers as you count: which comes first?",
        ),
        Slip(
            "by_last_digit",
            lambda p: _by_digit(_climbs(p), 1),
            "You looked at the last digit. Look at the tens first.",
        ),
        Slip("swaps_middle", lambda p: _swapped(_climbs(p), 1), "Look at the two in the middle."),
        Slip("swaps_last", lambda p: _swapped(_climbs(p), 2), "Look at the last two once more."),
    ),
    hints=("Count from one and listen which you say first.", "Find the least. Then find the next."),
    steps=lambda p: tuple(
        Step(f"{two} comes after {one}.", f"{two} - {one}", f"{two - one}")
        for one, two in pairwise(_climbs(p))
    ),
    form=WHOLE,
)


def _hundreds(p: Params) -> tuple[int, ...]:
    x, y, z = p.digits
    return tuple(
        sorted(
            (100 * x + 10 * y + z, 100 * x + 10 * z + y, 100 * y + 10 * x + z, 100 * z + 10 * y + x)
        )
    )


_HUNDREDS_ORDER = Family(
    id="math.hundreds.order",
    skill="math.hundreds",
    grade=2,
    format=ItemFormat.ORDER,
    time_s=45,
    params={
        "digits": tuple(
            (x, y, z)
            for x in range(1, 10)
            for y in range(1, 10)
            for z in range(1, 10)
            if len({x, y, z}) == 3
        ),
    },
    stem="Put the numbers in order. Start with the least.",
    key=_hundreds,
    checker=lambda p, v: all(one < two for one, two in pairwise(v)),
    misconceptions=(
        Slip("goes_down", lambda p: _hundreds(p)[::-1], "That goes down. Start with the least."),
        Slip(
            "by_ones",
            lambda p: tuple(sorted(_hundreds(p), key=lambda n: str(n)[::-1])),
            "You began with the ones. Compare the hundreds first.",
        ),
        Slip(
            "by_tens",
            lambda p: _by_digit(_hundreds(p), 10),
            "You began with the tens. Compare the hundreds first.",
        ),
        Slip("swaps_first", lambda p: _swapped(_hundreds(p), 0), "Look at the first two again."),
        Slip("swaps_middle", lambda p: _swapped(_hundreds(p), 1), "Look at the two in the middle."),
        Slip("swaps_last", lambda p: _swapped(_hundreds(p), 2), "Look at the last two once more."),
    ),
    hints=("Compare the hundreds first.", "If the hundreds are the same, compare the tens."),
    steps=lambda p: tuple(
        Step(f"{two} comes after {one}.", f"{two} - {one}", f"{two - one}")
        for one, two in pairwise(_hundreds(p))
    ),
    form=WHOLE,
)


def _shares(p: Params) -> tuple[Fraction, ...]:
    return tuple(sorted(Fraction(p.top, bottom) for bottom in (p.b1, p.b2, p.b3, p.b4)))


_FRACTION_ORDER = Family(
    id="math.frac_compare.order",
    skill="math.frac_compare",
    grade=3,
    format=ItemFormat.ORDER,
    time_s=45,
    params={"top": range(1, 6), **{name: range(2, 14) for name in ("b1", "b2", "b3", "b4")}},
    where=(
        lambda p: len({p.b1, p.b2, p.b3, p.b4}) == 4,
        lambda p: all(gcd(p.top, b) == 1 and b > p.top for b in (p.b1, p.b2, p.b3, p.b4)),
    ),
    canon=_shares,
    stem="Put these in order. Start with the least.",
    key=_shares,
    checker=lambda p, v: all(one.numerator / one.denominator < two for one, two in pairwise(v)),
    misconceptions=(
        Slip(
            "bottom_as_size",
            lambda p: _shares(p)[::-1],
            "A larger bottom means more cuts, so each part is smaller. Turn the order around.",
        ),
        Slip("swaps_first", lambda p: _swapped(_shares(p), 0), "Look at the first two again."),
        Slip("swaps_middle", lambda p: _swapped(_shares(p), 1), "Look at the two in the middle."),
        Slip("swaps_last", lambda p: _swapped(_shares(p), 2), "Look at the last two once more."),
    ),
    hints=("All have the same top. How large is one part?", "More cuts make smaller parts."),
    steps=lambda p: tuple(
        Step("The next one is more.", f"{two} - {one}", f"{two - one}")
        for one, two in pairwise(_shares(p))
    ),
    form=FRACTION,
)

_IN_MM = {"mm": 1, "cm": 10, "m": 1000}


def _number(text: str) -> int:
    return int(text.split()[0])


def _unit(text: str) -> int:
    """How many millimeters the unit has."""
    return _IN_MM[text.split()[1]]


def _unit_then_number(text: str) -> tuple[int, int]:
    return (_unit(text), _number(text))


def _mm(text: str) -> int:
    return _number(text) * _unit(text)


def _lengths(p: Params) -> tuple[str, ...]:
    return tuple(sorted((f"{p.a} m", f"{p.b} cm", f"{p.c} mm", f"{p.d} cm"), key=_mm))


_UNIT_ORDER = Family(
    id="math.convert.order",
    skill="math.convert",
    grade=4,
    format=ItemFormat.ORDER,
    time_s=50,
    params={
        "a": range(1, 6),
        "b": range(12, 480, 4),
        "c": range(80, 3_000, 20),
        "d": range(9, 60),
    },
    where=(lambda p: len({_mm(text) for text in _lengths(p)}) == 4 and p.b > p.d,),
    stem="Put the lengths in order. Start with the shortest.",
    key=_lengths,
    checker=lambda p, v: all(_mm(one) < _mm(two) for one, two in pairwise(v)),
    misconceptions=(
        Slip("longest_first", lambda p: _lengths(p)[::-1], "That starts with the longest."),
        Slip(
            "numbers_only",
            lambda p: tuple(sorted(_lengths(p), key=_number)),
            "You compared the numbers only. Write all of them in one unit first.",
        ),
        Slip(
            "units_only",
            lambda p: tuple(sorted(_lengths(p), key=_unit_then_number)),
            "You compared the units only. Many mm can be more than a few cm.",
        ),
        Slip("swaps_middle", lambda p: _swapped(_lengths(p), 1), "Compare the two in the middle."),
        Slip("swaps_last", lambda p: _swapped(_lengths(p), 2), "Compare the last two once more."),
    ),
    hints=("Write all of them in mm.", "1 m is 1,000 mm, and 1 cm is 10 mm."),
    steps=lambda p: tuple(
        Step(f"{text} in mm:", f"{_number(text)} * {_unit(text)}", f"{_mm(text)}")
        for text in _lengths(p)
    ),
    form=TEXT,
)

FAMILIES = (_COUNT_ORDER, _HUNDREDS_ORDER, _FRACTION_ORDER, _UNIT_ORDER)

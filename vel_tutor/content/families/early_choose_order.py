"""Kindergarten to grade 4: choosing all that fit, and putting things in order."""

from fractions import Fraction
from itertools import pairwise
from math import gcd

from vel_tutor.content import arith
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, FRACTION, TEXT, WHOLE
from vel_tutor.vocabulary import ItemFormat


def _parity(p: Params) -> dict[str, object]:
    odd = int(p.asked == "odd")
    right = tuple(10 * t + 2 * o + odd for t, o in ((p.t1, p.o1), (p.t2, p.o2), (p.t3, p.o3)))
    return {
        "odd": odd,
        "right": right[: p.count],
        "tens_fit": 10 * (2 * p.x1 + odd) + 2 * p.y1 + 1 - odd,
        "turned": 10 * (2 * p.x2 + odd) + 2 * p.y2 + 1 - odd,
        "near": right[0] + p.by,
        "other": 10 * (2 * p.x2 + 1 - odd) + 2 * p.y1 + 1 - odd,
    }


_ALL_EVEN = Family(
    id="math.even_odd.all",
    skill="math.even_odd",
    grade=2,
    format=ItemFormat.MULTI,
    time_s=35,
    params={
        "asked": ("even", "odd"),
        **{name: range(1, 10) for name in ("t1", "t2", "t3")},
        **{name: range(5) for name in ("o1", "o2", "o3", "y1", "y2")},
        **{name: range(1, 5) for name in ("x1", "x2")},
        "count": (2, 3),
        "by": (-1, 1),
    },
    derive=_parity,
    where=(lambda p: len(set(p.right)) == p.count,),
    stem="Choose all the {asked} numbers.",
    key=lambda p: p.right,
    checker=lambda p, v: (v in range(0, 101, 2)) == (p.asked == "even"),
    misconceptions=(
        Slip("looks_at_tens", lambda p: p.tens_fit, "Look at the last digit of it, not the first."),
        Slip("first_digit_again", lambda p: p.turned, "Only the ones tell. Can they go in pairs?"),
        Slip("neighbor", lambda p: p.near, "That is just beside one. Make pairs of its ones."),
        Slip("swaps_words", lambda p: p.other, "You mixed up even and odd. Even goes in pairs."),
    ),
    hints=("Look at the last digit of each number.", "Even ends in 0, 2, 4, 6 or 8. Odd does not."),
    steps=lambda p: tuple(
        Step("Pairs, and what is left over:", f"2 * {n // 2} + {n % 2}", f"{n}") for n in p.right
    ),
    form=WHOLE,
)


def _sums(p: Params) -> dict[str, object]:
    n = p.n
    right = (f"{p.a} + {n - p.a}", f"{n + p.b} - {p.b}", f"{p.c} + {n - p.c}")
    return {"right": right[: p.count], "d": n - p.a}


_ALL_SUMS = Family(
    id="math.add_20.all_that_make",
    skill="math.add_20",
    grade=1,
    format=ItemFormat.MULTI,
    time_s=40,
    params={
        "n": range(7, 16),
        "a": range(1, 7),
        "b": range(1, 6),
        "c": range(1, 7),
        "count": (2, 3),
    },
    derive=_sums,
    where=(lambda p: p.a != p.c and p.c != p.d and p.a != p.b and p.d != p.a,),
    stem="Choose all that make {n}.",
    key=lambda p: p.right,
    checker=lambda p, v: arith.evaluate(arith.parse(v)) == p.n,
    misconceptions=(
        Slip("one_over", lambda p: f"{p.a} + {p.d + 1}", "That is one more than {n}. Count on."),
        Slip("one_short", lambda p: f"{p.a + 1} + {p.d - 2}", "That is one less than {n}."),
        Slip("whole_as_part", lambda p: f"{p.n} + {p.b}", "Here {n} is just one part of the sum."),
        Slip("takes_from_whole", lambda p: f"{p.n} - {p.b}", "That takes {b} away, so it is less."),
        Slip(
            "both_up",
            lambda p: f"{p.a + 1} + {p.d + 1}",
            "Both parts got one more, so that is two more than {n}.",
        ),
    ),
    hints=("Work out each one by itself.", "A plus and a minus can both come to {n}."),
    steps=lambda p: tuple(Step("This one fits:", text, f"{p.n}") for text in p.right),
    form=EXPRESSION,
)


def _factors(n: int) -> list[int]:
    return [k for k in range(2, n) if n % k == 0]


def _drawn_factors(p: Params) -> tuple[int, ...]:
    of = _factors(p.n)
    turned = of[p.mix % len(of) :] + of[: p.mix % len(of)]
    return tuple(turned[: p.count])


def _no_factor(p: Params) -> int:
    """A small number that does not go into the number."""
    return next(k for k in range(3 + p.mix % 4, p.n) if p.n % k)


_ALL_FACTORS = Family(
    id="math.factors.all",
    skill="math.factors",
    grade=4,
    format=ItemFormat.MULTI,
    time_s=45,
    params={
        "n": tuple(n for n in range(12, 101) if len(_factors(n)) > 3),
        "mix": range(10),
        "count": (2, 3),
    },
    derive=lambda p: {"right": _drawn_factors(p), "twice": 2 * p.n, "gap": _no_factor(p)},
    stem="Choose all the factors of {n}.",
    key=lambda p: p.right,
    checker=lambda p, v: any(v * times == p.n for times in range(1, p.n + 1)),
    misconceptions=(
        Slip("multiple", lambda p: p.twice, "{twice} is a multiple of {n}. A factor goes into it."),
        Slip(
            "one_above",
            lambda p: p.right[0] + 1,
            lambda p: f"{p.right[0] + 1} does not go into {p.n}: there is a rest.",
        ),
        Slip(
            "one_below",
            lambda p: p.right[-1] - 1,
            lambda p: f"Count by {p.right[-1] - 1}. You do not land on {p.n}.",
        ),
        Slip(
            "last_digit",
            lambda p: p.n % 10 + 10,
            lambda p: f"{p.n % 10 + 10} ends like {p.n}, but that does not make it a factor.",
        ),
        Slip(
            "small_so_it_fits",
            lambda p: p.gap,
            "Small numbers do not always fit: {n} divided by {gap} leaves a rest.",
        ),
    ),
    hints=("Divide {n} by each one.", "If there is no rest, it is a factor."),
    steps=lambda p: tuple(
        Step("This one goes in evenly:", f"{f} * {p.n // f}", f"{p.n}") for f in p.right
    ),
    form=WHOLE,
)


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

FAMILIES = (
    _ALL_EVEN,
    _ALL_SUMS,
    _ALL_FACTORS,
    _COUNT_ORDER,
    _HUNDREDS_ORDER,
    _FRACTION_ORDER,
    _UNIT_ORDER,
)

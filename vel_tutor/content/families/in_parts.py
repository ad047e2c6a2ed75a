"""One family of each format that is answered in several parts."""

from fractions import Fraction
from itertools import pairwise

from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, FRACTION, TEXT, WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat

_TIMES = " \N{MULTIPLICATION SIGN} "


def _ways(p: Params) -> tuple[str, ...]:
    """All products of two numbers from 2 to 10 that come to the number, the smaller one first."""
    return tuple(f"{a}{_TIMES}{p.n // a}" for a in range(2, 7) if p.n % a == 0 and _fits(p, a))


def _fits(p: Params, a: int) -> bool:
    return a <= p.n // a <= 10


def _changed(p: Params, left: int, right: int) -> str | None:
    """The first right product with its factors changed."""
    a, b = (int(factor) for factor in _ways(p)[0].split(_TIMES))
    wrong = (a + left, b + right)
    return f"{wrong[0]}{_TIMES}{wrong[1]}" if min(wrong) > 1 and max(wrong) <= 10 else None


_PRODUCTS = Family(
    id="math.facts.all_products",
    skill="math.facts",
    grade=3,
    format=ItemFormat.MULTI,
    time_s=40,
    params={
        "n": (12, 16, 18, 20, 24, 30, 36, 40),
        "thing": ("stars", "shells", "plums", "beads", "nuts", "pens", "cards", "seeds"),
        "name": ("Sam", "Ida", "Noa", "Lev", "Mira"),
    },
    where=(lambda p: len(_ways(p)) >= 2,),
    stem="{name} has {n} {thing}. Which of these make {n}? Choose all that are right.",
    key=_ways,
    checker=lambda p, v: sum([int(v.split(_TIMES)[0])] * int(v.split(_TIMES)[1])) == p.n,
    misconceptions=(
        Slip("one_more", lambda p: _changed(p, 0, 1), "That is one group more than {n}."),
        Slip("one_less", lambda p: _changed(p, 0, -1), "That is one group less than {n}."),
        Slip("two_less", lambda p: _changed(p, 0, -2), "That is two groups less than {n}."),
        Slip(
            "moves_one_over",
            lambda p: _changed(p, 1, -1),
            "Moving one from a number to the other keeps a sum, but not a product.",
        ),
        Slip(
            "one_more_in_each",
            lambda p: _changed(p, 1, 0),
            "Each group is one bigger there. Count the {thing} again.",
        ),
        Slip(
            "both_one_more",
            lambda p: _changed(p, 1, 1),
            "Both numbers are one too big for {n}. Count in equal steps.",
        ),
    ),
    hints=(
        "Count in equal steps for each one and see where you land.",
        "More than one of them is right. Check each by itself.",
    ),
    steps=lambda p: tuple(
        Step(f"{way.split(_TIMES)[0]} in each group:", way.replace(_TIMES, " * "), str(p.n))
        for way in _ways(p)
    ),
    form=TEXT,
)


def _in_order(p: Params) -> tuple[Fraction, ...]:
    return tuple(sorted((p.a, p.b, p.c, p.d)))


def _as_wholes(value: Fraction) -> int:
    """The digits after the point, read as a whole number."""
    return int(decimal_text(value).partition(".")[2] or 0)


def _shorter_last(p: Params) -> tuple[Fraction, ...]:
    return tuple(sorted(_in_order(p), key=lambda value: (-value.denominator, value)))


_DECIMALS = Family(
    id="math.decimals.in_order",
    skill="math.decimals",
    grade=5,
    format=ItemFormat.ORDER,
    time_s=45,
    params={
        "tenths": range(1, 9),
        "more": range(1, 9),
        "hundredths": range(1, 10),
        "thousandths": range(1, 10),
    },
    derive=lambda p: {
        "a": Fraction(p.tenths, 10),
        "b": Fraction(p.tenths * 10 + p.hundredths, 100),
        "c": Fraction((p.tenths + 1) * 100 + p.thousandths, 1000),
        "d": Fraction(p.more, 10) + Fraction(5, 100),
    },
    where=(
        lambda p: len({p.a, p.b, p.c, p.d}) == 4,
        lambda p: tuple(sorted(_in_order(p), key=_as_wholes)) != _in_order(p),
    ),
    stem="Put these in order, the smallest first.",
    key=_in_order,
    checker=lambda p, v: all(one < two for one, two in pairwise(v)),
    misconceptions=(
        Slip("largest_first", lambda p: _in_order(p)[::-1], "That starts with the largest."),
        Slip(
            "longer_is_larger",
            lambda p: tuple(sorted(_in_order(p), key=_as_wholes)),
            "You read the digits after the point as a whole number. Compare tenths first.",
        ),
        Slip(
            "longer_is_smaller",
            _shorter_last,
            "More digits do not make a number smaller. Compare tenths first, then hundredths.",
        ),
        Slip(
            "swaps_the_middle",
            lambda p: tuple(_in_order(p)[at] for at in (0, 2, 1, 3)),
            "The two in the middle change places: compare them digit by digit.",
        ),
    ),
    hints=(
        "Write them under each other, point under point.",
        "Compare the tenths first. Only where they are equal look at the hundredths.",
    ),
    steps=lambda p: tuple(
        Step(
            f"{decimal_text(one)} comes before {decimal_text(two)}: the difference is above zero.",
            f"{decimal_text(two)} - {decimal_text(one)}",
            decimal_text(two - one),
        )
        for one, two in pairwise(_in_order(p))
    ),
    form=DECIMAL,
)

_BOTTOMS = (2, 4, 5, 8, 10, 20, 25)


def _fractions(p: Params) -> tuple[Fraction, ...]:
    return (Fraction(p.t1, p.b1), Fraction(p.t2, p.b2), Fraction(p.t3, p.b3))


def _rolled(values: tuple[Fraction, ...], by: int) -> tuple[Fraction, ...]:
    return (*values[by:], *values[:by])


_TWINS = Family(
    id="math.decimals_fractions.pairs",
    skill="math.decimals_fractions",
    grade=6,
    format=ItemFormat.MATCH,
    time_s=60,
    params={
        "t1": range(1, 8),
        "b1": _BOTTOMS,
        "t2": range(1, 8),
        "b2": _BOTTOMS,
        "t3": range(1, 8),
        "b3": _BOTTOMS,
    },
    where=(
        lambda p: p.t1 < p.b1 and p.t2 < p.b2 and p.t3 < p.b3,
        lambda p: len(set(_fractions(p))) == 3,
        lambda p: all(f.denominator > 1 for f in _fractions(p)),
        lambda p: len({f.denominator for f in _fractions(p)}) == 3,
    ),
    stem="Find the decimal that is equal to each fraction.",
    labels=lambda p: tuple(FRACTION.show(value) for value in _fractions(p)),
    key=_fractions,
    checker=lambda p, v: [one * 1000 for one in v] == [f * 1000 for f in _fractions(p)],
    misconceptions=(
        Slip("one_on", lambda p: _rolled(_fractions(p), 1), "Divide each top by its own bottom."),
        Slip("one_back", lambda p: _rolled(_fractions(p), 2), "Each top goes with its own bottom."),
        Slip(
            "swaps_first",
            lambda p: tuple(_fractions(p)[at] for at in (1, 0, 2)),
            "The first two are the wrong way round. Divide again: top by bottom.",
        ),
        Slip(
            "swaps_last",
            lambda p: tuple(_fractions(p)[at] for at in (0, 2, 1)),
            "The last two are the wrong way round. Divide again: top by bottom.",
        ),
    ),
    hints=(
        "A fraction is a division: the top by the bottom.",
        "Make the bottom 10, 100 or 1,000 by multiplying top and bottom alike.",
    ),
    steps=lambda p: tuple(
        Step(
            "Divide the top by the bottom:",
            f"{value.numerator}/{value.denominator}",
            decimal_text(value),
        )
        for value in _fractions(p)
    ),
    form=DECIMAL,
    canon=lambda p: frozenset(_fractions(p)),
)

_PRICES = Family(
    id="math.proportion.price_table",
    skill="math.proportion",
    grade=7,
    format=ItemFormat.TABLE,
    time_s=70,
    params={
        "one": range(3, 13),
        "first": range(2, 6),
        "second": range(6, 10),
        "third": range(10, 16),
        "ware": ("rope", "ribbon", "cable", "hose"),
    },
    derive=lambda p: {"cost": p.one * p.first, "all": p.one * p.third},
    stem="The price of {ware} is proportional to its length. Fill in the two empty cells.",
    grid=lambda p: (
        ("Length", f"{p.first} m", f"{p.second} m", f"{p.third} m"),
        ("Price in dollars", str(p.cost), BLANK, BLANK),
    ),
    key=lambda p: (p.one * p.second, p.one * p.third),
    checker=lambda p, v: v[0] * p.first == p.cost * p.second and v[1] * p.first == p.cost * p.third,
    misconceptions=(
        Slip(
            "adds_the_difference",
            lambda p: (p.cost + p.second - p.first, p.cost + p.third - p.first),
            "You added the extra meters to the price. Each meter costs {one} dollars, not 1.",
        ),
        Slip(
            "doubles_on",
            lambda p: (p.cost * 2, p.cost * 4),
            "You doubled the price each time, but the lengths are not doubled.",
        ),
        Slip(
            "same_steps",
            lambda p: (p.cost + p.one, p.cost + 2 * p.one),
            "That is the price of one and two meters more. Look at the lengths again.",
        ),
        Slip(
            "times_whole_price",
            lambda p: (p.cost * p.second, p.cost * p.third),
            "{cost} dollars is the price of {first} meters. First find the price of one.",
        ),
    ),
    hints=("What does one meter cost?", "Divide the price you know by its length."),
    steps=(
        Step("One meter costs:", "{cost}/{first}", "{one}"),
        Step("{second} meters:", "{one} * {second}", "{one} * {second}"),
        Step("{third} meters:", "{one} * {third}", "{all}"),
    ),
    form=WHOLE,
)

_SIDES = ("less", "greater")
_HANDS = ("left", "right")


def _words(p: Params, *, flip_size: bool = False, flip_hand: bool = False) -> tuple[str, str]:
    return (_SIDES[(p.a < p.b) == flip_size], _HANDS[(p.a < 0) != flip_hand])


_LINE = range(-12, 13)

_NUMBER_LINE = Family(
    id="math.integers.line_words",
    skill="math.integers",
    grade=6,
    format=ItemFormat.CLOZE,
    time_s=35,
    params={"a": _LINE, "b": _LINE},
    derive=lambda p: {"gap": abs(p.a - p.b)},
    where=(lambda p: p.a and p.b and min(p.a, p.b) < 0 and p.gap > 1,),
    stem="On a number line [[{a}]] is ___ than [[{b}]]. Zero lies to the ___ of [[{a}]]. "
    "From [[{a}]] to [[{b}]] there are ___ steps.",
    gaps=lambda p: (_SIDES, _HANDS, _distances(p)),
    key=lambda p: (*_words(p), str(p.gap)),
    checker=lambda p, v: (
        v[0] == _SIDES[_LINE.index(p.a) > _LINE.index(p.b)]
        and v[1] == _HANDS[_LINE.index(0) > _LINE.index(p.a)]
        and min(p.a, p.b) + int(v[2]) == max(p.a, p.b)
    ),
    misconceptions=(
        Slip(
            "by_digits_alone",
            lambda p: (*_words(p, flip_size=True), str(p.gap)),
            "Below zero the bigger digits are the smaller number: think of degrees of frost.",
        ),
        Slip(
            "wrong_side_of_zero",
            lambda p: (*_words(p, flip_hand=True), str(p.gap)),
            "Numbers below zero lie left of it, so zero is to their right.",
        ),
        Slip(
            "both_ways",
            lambda p: (*_words(p, flip_size=True, flip_hand=True), str(p.gap)),
            "Draw the line and mark zero: [[{a}]] and [[{b}]] are the other way round.",
        ),
        Slip(
            "drops_the_sign",
            lambda p: (*_words(p), str(abs(abs(p.a) - abs(p.b)))),
            "You left the minus away. Count the steps on the line, across zero if need be.",
        ),
        Slip(
            "counts_both_ends",
            lambda p: (*_words(p), str(p.gap + 1)),
            "You counted the marks. Count the steps between them.",
        ),
    ),
    hints=("Draw a number line and mark zero first.", "Numbers get smaller toward the left."),
    steps=lambda p: (
        Step(
            "The difference tells the steps between them:",
            f"{max(p.a, p.b)} - ({min(p.a, p.b)})",
            str(p.gap),
        ),
        Step(f"So the first word is “{_words(p)[0]}”, and the second “{_words(p)[1]}”."),
    ),
    form=TEXT,
)


def _distances(p: Params) -> tuple[str, ...]:
    near = {p.gap, p.gap + 1, abs(abs(p.a) - abs(p.b)), p.gap + 2}
    return tuple(map(str, sorted(near)[:4]))


FAMILIES = (_PRODUCTS, _DECIMALS, _TWINS, _PRICES, _NUMBER_LINE)

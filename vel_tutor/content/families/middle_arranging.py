"""Questions answered by putting in order, pairing, and filling gaps."""

from fractions import Fraction
from itertools import pairwise

from vel_tutor.content.algebra import same
from vel_tutor.content.arith import parse
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER, TEXT, decimal_text
from vel_tutor.content.latex import plus, tex, times
from vel_tutor.vocabulary import ItemFormat


def _by_size(p: Params) -> tuple[int, ...]:
    return tuple(sorted((p.a, p.b, p.c, p.d), key=abs))


_SIZES = Family(
    id="math.number_line.order_by_distance",
    skill="math.number_line",
    grade=6,
    format=ItemFormat.ORDER,
    time_s=45,
    params={
        "a": range(-25, -2),
        "b": range(-25, -2),
        "c": range(-9, 20),
        "d": range(3, 25),
    },
    where=(
        lambda p: len({abs(n) for n in (p.a, p.b, p.c, p.d)}) == 4,
        lambda p: _by_size(p) != tuple(sorted(_by_size(p))),
    ),
    canon=_by_size,
    stem="Put these in order by how far they are from zero. Begin with the nearest.",
    key=_by_size,
    checker=lambda p, v: all(one * one < two * two for one, two in pairwise(v)),
    misconceptions=(
        Slip("farthest_first", lambda p: _by_size(p)[::-1], "That begins with the farthest."),
        Slip(
            "by_value",
            lambda p: tuple(sorted(_by_size(p))),
            "That is from least to greatest. How far each is from zero is asked.",
        ),
        Slip(
            "by_value_down",
            lambda p: tuple(sorted(_by_size(p), reverse=True)),
            "That is from greatest to least. How far each is from zero is asked.",
        ),
        Slip(
            "middle_pair",
            lambda p: tuple(_by_size(p)[i] for i in (0, 2, 1, 3)),
            "The two in the middle change places: compare them without signs.",
        ),
    ),
    hints=(
        "Leave out the signs: how far is each from zero?",
        "On which side it lies is no matter.",
    ),
    steps=lambda p: tuple(
        Step(f"How far {n} is from zero:", f"0 - ({n})" if n < 0 else f"{n} - 0", f"{abs(n)}")
        for n in _by_size(p)
    ),
    form=INTEGER,
)


def _powers(p: Params) -> tuple[Fraction, ...]:
    return tuple(
        Fraction(digits, 10) * Fraction(10) ** exponent
        for digits, exponent in ((p.a, p.m), (p.b, p.m + 1), (p.c, p.m + p.gap), (p.d, p.m))
    )


def _written(p: Params) -> dict[Fraction, str]:
    pairs = ((p.a, p.m), (p.b, p.m + 1), (p.c, p.m + p.gap), (p.d, p.m))
    return {
        value: tex(f"{decimal_text(Fraction(digits, 10))} * 10^({exponent})")
        for value, (digits, exponent) in zip(_powers(p), pairs, strict=True)
    }


def _texts(p: Params, values: list[Fraction]) -> tuple[str, ...]:
    return tuple(_written(p)[value] for value in values)


_NOTATION = Family(
    id="math.scientific.in_order",
    skill="math.scientific",
    grade=8,
    format=ItemFormat.ORDER,
    time_s=60,
    params={
        "a": range(11, 100),
        "b": range(11, 100),
        "c": range(11, 100),
        "d": range(11, 100),
        "m": range(-8, 8),
        "gap": (-1, 2),
    },
    derive=lambda p: {"rise": sorted(_powers(p)), "digits": (p.a, p.b, p.c, p.d)},
    where=(
        lambda p: len(set(p.digits)) == 4 and all(n % 10 for n in p.digits),
        lambda p: sorted(_powers(p), key=lambda v: _digits(p, v)) != p.rise,
        lambda p: p.m not in (-2, -1, 0, 1),
    ),
    stem="Put these in order, the smallest first.",
    key=lambda p: _texts(p, p.rise),
    checker=lambda p, v: all(_value(p, one) < _value(p, two) for one, two in pairwise(map(str, v))),
    misconceptions=(
        Slip("largest_first", lambda p: _texts(p, p.rise[::-1]), "That begins with the largest."),
        Slip(
            "by_front_number",
            lambda p: _texts(p, sorted(p.rise, key=lambda v: _digits(p, v))),
            "Look at the exponents first. The number in front counts only if they are equal.",
        ),
        Slip(
            "first_pair",
            lambda p: _texts(p, [p.rise[i] for i in (1, 0, 2, 3)]),
            "The first two change places: compare their exponents, then the front.",
        ),
        Slip(
            "middle_pair",
            lambda p: _texts(p, [p.rise[i] for i in (0, 2, 1, 3)]),
            "The two in the middle change places: same exponent, so compare the front.",
        ),
        Slip(
            "size_of_exponent",
            lambda p: _texts(p, [*p.rise[1:], p.rise[0]]),
            "An exponent farther below zero makes a smaller number.",
        ),
    ),
    hints=(
        "Compare the exponents first. A larger exponent means a larger number.",
        "If two exponents are equal, compare the numbers in front.",
    ),
    steps=lambda p: tuple(
        Step(f"{_written(p)[one]} comes before {_written(p)[two]}.")
        for one, two in pairwise(p.rise)
    ),
    form=TEXT,
)


def _digits(p: Params, value: Fraction) -> int:
    return dict(zip(_powers(p), p.digits, strict=True))[value]


def _value(p: Params, shown: str) -> Fraction:
    return next(value for value, text in _written(p).items() if text == shown)


def _three(p: Params) -> tuple[str, str, str]:
    return (
        f"{p.k}{p.z} {plus(p.k * p.b)}",
        f"{p.k}{p.z} {plus(p.b)}",
        f"{p.k + p.b}{p.z}",
    )


_PAIRS = Family(
    id="math.like_terms.pairs",
    skill="math.like_terms",
    grade=7,
    format=ItemFormat.MATCH,
    time_s=60,
    params={"k": range(3, 10), "b": range(2, 12), "z": ("x", "n", "y", "t"), "m": range(1, 6)},
    derive=lambda p: {
        "one": f"{p.k}({p.z} + {p.b})",
        "two": f"{p.k + p.m}{p.z} + {p.b} - {times(p.m, p.z)}",
        "three": f"{times(p.b, p.z)} + {p.k}{p.z}",
    },
    where=(lambda p: p.b not in (p.k, p.m) and p.k != p.m,),
    canon=lambda p: (p.k, p.b, p.m),
    stem="Which expressions are equal for every {z}?",
    labels=lambda p: (tex(p.one), tex(p.two), tex(p.three)),
    key=_three,
    checker=lambda p, v: all(
        same(parse(one), parse(str(two)))
        for one, two in zip((p.one, p.two, p.three), v, strict=True)
    ),
    misconceptions=(
        Slip(
            "brackets_first_only",
            lambda p: tuple(_three(p)[i] for i in (1, 0, 2)),
            "The number before the brackets multiplies both parts.",
        ),
        Slip(
            "joins_unlike",
            lambda p: tuple(_three(p)[i] for i in (0, 2, 1)),
            "[[{k}{z}]] and {b} are not alike, so they cannot be joined.",
        ),
        Slip(
            "one_on",
            lambda p: tuple(_three(p)[i] for i in (1, 2, 0)),
            "Try {z} = 1 on both sides of each pair.",
        ),
        Slip(
            "one_back",
            lambda p: tuple(_three(p)[i] for i in (2, 0, 1)),
            "Multiply out the brackets, then put like terms together.",
        ),
    ),
    hints=("Make each one as short as you can.", "Try {z} = 1 and {z} = 2 in both."),
    steps=lambda p: tuple(
        Step(said, one, two)
        for said, one, two in zip(
            ("Multiply out:", "Put like terms together:", "Add the letters:"),
            (p.one, p.two, p.three),
            _three(p),
            strict=True,
        )
    ),
    form=EXPRESSION,
)


FAMILIES = (
    _SIZES,
    _NOTATION,
    _PAIRS,
)

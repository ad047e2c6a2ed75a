"""Grades 2 to 4: matching pairs."""

from fractions import Fraction

from vel_tutor.content.families.early_clocks import at
from vel_tutor.content.families.early_words import plus_all
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, FRACTION, TEXT, decimal_text
from vel_tutor.vocabulary import ItemFormat

_TIMES_SIGN = " \N{MULTIPLICATION SIGN} "


def _minutes(p: Params, spoken: str) -> int:
    """Minutes after twelve of one of the spoken times."""
    full = p.hour % 12 * 60
    quarter = 15 if p.side == "past" else -15
    return (full + {"half": 30, "past": p.m, "to": -p.m, "quarter": quarter}[spoken]) % 720


def _told_time(p: Params, spoken: str) -> str:
    return {
        "half": f"half past {p.hour}",
        "past": f"{p.m} past {p.hour}",
        "to": f"{p.m} to {p.hour}",
        "quarter": f"quarter {p.side} {p.hour}",
    }[spoken]


def _digits(minutes: int) -> str:
    return at(minutes // 60 or 12, minutes % 60)


def _times(p: Params, *as_if: str) -> tuple[str, ...]:
    """The times of the labels; with `as_if`, when these two are taken for each other."""
    other: dict[str, str] = dict(zip(as_if, reversed(as_if), strict=True))
    order: tuple[str, ...] = p.order
    return tuple(_digits(_minutes(p, other.get(spoken, spoken))) for spoken in order)


def _means(label: str, time: str) -> bool:
    """Whether the words say this time, worked out from the words."""
    much, way, hour = label.split()
    said = {"half": 30, "quarter": 15}.get(much) or int(much)
    full, (h, m) = int(hour) % 12 * 60, map(int, time.split(":"))
    return (full + (said if way == "past" else -said)) % 720 == (h % 12 * 60 + m) % 720


_SAID = Family(
    id="math.clock.said",
    skill="math.clock",
    grade=2,
    format=ItemFormat.MATCH,
    time_s=50,
    params={
        "hour": range(1, 13),
        "m": (5, 10, 20, 25),
        "side": ("past", "to"),
        "order": (
            ("half", "past", "to", "quarter"),
            ("to", "quarter", "half", "past"),
            ("quarter", "to", "past", "half"),
            ("past", "half", "quarter", "to"),
        ),
    },
    stem="Find the time for each one.",
    labels=lambda p: tuple(_told_time(p, spoken) for spoken in p.order),
    key=_times,
    checker=lambda p, v: all(
        _means(_told_time(p, spoken), time) for spoken, time in zip(p.order, v, strict=True)
    ),
    misconceptions=(
        Slip(
            "past_and_to",
            lambda p: _times(p, "past", "to"),
            "With past the hour is over. With to it is still to come.",
        ),
        Slip(
            "quarter_and_half",
            lambda p: _times(p, "quarter", "half"),
            "A quarter is 15 minutes, and half an hour is 30.",
        ),
        Slip(
            "quarter_for_minutes",
            lambda p: _times(p, "quarter", p.side),
            "A quarter of an hour is 15 minutes, not {m}.",
        ),
        Slip(
            "half_for_minutes",
            lambda p: _times(p, "half", "past"),
            "Half past is 30 minutes after the full hour, not {m}.",
        ),
    ),
    hints=("Past is after the full hour. To is before it.", "A quarter of an hour is 15 minutes."),
    steps=lambda p: tuple(
        Step(f"{_told_time(p, spoken)} is {time}.")
        for spoken, time in zip(p.order, _times(p), strict=True)
    ),
    form=TEXT,
)


def _product(count: int, size: int) -> str:
    return f"{count}{_TIMES_SIGN}{size}"


def _groups(p: Params) -> tuple[tuple[int, int], ...]:
    return ((p.a, p.b), (p.b, p.c), (p.c, p.a))


def _matched(p: Params, *order: int) -> tuple[str, ...]:
    return tuple(_product(*_groups(p)[i]) for i in order)


def _worth(text: str) -> int:
    count, size = text.split(_TIMES_SIGN)
    return int(count) * int(size)


_AS_TIMES = Family(
    id="math.multiply_meaning.as_times",
    skill="math.multiply_meaning",
    grade=3,
    format=ItemFormat.MATCH,
    time_s=45,
    params={"a": range(2, 7), "b": range(2, 7), "c": range(2, 7), "turn": range(3)},
    where=(lambda p: len({p.a, p.b, p.c}) == 3,),
    stem="Which product is the same as each sum?",
    labels=lambda p: tuple(plus_all([size] * count) for count, size in _groups(p)),
    key=lambda p: _matched(p, 0, 1, 2),
    checker=lambda p, v: (
        [_worth(text) for text in v] == [sum([size] * count) for count, size in _groups(p)]
    ),
    misconceptions=(
        Slip(
            "one_on", lambda p: _matched(p, 1, 2, 0), "How many numbers are added? That is first."
        ),
        Slip("one_back", lambda p: _matched(p, 2, 0, 1), "Look which number is added each time."),
        Slip("swaps_first", lambda p: _matched(p, 1, 0, 2), "Count the numbers in the first two."),
        Slip("swaps_last", lambda p: _matched(p, 0, 2, 1), "Count the numbers in the last two."),
        Slip("swaps_ends", lambda p: _matched(p, 2, 1, 0), "Count them in the first and the last."),
    ),
    hints=("How many times is the number added?", "First how many times, then which number."),
    steps=lambda p: tuple(
        Step("As a product:", plus_all([size] * count), f"{count} * {size}")
        for count, size in _groups(p)
    ),
    form=TEXT,
    canon=lambda p: (p.a, p.b, p.c, p.turn),
)


def _alike(p: Params) -> tuple[Fraction, ...]:
    values = (
        Fraction(p.a, 10),
        Fraction(p.a, 100),
        Fraction(10 * p.b + p.a, 100),
        Fraction(10 * p.b + p.a, 10),
    )
    return tuple(values[i] for i in p.order)


def _exchanged(p: Params, one: int, two: int) -> tuple[Fraction, ...]:
    """The values when two of the four kinds are taken for each other."""
    other = {one: two, two: one}
    back = dict(zip(p.order, _alike(p), strict=True))
    return tuple(back[other.get(kind, kind)] for kind in p.order)


_TENTHS = Family(
    id="math.tenths.pairs",
    skill="math.tenths",
    grade=4,
    format=ItemFormat.MATCH,
    time_s=50,
    params={
        "a": range(1, 10),
        "b": range(1, 10),
        "order": ((0, 1, 2, 3), (3, 0, 2, 1), (2, 1, 3, 0), (1, 3, 0, 2)),
    },
    derive=lambda p: {"ba": 10 * p.b + p.a},
    where=(lambda p: all(part % k for part in (p.a, 10 * p.b + p.a) for k in (2, 5)),),
    stem="Find the decimal that is the same as each fraction.",
    labels=lambda p: tuple(FRACTION.show(value) for value in _alike(p)),
    key=_alike,
    checker=lambda p, v: [part * 100 for part in v] == [value * 100 for value in _alike(p)],
    misconceptions=(
        Slip(
            "tenth_or_hundredth",
            lambda p: _exchanged(p, 0, 1),
            "Tenths stand in the first place after the point, hundredths in the second.",
        ),
        Slip(
            "loses_the_whole",
            lambda p: _exchanged(p, 2, 3),
            "{ba} tenths are more than a whole. {ba} hundredths are less than one.",
        ),
        Slip(
            "drops_the_zero",
            lambda p: _exchanged(p, 1, 2),
            "[[{a}/100]] has no tenths, so there is a 0 after the point.",
        ),
        Slip(
            "tenths_mixed",
            lambda p: _exchanged(p, 0, 3),
            "Both are tenths. {ba} tenths are more than {a} tenths.",
        ),
    ),
    hints=("Is the bottom 10 or 100?", "Tenths have one place after the point, hundredths two."),
    steps=lambda p: tuple(
        Step("Look at the bottom.", f"{value.numerator}/{value.denominator}", decimal_text(value))
        for value in _alike(p)
    ),
    form=DECIMAL,
)

FAMILIES = (_SAID, _AS_TIMES, _TENTHS)

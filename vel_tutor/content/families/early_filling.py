"""Grades 1 to 4: filling tables, finding the missing words."""

from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WHOLE
from vel_tutor.vocabulary import ItemFormat

_HAVE = (
    ("car", "wheels", 4), ("bike", "wheels", 2), ("hand", "fingers", 5), ("week", "days", 7),
    ("stool", "legs", 3), ("dime", "cents", 10), ("bug", "legs", 6), ("quarter", "cents", 25),
    ("spider", "legs", 8),
)  # fmt: skip


def _columns(p: Params) -> tuple[int, ...]:
    return tuple(range(p.first, p.first + 5))


def _filled(p: Params, value: int, blanks: tuple[int, ...]) -> tuple[int, ...]:
    """What goes into the blanks, if each column is worth `value`."""
    return tuple(_columns(p)[i] * value for i in blanks)


_TABLE = Family(
    id="math.skip_count.table",
    skill="math.skip_count",
    grade=2,
    format=ItemFormat.TABLE,
    time_s=45,
    params={
        "have": _HAVE,
        "first": range(1, 5),
        "blanks": ((2, 4), (1, 3), (2, 3), (3, 4), (1, 4)),
    },
    derive=lambda p: {"one": p.have[0], "what": p.have[1], "k": p.have[2]},
    stem="Each {one} has {k} {what}. Fill in the table.",
    grid=lambda p: (
        (f"{p.one}s", *map(str, _columns(p))),
        (p.what, *(BLANK if i in p.blanks else str(n * p.k) for i, n in enumerate(_columns(p)))),
    ),
    key=lambda p: _filled(p, p.k, p.blanks),
    checker=lambda p, v: all(
        n == sum([p.k] * _columns(p)[i]) for n, i in zip(v, p.blanks, strict=True)
    ),
    misconceptions=(
        Slip(
            "adds_one",
            lambda p: tuple(_columns(p)[i - 1] * p.k + 1 for i in p.blanks),
            "One more {one} brings {k} more {what}, not just one.",
        ),
        Slip(
            "adds_not_times",
            lambda p: tuple(_columns(p)[i] + p.k for i in p.blanks),
            "You added {k} to the number on top. Take it {k} times.",
        ),
        Slip(
            "column_before",
            lambda p: tuple(_columns(p)[i - 1] * p.k for i in p.blanks),
            "That is for one {one} less. Read the number on top of the box.",
        ),
        Slip(
            "column_after",
            lambda p: tuple((_columns(p)[i] + 1) * p.k for i in p.blanks),
            "That is for one {one} more. Read the number on top of the box.",
        ),
        Slip(
            "copies_top",
            lambda p: _filled(p, 1, p.blanks),
            "That counts the {one}s. Each of them has {k} {what}.",
        ),
    ),
    hints=("How many more do you get from one box to the next?", "Jump by {k} each time."),
    steps=lambda p: tuple(
        Step(f"For {_columns(p)[i]}:", f"{_columns(p)[i]} * {p.k}", f"{_columns(p)[i] * p.k}")
        for i in p.blanks
    ),
    form=WHOLE,
)

_RATES = (("m", "cm", 100), ("km", "m", 1000), ("min", "s", 60), ("ft", "in", 12), ("cm", "mm", 10))

_UNITS = Family(
    id="math.convert.table",
    skill="math.convert",
    grade=4,
    format=ItemFormat.TABLE,
    time_s=50,
    params={"rate": _RATES, "a": range(2, 5), "b": range(5, 9), "c": range(9, 15)},
    derive=lambda p: {"big": p.rate[0], "small": p.rate[1], "size": p.rate[2]},
    stem="Fill in the table: how many {small}?",
    grid=lambda p: (
        (p.big, "1", str(p.a), str(p.b), str(p.c)),
        (p.small, str(p.size), BLANK, f"{p.b * p.size:,}", BLANK),
    ),
    key=lambda p: (p.a * p.size, p.c * p.size),
    checker=lambda p, v: (v[0] / p.size, v[1] / p.size) == (p.a, p.c),
    misconceptions=(
        Slip(
            "adds",
            lambda p: (p.a + p.size, p.c + p.size),
            "You added {size}. Each {big} has {size} {small}, so take it times.",
        ),
        Slip(
            "ten_each",
            lambda p: (p.a * 10, p.c * 10),
            "You took 10 for each {big}. The first column says {size}.",
        ),
        Slip(
            "hundred_each",
            lambda p: (p.a * 100, p.c * 100),
            "You took 100 for each {big}. The first column says {size}.",
        ),
        Slip(
            "goes_on_by_one_step",
            lambda p: (2 * p.size, (p.b + 1) * p.size),
            "You went on by one {big}. Read the number on top of each box.",
        ),
        Slip("copies_top", lambda p: (p.a, p.c), "That is {big}. How many {small} is it?"),
    ),
    hints=("How many {small} is 1 {big}?", "Multiply the number on top by {size}."),
    steps=(
        Step("For {a} {big}:", "{a} * {size}", "{a} * {size}"),
        Step("For {c} {big}:", "{c} * {size}", "{c} * {size}"),
    ),
    form=WHOLE,
)


def _words_of(p: Params, tens: int, ones: int) -> tuple[str, str]:
    return (str(ones), str(tens)) if p.turn else (str(tens), str(ones))


_TENS_WORDS = Family(
    id="math.tens_ones.gaps",
    skill="math.tens_ones",
    grade=1,
    format=ItemFormat.CLOZE,
    time_s=30,
    params={"t": range(1, 10), "o": range(1, 10), "turn": (0, 1)},
    derive=lambda p: {"n": 10 * p.t + p.o},
    where=(lambda p: p.t != p.o,),
    stem=lambda p: (
        f"In {p.n} there are ___ ones and ___ tens."
        if p.turn
        else f"In {p.n} there are ___ tens and ___ ones."
    ),
    gaps=lambda p: tuple(
        tuple(dict.fromkeys((str(p.t), str(p.o), str(p.t + p.o), str(p.n)))) for _ in range(2)
    ),
    key=lambda p: _words_of(p, p.t, p.o),
    checker=lambda p, v: (
        int(v[p.turn]) * 10 + int(v[1 - p.turn]) == p.n and int(v[1 - p.turn]) < 10
    ),
    misconceptions=(
        Slip("swaps", lambda p: _words_of(p, p.o, p.t), "The tens are on the left side of {n}."),
        Slip(
            "all_ones",
            lambda p: _words_of(p, p.t, p.n),
            "{n} is the whole number. Take the tens out.",
        ),
        Slip("adds_digits", lambda p: _words_of(p, p.t, p.t + p.o), "Do not add the two digits."),
        Slip("same_twice", lambda p: _words_of(p, p.t, p.t), "Each digit tells one of the two."),
    ),
    hints=("Which digit is on the left?", "The digit on the left tells the tens."),
    steps=lambda p: (Step("Tens and ones make the number.", f"{p.t} * 10 + {p.o}", f"{p.n}"),),
    form=TEXT,
)

_SIZES, _PLACES = ("less", "greater"), ("hundreds", "tens", "ones")


def _two_numbers(p: Params) -> dict[str, object]:
    one = [p.h, p.t, p.o]
    two = list(one)
    spot = _PLACES.index(p.place)
    two[spot:] = [p.x, p.y, p.z][spot:]
    a, b = (int("".join(map(str, digits))) for digits in (one, two))
    return {"a": a, "b": b, "differ": one[spot] != two[spot]}


def _compared(p: Params, *, turned: bool = False, place: str = "") -> tuple[str, str]:
    return (_SIZES[(p.a > p.b) != turned], place or p.place)


def _other_place(p: Params, step: int) -> str:
    return _PLACES[(_PLACES.index(p.place) + step) % 3]


_COMPARE = Family(
    id="math.hundreds.compare",
    skill="math.hundreds",
    grade=2,
    format=ItemFormat.CLOZE,
    time_s=35,
    params={
        **{name: range(1, 10) for name in "htoxyz"},
        "place": _PLACES,
    },
    derive=_two_numbers,
    where=(lambda p: p.differ,),
    canon=lambda p: (p.a, p.b),
    stem="{a} is ___ than {b}. I can tell by the ___.",
    gaps=lambda p: (_SIZES, _PLACES),
    key=_compared,
    checker=lambda p, v: (
        v[0] == ("greater" if len(range(p.b, p.a)) else "less")
        and v[1] == next(w for w, x, y in zip(_PLACES, str(p.a), str(p.b), strict=True) if x != y)
    ),
    misconceptions=(
        Slip(
            "turned",
            lambda p: _compared(p, turned=True),
            "The place is right. Which has more there?",
        ),
        Slip(
            "other_place",
            lambda p: _compared(p, place=_other_place(p, 1)),
            "Look at the first digit from the left where they differ.",
        ),
        Slip(
            "next_place",
            lambda p: _compared(p, place=_other_place(p, 2)),
            "Start on the left. Where do {a} and {b} differ first?",
        ),
        Slip(
            "both_wrong",
            lambda p: _compared(p, turned=True, place=_other_place(p, 1)),
            "Compare {a} and {b} digit by digit, and start on the left.",
        ),
    ),
    hints=("Start with the digit on the left.", "Where do they differ for the first time?"),
    steps=lambda p: (
        Step(f"They differ first in the {p.place}."),
        Step("The difference:", f"{max(p.a, p.b)} - {min(p.a, p.b)}", f"{abs(p.a - p.b)}"),
    ),
    form=TEXT,
)

FAMILIES = (_TABLE, _UNITS, _TENS_WORDS, _COMPARE)

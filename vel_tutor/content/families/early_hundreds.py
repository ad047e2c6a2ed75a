"""Grades 2 and 3: hundreds, tens and ones; rounding to tens and hundreds."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat


def _number(p: Params) -> dict[str, int]:
    return {"n": 100 * p.h + 10 * p.t + p.o}


def _blocks_told(p: Params) -> str:
    return (
        f"Blocks: {p.h} big squares of a hundred cubes, {p.t} sticks of ten cubes"
        f" and {p.o} single cubes."
    )


_BLOCKS = Family(
    id="math.hundreds.blocks",
    skill="math.hundreds",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"h": range(1, 8), "t": range(9), "o": range(10)},
    derive=_number,
    where=(lambda p: len({p.h, p.t, p.o}) == 3 and p.t + p.o > 0,),
    stem="A big square has 100 cubes. A stick has 10 cubes. How many cubes are there?",
    key=lambda p: p.n,
    checker=lambda p, v: (v // 100, v // 10 % 10, v % 10) == (p.h, p.t, p.o),
    misconceptions=(
        Slip(
            "counts_pieces",
            lambda p: p.h + p.t + p.o,
            "You counted the pieces. A square is 100, and a stick is 10.",
        ),
        Slip(
            "drops_the_zero",
            lambda p: (
                int("".join(str(d) for d in (p.h, p.t, p.o) if d)) if 0 in (p.t, p.o) else None
            ),
            "One place has none. Write a 0 there to keep the place.",
        ),
        Slip(
            "squares_as_tens",
            lambda p: 10 * p.h + 10 * p.t + p.o,
            "You counted the big squares as tens. Each has 100 cubes.",
        ),
        Slip(
            "swaps_tens_and_ones",
            lambda p: 100 * p.h + 10 * p.o + p.t,
            "You mixed up tens and ones. There are {t} sticks.",
        ),
        Slip(
            "sticks_as_ones",
            lambda p: 100 * p.h + p.t + p.o,
            "You counted each stick as one. A stick has 10 cubes.",
        ),
    ),
    hints=("Count the big squares by 100.", "Then count on by 10 for the sticks, then by one."),
    steps=(Step("Add the hundreds, the tens and the ones.", "{h} * 100 + {t} * 10 + {o}", "{n}"),),
    figure=lambda p: draw.blocks(_blocks_told(p), p.h, p.t, p.o),
    alt=_blocks_told,
)

_PARTS = Family(
    id="math.hundreds.parts",
    skill="math.hundreds",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"h": range(1, 10), "t": range(10), "o": range(1, 10), "way": range(3)},
    derive=_number,
    where=(lambda p: len({p.h, p.t, p.o}) == 3,),
    stem=lambda p: (
        f"Which number has {p.o} ones, {p.h} hundreds and {p.t} tens?",
        f"Which number has {p.t} tens, {p.o} ones and {p.h} hundreds?",
        f"Add {10 * p.t}, {p.o} and {100 * p.h}. What number do you get?",
    )[p.way],
    key=lambda p: p.n,
    checker=lambda p, v: v - 100 * p.h - 10 * p.t == p.o,
    misconceptions=(
        Slip(
            "writes_as_read",
            lambda p: 100 * p.o + 10 * p.h + p.t,
            "You wrote the digits as you read them. The hundreds come first.",
        ),
        Slip(
            "writes_tens_first",
            lambda p: 100 * p.t + 10 * p.o + p.h if p.t else None,
            "Put the {h} first: it counts the hundreds.",
        ),
        Slip("adds_digits", lambda p: p.h + p.t + p.o, "A hundred is worth more than a one."),
        Slip(
            "drops_the_zero",
            lambda p: 10 * p.h + p.o if not p.t else None,
            "There are no tens, so write a 0 in the middle.",
        ),
        Slip(
            "swaps_tens_and_ones",
            lambda p: 100 * p.h + 10 * p.o + p.t,
            "You mixed up the tens and the ones. Look again at the {t}.",
        ),
    ),
    hints=("Start with the hundreds.", "There are {h} hundreds. Next write the tens."),
    steps=(Step("Put the parts together.", "100 * {h} + 10 * {t} + {o}", "{n}"),),
)

_STEP = Family(
    id="math.hundreds.ten_more",
    skill="math.hundreds",
    grade=2,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"n": range(111, 990), "k": (10, 100), "turn": (1, -1)},
    derive=lambda p: {
        "word": "more" if p.turn > 0 else "less",
        "sign": "+" if p.turn > 0 else "-",
        "end": p.n + p.turn * p.k,
        "place": "tens" if p.k == 10 else "hundreds",
    },
    where=(lambda p: 100 < p.end < 1000,),
    stem="What is {k} {word} than {n}?",
    key=lambda p: p.end,
    checker=lambda p, v: (v - p.n) * p.turn == p.k,
    misconceptions=(
        Slip(
            "wrong_place",
            lambda p: p.n + p.turn * (110 - p.k),
            "You changed another place. Change the {place}.",
        ),
        Slip("one_step", lambda p: p.n + p.turn, "That is one {word}. It should be {k} {word}."),
        Slip("other_way", lambda p: p.n - p.turn * p.k, "Read again: it should be {k} {word}."),
        Slip(
            "forgets_the_hundred",
            lambda p: p.end - p.turn * 100 if p.k == 10 and p.n // 100 != p.end // 100 else None,
            "The tens are right, but the hundreds change here, too.",
        ),
        Slip("says_the_change", lambda p: p.k, "{k} is the change. Start at {n}."),
    ),
    hints=("Which digit changes?", "Look at the {place} of {n}."),
    steps=(Step("Only the {place} change, and what they carry.", "{n} {sign} {k}", "{end}"),),
)


def _nearest(number: int, unit: int) -> int:
    return (2 * number + unit) // (2 * unit) * unit


def _line(p: Params) -> dict[str, object]:
    low = p.n - p.n % p.unit
    return {
        "low": low,
        "high": low + p.unit,
        "near": _nearest(p.n, p.unit),
        "step": p.unit // 10,
        "off": abs(p.n - _nearest(p.n, p.unit)),
        "sign": "+" if _nearest(p.n, p.unit) > p.n else "-",
        "other": 110 - p.unit,
    }


def _line_told(p: Params) -> str:
    return f"A number line from {p.low} to {p.high} with a dot at {p.n}."


_NEAREST = Family(
    id="math.rounding_tens.nearest",
    skill="math.rounding_tens",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"n": range(101, 990), "unit": (10, 100)},
    derive=_line,
    where=(lambda p: p.n % 10 != 0 and p.low > 0,),
    stem="Round {n} to the nearest {unit}.",
    key=lambda p: p.near,
    checker=lambda p, v: (
        v % p.unit == 0 and (-p.unit < 2 * (p.n - v) < p.unit or v - p.n == p.unit // 2)
    ),
    misconceptions=(
        Slip(
            "other_side",
            lambda p: p.low + p.high - p.near,
            "{low} and {high} are both close. Which one is closer to {n}?",
        ),
        Slip(
            "rounds_other_place",
            lambda p: _nearest(p.n, p.other),
            "You rounded to the nearest {other}. The question asks for {unit}.",
        ),
        Slip(
            "only_clears",
            lambda p: p.near - p.near % 100 if p.unit == 10 else p.n - p.n % 10,
            "Change the digits after the place you round to, and no others, to 0.",
        ),
        Slip("next_up", lambda p: p.near + p.unit, "That is one step too far. Stay near {n}."),
        Slip("does_nothing", lambda p: p.n, "{n} is the number itself. Which simple one is near?"),
    ),
    hints=(
        "Between which two simple numbers is {n}?",
        "Look at the digit after the place you round to: is it 5 or more?",
    ),
    steps=(
        Step("{n} is between {low} and {high}."),
        Step("The closer one is:", "{n} {sign} {off}", "{near}"),
    ),
    figure=lambda p: draw.number_line(
        _line_told(p), (str(p.low), str(p.high)), 10, (p.n - p.low) // p.step, str(p.n)
    ),
    alt=_line_told,
)

_ESTIMATE = Family(
    id="math.rounding_tens.estimate",
    skill="math.rounding_tens",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"a": range(112, 500), "b": range(112, 500), "sign": ("+", "-")},
    derive=lambda p: {
        "x": _nearest(p.a, 100),
        "y": _nearest(p.b, 100),
        "about": _nearest(p.a, 100) + (1 if p.sign == "+" else -1) * _nearest(p.b, 100),
        "exact": p.a + p.b if p.sign == "+" else p.a - p.b,
        "turn": 1 if p.sign == "+" else -1,
    },
    where=(
        lambda p: 0 < p.about != p.exact and p.exact > 50,
        lambda p: 8 < p.a % 100 < 92 and 8 < p.b % 100 < 92,
    ),
    stem="About how much is [[{a} {sign} {b}]]? Round both numbers to the nearest 100 first.",
    key=lambda p: p.about,
    checker=lambda p, v: (round((p.a + 0.5) / 100) + p.turn * round((p.b + 0.5) / 100)) * 100 == v,
    misconceptions=(
        Slip("exact", lambda p: p.exact, "That is exact. Round both numbers first."),
        Slip(
            "rounds_one", lambda p: p.x + p.turn * p.b, "You rounded {a}, but {b} is still exact."
        ),
        Slip(
            "rounds_down",
            lambda p: p.a // 100 * 100 + p.turn * (p.b // 100 * 100),
            "You cut off both. With 50 or more at the end you go up.",
        ),
        Slip(
            "rounds_up",
            lambda p: (p.a // 100 + 1) * 100 + p.turn * (p.b // 100 + 1) * 100,
            "You went up with both. With less than 50 at the end you go down.",
        ),
        Slip(
            "tens",
            lambda p: _nearest(p.a, 10) + p.turn * _nearest(p.b, 10),
            "You rounded to tens. Round to hundreds.",
        ),
        Slip("wrong_sign", lambda p: p.x - p.turn * p.y, "Look at the sign between the numbers."),
    ),
    hints=("Round {a} first. Which hundred is near?", "{a} is about {x}. Now round {b}."),
    steps=(
        Step("{a} is about {x}, and {b} is about {y}."),
        Step("Use the round numbers.", "{x} {sign} {y}", "{about}"),
    ),
)

FAMILIES = (_BLOCKS, _PARTS, _STEP, _NEAREST, _ESTIMATE)

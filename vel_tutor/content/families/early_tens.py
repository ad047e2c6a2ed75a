"""Grade 1: tens and ones, number words, putting numbers in order."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_words import in_words
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat


def _two_digits(p: Params) -> dict[str, int]:
    return {"n": 10 * p.t + p.o, "swapped": 10 * p.o + p.t, "ten": 10 * p.t}


_SWAPPED = Slip(
    "swaps_digits",
    lambda p: p.swapped,
    "That is {o} tens and {t} ones. The tens come first.",
)
_ADDS_DIGITS = Slip(
    "counts_tens_as_ones",
    lambda p: p.t + p.o,
    "You counted each ten as one. Count the tens by ten.",
)


def _blocks_told(p: Params) -> str:
    return f"Blocks: {p.t} sticks of ten cubes and {p.o} single cubes."


_BLOCKS = Family(
    id="math.tens_ones.blocks",
    skill="math.tens_ones",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"t": range(1, 10), "o": range(10), "what": ("cubes", "blocks")},
    derive=_two_digits,
    where=(lambda p: p.t != p.o,),
    stem="Each stick has ten {what}. How many {what} are there in all?",
    key=lambda p: p.n,
    checker=lambda p, v: divmod(v, 10) == (p.t, p.o),
    misconceptions=(
        _SWAPPED,
        _ADDS_DIGITS,
        Slip("tens_only", lambda p: p.ten, "Those are the sticks. Add the single {what}."),
        Slip("ten_more", lambda p: p.n + 10, "That is one stick too many. Count them again."),
        Slip(
            "writes_both",
            lambda p: 100 * p.t + p.o,
            "You wrote {ten} and then {o}. Put the {o} in the place of the 0.",
        ),
    ),
    hints=("Count the sticks by ten.", "Then count on by one for the single {what}."),
    steps=(Step("Add the tens and the ones.", "{t} * 10 + {o}", "{n}"),),
    figure=lambda p: draw.blocks(_blocks_told(p), 0, p.t, p.o),
    alt=_blocks_told,
)

_MAKE = Family(
    id="math.tens_ones.make",
    skill="math.tens_ones",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=20,
    params={"t": range(1, 10), "o": range(1, 10), "order": (0, 1)},
    derive=lambda p: {
        **_two_digits(p),
        "tens": f"{p.t} ten{'s' * (p.t > 1)}",
        "ones": f"{p.o} one{'s' * (p.o > 1)}",
    },
    where=(lambda p: p.t != p.o,),
    stem=lambda p: (
        f"I have {p.ones} and {p.tens}. What number am I?"
        if p.order
        else f"I have {p.tens} and {p.ones}. What number am I?"
    ),
    key=lambda p: p.n,
    checker=lambda p, v: str(v) == f"{p.t}{p.o}",
    misconceptions=(
        _SWAPPED,
        _ADDS_DIGITS,
        Slip("tens_only", lambda p: p.ten, "{ten} is the tens. Add {ones}."),
        Slip(
            "writes_both",
            lambda p: 100 * p.t + p.o,
            "You wrote {ten} and then {o}. Put the {o} in the place of the 0.",
        ),
        Slip("ten_more", lambda p: p.n + 10, "That has one ten too many. It has {tens}."),
    ),
    hints=("The tens stand on the left.", "What number do {tens} make?"),
    steps=(
        Step("First the tens.", "{t} * 10", "{ten}"),
        Step("Then add the ones.", "{ten} + {o}", "{n}"),
    ),
)

_WORDS = Family(
    id="math.tens_ones.words",
    skill="math.tens_ones",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=20,
    params={"n": range(11, 100), "way": ("Write", "Type")},
    derive=lambda p: {
        "word": in_words(p.n),
        "t": p.n // 10,
        "o": p.n % 10,
        "ten": p.n - p.n % 10,
        "swapped": 10 * (p.n % 10) + p.n // 10,
    },
    stem="This is a number in words: {word}. {way} it with the digits 0 to 9.",
    key=lambda p: p.n,
    checker=lambda p, v: v < 100 and in_words(int(v)) == p.word,
    misconceptions=(
        Slip(
            "swaps_digits",
            lambda p: p.swapped if p.o else None,
            "The digits are right, but the tens come first.",
        ),
        Slip(
            "writes_both",
            lambda p: 100 * p.t + p.o if p.o and p.t > 1 else None,
            "You wrote {ten} and then {o}. Put the {o} in the place of the 0.",
        ),
        Slip(
            "teen_and_ty",
            lambda p: 10 + p.t if not p.o else p.o * 10 if p.t == 1 else None,
            "Listen to the end of the word: is it teen or ty?",
        ),
        Slip("ten_too_many", lambda p: p.n + 10, "Listen to the first part. Which ten is it?"),
        Slip(
            "ones_left_out",
            lambda p: p.ten if p.o else None,
            "That is the tens. The word says more than that.",
        ),
    ),
    hints=("How many tens do you hear?", "Write the tens first, then the ones."),
    steps=(Step("Tens: {t}. Ones: {o}.", "{t} * 10 + {o}", "{n}"),),
)


def _row(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _in_order(p: Params) -> list[int]:
    return sorted(p.four, reverse=p.down)


def _four(p: Params) -> dict[str, object]:
    x, y, z = p.digits
    four = (10 * x + y, 10 * y + x, 10 * x + z, 10 * z + y)
    return {"four": four, "down": p.way == "greatest to least"}


_ORDER = Family(
    id="math.tens_ones.order",
    skill="math.tens_ones",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "digits": tuple(
            (x, y, z)
            for x in range(1, 10)
            for y in range(1, 10)
            for z in range(1, 10)
            if len({x, y, z}) == 3
        ),
        "way": ("least to greatest", "greatest to least"),
    },
    derive=_four,
    stem="Which row goes from {way}?",
    key=lambda p: _row(_in_order(p)),
    checker=lambda p, v: all(
        (int(b) - int(a)) * (-1 if p.down else 1) > 0
        for a, b in zip(v.split(", ")[:-1], v.split(", ")[1:], strict=True)
    ),
    misconceptions=(
        Slip(
            "other_way",
            lambda p: _row(_in_order(p)[::-1]),
            "Here they go the other way. Read where to start.",
        ),
        Slip(
            "by_ones",
            lambda p: _row(sorted(p.four, key=lambda n: (n % 10, n // 10), reverse=p.down)),
            "You looked at the ones first. Look at the tens first.",
        ),
        Slip(
            "ends_only",
            lambda p: _row([(o := _in_order(p))[0], o[2], o[1], o[3]]),
            "The two in the middle are mixed up. Compare them.",
        ),
        Slip(
            "first_two",
            lambda p: _row([(o := _in_order(p))[1], o[0], *o[2:]]),
            "Look at the first two. Which of them is less?",
        ),
        Slip(
            "last_two",
            lambda p: _row([*(o := _in_order(p))[:2], o[3], o[2]]),
            "Look at the last two. Which of them is greater?",
        ),
    ),
    hints=("Look at the tens first.", "If the tens are the same, look at the ones."),
    steps=lambda p: (Step(f"From {p.way}: {_row(_in_order(p))}."),),
    form=TEXT,
)

FAMILIES = (_BLOCKS, _MAKE, _WORDS, _ORDER)

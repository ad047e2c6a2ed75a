"""Grades 4 and 5: ten times as much, multiplying and dividing large numbers, powers of ten."""

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat


def _twice(p: Params) -> dict[str, object]:
    digits = list(str(p.rest))
    digits[p.hi], digits[p.lo] = str(p.d), str(p.d)
    text = "".join(digits)
    places = p.lo - p.hi
    return {
        "n": f"{int(text):,}",
        "text": text,
        "x": 10**places,
        "places": places,
        "more": p.d * 10 ** (5 - p.hi),
        "less": p.d * 10 ** (5 - p.lo),
    }


_TEN_TIMES = Family(
    id="math.place_value.ten_times",
    skill="math.place_value",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "rest": range(123_457, 987_654, 2_111),
        "d": range(2, 10),
        "hi": range(4),
        "lo": range(1, 6),
    },
    derive=_twice,
    where=(lambda p: p.hi < p.lo and p.text.count(str(p.d)) == 2,),
    stem="Look at {n}. How many times as much is the first {d} worth as the second {d}?",
    key=lambda p: p.x,
    checker=lambda p, v: v * p.less == p.more,
    misconceptions=(
        Slip("same", lambda p: 1, "The digits look alike, but their places differ."),
        Slip(
            "one_place_few",
            lambda p: p.x // 10 if p.x > 10 else None,
            "Count the places from one {d} to the other. Each makes it ten times as much.",
        ),
        Slip("one_place_many", lambda p: p.x * 10, "That is one place too many. Count again."),
        Slip(
            "ten_each", lambda p: 10 * p.places, "It is ten times for each place, again and again."
        ),
        Slip(
            "difference", lambda p: p.more - p.less, "That is how much more. How many times is it?"
        ),
        Slip("worth", lambda p: p.more, "That is what the first {d} is worth. Compare the two."),
    ),
    hints=("What is each {d} worth?", "The first is worth {more}, the second {less}."),
    steps=(Step("Compare what they are worth.", "{more} ÷ {less}", "{x}"),),
)


def _split(p: Params) -> dict[str, int]:
    return {
        "t": p.a // 10 * 10,
        "o": p.a % 10,
        "s": p.b // 10 * 10,
        "u": p.b % 10,
        "tt": p.a // 10 * 10 * (p.b // 10 * 10),
        "tu": p.a // 10 * 10 * (p.b % 10),
        "ot": p.a % 10 * (p.b // 10 * 10),
        "ou": p.a % 10 * (p.b % 10),
        "all": p.a * p.b,
    }


_AREA_MODEL = Family(
    id="math.multiply.parts",
    skill="math.multiply",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(12, 80), "b": range(12, 80), "gap": ("tu", "ot")},
    derive=lambda p: {**_split(p), "x": _split(p)[p.gap], "shown": _shown(p)},
    where=(lambda p: p.o > 1 and p.u > 1 and p.t != p.s and p.o != p.u,),
    stem="To work out [[{a} * {b}]], Kim writes {shown}. Which number fits the gap?",
    key=lambda p: p.x,
    checker=lambda p, v: p.tt + p.ou + v + (p.ot if p.gap == "tu" else p.tu) == p.a * p.b,
    misconceptions=(
        Slip(
            "tens_as_ones", lambda p: p.x // 10, "One of the two stands for tens. Ten times more."
        ),
        Slip(
            "other_part", lambda p: p.ot if p.gap == "tu" else p.tu, "That part is there already."
        ),
        Slip("ones_only", lambda p: p.ou, "That is ones times ones. It is there already."),
        Slip("whole", lambda p: p.all, "That is the whole product. Which part is missing?"),
        Slip("tens_twice", lambda p: p.x * 10, "One zero too many: just one of the two is tens."),
        Slip(
            "adds",
            lambda p: p.t + p.u if p.gap == "tu" else p.o + p.s,
            "You added those two parts. They must be multiplied.",
        ),
    ),
    hints=(
        "Each part of {a} is multiplied by each part of {b}.",
        "{a} is {t} and {o}, and {b} is {s} and {u}. Which pair is not used yet?",
    ),
    steps=lambda p: (
        Step(
            "The pair that is not used yet:",
            f"{p.t} * {p.u}" if p.gap == "tu" else f"{p.o} * {p.s}",
            f"{p.x}",
        ),
    ),
)


def _shown(p: Params) -> str:
    parts = _split(p)
    return " + ".join(
        "□" if name == p.gap else f"{parts[name]:,}" for name in ("tt", "tu", "ot", "ou")
    )


def _no_carry(a: int, k: int) -> int:
    """Multiplies each digit and drops what would be carried."""
    return sum(int(d) * k % 10 * 10**i for i, d in enumerate(reversed(str(a))))


_ONE_DIGIT = Family(
    id="math.multiply.by_one_digit",
    skill="math.multiply",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(126, 3_000, 3), "k": range(3, 10)},
    derive=lambda p: {
        "x": p.a * p.k,
        "round": p.a // 100 * 100,
        "rest": p.a % 100,
        "big": p.a // 100 * 100 * p.k,
        "small": p.a % 100 * p.k,
        "ones": p.a % 10 * p.k,
    },
    where=(lambda p: p.ones > 9 and p.rest > 11 and p.x < 20_000,),
    stem="What is [[{a} * {k}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: v == sum([p.a] * p.k),
    misconceptions=(
        Slip("never_carries", lambda p: _no_carry(p.a, p.k), "You lost what has to be carried."),
        Slip("adds", lambda p: p.a + p.k, "You added {k}. It is {k} times as much."),
        Slip(
            "ten_lost", lambda p: p.x - 10, "A ten got lost. The ones give {ones}: carry the tens."
        ),
        Slip("round_part_only", lambda p: p.big, "That is {k} times {round}. Now do the {rest}."),
        Slip("one_time_less", lambda p: p.x - p.a, "That is one time too few. Take it {k} times."),
        Slip("zero_too_many", lambda p: p.x * 10, "Ten times too much. Estimate to check."),
    ),
    hints=(
        "Split {a} into {round} and {rest}.",
        "{k} times {round} is {big}. Now {k} times {rest}.",
    ),
    steps=(
        Step("The hundreds:", "{round} * {k}", "{big}"),
        Step("The rest:", "{rest} * {k}", "{small}"),
        Step("Together:", "{big} + {small}", "{x}"),
    ),
)

_LONG = Family(
    id="math.division.long",
    skill="math.division",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"q": range(102, 420), "k": range(3, 10)},
    derive=lambda p: {
        "n": p.q * p.k,
        "round": p.q // 100 * 100,
        "rest": p.q % 100,
        "big": p.q // 100 * 100 * p.k,
        "left": p.q % 100 * p.k,
        "no_zero": int(str(p.q).replace("0", "")),
    },
    where=(lambda p: p.n < 3_000 and p.rest > 0,),
    stem="What is [[{n} ÷ {k}]]?",
    key=lambda p: p.q,
    checker=lambda p, v: v * p.k == p.n,
    misconceptions=(
        Slip(
            "drops_zero",
            lambda p: p.no_zero if "0" in str(p.q) else None,
            "If {k} does not fit into a place, write a 0 there.",
        ),
        Slip("hundreds_only", lambda p: p.round, "{left} is still left to share out."),
        Slip("one_short", lambda p: p.q - 1, "One more {k} fits in. Check with times."),
        Slip("ten_over", lambda p: p.q + 10, "Ten too many. Check: your number times {k}."),
        Slip("multiplies", lambda p: p.n * p.k, "You multiplied. The sign says divide."),
        Slip("zero_too_many", lambda p: p.q * 10, "Ten times too much. Estimate to check."),
    ),
    hints=("How many hundreds does each share get?", "{k} times {round} is {big}. {left} is left."),
    steps=(
        Step("The hundreds:", "{big} ÷ {k}", "{round}"),
        Step("What is left:", "{left} ÷ {k}", "{rest}"),
        Step("Together:", "{round} + {rest}", "{q}"),
    ),
)

_THREE_BY_TWO = Family(
    id="math.multiply.three_by_two",
    skill="math.multiply",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"a": range(112, 700), "b": range(13, 80)},
    derive=lambda p: {
        "x": p.a * p.b,
        "t": p.b // 10 * 10,
        "u": p.b % 10,
        "big": p.a * (p.b // 10 * 10),
        "small": p.a * (p.b % 10),
        "tens": p.b // 10,
    },
    where=(lambda p: p.u > 1 and p.a % 10 and p.b // 10 != p.u,),
    stem="What is [[{a} * {b}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: v - p.a * (p.b - 1) == p.a,
    misconceptions=(
        Slip(
            "tens_as_ones",
            lambda p: p.a * p.tens + p.small,
            "The {tens} in {b} stands for {t}. Its row ends with a 0.",
        ),
        Slip("tens_row_only", lambda p: p.big, "That is {a} times {t}. Add {a} times {u}."),
        Slip("ones_row_only", lambda p: p.small, "That is {a} times {u}. Add {a} times {t}."),
        Slip(
            "matching_places",
            lambda p: p.a // 10 * 10 * p.t + p.a % 10 * p.u,
            "Each part of {a} has to be multiplied by each part of {b}.",
        ),
        Slip("hundred_lost", lambda p: p.x - 100, "A hundred got lost when you added the rows."),
    ),
    hints=("Split {b} into {t} and {u}.", "Work out {a} times {u} first: it is {small}."),
    steps=(
        Step("The ones row:", "{a} * {u}", "{small}"),
        Step("The tens row:", "{a} * {t}", "{big}"),
        Step("Add the rows.", "{small} + {big}", "{x}"),
    ),
)

_TWO_DIGIT = Family(
    id="math.division.two_digit",
    skill="math.division",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"q": range(12, 90), "k": range(12, 40)},
    derive=lambda p: {
        "n": p.q * p.k,
        "t": p.q // 10 * 10,
        "u": p.q % 10,
        "big": p.q // 10 * 10 * p.k,
        "left": p.q % 10 * p.k,
    },
    where=(lambda p: p.u > 1 and p.q != p.k,),
    stem="What is [[{n} ÷ {k}]]?",
    key=lambda p: p.q,
    checker=lambda p, v: v * p.k == p.n,
    misconceptions=(
        Slip("tens_only", lambda p: p.t, "{left} is still left. How often does {k} fit into it?"),
        Slip("one_short", lambda p: p.q - 1, "One more {k} fits in. Check with times."),
        Slip("one_over", lambda p: p.q + 1, "That is one {k} too many. Check with times."),
        Slip("ten_over", lambda p: p.q + 10, "Ten too many. Estimate first."),
        Slip("zero_between", lambda p: p.t * 10 + p.u, "There is no place for a 0 in the middle."),
        Slip("subtracts", lambda p: p.n - p.k, "You took {k} away. How often does {k} fit in?"),
    ),
    hints=("How often does {k} fit ten times?", "{t} times {k} is {big}. What is left?"),
    steps=(
        Step("First the tens:", "{big} ÷ {k}", "{t}"),
        Step("This is left:", "{n} - {big}", "{left}"),
        Step("Share that, too.", "{left} ÷ {k}", "{u}"),
        Step("Together:", "{t} + {u}", "{q}"),
    ),
)

FAMILIES = (_TEN_TIMES, _AREA_MODEL, _ONE_DIGIT, _LONG, _THREE_BY_TWO, _TWO_DIGIT)

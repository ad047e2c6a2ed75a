"""Probability: one draw, what does not happen, two draws, what to expect."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION, RATIONAL
from vel_tutor.vocabulary import ItemFormat

_COLOURS = (("red", "blue", "green"), ("yellow", "white", "black"), ("pink", "grey", "brown"))

_ONE = Family(
    id="math.probability.one_draw",
    skill="math.probability",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={"a": range(1, 10), "b": range(1, 10), "c": range(1, 10), "set": _COLOURS},
    derive=lambda p: {
        "x": p.set[0],
        "y": p.set[1],
        "z": p.set[2],
        "n": p.a + p.b + p.c,
        "chance": Fraction(p.a, p.a + p.b + p.c),
    },
    where=(lambda p: len({p.a, p.b, p.c}) == 3,),
    canon=lambda p: (p.a, *sorted((p.b, p.c))),
    stem="A bag holds {a} {x}, {b} {y} and {c} {z} balls. You draw one. How likely is it {x}?",
    key=lambda p: p.chance,
    checker=lambda p, v: v == 1 - Fraction(p.b + p.c, p.n),
    misconceptions=(
        Slip(
            "to_others",
            lambda p: Fraction(p.a, p.b + p.c),
            "You compared with the other balls. Put {a} over all {n} balls.",
        ),
        Slip("one_of_three", lambda p: Fraction(1, 3), "The colours are not equally many."),
        Slip("not_it", lambda p: 1 - p.chance, "That is how likely it is not {x}."),
        Slip(
            "one_of_all",
            lambda p: Fraction(1, p.n),
            "That is one ball. There are {a} {x} balls.",
        ),
        Slip("one_of_colour", lambda p: Fraction(1, p.a), "The bottom counts all {n} balls."),
        Slip("upside_down", lambda p: Fraction(p.n, p.a), "That is above 1. Turn it upside down."),
    ),
    hints=("How many balls are there in all?", "How many of the {n} balls are {x}?"),
    steps=(
        Step("All balls:", "{a} + {b} + {c}", "{n}"),
        Step("{a} of {n} are {x}.", "{a} ÷ {n}", "{chance}"),
    ),
    form=RATIONAL,
)

_TWO = Family(
    id="math.probability.two_draws",
    skill="math.probability_two",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"a": range(2, 9), "b": range(2, 9), "set": _COLOURS, "back": (True, False)},
    derive=lambda p: {
        "x": p.set[0],
        "y": p.set[1],
        "n": p.a + p.b,
        "how": "put it back, and draw again" if p.back else "keep it, and draw another",
        "first": Fraction(p.a, p.a + p.b),
        "a2": p.a if p.back else p.a - 1,
        "n2": p.a + p.b if p.back else p.a + p.b - 1,
        "both": Fraction(p.a, p.a + p.b)
        * (Fraction(p.a, p.a + p.b) if p.back else Fraction(p.a - 1, p.a + p.b - 1)),
    },
    where=(lambda p: p.a != p.b and p.n2 > p.a2 > 0,),
    stem="A bag holds {a} {x} and {b} {y} balls. You draw one, {how}. How likely are both {x}?",
    key=lambda p: p.both,
    checker=lambda p, v: v + Fraction(p.b, p.n) + Fraction(p.a, p.n) * Fraction(p.b, p.n2) == 1,
    misconceptions=(
        Slip("first_only", lambda p: p.first, "That is one draw. Both must be {x}."),
        Slip(
            "adds",
            lambda p: p.first + Fraction(p.a2, p.n2),
            "You added the two. For both to happen, multiply.",
        ),
        Slip(
            "other_way",
            lambda p: p.first * (Fraction(p.a - 1, p.n - 1) if p.back else p.first),
            "Think again: is the first ball back in the bag for the second draw?",
        ),
        Slip(
            "half",
            lambda p: p.first / 2,
            "Two draws do not halve it. Multiply the chances of both draws.",
        ),
        Slip(
            "bottom_only",
            lambda p: p.first * Fraction(p.a, p.n - 1),
            "If a {x} ball is gone, there is also one {x} less on top.",
        ),
        Slip(
            "top_only",
            lambda p: p.first * Fraction(p.a - 1, p.n),
            "If a ball is gone, there is also one ball less in all.",
        ),
        Slip("none", lambda p: Fraction(p.b, p.n) ** 2, "That is for two {y} balls."),
        Slip(
            "at_least_one",
            lambda p: 1 - Fraction(p.b, p.n) ** 2,
            "That is at least one {x}. Here both have to be.",
        ),
    ),
    hints=(
        "How likely is the first one? What is in the bag for the second?",
        "At the second draw, {a2} of {n2} balls are {x}.",
    ),
    steps=(Step("First draw, then second draw; multiply.", "{a}/{n} * {a2}/{n2}", "{both}"),),
    form=FRACTION,
)

_EXPECT = Family(
    id="math.probability.expected_count",
    skill="math.probability",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(2, 6), "n": range(3, 11), "k": range(4, 31)},
    derive=lambda p: {"spins": p.n * p.k, "hits": p.a * p.k},
    where=(lambda p: p.a < p.n,),
    stem=(
        "A spinner has {n} equal parts, {a} of them gold. About how often is it gold in {spins} "
        "spins?"
    ),
    key=lambda p: p.hits,
    checker=lambda p, v: Fraction(v, p.spins) == Fraction(p.a, p.n),
    misconceptions=(
        Slip("one_part", lambda p: p.k, "That is for one part. {a} of the parts are gold."),
        Slip("half", lambda p: Fraction(p.spins, 2), "Gold or not is not half and half here."),
        Slip("the_rest", lambda p: p.spins - p.hits, "That is how often it is not gold."),
        Slip("gold_parts", lambda p: p.a, "{a} is the number of gold parts, not of spins."),
        Slip(
            "shares_by_gold",
            lambda p: Fraction(p.spins, p.a),
            "Share the spins by all {n} parts.",
        ),
    ),
    hints=("How often would each part come up?", "Share {spins} spins evenly among {n} parts."),
    steps=(
        Step("Each part comes up about:", "{spins} ÷ {n}", "{k}"),
        Step("{a} parts are gold.", "{a} * {k}", "{hits}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_ONE, _TWO, _EXPECT)

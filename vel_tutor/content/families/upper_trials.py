"""Conditions, repeated trials, expected values."""

from fractions import Fraction
from itertools import combinations
from math import comb

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_KINDS = (
    ("test", "is ill", "healthy"),
    ("alarm", "is broken", "whole"),
    ("filter", "is spam", "fine"),
)

_BAYES = Family(
    id="math.conditional_probability.test",
    skill="math.conditional_probability",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=110,
    params={
        "kind": _KINDS,
        "base": (1, 2, 4, 5, 8, 10, 20),
        "hit": (80, 90, 95, 98),
        "false": (2, 4, 5, 8, 10, 20),
    },
    derive=lambda p: {
        "what": p.kind[0],
        "bad": p.kind[1],
        "good": p.kind[2],
        "n": 10_000,
        "ill": 100 * p.base,
        "rest": 10_000 - 100 * p.base,
        "true_hits": p.base * p.hit,
        "false_hits": (100 - p.base) * p.false,
        "all_hits": p.base * p.hit + (100 - p.base) * p.false,
        "chance": Fraction(p.base * p.hit, p.base * p.hit + (100 - p.base) * p.false),
    },
    stem=(
        "{base}% of all cases are bad: each of them {bad}. A {what} goes off in {hit}% of the bad"
        " cases, and in {false}% of the {good} ones. It goes off. What is the chance that the"
        " case is bad, as a fraction?"
    ),
    key=lambda p: p.chance,
    checker=lambda p, v: v * (p.true_hits + p.false_hits) == p.true_hits,
    misconceptions=(
        Slip(
            "turned",
            lambda p: Fraction(p.hit, 100),
            "That is how often it goes off for bad cases. Turn the question round: it went off.",
        ),
        Slip(
            "base_rate",
            lambda p: Fraction(p.base, 100),
            "That is the chance before anything went off.",
        ),
        Slip(
            "joint",
            lambda p: Fraction(p.true_hits, 10_000),
            "Compare with all cases where it goes off, not with all cases.",
        ),
        Slip(
            "forgets_numbers",
            lambda p: Fraction(p.hit, p.hit + p.false),
            "There are many more {good} cases. Count them.",
        ),
        Slip(
            "not_false",
            lambda p: 1 - Fraction(p.false, 100),
            "{false}% is the part of the {good} cases, not of those where it goes off.",
        ),
    ),
    hints=(
        "Think of 10,000 cases. How many are bad?",
        "Count where it goes off: {true_hits} of the bad ones, and how many of the others?",
    ),
    steps=(
        Step("Of 10,000 cases, so many are bad:", "{base}% * 10000", "{ill}"),
        Step("It goes off for so many of them:", "{hit}% * {ill}", "{true_hits}"),
        Step("And for so many of the {good} ones:", "{false}% * {rest}", "{false_hits}"),
        Step("The part of the bad ones:", "{true_hits} ÷ ({true_hits} + {false_hits})", "{chance}"),
    ),
    form=RATIONAL,
)

_UNION = Family(
    id="math.conditional_probability.given",
    skill="math.conditional_probability",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={
        "n": range(20, 80),
        "a": range(8, 50),
        "b": range(8, 50),
        "both": range(2, 30),
        "set": (("piano", "drums"), ("French", "Spanish"), ("chess", "judo")),
    },
    derive=lambda p: {
        "x": p.set[0],
        "y": p.set[1],
        "union": p.a + p.b - p.both,
        "none": p.n - p.a - p.b + p.both,
        "chance": Fraction(p.both, p.b),
    },
    where=(lambda p: p.both < min(p.a, p.b) and p.none > 0 and p.a != p.b and p.b != p.n,),
    canon=lambda p: (p.n, p.a, p.b, p.none),
    stem=(
        "Of {n} people, {a} learn {x}, {b} learn {y} and {none} learn neither. Somebody who learns"
        " {y} is drawn. How likely does this person learn {x} too?"
    ),
    key=lambda p: p.chance,
    checker=lambda p, v: v * p.b == p.a - (p.n - p.none - p.b),
    misconceptions=(
        Slip("of_all", lambda p: Fraction(p.both, p.n), "Only the {b} who learn {y} can be drawn."),
        Slip(
            "other_given",
            lambda p: Fraction(p.both, p.a),
            "You started from those who learn {x}. Start from {y}.",
        ),
        Slip(
            "ignores_condition",
            lambda p: Fraction(p.a, p.n),
            "That is the chance for anybody. Here you know of {y}.",
        ),
        Slip(
            "all_a",
            lambda p: Fraction(p.a, p.b) if p.a < p.b else None,
            "Not all who learn {x} learn {y} as well.",
        ),
        Slip(
            "only_y",
            lambda p: Fraction(p.b - p.both, p.b),
            "That is the chance of {y} without {x}.",
        ),
        Slip(
            "of_union",
            lambda p: Fraction(p.both, p.union),
            "The person learns {y}: so only {b} are possible.",
        ),
    ),
    hints=(
        "How many learn both? First: how many learn at least one?",
        "{n} less {none} learn at least one. {a} and {b} make more than that.",
    ),
    steps=(
        Step("At least one:", "{n} - {none}", "{union}"),
        Step("So both:", "{a} + {b} - {union}", "{both}"),
        Step("Among those who learn {y}:", "{both} ÷ {b}", "{chance}"),
    ),
    form=RATIONAL,
)


def _repeated(p: Params) -> dict[str, object]:
    n, hit = p.k + p.m, Fraction(p.u, p.u + p.g)
    one = hit**p.k * (1 - hit) ** p.m
    return {
        "n": n,
        "p": hit,
        "q": 1 - hit,
        "ways": comb(n, p.k),
        "one": one,
        "chance": comb(n, p.k) * one,
        "ways_text": f"{n}!/({p.k}! * {p.m}!)",
    }


_BINOMIAL = Family(
    id="math.binomial_probability.exactly",
    skill="math.binomial_probability",
    grade=12,
    format=ItemFormat.FRACTION,
    time_s=90,
    params={
        "k": (1, 2, 3, 4),
        "m": (1, 2, 3),
        "u": (1, 2, 3),
        "g": (1, 2, 3, 4),
        "what": ("A spinner wins", "A seed grows", "A shot hits", "A light is green"),
    },
    derive=lambda p: _repeated(p),
    where=(lambda p: p.p.denominator == p.u + p.g and p.n < 6,),
    canon=lambda p: (p.k, p.m, p.p, p.what),
    stem="{what} with a chance of [[{p}]] each time. How likely is it exactly {k} of {n} times?",
    key=lambda p: p.chance,
    checker=lambda p, v: v == sum(_weight(p, set(hits)) for hits in combinations(range(p.n), p.k)),
    misconceptions=(
        Slip("one_order", lambda p: p.one, "That is one order only. There are {ways} orders."),
        Slip("no_misses", lambda p: p.p**p.k, "The other {m} times it must not happen."),
        Slip(
            "ways_no_misses",
            lambda p: p.ways * p.p**p.k if p.ways * p.p**p.k < 1 else None,
            "The chance of the other {m} times is missing.",
        ),
        Slip("share", lambda p: Fraction(p.k, p.n), "{k} of {n} is a share, not the chance of it."),
        Slip(
            "times_n",
            lambda p: p.n * p.one if p.ways != p.n else p.k * p.p * p.q,
            "Count the orders: {k} places out of {n}.",
        ),
        Slip(
            "swapped",
            lambda p: p.ways * p.q**p.k * p.p ** (p.n - p.k),
            "You swapped happening and not happening.",
        ),
    ),
    hints=(
        "How likely is one certain order? And how many orders are there?",
        "One order: {k} times [[{p}]] and {m} times [[{q}]], multiplied.",
    ),
    steps=(
        Step("One order:", "({p})^{k} * ({q})^{m}", "{one}"),
        Step("The number of orders:", "{ways_text}", "{ways}"),
        Step("Together:", "{ways} * {one}", "{chance}"),
    ),
    form=RATIONAL,
)


def _weight(p: Params, hits: set[int]) -> Fraction:
    """The chance of one order."""
    result = Fraction(1)
    for turn in range(p.n):
        result *= p.p if turn in hits else 1 - p.p
    return result


_EXPECTED = Family(
    id="math.expected_value.game",
    skill="math.expected_value",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "a": range(5, 41, 5),
        "b": range(5, 51, 5),
        "x": range(4, 60),
        "y": range(1, 30),
        "cost": range(1, 12),
        "what": ("A game at a fair", "A raffle", "A wheel of luck"),
    },
    derive=lambda p: {
        "rest": 100 - p.a - p.b,
        "first": decimal_text(Fraction(p.a * p.x, 100)),
        "second": decimal_text(Fraction(p.b * p.y, 100)),
        "win": decimal_text(Fraction(p.a * p.x + p.b * p.y, 100)),
        "gain": Fraction(p.a * p.x + p.b * p.y, 100) - p.cost,
        "gain_text": decimal_text(Fraction(p.a * p.x + p.b * p.y, 100) - p.cost),
        "raw": Fraction(p.a * p.x + p.b * p.y, 100),
    },
    where=(lambda p: p.rest > 0 and p.x > p.y and p.gain and p.a != p.b,),
    canon=lambda p: (p.a, p.b, p.x, p.y, p.cost),
    stem=(
        "{what} costs ${cost}. You get ${x} with a chance of {a}%, ${y} with a chance of {b}%, and"
        " nothing otherwise. How many dollars do you win or lose on average? A loss is negative."
    ),
    key=lambda p: p.gain,
    checker=lambda p, v: 100 * v == p.a * (p.x - p.cost) + p.b * (p.y - p.cost) - p.rest * p.cost,
    misconceptions=(
        Slip("cost_left_out", lambda p: p.raw, "You pay ${cost} each time. Take it away."),
        Slip(
            "plain_mean",
            lambda p: Fraction(p.x + p.y, 2) - p.cost,
            "The prizes are not equally likely. Weigh them.",
        ),
        Slip(
            "cost_when_winning",
            lambda p: p.raw - Fraction((p.a + p.b) * p.cost, 100),
            "You pay even when you get nothing.",
        ),
        Slip("sign", lambda p: -p.gain, "Average prize minus cost: check the sign."),
        Slip(
            "one_prize", lambda p: Fraction(p.a * p.x, 100) - p.cost, "The second prize counts too."
        ),
        Slip(
            "not_percent",
            lambda p: p.a * p.x + p.b * p.y - p.cost,
            "{a}% is [[{a}/100]], so divide the products by 100.",
        ),
    ),
    hints=(
        "Weigh each prize by its chance.",
        "In 100 rounds you get ${x} about {a} times. What is paid in?",
    ),
    steps=(
        Step("The first prize, on average:", "{a}% * {x}", "{first}"),
        Step("The second:", "{b}% * {y}", "{second}"),
        Step("Both, less the cost:", "{first} + {second} - {cost}", "{gain_text}"),
    ),
    form=DECIMAL,
)


FAMILIES = (
    _BAYES,
    _UNION,
    _BINOMIAL,
    _EXPECTED,
)

"""Chance: from trials, of what does not happen, counting outcomes, sums of dice, two in a row."""

from fractions import Fraction
from itertools import product

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION, RATIONAL
from vel_tutor.vocabulary import ItemFormat


def _trials(p: Params) -> dict[str, object]:
    return {
        "all": p.a + p.b + p.c,
        "chance": Fraction(p.a, p.a + p.b + p.c),
        "rest": p.b + p.c,
        "answer": Fraction(p.a * p.more, p.a + p.b + p.c),
    }


_EXPERIMENT = Family(
    id="math.probability.from_trials",
    skill="math.probability",
    grade=7,
    format=ItemFormat.FRACTION,
    time_s=45,
    params={
        "a": range(3, 40),
        "b": range(3, 40),
        "c": range(3, 40),
        "more": (1,),
        "scene": (
            ("A spinner lands on red {a} times, on blue {b} times, on green {c} times.", "red"),
            (
                "A cup lands on its side {a} times, upright {b} times, on its rim {c} times.",
                "on its side",
            ),
            ("Of the cars that pass, {a} are white, {b} black, {c} of other colors.", "white"),
        ),
    },
    derive=lambda p: {
        **_trials(p),
        "story": p.scene[0].format(a=p.a, b=p.b, c=p.c),
        "goal": p.scene[1],
    },
    where=(lambda p: p.chance.denominator < 13 and len({p.a, p.b, p.c}) == 3,),
    canon=lambda p: (p.a, p.b, p.c),
    stem="{story} By these trials, what is the chance of “{goal}”?",
    key=lambda p: p.chance,
    checker=lambda p, v: v * (p.a + p.b + p.c) == p.a,
    misconceptions=(
        Slip("to_rest", lambda p: Fraction(p.a, p.rest), "Compare with all trials: {all} of them."),
        Slip(
            "equal_thirds", lambda p: Fraction(1, 3), "The trials say they are not equally likely."
        ),
        Slip("others", lambda p: Fraction(p.rest, p.all), "That is the chance of all the others."),
        Slip("one_other", lambda p: Fraction(p.a, p.a + p.b), "There were {c} other trials too."),
        Slip("turned", lambda p: Fraction(p.all, p.a), "A chance is never more than 1. Turn it."),
    ),
    hints=("How many trials were there in all?", "{a} out of [[{a} + {b} + {c}]] trials."),
    steps=(
        Step("All trials:", "{a} + {b} + {c}", "{all}"),
        Step("The part with “{goal}”:", "{a}/{all}", "{chance}"),
    ),
    form=FRACTION,
)

_NOT = Family(
    id="math.probability.not_happening",
    skill="math.probability",
    grade=7,
    format=ItemFormat.FRACTION,
    time_s=45,
    params={
        "a": range(2, 12),
        "b": range(2, 12),
        "c": range(2, 12),
        "things": (("red", "blue", "green"), ("round", "flat", "long"), ("sour", "mild", "salty")),
    },
    derive=lambda p: {
        "one": p.things[0],
        "two": p.things[1],
        "three": p.things[2],
        "all": p.a + p.b + p.c,
        "rest": p.b + p.c,
        "chance": Fraction(p.b + p.c, p.a + p.b + p.c),
        "odds": Fraction(p.a, p.a + p.b + p.c),
    },
    where=(lambda p: len({p.a, p.b, p.c}) == 3 and p.a != p.rest,),
    canon=lambda p: (p.a, p.b, p.c),
    stem=(
        "A box has {a} {one}, {b} {two} and {c} {three} sweets. You take one without looking. What "
        "is the chance that it is not {one}?"
    ),
    key=lambda p: p.chance,
    checker=lambda p, v: v + Fraction(p.a, p.all) == 1,
    misconceptions=(
        Slip(
            "happens", lambda p: p.odds, "That is the chance that it is {one}. You want not {one}."
        ),
        Slip("one_other", lambda p: Fraction(p.b, p.all), "The {three} ones are not {one} either."),
        Slip("third_kind", lambda p: Fraction(p.c, p.all), "The {two} ones are not {one} either."),
        Slip(
            "among_others",
            lambda p: Fraction(p.b, p.rest),
            "All {all} sweets are in the box. Take them all as the whole.",
        ),
        Slip(
            "forgets_third",
            lambda p: Fraction(p.b, p.a + p.b),
            "You left out the {three} ones. There are {all} sweets in all.",
        ),
        Slip("two_thirds", lambda p: Fraction(2, 3), "There are not equally many of each kind."),
        Slip(
            "two_kinds_of_them",
            lambda p: Fraction(p.a + p.b, p.all),
            "You counted the {one} ones in, and the {three} ones out.",
        ),
        Slip(
            "other_two_kinds",
            lambda p: Fraction(p.a + p.c, p.all),
            "You counted the {one} ones in, and the {two} ones out.",
        ),
    ),
    hints=("How many sweets are not {one}?", "Out of {all} sweets, {b} and {c} are not {one}."),
    steps=(
        Step("Not {one}:", "{b} + {c}", "{rest}"),
        Step("Out of all:", "{rest}/{all}", "{chance}"),
    ),
    form=FRACTION,
)

_OUTFITS = Family(
    id="math.probability_two.count_outcomes",
    skill="math.probability_two",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "a": range(2, 10),
        "b": range(2, 10),
        "c": range(2, 8),
        "scene": (
            "A menu has {a} soups, {b} main dishes and {c} cakes. How many meals of three parts?",
            "Eva has {a} hats, {b} coats and {c} scarves. How many ways to wear one of each?",
            "A lock has three wheels with {a}, {b} and {c} signs. How many codes are there?",
            "A game has {a} heroes, {b} maps and {c} tools. How many ways to start are there?",
        ),
    },
    derive=lambda p: {
        "story": p.scene.format(a=p.a, b=p.b, c=p.c),
        "ab": p.a * p.b,
        "all": p.a * p.b * p.c,
        "sum": p.a + p.b + p.c,
    },
    where=(lambda p: len({p.a, p.b, p.c}) == 3,),
    canon=lambda p: (p.a, p.b, p.c),
    stem="{story}",
    key=lambda p: p.all,
    checker=lambda p, v: len(list(product(range(p.a), range(p.b), range(p.c)))) == v,
    misconceptions=(
        Slip("adds", lambda p: p.sum, "Each of the {a} goes with each of the {b}: multiply."),
        Slip("two_only", lambda p: p.ab, "Each of these goes with the {c} others as well."),
        Slip("mixes", lambda p: p.ab + p.c, "The last step multiplies too: by {c}."),
        Slip("last_two", lambda p: p.b * p.c, "The first {a} count too: each goes with all these."),
        Slip("pairs", lambda p: p.ab + p.b * p.c + p.a * p.c, "Take one of each kind: multiply."),
    ),
    hints=(
        "How many ways are there with only the first two kinds?",
        "The first two give [[{a} * {b}]]. Each of these goes with {c} others.",
    ),
    steps=(
        Step("The first two kinds:", "{a} * {b}", "{ab}"),
        Step("With the third:", "{ab} * {c}", "{all}"),
    ),
    form=RATIONAL,
)


def _dice(p: Params) -> dict[str, object]:
    fits = [pair for pair in product(range(1, p.m + 1), range(1, p.n + 1)) if _meets(p, sum(pair))]
    return {
        "good": len(fits),
        "all": p.m * p.n,
        "chance": Fraction(len(fits), p.m * p.n),
        "sums": p.m + p.n - 1,
        "told": {"is": "exactly {s}", "over": "more than {s}", "under": "less than {s}"}[
            p.how
        ].format(s=p.s),
        "shown": ", ".join(f"{a}+{b}" for a, b in fits[:8]),
    }


def _meets(p: Params, total: int) -> bool:
    return {"is": total == p.s, "over": total > p.s, "under": total < p.s}[p.how]


_SUMS = Family(
    id="math.probability_two.sum_of_two",
    skill="math.probability_two",
    grade=8,
    format=ItemFormat.FRACTION,
    time_s=75,
    params={
        "m": range(4, 9),
        "n": range(4, 11),
        "s": range(4, 14),
        "how": ("is", "over", "under"),
    },
    derive=_dice,
    where=(lambda p: p.m <= p.n and 2 < p.good < 13 and p.good < p.all / 2,),
    stem=(
        "One spinner shows 1 to {m}, another 1 to {n}, all equally likely. What is the chance that "
        "the sum is {told}?"
    ),
    key=lambda p: p.chance,
    checker=lambda p, v: (
        sum(_meets(p, a + b) for a in range(1, p.m + 1) for b in range(1, p.n + 1)) == v * p.m * p.n
    ),
    misconceptions=(
        Slip(
            "sums_alike",
            lambda p: Fraction(sum(_meets(p, total) for total in range(2, p.m + p.n + 1)), p.sums),
            "The sums are not equally likely. Count pairs: there are {all}.",
        ),
        Slip(
            "half_of_pairs",
            lambda p: Fraction((p.good + 1) // 2, p.all),
            "3 and 4 is another pair than 4 and 3. Count both.",
        ),
        Slip("count_only", lambda p: p.good, "That is how many pairs fit. There are {all} pairs."),
        Slip(
            "adds_sides",
            lambda p: Fraction(p.good, p.m + p.n),
            "There are {m} times {n} pairs, not {m} plus {n}.",
        ),
        Slip("opposite", lambda p: 1 - p.chance, "That is the chance of all the other sums."),
    ),
    hints=(
        "How many pairs of numbers are there?",
        "There are {all} pairs. Which of them have a sum {told}?",
    ),
    steps=(
        Step("All pairs:", "{m} * {n}", "{all}"),
        Step("Of these {good} fit: {shown} ...", "{good}/{all}", "{chance}"),
    ),
    form=FRACTION,
)

FAMILIES = (_EXPERIMENT, _NOT, _OUTFITS, _SUMS)

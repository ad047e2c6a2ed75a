"""Ratio tables, part and whole, unit rates, and better offers."""

from fractions import Fraction
from math import gcd

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, TEXT, decimal_text
from vel_tutor.vocabulary import ItemFormat

_TABLE_ALT = "A table. {one}: {a}, {a2}, {a3}. {two}: {b}, {b2}, and an empty box."

_TABLE = Family(
    id="math.ratio.table",
    skill="math.ratio",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "x": range(2, 10),
        "y": range(2, 12),
        "k": range(1, 6),
        "m": (2, 3),
        "n": range(4, 10),
        "what": (("eggs", "flour"), ("blue", "white"), ("bags", "coins"), ("cans", "points")),
    },
    derive=lambda p: {
        "one": p.what[0],
        "two": p.what[1],
        "a": p.x * p.k,
        "b": p.y * p.k,
        "a2": p.x * p.k * p.m,
        "b2": p.y * p.k * p.m,
        "a3": p.x * p.n,
        "b3": p.y * p.n,
        "fit": Fraction(p.n, p.k),
    },
    where=(
        lambda p: gcd(p.x, p.y) == 1 and p.n not in (p.k, p.k * p.m),
        lambda p: (p.n % p.k == 0) and p.b3 != p.a3,
    ),
    canon=lambda p: (p.a, p.b, p.a3),
    stem="All columns have the same ratio. Which number is missing?",
    key=lambda p: p.b3,
    checker=lambda p, v: v * p.a == p.b * p.a3,
    misconceptions=(
        Slip(
            "adds_difference",
            lambda p: p.b + p.a3 - p.a,
            "You added what {one} grew by. A ratio grows by the same factor, not the same sum.",
        ),
        Slip(
            "adds_step",
            lambda p: p.b2 + p.b,
            "You went on in steps. But {one} does not go on in steps: it is {a3}.",
        ),
        Slip(
            "same_gap",
            lambda p: p.a3 + p.b2 - p.a2,
            "You kept the gap of the column before. The ratio stays, the gap does not.",
        ),
        Slip("doubles", lambda p: 2 * p.b2, "From {a2} to {a3} is not just twice."),
        Slip(
            "turned",
            lambda p: Fraction(p.x * p.a3, p.y),
            "You used the ratio the wrong way round: {a} goes with {b}.",
        ),
    ),
    hints=("By what must you multiply {a} to get {a3}?", "Do the same to {b} as to {a}."),
    steps=lambda p: (
        Step(f"From {p.a} to {p.a3} the factor is:", f"{p.a3} ÷ {p.a}", f"{p.fit}"),
        Step("Use the same factor below.", f"{p.b} * {p.fit}", f"{p.b3}"),
    ),
    form=RATIONAL,
    figure=lambda p: figures.table(
        say(_TABLE_ALT, p), (p.one, p.a, p.a2, p.a3), (p.two, p.b, p.b2, "?")
    ),
    alt=_TABLE_ALT,
)

_WHOLE = Family(
    id="math.ratio.part_to_whole",
    skill="math.ratio",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={
        "x": range(2, 9),
        "y": range(2, 10),
        "k": range(3, 14),
        "what": (
            ("red beads", "gold beads", "beads"),
            ("girls", "boys", "children"),
            ("ducks", "geese", "birds"),
            ("short nails", "long nails", "nails"),
        ),
    },
    derive=lambda p: {
        "one": p.what[0],
        "two": p.what[1],
        "all": p.what[2],
        "a": p.x * p.k,
        "b": p.y * p.k,
        "parts": p.x + p.y,
        "total": (p.x + p.y) * p.k,
    },
    where=(lambda p: gcd(p.x, p.y) == 1 and p.x != p.y,),
    canon=lambda p: (p.x, p.y, p.k),
    stem="The ratio of {one} to {two} is {x} : {y}. There are {a} {one}. How many {all} in all?",
    key=lambda p: p.total,
    checker=lambda p, v: Fraction(p.a, v) == Fraction(p.x, p.x + p.y),
    misconceptions=(
        Slip("other_part", lambda p: p.b, "{b} is just the {two}. You want all of them."),
        Slip(
            "adds_parts",
            lambda p: p.a + p.parts,
            "{parts} counts parts, not {all}. How many are in one part?",
        ),
        Slip("adds_y", lambda p: p.a + p.y, "{y} parts are more than {y} {two}."),
        Slip(
            "times_parts",
            lambda p: p.a * p.parts,
            "{a} {one} are {x} parts already. Find one part first.",
        ),
        Slip("times_y", lambda p: p.a * p.y, "One part is not {a}. It is {a} shared by {x}."),
        Slip("one_part", lambda p: p.k, "{k} is one part only. Take {parts} of them."),
        Slip("three_parts", lambda p: p.total + p.k, "You counted one part too many."),
        Slip("part_lost", lambda p: p.total - p.k, "One part is missing. There are {parts}."),
    ),
    hints=("{a} {one} make {x} parts. How many are in one part?", "Count all parts: {x} and {y}."),
    steps=(
        Step("One part is:", "{a} ÷ {x}", "{k}"),
        Step("All parts:", "{x} + {y}", "{parts}"),
        Step("In all:", "{parts} * {k}", "{total}"),
    ),
)

_PER_ONE = Family(
    id="math.unit_rate.per_one",
    skill="math.unit_rate",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "tenths": range(12, 96),
        "n": (4, 5, 6, 8, 10, 12, 15, 20),
        "scene": (
            ("A tap fills {all} liters in {n} minutes.", "How many liters come in one minute?"),
            ("A robot walks {all} meters in {n} seconds.", "How many meters is that a second?"),
            ("A printer makes {all} cards in {n} hours.", "How many cards is that an hour?"),
            ("{n} sheep eat {all} kg of hay in a day.", "How many kg does one sheep eat?"),
        ),
    },
    derive=lambda p: {
        "all": p.tenths * p.n // 10,
        "each": Fraction(p.tenths, 10),
        "shown": decimal_text(Fraction(p.tenths, 10)),
        "story": " ".join(p.scene).format(all=p.tenths * p.n // 10, n=p.n),
    },
    where=(
        lambda p: p.tenths * p.n % 10 == 0 and p.all != p.n and ("card" not in p.story),
        lambda p: p.tenths % 10,
    ),
    canon=lambda p: (p.all, p.n, p.scene[0]),
    stem="{story}",
    key=lambda p: p.each,
    checker=lambda p, v: sum([v] * p.n) == p.all,
    misconceptions=(
        Slip("turned", lambda p: _short(p.n, p.all), "You shared {n} by {all}. Turn it round."),
        Slip("multiplies", lambda p: p.all * p.n, "You multiplied. One gets a share of {all}."),
        Slip("subtracts", lambda p: p.all - p.n, "{all} and {n} are different things to compare."),
        Slip(
            "drops_rest",
            lambda p: p.all // p.n,
            "There is something left over. Go on dividing after the point.",
        ),
        Slip(
            "rest_as_tenths",
            lambda p: p.all // p.n + Fraction(p.all % p.n, 10 if p.all % p.n < 10 else 100),
            "You wrote the rest after the point. The rest must be shared by {n} too.",
        ),
        Slip(
            "point", lambda p: p.each / 10, "Check the point: {n} times your answer is too small."
        ),
    ),
    hints=("Which number is shared by which?", "Share {all} by {n}, and go on after the point."),
    steps=(Step("Share {all} into {n} equal parts.", "{all} ÷ {n}", "{shown}"),),
    form=DECIMAL,
)


def _short(top: int, bottom: int) -> Fraction | None:
    """The quotient where it has few decimals; else nobody would write it."""
    value = Fraction(top, bottom)
    return value if (value * 10000).denominator == 1 else None


def _offers(p: Params) -> dict[str, object]:
    counts = p.counts
    cents = [each * n for each, n in zip(p.each, counts, strict=True)]
    prices = [decimal_text(Fraction(total, 100), 2) for total in cents]
    texts = [f"{n} for ${price}" for n, price in zip(counts, prices, strict=True)]
    by_price = sorted(range(4), key=lambda i: p.each[i])
    return {
        "cents": cents,
        "texts": texts,
        "best": by_price[0],
        "next": by_price[1],
        "worst": by_price[3],
        "low": min(range(4), key=lambda i: cents[i]),
        "many": max(range(4), key=lambda i: counts[i]),
    }


_EACH = tuple(
    (a, b, c, d)
    for a in range(30, 95, 8)
    for b in (a + 5, a + 10)
    for c in (a + 15, a - 5)
    for d in (a + 20, a - 10, a + 2)
)

_BETTER = Family(
    id="math.unit_rate.better_buy",
    skill="math.unit_rate",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=70,
    params={
        "each": _EACH,
        "counts": ((4, 6, 8, 10), (10, 5, 3, 8), (6, 12, 5, 9), (8, 4, 12, 6), (3, 9, 7, 5)),
        "what": ("pears", "pencils", "bread rolls", "tea bags", "batteries"),
    },
    derive=_offers,
    where=(lambda p: len(set(p.each)) == 4 and len({p.best, p.low}) == 2,),
    canon=lambda p: (p.each, p.counts),
    stem="Four shops sell the same {what}. Which offer costs the least for one?",
    key=lambda p: p.texts[p.best],
    checker=lambda p, v: all(_per_one(v) <= _per_one(other) for other in p.texts),
    misconceptions=(
        Slip("least_to_pay", lambda p: p.texts[p.low], "You pay the least, but get few. Divide."),
        Slip("most_items", lambda p: p.texts[p.many], "More is not cheaper by itself. Divide."),
        Slip("next_best", lambda p: p.texts[p.next], "Close! One offer is still less for each."),
        Slip("highest", lambda p: p.texts[p.worst], "That is the most for one, not the least."),
    ),
    hints=("What does one cost in each shop?", "Divide each price by how many you get."),
    steps=lambda p: tuple(
        Step(f"One in “{text}” costs, in cents:", f"{c} ÷ {n}", f"{each}")
        for text, c, n, each in zip(p.texts, p.cents, p.counts, p.each, strict=True)
    ),
    form=TEXT,
)


def _per_one(offer: str) -> Fraction:
    count, _, price = offer.partition(" for $")
    return Fraction(price) / int(count)


FAMILIES = (_TABLE, _WHOLE, _PER_ONE, _BETTER)

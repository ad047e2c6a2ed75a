"""Sums of sequences: equal steps, equal factors, endless sums."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_SUM = Family(
    id="math.series.arithmetic",
    skill="math.series",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={"a": range(1, 40), "d": range(2, 13), "n": range(10, 51)},
    derive=lambda p: {
        "b": p.a + p.d,
        "c": p.a + 2 * p.d,
        "last": p.a + (p.n - 1) * p.d,
        "m": p.n - 1,
        "ends": 2 * p.a + (p.n - 1) * p.d,
        "sum": p.n * (2 * p.a + (p.n - 1) * p.d) // 2,
    },
    stem="What is the sum of the first {n} terms of {a}, {b}, {c}, ... with the same step?",
    key=lambda p: p.sum,
    checker=lambda p, v: sum(range(p.a, p.last + 1, p.d)) == v,
    misconceptions=(
        Slip("not_halved", lambda p: 2 * p.sum, "First plus last goes with half as many pairs."),
        Slip("last_term", lambda p: p.last, "That is the last term. Add all of them."),
        Slip(
            "one_step_more",
            lambda p: Fraction(p.n * (2 * p.a + p.n * p.d), 2),
            "The last term is {m} steps from the first, not {n}.",
        ),
        Slip("last_times_n", lambda p: p.n * p.last, "Not every term is as large as the last."),
        Slip("first_times_n", lambda p: p.n * p.a, "Not every term is {a}. They grow by {d}."),
    ),
    hints=(
        "Pair the first with the last term, the second with the one before the last.",
        "Find the last term: {m} steps of {d} from {a}.",
    ),
    steps=(
        Step("The last term:", "{a} + {m} * {d}", "{last}"),
        Step("First plus last:", "{a} + {last}", "{ends}"),
        Step("Half of {n} such pairs:", "{n} * {ends} / 2", "{sum}"),
    ),
    form=RATIONAL,
)

_GEOMETRIC_SUM = Family(
    id="math.series.geometric",
    skill="math.series",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={"a": range(1, 25), "r": (2, 3, 4, 5, -2, -3), "n": range(5, 10)},
    derive=lambda p: {
        "b": p.a * p.r,
        "c": p.a * p.r**2,
        "power": p.r**p.n,
        "rs": signed(p.r),
        "top": p.r**p.n - 1,
        "below": signed(p.r - 1),
        "sum": p.a * (p.r**p.n - 1) // (p.r - 1),
        "tops": signed(p.r**p.n - 1),
    },
    where=(lambda p: abs(p.sum) < 99_999,),
    stem="Add the first {n} terms of {a}, {b}, {c}, ... with the same factor. What is the sum?",
    key=lambda p: p.sum,
    checker=lambda p, v: sum(p.a * p.r**i for i in range(p.n)) == v,
    misconceptions=(
        Slip("last_term", lambda p: p.a * p.r ** (p.n - 1), "That is the last term alone."),
        Slip(
            "one_less",
            lambda p: p.sum - p.a * p.r ** (p.n - 1),
            "One term is missing at the end.",
        ),
        Slip("not_divided", lambda p: p.a * p.top, "Divide by the factor minus 1 as well."),
        Slip(
            "no_minus_one",
            lambda p: Fraction(p.a * p.power, p.r - 1),
            "Take 1 from the power first.",
        ),
        Slip(
            "as_arithmetic",
            lambda p: Fraction(p.n * (p.a + p.a * p.r ** (p.n - 1)), 2),
            "Pairs do not all make the same sum here: the steps grow.",
        ),
    ),
    hints=(
        "Multiply the whole sum by {r} and compare it with the sum itself.",
        "The first term times (factor to the power {n}, minus 1), over (factor minus 1).",
    ),
    steps=(
        Step("The factor to the power {n}:", "{rs}^{n}", "{power}"),
        Step("Minus 1:", "{power} - 1", "{top}"),
        Step("Times the first term, over the factor minus 1:", "{a} * {tops} ÷ {below}", "{sum}"),
    ),
    form=RATIONAL,
)

_INFINITE = Family(
    id="math.series.infinite",
    skill="math.series",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={"a": range(1, 40), "u": range(1, 8), "gap": range(1, 11), "sign": (1, -1)},
    derive=lambda p: {
        "w": p.u + p.gap,
        "r": Fraction(p.sign * p.u, p.u + p.gap),
        "second": p.a * Fraction(p.sign * p.u, p.u + p.gap),
        "third": p.a * Fraction(p.u, p.u + p.gap) ** 2,
        "rest": 1 - Fraction(p.sign * p.u, p.u + p.gap),
        "sum": Fraction(p.a) / (1 - Fraction(p.sign * p.u, p.u + p.gap)),
        "op": "+" if p.sign > 0 else "-",
        "size": p.a * Fraction(p.u, p.u + p.gap),
        "rs": signed(Fraction(p.sign * p.u, p.u + p.gap)),
    },
    where=(
        lambda p: p.r.denominator == p.w and p.third.denominator < 200,
        lambda p: p.sum.denominator < 20,
    ),
    stem="What does the endless sum [[{a} {op} {size} + {third}]] ... come to?",
    key=lambda p: p.sum,
    checker=lambda p, v: v == p.a + p.r * v,
    misconceptions=(
        Slip("three_terms", lambda p: p.a + p.second + p.third, "You stopped after three terms."),
        Slip(
            "plus_factor", lambda p: p.a / (1 + p.r), "Divide by 1 minus the factor: mind its sign."
        ),
        Slip(
            "times_rest", lambda p: p.a * p.rest, "Divide by 1 minus the factor, do not multiply."
        ),
        Slip("over_factor", lambda p: p.a / p.r, "You divided by the factor. Use 1 minus it."),
        Slip("turned", lambda p: p.a / (p.r - 1), "The other way round: 1 minus the factor."),
    ),
    hints=(
        "By which factor does each term shrink?",
        "Call the sum S. All after the first term is the factor times S.",
    ),
    steps=(
        Step("The factor:", "({second}) ÷ {a}", "{r}"),
        Step("1 minus the factor:", "1 - {rs}", "{rest}"),
        Step("The first term over that:", "{a} ÷ ({rest})", "{sum}"),
    ),
    form=RATIONAL,
)

_SEATS = Family(
    id="math.series.rows",
    skill="math.series",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "what": ("A hall", "A stand", "A tent", "A theater"),
        "a": range(8, 40),
        "d": range(2, 8),
        "n": range(8, 30),
        "price": range(3, 15),
    },
    derive=lambda p: {
        "last": p.a + (p.n - 1) * p.d,
        "m": p.n - 1,
        "seats": p.n * (2 * p.a + (p.n - 1) * p.d) // 2,
        "money": p.price * (p.n * (2 * p.a + (p.n - 1) * p.d) // 2),
    },
    canon=lambda p: (p.a, p.d, p.n, p.price),
    stem=(
        "{what} has {n} rows. The first has {a} seats, and each next row has {d} more. All seats"
        " are sold at ${price}. How many dollars come in?"
    ),
    key=lambda p: p.money,
    checker=lambda p, v: v == sum((p.a + i * p.d) * p.price for i in range(p.n)),
    misconceptions=(
        Slip("seats_only", lambda p: p.seats, "That is the number of seats. Each costs ${price}."),
        Slip("all_like_first", lambda p: p.n * p.a * p.price, "The rows get longer by {d} each."),
        Slip("all_like_last", lambda p: p.n * p.last * p.price, "Only the last row is that long."),
        Slip(
            "one_step_more",
            lambda p: p.price * Fraction(p.n * (2 * p.a + p.n * p.d), 2),
            "From the first row to the last it is {m} steps.",
        ),
        Slip(
            "not_halved", lambda p: 2 * p.money, "First plus last row: half as many pairs as rows."
        ),
    ),
    hints=("How many seats does the last row have?", "Pair the shortest row with the longest one."),
    steps=(
        Step("The last row:", "{a} + {m} * {d}", "{last}"),
        Step("All seats:", "{n} * ({a} + {last}) / 2", "{seats}"),
        Step("Times the price:", "{seats} * {price}", "{money}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _SUM,
    _GEOMETRIC_SUM,
    _INFINITE,
    _SEATS,
)

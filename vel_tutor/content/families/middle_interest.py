"""Interest on savings and loans: simple, compound over two years, and the rate behind it."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import MONEY, PERCENT, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _cents(value: Fraction) -> Fraction | None:
    return value if (value * 100).denominator == 1 else None


_SIMPLE = Family(
    id="math.interest.simple",
    skill="math.interest",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={
        "money": range(100, 1600, 50),
        "rate": (2, 3, 4, 5, 6, 8),
        "years": range(2, 9),
        "who": ("Mia", "Omar", "Lin", "Noah"),
    },
    derive=lambda p: {
        "yearly": decimal_text(Fraction(p.money * p.rate, 100), 2),
        "gain": Fraction(p.money * p.rate * p.years, 100),
        "total": decimal_text(Fraction(p.money * p.rate * p.years, 100), 2),
    },
    canon=lambda p: (p.money, p.rate, p.years),
    stem=(
        "{who} saves ${money}. It earns {rate}% simple interest each year. How much interest is "
        "that in {years} years?"
    ),
    key=lambda p: p.gain,
    checker=lambda p, v: v / p.years * 100 == p.money * p.rate,
    misconceptions=(
        Slip("one_year", lambda p: p.gain / p.years, "That is for one year. It is {years} years."),
        Slip(
            "balance",
            lambda p: p.money + p.gain,
            "That is all the money. You want the interest alone.",
        ),
        Slip("no_percent", lambda p: p.money * p.rate * p.years, "Divide by 100 for a percent."),
        Slip("point", lambda p: p.gain / 10, "Check the point: {rate}% is a part of 100."),
        Slip(
            "adds_years",
            lambda p: Fraction(p.money * (p.rate + p.years), 100),
            "You added {rate} and {years}. The interest comes {years} times.",
        ),
        Slip(
            "year_less",
            lambda p: p.gain * (p.years - 1) / p.years,
            "One year is missing: it is {years} years.",
        ),
    ),
    hints=("How much is the interest for one year?", "One year brings {rate}% of ${money}."),
    steps=(
        Step("Interest for one year:", "{money} * {rate}/100", "{yearly}"),
        Step("For {years} years:", "{years} * {yearly}", "{total}"),
    ),
    form=MONEY,
)

_RATE = Family(
    id="math.interest.rate",
    skill="math.interest",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=65,
    params={
        "money": range(100, 1600, 100),
        "rate": range(2, 16),
        "years": range(2, 7),
    },
    derive=lambda p: {
        "gain": p.money * p.rate * p.years // 100,
        "yearly": decimal_text(Fraction(p.money * p.rate, 100)),
    },
    stem="A loan of ${money} costs ${gain} simple interest in {years} years. What is the rate?",
    key=lambda p: p.rate,
    checker=lambda p, v: p.money * v * p.years == p.gain * 100,
    misconceptions=(
        Slip(
            "all_years",
            lambda p: p.rate * p.years,
            "That is the interest of all {years} years. The rate is for one year.",
        ),
        Slip(
            "one_too_many",
            lambda p: Fraction(p.gain * 100, p.money * (p.years + 1)),
            "You shared the interest by one year too many.",
        ),
        Slip(
            "one_too_few",
            lambda p: Fraction(p.gain * 100, p.money * (p.years - 1)),
            "You shared by one year too few. There are {years} years.",
        ),
        Slip(
            "multiplied_years",
            lambda p: p.rate * p.years**2,
            "You multiplied by the years. Share the interest by {years}.",
        ),
        Slip("point", lambda p: Fraction(p.rate, 10), "Check the point. What is 1% of ${money}?"),
        Slip("ten_times", lambda p: p.rate * 10, "Ten times too large. What is 1% of ${money}?"),
        Slip(
            "of_the_sum",
            lambda p: Fraction(p.gain * 100, p.money + p.gain),
            "You compared with loan and interest. Compare with ${money}.",
        ),
        Slip(
            "shared_twice",
            lambda p: Fraction(p.rate, p.years),
            "You shared by {years} twice. Once is enough.",
        ),
    ),
    hints=(
        "How much interest is it in one year?",
        "Share ${gain} by {years}. What percent of ${money} is that?",
    ),
    steps=(
        Step("Interest in one year:", "{gain} ÷ {years}", "{yearly}"),
        Step("As a part of the loan:", "{yearly}/{money}", "{rate}%"),
    ),
    form=PERCENT,
)

_COMPOUND = Family(
    id="math.interest.compound",
    skill="math.interest",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=75,
    params={
        "money": range(100, 3100, 100),
        "rate": (2, 3, 4, 5, 6, 8, 10, 12, 20),
        "who": ("Ava", "Ben", "Rosa", "Tariq"),
    },
    derive=lambda p: {
        "one": p.money * Fraction(100 + p.rate, 100),
        "first": decimal_text(p.money * Fraction(100 + p.rate, 100), 2),
        "end": p.money * Fraction((100 + p.rate) ** 2, 10000),
        "full": 100 + p.rate,
    },
    canon=lambda p: (p.money, p.rate),
    stem=(
        "{who} puts ${money} in the bank. Each year it grows by {rate}%, interest on interest. "
        "How much is it after 2 years?"
    ),
    key=lambda p: p.end,
    checker=lambda p, v: v == _grown(p.money, p.rate, 2),
    misconceptions=(
        Slip(
            "simple",
            lambda p: p.money * Fraction(100 + 2 * p.rate, 100),
            "That is simple interest. In year two ${first} earns interest, not ${money}.",
        ),
        Slip("one_year", lambda p: p.one, "That is after one year. Another year follows."),
        Slip("interest_only", lambda p: p.end - p.money, "That is the interest without ${money}."),
        Slip(
            "three_years",
            lambda p: _cents(p.one * p.one * p.one / p.money**2),
            "You let it grow for three years.",
        ),
        Slip(
            "squared_rate",
            lambda p: p.money * Fraction(100 + p.rate**2, 100),
            "You squared {rate}. Square the growth factor instead.",
        ),
        Slip(
            "doubles",
            lambda p: 2 * p.one,
            "Two years do not double the money. It grows by {rate}% twice.",
        ),
        Slip(
            "rate_twice_in_year_two",
            lambda p: _cents(p.one * Fraction(100 + 2 * p.rate, 100)),
            "In year two it grows by {rate}% again, not by twice that.",
        ),
    ),
    hints=(
        "Find the money after one year first.",
        "After one year it is ${first}. That sum grows by {rate}% again.",
    ),
    steps=lambda p: (
        Step("After one year:", f"{p.money} * {p.full}/100", p.first),
        Step("After two years:", f"{p.first} * {p.full}/100", decimal_text(p.end, 2)),
    ),
    form=MONEY,
)


def _grown(money: int, rate: int, years: int) -> Fraction:
    """The balance year by year, interest added to it each time."""
    balance = Fraction(money)
    for _ in range(years):
        balance += balance * rate / 100
    return balance


FAMILIES = (_SIMPLE, _RATE, _COMPOUND)

"""Money over time: compound interest and loans."""

from fractions import Fraction

from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, MONEY, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _cents(value: Fraction) -> Fraction:
    """Rounded to the cent."""
    return Fraction(int(100 * value + Fraction(1, 2)), 100)


def _money(value: Fraction) -> str:
    return decimal_text(value, 2)


_PERIODS = (("every half year", 2), ("every quarter", 4))

_COMPOUND = Family(
    id="math.compound_interest.periods",
    skill="math.compound_interest",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "start": range(200, 4000, 100),
        "rate": (2, 4, 6, 8, 10, 12),
        "per": _PERIODS,
        "years": (1, 2),
    },
    derive=lambda p: {
        "when": p.per[0],
        "n": p.per[1] * p.years,
        "part": decimal_text(Fraction(p.rate, p.per[1]), 1)
        if p.rate % p.per[1]
        else str(p.rate // p.per[1]),
        "factor": decimal_text(1 + Fraction(p.rate, 100 * p.per[1])),
        "exact": p.start * (1 + Fraction(p.rate, 100 * p.per[1])) ** (p.per[1] * p.years),
        "total": _cents(p.start * (1 + Fraction(p.rate, 100 * p.per[1])) ** (p.per[1] * p.years)),
        "time": "1 year" if p.years == 1 else f"{p.years} years",
    },
    where=(
        lambda p: p.per[1] * p.years in (2, 4) and p.rate % p.per[1] in (0, 2),
        lambda p: (p.exact * 10**8).denominator == 1,
    ),
    stem=(
        "${start} earns {rate}% a year. The interest is paid {when}, and stays in. How much is"
        " there after {time}, to the nearest cent?"
    ),
    key=lambda p: p.total,
    checker=lambda p, v: abs(v - p.exact) <= Fraction(1, 200),
    misconceptions=(
        Slip(
            "simple",
            lambda p: p.start * (1 + Fraction(p.rate * p.years, 100)),
            "The interest that is paid early earns interest too.",
        ),
        Slip(
            "once_a_year",
            lambda p: _cents(p.start * (1 + Fraction(p.rate, 100)) ** p.years),
            "It is paid {when}: smaller parts, but more often.",
        ),
        Slip(
            "full_rate_each_time",
            lambda p: _cents(p.start * (1 + Fraction(p.rate, 100)) ** p.n),
            "{rate}% is for a whole year. Each time only {part}% is paid.",
        ),
        Slip(
            "interest_only", lambda p: p.total - p.start, "That is the interest. Add the ${start}."
        ),
        Slip(
            "one_period",
            lambda p: _cents(p.start * Fraction(p.factor)),
            "That is after one payment. There are {n}.",
        ),
    ),
    hints=(
        "What percent is paid each time, and how often?",
        "Each time {part}% is paid, {n} times in all.",
    ),
    steps=lambda p: (
        Step("Each time the money is multiplied by:", f"1 + {p.part}/100", p.factor),
        Step(
            f"{p.n} times:",
            f"{p.start} * {p.factor}^{p.n}",
            decimal_text(p.exact),
        ),
        Step("Rounded to cents:", _money(p.total), _money(p.total)),
    ),
    form=MONEY,
)


def _loan(p: Params) -> dict[str, object]:
    balance, rows = Fraction(p.loan), []
    for _ in range(3):
        interest = _cents(balance * p.rate / 100)
        repaid = p.pay - interest
        rows.append((balance, interest, repaid))
        balance -= repaid
    return {"rows": tuple(rows), "left": balance}


_LOAN = Family(
    id="math.loans.table",
    skill="math.loans",
    grade=12,
    format=ItemFormat.TABLE,
    time_s=120,
    params={"loan": range(1000, 12_000, 500), "rate": (1, 2), "pay": range(100, 900, 50)},
    derive=_loan,
    where=(
        lambda p: p.pay * 6 < p.loan < p.pay * 40 and p.rows[0][2] > 20,
        lambda p: p.rows[1][1] * 100 == p.rows[1][0] * p.rate,
    ),
    stem=(
        "A loan of ${loan} costs {rate}% interest a month on what is still owed. Each month ${pay}"
        " are paid: first the interest, and the rest pays back the loan. Fill in the table, in"
        " dollars."
    ),
    grid=lambda p: (
        ("Month", "Owed before", "Interest", "Paid back"),
        ("1", str(p.loan), BLANK, BLANK),
        ("2", BLANK, BLANK, BLANK),
    ),
    key=lambda p: (p.rows[0][1], p.rows[0][2], *p.rows[1]),
    checker=lambda p, v: (
        100 * v[0] == p.loan * p.rate
        and v[0] + v[1] == p.pay == v[3] + v[4]
        and v[1] + v[2] == p.loan
        and 100 * v[3] == v[2] * p.rate
    ),
    misconceptions=(
        Slip(
            "same_interest",
            lambda p: (p.rows[0][1], p.rows[0][2], p.rows[1][0], p.rows[0][1], p.rows[0][2]),
            "In month 2 less is owed, so the interest is smaller.",
        ),
        Slip(
            "all_pays_back",
            lambda p: (
                p.rows[0][1],
                Fraction(p.pay),
                Fraction(p.loan - p.pay),
                _cents(Fraction((p.loan - p.pay) * p.rate, 100)),
                Fraction(p.pay),
            ),
            "Of the ${pay}, the interest goes off first.",
        ),
        Slip(
            "adds_interest",
            lambda p: (
                p.rows[0][1],
                p.pay + p.rows[0][1],
                p.loan - p.pay - p.rows[0][1],
                _cents((p.loan - p.pay - p.rows[0][1]) * p.rate / 100),
                p.pay + _cents((p.loan - p.pay - p.rows[0][1]) * p.rate / 100),
            ),
            "The interest is a part of the ${pay}. Take it away, do not add it.",
        ),
        Slip(
            "nothing_paid_back",
            lambda p: (p.rows[0][1], p.rows[0][2], Fraction(p.loan), p.rows[0][1], p.rows[0][2]),
            "What was paid back in month 1 is no longer owed.",
        ),
    ),
    hints=(
        "The interest of month 1 is {rate}% of ${loan}.",
        "What is left of ${pay} after the interest pays back the loan.",
    ),
    steps=lambda p: (
        Step("Interest of month 1:", f"{p.rate}% * {p.loan}", _money(p.rows[0][1])),
        Step("The rest pays back:", f"{p.pay} - {_plain(p.rows[0][1])}", _money(p.rows[0][2])),
        Step("Then there is owed:", f"{p.loan} - {_plain(p.rows[0][2])}", _money(p.rows[1][0])),
        Step(
            "Interest of month 2:",
            f"{p.rate}% * {_plain(p.rows[1][0])}",
            _money(p.rows[1][1]),
        ),
        Step("The rest pays back:", f"{p.pay} - {_plain(p.rows[1][1])}", _money(p.rows[1][2])),
    ),
    form=DECIMAL,
)


def _plain(value: Fraction) -> str:
    return _money(value).replace(",", "")


_TOTAL_COST = Family(
    id="math.loans.total_cost",
    skill="math.loans",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "what": ("a bike", "a laptop", "a piano", "a camera", "a sofa"),
        "price": range(400, 3000, 50),
        "down": (10, 15, 20, 25),
        "n": (12, 18, 24, 36),
        "extra": range(3, 25),
    },
    derive=lambda p: {
        "deposit": Fraction(p.price * p.down, 100),
        "deposit_text": decimal_text(Fraction(p.price * p.down, 100), 2),
        "rest": p.price - Fraction(p.price * p.down, 100),
        "rest_text": decimal_text(p.price - Fraction(p.price * p.down, 100), 2),
        "pay": (p.price - Fraction(p.price * p.down, 100)) // p.n + p.extra,
        "rates": p.n * ((p.price - Fraction(p.price * p.down, 100)) // p.n + p.extra),
        "cost": p.n * ((p.price - Fraction(p.price * p.down, 100)) // p.n + p.extra)
        - p.price
        + Fraction(p.price * p.down, 100),
    },
    where=(lambda p: p.cost > 10,),
    canon=lambda p: (p.price, p.down, p.n, p.extra),
    stem=(
        "To buy {what} for ${price}, Jo pays {down}% at once and then ${pay} a month for {n}"
        " months. How much more than the price does Jo pay in all?"
    ),
    key=lambda p: p.cost,
    checker=lambda p, v: p.price + v == p.deposit + p.n * p.pay,
    misconceptions=(
        Slip(
            "no_deposit",
            lambda p: p.rates - p.price if p.rates > p.price else None,
            "Jo also paid {down}% at once.",
        ),
        Slip(
            "total",
            lambda p: p.deposit + p.rates,
            "That is all Jo pays. How much more than ${price} is it?",
        ),
        Slip(
            "deposit_not_rest",
            lambda p: p.rates - p.deposit,
            "After the first payment, the rest of the price is still to be paid.",
        ),
        Slip("one_month", lambda p: p.pay, "That is one month. There are {n}."),
        Slip("price_percent", lambda p: p.rates, "Those are the monthly payments alone."),
    ),
    hints=("Add up all that Jo pays.", "At once it is {down}% of ${price}, then {n} times ${pay}."),
    steps=(
        Step("At once:", "{down}% * {price}", "{deposit}"),
        Step("Month by month:", "{n} * {pay}", "{rates}"),
        Step("More than the price:", "{deposit} + {rates} - {price}", "{cost}"),
    ),
    form=MONEY,
)


FAMILIES = (
    _COMPOUND,
    _LOAN,
    _TOTAL_COST,
)

"""Percent: of an amount, what percent, change, and prices."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import MONEY, PERCENT, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_OF = Family(
    id="math.percent.of_amount",
    skill="math.percent",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"rate": (5, 10, 15, 20, 25, 30, 40, 60, 70, 75, 80, 90), "n": range(20, 420, 20)},
    derive=lambda p: {"one": decimal_text(Fraction(p.n, 100)), "part": Fraction(p.rate * p.n, 100)},
    where=(lambda p: p.rate != p.n,),
    stem="What is {rate}% of {n}?",
    key=lambda p: p.part,
    checker=lambda p, v: Fraction(v) / p.n == Fraction(p.rate, 100),
    misconceptions=(
        Slip(
            "divides",
            lambda p: Fraction(p.n, p.rate),
            "You shared {n} by {rate}. Percent means hundredths: take {rate} of them.",
        ),
        Slip(
            "subtracts", lambda p: p.n - p.rate, "{rate}% is not the number {rate}. It is a share."
        ),
        Slip("the_rest", lambda p: p.n - p.part, "That is what remains when {rate}% is taken off."),
        Slip("no_hundred", lambda p: p.rate * p.n, "You still have to divide by 100."),
        Slip(
            "tenths",
            lambda p: p.part * 10,
            "That is ten times too much. Percent means out of 100, not out of 10.",
        ),
    ),
    hints=("Percent means out of 100.", "1% of {n} is {one}. How much are {rate} of these?"),
    steps=(
        Step("One percent is:", "{n} ÷ 100", "{one}"),
        Step("Take it {rate} times.", "{rate} * {one}", "{part}"),
    ),
    form=RATIONAL,
)

_WHAT = Family(
    id="math.percent.what_percent",
    skill="math.percent",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "a": range(1, 60),
        "n": (8, 10, 12, 15, 16, 20, 24, 25, 30, 32, 40, 48, 50, 60, 64, 75, 80),
    },
    derive=lambda p: {"value": Fraction(100 * p.a, p.n)},
    where=(lambda p: p.a < p.n and p.value.denominator == 1 and p.value != 50,),
    canon=lambda p: (p.a, p.n),
    stem="{a} out of {n}: what percent is that?",
    key=lambda p: p.value,
    checker=lambda p, v: v * p.n == 100 * p.a,
    misconceptions=(
        Slip("the_count", lambda p: p.a, "{a} is out of {n}, not out of 100."),
        Slip("the_rest", lambda p: 100 - p.value, "That is the percent of the other part."),
        Slip(
            "turned", lambda p: Fraction(100 * p.n, p.a), "You put {n} over {a}. {n} is the whole."
        ),
        Slip("difference", lambda p: p.n - p.a, "You took {a} from {n}. Compare them instead."),
        Slip(
            "gap_to_hundred",
            lambda p: 100 - p.n + p.a,
            "You added the same to both. The whole must grow to 100 by the same factor.",
        ),
    ),
    hints=("Write it as a fraction first: part over whole.", "What would it be out of 100?"),
    steps=(
        Step("Part over whole:", "{a} ÷ {n}", "{a}/{n}"),
        Step("As hundredths:", "{a}/{n}", "{value}%"),
    ),
    form=PERCENT,
)

_CHANGE = Family(
    id="math.percent_change.rate",
    skill="math.percent_change",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "old": (20, 25, 40, 50, 60, 75, 80, 120, 125, 150, 160, 200, 250, 400),
        "rate": (-75, -60, -50, -40, -30, -25, -20, 20, 25, 30, 40, 50, 60, 75, 80),
        "what": ("price of a ticket", "size of a club", "cost of a game", "number of fans"),
    },
    derive=lambda p: {
        "new": p.old + Fraction(p.old * p.rate, 100),
        "gap": abs(Fraction(p.old * p.rate, 100)),
        "value": abs(p.rate),
        "deed": "rises" if p.rate > 0 else "falls",
        "big": max(p.old, p.old + Fraction(p.old * p.rate, 100)),
        "small": min(p.old, p.old + Fraction(p.old * p.rate, 100)),
    },
    where=(lambda p: p.new.denominator == 1 and p.gap != p.value,),
    stem="The {what} {deed} from {old} to {new}. By what percent does it change?",
    key=lambda p: p.value,
    checker=lambda p, v: p.old * (100 + (v if p.rate > 0 else -v)) == 100 * p.new,
    misconceptions=(
        Slip(
            "of_the_new",
            lambda p: _rounded(p.gap, p.new),
            "You compared the change with the new value {new}. Compare it with the old one.",
        ),
        Slip(
            "raw_change", lambda p: p.gap, "{gap} is the change itself. What share of {old} is it?"
        ),
        Slip(
            "new_over_old",
            lambda p: _rounded(p.new, p.old),
            "That says how big {new} is beside {old}. Look only at the change.",
        ),
        Slip(
            "old_over_new",
            lambda p: _rounded(p.old, p.new),
            "You divided {old} by {new}. Start from the change of {gap}.",
        ),
        Slip(
            "of_both",
            lambda p: _rounded(p.gap, p.old + p.new),
            "You compared the change with both values together. Use only {old}.",
        ),
        Slip(
            "half_rate",
            lambda p: _rounded(p.gap, 2 * p.old),
            "You compared the change with twice the start. Use {old} once.",
        ),
        Slip(
            "to_hundred",
            lambda p: 100 - p.value,
            "That is what is missing to 100%. The change itself is asked for.",
        ),
    ),
    hints=("How much did it change?", "What percent of {old} is that change of {gap}?"),
    steps=(
        Step("The change is:", "{big} - {small}", "{gap}"),
        Step("Compare it with the start.", "{gap}/{old}", "{value}%"),
    ),
    form=PERCENT,
)

_SALE = Family(
    id="math.percent_change.sale_price",
    skill="math.percent_change",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "rate": (5, 10, 15, 20, 25, 30, 35, 40, 45, 60, 70),
        "price": range(12, 260, 2),
        "what": ("jacket", "bike helmet", "game", "lamp", "backpack", "pair of shoes"),
    },
    derive=lambda p: {
        "off": Fraction(p.rate * p.price, 100),
        "pay": p.price - Fraction(p.rate * p.price, 100),
        "off_text": decimal_text(Fraction(p.rate * p.price, 100), 2),
        "pay_text": decimal_text(p.price - Fraction(p.rate * p.price, 100), 2),
        "left": 100 - p.rate,
    },
    where=(lambda p: p.rate != p.price,),
    canon=lambda p: (p.rate, p.price),
    stem="A {what} costs ${price}. It is on sale at {rate}% off. What is the sale price?",
    key=lambda p: p.pay,
    checker=lambda p, v: v * 100 == p.price * p.left,
    misconceptions=(
        Slip(
            "gives_discount", lambda p: p.off, "${off_text} is what comes off. What is left to pay?"
        ),
        Slip(
            "dollars_off",
            lambda p: p.price - p.rate if p.price > p.rate else None,
            "{rate}% is not ${rate}. First find {rate}% of ${price}.",
        ),
        Slip("adds", lambda p: p.price + p.off, "You put the price up. A sale takes it down."),
        Slip(
            "tenfold_error",
            lambda p: p.price - p.off / 10,
            "You took off one tenth of the discount. Check the point.",
        ),
    ),
    hints=("How much is {rate}% of ${price}?", "You pay what is left: {left}% of the price."),
    steps=(
        Step("The discount is:", "{rate}% * {price}", "{off_text}"),
        Step("Take it off the price.", "{price} - {off_text}", "{pay_text}"),
    ),
    form=MONEY,
)


def _rounded(part: Fraction | int, whole: Fraction | int) -> Fraction | None:
    """The percentage, where it is a whole number of tenths; else the nearest whole percent."""
    return Fraction(round(100 * Fraction(part) / Fraction(whole))) if whole else None


FAMILIES = (_OF, _WHAT, _CHANGE, _SALE)

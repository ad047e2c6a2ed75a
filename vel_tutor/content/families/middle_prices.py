"""Prices that change by a percent: tips and tax, the price before, two changes in a row."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import MONEY, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _cents(value: Fraction) -> Fraction | None:
    """The amount if it can be paid."""
    return value if (value * 100).denominator == 1 else None


_TIP = Family(
    id="math.percent_change.bill",
    skill="math.percent_change",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={
        "bill": range(12, 160, 2),
        "rate": (5, 6, 8, 10, 12, 15, 18, 20, 25),
        "kind": (
            ("A meal costs ${bill}.", "tip"),
            ("A lamp costs ${bill} before tax.", "tax"),
            ("A haircut costs ${bill}.", "tip"),
            ("A tent costs ${bill} before tax.", "tax"),
        ),
    },
    derive=lambda p: {
        "extra": Fraction(p.bill * p.rate, 100),
        "more": decimal_text(Fraction(p.bill * p.rate, 100), 2),
        "total": decimal_text(p.bill + Fraction(p.bill * p.rate, 100), 2),
        "lead": p.kind[0].format(bill=p.bill),
        "name": p.kind[1],
    },
    canon=lambda p: (p.bill, p.rate, p.name),
    stem="{lead} You add {rate}% {name}. What do you pay in all?",
    key=lambda p: p.bill + p.extra,
    checker=lambda p, v: 100 * v == p.bill * (100 + p.rate),
    misconceptions=(
        Slip("extra_only", lambda p: p.extra, "That is the {name} alone. Add it to ${bill}."),
        Slip("dollars", lambda p: p.bill + p.rate, "{rate}% is not ${rate}. Take it of ${bill}."),
        Slip("takes_off", lambda p: p.bill - p.extra, "The {name} is added, not taken away."),
        Slip("point", lambda p: p.bill + p.extra / 10, "The {name} is too small. Check the point."),
        Slip("twice", lambda p: p.bill + 2 * p.extra, "You added the {name} two times."),
        Slip(
            "ten_times",
            lambda p: p.bill + 10 * p.extra,
            "The {name} is ten times too large. 1% of ${bill} is a hundredth.",
        ),
        Slip(
            "cents",
            lambda p: p.bill + Fraction(p.rate, 100),
            "You added {rate} cents. It is {rate} cents for each dollar.",
        ),
    ),
    hints=("How much is {rate}% of ${bill}?", "The {name} is [[{bill} * {rate}/100]] dollars."),
    steps=(
        Step("The {name}:", "{bill} * {rate}/100", "{more}"),
        Step("Add it.", "{bill} + {more}", "{total}"),
    ),
    form=MONEY,
)

_ORIGINAL = Family(
    id="math.percent_change.original",
    skill="math.percent_change",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "price": range(10, 260, 5),
        "rate": (10, 15, 20, 25, 30, 40, 60),
        "up": (True, False),
        "what": ("coat", "bike light", "chair", "game", "pair of boots"),
    },
    derive=lambda p: {
        "now": p.price * (100 + (p.rate if p.up else -p.rate)) // 100,
        "left": 100 + (p.rate if p.up else -p.rate),
        "verb": "goes up" if p.up else "is cut",
        "one": decimal_text(Fraction(p.price, 100), 2),
    },
    where=(lambda p: p.price * p.left % 100 == 0,),
    canon=lambda p: (p.price, p.rate, p.up),
    stem="The price of a {what} {verb} by {rate}%. Now it is ${now}. What was it before?",
    key=lambda p: p.price,
    checker=lambda p, v: v * p.left == 100 * p.now,
    misconceptions=(
        Slip(
            "percent_of_new",
            lambda p: _cents(p.now - (1 if p.up else -1) * Fraction(p.now * p.rate, 100)),
            "You took {rate}% of ${now}. The {rate}% was of the old price.",
        ),
        Slip(
            "same_way",
            lambda p: _cents(Fraction(p.now * p.left, 100)),
            "You changed ${now} once more. Go back to the old price.",
        ),
        Slip(
            "dollars",
            lambda p: p.now - p.rate if p.up else p.now + p.rate,
            "{rate}% is not ${rate}. ${now} stands for {left}%.",
        ),
        Slip(
            "as_part",
            lambda p: _cents(Fraction(100 * p.now, p.rate)),
            "You treated ${now} as {rate}%. It stands for {left}%.",
        ),
        Slip(
            "change_only",
            lambda p: _cents(abs(Fraction(p.price - p.now))),
            "That is how much the price changed. What was it before?",
        ),
    ),
    hints=(
        "Call the old price 100%. What percent is ${now}?",
        "${now} stands for {left}%. Find 1%, then 100%.",
    ),
    steps=(
        Step("1% of the old price:", "{now} ÷ {left}", "{one}"),
        Step("100% of it:", "100 * {one}", "{price}"),
    ),
    form=MONEY,
)


def _twice(p: Params) -> dict[str, object]:
    first = p.price * Fraction(100 + p.one, 100)
    return {
        "middle": first,
        "mid": decimal_text(first, 2) if _cents(first) is not None else "0",
        "end": first * Fraction(100 - p.two, 100),
        "rise": 100 + p.one,
        "rest": 100 - p.two,
        "both": p.one - p.two,
    }


_TWICE = Family(
    id="math.percent_change.two_changes",
    skill="math.percent_change",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=70,
    params={
        "price": range(40, 320, 10),
        "one": (10, 20, 25, 30, 40, 50),
        "two": (10, 20, 25, 30, 40, 50),
        "what": ("phone", "desk", "guitar", "kayak"),
    },
    derive=_twice,
    where=(lambda p: _cents(p.middle) is not None and _cents(p.end) is not None,),
    canon=lambda p: (p.price, p.one, p.two),
    stem="A {what} costs ${price}. The price rises by {one}%. Then it is cut by {two}%. What now?",
    key=lambda p: p.end,
    checker=lambda p, v: v * 10000 == p.price * (100 + p.one) * (100 - p.two),
    misconceptions=(
        Slip(
            "adds_rates",
            lambda p: _cents(p.price * Fraction(100 + p.both, 100)),
            "You joined the percents. The cut of {two}% is of the new price, ${mid}.",
        ),
        Slip("first_only", lambda p: p.middle, "That is after the first change. Now cut {two}%."),
        Slip(
            "second_only",
            lambda p: _cents(p.price * Fraction(p.rest, 100)),
            "You left out the first change: up by {one}%.",
        ),
        Slip(
            "cut_only",
            lambda p: _cents(p.middle - p.end),
            "That is only how much the price is cut at the end.",
        ),
        Slip(
            "both_up",
            lambda p: _cents(p.middle * Fraction(100 + p.two, 100)),
            "The second change is a cut, so the price falls.",
        ),
        Slip(
            "both_down",
            lambda p: _cents(p.price * Fraction((100 - p.one) * p.rest, 10000)),
            "The first change makes it dearer, not cheaper.",
        ),
        Slip("dollars", lambda p: p.price + p.both, "You used dollars. They are percents."),
    ),
    hints=(
        "Find the price after the first change.",
        "After the first change it is ${mid}. Cut {two}% of that.",
    ),
    steps=lambda p: (
        Step("After the first change:", f"{p.price} * {p.rise}/100", p.mid),
        Step("After the second:", f"{p.mid} * {p.rest}/100", decimal_text(p.end, 2)),
    ),
    form=MONEY,
)

FAMILIES = (
    _TIP,
    _ORIGINAL,
    _TWICE,
)

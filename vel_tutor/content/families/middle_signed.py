"""Signed numbers compared, and quantities that change by the same step again and again."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, TEXT, decimal_text
from vel_tutor.content.latex import signed, tex
from vel_tutor.vocabulary import ItemFormat


def _compare(p: Params) -> dict[str, object]:
    values = (Fraction(p.a, 10), Fraction(p.b, 4), Fraction(p.c, 5), Fraction(p.d, 10))
    texts = (
        tex(decimal_text(values[0])),
        tex(f"{p.b}/4"),
        tex(f"{p.c}/5"),
        tex(decimal_text(values[3])),
    )
    order = sorted(range(4), key=lambda i: values[i])
    return {"data": values, "texts": texts, "order": order, "least": order[0]}


_LEAST = Family(
    id="math.rational.least",
    skill="math.rational",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "a": range(-40, -2),
        "b": range(-15, -1),
        "c": range(-19, -1),
        "d": range(-40, 10),
        "most": (True, False),
    },
    derive=lambda p: {
        **_compare(p),
        "word": "greatest" if p.most else "least",
        "side": "right" if p.most else "left",
    },
    where=(
        lambda p: p.b % 2 and p.c % 5 and p.a % 10 and p.d % 10,
        lambda p: len(set(p.data)) == 4 and max(p.data) - min(p.data) < 3,
    ),
    canon=lambda p: (p.data, p.most),
    stem="Which number is the {word}?",
    key=lambda p: p.texts[p.order[3 if p.most else 0]],
    checker=lambda p, v: all(
        (other <= p.data[p.texts.index(v)]) if p.most else (other >= p.data[p.texts.index(v)])
        for other in p.data
    ),
    misconceptions=(
        Slip(
            "largest_top",
            lambda p: p.texts[1] if p.b < p.c else p.texts[2],
            "Do not look at the top number alone. Divide to see the size.",
        ),
        Slip(
            "turned",
            lambda p: p.texts[p.order[0 if p.most else 3]],
            "That is the other end. Below zero, a larger size means a lesser number.",
        ),
        Slip(
            "next",
            lambda p: p.texts[p.order[2 if p.most else 1]],
            "Close. Write all of them as decimals: one lies farther to the {side}.",
        ),
        Slip(
            "second_next",
            lambda p: p.texts[p.order[1 if p.most else 2]],
            "Two numbers lie farther to the {side}. Write all of them as decimals.",
        ),
    ),
    hints=("Write all four as decimals.", "On a number line, which one is farthest to the {side}?"),
    steps=lambda p: (
        Step("As a decimal:", f"{p.b}/4", decimal_text(p.data[1])),
        Step("And the other fraction:", f"{p.c}/5", decimal_text(p.data[2])),
        Step(f"In order, from least on: {', '.join(p.texts[i] for i in p.order)}."),
    ),
    form=TEXT,
)

_CHANGE = Family(
    id="math.integers_multiply.steady_change",
    skill="math.integers_multiply",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "start": range(-20, 31),
        "rate": range(-9, 10),
        "n": range(3, 10),
        "scene": (
            ("The water stands at {start} cm.", "Each hour it changes by {rate} cm.", "hours"),
            ("It is {start} °C.", "Each hour it changes by {rate} degrees.", "hours"),
            ("A player has {start} points.", "Each round brings {rate} points.", "rounds"),
        ),
    },
    derive=lambda p: {
        "moved": p.rate * p.n,
        "end": p.start + p.rate * p.n,
        "rates": signed(p.rate),
        "moves": signed(p.rate * p.n),
        "time": p.scene[2],
        "story": " ".join(p.scene[:2]).format(start=p.start, rate=p.rate),
    },
    where=(lambda p: abs(p.rate) > 1 and abs(p.start) > 1 and p.end and min(p.start, p.rate) < 0,),
    canon=lambda p: (p.start, p.rate, p.n),
    stem="{story} What is the number after {n} {time}?",
    key=lambda p: p.end,
    checker=lambda p, v: sum([p.rate] * p.n, p.start) == v,
    misconceptions=(
        Slip("change_only", lambda p: p.moved, "That is the change. Start from {start}."),
        Slip("wrong_way", lambda p: p.start - p.moved, "It changes by {rate}: watch the sign."),
        Slip("once", lambda p: p.start + p.rate, "That is after one step. There are {n} {time}."),
        Slip("opposite", lambda p: -p.end, "The size is right. Check the sign at the end."),
        Slip(
            "start_each_time",
            lambda p: p.start * p.n + p.rate,
            "{rate} comes {n} times. The start {start} comes once.",
        ),
    ),
    hints=("How much does it change in {n} {time}?", "The change is [[{n} * {rates}]]."),
    steps=(
        Step("The change in {n} {time}:", "{n} * {rates}", "{moved}"),
        Step("From {start} on:", "{start} + {moves}", "{end}"),
    ),
    form=INTEGER,
)

FAMILIES = (
    _LEAST,
    _CHANGE,
)

"""Numbers below zero on the number line: reading, distance, absolute value, order."""

from itertools import pairwise
from random import Random

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, TEXT
from vel_tutor.content.latex import signed
from vel_tutor.content.plots import NumberLine
from vel_tutor.vocabulary import ItemFormat


def _bars(p: Params) -> dict[str, object]:
    size_a, size_b = abs(p.a), abs(p.b)
    joined = size_a + size_b if p.sign == "+" else size_a - size_b
    return {
        "size_a": size_a,
        "size_b": size_b,
        "answer": joined,
        "bare": p.a + p.b if p.sign == "+" else p.a - p.b,
        "other": size_a - size_b if p.sign == "+" else size_a + size_b,
    }


def _turned(number: int) -> str:
    """The size of a number as a claim: what it takes to reach it from zero."""
    return f"0 - ({number})" if number < 0 else f"{number} - 0"


_ABSOLUTE = Family(
    id="math.number_line.absolute_value",
    skill="math.number_line",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(-20, 21), "b": range(-20, 21), "sign": ("+", "-")},
    derive=_bars,
    where=(
        lambda p: min(p.a, p.b) < 0 and abs(p.a) > 1 and abs(p.b) > 1,
        lambda p: abs(p.a) != abs(p.b) and p.bare != p.answer,
    ),
    stem=r"What is \(|{a}| {sign} |{b}|\)?",
    key=lambda p: p.answer,
    checker=lambda p, v: v == max(p.a, -p.a) + (1 if p.sign == "+" else -1) * max(p.b, -p.b),
    misconceptions=(
        Slip("no_bars", lambda p: p.bare, "You left the bars out. They make each size positive."),
        Slip("opposite", lambda p: -p.bare, "Use the bars on each number first, then work it out."),
        Slip("other_sign", lambda p: p.other, "Sizes are {size_a} and {size_b}. Look at the sign."),
        Slip("turned", lambda p: -p.answer, "Your size is right. Check which one comes first."),
        Slip("sign_kept", lambda p: -p.other, "Bars tell how far from zero: never below zero."),
        Slip("first_only", lambda p: p.size_a, "That is the first part only. Use both parts."),
    ),
    hints=(
        "The bars ask: how far is the number from zero?",
        "{a} is {size_a} steps from zero. And {b}?",
    ),
    steps=lambda p: (
        Step(f"How far {p.a} is from zero:", _turned(p.a), f"{p.size_a}"),
        Step(f"How far {p.b} is from zero:", _turned(p.b), f"{p.size_b}"),
        Step("Put both together.", f"{p.size_a} {p.sign} {p.size_b}", f"{p.answer}"),
    ),
    form=INTEGER,
)

_DISTANCE = Family(
    id="math.number_line.distance",
    skill="math.number_line",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "low": range(-30, -1),
        "high": range(-20, 30),
        "scene": (
            "At dawn it was {low} °C, at noon {high} °C. By how many degrees did it get warmer?",
            "A diver is at {low} m, a bird at {high} m from sea level. How many m are they apart?",
            "How far is it from {low} to {high} on the number line?",
        ),
    },
    derive=lambda p: {
        "gap": p.high - p.low,
        "story": p.scene.format(low=p.low, high=p.high),
        "highs": signed(p.high),
        "lows": signed(p.low),
        "up": abs(p.low),
    },
    where=(
        lambda p: p.high - p.low > 2 and abs(p.high) > 1 and abs(p.high) != abs(p.low),
        lambda p: p.high > 0 or "bird" not in p.scene,
    ),
    canon=lambda p: (p.low, p.high),
    stem="{story}",
    key=lambda p: p.gap,
    checker=lambda p, v: len(range(p.low, p.high)) == v,
    misconceptions=(
        Slip(
            "ignores_signs",
            lambda p: abs(abs(p.high) - abs(p.low)),
            "You left out the sign: {low} lies on the other side of zero or below.",
        ),
        Slip(
            "adds_sizes",
            lambda p: abs(p.high) + abs(p.low),
            "Both lie on the same side of zero, so do not add the two sizes.",
        ),
        Slip("counts_ends", lambda p: p.gap + 1, "You counted marks. Count the steps between."),
        Slip("one_short", lambda p: p.gap - 1, "You counted the marks between. Count the steps."),
        Slip("only_high", lambda p: abs(p.high), "That is how far {high} is from zero."),
        Slip("only_low", lambda p: p.up, "That is how far {low} is from zero. Go on to {high}."),
        Slip("tens_slip", lambda p: p.gap + 10, "Check the tens: go from {low} to zero first."),
        Slip("tens_short", lambda p: p.gap - 10, "Ten too few. First go from {low} up to zero."),
    ),
    hints=(
        "Draw a number line. Mark {low} and {high}.",
        "It takes {up} steps from {low} to zero. Where is {high} from there?",
    ),
    steps=(Step("Take the lower number from the higher one.", "{high} - {lows}", "{gap}"),),
    form=INTEGER,
)

_READ = Family(
    id="math.number_line.read_point",
    skill="math.number_line",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={"at": range(-9, 10), "step": (1, 2, 3, 5, 10), "low": (-10, -8, -6, -5, -4)},
    derive=lambda p: {
        "value": p.at * p.step,
        "side": "right" if p.at > 0 else "left",
        "marks": abs(p.at),
        "line": NumberLine(p.low * p.step, (p.low + 12) * p.step, p.step, 2 - p.low % 2),
    },
    where=(lambda p: abs(p.at) > 1 and p.low < p.at < p.low + 12 and (p.at < 0 or p.at % 2),),
    canon=lambda p: (p.value, p.step, p.low),
    stem="Which number does P stand for?",
    key=lambda p: p.value,
    checker=lambda p, v: v == (p.step if p.at > 0 else -p.step) * p.marks,
    misconceptions=(
        Slip("opposite", lambda p: -p.value, "P is on the {side} of zero. Check the sign."),
        Slip(
            "counts_by_one",
            lambda p: p.at if p.step > 1 else None,
            "You counted marks. Each mark is {step} apart here.",
        ),
        Slip("mark_right", lambda p: p.value + p.step, "One mark too far to the right."),
        Slip("mark_left", lambda p: p.value - p.step, "One mark too far to the left. Count again."),
        Slip("two_right", lambda p: p.value + 2 * p.step, "Two marks too far to the right."),
        Slip("two_left", lambda p: p.value - 2 * p.step, "Two marks too far to the left here."),
        Slip(
            "wrong_way",
            lambda p: -p.value + 2 * p.step if p.at < 0 else -p.value - 2 * p.step,
            "Left of zero the numbers go down as you move away from zero.",
        ),
    ),
    hints=("How much is it from one mark to the next?", "Start at zero and count marks to P."),
    steps=lambda p: (
        Step(
            f"From zero go {p.marks} marks of {p.step} to the {p.side}.",
            f"{'-' if p.at < 0 else ''}{p.marks} * {p.step}",
            f"{p.value}",
        ),
    ),
    form=INTEGER,
    figure=lambda p: p.line.draw(say(_READ_ALT, p), p.line.point(p.value, "P")),
    alt=lambda p: say(_READ_ALT, p),
)

_READ_ALT = "A number line with a mark every {step}. P is {marks} marks to the {side} of zero."


def _orders(p: Params) -> dict[str, object]:
    rng = Random(f"{p.mix}/{p.a}/{p.b}/{p.c}/{p.d}")  # noqa: S311  (repeatable, not secret)
    values = (p.a, p.b, p.c, p.d)
    mixed = rng.sample(values, 4)
    return {
        "data": values,
        "listed": ", ".join(map(str, mixed)),
        "up": _row(sorted(values)),
        "down": _row(sorted(values, reverse=True)),
        "sizes": _row(sorted(values, key=abs)),
        "wrong_below": _row(
            [*sorted(v for v in values if v < 0)[::-1], *sorted(v for v in values if v >= 0)]
        ),
        "below_last": _row(
            [*sorted(v for v in values if v >= 0), *sorted(v for v in values if v < 0)]
        ),
        "swapped": _row([sorted(values)[i] for i in (0, 2, 1, 3)]),
        "least": min(values),
    }


def _row(values: list[int]) -> str:
    return ", ".join(map(str, values)).replace("-", "\N{MINUS SIGN}")


_ORDER = Family(
    id="math.number_line.order",
    skill="math.number_line",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "a": range(-25, -2),
        "b": range(-25, -2),
        "c": range(-20, 25),
        "d": range(25),
        "mix": range(6),
    },
    derive=_orders,
    where=(lambda p: len({abs(v) for v in p.data}) == 4,),
    canon=lambda p: tuple(sorted(p.data)),
    stem="Which list puts {listed} in order from least to greatest?",
    key=lambda p: p.up,
    checker=lambda p, v: _rising(v),
    misconceptions=(
        Slip("by_size", lambda p: p.sizes, "You sorted by size alone. Below zero it turns round."),
        Slip("falling", lambda p: p.down, "That goes from greatest to least. Start at {least}."),
        Slip(
            "below_turned",
            lambda p: p.wrong_below,
            "Below zero, the number farther from zero is the lesser one.",
        ),
        Slip(
            "below_last", lambda p: p.below_last, "Numbers below zero are less, so they go first."
        ),
        Slip("middle_pair", lambda p: p.swapped, "Check the two numbers in the middle once more."),
    ),
    hints=(
        "Think of a number line. What is farthest to the left?",
        "Below zero, {least} lies farthest to the left, so it comes first.",
    ),
    steps=(Step("On a number line the numbers grow from left to right: start with {least}."),),
    form=TEXT,
)


def _rising(row: str) -> bool:
    numbers = [int(part) for part in row.replace("\N{MINUS SIGN}", "-").split(", ")]
    return all(one < two for one, two in pairwise(numbers))


FAMILIES = (_ABSOLUTE, _DISTANCE, _READ, _ORDER)

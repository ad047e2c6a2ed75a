"""Numbers that sum up data: medians, modes, quartiles, mean deviation, a new mean."""

from fractions import Fraction
from statistics import median

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _listed(values: tuple[int, ...] | list[int]) -> str:
    return ", ".join(map(str, values))


def _six(p: Params) -> dict[str, object]:
    data = (p.a, p.b, p.c, p.d, p.e, p.f)
    order = sorted(data)
    return {
        "data": data,
        "listed": _listed(data),
        "order": _listed(order),
        "low": order[2],
        "high": order[3],
        "middle": Fraction(order[2] + order[3], 2),
        "shown": decimal_text(Fraction(order[2] + order[3], 2)),
        "mean": Fraction(sum(data), 6),
        "unsorted": Fraction(p.c + p.d, 2),
        "ends": Fraction(order[0] + order[5], 2),
    }


_EVEN = Family(
    id="math.median.six_numbers",
    skill="math.median",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={name: range(3, 40) for name in "abcdef"},
    derive=_six,
    where=(
        lambda p: len(set(p.data)) == 6 and p.mean.denominator < 4 and p.mean != p.middle,
        lambda p: p.unsorted != p.middle,
    ),
    canon=lambda p: p.order,
    stem="What is the median of {listed}?",
    key=lambda p: p.middle,
    checker=lambda p, v: (
        sum(x < v for x in p.data) == sum(x > v for x in p.data) == 3 and v == median(p.data)
    ),
    misconceptions=(
        Slip("lower", lambda p: p.low, "Two numbers are in the middle: {low} and {high}."),
        Slip("upper", lambda p: p.high, "Two are in the middle: {low} and {high}. Go halfway."),
        Slip(
            "not_sorted", lambda p: p.unsorted, "Sort the numbers first, then look in the middle."
        ),
        Slip("ends", lambda p: p.ends, "That is halfway between the least and the greatest."),
        Slip(
            "sum", lambda p: p.low + p.high, "Take half of that: halfway between {low} and {high}."
        ),
        Slip("mean", lambda p: p.mean, "That is the mean. The median is in the middle, in order."),
    ),
    hints=("Put the numbers in order.", "In order: {order}. Which two are in the middle?"),
    steps=(
        Step("In order: {order}.", "", ""),
        Step("Halfway between the two in the middle:", "({low} + {high}) ÷ 2", "{shown}"),
    ),
    form=RATIONAL,
)


def _modes(p: Params) -> dict[str, object]:
    data = (p.m, p.b, p.c, p.m, p.d, p.e, p.m, p.e, p.f)
    shuffled = tuple(data[(i * p.turn) % 9] for i in range(9))
    return {
        "data": shuffled,
        "listed": _listed(shuffled),
        "twice": p.e,
        "most": max(data),
        "middle": sorted(data)[4],
        "spread": max(data) - min(data),
    }


_MODE = Family(
    id="math.median.mode",
    skill="math.median",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={
        "m": range(2, 30),
        "b": range(2, 30),
        "c": range(2, 30),
        "d": range(2, 30),
        "e": range(2, 30),
        "f": range(2, 30),
        "turn": (1, 2, 4, 5, 7, 8),
    },
    derive=_modes,
    where=(lambda p: len({p.m, p.b, p.c, p.d, p.e, p.f}) == 6 and p.middle != p.m,),
    stem="What is the mode of these numbers? {listed}",
    key=lambda p: p.m,
    checker=lambda p, v: all(p.data.count(v) > p.data.count(x) for x in set(p.data) - {v}),
    misconceptions=(
        Slip("times", lambda p: 3, "That is how often it comes. Which number comes so often?"),
        Slip("median", lambda p: p.middle, "That is the median. The mode comes most often."),
        Slip("largest", lambda p: p.most, "The mode is not the largest, but the most frequent."),
        Slip("range", lambda p: p.spread, "That is the range. Which number comes most often?"),
        Slip("second", lambda p: p.twice, "{twice} comes two times. One number comes more often."),
        Slip(
            "smallest", lambda p: min(p.data), "The mode is not the least, but the most frequent."
        ),
        Slip("middle_listed", lambda p: p.data[4], "It only stands in the middle of the list."),
    ),
    hints=("The mode is the number that comes most often.", "Count each number in the list."),
    steps=lambda p: (
        Step(f"{p.m} comes three times, {p.e} two times, the others once."),
        Step("So the mode is:", f"3 * {p.m} - 2 * {p.m}", f"{p.m}"),
    ),
    form=RATIONAL,
)


def _quartiles(p: Params) -> dict[str, object]:
    gaps = (p.g1, p.g2, p.g3, p.g4, p.g5, p.g6)
    order = [p.start]
    for gap in gaps:
        order.append(order[-1] + gap)
    data = tuple(order[(i * 3 + p.turn) % 7] for i in range(7))
    return {
        "order": order,
        "data": data,
        "listed": _listed(data),
        "sorted": _listed(order),
        "lower": order[1],
        "middle": order[3],
        "upper": order[5],
        "spread": order[6] - order[0],
        "iqr": order[5] - order[1],
        "unsorted": abs(data[5] - data[1]),
    }


_GAPS = {f"g{i}": range(1, 9) for i in range(1, 7)}

_IQR = Family(
    id="math.spread.interquartile_range",
    skill="math.spread",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"start": range(2, 40), "turn": range(7), **_GAPS},
    derive=_quartiles,
    where=(lambda p: p.iqr != p.unsorted,),
    canon=lambda p: p.sorted,
    stem="Look at {listed}. How far is it from the lower to the upper quartile?",
    key=lambda p: p.iqr,
    checker=lambda p, v: sorted(p.data)[5] - v == sorted(p.data)[1],
    misconceptions=(
        Slip("range", lambda p: p.spread, "That is the whole range. Use the two quartiles."),
        Slip(
            "not_sorted", lambda p: p.unsorted, "Sort the numbers first, then find the quartiles."
        ),
        Slip(
            "upper_only", lambda p: p.upper, "{upper} is the upper quartile. Take the lower away."
        ),
        Slip("upper_half", lambda p: p.upper - p.middle, "That is only from the median upward."),
        Slip("lower_half", lambda p: p.middle - p.lower, "That is only up to the median."),
        Slip("adds", lambda p: p.upper + p.lower, "Take the lower quartile from the upper one."),
    ),
    hints=(
        "Put the numbers in order. The median cuts them into two halves.",
        "In order: {sorted}. The quartiles are the middles of the two halves.",
    ),
    steps=(
        Step("In order: {sorted}. The median is {middle}.", "", ""),
        Step("The halves have the middles {lower} and {upper}.", "{upper} - {lower}", "{iqr}"),
    ),
    form=RATIONAL,
)


def _deviation(p: Params) -> dict[str, object]:
    data = (p.m + p.u, p.m - p.v, p.m + p.w, p.m - p.u - p.w + p.v)
    return {
        "data": data,
        "listed": _listed(data),
        "total": sum(data),
        "away": [abs(value - p.m) for value in data],
        "added": " + ".join(str(abs(value - p.m)) for value in data),
        "sum": sum(abs(value - p.m) for value in data),
        "mad": Fraction(sum(abs(value - p.m) for value in data), 4),
        "spread": max(data) - min(data),
    }


_MAD = Family(
    id="math.spread.mean_deviation",
    skill="math.spread",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"m": range(10, 40), "u": range(1, 9), "v": range(1, 9), "w": range(1, 9)},
    derive=_deviation,
    where=(lambda p: len(set(p.data)) == 4 and p.sum % 2 == 0 and min(p.data) > 0,),
    canon=lambda p: tuple(sorted(p.data)),
    stem="The mean of {listed} is {m}. How far from it are they on average?",
    key=lambda p: p.mad,
    checker=lambda p, v: sum(max(x, p.m) - min(x, p.m) for x in p.data) == 4 * v,
    misconceptions=(
        Slip("sum", lambda p: p.sum, "That is the sum of the distances. Share it by 4."),
        Slip(
            "signed", lambda p: 0, "With signs they cancel out. Take the distances without signs."
        ),
        Slip("mean", lambda p: p.m, "{m} is the mean. How far from it are the numbers?"),
        Slip("range", lambda p: p.spread, "That is the range, from the least to the greatest."),
        Slip("shares_by_three", lambda p: Fraction(p.sum, 3), "There are four numbers, not three."),
        Slip(
            "largest", lambda p: max(p.away), "That is the largest distance. Find the mean of all."
        ),
    ),
    hints=("How far is each number from {m}?", "The distances are {added}. What is their mean?"),
    steps=lambda p: (
        Step("Add the distances from the mean.", p.added, f"{p.sum}"),
        Step("Share by 4.", f"{p.sum} ÷ 4", decimal_text(p.mad)),
    ),
    form=DECIMAL,
)

_NEW_MEAN = Family(
    id="math.mean_missing.one_more",
    skill="math.mean_missing",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "n": range(3, 10),
        "m": range(5, 40),
        "x": range(1, 80),
        "what": ("games", "tests", "hikes", "days", "throws"),
    },
    derive=lambda p: {
        "total": p.n * p.m,
        "all": p.n * p.m + p.x,
        "count": p.n + 1,
        "mean": Fraction(p.n * p.m + p.x, p.n + 1),
    },
    where=(lambda p: p.mean.denominator == 1 and p.mean != p.m and p.x != p.mean,),
    canon=lambda p: (p.n, p.m, p.x),
    stem="The mean of {n} {what} is {m}. One more brings {x}. What is the new mean?",
    key=lambda p: p.mean,
    checker=lambda p, v: sum([p.m] * p.n, p.x) == v * (p.n + 1),
    misconceptions=(
        Slip(
            "mean_of_two",
            lambda p: _whole(Fraction(p.m + p.x, 2)),
            "{m} stands for {n} {what}, {x} for one. They do not weigh the same.",
        ),
        Slip(
            "old_count",
            lambda p: _whole(Fraction(p.all, p.n)),
            "Now there are {count}, not {n}. Share by {count}.",
        ),
        Slip("new_value", lambda p: p.x, "{x} is just the last one. All count for the mean."),
        Slip("old_mean", lambda p: p.m, "The last one is not equal to {m}, so the mean changes."),
        Slip(
            "adds_share",
            lambda p: p.m + _part(p.x, p.count),
            "You added a share of {x} to {m}. Find the sum of all first.",
        ),
        Slip("gap", lambda p: abs(p.x - p.m), "That is how far the last one is from the old mean."),
        Slip("other_way", lambda p: 2 * p.m - p.mean, "Does {x} pull the mean up or down?"),
    ),
    hints=("What did the first {n} make together?", "Together {total}. With the last one {all}."),
    steps=(
        Step("The first {n} together:", "{n} * {m}", "{total}"),
        Step("With the last:", "{total} + {x}", "{all}"),
        Step("Share by {count}.", "{all} ÷ {count}", "{mean}"),
    ),
    form=RATIONAL,
)


def _whole(value: Fraction) -> Fraction | None:
    return value if value.denominator == 1 else None


def _part(value: int, count: int) -> int:
    return value // count


FAMILIES = (_EVEN, _MODE, _IQR, _MAD, _NEW_MEAN)

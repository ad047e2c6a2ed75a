"""Data: mean, median, a missing value, reading a bar chart."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _listed(values: tuple[int, ...]) -> str:
    return ", ".join(str(value) for value in values)


def _mean_of(p: Params) -> dict[str, object]:
    values = (p.a, p.b, p.c, p.d, p.e)
    total = sum(values)
    return {
        "data": values,
        "listed": _listed(values),
        "sum": " + ".join(map(str, values)),
        "total": total,
        "mean": Fraction(total, 5),
        "shown": decimal_text(Fraction(total, 5)),
        "median": sorted(values)[2],
        "spread": max(values) - min(values),
    }


_MEAN = Family(
    id="math.mean.five_numbers",
    skill="math.mean",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={name: range(2, 25) for name in "abcde"},
    derive=_mean_of,
    where=(
        lambda p: p.total % 5 == 0 and len(set(p.data)) == 5,
        lambda p: p.mean != p.median,
    ),
    stem="What is the mean (the average) of {listed}?",
    key=lambda p: p.mean,
    checker=lambda p, v: sum(x - v for x in p.data) == 0,
    misconceptions=(
        Slip("median", lambda p: p.median, "{median} is the middle one when they stand in order."),
        Slip("total", lambda p: p.total, "That is the sum. Now share it by how many there are."),
        Slip(
            "shares_by_four",
            lambda p: Fraction(p.total, 4),
            "Count the numbers again. Share by 5.",
        ),
        Slip("range", lambda p: p.spread, "That is the gap from the smallest to the largest."),
        Slip(
            "middle_listed",
            lambda p: p.c,
            "{c} only happens to stand in the middle of the list.",
        ),
        Slip(
            "ends",
            lambda p: Fraction(max(p.data) + min(p.data), 2),
            "You used only the smallest and the largest. All five count.",
        ),
    ),
    hints=("If all five shared evenly, how much would each get?", "First add all five numbers."),
    steps=(
        Step("Add them all.", "{sum}", "{total}"),
        Step("Share by 5.", "{total} ÷ 5", "{shown}"),
    ),
    form=RATIONAL,
)


def _median_of(p: Params) -> dict[str, object]:
    values = (p.a, p.b, p.c, p.d, p.e)
    order = sorted(values)
    return {
        "data": values,
        "listed": _listed(values),
        "order": _listed(tuple(order)),
        "median": order[2],
        "low": order[1],
        "high": order[3],
        "low_gap": order[2] - order[0],
        "least": order[0],
        "mean": Fraction(sum(values), 5),
        "spread": order[4] - order[0],
        "ends": Fraction(order[0] + order[4], 2),
    }


_MEDIAN = Family(
    id="math.median.five_numbers",
    skill="math.median",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={name: range(3, 40) for name in "abcde"},
    derive=_median_of,
    where=(lambda p: len(set(p.data)) == 5 and p.c != p.median,),
    stem="What is the median of {listed}?",
    key=lambda p: p.median,
    checker=lambda p, v: (
        sum(x < v for x in p.data) == sum(x > v for x in p.data) == 2 and v in p.data
    ),
    misconceptions=(
        Slip(
            "middle_listed",
            lambda p: p.c,
            "{c} is in the middle of the list, but first sort it.",
        ),
        Slip(
            "mean",
            lambda p: p.mean if p.mean.denominator == 1 else None,
            "That is the mean. The median is the middle one in order.",
        ),
        Slip("range", lambda p: p.spread, "That is the gap from the smallest to the largest."),
        Slip(
            "one_low",
            lambda p: p.low,
            "In order {low} comes second. The middle one has two on each side.",
        ),
        Slip(
            "one_high",
            lambda p: p.high,
            "In order {high} comes fourth. The middle one has two on each side.",
        ),
        Slip(
            "ends",
            lambda p: p.ends if p.ends.denominator == 1 else None,
            "That is halfway between smallest and largest. Look for the middle number.",
        ),
        Slip("last_listed", lambda p: p.e, "{e} just stands last. Sort the numbers first."),
    ),
    hints=("Put the numbers in order first.", "In order: {order}. Which has two on each side?"),
    steps=(
        Step("In order: {order}.", "", ""),
        Step("The middle one is this far above the smallest.", "{least} + {low_gap}", "{median}"),
    ),
)

_MISSING = Family(
    id="math.mean.missing_value",
    skill="math.mean_missing",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"a": range(4, 30), "b": range(4, 30), "c": range(4, 30), "m": range(6, 26)},
    derive=lambda p: {
        "known": p.a + p.b + p.c,
        "needed": 4 * p.m,
        "x": 4 * p.m - p.a - p.b - p.c,
    },
    where=(lambda p: 0 < p.x < 60 and p.x != p.m and len({p.a, p.b, p.c, p.m}) == 4,),
    canon=lambda p: (tuple(sorted((p.a, p.b, p.c))), p.m),
    stem="Zoe scored {a}, {b} and {c}. What must she score next to make her mean {m}?",
    key=lambda p: p.x,
    checker=lambda p, v: Fraction(p.a + p.b + p.c + v, 4) == p.m,
    misconceptions=(
        Slip(
            "the_mean",
            lambda p: p.m,
            "Scoring {m} keeps a mean of {m} only if it was {m} before.",
        ),
        Slip(
            "three_games",
            lambda p: 3 * p.m - p.known,
            "With the next one there are four scores.",
        ),
        Slip("needed_total", lambda p: p.needed, "That is the sum of all four. Take {known} away."),
        Slip("known_total", lambda p: p.known, "That is what she has so far. What is missing?"),
        Slip(
            "mean_of_mean",
            lambda p: Fraction(p.known + p.m, 4),
            "You put {m} in as a score. It is the mean she wants.",
        ),
    ),
    hints=(
        "What must all four scores make together?",
        "She has {known} so far. She needs {needed}.",
    ),
    steps=(
        Step("Four scores with this mean make:", "4 * {m}", "{needed}"),
        Step("So far she has:", "{a} + {b} + {c}", "{known}"),
        Step("Still missing:", "{needed} - {known}", "{x}"),
    ),
    form=RATIONAL,
)

_DAYS = ("Mon", "Tue", "Wed", "Thu")
_CHART_ALT = "A bar chart of {what}. {bars}. The scale goes up in steps of {step}."


def _chart(p: Params) -> dict[str, object]:
    counts = tuple(n * p.step for n in (p.a, p.b, p.c, p.d))
    day, than = p.pair
    return {
        "counts": counts,
        "bars": ", ".join(f"{name} {n}" for name, n in zip(_DAYS, counts, strict=True)),
        "day": _DAYS[day],
        "than": _DAYS[than],
        "more": counts[day],
        "less": counts[than],
        "gap": counts[day] - counts[than],
        "lines": (counts[day] - counts[than]) // p.step,
    }


_BARS = Family(
    id="math.charts.bars",
    skill="math.charts",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        **{name: range(1, 9) for name in "abcd"},
        "step": (2, 5, 10),
        "pair": tuple((i, j) for i in range(4) for j in range(4) if i != j),
        "what": ("books read", "birds seen", "cups sold", "trees planted"),
    },
    derive=_chart,
    where=(lambda p: p.gap > 0 and p.lines > 1 and p.gap != p.less,),
    stem="How many more {what} on {day} than on {than}?",
    key=lambda p: p.gap,
    checker=lambda p, v: p.less + v == p.more,
    misconceptions=(
        Slip("adds", lambda p: p.more + p.less, "You put both days together. How many more is it?"),
        Slip(
            "counts_lines",
            lambda p: p.lines,
            "Each line on the scale stands for {step}, not for 1.",
        ),
        Slip("one_bar", lambda p: p.more, "That is {day} alone. Compare it with {than}."),
        Slip("other_bar", lambda p: p.less, "That is {than} alone. How many more is {day}?"),
        Slip("one_line_off", lambda p: p.gap + p.step, "One line too many. Read both bars again."),
    ),
    hints=("Read the two bars first.", "{day} is {more} and {than} is {less}. How far apart?"),
    steps=(Step("Take the smaller bar from the larger one.", "{more} - {less}", "{gap}"),),
    form=RATIONAL,
    figure=lambda p: figures.bar_chart(say(_CHART_ALT, p), _DAYS, p.counts, p.step),
    alt=_CHART_ALT,
)

FAMILIES = (_MEAN, _MEDIAN, _MISSING, _BARS)

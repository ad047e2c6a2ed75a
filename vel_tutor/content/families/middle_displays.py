"""Data in pictures: dot plots, histograms, box plots."""

from fractions import Fraction
from statistics import median

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.content.plots import dot_plot, histogram
from vel_tutor.vocabulary import ItemFormat


def _dots(p: Params) -> dict[str, object]:
    counts = {p.low + i: n for i, n in enumerate((p.a, p.b, p.c, p.d, p.e))}
    data = [value for value, count in counts.items() for _ in range(count)]
    return {
        "counts": counts,
        "data": data,
        "n": len(data),
        "told": ", ".join(f"{count} over {value}" for value, count in counts.items()),
        "sum": sum(data),
        "terms": " + ".join(f"{count} * {value}" for value, count in counts.items()),
        "mean": Fraction(sum(data), len(data)),
        "middle": median(data),
        "mode": max(counts, key=lambda value: counts[value]),
        "center": p.low + 2,
    }


_DOTS_ALT = "A dot plot. Dots: {told}."

_DOT_MEAN = Family(
    id="math.displays.dot_plot_mean",
    skill="math.displays",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "low": range(1, 8),
        **{name: range(1, 6) for name in "abcde"},
        "what": ("cups sold", "books in a year", "laps swum", "fish seen"),
    },
    derive=_dots,
    where=(
        lambda p: (p.mean * 10).denominator == 1 and p.mean != p.center,
        lambda p: sorted((p.a, p.b, p.c, p.d, p.e))[-2] != max(p.a, p.b, p.c, p.d, p.e),
    ),
    canon=lambda p: tuple(p.data),
    stem="Each dot is one answer: {what}. What is the mean of all answers?",
    key=lambda p: p.mean,
    checker=lambda p, v: sum(value - v for value in p.data) == 0,
    misconceptions=(
        Slip("center", lambda p: p.center, "That is the middle of the scale. Count every dot."),
        Slip("mode", lambda p: p.mode, "That has the most dots. The mean counts all of them."),
        Slip("dots_per_value", lambda p: Fraction(p.n, 5), "That is the mean number of dots."),
        Slip("sum", lambda p: p.sum, "That is the sum. Share it by the {n} dots."),
        Slip("shares_by_five", lambda p: Fraction(p.sum, 5), "Share by {n} dots, not by 5 values."),
        Slip("count", lambda p: p.n, "{n} is how many dots there are."),
    ),
    hints=("Each dot counts. How many dots are there?", "Add all {n} answers: [[{terms}]]."),
    steps=lambda p: (
        Step("Add all answers.", p.terms, f"{p.sum}"),
        Step(f"Share by {p.n} dots.", f"{p.sum} ÷ {p.n}", decimal_text(p.mean)),
    ),
    form=DECIMAL,
    figure=lambda p: dot_plot(say(_DOTS_ALT, p), p.counts),
    alt=_DOTS_ALT,
)

_DOT_MEDIAN = Family(
    id="math.displays.dot_plot_median",
    skill="math.displays",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={
        "low": range(1, 12),
        **{name: range(1, 7) for name in "abcde"},
        "what": ("right answers", "birds seen", "laps run", "letters in a name"),
    },
    derive=_dots,
    where=(
        lambda p: p.n % 2 == 1 and p.middle != p.center,
        lambda p: sorted((p.a, p.b, p.c, p.d, p.e))[-2] != max(p.a, p.b, p.c, p.d, p.e),
    ),
    canon=lambda p: tuple(p.data),
    stem="Each dot is one answer: {what}. What is the median of all answers?",
    key=lambda p: p.middle,
    checker=lambda p, v: (
        sum(x <= v for x in p.data) > p.n / 2 and sum(x >= v for x in p.data) > p.n / 2
    ),
    misconceptions=(
        Slip("center", lambda p: p.center, "That is the middle of the scale. Count the dots."),
        Slip("mode", lambda p: p.mode, "That has the most dots. Look for the dot in the middle."),
        Slip("place", lambda p: (p.n + 1) // 2, "That is which dot it is. What does it stand for?"),
        Slip("count", lambda p: p.n, "{n} is how many dots there are. Which is in the middle?"),
        Slip("one_low", lambda p: p.middle - 1, "Count the dots again: as many on each side."),
        Slip("one_high", lambda p: p.middle + 1, "Count again from both ends, dot by dot."),
        Slip("largest", lambda p: p.low + 4, "That is the greatest answer, not the middle one."),
        Slip("least", lambda p: p.low, "That is the least answer, not the middle one."),
    ),
    hints=(
        "How many dots are there? Which one is in the middle?",
        "Cross off dots from both ends.",
    ),
    steps=lambda p: (
        Step(
            f"There are {p.n} dots, so the middle one has this many before it:",
            f"({p.n} - 1) ÷ 2",
            f"{(p.n - 1) // 2}",
        ),
        Step(
            "Count from the left; it lies this far from the least.",
            f"{p.low} + {p.middle - p.low}",
            f"{p.middle}",
        ),
    ),
    form=RATIONAL,
    figure=lambda p: dot_plot(say(_DOTS_ALT, p), p.counts),
    alt=_DOTS_ALT,
)


def _bars(p: Params) -> dict[str, object]:
    counts = (p.a, p.b, p.c, p.d, p.e)
    edges = tuple(p.step * i for i in range(6))
    return {
        "counts": counts,
        "edges": edges,
        "told": ", ".join(
            f"{n} from {low} to {low + p.step}" for low, n in zip(edges, counts, strict=False)
        ),
        "limit": p.step * p.cut,
        "above": sum(counts[p.cut :]),
        "below": sum(counts[: p.cut]),
        "n": sum(counts),
        "first": counts[p.cut],
        "added": " + ".join(map(str, counts[p.cut :])),
        "bars": 5 - p.cut,
    }


_BARS_ALT = "A histogram of {name}. Bars: {told}."

_HISTOGRAM = Family(
    id="math.displays.histogram_count",
    skill="math.displays",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={
        **{name: range(1, 9) for name in "abcde"},
        "step": (5, 10, 20),
        "cut": (1, 2, 3),
        "name": ("minutes to school", "pages read", "points", "hours of sun", "km a week"),
    },
    derive=_bars,
    where=(lambda p: p.above != p.below,),
    canon=lambda p: (p.counts, p.step, p.cut),
    stem="The histogram shows {name}. How many answers are {limit} or more?",
    key=lambda p: p.above,
    checker=lambda p, v: p.n - v == p.below,
    misconceptions=(
        Slip("below", lambda p: p.below, "Those are below {limit}. Look at the bars to the right."),
        Slip("one_bar", lambda p: p.first, "That is one bar only. All bars to the right count."),
        Slip("all", lambda p: p.n, "Those are all answers. Leave out the bars below {limit}."),
        Slip(
            "without_first", lambda p: p.above - p.first, "The bar that begins at {limit} counts."
        ),
        Slip(
            "one_bar_more",
            lambda p: p.above + p.counts[p.cut - 1],
            "The bar that ends at {limit} lies below it.",
        ),
        Slip("bars", lambda p: p.bars, "That is the number of bars. Read how high they are."),
    ),
    hints=("Which bars lie to the right of {limit}?", "Read each of these bars: {added}."),
    steps=(Step("Add the bars from {limit} on.", "{added}", "{above}"),),
    form=RATIONAL,
    figure=lambda p: histogram(say(_BARS_ALT, p), p.edges, p.counts, p.name),
    alt=_BARS_ALT,
)


FAMILIES = (
    _DOT_MEAN,
    _DOT_MEDIAN,
    _HISTOGRAM,
)

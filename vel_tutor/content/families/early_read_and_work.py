"""Grade 3: questions that go on from what a chart, a line plot or a scale shows."""

from vel_tutor.content import figures
from vel_tutor.content import figures_early as draw
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.vocabulary import ItemFormat

_DAYS = ("Mon", "Tue", "Wed", "Thu")
_CHART_ALT = "A bar chart of {what}. {bars}. The scale goes up in steps of {step}."


def _week(p: Params) -> dict[str, object]:
    counts = tuple(n * p.step for n in (p.a, p.b, p.c, p.d))
    return {
        "counts": counts,
        "bars": ", ".join(f"{day} {n}" for day, n in zip(_DAYS, counts, strict=True)),
        "n": sum(counts),
        "sum": " + ".join(map(str, counts)),
        "lines": p.a + p.b + p.c + p.d,
    }


_WEEK = Family(
    id="math.charts.total",
    skill="math.charts",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        **{name: range(1, 9) for name in "abcd"},
        "step": (2, 5, 10),
        "what": ("books", "birds", "cups", "trees"),
    },
    derive=_week,
    where=(lambda p: len({p.a, p.b, p.c, p.d}) == 4,),
    stem="How many {what} are there on all four days together?",
    key=lambda p: p.n,
    checker=lambda p, v: v - sum(p.counts[1:]) == p.counts[0],
    misconceptions=(
        Slip("counts_lines", lambda p: p.lines, "Each line on the scale is {step}, not 1."),
        Slip(
            "misses_last", lambda p: p.n - p.counts[3], "You left out Thursday. Add that bar, too."
        ),
        Slip(
            "misses_first", lambda p: p.n - p.counts[0], "You left out Monday. Add that bar, too."
        ),
        Slip("tallest_only", lambda p: max(p.counts), "That is the tallest bar. Add all four."),
        Slip("one_line_off", lambda p: p.n + p.step, "One line too many. Read each bar again."),
    ),
    hints=("Read each bar on the scale.", "Write the four numbers down and add them."),
    steps=(Step("Add the four bars.", "{sum}", "{n}"),),
    figure=lambda p: figures.bar_chart(_CHART_ALT.format_map(p), _DAYS, p.counts, p.step),
    alt=_CHART_ALT,
)


def _plot(p: Params) -> dict[str, object]:
    marks = tuple(range(p.first, p.first + 7))
    counts = tuple((p.seed // 5**i) % 5 % 4 for i in range(7))
    used = [mark for mark, n in zip(marks, counts, strict=True) if n]
    return {
        "marks": marks,
        "counts": counts,
        "low": used[0] if used else 0,
        "high": used[-1] if used else 0,
        "n": used[-1] - used[0] if used else 0,
        "line": marks[-1] - marks[0],
        "most": max(counts),
        "spots": len(used),
    }


def _plot_told(p: Params) -> str:
    rows = zip(p.marks, p.counts, strict=True)
    return "A line plot of lengths. " + " ".join(f"{m} cm: {'x ' * n or 'none'}." for m, n in rows)


_SPREAD = Family(
    id="math.line_plots.spread",
    skill="math.line_plots",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={
        "first": range(2, 12),
        "seed": range(401, 78_000, 131),
        "what": ("leaf", "worm", "nail", "twig", "bean"),
    },
    derive=_plot,
    where=(lambda p: p.spots > 3 and 2 < p.n < p.line and p.n not in (p.most, p.spots),),
    canon=lambda p: (p.first, p.counts),
    stem="Each cross is one {what}. How much longer is the longest {what} than the shortest?",
    key=lambda p: p.n,
    checker=lambda p, v: (
        [n > 0 for mark, n in zip(p.marks, p.counts, strict=True) if mark >= p.low + v]
        == [True] + [False] * (p.marks[-1] - p.low - v)
    ),
    misconceptions=(
        Slip(
            "whole_line", lambda p: p.line, "Not every mark has a cross. Start at the first cross."
        ),
        Slip("longest", lambda p: p.high, "That is the longest one. How much longer is it?"),
        Slip(
            "tallest_stack",
            lambda p: p.most,
            "A tall stack means many of one length, not a long one.",
        ),
        Slip("counts_marks", lambda p: p.n + 1, "You counted marks. Count the steps between them."),
        Slip("counts_spots", lambda p: p.spots, "You counted marks with crosses. How far apart?"),
    ),
    hints=("Find the first and the last mark with a cross.", "How many cm are between the two?"),
    steps=(Step("The longest less the shortest:", "{high} - {low}", "{n}"),),
    unit="cm",
    figure=lambda p: draw.line_plot(
        _plot_told(p), [str(m) for m in p.marks], p.counts, "length in cm"
    ),
    alt=_plot_told,
)


def _filled(p: Params) -> dict[str, object]:
    small, goal = p.big // p.parts, p.up_to * p.big
    return {
        "small": small,
        "goal": goal,
        "now": p.mark * small,
        "x": goal - p.mark * small,
        "label": p.mark // p.parts * p.big,
        "past": p.mark % p.parts,
        "thing": p.what[0],
        "of": p.what[1],
    }


def _scale_told(p: Params) -> str:
    labels = ", ".join(str(p.big * i) for i in range(4))
    return (
        f"A scale with labels {labels}. Each step has {p.parts} small parts. The pointer is"
        f" {p.past} small parts after {p.label}."
    )


_FILL = Family(
    id="math.scales.fill_up",
    skill="math.scales",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "big": (20, 50, 100, 200),
        "parts": (2, 4, 5, 10),
        "mark": range(1, 28),
        "up_to": (1, 2, 3),
        "what": (("bag of rice", "g"), ("jug of milk", "mL"), ("bowl of nuts", "g")),
    },
    derive=_filled,
    where=(
        lambda p: p.big % p.parts == 0 and p.mark < 3 * p.parts and p.past > 0 and p.small > 1,
        lambda p: p.x > p.small and p.x != p.now,
    ),
    stem="The arrow shows how much is in a {thing}. How much more makes {goal} {of}?",
    key=lambda p: p.x,
    checker=lambda p, v: (v + p.mark * p.small) == p.goal,
    misconceptions=(
        Slip("reads_only", lambda p: p.now, "That is how much there is now. How far to {goal}?"),
        Slip(
            "steps_of_one",
            lambda p: p.goal - p.label - p.past,
            "Each small part is more than 1. Share {big} into {parts} parts.",
        ),
        Slip("from_label", lambda p: p.goal - p.label, "The arrow is past {label}. How far past?"),
        Slip("adds", lambda p: p.goal + p.now, "You added. How far is it up to {goal}?"),
        Slip("one_part_over", lambda p: p.x + p.small, "One small part too many. Count again."),
        Slip("one_part_short", lambda p: p.x - p.small, "One small part too few. Count again."),
    ),
    hints=("Read the scale first. How much is one small part?", "Then count up to {goal}."),
    steps=(
        Step("The scale shows:", "{label} + {past} * {small}", "{now}"),
        Step("From there to {goal}:", "{goal} - {now}", "{x}"),
    ),
    unit="{of}",
    figure=lambda p: draw.number_line(
        _scale_told(p), [str(p.big * i) for i in range(4)], p.parts, p.mark, "▼"
    ),
    alt=_scale_told,
)


FAMILIES = (_WEEK, _SPREAD, _FILL)

"""Grades 6 and 7: predicting, repeated trials."""

from fractions import Fraction
from functools import lru_cache

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.content.plots import Chart
from vel_tutor.content.worlds.people import rolls
from vel_tutor.vocabulary import ItemFormat

# --- predicting from a line -----------------------------------------------------------------------

_LINES = (
    ("weight hung on a spring (N)", "length of the spring (cm)"),
    ("time (min)", "depth of water in a tub (cm)"),
    ("spoons of soap", "height of the foam (mm)"),
    ("weeks", "height of a sunflower (cm)"),
    ("coins in a boat", "depth of the boat in water (mm)"),
    ("layers of paper", "thickness of the pile (tenths of mm)"),
)


@lru_cache(maxsize=512)
def _line(mix: int) -> tuple[int, int, int, tuple[int, ...]]:
    """Which study, first value, step, and five results with a small wobble."""
    rng = rolls("line", mix)
    start, step = rng.randrange(4, 30), rng.choice((5, 6, 7, 8, 9, 10))
    wobbles = (0, rng.randrange(-1, 2), rng.randrange(-1, 2), rng.randrange(-1, 2), 0)
    values = tuple(start + step * i + w for i, w in enumerate(wobbles))
    return rng.randrange(len(_LINES)), start, step, values


def _predicting(p: Params) -> dict[str, object]:
    study, start, step, values = _line(p.mix)
    return {
        "x_name": _LINES[study][0],
        "y_name": _LINES[study][1],
        "start": start,
        "step": step,
        "heights": values,
        "at": 5 + p.ahead,
        "last": values[-1],
        "next": start + step * (4 + p.ahead),
    }


def _points(p: Params) -> str:
    told = ", ".join(f"{value} at {x}" for x, value in enumerate(p.heights, 1))
    return f"Dots for {p.y_name} over {p.x_name}: {told}."


def _drawn(p: Params) -> str:
    chart = Chart(1, 8, 10, 9, p.x_name, p.y_name)
    return chart.draw(_points(p), chart.points(tuple(enumerate(p.heights, 1))))


_PREDICT = Family(
    id="science.prediction.line",
    skill="science.prediction",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"mix": range(5000), "ahead": (1, 2, 3)},
    derive=_predicting,
    where=(lambda p: p.next <= 88,),
    stem="The dots show {y_name} over {x_name}. About how much will it be at {at}?",
    key=lambda p: p.next,
    checker=lambda p, v: abs((v - p.last) * 4 - (p.last - p.heights[0]) * p.ahead) < p.step,
    misconceptions=(
        Slip(
            "last_again",
            lambda p: p.last,
            "That is the last result. It has gone up all the time and is likely to go on.",
        ),
        Slip(
            "one_step_short",
            lambda p: p.next - p.step,
            "One step short. Count the steps from 5 to {at}.",
        ),
        Slip(
            "one_step_far",
            lambda p: p.next + p.step,
            "One step too far. Count the steps from 5 to {at}.",
        ),
        Slip(
            "turns_down",
            lambda p: p.last - p.step,
            "Nothing shows that it will turn. The dots rise evenly.",
        ),
        Slip(
            "doubles_step",
            lambda p: p.last + 2 * p.step * p.ahead,
            "You took twice the rise. Each step adds about {step}.",
        ),
        Slip(
            "adds_at",
            lambda p: p.last + p.at,
            "You added {at} itself. Add the rise of each step, about {step}.",
        ),
        Slip(
            "from_zero",
            lambda p: p.step * p.at,
            "You began at zero. The first dot stands at {start} already.",
        ),
        Slip(
            "half_step",
            lambda p: p.last - 2 * p.step,
            "That lies below the last dots, but they rise evenly.",
        ),
    ),
    hints=("How much does it rise from dot to dot?", "Go on with the same rise from the last dot."),
    steps=lambda p: (
        Step("The rise of one step:", f"({p.last} - {p.heights[0]}) / 4", f"{p.step}"),
        Step("Go on from the last dot:", f"{p.last} + {p.ahead} * {p.step}", f"{p.next}"),
    ),
    figure=_drawn,
    alt=_points,
    canon=lambda p: (p.heights, p.x_name, p.ahead),
)

# --- the mean without a slip ----------------------------------------------------------------------

_MEASURED = (
    ("fall time of a ball", "hundredths of a second"),
    ("swing of a pendulum", "tenths of a second"), ("length of a jump", "cm"),
    ("height of a bounce", "cm"), ("mass of an egg", "g"), ("boiling point", "°C"),
    ("time of a sprint", "tenths of a second"),
)  # fmt: skip


def _runs(p: Params) -> dict[str, object]:
    rng = rolls("runs", p.mix)
    base = rng.randrange(20, 90)
    good = [base + rng.randrange(-4, 5) for _ in range(4)]
    bad = base + rng.choice((-1, 1)) * rng.randrange(15, 19)
    at = rng.randrange(5)
    what, unit = rng.choice(_MEASURED)
    runs = (*good[:at], bad, *good[at:])
    return {
        "runs": runs,
        "good": tuple(good),
        "bad": bad,
        "run": at + 1,
        "what": what,
        "by": unit,
        "shown": ", ".join(map(str, runs)),
        "sum": sum(good),
        "all": sum(runs),
    }


_MEAN = Family(
    id="science.repeats.mean",
    skill="science.repeats",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"mix": range(6000)},
    derive=_runs,
    where=(lambda p: p.sum % 2 == 0 and p.bad > 0,),
    stem=(
        "Five runs for the {what} gave {shown} ({by}). In run {run} there was a slip. What mean"
        " should be reported?"
    ),
    key=lambda p: Fraction(p.sum, 4),
    checker=lambda p, v: (
        sum(Fraction(one) - v for at, one in enumerate(p.runs, 1) if at != p.run) == 0
    ),
    misconceptions=(
        Slip(
            "keeps_outlier",
            lambda p: Fraction(p.all, 5),
            "You kept run {run}. There was a slip, so leave it out.",
        ),
        Slip(
            "divides_by_five",
            lambda p: Fraction(p.sum, 5),
            "You left out run {run}, so only four runs are shared.",
        ),
        Slip(
            "keeps_but_four",
            lambda p: Fraction(p.all, 4),
            "You added all five but divided by four.",
        ),
        Slip("sum_only", lambda p: p.sum, "That is the sum. Divide it by the number of runs."),
        Slip("most_extreme", lambda p: p.bad, "That is the very run with the slip."),
        Slip(
            "middle_of_ends",
            lambda p: Fraction(max(p.good) + min(p.good), 2),
            "You took the middle of the two ends. The mean uses all good runs.",
        ),
    ),
    hints=("Leave out the run with the slip.", "Add the four that are left and divide by 4."),
    steps=lambda p: (
        Step("Add the runs without the slip:", " + ".join(map(str, p.good)), f"{p.sum}"),
        Step("Divide by their number:", f"{p.sum} / 4", decimal_text(Fraction(p.sum, 4))),
    ),
    form=DECIMAL,
    canon=lambda p: (p.runs, p.what),
)

FAMILIES = (_PREDICT, _MEAN)

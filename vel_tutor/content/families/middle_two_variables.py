"""Two things at once: scatter plots with a line, kinds of link, two-way tables."""

from fractions import Fraction
from random import Random
from typing import Any

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT
from vel_tutor.content.plots import Chart
from vel_tutor.vocabulary import ItemFormat

_SCENES = (
    ("hours of practice", "hits", "hits"),
    ("weeks", "height in cm", "cm"),
    ("pages", "minutes", "minutes"),
    ("visitors", "cups sold", "cups"),
)


def _trend(p: Params) -> dict[str, object]:
    rng = Random(f"{p.m}/{p.b}/{p.x1}/{p.x2}/{p.at}")  # noqa: S311  (repeatable, not secret)
    points = tuple((x, p.m * x + p.b + rng.choice((-2, -1, 1, 2))) for x in range(1, 10))
    step = next(s for s in (5, 10, 20) if s * 10 >= p.m * 10 + p.b)
    return {
        "points": points,
        "y1": p.m * p.x1 + p.b,
        "y2": p.m * p.x2 + p.b,
        "across": p.x2 - p.x1,
        "rise": p.m * (p.x2 - p.x1),
        "step": step,
        "x_name": p.scene[0],
        "y_name": p.scene[1],
        "thing": p.scene[2],
        "end": p.m * p.at + p.b,
        "more": p.at - p.x2,
        "added": p.m * (p.at - p.x2),
    }


_TREND_ALT = (
    "A scatter plot of {y_name} over {x_name} with a straight line through the cloud of dots. The "
    "line goes through ({x1}, {y1}) and ({x2}, {y2})."
)

_PREDICT = Family(
    id="math.scatter.predict",
    skill="math.scatter",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "m": range(2, 12),
        "b": range(3, 40),
        "x1": (2, 3),
        "x2": (6, 7, 8),
        "at": range(12, 31),
        "scene": _SCENES,
    },
    derive=_trend,
    where=(lambda p: p.y1 != p.b,),
    canon=lambda p: (p.m, p.b, p.x1, p.x2, p.at),
    stem=(
        "The line fits the dots well. It goes through ({x1}, {y1}) and ({x2}, {y2}). What does it "
        "say for {at}?"
    ),
    key=lambda p: p.end,
    checker=lambda p, v: Fraction(v - p.y1, p.at - p.x1) == Fraction(p.y2 - p.y1, p.x2 - p.x1),
    misconceptions=(
        Slip("no_start", lambda p: p.m * p.at, "The line does not begin at zero. Go on from {y2}."),
        Slip("added_only", lambda p: p.added, "That is what is added after {x2}. Add it to {y2}."),
        Slip(
            "scales_up",
            lambda p: Fraction(p.y2 * p.at, p.x2),
            "You scaled up from zero. The line does not go through zero.",
        ),
        Slip("one_step", lambda p: p.y2 + p.rise, "That is only {across} further. Go on to {at}."),
        Slip(
            "from_first",
            lambda p: p.y1 + p.added,
            "You went on from the first point, not from {x2}.",
        ),
        Slip("adds_one_each", lambda p: p.y2 + p.more, "Each step across adds {m}, not 1."),
    ),
    hints=(
        "How much does the line rise for each step across?",
        "From {x1} to {x2} it rises by {rise}. Go on from {x2} to {at}.",
    ),
    steps=(
        Step("The rise for each step across:", "({y2} - {y1}) ÷ ({x2} - {x1})", "{m}"),
        Step("From {x2} to {at} it rises by:", "{more} * {m}", "{added}"),
        Step("So the line says:", "{y2} + {added}", "{end}"),
    ),
    form=RATIONAL,
    figure=lambda p: _scatter(p).draw(
        say(_TREND_ALT, p),
        _scatter(p).points(p.points),
        _scatter(p).segment((0, p.b), (10, p.m * 10 + p.b)),
    ),
    alt=_TREND_ALT,
)


def _scatter(p: Params) -> Chart:
    return Chart(1, 10, p.step, 10, p.x_name, p.y_name)


_UP, _DOWN, _NONE, _CURVE = (
    "a line that rises",
    "a line that falls",
    "no link at all",
    "a curve, not a line",
)
_KINDS = {
    _UP: "The dots lie near a line that goes up to the right.",
    _DOWN: "The dots lie near a line that goes down to the right.",
    _NONE: "The dots are spread all over, with no direction.",
    _CURVE: "The dots go down and up again, so a line does not fit.",
}


def _cloud(p: Params) -> dict[str, Any]:
    rng = Random(f"{p.kind}/{p.seed}")  # noqa: S311  (repeatable, not secret)
    bend = {
        _UP: lambda x: 8 + 7 * x,
        _DOWN: lambda x: 88 - 7 * x,
        _CURVE: lambda x: 8 + 3 * (x - 5.5) ** 2,
        _NONE: lambda x: rng.randint(8, 92),
    }[p.kind]
    points = tuple((x, round(bend(x) + rng.randint(-6, 6))) for x in _spots(rng))
    return {"points": points, "told": ", ".join(f"({x}, {y})" for x, y in points[::2])}


def _spots(rng: Random) -> list[int]:
    return [x for x in range(1, 11) for _ in range(1 + (rng.random() < 0.4))]


_KIND_ALT = "A scatter plot. The dots, as (across, up): {told}."

_KIND = Family(
    id="math.scatter.kind",
    skill="math.scatter",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={"kind": tuple(_KINDS), "seed": range(400)},
    derive=_cloud,
    where=(lambda p: p.kind == _fitting(p.points),),
    stem="What fits these dots best?",
    key=lambda p: p.kind,
    checker=lambda p, v: v == _fitting(p.points),
    misconceptions=tuple(
        Slip(
            kind.split(",")[0].replace(" ", "_"),
            lambda p, kind=kind: kind if kind != p.kind else None,
            f"Look again from left to right. That would mean: {says[0].lower()}{says[1:]}",
        )
        for kind, says in _KINDS.items()
    ),
    hints=(
        "Go from left to right. Do the dots tend to go up, down, or neither?",
        "Lay a pencil along the dots. Does it fit, or do they bend away from it?",
    ),
    steps=lambda p: (Step(_KINDS[p.kind]),),
    form=TEXT,
    figure=lambda p: Chart(1, 11, 10, 10).draw(
        say(_KIND_ALT, p), Chart(1, 11, 10, 10).points(p.points)
    ),
    alt=_KIND_ALT,
)


def _fitting(points: tuple[tuple[int, int], ...]) -> str:
    """What the means of the left, middle and right third of the dots say."""
    thirds = [[y for x, y in points if low <= x < high] for low, high in ((1, 4), (4, 8), (8, 11))]
    left, middle, right = (sum(part) / len(part) for part in thirds)
    if min(left, right) - middle > 15:
        return _CURVE
    if right - left > 30:
        return _UP
    return _DOWN if left - right > 30 else _NONE


FAMILIES = (
    _PREDICT,
    _KIND,
)

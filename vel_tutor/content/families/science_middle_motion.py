"""Grade 8: acceleration and graphs of motion."""

from fractions import Fraction
from itertools import pairwise

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, decimal_text
from vel_tutor.content.plots import Chart
from vel_tutor.content.worlds.people import PEOPLE, rolls
from vel_tutor.vocabulary import ItemFormat

# --- acceleration ---------------------------------------------------------------------------------

_MOVES = ("car", "train", "cyclist", "skater", "boat", "bus", "sled")

_ACCELERATION = Family(
    id="science.acceleration.change",
    skill="science.acceleration",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"mover": _MOVES, "start": range(31), "end": range(31), "time": range(2, 11)},
    derive=lambda p: {"change": p.end - p.start, "rate": Fraction(p.end - p.start, p.time)},
    where=(lambda p: abs(p.change) > 1 and p.rate.denominator in (1, 2, 4, 5) and p.start,),
    stem=(
        "A {mover} changes its speed from {start} m/s to {end} m/s in {time} s. What is its"
        " acceleration?"
    ),
    key=lambda p: p.rate,
    checker=lambda p, v: p.start + v * p.time == p.end,
    misconceptions=(
        Slip(
            "wrong_order",
            lambda p: -p.rate,
            "Take the end speed minus the start speed: {end} less {start}.",
        ),
        Slip(
            "end_only",
            lambda p: Fraction(p.end, p.time),
            "You used only the end speed. It began at {start} m/s, so take the change.",
        ),
        Slip(
            "change_only",
            lambda p: p.change,
            "{change} m/s is the whole change. Divide it by the {time} seconds.",
        ),
        Slip(
            "multiplies",
            lambda p: p.change * p.time,
            "You multiplied by the time. Acceleration is change for each second.",
        ),
        Slip(
            "adds",
            lambda p: Fraction(p.start + p.end, p.time),
            "You added the speeds. The change is their difference.",
        ),
        Slip(
            "mean_speed",
            lambda p: Fraction(p.start + p.end, 2),
            "That is the mean speed, not how fast it changes.",
        ),
    ),
    hints=(
        "Acceleration is the change of speed in one second.",
        "Find end speed minus start speed, then divide by the time.",
    ),
    steps=lambda p: (
        Step("Change of speed:", f"{p.end} - {p.start}", f"{p.change}"),
        Step("Divide by the time:", f"({p.change}) / {p.time}", decimal_text(p.rate)),
    ),
    form=DECIMAL,
    unit="m/s²",
)

# --- a graph of distance over time ----------------------------------------------------------------

_CHART = Chart(x_step=1, across=8, y_step=10, up=8, x_name="time (min)", y_name="distance (m)")


def _trip(p: Params) -> dict[str, object]:
    """Four legs: away, rest, away faster or slower, back."""
    rng = rolls("trip", p.mix)
    times, places = [0], [0]
    for kind in ("away", "rest", "away", "back"):
        span = rng.choice((1, 2, 3)) if kind != "rest" else rng.choice((1, 2))
        step = {"away": rng.choice((5, 10, 15, 20)), "rest": 0, "back": -rng.choice((5, 10, 15))}[
            kind
        ]
        times.append(times[-1] + span)
        places.append(places[-1] + step * span)
    leg = p.leg
    return {
        "times": tuple(times),
        "places": tuple(places),
        "from_t": times[leg],
        "to_t": times[leg + 1],
        "from_d": places[leg],
        "to_d": places[leg + 1],
        "span": times[leg + 1] - times[leg],
        "way": abs(places[leg + 1] - places[leg]),
        "who": rng.choice(PEOPLE).name,
    }


def _fits_paper(p: Params) -> bool:
    return p.times[-1] <= 8 and max(p.places) <= 80 and min(p.places) >= 0 and p.from_t > 0


def _trip_words(p: Params) -> str:
    spots = ", ".join(f"{d} m at {t} min" for t, d in zip(p.times, p.places, strict=True))
    return f"Graph of distance over time through these points: {spots}."


def _steepest(p: Params) -> Fraction:
    legs = zip(pairwise(p.times), pairwise(p.places), strict=True)
    return max(Fraction(abs(d2 - d1), t2 - t1) for (t1, t2), (d1, d2) in legs)


_GRAPH = Family(
    id="science.motion_graphs.speed",
    skill="science.motion_graphs",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"mix": range(6000), "leg": (2, 3)},
    derive=_trip,
    where=(_fits_paper, lambda p: p.way > 0),
    stem=(
        "The graph shows the walk of {who}. How fast did {who} walk from minute {from_t} to"
        " minute {to_t}, in meters"
        " per minute?"
    ),
    key=lambda p: Fraction(p.way, p.span),
    checker=lambda p, v: abs(p.to_d - p.from_d) == v * (p.to_t - p.from_t),
    misconceptions=(
        Slip(
            "reads_end",
            lambda p: Fraction(p.to_d, p.to_t),
            "You divided the whole distance by the whole time. Use only this part of the walk.",
        ),
        Slip(
            "end_over_span",
            lambda p: Fraction(p.to_d, p.span),
            "{to_d} m is how far away it ends. Use the change from {from_d} m.",
        ),
        Slip(
            "distance_only",
            lambda p: p.way,
            "{way} m is the way in this part. Divide it by the {span} minutes.",
        ),
        Slip(
            "change_over_clock",
            lambda p: Fraction(p.way, p.to_t),
            "This part took {span} minutes, not {to_t}: it began at minute {from_t}.",
        ),
        Slip(
            "steepest_part",
            _steepest,
            "That is the fastest part of the graph. Look at minutes {from_t} to {to_t}.",
        ),
        Slip(
            "upside_down",
            lambda p: Fraction(p.span, p.way),
            "You divided time by distance. Speed is distance for each minute.",
        ),
    ),
    hints=(
        "Speed is the change of distance divided by the time it took.",
        "Read the distance at minute {from_t} and at minute {to_t}.",
    ),
    steps=lambda p: (
        Step(
            "Change of distance:", f"{max(p.to_d, p.from_d)} - {min(p.to_d, p.from_d)}", f"{p.way}"
        ),
        Step("Time it took:", f"{p.to_t} - {p.from_t}", f"{p.span}"),
        Step("Speed:", f"{p.way} / {p.span}", decimal_text(Fraction(p.way, p.span))),
    ),
    form=DECIMAL,
    figure=lambda p: _CHART.draw(
        _trip_words(p),
        *(_CHART.segment(one, two) for one, two in pairwise(zip(p.times, p.places, strict=True))),
        _CHART.points(tuple(zip(p.times, p.places, strict=True))),
    ),
    alt=_trip_words,
    canon=lambda p: (p.times, p.places, p.leg),
)

FAMILIES = (_ACCELERATION, _GRAPH)

"""Reading a line graph."""

from functools import lru_cache
from itertools import pairwise

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import TEXT
from vel_tutor.content.worlds.people import rolls
from vel_tutor.vocabulary import ItemFormat

_HOURS = (8, 10, 12, 14, 16, 18)
_THINGS = ("air", "pond water", "greenhouse", "sand", "attic", "car park")


def _shown_hour(hour: int) -> str:
    return f"{(hour - 1) % 12 + 1} {'a.m.' if hour < 12 else 'p.m.'}"


def _span(start: int) -> str:
    return f"{_shown_hour(start)} to {_shown_hour(start + 2)}"


@lru_cache(maxsize=512)
def _curve(seed: int) -> tuple[int, ...]:
    """Six readings that go up or down by different even amounts."""
    rng = rolls("curve", seed)
    values = [rng.randrange(8, 16, 2)]
    for change in rng.sample((8, 6, 4, 2, -2, -4, -6), 5):
        values.append(values[-1] + change)
    return tuple(values)


def _plot(p: Params) -> str:
    values = _curve(p.curve)
    at = [(60 + 48 * i, 200 - 5 * value) for i, value in enumerate(values)]
    grid = [
        part
        for degrees in range(0, 41, 4)
        for part in (
            figures.line(52, 200 - 5 * degrees, 308, 200 - 5 * degrees, ' opacity="0.25"'),
            figures.text(44, 205 - 5 * degrees, f"{degrees}", anchor="end"),
        )
    ]
    axis = [
        figures.text(x, 222, f"{(hour - 1) % 12 + 1}")
        for (x, _), hour in zip(at, _HOURS, strict=True)
    ]
    path = " ".join(f"{x},{y}" for x, y in at)
    dots = [f'<circle cx="{x}" cy="{y}" r="4" fill="currentColor"/>' for x, y in at]
    line = f'<polyline points="{path}"/>'
    foot = figures.text(180, 244, "hour of the day (degrees C upward)")
    return figures.svg(255, _plot_alt(p), *grid, *axis, line, *dots, foot)


def _plot_alt(p: Params) -> str:
    points = zip(_HOURS, _curve(p.curve), strict=True)
    told = ", ".join(f"{_shown_hour(hour)}: {value}" for hour, value in points)
    return f"A line graph of the temperature of the {p.thing} in degrees C. {told}."


def _changes(p: Params) -> dict[int, int]:
    pairs = pairwise(zip(_HOURS, _curve(p.curve), strict=True))
    return {start: after - before for (start, before), (_, after) in pairs}


_ASKED = {
    "rise": ("rise the most", lambda changes: max(changes, key=lambda h: changes[h])),
    "fall": ("fall the most", lambda changes: min(changes, key=lambda h: changes[h])),
    "least": ("change the least", lambda changes: min(changes, key=lambda h: abs(changes[h]))),
}


def _nth_span(rank: int) -> Misconception:
    """The span whose change is the `rank`-th from the lowest."""

    def hour(p: Params) -> int:
        return sorted(changes := _changes(p), key=lambda h: changes[h])[rank]

    def value(p: Params) -> str:
        return _span(hour(p))

    def feedback(p: Params) -> str:
        change = _changes(p)[hour(p)]
        went = f"{'rose' if change > 0 else 'fell'} by {abs(change)} degrees"
        return f"From {_span(hour(p))} it {went}. Is there another stretch that fits better?"

    return Misconception(f"rank_{rank}", value, feedback)


def _graph_steps(p: Params) -> tuple[Step, ...]:
    readings = zip(_HOURS, pairwise(_curve(p.curve)), strict=False)
    changes = tuple(
        Step(f"From {_span(hour)}:", f"{after} - {before}", f"{after - before}")
        for hour, (before, after) in readings
    )
    return (*changes, Step(f"The answer: {_of_graph(p)}"))


def _of_graph(p: Params) -> str:
    return _span(_ASKED[p.ask][1](_changes(p)))


def _graph_checks(p: Params, value: object) -> bool:
    """Try each stretch against all the others."""
    sizes = {_span(hour): change for hour, change in _changes(p).items()}
    mine = sizes.get(str(value))
    others = [size for span, size in sizes.items() if span != value]
    if mine is None:
        return False
    fits = {
        "rise": mine > 0 and all(mine > size for size in others),
        "fall": mine < 0 and all(mine < size for size in others),
        "least": all(abs(mine) < abs(size) for size in others),
    }
    return fits[p.ask]


_GRAPH = Family(
    id="science.graphs.line",
    skill="science.graphs",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"curve": range(3000), "thing": _THINGS, "ask": tuple(_ASKED)},
    where=(
        lambda p: min(_curve(p.curve)) >= 2 and max(_curve(p.curve)) <= 38,
        lambda p: len({abs(change) for change in _changes(p).values()}) == 5 or p.ask != "least",
        lambda p: min(_changes(p).values()) < 0,
    ),
    derive=lambda p: {"words": _ASKED[p.ask][0]},
    stem="The graph shows how warm the {thing} was. When did the temperature {words}?",
    key=_of_graph,
    checker=_graph_checks,
    misconceptions=tuple(_nth_span(rank) for rank in range(5)),
    hints=(
        "Look at how steep the line is between two dots.",
        "Up is warmer. For each two dots next to each other, count how many degrees lie between.",
    ),
    steps=_graph_steps,
    form=TEXT,
    figure=_plot,
    alt=_plot_alt,
    canon=lambda p: (_curve(p.curve), p.ask),
)

FAMILIES = (_GRAPH,)

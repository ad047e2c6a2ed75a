"""Reading a thermometer."""

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import INTEGER
from vel_tutor.vocabulary import ItemFormat

_TOP, _BOTTOM = 20, 220


def _height(p: Params, degrees: int) -> float:
    span = 5 * p.label
    return _BOTTOM - degrees / span * (_BOTTOM - _TOP)


def _thermometer(p: Params) -> str:
    parts = [
        figures.line(150, _TOP - 8, 150, _BOTTOM + 6, ' stroke-width="14" opacity="0.25"'),
        figures.line(150, _height(p, p.t), 150, _BOTTOM + 6, ' stroke-width="10"'),
        f'<circle cx="150" cy="{_BOTTOM + 20}" r="15" fill="currentColor"/>',
    ]
    for degrees in range(0, 5 * p.label + 1, p.tick):
        long = degrees % p.label == 0
        y = _height(p, degrees)
        parts.append(figures.line(164, y, 184 if long else 175, y))
        if long:
            parts.append(figures.text(192, y + 5, f"{degrees} °C", anchor="start"))
    return figures.svg(_BOTTOM + 45, _thermometer_alt(p), *parts)


def _thermometer_alt(p: Params) -> str:
    marks = p.label // p.tick
    return (
        f"A thermometer with a number every {p.label} degrees, from 0 to"
        f" {5 * p.label}. Between two numbers there are {marks} equal steps. The liquid"
        f" ends {p.up} {'step' if p.up == 1 else 'steps'} above {p.base}."
    )


def _reading(p: Params) -> dict[str, int]:
    base = p.label * p.block
    return {"base": base, "t": base + p.up * p.tick, "above": base + p.label}


_THERMOMETER = Family(
    id="science.measuring.thermometer",
    skill="science.thermometer",
    grade=3,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "label": (10, 20),
        "tick": (2, 4, 5),
        "block": range(5),
        "up": range(1, 10),
    },
    where=(lambda p: p.label % p.tick == 0 and p.up < p.label // p.tick,),
    derive=_reading,
    stem="What does the thermometer show, in °C?",
    key=lambda p: p.t,
    checker=lambda p, v: v in range(p.base, p.above, p.tick) and (v - p.base) == p.up * p.tick,
    misconceptions=(
        Misconception(
            "one_each",
            lambda p: p.base + p.up,
            "You counted each small mark as 1 degree. Here each small step is {tick} degrees.",
        ),
        Misconception(
            "number_below", lambda p: p.base, "The liquid ends above {base}. Count the small marks."
        ),
        Misconception(
            "number_above",
            lambda p: p.above,
            "The liquid does not get as far as {above}. Count the small marks from {base}.",
        ),
        Misconception(
            "counts_down",
            lambda p: p.above - p.up * p.tick,
            "You counted down from {above}. Begin at {base} and count up.",
        ),
        Misconception(
            "mark_too_far",
            lambda p: p.t + p.tick,
            "You counted one mark too many. The mark at {base} itself counts as none.",
        ),
    ),
    hints=lambda p: (
        "First find out how many degrees one small step stands for.",
        f"From {p.base} to {p.above} there are {p.label // p.tick} small steps.",
    ),
    steps=lambda p: (
        Step("One small step is worth:", f"{p.label} / {p.label // p.tick}", f"{p.tick}"),
        Step(f"Count {p.up} up from {p.base}.", f"{p.base} + {p.up} * {p.tick}", f"{p.t}"),
    ),
    form=INTEGER,
    unit="°C",
    figure=_thermometer,
    alt=_thermometer_alt,
)

FAMILIES = (_THERMOMETER,)

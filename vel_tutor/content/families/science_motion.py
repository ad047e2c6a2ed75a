"""Speed, forces, work, power and waves."""

from fractions import Fraction

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import DECIMAL, TEXT, WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat

_MOVERS = {
    "bus": range(40, 91, 5),
    "train": range(60, 161, 10),
    "sailboat": range(8, 31, 2),
    "cyclist": range(12, 31, 3),
    "truck": range(45, 96, 5),
    "ferry": range(20, 51, 6),
}

_SPEED = Family(
    id="science.speed.steady",
    skill="science.speed",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"mover": tuple(_MOVERS), "v": range(8, 161), "t": range(2, 10)},
    derive=lambda p: {"d": p.v * p.t},
    where=(lambda p: p.v in _MOVERS[p.mover],),
    stem="A {mover} goes {d} km in {t} hours at a steady speed. How fast is that in km per hour?",
    key=lambda p: p.v,
    checker=lambda p, v: v * p.t == p.d,
    misconceptions=(
        Misconception(
            "multiplies", lambda p: p.d * p.t, "You multiplied {d} by {t}. One hour needs a share."
        ),
        Misconception(
            "subtracts", lambda p: p.d - p.t, "Kilometers less hours means nothing. Share instead."
        ),
        Misconception(
            "adds", lambda p: p.d + p.t, "Kilometers and hours cannot be added. Share {d} instead."
        ),
        Misconception(
            "whole_trip", lambda p: p.d, "{d} km is the whole trip of {t} hours, not one hour."
        ),
        Misconception(
            "halves",
            lambda p: p.d // 2 if p.t != 2 and p.d % 2 == 0 else None,
            "You shared {d} km between two hours, but the trip took {t} hours.",
        ),
    ),
    hints=(
        "Speed says how far it gets in one hour.",
        "Share the {d} km equally among the {t} hours.",
    ),
    steps=(Step("Speed is distance divided by time.", "{d} ÷ {t}", "{v}"),),
    form=WHOLE,
    unit="km/h",
)

_MINUTES = Family(
    id="science.speed.minutes",
    skill="science.speed_units",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "mover": ("skater", "rider", "drone", "tram", "swan", "scooter"),
        "v": range(6, 61, 2),
        "m": (6, 9, 12, 15, 18, 20, 24, 30, 36, 40, 42, 45, 48, 54),
    },
    where=(lambda p: (p.v * p.m * 100) % 60 == 0,),
    derive=lambda p: {"hours": Fraction(p.m, 60), "km": Fraction(p.v * p.m, 60)},
    stem="A {mover} moves at a steady {v} km/h for {m} minutes. How many kilometers is that?",
    key=lambda p: p.km,
    checker=lambda p, v: v == sum([Fraction(p.v, 60)] * p.m),
    misconceptions=(
        Misconception(
            "not_converted",
            lambda p: p.v * p.m,
            "That would be {m} hours. The speed counts kilometers in an hour, the time is minutes.",
        ),
        Misconception(
            "hundred_minutes",
            lambda p: Fraction(p.v * p.m, 100),
            "You wrote {m} minutes as a part of 100. An hour has 60 minutes.",
        ),
        Misconception(
            "full_hour", lambda p: p.v, "{v} km is what it does in a full hour, not in {m} minutes."
        ),
        Misconception(
            "rest_of_hour",
            lambda p: Fraction(p.v * (60 - p.m), 60) if p.m != 30 else None,
            "That is how far it gets in the other part of the hour, after the {m} minutes.",
        ),
        Misconception(
            "per_ten",
            lambda p: Fraction(p.v * p.m, 10),
            "{m} minutes is not that many tenths of an hour. A tenth of an hour is 6 minutes.",
        ),
    ),
    hints=(
        "The speed is for one hour. What part of an hour is the time?",
        "Write {m} minutes as a fraction of 60 minutes, then take that part of {v} km.",
    ),
    steps=(
        Step("First change minutes to hours.", "{m} / 60", "{hours}"),
        Step("Distance is speed times time.", "{v} * {hours}", "{km}"),
    ),
    form=DECIMAL,
    unit="km",
)


def _way(newtons: int) -> str:
    return f"{abs(newtons)} N to the {'right' if newtons > 0 else 'left'}"


def _signed(force: str) -> int:
    """The force as a number, to the right positive, read from the words."""
    size, _, _, _, way = force.split()
    return int(size) if way == "right" else -int(size)


def _net(p: Params) -> int:
    return p.a + p.b - p.c


_FORCES = Family(
    id="science.forces.net",
    skill="science.forces",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "thing": ("crate", "sled", "cart", "piano", "boat", "box of tools"),
        "a": range(20, 200, 10),
        "b": range(20, 200, 10),
        "c": range(30, 400, 10),
    },
    where=(lambda p: _net(p) != 0 and p.a != p.b and p.c not in (p.a, p.b),),
    stem=(
        "Two people push a {thing} to the right. They push with {a} N and {b} N. A third person"
        " pushes it to the left with {c} N. What is the total force on it?"
    ),
    key=lambda p: _way(_net(p)),
    checker=lambda p, v: _signed(str(v)) + p.c == p.a + p.b,
    misconceptions=(
        Misconception(
            "adds_all",
            lambda p: _way(p.a + p.b + p.c),
            "You added all three. The {c} N push works against the other two.",
        ),
        Misconception(
            "wrong_way",
            lambda p: _way(-_net(p)),
            "The size is right. Which side pushes harder: {a} N and {b} N, or {c} N?",
        ),
        Misconception(
            "forgets_second",
            lambda p: _way(p.a - p.c),
            "You left out the {b} N push. Two people push to the right.",
        ),
        Misconception(
            "forgets_first",
            lambda p: _way(p.b - p.c),
            "You left out the {a} N push. Two people push to the right.",
        ),
        Misconception(
            "forgets_left",
            lambda p: _way(p.a + p.b),
            "You left out the third person, who pushes back with {c} N.",
        ),
        Misconception(
            "wrong_side",
            lambda p: _way(p.a - p.b - p.c),
            "You took the {b} N push to the left, but it helps the {a} N push.",
        ),
    ),
    hints=(
        "Pushes the same way add up. Pushes against each other take away.",
        "First find the whole push to the right, then compare it with {c} N.",
    ),
    steps=lambda p: (
        Step("Both pushes to the right together:", f"{p.a} + {p.b}", f"{p.a + p.b}"),
        Step(
            "The stronger side wins by the difference.",
            f"{max(p.a + p.b, p.c)} - {min(p.a + p.b, p.c)}",
            f"{abs(_net(p))}",
        ),
    ),
    form=TEXT,
)

_ACCELERATION = Family(
    id="science.forces.acceleration",
    skill="science.newton_second",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "thing": ("cart", "sled", "wagon", "robot", "kayak", "trolley"),
        "m": range(4, 81, 2),
        "twice": range(1, 17),
        "drag": range(0, 61, 10),
    },
    derive=lambda p: {"net": p.m * p.twice // 2, "push": p.m * p.twice // 2 + p.drag},
    where=(lambda p: p.twice != 2 and p.drag,),
    stem=(
        "A {thing} of {m} kg is pushed with {push} N. Friction of {drag} N acts against the push."
        " What is its acceleration?"
    ),
    key=lambda p: Fraction(p.net, p.m),
    checker=lambda p, v: v * p.m + p.drag == p.push,
    misconceptions=(
        Misconception(
            "no_friction",
            lambda p: Fraction(p.push, p.m),
            "You used the whole push of {push} N. Friction takes {drag} N of it.",
        ),
        Misconception(
            "adds_friction",
            lambda p: Fraction(p.push + p.drag, p.m),
            "You added the friction, but it acts against the push.",
        ),
        Misconception(
            "stops_at_force", lambda p: p.net, "{net} N is the net force. Now divide by the mass."
        ),
        Misconception(
            "multiplies", lambda p: p.net * p.m, "You multiplied by {m} kg. More mass means less."
        ),
        Misconception(
            "friction_only",
            lambda p: Fraction(p.drag, p.m),
            "You used only the friction. The net force is push less friction.",
        ),
    ),
    hints=(
        "Acceleration is the net force divided by the mass.",
        "Take the friction from the push before you divide.",
    ),
    steps=lambda p: (
        Step("Net force is push less friction.", f"{p.push} - {p.drag}", f"{p.net}"),
        Step("Divide by the mass.", f"{p.net} / {p.m}", decimal_text(Fraction(p.net, p.m))),
    ),
    form=DECIMAL,
    unit="m/s²",
)

FAMILIES = (_SPEED, _MINUTES, _FORCES, _ACCELERATION)

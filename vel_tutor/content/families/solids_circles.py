"""Boxes and circles: volume, surface, the way round, the area inside."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import decimal, decimal_text
from vel_tutor.vocabulary import ItemFormat

_PI = Fraction(314, 100)

_BOX_ALT = "A box {a} cm long, {b} cm wide and {c} cm high."

_VOLUME = Family(
    id="math.volume.box",
    skill="math.volume",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"a": range(3, 16), "b": range(2, 11), "c": range(2, 13)},
    derive=lambda p: {
        "layer": p.a * p.b,
        "volume": p.a * p.b * p.c,
        "surface": 2 * (p.a * p.b + p.a * p.c + p.b * p.c),
    },
    where=(lambda p: p.a > p.b and p.volume != p.surface,),
    stem="What is the volume of a box {a} cm long, {b} cm wide and {c} cm high?",
    key=lambda p: p.volume,
    checker=lambda p, v: v == sum(p.a * p.b for _ in range(p.c)),
    misconceptions=(
        Slip(
            "adds",
            lambda p: p.a + p.b + p.c,
            "You added the lengths. How many cubes fit inside?",
        ),
        Slip("one_layer", lambda p: p.layer, "That is one layer. There are {c} layers."),
        Slip(
            "surface",
            lambda p: p.surface,
            "That is the area of all six sides. Count the cubes inside.",
        ),
        Slip("three_times_sum", lambda p: 3 * (p.a + p.b + p.c), "Multiply the three lengths."),
        Slip("one_side", lambda p: p.a * p.c, "That is one side wall. Take the width {b} too."),
    ),
    hints=("How many cubes cover the floor of the box?", "One layer holds {a} times {b} cubes."),
    steps=(
        Step("One layer:", "{a} * {b}", "{layer}"),
        Step("{c} layers:", "{layer} * {c}", "{volume}"),
    ),
    unit="cm³",
    figure=lambda p: figures.box(say(_BOX_ALT, p), f"{p.a} cm", f"{p.b} cm", f"{p.c} cm"),
    alt=_BOX_ALT,
)

_SURFACE = Family(
    id="math.surface.box",
    skill="math.surface",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"a": range(3, 13), "b": range(2, 10), "c": range(2, 11)},
    derive=lambda p: {
        "x": p.a * p.b,
        "y": p.a * p.c,
        "z": p.b * p.c,
        "half": p.a * p.b + p.a * p.c + p.b * p.c,
        "surface": 2 * (p.a * p.b + p.a * p.c + p.b * p.c),
        "volume": p.a * p.b * p.c,
    },
    where=(lambda p: p.a > p.b and p.volume != p.surface and p.b != p.c,),
    stem=(
        "A gift box is {a} cm long, {b} cm wide and {c} cm high. What is the area of all six sides?"
    ),
    key=lambda p: p.surface,
    checker=lambda p, v: v == sum((p.x, p.x, p.y, p.y, p.z, p.z)),
    misconceptions=(
        Slip("three_sides", lambda p: p.half, "That is three sides. Each one has a twin opposite."),
        Slip("volume", lambda p: p.volume, "That is how much fits inside. You want the outside."),
        Slip(
            "walls_only",
            lambda p: 2 * (p.y + p.z),
            "Top and bottom are missing: {a} by {b} each.",
        ),
        Slip("no_ends", lambda p: 2 * (p.x + p.y), "The two ends are missing: {b} by {c} each."),
        Slip("adds_edges", lambda p: 4 * (p.a + p.b + p.c), "That is the length of all edges."),
    ),
    hints=(
        "A box has six sides. Opposite ones are the same.",
        "Find three different sides: {a} by {b}, {a} by {c}, and {b} by {c}.",
    ),
    steps=(
        Step("Three different sides:", "{a} * {b} + {a} * {c} + {b} * {c}", "{half}"),
        Step("Each one twice:", "2 * {half}", "{surface}"),
    ),
    unit="cm²",
    figure=lambda p: figures.box(say(_BOX_ALT, p), f"{p.a} cm", f"{p.b} cm", f"{p.c} cm"),
    alt=_BOX_ALT,
)

_CIRCLE_ALT = "A circle. The line from its centre to the edge is {r} cm long."

_CIRCLE = Family(
    id="math.circle.area_or_round",
    skill="math.circle",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={"r": range(3, 41), "ask": ("area", "distance round the edge")},
    derive=lambda p: {
        "area": _PI * p.r**2,
        "round": 2 * _PI * p.r,
        "key": _PI * p.r**2 if p.ask == "area" else 2 * _PI * p.r,
        "bare": p.r**2 if p.ask == "area" else 2 * p.r,
        "shown": decimal_text(_PI * p.r**2 if p.ask == "area" else 2 * _PI * p.r, 2),
        "how": f"{p.r} * {p.r}" if p.ask == "area" else f"2 * {p.r}",
        "unit": "cm²" if p.ask == "area" else "cm",
    },
    stem="What is the {ask} of this circle? Take 3.14 for pi.",
    key=lambda p: p.key,
    checker=lambda p, v: v * 100 == 314 * (p.r * p.r if p.ask == "area" else p.r + p.r),
    misconceptions=(
        Slip(
            "other_one",
            lambda p: p.round if p.ask == "area" else p.area,
            "You mixed up the way round the edge and the space inside.",
        ),
        Slip(
            "double_radius_squared",
            lambda p: _PI * (2 * p.r) ** 2,
            "You squared the whole width of {r} + {r} cm. Use the radius {r} cm.",
        ),
        Slip("half_round", lambda p: _PI * p.r, "Pi times {r} is only half the way round."),
        Slip(
            "twice_area",
            lambda p: 2 * _PI * p.r**2,
            "There is a 2 too many: inside it is pi times {r} times {r}.",
        ),
        Slip(
            "width_for_radius",
            lambda p: 4 * _PI * p.r,
            "You used the whole width where the radius {r} cm belongs.",
        ),
        Slip(
            "quarter",
            lambda p: _PI * p.r**2 / 4,
            "You halved the radius first. {r} cm is the radius already.",
        ),
        Slip("no_pi", lambda p: Fraction(p.bare), "You left out pi, which is about 3.14."),
    ),
    hints=(
        "Is it the edge or the space inside?",
        "The edge is 2 times pi times the radius; inside is pi times the radius squared.",
    ),
    steps=(
        Step("Without pi:", "{how}", "{bare}"),
        Step("Times 3.14:", "3.14 * {bare}", "{shown}"),
    ),
    form=decimal(2),
    unit="{unit}",
    figure=lambda p: figures.circle(say(_CIRCLE_ALT, p), f"{p.r} cm"),
    alt=_CIRCLE_ALT,
)

FAMILIES = (_VOLUME, _SURFACE, _CIRCLE)

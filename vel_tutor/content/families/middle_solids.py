"""Round figures and solids: circles from the diameter, prisms, cylinders, cones, spheres."""

from fractions import Fraction

from vel_tutor.content import shapes
from vel_tutor.content.family import Family, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_PI = Fraction(314, 100)

_DIAMETER = Family(
    id="math.circle.from_diameter",
    skill="math.circle",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "r": range(2, 60),
        "what": ("wheel", "pond", "table top", "plate", "drum", "round window"),
        "round": (True, False),
    },
    derive=lambda p: {
        "d": 2 * p.r,
        "asked": "How long is the way round it" if p.round else "What is its area",
        "answer": _PI * 2 * p.r if p.round else _PI * p.r**2,
        "unit": "cm" if p.round else "cm²",
        "square": p.r**2,
    },
    canon=lambda p: (p.r, p.round),
    stem="A {what} is {d} cm across. {asked}, in {unit}? Use 3.14 for pi.",
    key=lambda p: p.answer,
    checker=lambda p, v: v * 100 == (314 * p.d if p.round else 314 * p.d * p.d / 4),
    misconceptions=(
        Slip(
            "other_formula",
            lambda p: _PI * p.r**2 if p.round else _PI * p.d,
            "The way round is 3.14 times {d}. The area is 3.14 times {r} times {r}.",
        ),
        Slip(
            "diameter_as_radius",
            lambda p: _PI * 2 * p.d if p.round else _PI * p.d**2,
            "{d} cm is all the way across. The radius is half of it.",
        ),
        Slip(
            "half",
            lambda p: _PI * p.r if p.round else _PI * p.d * p.r,
            "For the way round take {d}. For the area square the radius {r}.",
        ),
        Slip("no_pi", lambda p: p.d * 2 if p.round else p.square, "You left out pi: times 3.14."),
        Slip(
            "three",
            lambda p: 3 * p.d if p.round else 3 * p.square,
            "You used 3 for pi. The question says 3.14.",
        ),
    ),
    hints=(
        "All the way across is the diameter. What is the radius?",
        "The way round is pi times {d}. For the area square the radius, half of {d}.",
    ),
    steps=lambda p: (
        (Step("Pi times the diameter:", f"3.14 * {p.d}", decimal_text(p.answer)),)
        if p.round
        else (
            Step("The radius is half of it:", f"{p.d} ÷ 2", f"{p.r}"),
            Step("Pi times radius squared:", f"3.14 * {p.r}^2", decimal_text(p.answer)),
        )
    ),
    form=DECIMAL,
    unit="{unit}",
)

_HALF = Family(
    id="math.circle.half_circle",
    skill="math.circle",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"r": range(2, 160), "what": ("rug", "window", "table top", "tent door")},
    derive=lambda p: {
        "d": 2 * p.r,
        "full": decimal_text(_PI * p.r**2),
        "half": _PI * p.r**2 / 2,
        "shown": decimal_text(_PI * p.r**2 / 2),
    },
    canon=lambda p: p.r,
    stem="A {what} is half a circle, {d} cm on its straight side. What is its area? Use pi = 3.14.",
    key=lambda p: p.half,
    checker=lambda p, v: 2 * v == _PI * p.d * p.d / 4,
    misconceptions=(
        Slip("full_circle", lambda p: 2 * p.half, "That is the full circle. Take half of it."),
        Slip(
            "diameter_squared",
            lambda p: 4 * p.half,
            "You squared {d} cm. The radius is half of that.",
        ),
        Slip("arc", lambda p: _PI * p.r, "That is how long the curved side is."),
        Slip("whole_round", lambda p: _PI * p.d, "That is the way round a full circle."),
        Slip("quarter", lambda p: p.half / 2, "That is a quarter of the circle. You need half."),
        Slip(
            "halves_radius_again",
            lambda p: p.half / 4,
            "You halved the radius. {d} cm halved once is the radius.",
        ),
        Slip(
            "full_with_diameter",
            lambda p: 8 * p.half,
            "You took {d} cm as the radius, and a full circle too.",
        ),
    ),
    hints=("What is the radius?", "Find the area of the full circle first. Then halve it."),
    steps=(
        Step("The radius:", "{d} ÷ 2", "{r}"),
        Step("The full circle:", "3.14 * {r}^2", "{full}"),
        Step("Half of it:", "{full} ÷ 2", "{shown}"),
    ),
    form=DECIMAL,
    unit="cm²",
)

_PRISM_ALT = (
    "A prism on its side. Its front is a right triangle with legs {a} cm and {b} cm. It is {n} cm "
    "long."
)

_PRISM = Family(
    id="math.prisms.triangle_volume",
    skill="math.prisms",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={"a": range(3, 16), "b": range(3, 13), "n": range(5, 26)},
    derive=lambda p: {
        "volume": p.a * p.b * p.n // 2,
        "front": Fraction(p.a * p.b, 2),
        "fronts": decimal_text(Fraction(p.a * p.b, 2)),
    },
    where=(lambda p: p.a * p.b * p.n % 2 == 0 and p.a != p.b and p.n > max(p.a, p.b),),
    stem="What is the volume of this prism?",
    key=lambda p: p.volume,
    checker=lambda p, v: v + v == p.a * p.b * p.n,
    misconceptions=(
        Slip("box", lambda p: p.a * p.b * p.n, "That is a box. The front is a triangle: half."),
        Slip("front_only", lambda p: p.front, "That is the front. Multiply it by the length."),
        Slip(
            "third",
            lambda p: Fraction(p.a * p.b * p.n, 3),
            "A third belongs to pyramids. The front is half of {a} times {b}.",
        ),
        Slip("adds", lambda p: p.a + p.b + p.n, "You added the lengths. Volume multiplies them."),
        Slip(
            "no_half_adds",
            lambda p: (p.a + p.b) * p.n,
            "The front has half of {a} times {b}, not {a} plus {b}.",
        ),
    ),
    hints=("What is the area of the front?", "The front is half of [[{a} * {b}]]. Then times {n}."),
    steps=(
        Step("The triangle in front:", "{a} * {b} ÷ 2", "{fronts}"),
        Step("Times the length:", "{fronts} * {n}", "{volume}"),
    ),
    form=RATIONAL,
    unit="cm³",
    figure=lambda p: shapes.prism(say(_PRISM_ALT, p), f"{p.a} cm", f"{p.b} cm", f"{p.n} cm"),
    alt=_PRISM_ALT,
)

_TRIPLES = ((3, 4, 5), (6, 8, 10), (5, 12, 13), (8, 15, 17), (9, 12, 15), (12, 16, 20))
_TENT_ALT = (
    "A prism on its side. Its front is a right triangle with sides {a} cm, {b} cm and {c} cm. It "
    "is {n} cm long."
)

_SURFACE = Family(
    id="math.prisms.triangle_surface",
    skill="math.prisms",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=80,
    params={"sides": _TRIPLES, "n": range(7, 31), "turned": (True, False)},
    derive=lambda p: {
        "a": p.sides[1 if p.turned else 0],
        "b": p.sides[0 if p.turned else 1],
        "c": p.sides[2],
        "ends": p.sides[0] * p.sides[1],
        "round": sum(p.sides),
        "walls": sum(p.sides) * p.n,
        "total": sum(p.sides) * p.n + p.sides[0] * p.sides[1],
    },
    where=(lambda p: p.n not in p.sides,),
    stem="What is the surface area of this prism?",
    key=lambda p: p.total,
    checker=lambda p, v: v == p.a * p.n + p.b * p.n + p.c * p.n + 2 * Fraction(p.a * p.b, 2),
    misconceptions=(
        Slip("no_ends", lambda p: p.walls, "You left out the two triangles, front and back."),
        Slip(
            "ends_not_halved",
            lambda p: p.walls + 2 * p.ends,
            "Each end is a triangle: half of {a} times {b}.",
        ),
        Slip(
            "one_end",
            lambda p: p.walls + p.ends // 2,
            "There are two triangles: one in front and one at the back.",
        ),
        Slip(
            "no_slant",
            lambda p: (p.a + p.b) * p.n + p.ends,
            "The slanted wall is missing: {c} cm by {n} cm.",
        ),
        Slip("volume", lambda p: p.ends * p.n // 2, "That is the volume. You want all the faces."),
        Slip(
            "three_same",
            lambda p: 3 * p.c * p.n + p.ends,
            "The three walls have different widths: {a}, {b} and {c} cm.",
        ),
        Slip(
            "box",
            lambda p: 2 * (p.a * p.b + p.a * p.n + p.b * p.n),
            "That is a box. This solid has three walls and two triangles.",
        ),
    ),
    hints=(
        "How many faces has it, and of which shape?",
        "There are three rectangles, each {n} cm long, and two triangles.",
    ),
    steps=(
        Step("The three walls:", "({a} + {b} + {c}) * {n}", "{walls}"),
        Step("The two triangles:", "2 * {a} * {b} ÷ 2", "{ends}"),
        Step("Together:", "{walls} + {ends}", "{total}"),
    ),
    form=RATIONAL,
    unit="cm²",
    figure=lambda p: shapes.prism(
        say(_TENT_ALT, p), f"{p.a} cm", f"{p.b} cm", f"{p.n} cm", f"{p.c} cm"
    ),
    alt=_TENT_ALT,
)

FAMILIES = (_DIAMETER, _HALF, _PRISM, _SURFACE)

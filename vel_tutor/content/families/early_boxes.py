"""Grade 5: volume by cubes and by edges, area with fractions as sides."""

from fractions import Fraction
from math import gcd

from vel_tutor.content import figures_shapes as shapes
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import FRACTION
from vel_tutor.vocabulary import ItemFormat


def _cubes_told(p: Params) -> str:
    return f"A box of cubes: {p.a} cubes long, {p.b} cubes deep and {p.c} cubes high."


_CUBES = Family(
    id="math.volume.cubes",
    skill="math.volume",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"a": range(2, 8), "b": range(2, 6), "c": range(2, 7)},
    derive=lambda p: {
        "layer": p.a * p.b,
        "n": p.a * p.b * p.c,
        "seen": p.a * p.b + p.a * p.c + p.b * p.c,
        "front": p.a * p.c,
        "sum": p.a + p.b + p.c,
    },
    where=(lambda p: len({p.a, p.b, p.c}) > 1 and p.n != p.seen,),
    stem="This box is full of small cubes. How many cubes are in it?",
    key=lambda p: p.n,
    checker=lambda p, v: v == sum(p.a for _ in range(p.b) for _ in range(p.c)),
    misconceptions=(
        Slip("counts_faces", lambda p: p.seen, "You counted the squares you see. Some cubes hide."),
        Slip("adds_edges", lambda p: p.sum, "You added the edges. Count the cubes layer by layer."),
        Slip("front_only", lambda p: p.front, "Those are the cubes in front. There are {b} rows."),
        Slip("bottom_layer", lambda p: p.layer, "That is one layer. There are {c} layers."),
        Slip("layer_over", lambda p: p.n + p.layer, "One layer too many. There are {c} layers."),
        Slip("all_faces", lambda p: 2 * p.seen, "You counted the outside. Count what is inside."),
    ),
    hints=("How many cubes are in the bottom layer?", "There are {c} layers like that."),
    steps=(
        Step("One layer:", "{a} * {b}", "{layer}"),
        Step("All layers:", "{layer} * {c}", "{n}"),
    ),
    figure=lambda p: shapes.cubes(_cubes_told(p), p.a, p.b, p.c),
    alt=_cubes_told,
)

_EDGE = Family(
    id="math.volume.missing_edge",
    skill="math.volume",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "a": range(2, 13),
        "b": range(2, 13),
        "c": range(2, 13),
        "what": ("tank", "box", "case", "chest"),
    },
    derive=lambda p: {"v": p.a * p.b * p.c, "floor": p.a * p.b, "sum": p.a + p.b},
    where=(lambda p: p.c not in (p.a, p.b) and p.a != p.b,),
    canon=lambda p: (p.a, p.b, p.c),
    stem="A {what} is {a} m long and {b} m wide. Its volume is {v} m³. How high is it?",
    key=lambda p: p.c,
    checker=lambda p, v: p.a * v * p.b == p.v,
    misconceptions=(
        Slip("divides_once", lambda p: p.b * p.c, "You divided by {a}. Divide by {b} as well."),
        Slip("other_once", lambda p: p.a * p.c, "You divided by {b}. Divide by {a} as well."),
        Slip(
            "divides_by_sum",
            lambda p: Fraction(p.v, p.sum) if p.v % p.sum == 0 else None,
            "You divided by {a} + {b}. The floor is {a} times {b}.",
        ),
        Slip("subtracts", lambda p: p.v - p.floor, "You took the floor away. How many layers fit?"),
        Slip(
            "floor", lambda p: p.floor, "That is the area of the floor. How many layers are there?"
        ),
        Slip("one_over", lambda p: p.c + 1, "One too many. Multiply all three edges to check."),
    ),
    hints=("How many cubes of 1 m³ cover the floor?", "The floor takes {floor}. How many layers?"),
    steps=(
        Step("The floor:", "{a} * {b}", "{floor}"),
        Step("The number of layers:", "{v} ÷ {floor}", "{c}"),
    ),
    unit="m",
)

_JOINED = Family(
    id="math.volume.joined",
    skill="math.volume",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "a": range(3, 11),
        "b": range(2, 8),
        "c": range(2, 8),
        "d": range(2, 7),
        "e": range(2, 7),
        "f": range(2, 7),
    },
    derive=lambda p: {
        "first": p.a * p.b * p.c,
        "second": p.d * p.e * p.f,
        "x": p.a * p.b * p.c + p.d * p.e * p.f,
    },
    where=(lambda p: p.first > p.second and p.d < p.a and (p.a, p.b) != (p.d, p.e),),
    stem="One box is {a} cm by {b} cm by {c} cm. On top of it stands a box of {d} cm by {e} cm by"
    " {f} cm. What is their volume in all?",
    key=lambda p: p.x,
    checker=lambda p, v: (v - p.second) / p.c / p.b == p.a,
    misconceptions=(
        Slip("first_only", lambda p: p.first, "That is the lower box. Add the upper one."),
        Slip("second_only", lambda p: p.second, "That is the upper box. Add the lower one."),
        Slip(
            "one_big_box",
            lambda p: p.a * p.b * (p.c + p.f),
            "The upper box is not as wide as the lower one. Work them out one by one.",
        ),
        Slip(
            "adds_edges",
            lambda p: p.a + p.b + p.c + p.d + p.e + p.f,
            "You added all edges. Multiply the three edges of each box.",
        ),
        Slip("subtracts", lambda p: p.first - p.second, "You took away. Both boxes count."),
    ),
    hints=("Work out each box for itself.", "The lower box has {first} cm³. Now the upper one."),
    steps=(
        Step("The lower box:", "{a} * {b} * {c}", "{first}"),
        Step("The upper box:", "{d} * {e} * {f}", "{second}"),
        Step("Together:", "{first} + {second}", "{x}"),
    ),
    unit="cm³",
)

_SIDES = Family(
    id="math.area.fraction_sides",
    skill="math.area",
    grade=5,
    format=ItemFormat.FRACTION,
    time_s=45,
    params={
        "a": range(1, 8),
        "b": range(2, 9),
        "c": range(1, 8),
        "d": range(2, 9),
        "what": ("board", "cloth", "flag", "rug", "sign"),
    },
    derive=lambda p: {
        "x": Fraction(p.a * p.c, p.b * p.d),
        "top": p.a * p.c,
        "bottom": p.b * p.d,
        "around": 2 * (Fraction(p.a, p.b) + Fraction(p.c, p.d)),
    },
    where=(
        lambda p: p.a < p.b and p.c < p.d and gcd(p.a, p.b) == 1 == gcd(p.c, p.d),
        lambda p: (p.a, p.b) != (p.c, p.d),
    ),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="A {what} is [[{a}/{b}]] m long and [[{c}/{d}]] m wide. What is its area in m²?",
    key=lambda p: p.x,
    checker=lambda p, v: v / Fraction(p.c, p.d) == Fraction(p.a, p.b),
    misconceptions=(
        Slip("around", lambda p: p.around, "That is the way around. Area is length times width."),
        Slip("adds", lambda p: p.around / 2, "You added the sides. Area is length times width."),
        Slip(
            "top_over_sum",
            lambda p: Fraction(p.top, p.b + p.d),
            "You added the bottoms. Multiply them, too.",
        ),
        Slip(
            "divides",
            lambda p: Fraction(p.a * p.d, p.b * p.c),
            "You divided one side by the other. Multiply them.",
        ),
        Slip(
            "one_side",
            lambda p: Fraction(p.a, p.b),
            "That is the length. It is just {c}/{d} m wide.",
        ),
    ),
    hints=("Area is length times width.", "Multiply the tops, then multiply the bottoms."),
    steps=(
        Step("Length times width:", "{a}/{b} * {c}/{d}", "{top}/{bottom}"),
        Step("As simple as can be:", "{top}/{bottom}", "{x}"),
    ),
    form=FRACTION,
)

FAMILIES = (_CUBES, _EDGE, _JOINED, _SIDES)

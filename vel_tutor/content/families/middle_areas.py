"""Areas of parallelograms, trapezoids and composed figures; points and sides on the grid."""

from fractions import Fraction

from vel_tutor.content import shapes
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, POINT, RATIONAL, WHOLE, decimal_text
from vel_tutor.content.latex import signed
from vel_tutor.content.plots import Plane
from vel_tutor.vocabulary import ItemFormat

_SLANTED_ALT = "A parallelogram. Base {b} cm, slanted side {s} cm, height {h} cm."

_PARALLELOGRAM = Family(
    id="math.area_quads.parallelogram",
    skill="math.area_quads",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"b": range(6, 30), "h": range(3, 16), "more": range(1, 5)},
    derive=lambda p: {"s": p.h + p.more, "area": p.b * p.h},
    where=(lambda p: p.b > p.s,),
    stem="How many square cm fit in this shape? It is a parallelogram with a slant to the right.",
    key=lambda p: p.area,
    checker=lambda p, v: Fraction(v, p.h) == p.b,
    misconceptions=(
        Slip("side", lambda p: p.b * p.s, "{s} cm is the slanted side. The height is {h} cm."),
        Slip(
            "round", lambda p: 2 * (p.b + p.s), "That is the way round it. Area is base by height."
        ),
        Slip("half", lambda p: Fraction(p.area, 2), "Half would be a triangle. Take all of it."),
        Slip("adds", lambda p: p.b + p.h, "You added. Multiply the base by the height."),
        Slip("all_three", lambda p: p.b * p.h * p.s, "Only base and height count, not all three."),
    ),
    hints=(
        "Cut off the slanted end and push it to the other side. What do you get?",
        "It becomes a rectangle of {b} cm by {h} cm.",
    ),
    steps=(Step("Base times height:", "{b} * {h}", "{area}"),),
    form=RATIONAL,
    unit="cm²",
    figure=lambda p: shapes.parallelogram(
        say(_SLANTED_ALT, p), f"{p.b} cm", f"{p.h} cm", f"{p.s} cm"
    ),
    alt=_SLANTED_ALT,
)

_TRAPEZOID_ALT = (
    "A trapezoid. Parallel sides {a} cm and {b} cm, height {h} cm, a slanted side of {s} cm."
)

_TRAPEZOID = Family(
    id="math.area_quads.trapezoid",
    skill="math.area_quads",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=50,
    params={"a": range(3, 16), "b": range(6, 26), "h": range(3, 15), "more": range(1, 4)},
    derive=lambda p: {
        "s": p.h + p.more,
        "sum": p.a + p.b,
        "full": (p.a + p.b) * p.h,
        "area": Fraction((p.a + p.b) * p.h, 2),
        "shown": decimal_text(Fraction((p.a + p.b) * p.h, 2)),
    },
    where=(lambda p: p.b > p.a + 2 and (p.full % 2 == 0),),
    stem="What is the area of this trapezoid?",
    key=lambda p: p.area,
    checker=lambda p, v: v == p.a * p.h + Fraction((p.b - p.a) * p.h, 2),
    misconceptions=(
        Slip("not_halved", lambda p: p.full, "Two trapezoids make that parallelogram. Halve it."),
        Slip("long_side", lambda p: p.b * p.h, "That is a rectangle on the long side: too large."),
        Slip(
            "short_side", lambda p: p.a * p.h, "That is a rectangle on the short side: too small."
        ),
        Slip(
            "slanted",
            lambda p: Fraction(p.sum * p.s, 2),
            "{s} cm is the slanted side. The height is {h} cm.",
        ),
        Slip(
            "quarter",
            lambda p: Fraction(p.full, 4),
            "You halved twice: once is enough for the two sides.",
        ),
        Slip(
            "multiplies_sides",
            lambda p: Fraction(p.a * p.b * p.h, 2),
            "Add the two parallel sides, do not multiply them.",
        ),
        Slip("round", lambda p: p.sum + 2 * p.s, "That is about the way round. What is inside?"),
        Slip(
            "half_long",
            lambda p: Fraction(p.b * p.h, 2),
            "That is only a triangle over the long side.",
        ),
    ),
    hints=(
        "The area is the mean of the two parallel sides, times the height.",
        "Add {a} and {b}. Multiply by {h}, then halve it.",
    ),
    steps=(
        Step("Add the parallel sides.", "{a} + {b}", "{sum}"),
        Step("Times the height, and half of that:", "{sum} * {h} ÷ 2", "{shown}"),
    ),
    form=WHOLE,
    unit="cm²",
    figure=lambda p: shapes.trapezoid(
        say(_TRAPEZOID_ALT, p), f"{p.a} cm", f"{p.b} cm", f"{p.h} cm", f"{p.s} cm"
    ),
    alt=_TRAPEZOID_ALT,
)

_HOUSE_ALT = "A rectangle {w} m wide and {h} m high, with a triangle of height {t} m on top."

_HOUSE = Family(
    id="math.area_quads.house_front",
    skill="math.area_quads",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"w": range(4, 20), "h": range(3, 13), "t": range(2, 9)},
    derive=lambda p: {
        "box": p.w * p.h,
        "roof": Fraction(p.w * p.t, 2),
        "area": p.w * p.h + Fraction(p.w * p.t, 2),
        "roofs": decimal_text(Fraction(p.w * p.t, 2)),
        "shown": decimal_text(p.w * p.h + Fraction(p.w * p.t, 2)),
    },
    where=(lambda p: p.t < p.h + 3 and p.t != p.h,),
    stem="A house front has this shape. What is its area?",
    key=lambda p: p.area,
    checker=lambda p, v: v == p.w * (p.h + p.t) - 2 * Fraction(p.w * p.t, 4),
    misconceptions=(
        Slip(
            "roof_not_halved",
            lambda p: p.w * (p.h + p.t),
            "The top is a triangle: half of {w} times {t}.",
        ),
        Slip("box_only", lambda p: p.box, "That is the rectangle. Add the triangle on top."),
        Slip("roof_only", lambda p: p.roof, "That is the triangle. Add the rectangle below."),
        Slip(
            "all_halved",
            lambda p: Fraction(p.w * (p.h + p.t), 2),
            "Only the triangle is halved, not the rectangle.",
        ),
        Slip("takes_off", lambda p: p.box - p.roof, "The triangle is added, not taken away."),
        Slip(
            "full_height",
            lambda p: p.box + Fraction(p.w * (p.h + p.t), 2),
            "The triangle starts on top of the wall: its height is {t} m.",
        ),
    ),
    hints=(
        "Split it into a rectangle and a triangle.",
        "The rectangle is {w} m by {h} m. The triangle has base {w} m and height {t} m.",
    ),
    steps=(
        Step("The rectangle:", "{w} * {h}", "{box}"),
        Step("The triangle:", "{w} * {t} ÷ 2", "{roofs}"),
        Step("Together:", "{box} + {roofs}", "{shown}"),
    ),
    form=DECIMAL,
    unit="m²",
    figure=lambda p: shapes.house(say(_HOUSE_ALT, p), f"{p.w} m", f"{p.h} m", f"{p.t} m"),
    alt=_HOUSE_ALT,
)

_PLANE = Plane(8)
_POINT_ALT = "Squared paper. From the middle, P is {across} squares {side} and {up} squares {way}."

_READ = Family(
    id="math.coordinates.read_point",
    skill="math.coordinates",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={"x": range(-7, 8), "y": range(-7, 8)},
    derive=lambda p: {
        "across": abs(p.x),
        "up": abs(p.y),
        "side": "right" if p.x > 0 else "left",
        "way": "up" if p.y > 0 else "down",
    },
    where=(lambda p: p.x and p.y and abs(p.x) != abs(p.y) and min(p.across, p.up) > 0,),
    stem="Where is P?",
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: _PLANE.at(*map(float, v)) == _PLANE.at(p.x, p.y),
    misconceptions=(
        Slip("swapped", lambda p: (p.y, p.x), "You swapped them. First across, then up or down."),
        Slip("x_sign", lambda p: (-p.x, p.y), "P is to the {side}. Check the sign of x."),
        Slip("y_sign", lambda p: (p.x, -p.y), "P is {way} from the middle. Check the sign of y."),
        Slip("both_signs", lambda p: (-p.x, -p.y), "Both signs are turned: P is {side} and {way}."),
        Slip(
            "swapped_signs",
            lambda p: (-p.y, -p.x),
            "First across, then up or down; and check both signs.",
        ),
        Slip(
            "swapped_x_sign",
            lambda p: (-p.y, p.x),
            "First count across: {across} squares to the {side}.",
        ),
    ),
    hints=(
        "Start in the middle. How many squares across, and which way?",
        "Left and down are below zero. The first number is across.",
    ),
    steps=lambda p: (
        Step(
            f"{p.across} squares to the {p.side}:", f"{1 if p.x > 0 else -1} * {p.across}", f"{p.x}"
        ),
        Step(f"{p.up} squares {p.way}:", f"{1 if p.y > 0 else -1} * {p.up}", f"{p.y}"),
    ),
    form=POINT,
    figure=lambda p: _PLANE.draw(say(_POINT_ALT, p), _PLANE.point(p.x, p.y, "P")),
    alt=_POINT_ALT,
)


def _sides(p: Params) -> dict[str, object]:
    return {
        "wide": p.c - p.a,
        "high": p.d - p.b,
        "area": (p.c - p.a) * (p.d - p.b),
        "aa": signed(p.a),
        "bb": signed(p.b),
    }


_RECTANGLE_ALT = (
    "Squared paper with a rectangle. Its corners: ({a}, {b}), ({c}, {b}), ({c}, {d}), ({a}, {d})."
)

_RECTANGLE = Family(
    id="math.coordinates.rectangle_area",
    skill="math.coordinates",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "a": range(-7, 2),
        "b": range(-7, 2),
        "c": range(-1, 8),
        "d": range(-1, 8),
    },
    derive=_sides,
    where=(
        lambda p: p.wide > 2 and p.high > 2 and min(p.a, p.b) < 0 and p.wide != p.high,
        lambda p: p.a and p.b and p.c and p.d,
    ),
    stem="A rectangle has the corners ({a}, {b}) and ({c}, {d}). What is its area in squares?",
    key=lambda p: p.area,
    checker=lambda p, v: sum(1 for _ in range(p.a, p.c) for _ in range(p.b, p.d)) == v,
    misconceptions=(
        Slip(
            "round", lambda p: 2 * (p.wide + p.high), "That is the way round. Multiply the sides."
        ),
        Slip(
            "no_signs",
            lambda p: abs(abs(p.c) - abs(p.a)) * abs(abs(p.d) - abs(p.b)),
            "You left the signs out: from {a} to {c} it is {wide}.",
        ),
        Slip(
            "corner_product",
            lambda p: abs(p.c * p.d),
            "You multiplied the numbers of one corner. You need the two sides.",
        ),
        Slip(
            "counts_lines",
            lambda p: (p.wide + 1) * (p.high + 1),
            "You counted the lines. Count the squares between them.",
        ),
        Slip("adds", lambda p: p.wide + p.high, "You added the sides. Multiply them."),
        Slip("half", lambda p: Fraction(p.area, 2), "Half of it is a triangle. Take all of it."),
    ),
    hints=("How long is each side?", "Across it goes from {a} to {c}, up from {b} to {d}."),
    steps=(
        Step("Across:", "{c} - {aa}", "{wide}"),
        Step("Up:", "{d} - {bb}", "{high}"),
        Step("Multiply.", "{wide} * {high}", "{area}"),
    ),
    form=RATIONAL,
    figure=lambda p: _PLANE.draw(
        say(_RECTANGLE_ALT, p),
        _PLANE.shape(((p.a, p.b), (p.c, p.b), (p.c, p.d), (p.a, p.d))),
    ),
    alt=_RECTANGLE_ALT,
)

FAMILIES = (_PARALLELOGRAM, _TRAPEZOID, _HOUSE, _READ, _RECTANGLE)

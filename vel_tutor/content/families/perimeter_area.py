"""Around and inside: perimeter and area."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_ALT = "A rectangle. The long side is {a} m, the short side is {b} m."


def _rectangle(p: Params) -> str:
    return figures.rectangle(say(_ALT, p), f"{p.a} m", f"{p.b} m", p.b / p.a)


_PERIMETER = Family(
    id="math.perimeter.rectangle",
    skill="math.perimeter",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={
        "a": range(6, 60),
        "b": range(3, 45),
        "place": ("garden", "playground", "poster wall", "field", "dog run"),
    },
    where=(lambda p: p.a > p.b,),
    stem="A {place} is {a} m long and {b} m wide. How far is it all the way round?",
    key=lambda p: 2 * (p.a + p.b),
    checker=lambda p, v: v == sum((p.a, p.b, p.a, p.b)),
    misconceptions=(
        Slip(
            "half_way",
            lambda p: p.a + p.b,
            "{a} + {b} is one long and one short side: only half the way round.",
        ),
        Slip(
            "one_short_side",
            lambda p: 2 * p.a + p.b,
            "You walked both {a} m sides but only one of the {b} m sides.",
        ),
        Slip(
            "one_long_side",
            lambda p: p.a + 2 * p.b,
            "You walked both {b} m sides but only one of the {a} m sides.",
        ),
        Slip(
            "area",
            lambda p: p.a * p.b,
            "{a} times {b} counts the squares inside. Here you walk round the edge.",
        ),
        Slip(
            "all_long",
            lambda p: 4 * p.a,
            "That would be a square with four sides of {a} m. Two sides are {b} m.",
        ),
        Slip(
            "all_short",
            lambda p: 4 * p.b,
            "That would be a square with four sides of {b} m. Two sides are {a} m.",
        ),
        Slip(
            "twice_round",
            lambda p: 4 * (p.a + p.b),
            "That is twice round. Once round is two sides of {a} m and two of {b} m.",
        ),
    ),
    hints=(
        "Think of walking along every side once, back to the start.",
        "There are two sides of {a} m. How many sides of {b} m are there?",
    ),
    derive=lambda p: {"half": p.a + p.b, "round": 2 * (p.a + p.b)},
    steps=(
        Step("One long and one short side together:", "{a} + {b}", "{half}"),
        Step("Twice that is all the way round.", "2 * {half}", "{round}"),
    ),
    unit="m",
    figure=_rectangle,
    alt=_ALT,
)

_SIDE = Family(
    id="math.area.missing_side",
    skill="math.area",
    grade=4,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={
        "a": range(4, 26),
        "b": range(3, 13),
        "place": ("floor", "lawn", "wall", "mat", "pool"),
    },
    derive=lambda p: {"n": p.a * p.b},
    where=(lambda p: p.a != p.b,),
    canon=lambda p: (p.a, p.b),
    stem="The area of a {place} is {n} m². One side is {b} m long. How long is the other side?",
    key=lambda p: p.a,
    checker=lambda p, v: p.b * v == p.n,
    misconceptions=(
        Slip("subtracts", lambda p: p.n - p.b, "You took {b} away. Area is side times side."),
        Slip("multiplies", lambda p: p.n * p.b, "You multiplied, but {n} is already the area."),
        Slip(
            "as_perimeter",
            lambda p: Fraction(p.n, 2) - p.b,
            "That would fit the way round the edge. Area is side times side.",
        ),
        Slip("half", lambda p: Fraction(p.n, 2), "Half the area is no side. Divide by {b}."),
    ),
    hints=("Area is one side times the other.", "{b} times what makes {n}?"),
    steps=(Step("Divide the area by the side you know.", "{n} ÷ {b}", "{a}"),),
    form=RATIONAL,
    unit="m",
)

_L_ALT = (
    "An L-shape. The left side is {h} cm and the bottom {w} cm. A corner {u} cm wide and {v} cm"
    " high is missing at the top right."
)

_L_SHAPE = Family(
    id="math.area.l_shape",
    skill="math.area_parts",
    grade=5,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={"w": range(6, 16), "h": range(5, 14), "u": range(2, 9), "v": range(2, 9)},
    derive=lambda p: {
        "full": p.w * p.h,
        "hole": p.u * p.v,
        "area": p.w * p.h - p.u * p.v,
    },
    where=(lambda p: p.w - p.u > 2 and p.h - p.v > 2,),
    stem="What is the area of this L-shape?",
    key=lambda p: p.area,
    checker=lambda p, v: v == p.w * (p.h - p.v) + (p.w - p.u) * p.v,
    misconceptions=(
        Slip("whole_box", lambda p: p.full, "That is the full box. A corner is missing."),
        Slip("adds_corner", lambda p: p.full + p.hole, "The corner is cut out, so take it away."),
        Slip("corner_only", lambda p: p.hole, "That is the missing corner, not the L-shape."),
        Slip(
            "perimeter",
            lambda p: 2 * (p.w + p.h),
            "That is the way round the edge. Count the squares inside.",
        ),
        Slip(
            "two_full_strips",
            lambda p: p.w * (p.h - p.v) + p.h * (p.w - p.u),
            "Your two parts overlap. Cut the L into two that do not.",
        ),
    ),
    hints=(
        "Think of the full box first, or cut the L into two boxes.",
        "The full box is {w} by {h}. Which corner is missing?",
    ),
    steps=(
        Step("The full box:", "{w} * {h}", "{full}"),
        Step("The missing corner:", "{u} * {v}", "{hole}"),
        Step("Take it away.", "{full} - {hole}", "{area}"),
    ),
    unit="cm²",
    figure=lambda p: figures.l_shape(say(_L_ALT, p), (p.w, p.h), (p.u, p.v)),
    alt=_L_ALT,
)

_TRIANGLE_ALT = "A triangle on a base of {b} cm. Its height is {h} cm, one sloping side {s} cm."

_TRIANGLE = Family(
    id="math.area.triangle",
    skill="math.area_triangle",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={"b": range(4, 25), "h": range(3, 19), "more": range(1, 5)},
    derive=lambda p: {
        "s": p.h + p.more,
        "box": p.b * p.h,
        "area": Fraction(p.b * p.h, 2),
        "shown": decimal_text(Fraction(p.b * p.h, 2)),
    },
    where=(lambda p: p.b != p.h,),
    canon=lambda p: (p.b, p.h),
    stem="What is the area of this triangle?",
    key=lambda p: p.area,
    checker=lambda p, v: v + v == p.b * p.h,
    misconceptions=(
        Slip("no_half", lambda p: p.box, "That is the full box. The triangle fills half of it."),
        Slip(
            "sloping_side",
            lambda p: Fraction(p.b * p.s, 2),
            "{s} cm is the sloping side. The height stands straight up: {h} cm.",
        ),
        Slip("adds", lambda p: p.b + p.h, "You added the lengths. Area multiplies them."),
        Slip("half_sum", lambda p: Fraction(p.b + p.h, 2), "Multiply base and height, then halve."),
        Slip("sloping_box", lambda p: p.b * p.s, "Use the height {h} cm, and halve at the end."),
    ),
    hints=(
        "Picture the box around the triangle. How much of it is filled?",
        "The height is the line that stands straight on the base.",
    ),
    steps=(
        Step("Base times height is the full box.", "{b} * {h}", "{box}"),
        Step("Half of it is the triangle.", "{box} ÷ 2", "{shown}"),
    ),
    form=DECIMAL,
    unit="cm²",
    figure=lambda p: figures.triangle(say(_TRIANGLE_ALT, p), f"{p.b} cm", f"{p.h} cm", f"{p.s} cm"),
    alt=_TRIANGLE_ALT,
)

FAMILIES = (_PERIMETER, _SIDE, _L_SHAPE, _TRIANGLE)

"""Points on the grid: mirrors and midpoints."""

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_REFLECT = Family(
    id="math.coordinates.reflect",
    skill="math.coordinates",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"x": range(-9, 10), "y": range(-9, 10), "axis": ("x", "y")},
    derive=lambda p: {
        "new": (p.x, -p.y) if p.axis == "x" else (-p.x, p.y),
        "other": "y" if p.axis == "x" else "x",
        "fx": 1 if p.axis == "x" else -1,
        "fy": -1 if p.axis == "x" else 1,
        "xs": signed(p.x),
        "ys": signed(p.y),
        "nx": p.x if p.axis == "x" else -p.x,
        "ny": -p.y if p.axis == "x" else p.y,
    },
    where=(lambda p: p.x and p.y and abs(p.x) != abs(p.y),),
    stem="The point ({x}, {y}) is mirrored in the {axis}-axis. Where does it land?",
    key=lambda p: p.new,
    checker=lambda p, v: (
        v[0] == p.x and v[1] + p.y == 0 if p.axis == "x" else v[0] + p.x == 0 and v[1] == p.y
    ),
    misconceptions=(
        Slip(
            "other_axis",
            lambda p: (-p.new[0], -p.new[1]),
            "That is mirrored in the other axis. The {axis}-axis is the mirror here.",
        ),
        Slip(
            "both_signs",
            lambda p: (-p.x, -p.y),
            "Only one number changes its sign: the distance from the {axis}-axis.",
        ),
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two numbers. A mirror does not."),
        Slip(
            "swapped_sign",
            lambda p: (p.new[1], p.new[0]),
            "The signs are right, but the numbers changed places. First x, then y.",
        ),
        Slip(
            "swapped_other",
            lambda p: (-p.y, -p.x),
            "The numbers must stay in their places. Only one sign changes.",
        ),
        Slip("stays", lambda p: (p.x, p.y), "The point moves to the other side of the mirror."),
    ),
    hints=(
        "A mirror keeps the distance and changes the side.",
        "Mirrored in the {axis}-axis, the {axis} number stays. What happens to {other}?",
    ),
    steps=(
        Step("The first number:", "{fx} * {xs}", "{nx}"),
        Step("The second number:", "{fy} * {ys}", "{ny}"),
    ),
    form=POINT,
)

_MIDPOINT = Family(
    id="math.coordinates.midpoint",
    skill="math.coordinates_lines",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={"x": range(-8, 9), "y": range(-8, 9), "u": range(-5, 6), "v": range(-5, 6)},
    derive=lambda p: {"c": p.x + 2 * p.u, "d": p.y + 2 * p.v, "mx": p.x + p.u, "my": p.y + p.v},
    where=(lambda p: p.u and p.v and p.mx and p.my and p.mx != p.my,),
    stem="Which point is halfway between ({x}, {y}) and ({c}, {d})?",
    key=lambda p: (p.mx, p.my),
    checker=lambda p, v: v[0] - p.x == p.c - v[0] and v[1] - p.y == p.d - v[1],
    misconceptions=(
        Slip(
            "half_difference",
            lambda p: (p.u, p.v),
            "You halved the differences. Halve the sums.",
        ),
        Slip("sums", lambda p: (p.x + p.c, p.y + p.d), "You added. Halfway is half of the sum."),
        Slip("swapped", lambda p: (p.my, p.mx), "You swapped the two. First x, then y."),
        Slip("differences", lambda p: (2 * p.u, 2 * p.v), "That is how far apart they are."),
    ),
    hints=(
        "Find the middle of the x values, then of the y values.",
        "The middle of two numbers is half of their sum.",
    ),
    steps=lambda p: (
        Step("The middle of the x values:", f"({p.x} + ({p.c})) ÷ 2", f"{p.mx}"),
        Step("The middle of the y values:", f"({p.y} + ({p.d})) ÷ 2", f"{p.my}"),
    ),
    form=POINT,
)

FAMILIES = (_REFLECT, _MIDPOINT)

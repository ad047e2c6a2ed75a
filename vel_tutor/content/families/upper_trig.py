"""Right triangles: sine, cosine and tangent as ratios of sides."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.vocabulary import ItemFormat

_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (20, 21, 29),
    (9, 40, 41),
    (12, 35, 37),
    (11, 60, 61),
    (28, 45, 53),
    (33, 56, 65),
)
_NAMES = ("sin", "cos", "tan")
_PARTS = {"sin": ("a", "c"), "cos": ("b", "c"), "tan": ("a", "b")}
_MEANING = {
    "sin": "the side across over the longest side",
    "cos": "the side next to it over the longest side",
    "tan": "the side across over the side next to it",
}
_FIGURE = "A right triangle. The side across from angle A is {a} cm, the side next to it is {b} cm."

_RATIO = Family(
    id="math.right_triangle_trig.ratio",
    skill="math.right_triangle_trig",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={"t": _TRIPLES, "k": range(1, 6), "turn": (True, False), "f": _NAMES},
    derive=lambda p: {
        "a": p.k * p.t[0 if p.turn else 1],
        "b": p.k * p.t[1 if p.turn else 0],
        "c": p.k * p.t[2],
        "cc": (p.k * p.t[2]) ** 2,
        "meaning": _MEANING[p.f],
        **_sides(p),
    },
    canon=lambda p: (p.t, p.k, p.turn, p.f),
    stem=(
        "In a right triangle, the side across from angle A is {a} cm, and the side next to it is"
        " {b} cm. What is {f} A, as a fraction?"
    ),
    key=lambda p: Fraction(p.top, p.bottom),
    checker=lambda p, v: (
        v > 0 and v * v * p.bottom**2 == (p.c**2 - p.left_out**2 if p.f != "tan" else p.a**2)
    ),
    misconceptions=(
        Slip("upside_down", lambda p: Fraction(p.bottom, p.top), "Turn it over: {f} is {meaning}."),
        Slip(
            "sine_for_other",
            lambda p: Fraction(p.a, p.c),
            "That is the sine. Here {f} is {meaning}.",
        ),
        Slip(
            "cosine_for_other",
            lambda p: Fraction(p.b, p.c),
            "That is the cosine. Here {f} is {meaning}.",
        ),
        Slip(
            "tangent_for_other",
            lambda p: Fraction(p.a, p.b),
            "That is the tangent. Here {f} is {meaning}.",
        ),
        Slip(
            "tangent_turned",
            lambda p: Fraction(p.b, p.a),
            "{f} is {meaning}. You have other sides.",
        ),
        Slip(
            "sum_for_longest",
            lambda p: Fraction(p.top, p.a + p.b),
            "The longest side is not the sum of the other two. Use squares.",
        ),
    ),
    hints=(
        "Which two sides does {f} compare?",
        "{f} is {meaning}. Find the longest side if you need it.",
    ),
    steps=lambda p: (
        Step("The longest side squared:", f"{p.a}^2 + {p.b}^2", f"{p.cc}"),
        Step("The longest side:", f"sqrt({p.cc})", f"{p.c}"),
        Step(say("{f} is {meaning}:", p), f"{p.top} ÷ {p.bottom}", f"{Fraction(p.top, p.bottom)}"),
    ),
    form=RATIONAL,
    figure=lambda p: figures.right_triangle(say(_FIGURE, p), f"{p.a} cm", f"{p.b} cm", ""),
    alt=_FIGURE,
)


def _sides(p: Params) -> dict[str, int]:
    a, b, c = p.k * p.t[0 if p.turn else 1], p.k * p.t[1 if p.turn else 0], p.k * p.t[2]
    lengths = {"a": a, "b": b, "c": c}
    top, bottom = _PARTS[p.f]
    left_out = ({"a", "b"} - {top}).pop()
    return {"top": lengths[top], "bottom": lengths[bottom], "left_out": lengths[left_out]}


FAMILIES = (_RATIO,)

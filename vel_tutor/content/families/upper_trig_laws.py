"""Any triangle: the laws of sines and cosines, and its area."""

from fractions import Fraction
from math import isqrt

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.vocabulary import ItemFormat


def _third_square(a: int, b: int, degrees: int) -> int:
    return a * a + b * b + (a * b if degrees == 120 else -a * b)


_SIDES = tuple(
    (a, b, degrees)
    for a in range(3, 90)
    for b in range(a + 1, 90)
    for degrees in (60, 120)
    if isqrt(_third_square(a, b, degrees)) ** 2 == _third_square(a, b, degrees)
)

_COSINES = Family(
    id="math.triangle_laws.cosines",
    skill="math.triangle_laws",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={"sides": _SIDES, "turn": (True, False), "unit_name": ("m", "km", "cm")},
    derive=lambda p: {
        "a": p.sides[0 if p.turn else 1],
        "b": p.sides[1 if p.turn else 0],
        "deg": p.sides[2],
        "square": _third_square(*p.sides),
        "c": isqrt(_third_square(*p.sides)),
    },
    where=(lambda p: p.c < 130,),
    canon=lambda p: (p.sides, p.turn),
    stem=(
        "Two sides of a triangle are {a} {unit_name} and {b} {unit_name} long, and the angle"
        " between them is {deg}°. How long is the third side?"
    ),
    key=lambda p: p.c,
    checker=lambda p, v: v > 0 and _by_height(p, v),
    misconceptions=(
        Slip("not_rooted", lambda p: p.square, "That is the square of the side. Take the root."),
        Slip(
            "no_cosine",
            lambda p: abs(p.a - p.b),
            "Twice the product is still multiplied by the cosine of {deg}°.",
        ),
        Slip("adds", lambda p: p.a + p.b, "Going straight is shorter than along both sides."),
        Slip("the_longer", lambda p: max(p.a, p.b), "That would need another angle between them."),
        Slip("mean", lambda p: Fraction(p.a + p.b, 2), "The third side is not the mean of both."),
    ),
    hints=(
        "Use the law of cosines. What is the cosine of {deg}°?",
        "Add both squares, and take twice the product times the cosine away.",
    ),
    steps=(
        Step(
            "The square of the third side:",
            "{a}^2 + {b}^2 - 2 * {a} * {b} * cos({deg}°)",
            "{square}",
        ),
        Step("The root:", "sqrt({square})", "{c}"),
    ),
    form=RATIONAL,
    unit="{unit_name}",
)


def _by_height(p: Params, third: Fraction | int) -> bool:
    """The height on one side cuts the triangle into two right ones."""
    foot = Fraction(p.b if p.deg == 60 else -p.b, 2)
    height_squared = Fraction(3 * p.b * p.b, 4)
    return (p.a - foot) ** 2 + height_squared == third * third


_NICE = (30, 45, 60, 120, 135)

_SINES = Family(
    id="math.triangle_laws.sines",
    skill="math.triangle_laws",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=90,
    params={"n": range(2, 31), "one": _NICE, "two": _NICE},
    derive=lambda p: {
        "value": _sine(p.two) / _sine(p.one) * Fraction(p.n),
        "key": surds.written(_sine(p.two) / _sine(p.one) * Fraction(p.n)),
        "ratio": surds.written(_sine(p.two) / _sine(p.one)),
    },
    where=(lambda p: p.one + p.two < 170 and _sine(p.one) != _sine(p.two),),
    stem=(
        "In a triangle, the side across from an angle of {one}° is {n} cm. How long is the side"
        " across from an angle of {two}°? Give the exact number, like 4sqrt(3)."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _squares_fit(p, v),
    misconceptions=(
        Slip(
            "turned",
            lambda p: surds.written(_sine(p.one) / _sine(p.two) * Fraction(p.n)),
            "You divided the other way round. Each side belongs to the sine of its angle.",
        ),
        Slip(
            "angles",
            lambda p: str(Fraction(p.n * p.two, p.one)),
            "Sides go with the sines of the angles, not with the angles.",
        ),
        Slip(
            "sine_only",
            lambda p: surds.written(_sine(p.two) * Fraction(p.n)),
            "Divide by the sine of {one}° as well.",
        ),
        Slip("same", lambda p: str(p.n), "The angles differ in their sines, so the sides differ."),
        Slip(
            "product",
            lambda p: surds.written(_sine(p.one) * _sine(p.two) * Fraction(p.n)),
            "Multiply by one sine and divide by the other.",
        ),
    ),
    hints=(
        "Side over sine of its angle is the same for all three sides.",
        "So the side is {n}, times the sine of {two}°, over the sine of {one}°.",
    ),
    steps=(
        Step("The ratio of the sines:", "sin({two}°)/sin({one}°)", "{ratio}"),
        Step("Times the known side:", "{n} * sin({two}°)/sin({one}°)", "{key}"),
    ),
    form=EXPRESSION,
    must="surd",
)


def _sine(degrees: int) -> surds.Exact:
    return surds.sine(surds.PI * Fraction(degrees, 180))


_SQUARES = {
    30: Fraction(1, 4),
    45: Fraction(1, 2),
    60: Fraction(3, 4),
    120: Fraction(3, 4),
    135: Fraction(1, 2),
    150: Fraction(1, 4),
}


def _squares_fit(p: Params, text: str) -> bool:
    value = arith.exact(arith.parse(text))
    return value * value * _SQUARES[p.one] == p.n**2 * _SQUARES[p.two]


_AREA = Family(
    id="math.triangle_laws.area",
    skill="math.triangle_laws",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=70,
    params={"a": range(3, 25), "b": range(3, 25), "deg": tuple(_SQUARES)},
    derive=lambda p: {
        "product": p.a * p.b,
        "sine": surds.written(_sine(p.deg)),
        "key": surds.written(_sine(p.deg) * Fraction(p.a * p.b, 2)),
    },
    where=(lambda p: p.a != p.b,),
    stem=(
        "Two sides of a triangle are {a} cm and {b} cm long, with {deg}° between them. What is its"
        " area in cm², exactly? Write roots like 4sqrt(3)."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _area_fits(p, v),
    misconceptions=(
        Slip(
            "not_halved",
            lambda p: surds.written(_sine(p.deg) * Fraction(p.a * p.b)),
            "That is the parallelogram. The triangle is half of it.",
        ),
        Slip(
            "right_angle",
            lambda p: str(Fraction(p.a * p.b, 2)),
            "That would be right for 90° only. Multiply by the sine of {deg}°.",
        ),
        Slip(
            "cosine",
            lambda p: surds.written(
                surds.cosine(surds.PI * Fraction(p.deg, 180)) * Fraction(p.a * p.b, 2)
            ),
            "You used the cosine. The height comes from the sine.",
        ),
        Slip(
            "adds",
            lambda p: surds.written(_sine(p.deg) * Fraction(p.a + p.b, 2)),
            "Multiply the two sides, do not add them.",
        ),
        Slip("product", lambda p: str(p.product), "Take half, and multiply by the sine of {deg}°."),
    ),
    hints=(
        "How high is the triangle above the side of {a} cm?",
        "The height is {b} cm times the sine of {deg}°.",
    ),
    steps=(
        Step("The sine of the angle:", "sin({deg}°)", "{sine}"),
        Step("Half of the product, times the sine:", "{product}/2 * sin({deg}°)", "{key}"),
    ),
    form=EXPRESSION,
    must="surd",
)


def _area_fits(p: Params, text: str) -> bool:
    value = arith.exact(arith.parse(text))
    return (
        not text.startswith("-") and value * value * Fraction(4) == p.product**2 * _SQUARES[p.deg]
    )


FAMILIES = (_COSINES, _SINES, _AREA)

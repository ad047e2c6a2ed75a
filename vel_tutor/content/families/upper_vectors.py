"""Vectors: sums, lengths, right angles, parts along another one."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT, RATIONAL
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_COMBINE = Family(
    id="math.vectors.combine",
    skill="math.vectors",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "a": range(-9, 10),
        "b": range(-9, 10),
        "c": range(-9, 10),
        "d": range(-9, 10),
        "k": range(2, 6),
        "m": range(2, 6),
    },
    derive=lambda p: {
        "x": p.k * p.a - p.m * p.c,
        "y": p.k * p.b - p.m * p.d,
        "as_": signed(p.a),
        "bs": signed(p.b),
        "cs": signed(p.c),
        "ds": signed(p.d),
    },
    where=(lambda p: p.a and p.b and p.c and p.d and p.k != p.m and p.x != p.y,),
    stem=(
        "u = ({a}, {b}) and v = ({c}, {d}) are vectors. What is [[{k}u - {m}v]]? Write it like"
        " (3, -2)."
    ),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: (v[0] + p.m * p.c, v[1] + p.m * p.d) == (p.k * p.a, p.k * p.b),
    misconceptions=(
        Slip(
            "adds",
            lambda p: (p.k * p.a + p.m * p.c, p.k * p.b + p.m * p.d),
            "{m}v is taken away. Mind the signs.",
        ),
        Slip(
            "factors_swapped",
            lambda p: (p.m * p.a - p.k * p.c, p.m * p.b - p.k * p.d),
            "{k} belongs to u and {m} to v.",
        ),
        Slip(
            "no_second_factor",
            lambda p: (p.k * p.a - p.c, p.k * p.b - p.d),
            "Multiply v by {m} before you take it away.",
        ),
        Slip(
            "second_part_plus",
            lambda p: (p.x, p.k * p.b + p.m * p.d),
            "The first number is right. Take away in the second one too.",
        ),
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two numbers."),
    ),
    hints=(
        "Multiply each vector by its factor, number by number.",
        "First numbers: {k} times {a}, less {m} times {c}.",
    ),
    steps=(
        Step("The first number:", "{k} * {as_} - {m} * {cs}", "{x}"),
        Step("The second number:", "{k} * {bs} - {m} * {ds}", "{y}"),
    ),
    form=POINT,
)

_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (20, 21, 29),
    (1, 2, 2, 3),
    (2, 3, 6, 7),
    (1, 4, 8, 9),
    (4, 4, 7, 9),
    (2, 6, 9, 11),
    (6, 6, 7, 11),
)

_LENGTH = Family(
    id="math.vectors.length",
    skill="math.vectors",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "t": _TRIPLES,
        "k": range(1, 6),
        "x": range(-9, 10),
        "y": range(-9, 10),
        "z": range(-9, 10),
        "s": (1, -1),
    },
    derive=lambda p: {
        "steps3": len(p.t) == 4,
        "start": f"({p.x}, {p.y}, {p.z})" if len(p.t) == 4 else f"({p.x}, {p.y})",
        "move": tuple(p.k * d * (p.s if i == 1 else 1) for i, d in enumerate(p.t[:-1])),
        "end": "("
        + ", ".join(
            str(at + p.k * d * (p.s if i == 1 else 1))
            for i, (at, d) in enumerate(zip((p.x, p.y, p.z), p.t[:-1], strict=False))
        )
        + ")",
        "length": p.k * p.t[-1],
        "square": (p.k * p.t[-1]) ** 2,
    },
    canon=lambda p: (p.t, p.k, p.s, p.start),
    stem="How long is the vector that leads from {start} to {end}?",
    key=lambda p: p.length,
    checker=lambda p, v: v > 0 and v * v == sum(d * d for d in p.move),
    misconceptions=(
        Slip(
            "adds",
            lambda p: sum(abs(d) for d in p.move),
            "You added the steps. Add their squares, then take the root.",
        ),
        Slip("not_rooted", lambda p: p.square, "That is the square of the length."),
        Slip("signed_sum", lambda p: abs(sum(p.move)), "Square the steps before you add them."),
        Slip(
            "largest_step", lambda p: max(abs(d) for d in p.move), "That is the largest step alone."
        ),
        Slip(
            "double_instead", lambda p: 2 * sum(abs(d) for d in p.move), "Squaring is not doubling."
        ),
    ),
    hints=(
        "What are the steps in each direction: end minus start?",
        "The length is the root of the sum of the squared steps.",
    ),
    steps=lambda p: (
        Step(
            "The squares of the steps:", " + ".join(f"{signed(d)}^2" for d in p.move), f"{p.square}"
        ),
        Step("The root:", f"sqrt({p.square})", f"{p.length}"),
    ),
    form=RATIONAL,
)

_RIGHT = Family(
    id="math.vectors.right_angle",
    skill="math.vectors",
    grade=12,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={
        "a": range(-9, 10),
        "b": range(-9, 10),
        "c": range(-9, 10),
        "d": range(-9, 10),
        "e": range(-9, 10),
    },
    derive=lambda p: {
        "k": Fraction(-p.a * p.c - p.b * p.d, p.e) if p.e else 0,
        "one": p.a * p.c,
        "two": p.b * p.d,
        "sum": p.a * p.c + p.b * p.d,
        "needed": -p.a * p.c - p.b * p.d,
        "as_": signed(p.a),
        "bs": signed(p.b),
        "cs": signed(p.c),
        "ds": signed(p.d),
        "es": signed(p.e),
        "sums": signed(p.a * p.c + p.b * p.d),
    },
    where=(
        lambda p: p.a and p.b and p.c and p.d and abs(p.e) > 1 and p.sum and p.k.denominator < 5,
    ),
    stem="For which k are the vectors ({a}, {b}, {e}) and ({c}, {d}, k) at a right angle?",
    key=lambda p: p.k,
    checker=lambda p, v: p.a * p.c + p.b * p.d + p.e * v == 0,
    misconceptions=(
        Slip("sign", lambda p: -p.k, "All three products together must be 0. Check the sign."),
        Slip("not_divided", lambda p: -p.sum, "That is {e} times k. Divide by {e}."),
        Slip(
            "makes_one",
            lambda p: Fraction(1 - p.sum, p.e),
            "At a right angle the products add up to 0, not to 1.",
        ),
        Slip(
            "parallel",
            lambda p: Fraction(p.e * p.c, p.a),
            "That is for vectors that point the same way, not at a right angle.",
        ),
        Slip(
            "cross_products",
            lambda p: Fraction(-p.a * p.d - p.b * p.c, p.e),
            "Multiply first with first, second with second.",
        ),
        Slip(
            "difference", lambda p: Fraction(p.two - p.one, p.e), "Add the products of the parts."
        ),
    ),
    hints=("Multiply the parts pairwise and add.", "At a right angle this sum is 0."),
    steps=(
        Step("The two products that are known:", "{as_} * {cs} + {bs} * {ds}", "{sum}"),
        Step("{e} times k must make up for it.", "0 - {sums}", "{needed}"),
        Step("Divide.", "{needed} ÷ {es}", "{k}"),
    ),
    form=RATIONAL,
)

_ANGLE = Family(
    id="math.vectors.cosine",
    skill="math.vectors",
    grade=12,
    format=ItemFormat.FRACTION,
    time_s=80,
    params={
        "s": _TRIPLES[:5],
        "t": _TRIPLES[:5],
        "k": range(1, 4),
        "m": range(1, 4),
        "f": (1, -1),
        "g": (1, -1),
        "turn": (True, False),
    },
    derive=lambda p: {
        "a": p.k * p.s[0],
        "b": p.f * p.k * p.s[1],
        "c": p.m * p.t[0 if p.turn else 1],
        "d": p.g * p.m * p.t[1 if p.turn else 0],
        "one": p.k * p.s[2],
        "two": p.m * p.t[2],
        "dot": p.k
        * p.m
        * (p.s[0] * p.t[0 if p.turn else 1] + p.f * p.g * p.s[1] * p.t[1 if p.turn else 0]),
        "product": p.k * p.m * p.s[2] * p.t[2],
        "cos": Fraction(
            p.s[0] * p.t[0 if p.turn else 1] + p.f * p.g * p.s[1] * p.t[1 if p.turn else 0],
            p.s[2] * p.t[2],
        ),
    },
    where=(lambda p: p.dot and abs(p.dot) != p.product,),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="What is the cosine of the angle between the vectors ({a}, {b}) and ({c}, {d})?",
    key=lambda p: Fraction(p.dot, p.product),
    checker=lambda p, v: _by_third_side(p.a, p.b, p.c, p.d, v * p.product),
    misconceptions=(
        Slip(
            "not_divided", lambda p: p.dot, "Almost there: divide by both lengths, {one} and {two}."
        ),
        Slip(
            "one_length",
            lambda p: Fraction(p.dot, p.one),
            "Divide by the length of the second vector as well.",
        ),
        Slip(
            "sum_of_lengths",
            lambda p: Fraction(p.dot, p.one + p.two),
            "Divide by the product of the lengths, not by their sum.",
        ),
        Slip("sign_lost", lambda p: Fraction(-p.dot, p.product), "Check the sign of the products."),
        Slip(
            "upside_down",
            lambda p: Fraction(p.product, p.dot),
            "A cosine lies between -1 and 1. Turn it over.",
        ),
    ),
    hints=(
        "Multiply pairwise, add, and divide by both lengths.",
        "The lengths are {one} and {two}.",
    ),
    steps=(
        Step("The products of the parts:", "({a}) * ({c}) + ({b}) * ({d})", "{dot}"),
        Step(
            "Both lengths, multiplied:",
            "sqrt(({a})^2 + ({b})^2) * sqrt(({c})^2 + ({d})^2)",
            "{product}",
        ),
        Step("The cosine:", "{dot} ÷ {product}", "{cos}"),
    ),
    form=RATIONAL,
)


def _by_third_side(a: int, b: int, c: int, d: int, dot: Fraction) -> bool:
    """The law of cosines for the triangle that both vectors span."""
    third = (a - c) ** 2 + (b - d) ** 2
    return third == a * a + b * b + c * c + d * d - 2 * dot


FAMILIES = (_COMBINE, _LENGTH, _RIGHT, _ANGLE)

"""Matrices with two rows: products, determinants, systems."""

from fractions import Fraction

from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, POINT, RATIONAL
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat


def _matrix(a: object, b: object, c: object, d: object) -> str:
    return rf"\(\begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}\)"


_SMALL = range(-6, 7)
_SOME = tuple(n for n in _SMALL if n)

_PRODUCT = Family(
    id="math.matrices.product",
    skill="math.matrices",
    grade=12,
    format=ItemFormat.TABLE,
    time_s=100,
    params=dict.fromkeys("abcdefgh", _SOME),
    derive=lambda p: {
        "one": _matrix(p.a, p.b, p.c, p.d),
        "two": _matrix(p.e, p.f, p.g, p.h),
        "rows": _times(p),
    },
    where=(lambda p: len(set(_times(p))) > 2,),
    canon=lambda p: tuple(p[name] for name in "abcdefgh"),
    stem=lambda p: f"What is the product {p.one} times {p.two}? Fill in its numbers.",
    grid=lambda p: (("", "column 1", "column 2"), ("row 1", BLANK, BLANK), ("row 2", BLANK, BLANK)),
    key=lambda p: p.rows,
    checker=lambda p, v: all(
        (v[0] * x + v[1] * y, v[2] * x + v[3] * y) == _applied(p, x, y)
        for x, y in ((1, 0), (0, 1), (2, 3))
    ),
    misconceptions=(
        Slip(
            "part_by_part",
            lambda p: (p.a * p.e, p.b * p.f, p.c * p.g, p.d * p.h),
            "You multiplied number by number. A row meets a column: two products are added.",
        ),
        Slip(
            "other_order",
            lambda p: (
                p.e * p.a + p.f * p.c,
                p.e * p.b + p.f * p.d,
                p.g * p.a + p.h * p.c,
                p.g * p.b + p.h * p.d,
            ),
            "That is the second times the first. The order matters.",
        ),
        Slip(
            "row_by_row",
            lambda p: (
                p.a * p.e + p.b * p.f,
                p.a * p.g + p.b * p.h,
                p.c * p.e + p.d * p.f,
                p.c * p.g + p.d * p.h,
            ),
            "You multiplied rows with rows. Take the columns of the second one.",
        ),
        Slip(
            "sums",
            lambda p: (p.a + p.e, p.b + p.f, p.c + p.g, p.d + p.h),
            "That is the sum of the two.",
        ),
        Slip(
            "turned",
            lambda p: (p.rows[0], p.rows[2], p.rows[1], p.rows[3]),
            "Rows and columns changed places.",
        ),
    ),
    hints=(
        "Take a row of the first and a column of the second.",
        "Row 1 and column 1: multiply first with first, second with second, and add.",
    ),
    steps=lambda p: (
        Step("Row 1 with column 1:", _sum(p.a, p.e, p.b, p.g), f"{p.rows[0]}"),
        Step("Row 1 with column 2:", _sum(p.a, p.f, p.b, p.h), f"{p.rows[1]}"),
        Step("Row 2 with column 1:", _sum(p.c, p.e, p.d, p.g), f"{p.rows[2]}"),
        Step("Row 2 with column 2:", _sum(p.c, p.f, p.d, p.h), f"{p.rows[3]}"),
    ),
    form=INTEGER,
)


def _times(p: Params) -> tuple[int, int, int, int]:
    return (
        p.a * p.e + p.b * p.g,
        p.a * p.f + p.b * p.h,
        p.c * p.e + p.d * p.g,
        p.c * p.f + p.d * p.h,
    )


def _applied(p: Params, x: int, y: int) -> tuple[int, int]:
    """The second matrix, then the first, on a column."""
    inner = (p.e * x + p.f * y, p.g * x + p.h * y)
    return p.a * inner[0] + p.b * inner[1], p.c * inner[0] + p.d * inner[1]


def _sum(a: int, b: int, c: int, d: int) -> str:
    return f"{signed(a)} * {signed(b)} + {signed(c)} * {signed(d)}"


_DETERMINANT = Family(
    id="math.matrices.no_inverse",
    skill="math.matrices",
    grade=12,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={"a": range(-9, 10), "b": range(-9, 10), "c": range(-9, 10), "n": range(-12, 13)},
    derive=lambda p: {
        "k": Fraction(p.n + p.b * p.c, p.a) if p.a else 0,
        "cross": p.b * p.c,
        "right": p.n + p.b * p.c,
        "bs": signed(p.b),
        "cs": signed(p.c),
        "as_": signed(p.a),
        "shown": _matrix(p.a, p.b, p.c, "k"),
    },
    where=(lambda p: abs(p.a) > 1 and p.b and p.c and p.n and p.k.denominator < 4 and p.k,),
    stem=lambda p: f"The determinant of {p.shown} is {p.n}. What is k?",
    key=lambda p: p.k,
    checker=lambda p, v: p.a * v - p.b * p.c == p.n,
    misconceptions=(
        Slip(
            "plus",
            lambda p: Fraction(p.n - p.cross, p.a),
            "The second product is taken away: {a}k minus {cross}.",
        ),
        Slip(
            "rows_multiplied",
            lambda p: Fraction(p.n + p.a * p.b, p.c),
            "Multiply crosswise: {a} with k, {b} with {c}.",
        ),
        Slip("not_divided", lambda p: p.right, "That is {a} times k. Divide by {a}."),
        Slip(
            "cross_left_out",
            lambda p: Fraction(p.n, p.a),
            "The second product, {cross}, counts too.",
        ),
        Slip("sign", lambda p: -p.k, "Check the sign: put your number in."),
    ),
    hints=(
        "Crosswise: one product minus the other.",
        "{a} times k, minus {b} times {c}, must be {n}.",
    ),
    steps=(
        Step("The product that is taken away:", "{bs} * {cs}", "{cross}"),
        Step("So {a} times k is:", "{n} + ({cross})", "{right}"),
        Step("Divide.", "{right} ÷ {as_}", "{k}"),
    ),
    form=RATIONAL,
)


def _solved(p: Params) -> dict[str, object]:
    det = p.a * p.d - p.b * p.c
    s, t = p.a * p.x + p.b * p.y, p.c * p.x + p.d * p.y
    return {
        "det": det,
        "s": s,
        "t": t,
        "shown": _matrix(p.a, p.b, p.c, p.d),
        "top_x": p.d * s - p.b * t,
        "top_y": p.a * t - p.c * s,
        "x_text": f"{signed(p.d)} * {signed(s)} - {signed(p.b)} * {signed(t)}",
        "y_text": f"{signed(p.a)} * {signed(t)} - {signed(p.c)} * {signed(s)}",
        "det_text": f"{signed(p.a)} * {signed(p.d)} - {signed(p.b)} * {signed(p.c)}",
        "dets": signed(det),
        "wrong_x": p.d * s + p.b * t,
        "wrong_y": p.a * t + p.c * s,
    }


_INVERSE = Family(
    id="math.matrices.solve",
    skill="math.matrices",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=110,
    params=dict.fromkeys("abcdxy", _SOME),
    derive=_solved,
    where=(lambda p: abs(p.det) > 1 and p.x != p.y and abs(p.x) != abs(p.y),),
    canon=lambda p: tuple(p[name] for name in "abcdxy"),
    stem=lambda p: (
        f"Which column (x, y) does {p.shown} turn into ({p.s}, {p.t})? Write it like (3, -2)."
    ),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: (p.a * v[0] + p.b * v[1], p.c * v[0] + p.d * v[1]) == (p.s, p.t),
    misconceptions=(
        Slip(
            "forward",
            lambda p: (p.a * p.s + p.b * p.t, p.c * p.s + p.d * p.t),
            "You used the matrix once more. Undo it with the inverse.",
        ),
        Slip("not_divided", lambda p: (p.top_x, p.top_y), "Divide by the determinant {det}."),
        Slip(
            "signs_stay",
            lambda p: (Fraction(p.wrong_x, p.det), Fraction(p.wrong_y, p.det)),
            "In the inverse {b} and {c} change their signs.",
        ),
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two numbers. First x, then y."),
        Slip(
            "determinant_sign", lambda p: (-p.x, -p.y), "Check the sign of the determinant {det}."
        ),
    ),
    hints=(
        "Use the inverse, or solve two equations.",
        "Swap {a} and {d}, turn the signs of {b} and {c}, and divide by the determinant.",
    ),
    steps=(
        Step("The determinant:", "{det_text}", "{det}"),
        Step("The first row of the inverse, before dividing:", "{x_text}", "{top_x}"),
        Step("The second row:", "{y_text}", "{top_y}"),
        Step("Divide by the determinant: x.", "{top_x} ÷ {dets}", "{x}"),
        Step("And y.", "{top_y} ÷ {dets}", "{y}"),
    ),
    form=POINT,
)

FAMILIES = (_PRODUCT, _DETERMINANT, _INVERSE)

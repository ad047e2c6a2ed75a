"""Irrational numbers: between which whole numbers they lie, and telling them from others."""

from math import isqrt

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat

_RATIONALS = (
    ("sqrt({square})", "{square} is the square of {root}, so its root is a whole number."),
    ("{a}/{b}", "A fraction of whole numbers is rational."),
    ("-{a}.{b}", "A decimal that ends is rational: it is a fraction of 10."),
    ("sqrt({square})/{b}", "The root is {root}, so this is a fraction of whole numbers."),
    ("{root} - sqrt({square})", "The root is {root}, so this comes to 0."),
)

_WHICH = Family(
    id="math.irrational.which",
    skill="math.irrational",
    grade=8,
    format=ItemFormat.MULTI,
    time_s=50,
    params={
        "n": range(2, 99),
        "m": range(2, 99),
        "root": range(2, 13),
        "a": range(2, 12),
        "b": range(3, 10),
    },
    derive=lambda p: {
        "square": p.root**2,
        "shown": {
            "first": tex(f"sqrt({p.n})"),
            "second": tex(f"{p.a} + sqrt({p.m})"),
        },
        "options": tuple(
            tex(text.format(a=p.a, b=p.b, root=p.root, square=p.root**2)) for text, _ in _RATIONALS
        ),
    },
    where=(
        lambda p: not _is_square(p.n) and not _is_square(p.m) and p.n != p.m,
        lambda p: p.a % p.b and p.root % p.b,
    ),
    canon=lambda p: (p.n, p.m, p.root, p.a, p.b),
    stem="Which of these numbers are irrational? Choose all.",
    key=lambda p: (p.shown["first"], p.shown["second"]),
    checker=lambda p, v: (
        not any(_is_square(int(part.split("}")[0])) for part in v.split("sqrt{")[1:])
        and "sqrt" in v
    ),
    misconceptions=tuple(
        Slip(name, lambda p, at=at: p.options[at], _RATIONALS[at][1])
        for at, name in enumerate(
            ("every_root", "every_fraction", "every_decimal", "root_in_fraction", "root_in_sum")
        )
    ),
    hints=(
        "A number is rational if it can be written as a fraction of whole numbers.",
        "Which of the roots come out as whole numbers?",
    ),
    steps=lambda p: (
        Step("This root is a whole number:", f"sqrt({p.square})", f"{p.root}"),
        Step(f"{p.n} and {p.m} are no squares of whole numbers, so their roots never end."),
    ),
    form=TEXT,
)


def _is_square(number: int) -> bool:
    return any(root * root == number for root in range(number + 1))


_BETWEEN = Family(
    id="math.irrational.between",
    skill="math.irrational",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={"n": range(5, 400), "sign": (1, -1)},
    derive=lambda p: {
        "low": isqrt(p.n),
        "high": isqrt(p.n) + 1,
        "low2": isqrt(p.n) ** 2,
        "high2": (isqrt(p.n) + 1) ** 2,
        "half": p.n // 2,
        "root": tex(f"sqrt({p.n})") if p.sign > 0 else tex(f"-sqrt({p.n})"),
        "shown": tex(f"sqrt({p.n})"),
    },
    where=(lambda p: isqrt(p.n) ** 2 != p.n and p.half > p.high + 2,),
    stem="Between which two whole numbers does {root} lie?",
    key=lambda p: _pair(p.low, p.sign),
    checker=lambda p, v: _encloses(p, v),
    misconceptions=(
        Slip("half", lambda p: _pair(p.half, p.sign), "A root is not half of {n}."),
        Slip("too_low", lambda p: _pair(p.low - 1, p.sign), "{low} squared is only {low2}: go on."),
        Slip("too_high", lambda p: _pair(p.high, p.sign), "{high} squared is {high2}: too much."),
        Slip("number_itself", lambda p: _pair(p.n, p.sign), "The number under the root is {n}."),
        Slip("other_side", lambda p: _pair(p.low, -p.sign), "Check the sign before the root."),
        Slip(
            "quarter",
            lambda p: _pair(p.n // 4, p.sign) if p.n // 4 != p.low else None,
            "Halving two times is no root. Square the numbers to test.",
        ),
    ),
    hints=("Which square numbers are near {n}?", "Square 2, 3, 4, ... till you pass {n}."),
    steps=(
        Step("This square is below {n}.", "{low}^2", "{low2}"),
        Step("This one is above it.", "{high}^2", "{high2}"),
    ),
    form=TEXT,
)


def _pair(low: int, sign: int) -> str:
    ends = (low, low + 1) if sign > 0 else (-low - 1, -low)
    return f"{ends[0]} and {ends[1]}".replace("-", "\N{MINUS SIGN}")


def _encloses(p: Params, shown: str) -> bool:
    low, high = (int(part) for part in shown.replace("\N{MINUS SIGN}", "-").split(" and "))
    side = 1 if low >= 0 and high > 0 else -1
    near, far = sorted((abs(low), abs(high)))
    return side == p.sign and near * near < p.n < far * far and far - near == 1


FAMILIES = (
    _WHICH,
    _BETWEEN,
)

"""How answers look: whole numbers, fractions, money, pairs, plain words.

A `Form` shows a value, tells whether two options look alike (a wrong option must not give itself
away by its form), and orders values so that the right one is not always the biggest or longest.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from vel_tutor.content import algebra, arith
from vel_tutor.content.latex import tex

Scalar = int | Fraction | str
Value = Scalar | tuple[Scalar, ...]
"""Numbers are exact; words and expressions are text; pairs and answers in parts are tuples."""


@dataclass(frozen=True)
class Form:
    """One way to write answers; `None` as a shape means the value cannot be written so."""

    name: str
    plain: Callable[[Value], str]
    show: Callable[[Value], str]
    shape: Callable[[Value], Hashable]
    norm: Callable[[Value], Hashable]
    size: Callable[[Value], float]


def _number(value: Value) -> Fraction:
    if isinstance(value, int | Fraction):
        return Fraction(value)
    raise TypeError(f"not a number: {value!r}")


def _numeric(
    name: str,
    plain: Callable[[Fraction], str],
    shape: Callable[[Fraction], Hashable],
    show: Callable[[Fraction], str] | None = None,
) -> Form:
    shown = show or plain
    return Form(
        name,
        plain=lambda v: plain(_number(v)),
        show=lambda v: shown(_number(v)),
        shape=lambda v: shape(_number(v)),
        norm=_number,
        size=lambda v: float(_number(v)),
    )


def decimal_text(value: Fraction | int, places: int | None = None) -> str:
    """An exact decimal, with as many places as it needs or exactly `places`.

    Raises:
        ValueError: the number has no such decimal.
    """
    value = Fraction(value)
    needed = next((n for n in range(9) if (value * 10**n).denominator == 1), None)
    if needed is None or (places is not None and needed > places):
        raise ValueError(f"{value} has no decimal with {places or 8} places")
    digits = needed if places is None else places
    whole, rest = divmod(abs(int(value * 10**digits)), 10**digits)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole:,}.{rest:0{digits}d}" if digits else f"{sign}{whole:,}"


def _has_places(value: Fraction, places: int) -> bool:
    return (value * 10**places).denominator == 1


def mixed_text(value: Fraction, gap: str = " ") -> str:
    """`2 1/3`; a proper fraction or a whole number stays as it is."""
    whole, rest = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole}{gap}{rest}" if whole else f"{sign}{rest}"


def decimal(places: int) -> Form:
    """Decimals with exactly `places` places, never negative."""
    return _numeric(
        f"decimal {places}",
        lambda v: decimal_text(v, places),
        lambda v: "decimal" if v >= 0 and _has_places(v, places) else None,
    )


def _fraction_shape(value: Fraction) -> Hashable:
    return ("fraction", value > 1, value < 0) if value.denominator != 1 else "whole"


def _mixed_shape(value: Fraction) -> Hashable:
    return "whole" if value.denominator == 1 else ("mixed", value > 1, value < 0)


def _money_shape(value: Fraction) -> Hashable:
    return "money" if value >= 0 and _has_places(value, 2) else None


WHOLE = _numeric(
    "whole", lambda v: f"{int(v):,}", lambda v: "whole" if v >= 0 and v.denominator == 1 else None
)
INTEGER = _numeric(
    "integer",
    lambda v: f"{int(v):,}",
    lambda v: v.denominator == 1 or None,
    show=lambda v: tex(str(v)),
)
FRACTION = _numeric("fraction", str, _fraction_shape, show=lambda v: tex(str(v)))
RATIONAL = _numeric("rational", str, lambda v: "rational", show=lambda v: tex(str(v)))
MIXED = _numeric("mixed", mixed_text, _mixed_shape, show=lambda v: tex(mixed_text(v, "_")))
DECIMAL = _numeric("decimal", decimal_text, lambda v: _has_places(v, 6) or None)
MONEY = _numeric("money", lambda v: f"${decimal_text(v, 2)}", _money_shape)
PERCENT = _numeric(
    "percent",
    lambda v: f"{decimal_text(v)}%",
    lambda v: "percent" if v >= 0 and _has_places(v, 1) else None,
)


def _words(value: Value) -> str:
    return " ".join(str(value).split())


TEXT = Form(
    "text",
    plain=_words,
    show=_words,
    shape=lambda v: "text",
    norm=lambda v: _words(v).casefold().rstrip("."),
    size=lambda v: len(_words(v)),
)

WORD = Form(
    "word",
    plain=_words,
    show=_words,
    shape=lambda v: "word",
    norm=lambda v: _words(v).casefold(),
    size=lambda v: len(_words(v)),
)


@lru_cache(maxsize=4096)
def _fingerprint(text: str) -> Hashable:
    """The same for expressions of the same value, and different for answers one meets."""
    node = arith.parse(text)
    names = algebra.letters(node)
    return tuple(
        arith.exact(node, {name: Fraction(3 * ord(name) + at, 7) for name in names})
        for at in (11, 17)
    )


EXPRESSION = Form(
    "expression",
    plain=str,
    show=lambda v: tex(str(v)),
    shape=lambda v: "expression",
    norm=lambda v: _fingerprint(str(v)),
    size=lambda v: len(str(v).replace(" ", "")),
)


def _pair(value: Value) -> tuple[int | Fraction, ...]:
    if isinstance(value, tuple):
        return tuple(_number(part) for part in value)
    raise TypeError(f"not a pair: {value!r}")


def _pairs(name: str, write: Callable[[tuple[int | Fraction, ...]], str]) -> Form:
    return Form(
        name,
        plain=lambda v: write(_pair(v)),
        show=lambda v: write(_pair(v)),
        shape=lambda v: (name, len(_pair(v))),
        norm=_pair,
        size=lambda v: float(sum(_pair(v))),
    )


POINT = _pairs("point", lambda v: f"({v[0]}, {v[1]})".replace("-", "\N{MINUS SIGN}"))
REMAINDER = _pairs("remainder", lambda v: f"{v[0]} R {v[1]}")
RATIO = _pairs("ratio", lambda v: " : ".join(str(part) for part in v))

"""Exact numbers beyond fractions: roots, pi and i, so that steps with them can be worked out.

A `Surd` is a sum of parts, each a fraction times the root of a whole number without square factors
times a power of pi; i is the root of -1. What comes out rational is a plain `Fraction` again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, isqrt

MAX_RADICAND = 10**8
MAX_PARTS = 24

Part = tuple[int, int]
"""The whole number under the root, and the power of pi."""


class NoSurd(ValueError):
    """The result is not such a number, or too large to look for."""


@dataclass(frozen=True)
class Surd:
    """Its parts that are not zero; never only a fraction."""

    parts: frozenset[tuple[Part, Fraction]]

    def __add__(self, other: "Exact") -> "Exact":
        return total((*_parts(self), *_parts(other)))

    __radd__ = __add__

    def __neg__(self) -> "Exact":
        return self * Fraction(-1)

    def __sub__(self, other: "Exact") -> "Exact":
        return self + -other

    def __rsub__(self, other: Fraction) -> "Exact":
        return -self + other

    def __mul__(self, other: "Exact") -> "Exact":
        return total(_product(a, b) for a in _parts(self) for b in _parts(other))

    __rmul__ = __mul__

    def __truediv__(self, other: "Exact") -> "Exact":
        return self * inverse(other)

    def __rtruediv__(self, other: Fraction) -> "Exact":
        return inverse(self) * other


Exact = Fraction | Surd
PI = Surd(frozenset({((1, 1), Fraction(1))}))
I = Surd(frozenset({((-1, 0), Fraction(1))}))  # noqa: E741  (the name of the number)


def _parts(value: Exact) -> tuple[tuple[Part, Fraction], ...]:
    return tuple(value.parts) if isinstance(value, Surd) else (((1, 0), value),)


def total(parts: Iterable[tuple[Part, Fraction]]) -> Exact:
    """The sum of the parts, a plain fraction if nothing else is left."""
    found: dict[Part, Fraction] = {}
    for part, count in parts:
        found[part] = found.get(part, Fraction(0)) + count
    left = {part: count for part, count in found.items() if count}
    if len(left) > MAX_PARTS:
        raise NoSurd("too many parts")
    if set(left) <= {(1, 0)}:
        return left.get((1, 0), Fraction(0))
    return Surd(frozenset(left.items()))


def _product(one: tuple[Part, Fraction], other: tuple[Part, Fraction]) -> tuple[Part, Fraction]:
    (r, k), (s, m) = one[0], other[0]
    shared = gcd(r, s)
    sign = -1 if r < 0 and s < 0 else 1
    return (r * s // shared**2, k + m), sign * shared * one[1] * other[1]


def root(value: Fraction) -> Exact:
    """The square root; of a negative number, its multiple of i.

    Raises:
        NoSurd: the number is too large to take square factors out.
    """
    inside = value.numerator * value.denominator
    outside, rest = _without_squares(abs(inside))
    sign = -1 if inside < 0 else 1
    return total([((sign * rest if rest else 1, 0), Fraction(outside, value.denominator))])


def _without_squares(n: int) -> tuple[int, int]:
    """How `n` is a square times a number without square factors; the root of the square first."""
    if isqrt(n) ** 2 == n:
        return isqrt(n), 1 if n else 0
    if n > MAX_RADICAND:
        raise NoSurd("too large a radicand")
    outside, divisor = 1, 2
    while divisor * divisor <= n:
        while n % (divisor * divisor) == 0:
            n //= divisor * divisor
            outside *= divisor
        divisor += 1
    return outside, n


def inverse(value: Exact) -> Exact:
    """One over the value; sums of roots are made rational with their conjugates.

    Raises:
        ZeroDivisionError: of nothing.
        NoSurd: of a sum with pi in it.
    """
    above: Exact = Fraction(1)
    while isinstance(value, Surd):
        if len(value.parts) == 1:
            (((r, k), count),) = value.parts
            return above * total([((r, -k), 1 / (count * r))])
        other = _conjugate(value)
        above, value = above * other, value * other
    return above / value


def _conjugate(value: Surd) -> Exact:
    """The number with one root turned to its negative, so that the product is free of it."""
    if len({k for (_, k), _ in value.parts}) > 1:
        raise NoSurd("a sum with pi below the bar")
    odd = max((r for (r, _), _ in value.parts), key=lambda r: (abs(r), -r))
    prime = next((n for n in range(2, abs(odd) + 1) if odd % n == 0), 0)
    turned = (
        (part, -count if (part[0] % prime == 0 if prime else part[0] < 0) else count)
        for part, count in value.parts
    )
    return total(turned)


def power(base: Exact, exponent: int) -> Exact:
    """A whole power."""
    if isinstance(base, Fraction):
        return base**exponent
    if exponent < 0:
        return power(inverse(base), -exponent)
    result: Exact = Fraction(1)
    for _ in range(exponent):
        result = result * base
    return result


def half_turns(angle: Exact) -> Fraction:
    """How many times pi the angle is.

    Raises:
        NoSurd: it is no multiple of pi.
    """
    found = dict(_parts(angle))
    if angle and set(found) != {(1, 1)}:
        raise NoSurd("no multiple of pi")
    return found.get((1, 1), Fraction(0))


_SINES: Mapping[int, Exact] = {
    0: Fraction(0),
    30: Fraction(1, 2),
    45: root(Fraction(1, 2)),
    60: root(Fraction(3, 4)),
    90: Fraction(1),
}


def sine(angle: Exact) -> Exact:
    """The sine of a multiple of pi/6 or pi/4.

    Raises:
        NoSurd: of any other angle.
    """
    degrees = half_turns(angle) * 180 % 360
    sign, degrees = (-1, degrees - 180) if degrees >= 180 else (1, degrees)
    folded = min(degrees, 180 - degrees)
    if folded not in _SINES:
        raise NoSurd(f"no exact sine of {degrees} degrees")
    return _SINES[int(folded)] * Fraction(sign)


def cosine(angle: Exact) -> Exact:
    """The cosine of a multiple of pi/6 or pi/4."""
    return sine(angle + PI / Fraction(2))


def tangent(angle: Exact) -> Exact:
    """The tangent; `ZeroDivisionError` where there is none."""
    return sine(angle) / cosine(angle)


def logarithm(value: Exact, base: Fraction) -> Fraction:
    """The exponent that makes `value` of `base`, if it is a fraction with a small bottom.

    Raises:
        NoSurd: it is not.
    """
    if not isinstance(value, Fraction) or value <= 0 or base <= 0 or base == 1:
        raise NoSurd("no such logarithm")
    for below in range(1, 5):
        wanted = value**below
        for above in range(-20, 21):
            if base**above == wanted:
                return Fraction(above, below)
    raise NoSurd("no exact logarithm")


def whole_root(value: Fraction, degree: int) -> Fraction:
    """The exact root of this degree of a number that is not negative.

    Raises:
        NoSurd: it is not exact.
    """
    found = Fraction(
        _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
    )
    if value < 0 or found**degree != value:
        raise NoSurd("root that is not exact")
    return found


def _integer_root(n: int, degree: int) -> int:
    """The largest whole number whose power is no more than `n`."""
    low, high = 0, 1 << (max(n, 0).bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= n else (low, middle - 1)
    return low


def written(value: Exact) -> str:
    """The number in the language of `arith`: `-3/4`, `2sqrt(3)`, `(5pi)/6`, `1 + sqrt(5)`."""
    parts = sorted(_parts(value), key=lambda part: (abs(part[0][0]), part[0]))
    text = ""
    for (radicand, power), count in parts:
        part = _part_text(radicand, power, abs(count))
        sign = "-" if count < 0 else "+"
        text = f"{text} {sign} {part}" if text else f"-{part}" if count < 0 else part
    return text


def _part_text(radicand: int, power: int, count: Fraction) -> str:
    name = ("pi" * (power > 0) + f"^{power}" * (power > 1)) + f"sqrt({radicand})" * (radicand != 1)
    if not name:
        return str(count)
    below = "" if count.denominator == 1 else f"/{count.denominator}"
    if count.numerator == 1:
        return name + below
    top = f"{count.numerator}{name}"
    return f"({top}){below}" if below else top

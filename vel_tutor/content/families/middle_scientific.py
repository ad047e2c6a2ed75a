"""Scientific notation: writing, multiplying, comparing; irrational numbers told from others."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT, decimal_text
from vel_tutor.content.latex import tex
from vel_tutor.vocabulary import ItemFormat


def _notation(digits: Fraction, exponent: int) -> str:
    power = f"10^({exponent})" if exponent < 0 else f"10^{exponent}"
    return tex(f"{decimal_text(digits)} * {power}")


def _number(p: Params) -> dict[str, object]:
    digits = Fraction(p.n, 100)
    value = digits * Fraction(10) ** p.e
    return {
        "digits": digits,
        "value": value,
        "given": decimal_text(value),
        "first": decimal_text(digits),
        "places": abs(p.e),
        "way": "left" if p.e > 0 else "right",
        "size": "large" if p.e > 0 else "small",
    }


_WRITE = Family(
    id="math.scientific.write",
    skill="math.scientific",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={"n": range(101, 1000), "e": (-5, -4, -3, -2, 4, 5, 6, 7, 8)},
    derive=_number,
    where=(lambda p: p.n % 10 and p.n // 10 % 10 and (p.e > 0 or p.e > -5),),
    stem="How do you write {given} with a power of 10 and just one digit before the point?",
    key=lambda p: _notation(p.digits, p.e),
    checker=lambda p, v: v in _readings(p),
    misconceptions=(
        Slip(
            "sign_of_exponent",
            lambda p: _notation(p.digits, -p.e),
            "It is a {size} number, so check the sign of the exponent.",
        ),
        Slip(
            "one_more",
            lambda p: _notation(p.digits, p.e + 1),
            "Count the places: the point moves {places}.",
        ),
        Slip(
            "one_less",
            lambda p: _notation(p.digits, p.e - 1),
            "Count again: the point moves {places}.",
        ),
        Slip(
            "two_digits_first",
            lambda p: _notation(p.digits * 10, p.e - 1),
            "The value is right, but just one digit may stand before the point.",
        ),
        Slip(
            "none_first",
            lambda p: _notation(p.digits / 10, p.e + 1),
            "The value is right, but the digit before the point must not be 0.",
        ),
        Slip(
            "all_digits_first",
            lambda p: _notation(p.digits * 100, p.e - 2),
            "The value is right, but only one digit may stand before the point.",
        ),
    ),
    hints=(
        "Put the point after the first digit that is not 0.",
        "That gives {first}. How many places did the point move, and which way?",
    ),
    steps=lambda p: (
        Step(
            f"The point moves {p.places} places to the {p.way}.",
            f"{p.first} * 10^({p.e})",
            p.given.replace(",", ""),
        ),
    ),
    form=TEXT,
)


def _readings(p: Params) -> set[str]:
    """The notation found by moving the point step by step until one digit stands before it."""
    value, exponent = Fraction(p.given.replace(",", "")), 0
    while value >= 10:
        value, exponent = value / 10, exponent + 1
    while value < 1:
        value, exponent = value * 10, exponent - 1
    return {_notation(value, exponent)}


_MULTIPLY = Family(
    id="math.scientific.multiply",
    skill="math.scientific",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "a": (12, 15, 20, 25, 30, 40, 50, 60, 75, 80),
        "b": (20, 24, 30, 35, 40, 50, 60, 70, 80, 90),
        "m": range(-6, 9),
        "n": range(2, 9),
    },
    derive=lambda p: {
        "product": Fraction(p.a * p.b, 100),
        "one": decimal_text(Fraction(p.a, 10)),
        "two": decimal_text(Fraction(p.b, 10)),
        "raw": decimal_text(Fraction(p.a * p.b, 100)),
        "over": p.a * p.b >= 1000,
        "head": Fraction(p.a * p.b, 1000 if p.a * p.b >= 1000 else 100),
        "e": p.m + p.n + (p.a * p.b >= 1000),
        "sum": p.m + p.n,
        "left": _notation(Fraction(p.a, 10), p.m),
        "right": _notation(Fraction(p.b, 10), p.n),
    },
    where=(
        lambda p: abs(p.m) > 1 and p.sum and abs(p.e) > 1 and p.a != p.b,
        lambda p: p.m * p.n not in (p.sum, p.e, p.sum + 1),
    ),
    canon=lambda p: (p.a, p.b, p.m, p.n),
    stem="What is {left} times {right} in scientific notation?",
    key=lambda p: _notation(p.head, p.e),
    checker=lambda p, v: _same_number(p, v),
    misconceptions=(
        Slip(
            "multiplies_exponents",
            lambda p: _notation(p.head, p.m * p.n) if abs(p.m * p.n) < 50 else None,
            "The exponents of 10 add up: {m} and {n} make {sum}.",
        ),
        Slip(
            "adds_digits",
            lambda p: _notation(Fraction(p.a + p.b, 10), p.sum) if p.a + p.b < 100 else None,
            "Multiply {one} by {two}, do not add them.",
        ),
        Slip(
            "carry_lost",
            lambda p: _notation(p.head, p.sum) if p.over else None,
            "{raw} has two digits before the point: the exponent grows by 1.",
        ),
        Slip(
            "carry_too_many",
            lambda p: _notation(p.head, p.sum + 1) if not p.over else None,
            "{raw} has just one digit before the point: no place is moved.",
        ),
        Slip(
            "carry_down",
            lambda p: _notation(p.head, p.e - 1) if not p.over else _notation(p.head, p.sum - 1),
            "Add the exponents, {m} and {n}, once more.",
        ),
        Slip(
            "subtracts_exponents",
            lambda p: _notation(p.head, p.m - p.n) if abs(p.m - p.n) > 1 else None,
            "Multiplying adds the exponents. You took {n} away.",
        ),
    ),
    hints=(
        "Multiply the numbers in front. Add the exponents.",
        "In front: [[{one} * {two}]]. Then keep one digit before the point.",
    ),
    steps=lambda p: (
        Step("The numbers in front:", f"{p.one} * {p.two}", p.raw),
        Step("The exponents:", f"{p.m} + {p.n}", f"{p.sum}"),
        *(
            (Step("Move the point one place, so add 1.", f"{p.sum} + 1", f"{p.e}"),)
            if p.over
            else ()
        ),
    ),
    form=TEXT,
)


def _same_number(p: Params, shown: str) -> bool:
    """Whether the notation has the value of the product, and one digit before its point."""
    value = Fraction(p.a, 10) * Fraction(p.b, 10) * Fraction(10) ** (p.m + p.n)
    exponents = range(-60, 80)
    found = next(e for e in exponents if Fraction(10) ** e <= value < Fraction(10) ** (e + 1))
    return shown == _notation(value / Fraction(10) ** found, found)


def _leading(number: int, exponent: int) -> dict[str, object]:
    """A number below 100 times a power of ten, with one digit before the point."""
    over = number >= 10
    head = Fraction(number, 10 if over else 1)
    return {
        "head": head,
        "e": exponent + over,
        "one": _notation(head, exponent + over),
        "digits": decimal_text(head),
    }


_TIMES = Family(
    id="math.scientific.how_many_times",
    skill="math.scientific",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "b": (2, 3, 4, 5, 6, 8),
        "q": range(2, 60),
        "m": range(5, 13),
        "n": range(2, 10),
        "what": (
            ("One file has", "bytes, another has", "bytes"),
            ("A comet is", "km away, a moon is", "km away"),
            ("A cloud holds", "drops, a puddle", "drops"),
            ("A beach has", "grains of sand, a cup", "grains"),
        ),
    },
    derive=lambda p: {
        **_leading(p.b * p.q, p.m),
        "answer": p.q * 10 ** (p.m - p.n) if p.m >= p.n else 0,
        "two": _notation(Fraction(p.b), p.n),
    },
    where=(lambda p: 0 <= p.m - p.n < 5 and p.b * p.q < 100 and p.q % 10 and p.b != p.q,),
    canon=lambda p: (p.b, p.q, p.m, p.n),
    stem="{what[0]} {one} {what[1]} {two} {what[2]}. How many times as much is the first?",
    key=lambda p: p.answer,
    checker=lambda p, v: v * p.b * 10**p.n == p.b * p.q * 10**p.m,
    misconceptions=(
        Slip(
            "ten_less",
            lambda p: Fraction(p.answer, 10),
            "Count the places again: exponents {e} and {n}.",
        ),
        Slip("ten_more", lambda p: p.answer * 10, "One place too many: exponents {e} and {n}."),
        Slip(
            "heads_only",
            lambda p: p.head / p.b,
            "Divide the powers of 10 too: exponents {e} and {n}.",
        ),
        Slip(
            "subtracts",
            lambda p: p.b * p.q * 10**p.m - p.b * 10**p.n,
            "How many times: divide, do not subtract.",
        ),
        Slip("gap_of_exponents", lambda p: p.e - p.n, "That is the gap of the exponents only."),
    ),
    hints=(
        "Divide the numbers in front. Take the exponents from each other.",
        "In front: [[{digits} ÷ {b}]]. The exponents: [[{e} - {n}]].",
    ),
    steps=(Step("Divide.", "({digits} * 10^{e}) ÷ ({b} * 10^{n})", "{answer}"),),
    form=RATIONAL,
)


FAMILIES = (
    _WRITE,
    _MULTIPLY,
    _TIMES,
)

"""Powers and roots: values, laws of exponents, square roots, scientific notation."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, EXPRESSION, WHOLE, decimal_text
from vel_tutor.vocabulary import ItemFormat

_VALUE = Family(
    id="math.exponents.value",
    skill="math.exponents",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(2, 12), "n": range(2, 6), "b": range(1, 30)},
    derive=lambda p: {
        "power": p.a**p.n,
        "product": " * ".join([str(p.a)] * p.n),
        "result": p.a**p.n + p.b,
    },
    where=(lambda p: p.power <= 1331 and (p.a, p.n) != (2, 2),),
    stem="What is [[{a}^{n} + {b}]]?",
    key=lambda p: p.result,
    checker=lambda p, v: _logs(v - p.b, p.a) == p.n,
    misconceptions=(
        Slip(
            "multiplies",
            lambda p: p.a * p.n + p.b,
            "[[{a}^{n}]] is not {a} times {n}. It is [[{product}]].",
        ),
        Slip(
            "turned",
            lambda p: p.n**p.a + p.b if p.a < 8 else None,
            "You took {n} as the base. The big number {a} is the base.",
        ),
        Slip("drops_number", lambda p: p.power, "That is the power. Now add {b}."),
        Slip("one_less", lambda p: p.a ** (p.n - 1) + p.b, "One {a} is missing in the product."),
        Slip("adds_base", lambda p: p.a + p.n + p.b, "You added everything. A power multiplies."),
        Slip(
            "adds_first",
            lambda p: p.a ** (p.n + p.b) if p.n + p.b < 7 else None,
            "The little {n} stands alone. Add {b} after the power.",
        ),
    ),
    hints=(
        "The little number says how many times the base is written.",
        "Write {a} down {n} times.",
    ),
    steps=(
        Step("Write the power as a product.", "{a}^{n}", "{product}"),
        Step("Work it out.", "{product}", "{power}"),
        Step("Then add.", "{power} + {b}", "{result}"),
    ),
)


def _logs(value: int, base: int) -> int:
    """How often `value` can be divided by `base` down to 1; -1 if that never happens."""
    count = 0
    while value > 1 and value % base == 0:
        value, count = value // base, count + 1
    return count if value == 1 else -1


_LAWS = Family(
    id="math.exponent_laws.product",
    skill="math.exponent_laws",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "p1": range(2, 8),
        "p2": range(2, 8),
        "m": range(2, 6),
        "n": range(2, 5),
        "z": ("x", "a", "y", "n"),
    },
    derive=lambda p: {"m1": p.m, "s": p.m + p.n, "k": p.p1 * p.p2, "mn": p.m * p.n},
    where=(lambda p: p.m != p.n and p.p1 != p.p2 and (p.p1, p.p2) != (2, 2),),
    canon=lambda p: (p.p1, p.p2, p.m, p.n),
    stem="Which is the same as [[{p1}{z}^{m} * {p2}{z}^{n}]]?",
    key=lambda p: f"{p.k}{p.z}^{p.s}",
    checker=lambda p, v: v == f"{p.p1 * p.p2}{p.z}^{len([p.z] * p.m + [p.z] * p.n)}",
    misconceptions=(
        Slip(
            "multiplies_exponents",
            lambda p: f"{p.k}{p.z}^{p.mn}",
            "Count the letters: {m} of them, then {n} more. Exponents add up.",
        ),
        Slip(
            "adds_numbers",
            lambda p: f"{p.p1 + p.p2}{p.z}^{p.s}",
            "The exponents are fine, but {p1} and {p2} are multiplied.",
        ),
        Slip(
            "both_wrong",
            lambda p: f"{p.p1 + p.p2}{p.z}^{p.mn}",
            "It is the other way round: numbers multiply, exponents add up.",
        ),
        Slip(
            "subtracts_exponents",
            lambda p: f"{p.k}{p.z}^{abs(p.m - p.n)}",
            "Taking exponents away belongs to dividing. Here you multiply.",
        ),
        Slip(
            "keeps_exponent",
            lambda p: f"{p.k}{p.z}^{max(p.m, p.n)}",
            "The letters of both parts count: {m} and {n} of them.",
        ),
        Slip(
            "joins_numbers",
            lambda p: f"{p.p1}{p.p2}{p.z}^{p.s}",
            "{p1} times {p2} is a product. Do not write the digits side by side.",
        ),
        Slip(
            "one_more",
            lambda p: f"{p.k}{p.z}^{p.s + 1}",
            "Count the letters again: {m} of them and {n} more.",
        ),
    ),
    hints=(
        "Multiply the numbers. Then count how many letters are multiplied.",
        "[[{z}^{m}]] is {m} letters in a row. How many more come with [[{z}^{n}]]?",
    ),
    steps=(
        Step("Numbers:", "{p1} * {p2}", "{k}"),
        Step("Exponents add up.", "{z}^{m} * {z}^{n}", "{z}^{s}"),
        Step("Together:", "{p1}{z}^{m} * {p2}{z}^{n}", "{k}{z}^{s}"),
    ),
    form=EXPRESSION,
)

_ROOT = Family(
    id="math.roots.square",
    skill="math.roots",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"a": range(4, 21), "b": range(2, 40), "sign": ("+", "-")},
    derive=lambda p: {
        "n": p.a**2,
        "result": p.a + p.b if p.sign == "+" else p.a - p.b,
        "half": Fraction(p.a**2, 2),
        "one": 1 if p.sign == "+" else -1,
    },
    where=(lambda p: p.result > 0 and p.b != p.a,),
    stem="What is [[sqrt({n}) {sign} {b}]]?",
    key=lambda p: p.result,
    checker=lambda p, v: (v - p.one * p.b) ** 2 == p.n and v - p.one * p.b > 0,
    misconceptions=(
        Slip(
            "halves",
            lambda p: p.half + p.one * p.b,
            "A root is not a half. Which number times itself is {n}?",
        ),
        Slip("no_root", lambda p: p.n + p.one * p.b, "You forgot the root of {n}."),
        Slip("drops_rest", lambda p: p.a, "That is the root. Now do the rest with {b}."),
        Slip("wrong_sign", lambda p: p.a - p.one * p.b, "Check the sign before the {b}."),
        Slip(
            "next_square",
            lambda p: p.a + 1 + p.one * p.b,
            "Close! Square your root and compare.",
        ),
    ),
    hints=("Which number times itself is {n}?", "Try round numbers first, then go up or down."),
    steps=(
        Step("The root:", "sqrt({n})", "{a}"),
        Step("Then the rest.", "{a} {sign} {b}", "{result}"),
    ),
    form=WHOLE,
)

_SCIENTIFIC = Family(
    id="math.scientific.to_number",
    skill="math.scientific",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=35,
    params={"a": range(11, 100), "n": (-4, -3, -2, -1, 3, 4, 5, 6, 7)},
    derive=lambda p: {
        "x": decimal_text(Fraction(p.a, 10)),
        "value": Fraction(p.a, 10) * Fraction(10) ** p.n,
        "shown": decimal_text(Fraction(p.a, 10) * Fraction(10) ** p.n),
        "way": "right" if p.n > 0 else "left",
        "count": abs(p.n),
        "size": "large" if p.n > 0 else "small",
    },
    where=(lambda p: p.a % 10,),
    stem="Write [[{x} * 10^({n})]] as a usual number.",
    key=lambda p: p.value,
    checker=lambda p, v: v * 10 == p.a * 10**p.n if p.n > 0 else v * 10 ** (1 - p.n) == p.a,
    misconceptions=(
        Slip(
            "wrong_way",
            lambda p: Fraction(p.a, 10) * Fraction(10) ** -p.n,
            "The number must get {size}, so the point moves to the {way}.",
        ),
        Slip(
            "counts_zeros",
            lambda p: p.value * 10,
            "{count} says how far the point moves, not how many zeros to write.",
        ),
        Slip("one_short", lambda p: p.value / 10, "Move the point {count} places to the {way}."),
        Slip(
            "times_exponent",
            lambda p: Fraction(p.a, 10) * p.n,
            "You multiplied by the exponent. It tells how often to use ten.",
        ),
    ),
    hints=(
        "Does the exponent make the number large or small?",
        "Move the point {count} places to the {way}.",
    ),
    steps=(Step("Move the point {count} to the {way}.", "{x} * 10^({n})", "{shown}"),),
    form=DECIMAL,
)

FAMILIES = (_VALUE, _LAWS, _ROOT, _SCIENTIFIC)

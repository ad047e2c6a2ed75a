"""Roots in simplest form, and fractions as exponents."""

from fractions import Fraction

from vel_tutor.content import arith
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_FREE = (2, 3, 5, 6, 7, 10, 11, 13, 14, 15)


def _root(outside: int, inside: int) -> str:
    """`3sqrt(2)`; a single root without a 1 in front."""
    front = {1: "", -1: "-"}.get(outside, str(outside))
    return f"{front}sqrt({inside})"


def _equals(text: str, wanted: str) -> bool:
    return arith.exact(arith.parse(text)) == arith.exact(arith.parse(wanted))


def _positive_square(text: str, square: int) -> bool:
    """Whether the number squared is this, and the number positive."""
    value = arith.exact(arith.parse(text))
    return value * value == square and not text.strip().startswith("-")


_SIMPLIFY = Family(
    id="math.radicals.simplify",
    skill="math.radicals",
    grade=9,
    format=ItemFormat.EXPRESSION,
    time_s=50,
    params={"k": range(1, 8), "m": range(2, 10), "n": _FREE},
    derive=lambda p: {
        "inside": p.m**2 * p.n,
        "full": _root(p.k, p.m**2 * p.n),
        "key": _root(p.k * p.m, p.n),
        "square": p.m**2,
        "km": p.k * p.m,
    },
    stem="Simplify [[{full}]] as far as you can, like 2sqrt(3).",
    key=lambda p: p.key,
    checker=lambda p, v: _positive_square(v, p.k**2 * p.inside),
    misconceptions=(
        Slip(
            "square_comes_out_whole",
            lambda p: _root(p.k * p.square, p.n),
            "The root of {square} is {m}. That is what comes out.",
        ),
        Slip(
            "wrong_place",
            lambda p: _root(p.k * p.n, p.m),
            "{square} is the square, so {m} comes out and {n} stays inside.",
        ),
        Slip("no_root", lambda p: str(p.km * p.n), "{n} is no square. It stays under the root."),
        Slip(
            "adds_front",
            lambda p: _root(p.k + p.m, p.n) if p.k > 1 else None,
            "What comes out is multiplied by the {k} in front.",
        ),
        Slip("lost_inside", lambda p: str(p.km), "Something is left under the root: {n}."),
    ),
    hints=(
        "Is there a square number that divides {inside}?",
        "Write {inside} as {square} times something.",
    ),
    steps=(
        Step("Split off a square.", "{inside}", "{square} * {n}"),
        Step("Its root comes out.", "sqrt({square})", "{m}"),
        Step("Together:", "{full}", "{key}"),
    ),
    form=EXPRESSION,
    must="surd",
)

_SUM = Family(
    id="math.radicals.sum",
    skill="math.radicals",
    grade=9,
    format=ItemFormat.EXPRESSION,
    time_s=70,
    params={
        "n": (2, 3, 5, 6, 7),
        "a": range(1, 6),
        "b": range(2, 8),
        "c": range(1, 6),
        "d": range(2, 8),
        "op": ("+", "-"),
    },
    derive=lambda p: {
        "one": _root(p.a, p.b**2 * p.n),
        "two": _root(p.c, p.d**2 * p.n),
        "ab": p.a * p.b,
        "cd": p.c * p.d,
        "total": p.a * p.b + (p.c * p.d if p.op == "+" else -p.c * p.d),
        "key": _root(p.a * p.b + (p.c * p.d if p.op == "+" else -p.c * p.d), p.n),
        "bb": p.b**2 * p.n,
        "dd": p.d**2 * p.n,
    },
    where=(lambda p: p.b != p.d and p.total,),
    stem="Simplify [[{one} {op} {two}]] as far as you can, like 2sqrt(3).",
    key=lambda p: p.key,
    checker=lambda p, v: _equals(f"({v}) - {p.one}", f"0 {p.op} {p.two}"),
    misconceptions=(
        Slip(
            "adds_inside",
            lambda p: f"{p.a + p.c}sqrt({p.bb + p.dd})" if p.op == "+" else None,
            "Roots are not added by adding what stands inside. Simplify each first.",
        ),
        Slip(
            "inside_doubled",
            lambda p: f"{p.total}sqrt({2 * p.n})",
            "{ab} and {cd} of the same root: the root itself stays as it is.",
        ),
        Slip(
            "fronts_only",
            lambda p: f"{p.a + p.c if p.op == '+' else p.a - p.c}sqrt({p.n})",
            "Something comes out of each root. Multiply it by the number in front.",
        ),
        Slip(
            "squares_come_out",
            lambda p: (
                f"{p.a * p.b**2 + (p.c * p.d**2 if p.op == '+' else -p.c * p.d**2)}sqrt({p.n})"
            ),
            "From {bb}, {b} comes out, not its square.",
        ),
        Slip(
            "other_operation",
            lambda p: f"{p.ab - p.cd if p.op == '+' else p.ab + p.cd}sqrt({p.n})",
            "Both roots are simplified well. Now look at the sign between them.",
        ),
    ),
    hints=("Simplify each root on its own first.", "Both become a multiple of [[sqrt({n})]]."),
    steps=(
        Step("The first:", "{one}", "{ab}sqrt({n})"),
        Step("The second:", "{two}", "{cd}sqrt({n})"),
        Step("Together:", "{one} {op} {two}", "{key}"),
    ),
    form=EXPRESSION,
    must="surd",
)


_FRACTION_POWER = Family(
    id="math.rational_exponents.value",
    skill="math.rational_exponents",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={
        "r": range(2, 11),
        "q": (2, 3, 4),
        "s": (-3, -2, -1, 1, 2, 3, 5),
        "w": (1, 1, 2, 3),
    },
    derive=lambda p: {
        "base": str(Fraction(p.r, p.w) ** p.q) if p.w == 1 else f"({Fraction(p.r, p.w) ** p.q})",
        "value": Fraction(p.r, p.w) ** p.s,
        "root": Fraction(p.r, p.w),
        "full": Fraction(p.r, p.w) ** p.q,
        "e": f"({p.s}/{p.q})",
        "size": abs(p.s),
        "rs": f"({Fraction(p.r, p.w)})",
    },
    where=(
        lambda p: Fraction(p.s, p.q).denominator == p.q and p.root.denominator == p.w != p.r,
        lambda p: (
            p.full.numerator < 1300 and p.value.numerator < 1300 and p.value.denominator < 1300
        ),
    ),
    canon=lambda p: (p.r, p.q, p.s, p.w),
    stem="What is [[{base}^{e}]]? Answer with a whole number or a fraction.",
    key=lambda p: p.value,
    checker=lambda p, v: v**p.q == p.full**p.s,
    misconceptions=(
        Slip(
            "multiplies",
            lambda p: p.full * Fraction(p.s, p.q),
            "The exponent is no factor. Its bottom, {q}, asks for a root.",
        ),
        Slip(
            "minus_as_sign",
            lambda p: -1 / p.value if p.s < 0 else None,
            "A negative exponent means one over the power, not a negative number.",
        ),
        Slip(
            "minus_ignored",
            lambda p: 1 / p.value if p.s < 0 else None,
            "The exponent is negative: take one over your number.",
        ),
        Slip(
            "root_only",
            lambda p: p.root if p.s != 1 else None,
            "That is the root. The top of the exponent, {s}, is left.",
        ),
        Slip(
            "power_only",
            lambda p: p.full**p.s if abs(p.s) < 3 else None,
            "You used the power, but not the root.",
        ),
        Slip(
            "root_times_top",
            lambda p: p.root * p.s if p.s not in (1,) else None,
            "{size} counts how often the root is a factor.",
        ),
        Slip(
            "over_bottom",
            lambda p: p.full / p.q,
            "The bottom of the exponent asks for a root, not a division.",
        ),
    ),
    hints=(
        "The bottom of the exponent tells which root. The top is a power.",
        "First: which number to the power {q} is [[{base}]]?",
    ),
    steps=(
        Step("The root:", "{base}^(1/{q})", "{root}"),
        Step("Its power:", "{rs}^({s})", "{value}"),
    ),
    form=RATIONAL,
)

_ORDER = ("square", "cube", "fourth", "fifth")

_ONE_POWER = Family(
    id="math.rational_exponents.one_power",
    skill="math.rational_exponents",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={"q": (2, 3, 4, 5), "m": range(1, 12), "n": range(-6, 9), "z": ("x", "a", "y")},
    derive=lambda p: {
        "name": _ORDER[p.q - 2],
        "part": Fraction(p.m, p.q),
        "e": Fraction(p.m, p.q) + p.n,
        "ns": signed(p.n),
        "shown": f"{p.z}^{p.n}" if p.n > 1 else f"{p.z}^({p.n})",
        "inside": f"{p.z}^{p.m}" if p.m > 1 else p.z,
    },
    where=(lambda p: p.part.denominator == p.q and abs(p.n) > 1 and p.e,),
    canon=lambda p: (p.q, p.m, p.n),
    stem=(
        "The {name} root of [[{inside}]], times [[{shown}]], is a power of {z}. Which exponent"
        " has it?"
    ),
    key=lambda p: p.e,
    checker=lambda p, v: (v - p.n) * p.q == p.m,
    misconceptions=(
        Slip(
            "upside_down",
            lambda p: Fraction(p.q, p.m) + p.n,
            "The number of the root goes below: {m} over {q}.",
        ),
        Slip("multiplies", lambda p: p.part * p.n, "Multiplying powers adds the exponents."),
        Slip(
            "no_root",
            lambda p: p.m + p.n,
            "The root makes the exponent {m} smaller: divide by {q}.",
        ),
        Slip("product", lambda p: p.m * p.q + p.n, "A root divides the exponent."),
        Slip(
            "root_of_all",
            lambda p: Fraction(p.m + p.n, p.q),
            "The root belongs to the first part only.",
        ),
        Slip(
            "first_only", lambda p: p.part, "That is the first part. Now multiply by [[{shown}]]."
        ),
    ),
    hints=(
        "Write the root as a power with a fraction.",
        "The root is {z} to the power [[{part}]].",
    ),
    steps=(
        Step("The exponent of the root:", "{m} ÷ {q}", "{part}"),
        Step("Exponents add up.", "{part} + {ns}", "{e}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _SIMPLIFY,
    _SUM,
    _FRACTION_POWER,
    _ONE_POWER,
)

"""Laws of logarithms, and equations with them."""

from fractions import Fraction

from vel_tutor.content import algebra, arith
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _in_letters(p: Params) -> dict[str, object]:
    number = Fraction(2) ** p.i * Fraction(3) ** p.j
    return {
        "number": number,
        "key": f"{times(p.i, 'u')} {'-' if p.j < 0 else '+'} {times(abs(p.j), 'v')}",
        "two": Fraction(2) ** abs(p.i),
        "three": Fraction(3) ** abs(p.j),
        "parts": f"2^{p.i} * 3^({p.j})",
        "word": "times" if p.j > 0 else "over",
        "js": signed(p.j),
        "size": abs(p.j),
    }


_LETTERS = Family(
    id="math.log_laws.in_letters",
    skill="math.log_laws",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=70,
    params={
        "i": range(1, 8),
        "j": (-4, -3, -2, -1, 1, 2, 3, 4),
        "b": (5, 6, 7, 10, 12),
        "a": (1, 2, 3),
    },
    derive=lambda p: {
        **_in_letters(Params(i=p.i * p.a, j=p.j * p.a)),
        "ia": p.i * p.a,
        "ja": p.j * p.a,
    },
    where=(lambda p: p.ia != abs(p.ja) and p.ia < 9 and abs(p.ja) < 5,),
    canon=lambda p: (p.ia, p.ja, p.b),
    stem=(
        "Let [[u = log_{b}(2)]] and [[v = log_{b}(3)]]. Write [[log_{b}({number})]] with u and v."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: algebra.same(arith.parse(v), arith.parse(f"{p.ia}u + ({p.ja})v")),
    misconceptions=(
        Slip(
            "powers",
            lambda p: f"u^{p.ia} {'-' if p.ja < 0 else '+'} v^{abs(p.ja)}",
            "Exponents come out as factors: {ia} times u.",
        ),
        Slip(
            "product",
            lambda p: f"{p.ia * abs(p.ja)}uv",
            "The logarithm of a product is a sum.",
        ),
        Slip(
            "swapped",
            lambda p: f"{abs(p.ja)}u {'-' if p.ja < 0 else '+'} {p.ia}v",
            "Count again: how often is 2 a factor, how often 3?",
        ),
        Slip(
            "sign",
            lambda p: f"{p.ia}u {'+' if p.ja < 0 else '-'} {abs(p.ja)}v",
            "A factor adds, a divisor takes away. Check the sign of v.",
        ),
        Slip(
            "fronts_lost",
            lambda p: f"u {'-' if p.ja < 0 else '+'} v",
            "2 and 3 come up more than once. Count them.",
        ),
    ),
    hints=(
        "Write the number with powers of 2 and 3.",
        "Products become sums, exponents become factors.",
    ),
    steps=(
        Step("Split the number.", "{number}", "{parts}"),
        Step("The exponent of 2 comes in front of u:", "log_2({two})", "{ia}"),
        Step("The exponent of 3 (below the bar it counts minus):", "log_3(3^({ja}))", "{ja}"),
        Step("So it is:", "{key}", "{ia}u + ({ja})v"),
    ),
    form=EXPRESSION,
    must="expanded",
)

_EQUATION = Family(
    id="math.log_equations.one",
    skill="math.log_laws",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={"b": (2, 3, 4, 5, 10), "e": (1, 2, 3, 4, 5), "a": range(2, 9), "c": range(-30, 31)},
    derive=lambda p: {
        "inside": f"{p.a}x {plus(p.c)}",
        "power": p.b**p.e,
        "number": p.b**p.e - p.c,
        "x": Fraction(p.b**p.e - p.c, p.a),
        "cs": signed(p.c),
    },
    where=(
        lambda p: p.c and p.power < 1500 and p.x and p.x.denominator < 3 and p.power != p.e * p.b,
    ),
    stem="Solve [[log_{b}({inside}) = {e}]]. What is x?",
    key=lambda p: p.x,
    checker=lambda p, v: p.a * v + p.c == p.b**p.e,
    misconceptions=(
        Slip(
            "times",
            lambda p: Fraction(p.b * p.e - p.c, p.a),
            "{e} is an exponent: {b} to the power {e}.",
        ),
        Slip(
            "turned",
            lambda p: Fraction(p.e**p.b - p.c, p.a) if p.b < 6 and p.e > 1 else None,
            "{b} is the base and {e} the exponent.",
        ),
        Slip(
            "log_dropped",
            lambda p: Fraction(p.e - p.c, p.a),
            "You cannot drop the logarithm. Write it as a power of {b}.",
        ),
        Slip(
            "adds",
            lambda p: Fraction(p.power + p.c, p.a),
            "To clear {c}, do the opposite on both sides.",
        ),
        Slip("not_divided", lambda p: p.number, "That is {a} times x. Divide by {a}."),
        Slip("power", lambda p: p.power, "That is what stands in the bracket. Go on to x."),
    ),
    hints=(
        "Turn the logarithm into a power.",
        "What stands in the bracket is {b} to the power {e}.",
    ),
    steps=(
        Step("The bracket is:", "{b}^{e}", "{power}"),
        Step("So {a} times x is:", "{power} - {cs}", "{number}"),
        Step("Divide.", "{number} ÷ {a}", "{x}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _LETTERS,
    _EQUATION,
)

"""Polynomials divided: remainders, quotients, zeros."""

from fractions import Fraction

from vel_tutor.content.algebra import agrees
from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER, POINT, RATIONAL
from vel_tutor.content.latex import plus, polynomial, signed
from vel_tutor.vocabulary import ItemFormat


def _rest(p: Params) -> dict[str, object]:
    square, cube = p.r**2, p.r**3
    return {
        "full": polynomial(1, p.b, p.c, p.d),
        "divisor": f"x {plus(-p.r)}",
        "rs": signed(p.r),
        "cube": cube,
        "second": p.b * square,
        "third": p.c * p.r,
        "rest": cube + p.b * square + p.c * p.r + p.d,
        "bs": signed(p.b),
        "cs": signed(p.c),
        "put": f"{cube} {plus(p.b * square)} {plus(p.c * p.r)} {plus(p.d)}",
    }


_REMAINDER = Family(
    id="math.polynomial_division.remainder",
    skill="math.polynomial_division",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "b": range(-6, 7),
        "c": range(-9, 10),
        "d": range(-12, 13),
        "r": (-4, -3, -2, -1, 2, 3, 4),
    },
    derive=_rest,
    where=(lambda p: p.b and p.c and p.d and p.rest,),
    stem="What is the remainder when [[{full}]] is divided by [[{divisor}]]?",
    key=lambda p: p.rest,
    checker=lambda p, v: _horner(p) == v,
    misconceptions=(
        Slip(
            "other_sign",
            lambda p: evaluate(parse(p.full), {"x": -p.r}),
            "The divisor is 0 at x = {r}. Put that in.",
        ),
        Slip("last_number", lambda p: p.d, "That is the value at x = 0. Put in {r} instead."),
        Slip("zero", lambda p: 0, "It would be 0 only if the divisor were a factor. Put {r} in."),
        Slip("sum_of_numbers", lambda p: 1 + p.b + p.c + p.d, "That is the value at x = 1."),
        Slip("sign", lambda p: -p.rest, "The size is right. Check the signs of the powers."),
    ),
    hints=(
        "You need not divide: put a certain number in for x.",
        "For which x is [[{divisor}]] zero? Put that into the polynomial.",
    ),
    steps=(
        Step("The divisor is 0 at x = {r}. The cube there:", "{rs}^3", "{cube}"),
        Step("The part with the square:", "{bs} * {rs}^2", "{second}"),
        Step("The part with x:", "{cs} * {rs}", "{third}"),
        Step("All together:", "{put}", "{rest}"),
    ),
    form=INTEGER,
)


def _horner(p: Params) -> int:
    """The remainder by dividing step by step."""
    carried = 0
    for count in (1, p.b, p.c, p.d):
        carried = carried * p.r + count
    return carried


def _quotient(p: Params) -> dict[str, object]:
    return {
        "full": polynomial(p.a, p.b - p.a * p.r, p.c - p.b * p.r, -p.c * p.r),
        "divisor": f"x {plus(-p.r)}",
        "key": polynomial(p.a, p.b, p.c),
        "middle": p.b - p.a * p.r,
        "rs": signed(p.r),
        "ar": plus(p.a * p.r),
        "br": plus(p.b * p.r),
        "third": p.c - p.b * p.r,
    }


_QUOTIENT = Family(
    id="math.polynomial_division.quotient",
    skill="math.polynomial_division",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=90,
    params={"a": range(1, 5), "b": range(-7, 8), "c": range(-9, 10), "r": range(-6, 7)},
    derive=_quotient,
    where=(lambda p: p.b and p.c and p.r and p.middle and p.third,),
    stem="Divide [[{full}]] by [[{divisor}]].",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(
        f"({v})({p.divisor})", "x", lambda t: evaluate(parse(p.full), {"x": t})
    ),
    misconceptions=(
        Slip(
            "wrong_sign_of_root",
            lambda p: polynomial(p.a, p.middle - p.a * p.r, p.third - p.r * (p.middle - p.a * p.r)),
            "The divisor is 0 at {r}. Carry {r}, not its opposite.",
        ),
        Slip(
            "no_carrying",
            lambda p: polynomial(p.a, p.middle, p.third),
            "Each number of the quotient also carries over {r} times the one before.",
        ),
        Slip(
            "last_sign",
            lambda p: polynomial(p.a, p.b, -p.c),
            "Multiply back: the number at the end has the wrong sign.",
        ),
        Slip(
            "middle_sign",
            lambda p: polynomial(p.a, -p.b, p.c),
            "Multiply back: the part with the square does not fit.",
        ),
        Slip(
            "carries_first_only",
            lambda p: polynomial(p.a, p.b, p.third),
            "The last number also carries over: {r} times {b}.",
        ),
    ),
    hints=(
        "It starts with {a} times the square. What is left after that?",
        "Bring down {a}, multiply by {r}, add to the next number, and so on.",
    ),
    steps=(
        Step("The next number: what stands there, plus {r} times {a}:", "{middle} {ar}", "{b}"),
        Step("The last one in the same way:", "{third} {br}", "{c}"),
        Step("So the quotient is:", "({full})/({divisor})", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
)

_FACTOR_K = Family(
    id="math.polynomial_division.find_k",
    skill="math.polynomial_division",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={"b": range(-6, 7), "d": range(-30, 31), "r": (-5, -4, -3, -2, 2, 3, 4, 5)},
    derive=lambda p: {
        "k": Fraction(-(p.r**3) - p.b * p.r**2 - p.d, p.r),
        "start": f"x^3 {plus(p.b)}x^2",
        "end": plus(p.d),
        "divisor": f"x {plus(-p.r)}",
        "rest": p.r**3 + p.b * p.r**2 + p.d,
        "back": -(p.r**3) - p.b * p.r**2 - p.d,
        "rs": signed(p.r),
        "bp": plus(p.b),
    },
    where=(lambda p: abs(p.b) > 1 and p.d and p.k.denominator == 1 and p.k,),
    stem="For which k is [[{divisor}]] a factor of [[{start} + kx {end}]]?",
    key=lambda p: p.k,
    checker=lambda p, v: p.r * (p.r * (p.r + p.b) + v) + p.d == 0,
    misconceptions=(
        Slip("sign", lambda p: -p.k, "The whole must be 0 at x = {r}. Check your sign."),
        Slip(
            "other_root",
            lambda p: Fraction(-(p.r**3) + p.b * p.r**2 + p.d, p.r),
            "The factor is 0 at x = {r}, not at the opposite.",
        ),
        Slip("not_divided", lambda p: p.back, "That is {r} times k. Divide by {r}."),
        Slip("rest", lambda p: p.rest, "That is the rest without k. Then k makes up for it."),
        Slip(
            "number_left_out",
            lambda p: Fraction(-(p.r**3) - p.b * p.r**2, p.r),
            "Do not forget the last number {d}.",
        ),
    ),
    hints=("A factor makes the polynomial 0 at a certain x.", "Put x = {r} in and set it to 0."),
    steps=(
        Step("At x = {r}, without k:", "{rs}^3 {bp} * {rs}^2 {end}", "{rest}"),
        Step("So {r} times k must be:", "0 - ({rest})", "{back}"),
        Step("Divide.", "{back} ÷ {rs}", "{k}"),
    ),
    form=RATIONAL,
)

_ZEROS = Family(
    id="math.polynomial_zeros.other_two",
    skill="math.polynomial_zeros",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=110,
    params={"r": range(-5, 6), "u": range(-7, 8), "w": range(-7, 8)},
    derive=lambda p: {
        "full": polynomial(
            1, -p.r - p.u - p.w, p.r * p.u + p.r * p.w + p.u * p.w, -p.r * p.u * p.w
        ),
        "rest": polynomial(1, -p.u - p.w, p.u * p.w),
        "divisor": f"x {plus(-p.r)}",
        "sum": p.u + p.w,
        "product": p.u * p.w,
        "back": -p.u - p.w,
        "us": signed(p.u),
        "ws": signed(p.w),
    },
    where=(
        lambda p: p.u < p.w and p.r not in (p.u, p.w, 0) and p.u and p.w and p.sum,
        lambda p: p.u != -p.w,
    ),
    stem=(
        "One zero of [[{full}]] is x = {r}. What are the other two? Put the smaller first, like"
        " (-2, 5)."
    ),
    key=lambda p: (p.u, p.w),
    checker=lambda p, v: v[0] < v[1] and all(evaluate(parse(p.full), {"x": x}) == 0 for x in v),
    misconceptions=(
        Slip(
            "signs",
            lambda p: (-p.w, -p.u),
            "You read the numbers from the brackets. Each is zero at the opposite.",
        ),
        Slip("larger_first", lambda p: (p.w, p.u), "Both are right. Put the smaller one first."),
        Slip("sum_and_product", lambda p: (p.sum, p.product), "These are their sum and product."),
        Slip("one_sign", lambda p: (-p.u, p.w), "One sign is off: put your numbers in for x."),
        Slip("with_known", lambda p: (p.r, p.w), "x = {r} is the zero you know. Find two others."),
    ),
    hints=(
        "Divide by the factor that belongs to the known zero.",
        "What is left is [[{rest}]]. Where is that 0?",
    ),
    steps=(
        Step("Divide by the known factor.", "({full})/({divisor})", "{rest}"),
        Step("Factor what is left.", "{rest}", "(x - {us})(x - {ws})"),
        Step("The smaller zero:", "{us} + 0", "{u}"),
        Step("The larger zero:", "{ws} + 0", "{w}"),
    ),
    form=POINT,
)


_FROM_ZEROS = Family(
    id="math.polynomial_zeros.leading",
    skill="math.polynomial_zeros",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=100,
    params={
        "u": range(-6, 0),
        "v": range(1, 7),
        "w": range(-6, 7),
        "a": (-3, -2, 2, 3, 4),
        "x": range(-3, 4),
    },
    derive=lambda p: {
        "value": p.a * (p.x - p.u) * (p.x - p.v) * (p.x - p.w),
        "product": (p.x - p.u) * (p.x - p.v) * (p.x - p.w),
        "du": signed(p.x - p.u),
        "dv": signed(p.x - p.v),
        "dw": signed(p.x - p.w),
        "ps": signed((p.x - p.u) * (p.x - p.v) * (p.x - p.w)),
        "plus_signs": (p.x + p.u) * (p.x + p.v) * (p.x + p.w),
    },
    where=(
        lambda p: p.w and p.w not in (p.u, p.v) and p.x not in (p.u, p.v, p.w) and p.x,
        lambda p: abs(p.product) > 1,
    ),
    stem=(
        "A polynomial of degree 3 has zeros {u}, {v} and {w}. At x = {x} its value is {value}."
        " What is the number in front of [[x^3]]?"
    ),
    key=lambda p: p.a,
    checker=lambda p, v: v * p.product == p.value,
    misconceptions=(
        Slip("product", lambda p: p.product, "That is the product of the brackets. Divide by it."),
        Slip(
            "signs",
            lambda p: Fraction(p.value, p.plus_signs) if p.plus_signs else None,
            "For the zero {v} the bracket is x minus {v}, not plus.",
        ),
        Slip(
            "value", lambda p: p.value, "{value} is what comes out at x = {x}. Divide it once more."
        ),
        Slip("upside_down", lambda p: Fraction(p.product, p.value), "Divide the other way round."),
        Slip("one", lambda p: 1, "With 1 in front, the value at {x} would be {product}."),
        Slip("sign", lambda p: -p.a, "Check the signs of the three brackets at x = {x}."),
    ),
    hints=(
        "Each zero gives a bracket. A number a stands in front.",
        "Put x = {x} into the three brackets and multiply.",
    ),
    steps=(
        Step("The brackets at x = {x}:", "{du} * {dv} * {dw}", "{product}"),
        Step("a times that is {value}.", "{value} ÷ {ps}", "{a}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_REMAINDER, _QUOTIENT, _FACTOR_K, _ZEROS, _FROM_ZEROS)

"""Algebra and geometry in several steps, as tests for college entry ask them."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.content.latex import plus, signed
from vel_tutor.vocabulary import ItemFormat

_VALUE_OF = Family(
    id="math.test_algebra.value_of",
    skill="math.test_algebra",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "a": range(2, 10),
        "b": range(-12, 13),
        "k": (2, 3, 4, 5),
        "c": range(-30, 40),
        "e": range(-20, 21),
    },
    derive=lambda p: {
        "left": f"{p.a}x {plus(p.b)}",
        "ask": f"{p.a * p.k}x {plus(p.e)}",
        "ax": p.c - p.b,
        "lift": p.k * (p.c - p.b),
        "value": p.k * (p.c - p.b) + p.e,
        "x": Fraction(p.c - p.b, p.a),
        "bs": signed(p.b),
        "ep": plus(p.e),
        "axs": signed(p.c - p.b),
    },
    where=(lambda p: p.b and p.c and p.e and p.x.denominator > 1 and p.k * p.b != p.e,),
    stem="If [[{left} = {c}]], what is the value of [[{ask}]]?",
    key=lambda p: p.value,
    checker=lambda p, v: v == p.a * p.k * p.x + p.e,
    misconceptions=(
        Slip(
            "multiplies_all",
            lambda p: p.k * p.c + p.e,
            "{b} is in {c} too. Take it away before you multiply.",
        ),
        Slip(
            "factor_only",
            lambda p: p.k * p.c,
            "[[{ask}]] is not {k} times the left side: the last numbers differ.",
        ),
        Slip("no_last", lambda p: p.lift, "That is the part with x. The {e} is missing."),
        Slip("adds", lambda p: p.k * (p.c + p.b) + p.e, "To get the part with x, take {b} away."),
        Slip("the_x", lambda p: p.x, "That is x. The value of [[{ask}]] is asked."),
        Slip("last_sign", lambda p: p.lift - p.e, "Check the sign of the last number."),
    ),
    hints=("You need not find x itself.", "How does the part with x change from one to the other?"),
    steps=(
        Step("The part with x is:", "{c} - {bs}", "{ax}"),
        Step("The other one has {k} times that:", "{k} * {axs}", "{lift}"),
        Step("With the last number:", "{lift} {ep}", "{value}"),
    ),
    form=RATIONAL,
)

_QUADRATIC = Family(
    id="math.test_algebra.from_values",
    skill="math.test_algebra",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={"a": range(-4, 6), "b": range(-9, 10), "c": range(-12, 13), "x": (-3, -2, 2, 3, 4, 5)},
    derive=lambda p: {
        "one": p.a + p.b + p.c,
        "minus": p.a - p.b + p.c,
        "value": p.a * p.x**2 + p.b * p.x + p.c,
        "twice": 2 * p.a,
        "ones": signed(p.a + p.b + p.c),
        "minuss": signed(p.a - p.b + p.c),
        "cs": signed(p.c),
        "as_": signed(p.a),
        "bs": signed(p.b),
        "xs": signed(p.x),
        "cp": plus(p.c),
    },
    where=(lambda p: p.a and p.b and p.c and p.one != p.minus,),
    stem=(
        "[[f(x) = ax^2 + bx + c]]. We know [[f(0) = {c}]], [[f(1) = {one}]] and"
        " [[f(-1) = {minus}]]. What is [[f({x})]]?"
    ),
    key=lambda p: p.value,
    checker=lambda p, v: v == _lagrange(p),
    misconceptions=(
        Slip(
            "straight_line",
            lambda p: p.c + (p.one - p.c) * p.x,
            "It is not a straight line: the change grows.",
        ),
        Slip("no_last", lambda p: p.value - p.c, "The last number {c} is missing."),
        Slip(
            "b_sign",
            lambda p: p.a * p.x**2 - p.b * p.x + p.c,
            "Check b: half of the difference of f(1) and f(-1).",
        ),
        Slip(
            "doubled_a",
            lambda p: 2 * p.a * p.x**2 + p.b * p.x + p.c,
            "f(1) and f(-1) together have a twice. Halve it.",
        ),
    ),
    hints=(
        "f(0) gives c at once. What do f(1) and f(-1) give together?",
        "Add f(1) and f(-1): b goes away, and 2a + 2c is left.",
    ),
    steps=(
        Step("From the sum of both values: 2a is", "{ones} + {minuss} - 2 * {cs}", "{twice}"),
        Step("So a is:", "{twice} ÷ 2", "{a}"),
        Step("Half of the difference is b:", "({ones} - {minuss}) ÷ 2", "{b}"),
        Step("Now put {x} in.", "{as_} * {xs}^2 + {bs} * {xs} {cp}", "{value}"),
    ),
    form=RATIONAL,
)


def _lagrange(p: Params) -> Fraction:
    """The parabola through the three points, read at x."""
    x = Fraction(p.x)
    return p.minus * x * (x - 1) / 2 - p.c * (x + 1) * (x - 1) + p.one * x * (x + 1) / 2


_POWERS = Family(
    id="math.test_algebra.one_base",
    skill="math.test_algebra",
    grade=13,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"b": (2, 3, 5), "m": (2, 3), "k": (2, 3, 4), "s": range(3, 40)},
    derive=lambda p: {
        "big": p.b**p.m,
        "huge": p.b**p.k,
        "expo": p.s * p.m,
        "value": Fraction(p.s * p.m, p.k),
        "left": f"{p.b**p.m}^(x + y)",
    },
    where=(lambda p: p.m != p.k and p.value.denominator < 3 and p.huge < 130,),
    stem="x and y add up to {s}. For which z is [[{big}^x * {big}^y = {huge}^z]]?",
    key=lambda p: p.value,
    checker=lambda p, v: v * p.k == p.m * p.s,
    misconceptions=(
        Slip("same_exponent", lambda p: p.s, "The bases differ: write both as powers of {b}."),
        Slip(
            "upside_down",
            lambda p: Fraction(p.s * p.k, p.m),
            "{big} has the exponent {m}, and {huge} has {k}.",
        ),
        Slip(
            "total_exponent",
            lambda p: p.expo,
            "That is the exponent of {b}. Turn it into one of {huge}.",
        ),
        Slip(
            "bases_multiplied",
            lambda p: Fraction(2 * p.s * p.m, p.k),
            "The base stays when you multiply; the exponents are added.",
        ),
        Slip(
            "ratio_of_bases",
            lambda p: Fraction(p.s * p.big, p.huge),
            "Compare exponents, not the bases themselves.",
        ),
    ),
    hints=(
        "Multiplying powers of one base adds the exponents.",
        "{big} and {huge} are powers of {b}.",
    ),
    steps=(
        Step(
            "The left side is {big} to the power {s}. As a power of {b}:",
            "{s} * log_{b}({big})",
            "{expo}",
        ),
        Step("{huge} is a power of {b} too, with the exponent:", "log_{b}({huge})", "{k}"),
        Step("So z is:", "{expo} ÷ {k}", "{value}"),
    ),
    form=RATIONAL,
)


def _frame(p: Params) -> dict[str, object]:
    half = Fraction(p.s**2, 2)
    inner = Fraction(p.s**2, 4)
    return {
        "square": p.s**2,
        "half": half,
        "circle": f"{half}pi" if half.denominator == 1 else f"({half.numerator}pi)/2",
        "small": surds.written(surds.PI * inner),
        "key": f"{surds.written(surds.PI * half)} - {p.s**2}"
        if p.out
        else f"{p.s**2} - {surds.written(surds.PI * inner)}",
        "what": "The corners of a square lie on a circle"
        if p.out
        else "A circle touches all four sides of a square",
        "ask": "inside the circle, but outside the square"
        if p.out
        else "inside the square, but outside the circle",
    }


_BETWEEN = Family(
    id="math.test_geometry.between",
    skill="math.test_geometry",
    grade=13,
    format=ItemFormat.EXPRESSION,
    time_s=90,
    params={"s": range(2, 60), "out": (True, False)},
    derive=_frame,
    stem=(
        "{what}. The side of the square is {s} cm. How many cm² lie {ask}? Give the exact number,"
        " with pi."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: (
        arith.exact(arith.parse(v))
        == (
            surds.PI * Fraction(p.s**2, 2) - Fraction(p.s**2)
            if p.out
            else Fraction(p.s**2) - surds.PI * Fraction(p.s**2, 4)
        )
    ),
    misconceptions=(
        Slip(
            "other_picture",
            lambda p: f"{p.square}pi - {p.square}",
            "{s} cm is not the radius. Draw the picture and mark the radius.",
        ),
        Slip(
            "wrong_circle",
            lambda p: f"{p.small} - {p.square}" if p.out else f"{p.square} - {p.circle}",
            "Draw it: is the side or the diagonal of the square as long as the diameter?",
        ),
        Slip(
            "turned",
            lambda p: f"{p.square} - {p.circle}" if p.out else f"{p.small} - {p.square}",
            "Larger minus smaller: which one is inside the other?",
        ),
        Slip("circle_only", lambda p: p.circle if p.out else p.small, "That is the circle alone."),
        Slip(
            "around", lambda p: f"{4 * p.s}", "That is the way around the square. An area is asked."
        ),
    ),
    hints=(
        "What is the radius of the circle?",
        "In one picture the diameter is the side, in the other it is the diagonal.",
    ),
    steps=lambda p: (
        Step("The square:", f"{p.s}^2", f"{p.square}"),
        Step(
            "The radius squared:",
            f"(sqrt(2) * {p.s} / 2)^2" if p.out else f"({p.s}/2)^2",
            f"{p.half}" if p.out else f"{Fraction(p.square, 4)}",
        ),
        Step(
            "The larger minus the smaller:",
            f"pi * {p.half} - {p.square}" if p.out else f"{p.square} - pi * {p.square}/4",
            p.key,
        ),
    ),
    form=EXPRESSION,
    must="expanded",
)


FAMILIES = (
    _VALUE_OF,
    _QUADRATIC,
    _POWERS,
    _BETWEEN,
)

"""Complex numbers: products, quotients, powers of i, solutions of quadratics."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL, TEXT
from vel_tutor.content.latex import plus, polynomial, signed, tex, times
from vel_tutor.vocabulary import ItemFormat


def written(real: int, imaginary: int) -> str:
    """`3 - 2i`, without parts that are zero."""
    if not imaginary:
        return str(real)
    part = times(abs(imaginary), "i")
    if not real:
        return f"-{part}" if imaginary < 0 else part
    return f"{real} {'-' if imaginary < 0 else '+'} {part}"


def _value(text: str) -> surds.Exact:
    return arith.exact(arith.parse(text), {"i": surds.I})


def _i(_: Params) -> dict[str, surds.Exact | int]:
    return {"i": surds.I}


_MULTIPLY = Family(
    id="math.complex_numbers.multiply",
    skill="math.complex_numbers",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={"a": range(-8, 9), "b": range(-8, 9), "c": range(-8, 9), "d": range(-8, 9)},
    derive=lambda p: {
        "pair": f"({written(p.a, p.b)})({written(p.c, p.d)})",
        "real": p.a * p.c - p.b * p.d,
        "im": p.a * p.d + p.b * p.c,
        "ac": p.a * p.c,
        "bd": p.b * p.d,
        "as_": signed(p.a),
        "bs": signed(p.b),
        "cs": signed(p.c),
        "ds": signed(p.d),
        "key": written(p.a * p.c - p.b * p.d, p.a * p.d + p.b * p.c),
    },
    where=(lambda p: p.a and p.b and p.c and p.d and p.real and p.im and abs(p.b * p.d) > 1,),
    stem="Write [[{pair}]] in the form a + bi.",
    key=lambda p: p.key,
    checker=lambda p, v: _value(v) == _value(f"{written(p.a, p.b)}") * _value(written(p.c, p.d)),
    misconceptions=(
        Slip(
            "square_of_i_is_one",
            lambda p: written(p.ac + p.bd, p.im),
            "i times i is -1, so {bd} changes its sign.",
        ),
        Slip(
            "parts_alone",
            lambda p: written(p.ac, p.bd),
            "Multiply each part with each part: there are four products.",
        ),
        Slip(
            "ends_only",
            lambda p: str(p.real),
            "The two cross parts with i are missing.",
        ),
        Slip(
            "cross_sign",
            lambda p: written(p.real, p.a * p.d - p.b * p.c),
            "Check the signs of the two cross parts.",
        ),
        Slip(
            "real_turned",
            lambda p: written(-p.real, p.im),
            "Check the sign of the real part: {ac} minus {bd}.",
        ),
    ),
    hints=("Multiply out like two brackets with x.", "Then use that i times i is -1."),
    steps=(
        Step("The real part:", "{as_} * {cs} - {bs} * {ds}", "{real}"),
        Step("The part with i:", "{as_} * {ds} + {bs} * {cs}", "{im}"),
        Step("Together:", "{pair}", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
    letters=_i,
)

_DIVIDE = Family(
    id="math.complex_numbers.divide",
    skill="math.complex_numbers",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=90,
    params={"u": range(-6, 7), "w": range(-6, 7), "c": range(-5, 6), "d": range(-5, 6)},
    derive=lambda p: {
        "a": p.u * p.c - p.w * p.d,
        "b": p.u * p.d + p.w * p.c,
        "top": written(p.u * p.c - p.w * p.d, p.u * p.d + p.w * p.c),
        "bottom": written(p.c, p.d),
        "other": written(p.c, -p.d),
        "below": p.c**2 + p.d**2,
        "key": written(p.u, p.w),
        "tr": p.u * (p.c**2 + p.d**2),
        "ti": p.w * (p.c**2 + p.d**2),
        "above": written(p.u * (p.c**2 + p.d**2), p.w * (p.c**2 + p.d**2)),
    },
    where=(
        lambda p: p.u and p.w and p.c and p.d and p.a and p.b and abs(p.c) != abs(p.d),
        lambda p: abs(p.u) != abs(p.w),
    ),
    stem="Write [[({top})/({bottom})]] in the form a + bi.",
    key=lambda p: p.key,
    checker=lambda p, v: _value(f"({v})({p.bottom})") == _value(p.top),
    misconceptions=(
        Slip(
            "not_divided",
            lambda p: p.above,
            "The bottom is {below} now. Divide both parts by it.",
        ),
        Slip("sign_of_i", lambda p: written(p.u, -p.w), "Check the sign of the part with i."),
        Slip("swapped", lambda p: written(p.w, p.u), "Real part and part with i changed places."),
        Slip(
            "same_sign_above",
            lambda p: f"({written(p.a * p.c - p.b * p.d, p.a * p.d + p.b * p.c)})/{p.below}",
            "Multiply above by [[{other}]], with the other sign.",
        ),
        Slip("sign_of_real", lambda p: written(-p.u, p.w), "Check the sign of the real part."),
    ),
    hints=(
        "Multiply above and below by the bottom with the other sign at i.",
        "Below it is then {below}, without i.",
    ),
    steps=(
        Step("The new bottom:", "({bottom})({other})", "{below}"),
        Step("The new top:", "({top})({other})", "{above}"),
        Step("Divide both parts.", "({top})/({bottom})", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
    letters=_i,
)

_TURNS = ("1", "i", "-1", "-i")

_POWER = Family(
    id="math.complex_numbers.power_of_i",
    skill="math.complex_numbers",
    grade=11,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={"n": range(11, 400), "k": (2, 3, 4, 5, 6, 7, 8, 9)},
    derive=lambda p: {
        "rest": p.n % 4,
        "near": p.n - p.n % 4,
        "quotient": p.n // 4,
    },
    stem="What is [[{k}i^{n}]]?",
    key=lambda p: _times_turn(p.k, p.rest),
    checker=lambda p, v: (
        _turned(p.n) == v.replace(str(p.k), "").replace("\\(", "").replace("\\)", "")
    ),
    misconceptions=(
        Slip(
            "never_turns", lambda p: _times_turn(p.k, 1), "The powers of i change with each factor."
        ),
        Slip(
            "one_more",
            lambda p: _times_turn(p.k, p.rest + 1),
            "One factor i too many: the rest of {n} by 4 is {rest}.",
        ),
        Slip(
            "one_less",
            lambda p: _times_turn(p.k, p.rest - 1),
            "One factor i too few: the rest of {n} by 4 is {rest}.",
        ),
        Slip(
            "opposite",
            lambda p: _times_turn(p.k, p.rest + 2),
            "Check the sign: i times i is -1, and four factors make 1.",
        ),
    ),
    hints=("The powers of i come again after four.", "What is left when {n} is divided by 4?"),
    steps=(
        Step("How many full fours are in {n}?", "4 * {quotient}", "{near}"),
        Step("So many factors are left:", "{n} - {near}", "{rest}"),
    ),
    form=TEXT,
)


def _times_turn(k: int, turns: int) -> str:
    shown = _TURNS[turns % 4]
    return tex({"1": f"{k}", "i": f"{k}i", "-1": f"-{k}", "-i": f"-{k}i"}[shown])


def _turned(n: int) -> str:
    """The power by squaring, with 1 left unwritten."""
    value: surds.Exact = Fraction(1)
    for bit in f"{n:b}":
        value = value * value * (surds.I if bit == "1" else Fraction(1))
    found: dict[surds.Exact, str] = {Fraction(1): "", Fraction(-1): "-", surds.I: "i"}
    return found.get(value, "-i")


_SOLVE = Family(
    id="math.complex_numbers.quadratic",
    skill="math.complex_numbers",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=90,
    params={"u": range(-9, 10), "w": range(1, 10)},
    derive=lambda p: {
        "full": polynomial(1, -2 * p.u, p.u**2 + p.w**2),
        "b": -2 * p.u,
        "c": p.u**2 + p.w**2,
        "disc": -4 * p.w**2,
        "bs": signed(-2 * p.u),
        "back": 2 * p.u,
        "key": written(p.u, p.w),
        "w2": 2 * p.w,
    },
    where=(lambda p: p.u and abs(p.u) != p.w,),
    stem="Solve [[{full} = 0]]. Write the solution a + bi with positive b.",
    key=lambda p: p.key,
    checker=lambda p, v: (
        _value(f"({v})^2 {plus(p.b)}({v}) {plus(p.c)}") == 0
        and _value(v) != _value(written(p.u, -p.w))
    ),
    misconceptions=(
        Slip(
            "other_one", lambda p: written(p.u, -p.w), "That is the other solution: b is negative."
        ),
        Slip("real_sign", lambda p: written(-p.u, p.w), "The real part is minus {b}, halved."),
        Slip(
            "i_lost",
            lambda p: str(p.u + p.w),
            "Under the root is a negative number, so i comes in.",
        ),
        Slip("root_not_halved", lambda p: written(p.u, 2 * p.w), "Halve the part with i as well."),
        Slip(
            "no_root", lambda p: written(p.u, p.w**2), "Take the root: which number squared fits?"
        ),
    ),
    hints=(
        "Use the formula. Under the root there is a negative number.",
        "The root of [[{disc}]] is a multiple of i.",
    ),
    steps=(
        Step("Under the root:", "{bs}^2 - 4 * {c}", "{disc}"),
        Step("Its root:", "sqrt({disc})", "{w2}i"),
        Step("Half of everything, with plus:", "({back} + sqrt({disc}))/2", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
    letters=_i,
)

_SIZE = Family(
    id="math.complex_numbers.size",
    skill="math.complex_numbers",
    grade=11,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "base": ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29)),
        "k": range(1, 9),
        "s": (1, -1),
        "t": (1, -1),
        "turn": (True, False),
    },
    derive=lambda p: {
        "a": p.s * p.k * p.base[0 if p.turn else 1],
        "b": p.t * p.k * p.base[1 if p.turn else 0],
        "size": p.k * p.base[2],
        "sum": (p.k * p.base[2]) ** 2,
        "shown": written(
            p.s * p.k * p.base[0 if p.turn else 1], p.t * p.k * p.base[1 if p.turn else 0]
        ),
        "as_": signed(p.s * p.k * p.base[0 if p.turn else 1]),
        "bs": signed(p.t * p.k * p.base[1 if p.turn else 0]),
    },
    stem="In the plane of complex numbers, how far is [[{shown}]] from 0?",
    key=lambda p: p.size,
    checker=lambda p, v: v > 0 and v * v - p.a * p.a == p.b * p.b,
    misconceptions=(
        Slip(
            "adds_parts",
            lambda p: abs(p.a) + abs(p.b),
            "You went along both sides. Take the straight way.",
        ),
        Slip("not_rooted", lambda p: p.sum, "That is the square of the distance. Take the root."),
        Slip("signed_sum", lambda p: p.a + p.b, "Use the squares of {a} and {b}."),
        Slip("real_only", lambda p: abs(p.a), "That is only how far it is sideways."),
        Slip(
            "i_squared",
            lambda p: p.a**2 - p.b**2,
            "The part with i counts with the length {b}, as a side of a right triangle.",
        ),
    ),
    hints=(
        "Draw it as a point: the real part across, the part with i up.",
        "Use the right triangle with the sides {a} and {b}.",
    ),
    steps=(
        Step("The squares of both parts:", "{as_}^2 + {bs}^2", "{sum}"),
        Step("The distance:", "sqrt({sum})", "{size}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_MULTIPLY, _DIVIDE, _POWER, _SOLVE, _SIZE)

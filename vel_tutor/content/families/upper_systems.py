"""Two equations at once: elimination, substitution, no solution."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT, RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _both(p: Params) -> dict[str, object]:
    s, t = p.a * p.x + p.b * p.y, p.c * p.x + p.d * p.y
    return {
        "s": s,
        "t": t,
        "first": f"{times(p.a, 'x')} {'-' if p.b < 0 else '+'} {times(abs(p.b), 'y')}",
        "second": f"{times(p.c, 'x')} {'-' if p.d < 0 else '+'} {times(abs(p.d), 'y')}",
        "det": p.a * p.d - p.b * p.c,
        "right": s * p.d - t * p.b,
        "ss": signed(s),
        "ts": signed(t),
        "bs": signed(p.b),
        "ds": signed(p.d),
        "dets": signed(p.a * p.d - p.b * p.c),
        "left": s - p.a * p.x,
        "axs": signed(p.a * p.x),
    }


_ELIMINATE = Family(
    id="math.systems_elimination.eliminate",
    skill="math.systems_elimination",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=100,
    params={
        "a": range(2, 8),
        "b": range(-7, 8),
        "c": range(2, 8),
        "d": range(-7, 8),
        "x": range(-8, 9),
        "y": range(-8, 9),
    },
    derive=_both,
    where=(
        lambda p: p.x and p.y and abs(p.x) != abs(p.y) and p.det and p.s and p.t,
        lambda p: min(abs(p.b), abs(p.d)) > 1 and abs(p.b) != abs(p.d) and p.a != p.c,
    ),
    stem="Solve [[{first} = {s}]] and [[{second} = {t}]]. Write the answer like (3, -2).",
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: (p.a * v[0] + p.b * v[1], p.c * v[0] + p.d * v[1]) == (p.s, p.t),
    misconceptions=(
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two numbers. First x, then y."),
        Slip("y_sign", lambda p: (p.x, -p.y), "Your x is right. Put it in again and mind signs."),
        Slip("x_sign", lambda p: (-p.x, p.y), "Your y is right. Put it in and find x again."),
        Slip("both_signs", lambda p: (-p.x, -p.y), "Both signs are turned. Put them in and see."),
        Slip(
            "y_not_divided",
            lambda p: (p.x, p.left),
            "Your x is right. Then {b} times y is left; divide by {b}.",
        ),
    ),
    hints=(
        "Multiply the equations so that one letter has the same number in both.",
        "Take the first times {d} and the second times {b}. Then subtract.",
    ),
    steps=(
        Step(
            "First times {d} minus second times {b}: x is left with",
            "{a} * {ds} - {c} * {bs}",
            "{det}",
        ),
        Step("The right sides in the same way:", "{ss} * {ds} - {ts} * {bs}", "{right}"),
        Step("Divide.", "{right} ÷ {dets}", "{x}"),
        Step("Put x into the first equation and divide by {b}.", "({s} - {axs}) ÷ {bs}", "{y}"),
    ),
    form=POINT,
)

_SUBSTITUTE = Family(
    id="math.systems_elimination.substitute",
    skill="math.systems_elimination",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={
        "m": range(-5, 6),
        "n": range(-9, 10),
        "c": range(2, 8),
        "d": range(2, 6),
        "x": range(-8, 9),
    },
    derive=lambda p: {
        "y": p.m * p.x + p.n,
        "line": f"{times(p.m, 'x')} {plus(p.n)}",
        "second": f"{p.c}x + {p.d}y",
        "t": p.c * p.x + p.d * (p.m * p.x + p.n),
        "k": p.c + p.d * p.m,
        "dn": p.d * p.n,
        "right": (p.c + p.d * p.m) * p.x,
        "ms": signed(p.m),
        "ns": signed(p.n),
        "dns": signed(p.d * p.n),
        "ks": signed(p.c + p.d * p.m),
        "xs": signed(p.x),
        "np": plus(p.n),
    },
    where=(lambda p: abs(p.m) > 1 and p.n and p.x and p.y and abs(p.x) != abs(p.y) and p.k,),
    stem="Solve [[y = {line}]] and [[{second} = {t}]]. Write the answer like (3, -2).",
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: v[1] - p.m * v[0] == p.n and p.c * v[0] + p.d * v[1] == p.t,
    misconceptions=(
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two numbers. First x, then y."),
        Slip("x_only_sign", lambda p: (-p.x, p.y), "Check the sign of x in your last step."),
        Slip(
            "bracket_half",
            lambda p: _with_y(p, Fraction(p.t - p.n, p.k)),
            "{d} multiplies all of [[{line}]], also the {n}.",
        ),
        Slip(
            "one_y",
            lambda p: _with_y(p, Fraction(p.t - p.n, p.c + p.m)) if p.c + p.m else None,
            "There are {d} y. Put the line in a bracket and multiply it by {d}.",
        ),
        Slip(
            "adds_number",
            lambda p: _with_y(p, Fraction(p.t + p.dn, p.k)),
            "To clear {dn} on the left, do the opposite on both sides.",
        ),
        Slip(
            "y_is_slope_part",
            lambda p: (p.x, p.m * p.x),
            "Your x is right. For y, do not forget the {n}.",
        ),
    ),
    hints=(
        "The first equation tells what y is. Use it in the second.",
        "Write [[{c}x + {d}({line}) = {t}]] and solve it.",
    ),
    steps=(
        Step("Put the line in for y. Then x is there", "{c} + {d} * {ms}", "{k}"),
        Step("times, and beside it stands", "{d} * {ns}", "{dn}"),
        Step("Undo that and divide.", "({t} - {dns}) ÷ {ks}", "{x}"),
        Step("Put x into the line.", "{ms} * {xs} {np}", "{y}"),
    ),
    form=POINT,
)


def _with_y(p: Params, x: Fraction) -> tuple[Fraction, Fraction]:
    return x, p.m * x + p.n


_NO_SOLUTION = Family(
    id="math.systems_elimination.no_solution",
    skill="math.systems_elimination",
    grade=9,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={
        "a": range(2, 10),
        "b": range(2, 10),
        "d": range(2, 13),
        "s": range(1, 20),
        "t": range(1, 20),
    },
    derive=lambda p: {"k": Fraction(p.a * p.d, p.b), "ratio": Fraction(p.d, p.b)},
    where=(lambda p: p.a != p.b and p.d != p.b and p.t * p.b != p.s * p.d and p.a != p.d,),
    canon=lambda p: (p.a, p.b, p.d, p.s, p.t),
    stem=("For which k have [[{a}x + {b}y = {s}]] and [[kx + {d}y = {t}]] no solution together?"),
    key=lambda p: p.k,
    checker=lambda p, v: p.a * p.d - p.b * v == 0,
    misconceptions=(
        Slip("same_number", lambda p: p.a, "Then x fits, but y has {b} here and {d} there."),
        Slip(
            "upside_down",
            lambda p: Fraction(p.a * p.b, p.d),
            "From {b} to {d} goes the same factor as from {a} to k.",
        ),
        Slip(
            "cross",
            lambda p: Fraction(p.b * p.d, p.a),
            "Compare x with x and y with y: k over {a} is {d} over {b}.",
        ),
        Slip("sign", lambda p: -p.k, "With this sign the lines cross. They must be parallel."),
        Slip("difference", lambda p: p.a + p.d - p.b, "Lines are parallel by a factor."),
        Slip(
            "right_sides",
            lambda p: Fraction(p.a * p.t, p.s),
            "The right sides only shift the lines. Look at the numbers with x and y.",
        ),
    ),
    hints=(
        "Two lines that never meet are parallel.",
        "From {b}y to {d}y, which factor is it? Use it for x.",
    ),
    steps=(
        Step("The factor from the first to the second:", "{d} ÷ {b}", "{ratio}"),
        Step("The same factor for x:", "{a} * {ratio}", "{k}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _ELIMINATE,
    _SUBSTITUTE,
    _NO_SOLUTION,
)

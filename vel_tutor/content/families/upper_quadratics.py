"""Quadratics: turning points, completing the square, the formula, the discriminant."""

from fractions import Fraction

from vel_tutor.content import algebra, arith
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, POINT, RATIONAL
from vel_tutor.content.latex import plus, polynomial, signed, vertex_form
from vel_tutor.content.surds import root
from vel_tutor.vocabulary import ItemFormat


def _turning(p: Params) -> dict[str, object]:
    b, c = -2 * p.a * p.h, p.a * p.h**2 + p.k
    return {
        "full": polynomial(p.a, b, c),
        "b": b,
        "c": c,
        "back": -b,
        "twice": 2 * p.a,
        "twices": signed(2 * p.a),
        "hs": signed(p.h),
        "as_": signed(p.a),
        "bp": plus(b),
        "cp": plus(c),
    }


_VERTEX = Family(
    id="math.parabolas.vertex",
    skill="math.parabolas",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"a": (-3, -2, -1, 1, 2, 3), "h": range(-7, 8), "k": range(-12, 13)},
    derive=_turning,
    where=(lambda p: p.h and p.k and p.c,),
    stem="What is the turning point of [[y = {full}]]? Write it like (3, -2).",
    key=lambda p: (p.h, p.k),
    checker=lambda p, v: all(
        p.a * (v[0] + t) ** 2 + p.b * (v[0] + t) + p.c == p.a * t * t + v[1] for t in (-2, 1, 3)
    ),
    misconceptions=(
        Slip("sign_of_x", lambda p: (-p.h, p.k), "y is right. Check the sign of x."),
        Slip(
            "sign_and_its_value",
            lambda p: (-p.h, p.a * p.h**2 - p.b * p.h + p.c),
            "x is minus {b} over twice {a}. You lost the minus.",
        ),
        Slip("y_is_last", lambda p: (p.h, p.c), "x is right. Put it into the rule to find y."),
        Slip(
            "not_halved",
            lambda p: (2 * p.h, p.c),
            "Divide by twice {a}, not by {a}: the turning point lies between two equal values.",
        ),
        Slip("swapped", lambda p: (p.k, p.h), "You swapped the two numbers. First x, then y."),
    ),
    hints=(
        "The turning point lies halfway between two points of the same height.",
        "x is minus {b}, divided by twice {a}. Put it in to find y.",
    ),
    steps=(
        Step("x of the turning point:", "{back} ÷ {twices}", "{h}"),
        Step("Put it into the rule.", "{as_} * {hs}^2 {bp} * {hs} {cp}", "{k}"),
    ),
    form=POINT,
)

_COMPLETE = Family(
    id="math.completing_square.form",
    skill="math.completing_square",
    grade=10,
    format=ItemFormat.CHOICE,
    time_s=70,
    params={"h": range(-10, 11), "k": range(-60, 61)},
    derive=lambda p: {
        "full": polynomial(1, -2 * p.h, p.h**2 + p.k),
        "key": vertex_form(1, p.h, p.k),
        "b": -2 * p.h,
        "half": -p.h,
        "c": p.h**2 + p.k,
        "square": p.h**2,
        "bs": signed(-2 * p.h),
        "halfs": signed(-p.h),
    },
    where=(lambda p: abs(p.h) > 1 and p.k and p.c and p.k != p.c,),
    stem="Which is the same as [[{full}]]?",
    key=lambda p: p.key,
    checker=lambda p, v: algebra.agrees(v, "x", lambda t: t * t + p.b * t + p.c),
    misconceptions=(
        Slip(
            "inside_sign",
            lambda p: vertex_form(1, -p.h, p.k),
            "Multiply out: the part with x should be {b} times x.",
        ),
        Slip(
            "adds_square",
            lambda p: vertex_form(1, p.h, p.c + p.square),
            "The square brings {square} along. Take it away from {c}, do not add it.",
        ),
        Slip(
            "square_alone",
            lambda p: f"(x {plus(-p.h)})^2",
            "Squaring this gives {square} at the end. It should be {c}.",
        ),
        Slip(
            "keeps_last",
            lambda p: vertex_form(1, p.h, p.c),
            "The square brings {square} of its own. Make up for it.",
        ),
        Slip(
            "not_halved",
            lambda p: vertex_form(1, 2 * p.h, p.c - 4 * p.square),
            "Use half of {b} in the bracket: the middle part comes up twice.",
        ),
        Slip(
            "half_not_squared",
            lambda p: vertex_form(1, p.h, p.c + p.h),
            "The bracket squared ends with {halfs} times itself.",
        ),
        Slip(
            "sign_of_rest",
            lambda p: vertex_form(1, p.h, -p.k),
            "The bracket is right. Check the number at the end.",
        ),
    ),
    hints=(
        "Half of the number in front of x goes into the bracket.",
        "Half of {b} is {half}. What does its square bring along?",
    ),
    steps=(
        Step("Half of the number with x:", "{b} ÷ 2", "{half}"),
        Step("Its square comes along:", "{halfs}^2", "{square}"),
        Step("So at the end stands:", "{c} - {square}", "{k}"),
        Step("Together:", "{full}", "{key}"),
    ),
    form=EXPRESSION,
)


def _roots(p: Params) -> dict[str, object]:
    b, c = -2 * p.h, p.h**2 - p.q
    inside = 4 * p.q
    return {
        "b": b,
        "c": c,
        "full": polynomial(1, b, c),
        "disc": inside,
        "s": p.m**2 * p.n,
        "bs": signed(b),
        "cs": signed(c),
        "back": -b,
        "root": f"{'' if p.m == 1 else p.m}sqrt({p.n})",
        "key": f"{p.h} + {'' if p.m == 1 else p.m}sqrt({p.n})",
    }


_FORMULA = Family(
    id="math.quadratic_formula.larger",
    skill="math.quadratic_formula",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=110,
    params={"h": range(-9, 10), "m": (1, 2, 3), "n": (2, 3, 5, 6, 7, 10, 11, 13)},
    derive=lambda p: {"q": p.m**2 * p.n, **_roots(Params({**p, "q": p.m**2 * p.n}))},
    where=(lambda p: p.h and p.c,),
    stem=(
        "Solve [[{full} = 0]]. Write the larger solution exactly, with the root as simple as"
        " possible, like 2 + 3sqrt(5)."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _solves(p, v),
    misconceptions=(
        Slip("smaller", lambda p: f"{p.h} - {p.root}", "That is the smaller solution."),
        Slip("sign_of_middle", lambda p: f"{-p.h} + {p.root}", "It starts with minus {b}, halved."),
        Slip(
            "root_not_halved",
            lambda p: f"{p.h} + {2 * p.m}sqrt({p.n})",
            "Divide the root by 2 as well.",
        ),
        Slip(
            "root_alone_halved",
            lambda p: f"{2 * p.h} + {p.root}",
            "Divide the first part by 2 as well.",
        ),
        Slip(
            "plus_in_root",
            lambda p: f"{p.h} + sqrt({p.h**2 + p.c})" if p.h**2 + p.c > 0 else None,
            "Under the root 4 times {c} is taken away. Mind its sign.",
        ),
        Slip("no_root", lambda p: f"{p.h} + {p.q}", "Take the root before you add."),
    ),
    hints=(
        "It does not factor with whole numbers. Use the formula.",
        "Under the root stands {bs} squared minus 4 times {c}.",
    ),
    steps=(
        Step("Under the root:", "{bs}^2 - 4 * {cs}", "{disc}"),
        Step("Simplify the root.", "sqrt({disc})", "2 * {root}"),
        Step("Half of everything, with plus:", "({back} + sqrt({disc}))/2", "{key}"),
    ),
    form=EXPRESSION,
    must="surd",
)


def _solves(p: Params, text: str) -> bool:
    """Whether the number put in makes the equation true, and lies on the larger side."""
    value = arith.exact(arith.parse(text))
    distance = value - Fraction(p.h)
    return value * value + Fraction(p.b) * value + Fraction(p.c) == 0 and distance == root(
        Fraction(p.q)
    )


_DISCRIMINANT = Family(
    id="math.quadratic_formula.one_solution",
    skill="math.quadratic_formula",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={"a": range(1, 10), "b": range(-20, 21)},
    derive=lambda p: {
        "start": polynomial(p.a, p.b, 0),
        "square": p.b**2,
        "four": 4 * p.a,
        "k": Fraction(p.b**2, 4 * p.a),
        "bs": signed(p.b),
    },
    where=(lambda p: abs(p.b) > 1 and p.k != abs(p.b),),
    stem="For which k has [[{start} + k = 0]] exactly one solution?",
    key=lambda p: p.k,
    checker=lambda p, v: p.a * (Fraction(-p.b, 2 * p.a)) ** 2 == v,
    misconceptions=(
        Slip("front_forgotten", lambda p: Fraction(p.square, 4), "The {a} in front counts too."),
        Slip("sign", lambda p: -p.k, "Take 4 times {a} times k away from {square}: it must be 0."),
        Slip("not_squared", lambda p: Fraction(p.b, 4 * p.a), "The number with x is squared."),
        Slip(
            "two_for_four",
            lambda p: Fraction(p.square, 2 * p.a),
            "Under the root it is 4 times {a} times k.",
        ),
        Slip(
            "multiplied",
            lambda p: p.square * 4 * p.a,
            "{four} times k must be {square}, so divide {square} by {four}.",
        ),
        Slip("zero", lambda p: 0, "With k = 0 there are two solutions: x can be factored out."),
    ),
    hints=(
        "There is exactly one solution if nothing is left under the root.",
        "Set {bs} squared minus {four}k to 0.",
    ),
    steps=(
        Step("The number with x squared:", "{bs}^2", "{square}"),
        Step("4 times {a} times k must be the same. So k is:", "{square} ÷ {four}", "{k}"),
    ),
    form=RATIONAL,
)

_VIETA = Family(
    id="math.quadratic_formula.other_solution",
    skill="math.quadratic_formula",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={"a": range(2, 8), "u": range(-6, 7), "w": range(-15, 16)},
    derive=lambda p: {
        "other": Fraction(p.w, p.a),
        "b": -p.a * p.u - p.w,
        "c": p.u * p.w,
        "start": f"{p.a}x^2 + kx {plus(p.u * p.w)}",
        "product": Fraction(p.u * p.w, p.a),
        "us": signed(p.u),
    },
    where=(lambda p: p.u and p.w and p.other != p.u and abs(p.u) > 1,),
    stem="One solution of [[{start} = 0]] is x = {u}. What is the other solution?",
    key=lambda p: p.other,
    checker=lambda p, v: p.a * v * v + p.b * v + p.c == 0 and v != p.u,
    misconceptions=(
        Slip("front_forgotten", lambda p: p.w, "The product of both is {c} over {a}."),
        Slip("sign", lambda p: -p.other, "The product of both solutions must be [[{product}]]."),
        Slip("mirrored", lambda p: -p.u, "The solutions are not opposites here."),
        Slip(
            "difference",
            lambda p: p.product - p.u,
            "The product of both is [[{product}]], so divide by {u}.",
        ),
        Slip("product", lambda p: p.product, "That is the product of both. Divide by {u}."),
    ),
    hints=(
        "You do not need k. What is the product of both solutions?",
        "The product is {c} over {a}. One of the two numbers is {u}.",
    ),
    steps=(
        Step("The product of both:", "{c} ÷ {a}", "{product}"),
        Step("So the other one is:", "({product}) ÷ {us}", "{other}"),
    ),
    form=RATIONAL,
)

FAMILIES = (_VERTEX, _COMPLETE, _FORMULA, _DISCRIMINANT, _VIETA)

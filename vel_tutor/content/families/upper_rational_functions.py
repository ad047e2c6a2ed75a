"""Graphs of fractions of polynomials: holes and lines they near."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT
from vel_tutor.content.latex import plus, polynomial, signed, times
from vel_tutor.vocabulary import ItemFormat


def _x(number: int) -> str:
    return f"x {plus(number)}"


def _over(top: str, bottom: str) -> str:
    return f"({top})/({bottom})"


_HOLE = Family(
    id="math.rational_functions.hole",
    skill="math.rational_functions",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={"a": range(-9, 10), "b": range(-9, 10), "c": range(-9, 10)},
    derive=lambda p: {
        "full": _over(polynomial(1, -p.a - p.b, p.a * p.b), polynomial(1, -p.a - p.c, p.a * p.c)),
        "short": _over(_x(-p.b), _x(-p.c)),
        "y": Fraction(p.a - p.b, p.a - p.c) if p.a != p.c else 0,
        "as_": signed(p.a),
        "bs": signed(p.b),
        "cs": signed(p.c),
    },
    where=(
        lambda p: p.a and p.b and p.c and len({p.a, p.b, p.c}) == 3,
        lambda p: p.a + p.b and p.a + p.c and p.y.denominator < 6,
    ),
    stem=(
        "The graph of [[y = {full}]] has a hole, a single missing point. Where is it? Write it"
        " like (3, 1/2)."
    ),
    key=lambda p: (p.a, p.y),
    checker=lambda p, v: (
        v[0] ** 2 - (p.a + p.c) * v[0] + p.a * p.c == 0
        and v[0] ** 2 - (p.a + p.b) * v[0] + p.a * p.b == 0
        and v[1] * (v[0] - p.c) == v[0] - p.b
    ),
    misconceptions=(
        Slip("y_zero", lambda p: (p.a, 0), "x is right. Shorten first, then put {a} in for y."),
        Slip("sign_of_x", lambda p: (-p.a, p.y), "The common factor is 0 at {a}: mind the sign."),
        Slip("asymptote", lambda p: (p.c, 0), "At x = {c} the graph runs off without end."),
        Slip("zero", lambda p: (p.b, 0), "At x = {b} the graph crosses the x-axis."),
        Slip("ratio", lambda p: (p.a, Fraction(p.b, p.c)), "x is right. Put it into what is left."),
        Slip("far_value", lambda p: (p.a, 1), "x is right. But 1 is the value far out."),
    ),
    hints=(
        "Factor both. Which factor stands above and below?",
        "After shortening it is [[{short}]]. Put in the x of the factor that is gone.",
    ),
    steps=(
        Step("Shorten.", "{full}", "{short}"),
        Step("The factor that is gone is 0 at:", "{as_} + 0", "{a}"),
        Step("There the short form is:", "({as_} - {bs})/({as_} - {cs})", "{y}"),
    ),
    form=POINT,
)

_LEVEL = Family(
    id="math.rational_functions.asymptotes",
    skill="math.rational_functions",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"a": range(-9, 10), "b": range(-20, 21), "c": range(1, 7), "d": range(-24, 25)},
    derive=lambda p: {
        "top": f"{times(p.a, 'x')} {plus(p.b)}",
        "bottom": f"{times(p.c, 'x')} {plus(p.d)}",
        "x": Fraction(-p.d, p.c),
        "y": Fraction(p.a, p.c),
        "back": -p.d,
        "as_": signed(p.a),
    },
    where=(
        lambda p: p.a and p.b and p.d and p.x.denominator == 1 and p.y.denominator < 4,
        lambda p: p.a * p.d != p.b * p.c and p.x != p.y,
    ),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem=(
        "[[f(x) = ({top})/({bottom})]] nears two lines, one upright (x = ?) and one level"
        " (y = ?). Write the two numbers like (3, 1/2), first that of x."
    ),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: p.c * v[0] + p.d == 0 and v[1] * p.c == p.a,
    misconceptions=(
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two. First x, then y."),
        Slip("sign_of_x", lambda p: (-p.x, p.y), "The bottom must be 0 there. Check the sign."),
        Slip(
            "zero_of_top",
            lambda p: (Fraction(-p.b, p.a), p.y),
            "You made the top 0. Take the bottom.",
        ),
        Slip(
            "y_at_zero",
            lambda p: (p.x, Fraction(p.b, p.d)),
            "x is right. You found y at x = 0; look far out.",
        ),
        Slip(
            "y_zero",
            lambda p: (p.x, 0),
            "x is right. Top and bottom grow at the same pace far out.",
        ),
        Slip(
            "y_upside_down",
            lambda p: (p.x, Fraction(p.c, p.a)),
            "x is right. Turn the other one over.",
        ),
    ),
    hints=(
        "Where is the bottom 0? And what happens for very large x?",
        "For very large x only {a}x over {c}x counts.",
    ),
    steps=(
        Step("The bottom is 0 at:", "{back} ÷ {c}", "{x}"),
        Step("Far out the value nears:", "{as_} ÷ {c}", "{y}"),
    ),
    form=POINT,
)


FAMILIES = (
    _HOLE,
    _LEVEL,
)

"""Polynomials: adding and multiplying."""

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.content.latex import plus, polynomial, signed, times
from vel_tutor.vocabulary import ItemFormat

_SUBTRACT = Family(
    id="math.polynomials.subtract",
    skill="math.polynomials",
    grade=9,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={
        "a": range(2, 10),
        "b": range(-9, 10),
        "c": range(-9, 10),
        "d": range(2, 10),
        "e": range(-9, 10),
        "f": range(-9, 10),
    },
    derive=lambda p: {
        "one": polynomial(p.a, p.b, p.c),
        "two": polynomial(p.d, p.e, p.f),
        "x2": p.a - p.d,
        "x1": p.b - p.e,
        "x0": p.c - p.f,
        "key": polynomial(p.a - p.d, p.b - p.e, p.c - p.f),
        "es": signed(p.e),
        "fs": signed(p.f),
        "bs": signed(p.b),
        "cs": signed(p.c),
    },
    where=(lambda p: p.b and p.c and p.e and p.f and p.x2 and p.x1 and p.x0,),
    stem="Write as short as possible: [[({one}) - ({two})]]",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(f"({v}) + {p.two}", "x", lambda t: p.a * t * t + p.b * t + p.c),
    misconceptions=(
        Slip(
            "first_part_only",
            lambda p: polynomial(p.x2, p.b + p.e, p.c + p.f),
            "The minus belongs to the whole second bracket. It turns {e} and {f} too.",
        ),
        Slip(
            "last_not_turned",
            lambda p: polynomial(p.x2, p.x1, p.c + p.f),
            "The minus also turns the last number, {f}.",
        ),
        Slip(
            "adds",
            lambda p: polynomial(p.a + p.d, p.b + p.e, p.c + p.f),
            "You added the brackets. Take the second one away.",
        ),
        Slip(
            "turned_round",
            lambda p: polynomial(-p.x2, -p.x1, -p.x0),
            "You took the first away from the second.",
        ),
        Slip(
            "middle_not_turned",
            lambda p: polynomial(p.x2, p.b + p.e, p.x0),
            "The minus also turns the part with x: {b} minus {e}.",
        ),
    ),
    hints=(
        "The minus turns every sign in the second bracket.",
        "Put the same powers together: first [[x^2]], then x, then the numbers.",
    ),
    steps=(
        Step("The parts with the square:", "{a} - {d}", "{x2}"),
        Step("The parts with x:", "{bs} - {es}", "{x1}"),
        Step("The numbers:", "{cs} - {fs}", "{x0}"),
        Step("Together:", "({one}) - ({two})", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
)


def _cubic(p: Params) -> dict[str, object]:
    return {
        "one": f"x {plus(p.a)}",
        "two": polynomial(1, p.b, p.c),
        "x2": p.a + p.b,
        "x1": p.a * p.b + p.c,
        "x0": p.a * p.c,
        "key": polynomial(1, p.a + p.b, p.a * p.b + p.c, p.a * p.c),
        "as_": signed(p.a),
        "bs": signed(p.b),
        "cs": signed(p.c),
        "cp": plus(p.c),
    }


_MULTIPLY = Family(
    id="math.polynomials.multiply",
    skill="math.polynomials",
    grade=9,
    format=ItemFormat.EXPRESSION,
    time_s=80,
    params={"a": range(-7, 8), "b": range(-7, 8), "c": range(-9, 10)},
    derive=_cubic,
    where=(lambda p: p.a and p.b and p.c and p.x2 and p.x1,),
    stem="Multiply out and put like terms together: [[({one})({two})]]",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: (t + p.a) * (t * t + p.b * t + p.c)),
    misconceptions=(
        Slip(
            "ends_only",
            lambda p: polynomial(1, 0, 0, p.x0),
            "You multiplied first parts and last parts only. There are six products.",
        ),
        Slip(
            "a_meets_last_only",
            lambda p: polynomial(1, p.b, p.c, p.x0),
            "{a} also meets the square and the part with x.",
        ),
        Slip(
            "square_part",
            lambda p: polynomial(1, p.a * p.b, p.x1, p.x0),
            "The parts with [[x^2]] are {b} and {a}. Add them.",
        ),
        Slip(
            "x_part_a_times_b_only",
            lambda p: polynomial(1, p.x2, p.a * p.b, p.x0),
            "Two products have x: {a} times {b}, and x times {c}.",
        ),
        Slip(
            "last_sign",
            lambda p: polynomial(1, p.x2, p.x1, -p.x0),
            "Check the sign of the last part: {a} times {c}.",
        ),
    ),
    hints=(
        "Each of the two parts on the left meets each of the three on the right.",
        "Take x times all of it first, then {a} times all of it.",
    ),
    steps=(
        Step("With the square:", "{bs} + {as_}", "{x2}"),
        Step("With x:", "{as_} * {bs} {cp}", "{x1}"),
        Step("The number:", "{as_} * {cs}", "{x0}"),
        Step("All together:", "({one})({two})", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
)

_SQUARE = Family(
    id="math.polynomials.square",
    skill="math.polynomials",
    grade=9,
    format=ItemFormat.EXPRESSION,
    time_s=50,
    params={"a": range(1, 11), "b": range(-12, 13)},
    derive=lambda p: {
        "inside": f"{times(p.a, 'x')} {plus(p.b)}",
        "first": p.a**2,
        "middle": 2 * p.a * p.b,
        "last": p.b**2,
        "key": polynomial(p.a**2, 2 * p.a * p.b, p.b**2),
        "bs": signed(p.b),
    },
    where=(lambda p: p.b and p.a != abs(p.b),),
    stem="Multiply out: [[({inside})^2]]",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: (p.a * t + p.b) * (p.a * t + p.b)),
    misconceptions=(
        Slip(
            "no_middle",
            lambda p: polynomial(p.first, 0, p.last),
            "There is a middle part: {a} times {b}, twice.",
        ),
        Slip(
            "middle_once",
            lambda p: polynomial(p.first, p.a * p.b, p.last),
            "The middle part comes up twice: [[{inside}]] meets itself.",
        ),
        Slip(
            "front_not_squared",
            lambda p: polynomial(p.a, p.middle, p.last) if p.a > 1 else None,
            "The {a} is squared as well.",
        ),
        Slip(
            "last_negative",
            lambda p: polynomial(p.first, p.middle, -p.last),
            "The last part is {b} times itself, so it is positive.",
        ),
        Slip(
            "doubles",
            lambda p: polynomial(0, 2 * p.a, 2 * p.b),
            "Squaring is not doubling. Write the bracket twice and multiply.",
        ),
        Slip(
            "middle_sign",
            lambda p: polynomial(p.first, -p.middle, p.last),
            "The middle part has the sign of {b}.",
        ),
    ),
    hints=(
        "Write the bracket twice and multiply.",
        "The middle part is twice {a} times {b}, with x.",
    ),
    steps=(
        Step("In front of the square:", "{a}^2", "{first}"),
        Step("The middle part:", "2 * {a} * {bs}", "{middle}"),
        Step("The last part:", "{bs}^2", "{last}"),
        Step("Together:", "({inside})^2", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
)


FAMILIES = (
    _SUBTRACT,
    _MULTIPLY,
    _SQUARE,
)

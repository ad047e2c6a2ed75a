"""Parabolas and roots, answered in several parts."""

from fractions import Fraction
from itertools import pairwise

from vel_tutor.content import arith, surds
from vel_tutor.content.arith import evaluate, parse
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER, TEXT
from vel_tutor.content.latex import plus, polynomial, signed, times
from vel_tutor.vocabulary import ItemFormat


def _point(x: int, y: int) -> str:
    return f"({x}, {y})".replace("-", "\N{MINUS SIGN}")


def _y(p: Params, x: int) -> int:
    return p.a * x * x + p.b * x + p.c


_ON_CURVE = Family(
    id="math.parabolas.points_on",
    skill="math.parabolas",
    grade=9,
    format=ItemFormat.MULTI,
    time_s=80,
    params={
        "a": (-2, -1, 1, 2),
        "b": range(-5, 6),
        "c": range(-9, 10),
        "u": range(1, 5),
        "w": range(-5, 0),
    },
    derive=lambda p: {"rule": polynomial(p.a, p.b, p.c)},
    where=(lambda p: p.b and p.c and p.u != -p.w,),
    stem="Which points lie on the graph of [[y = {rule}]]? Choose all that do.",
    key=lambda p: (_point(p.u, _y(p, p.u)), _point(p.w, _y(p, p.w))),
    checker=lambda p, v: _on(p, v),
    misconceptions=(
        Slip(
            "square_sign",
            lambda p: _point(p.w, -p.a * p.w**2 + p.b * p.w + p.c),
            "The square of {w} is positive. Work out y again.",
        ),
        Slip(
            "middle_sign",
            lambda p: _point(p.w, p.a * p.w**2 - p.b * p.w + p.c),
            "Check the part with x at {w}: {b} times {w}.",
        ),
        Slip(
            "doubles",
            lambda p: _point(p.u, 2 * p.a * p.u + p.b * p.u + p.c) if p.u != 2 else None,
            "The square of {u} is {u} times {u}, not twice {u}.",
        ),
        Slip(
            "number_sign",
            lambda p: _point(p.u, _y(p, p.u) - 2 * p.c),
            "Check the last number at x = {u}.",
        ),
        Slip(
            "mirrored",
            lambda p: _point(-p.u, _y(p, p.u)),
            "A parabola is not always mirrored at the y-axis. Put x in.",
        ),
        Slip(
            "swapped", lambda p: _point(_y(p, p.u), p.u), "x and y changed places. First comes x."
        ),
    ),
    hints=(
        "Put the x of each point into the rule.",
        "A point lies on the graph if its y comes out.",
    ),
    steps=lambda p: tuple(
        Step(
            f"At x = {x}:",
            f"{signed(p.a)} * {signed(x)}^2 {plus(p.b)} * {signed(x)} {plus(p.c)}",
            f"{_y(p, x)}",
        )
        for x in (p.u, p.w)
    ),
    form=TEXT,
)


def _on(p: Params, text: str) -> bool:
    x, y = text.strip("()").replace("\N{MINUS SIGN}", "-").split(", ")
    return evaluate(parse(p.rule), {"x": Fraction(int(x))}) == int(y)


def _surd(outside: int, inside: int) -> str:
    return f"{outside}sqrt({inside})"


def _square(text: str) -> Fraction:
    value = arith.exact(parse(text))
    found = value * value
    if isinstance(found, surds.Surd):
        raise TypeError(text)
    return found


def _sorted_roots(p: Params) -> tuple[str, ...]:
    return tuple(sorted((_surd(p.a, p.m), _surd(p.b, p.n), _surd(p.c, p.o), str(p.d)), key=_square))


def _by(p: Params, part: int) -> tuple[str, ...]:
    """Sorted by the number in front or under the root only."""

    def look(text: str) -> int:
        numbers = text.rstrip(")").split("sqrt(")
        return int(numbers[min(part, len(numbers) - 1)])

    return tuple(sorted(_sorted_roots(p), key=look))


_ROOTS = Family(
    id="math.radicals.in_order",
    skill="math.radicals",
    grade=9,
    format=ItemFormat.ORDER,
    time_s=70,
    params={
        "a": range(2, 8),
        "m": (2, 3, 5, 6, 7),
        "b": range(2, 8),
        "n": (2, 3, 5, 6, 7),
        "c": range(2, 8),
        "o": (10, 11, 13),
        "d": range(5, 16),
    },
    where=(
        lambda p: p.m != p.n and len({p.a, p.b, p.c, p.d}) == 4,
        lambda p: len({_square(text) for text in _sorted_roots(p)}) == 4,
    ),
    stem="Put these numbers in order, the smallest first. No calculator is needed.",
    key=_sorted_roots,
    checker=lambda p, v: all(_square(str(one)) < _square(str(two)) for one, two in pairwise(v)),
    misconceptions=(
        Slip(
            "largest_first", lambda p: _sorted_roots(p)[::-1], "That starts with the largest one."
        ),
        Slip(
            "by_front",
            lambda p: _by(p, 0),
            "You looked at the numbers in front only. The roots count too.",
        ),
        Slip("by_root", lambda p: _by(p, 1), "You looked at the numbers under the roots only."),
        Slip(
            "middle_swapped",
            lambda p: tuple(_sorted_roots(p)[at] for at in (0, 2, 1, 3)),
            "The two in the middle change places. Compare their squares.",
        ),
    ),
    hints=(
        "Square each number: the squares have the same order.",
        "The square of 2 times a root is 4 times the number under it.",
    ),
    steps=lambda p: tuple(
        Step("Its square:", f"({text})^2", f"{_square(text)}") for text in _sorted_roots(p)
    ),
    form=EXPRESSION,
    canon=lambda p: frozenset(_sorted_roots(p)),
)


_WAYS, _COUNTS, _SIDES = ("up", "down"), ("0", "1", "2"), ("left", "right")


def _shape_words(
    p: Params, *, way: bool = False, side: bool = False, count: int = 0
) -> tuple[str, ...]:
    hits = 1 if not p.k else (2 if p.a * p.k < 0 else 0)
    return (
        _WAYS[(p.a < 0) != way],
        _SIDES[(p.h > 0) != side],
        _COUNTS[(hits + count) % 3],
    )


_DESCRIBED = Family(
    id="math.parabolas.described",
    skill="math.parabolas",
    grade=9,
    format=ItemFormat.CLOZE,
    time_s=60,
    params={
        "a": (-3, -2, -1, 1, 2, 3),
        "h": range(-9, 10),
        "k": (*range(-9, 10), 0, 0, 0, 0, 0, 0),
    },
    derive=lambda p: {
        "rule": f"{times(p.a, f'(x {plus(-p.h)})^2')}" + (f" {plus(p.k)}" if p.k else ""),
        "b": -2 * p.a * p.h,
        "disc": -4 * p.a * p.k,
    },
    where=(lambda p: p.h,),
    stem=(
        "The parabola [[y = {rule}]] opens ___. Its turning point lies to the ___ of the y-axis."
        " It meets the x-axis at ___ points."
    ),
    gaps=lambda p: (_WAYS, _SIDES, _COUNTS),
    key=_shape_words,
    checker=lambda p, v: _fits(p, v),
    misconceptions=(
        Slip(
            "wrong_side",
            lambda p: _shape_words(p, side=True),
            "The bracket is 0 at x = {h}. On which side is that?",
        ),
        Slip(
            "wrong_way",
            lambda p: _shape_words(p, way=True),
            "Look at the sign of {a}: it tells which way it opens.",
        ),
        Slip(
            "count_one_more",
            lambda p: _shape_words(p, count=1),
            "From the turning point at height {k}, does the graph go toward the x-axis?",
        ),
        Slip(
            "count_one_less",
            lambda p: _shape_words(p, count=2),
            "The turning point is at height {k}. Think of where the graph goes from there.",
        ),
        Slip(
            "both_first",
            lambda p: _shape_words(p, way=True, side=True),
            "Check the sign in front, and where the bracket is 0.",
        ),
    ),
    hints=(
        "Where is the bracket 0, and what is y there?",
        "The sign in front tells if it opens up or down.",
    ),
    steps=lambda p: (
        Step("The bracket is 0 at x = " + str(p.h) + ":", f"{signed(p.h)} - {signed(p.h)}", "0"),
        Step(
            "Under the root of the formula stands 4 times:",
            f"0 - {signed(p.a)} * {signed(p.k)}",
            f"{-p.a * p.k}",
        ),
    ),
    form=TEXT,
)


def _fits(p: Params, words: tuple[str, ...]) -> bool:
    """Read from values of the rule: far out, at both sides, and by the discriminant."""

    def y(x: int) -> int:
        return p.a * (x - p.h) ** 2 + p.k

    disc = p.b**2 - 4 * p.a * y(0)
    nearer_left = (y(-1) - y(1)) * p.a < 0
    return tuple(words) == (
        "up" if y(1000) > y(0) else "down",
        "left" if nearer_left else "right",
        str(1 + (disc > 0) - (disc < 0)),
    )


_ZEROS = Family(
    id="math.polynomial_zeros.all",
    skill="math.polynomial_zeros",
    grade=11,
    format=ItemFormat.MULTI,
    time_s=90,
    params={"u": range(-6, 7), "v": range(-6, 7), "w": range(-6, 7)},
    derive=lambda p: {
        "rule": polynomial(
            1, -p.u - p.v - p.w, p.u * p.v + p.u * p.w + p.v * p.w, -p.u * p.v * p.w
        ),
        "third": p.u * p.v * p.w,
    },
    where=(
        lambda p: p.u and p.v and p.w and p.u < p.v < p.w,
        lambda p: len({abs(p.u), abs(p.v), abs(p.w)}) == 3,
    ),
    stem="Which of these are zeros of [[{rule}]]? Choose all that are.",
    key=lambda p: (p.u, p.v, p.w),
    checker=lambda p, v: evaluate(parse(p.rule), {"x": v}) == 0,
    misconceptions=(
        Slip(
            "sign_of_first",
            lambda p: -p.u,
            "At {u} it is zero, but not at the opposite. Put it in.",
        ),
        Slip("sign_of_second", lambda p: -p.v, "Here the powers do not cancel. Check the signs."),
        Slip("sign_of_third", lambda p: -p.w, "{w} works, but its opposite does not: put it in."),
        Slip("sum", lambda p: p.u + p.v + p.w, "The sum of all zeros need not be a zero itself."),
        Slip("zero", lambda p: 0, "At x = 0 only the last number is left, and that is not 0."),
        Slip("one", lambda p: 1, "At x = 1 add all the numbers in front: it is not 0."),
    ),
    hints=(
        "A zero makes the polynomial 0. Put the numbers in.",
        "Whole zeros divide the last number. Start with small ones.",
    ),
    steps=lambda p: tuple(Step(f"At x = {x}:", _put_in(p, x), "0") for x in (p.u, p.v, p.w)),
    form=INTEGER,
)


def _put_in(p: Params, x: int) -> str:
    """The polynomial with the number in place of x."""
    square, linear = -p.u - p.v - p.w, p.u * p.v + p.u * p.w + p.v * p.w
    at = signed(x)
    return f"{at}^3 + ({square}) * {at}^2 + ({linear}) * {at} + ({-p.third})"


FAMILIES = (
    _ZEROS,
    _ON_CURVE,
    _ROOTS,
    _DESCRIBED,
)

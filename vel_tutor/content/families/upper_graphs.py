"""Undoing, composing and moving functions."""

from fractions import Fraction

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, POINT
from vel_tutor.content.latex import plus, polynomial, signed, vertex_form
from vel_tutor.vocabulary import ItemFormat

_INVERSE = Family(
    id="math.inverse_functions.rule",
    skill="math.inverse_functions",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={"a": range(2, 10), "b": range(-12, 13), "c": range(2, 10)},
    derive=lambda p: {
        "rule": f"({p.a}x {plus(p.b)})/{p.c}",
        "key": f"({p.c}x {plus(-p.b)})/{p.a}",
        "top": f"{p.c}x {plus(-p.b)}",
        "bs": plus(p.b),
        "undo": plus(-p.b),
    },
    where=(lambda p: p.b and p.a != p.c,),
    stem="[[f(x) = {rule}]]. Which rule undoes f? Write [[g(x)]] so that [[g(f(x)) = x]].",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: (p.c * t - p.b) / p.a),
    misconceptions=(
        Slip(
            "reciprocal",
            lambda p: f"{p.c}/({p.a}x {plus(p.b)})",
            "That is one over f. Undoing means finding x when you know f(x).",
        ),
        Slip(
            "sign",
            lambda p: f"({p.c}x {plus(p.b)})/{p.a}",
            "To undo {b}, do the opposite.",
        ),
        Slip(
            "order",
            lambda p: f"({p.c}x)/{p.a} {plus(-p.b)}",
            "Undo the {b} before you divide by {a}: it is divided too.",
        ),
        Slip(
            "same_order",
            lambda p: f"(x/{p.a} {plus(-p.b)}) * {p.c}",
            "Undo the last step first: f divides by {c} at the end.",
        ),
        Slip(
            "not_divided",
            lambda p: f"{p.c}x {plus(-p.b)}",
            "One step is left to undo: f multiplies x by {a}.",
        ),
        Slip(
            "numbers_swapped",
            lambda p: f"({p.a}x {plus(-p.b)})/{p.c}",
            "f divides by {c}; undoing that multiplies by {c}.",
        ),
    ),
    hints=(
        "What does f do to x first, second, third? Undo it from the end.",
        "f multiplies by {a}, then adds {b}, then divides by {c}.",
    ),
    steps=(
        Step("Undo dividing by {c}: multiply f(x) by it.", "{c} * {rule}", "{a}x {bs}"),
        Step("Undo the number, then the {a}.", "({a}x {bs} {undo})/{a}", "x"),
        Step("The same three moves for x itself:", "({c} * x {undo})/{a}", "{key}"),
    ),
    form=EXPRESSION,
)


def _composed(p: Params) -> dict[str, object]:
    middle, last = 2 * p.b, p.b**2 + p.c
    return {
        "inner": f"x {plus(p.b)}",
        "outer": f"x^2 {plus(p.c)}",
        "middle": middle,
        "last": last,
        "key": polynomial(1, middle, last),
        "put": f"(x {plus(p.b)})^2 {plus(p.c)}",
        "bs": signed(p.b),
        "cs": plus(p.c),
        "square": p.b**2,
    }


_COMPOSE = Family(
    id="math.inverse_functions.compose",
    skill="math.inverse_functions",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={"b": range(-12, 13), "c": range(-20, 21)},
    derive=_composed,
    where=(lambda p: p.b and p.c and p.last,),
    stem="[[f(x) = {outer}]] and [[g(x) = {inner}]]. Write [[f(g(x))]] without brackets.",
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: (t + p.b) ** 2 + p.c),
    misconceptions=(
        Slip(
            "other_order",
            lambda p: f"x^2 {plus(p.c + p.b)}",
            "That is g after f. Here g comes first, because it stands inside.",
        ),
        Slip(
            "no_middle",
            lambda p: f"x^2 {plus(p.last)}",
            "[[({inner})^2]] has a middle part: x times {b}, twice.",
        ),
        Slip(
            "product",
            lambda p: f"({p.outer})({p.inner})",
            "You multiplied the two. Put g(x) in place of x in f.",
        ),
        Slip(
            "middle_once",
            lambda p: polynomial(1, p.b, p.last),
            "x times {b} comes up twice when you square [[{inner}]].",
        ),
        Slip(
            "number_left_out",
            lambda p: polynomial(1, p.middle, p.square),
            "The square is right. The {c} of f is missing.",
        ),
    ),
    hints=("The inner function comes first.", "Put [[{inner}]] in place of x: [[{put}]]."),
    steps=(
        Step("The middle part of the square:", "2 * {bs}", "{middle}"),
        Step("The number at the end:", "{bs}^2 {cs}", "{last}"),
        Step("Together:", "{put}", "{key}"),
    ),
    form=EXPRESSION,
    must="expanded",
)

_MOVED = Family(
    id="math.transformations.point",
    skill="math.transformations",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "a": range(-8, 9),
        "b": range(-8, 9),
        "s": (-3, -2, 2, 3),
        "h": range(-7, 8),
        "k": range(-9, 10),
    },
    derive=lambda p: {
        "x": p.a + p.h,
        "y": p.s * p.b + p.k,
        "rule": f"{p.s}f(x {plus(-p.h)}) {plus(p.k)}",
        "hs": signed(p.h),
        "ks": plus(p.k),
        "bs": signed(p.b),
        "side": "right" if p.h > 0 else "left",
        "size": abs(p.h),
    },
    where=(lambda p: p.a and p.b and p.h and p.k and p.y,),
    stem=(
        "The graph of f goes through ({a}, {b}). Which point must be on [[y = {rule}]]? Write it"
        " like (3, -2)."
    ),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: v[0] - p.h == p.a and Fraction(v[1] - p.k, p.s) == p.b,
    misconceptions=(
        Slip(
            "shift_other_way",
            lambda p: (p.a - p.h, p.y),
            "y is right. What must x be so that the bracket is {a}?",
        ),
        Slip(
            "stretches_shift",
            lambda p: (p.x, p.s * (p.b + p.k)),
            "x is right. Multiply by {s} first, then add {k}.",
        ),
        Slip(
            "no_stretch",
            lambda p: (p.x, p.b + p.k),
            "x is right. The value of f is also multiplied by {s}.",
        ),
        Slip(
            "stretches_x",
            lambda p: (p.s * p.x, p.b + p.k),
            "The {s} multiplies the value of f, not x.",
        ),
        Slip("x_stays", lambda p: (p.a, p.y), "y is right. The graph also moves sideways."),
        Slip(
            "y_shift_sign",
            lambda p: (p.x, p.s * p.b - p.k),
            "x is right. Check which way y moves at the end.",
        ),
    ),
    hints=(
        "For which x is what stands in the bracket of f equal to {a}?",
        "The graph moves {size} to the {side}. Then work out y from f = {b}.",
    ),
    steps=(
        Step("The bracket must be {a}, so x is:", "{a} + {hs}", "{x}"),
        Step("There f is {b}, so y is:", "{s} * {bs} {ks}", "{y}"),
    ),
    form=POINT,
)

_SHIFTED_RULE = Family(
    id="math.transformations.rule",
    skill="math.transformations",
    grade=10,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"h": range(-9, 10), "k": range(-9, 10), "flip": (1, -1)},
    derive=lambda p: {
        "across": abs(p.h),
        "side": "right" if p.h > 0 else "left",
        "up": abs(p.k),
        "way": "up" if p.k > 0 else "down",
        "mirror": "" if p.flip > 0 else "mirrored in the x-axis, then ",
        "key": vertex_form(p.flip, p.h, p.k),
        "opens": "up" if p.flip > 0 else "down",
    },
    where=(lambda p: p.h and p.k and abs(p.h) != abs(p.k),),
    stem=(
        "The graph of [[y = x^2]] is {mirror}moved {across} to the {side} and {up} {way}. Which"
        " rule has this graph?"
    ),
    key=lambda p: p.key,
    checker=lambda p, v: agrees(v, "x", lambda t: p.flip * (t - p.h) ** 2 + p.k),
    misconceptions=(
        Slip(
            "across_sign",
            lambda p: vertex_form(p.flip, -p.h, p.k),
            "The turning point is at x = {h}: there the bracket must be 0.",
        ),
        Slip(
            "up_sign",
            lambda p: vertex_form(p.flip, p.h, -p.k),
            "Moving {way} by {up} changes every value. Check the last sign.",
        ),
        Slip(
            "both_signs",
            lambda p: vertex_form(p.flip, -p.h, -p.k),
            "The turning point should be ({h}, {k}). Put {h} in for x and see.",
        ),
        Slip(
            "swapped",
            lambda p: vertex_form(p.flip, p.k, p.h),
            "You swapped the two moves: sideways goes with x, in the bracket.",
        ),
        Slip(
            "mirror",
            lambda p: vertex_form(-p.flip, p.h, p.k),
            "This graph opens the wrong way. It should open {opens}.",
        ),
        Slip(
            "mirror_swapped",
            lambda p: vertex_form(-p.flip, p.k, p.h),
            "The moves changed places, and the graph should open {opens}.",
        ),
    ),
    hints=("Where is the turning point after the moves?", "It moves from (0, 0) to ({h}, {k})."),
    steps=(
        Step("At the turning point the bracket is 0:", "({h}) - ({h})", "0"),
        Step("So the rule is:", "{key}", "{key}"),
    ),
    form=EXPRESSION,
)

FAMILIES = (_INVERSE, _COMPOSE, _MOVED, _SHIFTED_RULE)

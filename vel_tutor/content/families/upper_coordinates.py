"""Shapes on the plane: areas, parallelograms, right angles."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import POINT, RATIONAL
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_AREA = Family(
    id="math.coordinate_proofs.area",
    skill="math.coordinate_proofs",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=90,
    params={
        "a": range(-6, 7),
        "b": range(-6, 7),
        "u": range(-8, 9),
        "v": range(-8, 9),
        "s": range(-8, 9),
        "t": range(-8, 9),
    },
    derive=lambda p: {
        "c": p.a + p.u,
        "d": p.b + p.v,
        "e": p.a + p.s,
        "f": p.b + p.t,
        "one": p.u * p.t,
        "two": p.s * p.v,
        "twice": abs(p.u * p.t - p.s * p.v),
        "area": Fraction(abs(p.u * p.t - p.s * p.v), 2),
        "us": signed(p.u),
        "vs": signed(p.v),
        "ss": signed(p.s),
        "ts": signed(p.t),
        "twos": signed(p.s * p.v),
        "box": (max(0, p.u, p.s) - min(0, p.u, p.s)) * (max(0, p.v, p.t) - min(0, p.v, p.t)),
    },
    where=(lambda p: p.u and p.v and p.s and p.t and p.twice > 4 and p.one * p.two,),
    stem="What is the area of the triangle with the corners ({a}, {b}), ({c}, {d}) and ({e}, {f})?",
    key=lambda p: p.area,
    checker=lambda p, v: 2 * v == abs(p.a * (p.d - p.f) + p.c * (p.f - p.b) + p.e * (p.b - p.d)),
    misconceptions=(
        Slip("parallelogram", lambda p: p.twice, "That is twice the triangle. Halve it."),
        Slip(
            "adds_products",
            lambda p: Fraction(abs(p.one + p.two), 2),
            "The two products are subtracted: {one} minus {two}.",
        ),
        Slip("half_box", lambda p: Fraction(p.box, 2), "The box around it is not simply halved."),
        Slip("box", lambda p: p.box, "That is the box around the triangle. Take the corners off."),
        Slip(
            "first_product",
            lambda p: Fraction(abs(p.one), 2),
            "The second product is missing: {s} times {v}.",
        ),
    ),
    hints=(
        "Draw the box around it and take three corners off, or use the steps from one corner.",
        "From ({a}, {b}) the steps are ({u}, {v}) and ({s}, {t}). Multiply crosswise.",
    ),
    steps=(
        Step("From the first corner: first product.", "{us} * {ts}", "{one}"),
        Step("Second product.", "{ss} * {vs}", "{two}"),
        Step("Their difference, without its sign:", "abs({one} - {twos})", "{twice}"),
        Step("Half of it:", "{twice} ÷ 2", "{area}"),
    ),
    form=RATIONAL,
)

_FOURTH = Family(
    id="math.coordinate_proofs.parallelogram",
    skill="math.coordinate_proofs",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "a": range(-8, 9),
        "b": range(-8, 9),
        "c": range(-8, 9),
        "d": range(-8, 9),
        "e": range(-8, 9),
        "f": range(-8, 9),
    },
    derive=lambda p: {
        "x": p.a + p.e - p.c,
        "y": p.b + p.f - p.d,
        "cs": signed(p.c),
        "ds": signed(p.d),
        "es": signed(p.e),
        "fs": signed(p.f),
    },
    where=(
        lambda p: (p.c - p.a) * (p.f - p.b) != (p.e - p.a) * (p.d - p.b),
        lambda p: len({(p.a, p.b), (p.c, p.d), (p.e, p.f)}) == 3 and p.x != p.y,
    ),
    stem=(
        "A({a}, {b}), B({c}, {d}) and C({e}, {f}) are corners of the parallelogram ABCD. Where is"
        " D? Write it like (3, -2)."
    ),
    key=lambda p: (p.x, p.y),
    checker=lambda p, v: (v[0] + p.c, v[1] + p.d) == (p.a + p.e, p.b + p.f),
    misconceptions=(
        Slip(
            "opposite_of_c",
            lambda p: (p.a + p.c - p.e, p.b + p.d - p.f),
            "D lies across from B, not across from C.",
        ),
        Slip(
            "opposite_of_a",
            lambda p: (p.c + p.e - p.a, p.d + p.f - p.b),
            "D lies across from B, not across from A.",
        ),
        Slip(
            "middle",
            lambda p: (Fraction(p.a + p.e, 2), Fraction(p.b + p.f, 2)),
            "That is the middle, where the diagonals cross.",
        ),
        Slip("swapped", lambda p: (p.y, p.x), "You swapped the two. First x, then y."),
        Slip(
            "all_added",
            lambda p: (p.a + p.c + p.e, p.b + p.d + p.f),
            "Take B away: from A go as from B to C.",
        ),
    ),
    hints=(
        "The way from A to D is the same as from B to C.",
        "How far is it from B to C? Go that far from A.",
    ),
    steps=(
        Step("From A as from B to C, across:", "{a} + {es} - {cs}", "{x}"),
        Step("And up:", "{b} + {fs} - {ds}", "{y}"),
    ),
    form=POINT,
)

_RIGHT_ANGLE = Family(
    id="math.coordinate_proofs.right_angle",
    skill="math.coordinate_proofs",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=90,
    params={
        "a": range(-6, 7),
        "b": range(-6, 7),
        "u": range(-7, 8),
        "v": range(-7, 8),
        "s": range(-8, 9),
    },
    derive=lambda p: {
        "c": p.a + p.u,
        "d": p.b + p.v,
        "e": p.a + p.s,
        "t": Fraction(-p.u * p.s, p.v) if p.v else 0,
        "k": p.b + (Fraction(-p.u * p.s, p.v) if p.v else 0),
        "slope": Fraction(p.v, p.u) if p.u else 0,
        "cross": Fraction(-p.u, p.v) if p.v else 0,
        "us": signed(p.u),
        "ss": signed(p.s),
    },
    where=(
        lambda p: (
            p.u and p.v and p.s and p.u != p.s and p.t.denominator < 4 and abs(p.u) != abs(p.v)
        ),
    ),
    stem=(
        "P is ({a}, {b}), Q is ({c}, {d}) and R is ({e}, k). The angle at P is a right angle. What"
        " is k?"
    ),
    key=lambda p: p.k,
    checker=lambda p, v: p.u * p.s + p.v * (v - p.b) == 0,
    misconceptions=(
        Slip("on_the_line", lambda p: p.b + p.slope * p.s, "Then P, Q and R lie on one line."),
        Slip(
            "sign_only",
            lambda p: p.b - p.slope * p.s,
            "Turn the slope over as well, not only its sign.",
        ),
        Slip("turned_only", lambda p: p.b - p.t, "Turn the slope over and change its sign too."),
        Slip("step_only", lambda p: p.t, "That is the step up from P. Add the y of P."),
        Slip("from_q", lambda p: p.d + p.t, "The right angle is at P: start there."),
    ),
    hints=(
        "What is the slope of PQ? And of a line at a right angle to it?",
        "The slope of PR must be [[{cross}]]. R lies {s} across from P.",
    ),
    steps=(
        Step("The slope of PQ:", "({d} - ({b})) ÷ {us}", "{slope}"),
        Step("At a right angle it is:", "-1 ÷ ({slope})", "{cross}"),
        Step("From P, {s} across, that is up by:", "{ss} * ({cross})", "{t}"),
        Step("So k is:", "{b} + ({t})", "{k}"),
    ),
    form=RATIONAL,
)


FAMILIES = (
    _AREA,
    _FOURTH,
    _RIGHT_ANGLE,
)

"""Circles: angles, chords and tangents."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.vocabulary import ItemFormat

_INSCRIBED = Family(
    id="math.circle_theorems.inscribed",
    skill="math.circle_theorems",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "a": range(20, 79),
        "b": range(15, 70),
        "names": (("A", "B", "C", "D"), ("P", "Q", "R", "S")),
    },
    derive=lambda p: {
        "w": p.names[0],
        "x": p.names[1],
        "y": p.names[2],
        "z": p.names[3],
        "arc": 2 * p.a,
        "third": 180 - p.a - p.b,
    },
    where=(lambda p: p.a != p.b and p.third > 20 and p.third not in (p.a, p.b, 90),),
    canon=lambda p: (p.a, p.b),
    stem=(
        "{w}, {x} and {y} lie on a circle with center O. The angle {x}O{y} at the center is"
        " {arc}°; the angle at {w} sees the same arc. In triangle {w}{x}{y}, the angle at {x} is"
        " {b}°. How large is the angle at {y}?"
    ),
    key=lambda p: p.third,
    checker=lambda p, v: 2 * v == 360 - p.arc - 2 * p.b,
    misconceptions=(
        Slip(
            "center_angle_as_corner",
            lambda p: 180 - p.arc - p.b if 180 - p.arc - p.b > 0 else None,
            "The angle on the circle is half of the one at the center.",
        ),
        Slip("angle_at_first", lambda p: p.a, "That is the angle at {w}. Now the third one."),
        Slip("same_as_second", lambda p: p.b, "The triangle need not have two equal angles."),
        Slip(
            "from_center_only",
            lambda p: 180 - p.arc if p.arc < 180 else None,
            "Use the angle at {x} as well.",
        ),
        Slip("adds", lambda p: p.a + p.b, "The three angles make 180° together: take both away."),
        Slip("opposite", lambda p: 180 - p.b, "Three angles are in the triangle, not two."),
    ),
    hints=(
        "How large is the angle at {w}? It sees the same arc as O.",
        "On the circle the angle is half of that at the center. Then use the sum in the triangle.",
    ),
    steps=(
        Step("The angle at {w}:", "{arc} ÷ 2", "{a}"),
        Step("What is left of 180°:", "180 - {a} - {b}", "{third}"),
    ),
    form=RATIONAL,
    unit="°",
)

_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (20, 21, 29),
    (9, 40, 41),
    (12, 35, 37),
)

_TANGENT = Family(
    id="math.circle_theorems.tangent",
    skill="math.circle_theorems",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"t": _TRIPLES, "k": range(1, 9), "turn": (True, False), "ask": ("tangent", "gap")},
    derive=lambda p: {
        "r": p.k * p.t[0 if p.turn else 1],
        "l": p.k * p.t[1 if p.turn else 0],
        "d": p.k * p.t[2],
        "key": p.k * p.t[1 if p.turn else 0]
        if p.ask == "tangent"
        else p.k * p.t[2] - p.k * p.t[0 if p.turn else 1],
        "given": f"P is {p.k * p.t[2]} cm from O. How long is the tangent from P to the circle?"
        if p.ask == "tangent"
        else f"The tangent from P has a length of {p.k * p.t[1 if p.turn else 0]} cm."
        " How far is P from the nearest point of the circle?",
    },
    stem="A circle has center O and a radius of {r} cm. {given}",
    key=lambda p: p.key,
    checker=lambda p, v: (
        v * v + p.r * p.r == p.d * p.d if p.ask == "tangent" else (v + p.r) ** 2 == p.r**2 + p.l**2
    ),
    misconceptions=(
        Slip(
            "difference",
            lambda p: p.d - p.r if p.ask == "tangent" else p.l - p.r,
            "The radius meets the tangent at a right angle: use squares.",
        ),
        Slip("to_center", lambda p: p.d, "That is the way to the center O."),
        Slip(
            "sum",
            lambda p: p.d + p.r if p.ask == "tangent" else p.l + p.r,
            "Adding lengths goes round the corner. Use squares.",
        ),
        Slip(
            "not_rooted",
            lambda p: p.l**2 if p.ask == "tangent" else p.d**2,
            "That is a square. Take its root.",
        ),
        Slip("the_radius", lambda p: p.r, "{r} cm is the radius. Draw the right triangle with it."),
    ),
    hints=(
        "The radius to the point where the tangent touches makes a right angle.",
        "So O, P and that point make a right triangle. Its longest side goes from O to P.",
    ),
    steps=lambda p: (
        (
            Step("Squares in the right triangle:", f"{p.d}^2 - {p.r}^2", f"{p.l**2}"),
            Step("The root:", f"sqrt({p.l**2})", f"{p.l}"),
        )
        if p.ask == "tangent"
        else (
            Step("Squares in the right triangle:", f"{p.r}^2 + {p.l}^2", f"{p.d**2}"),
            Step("From P to O:", f"sqrt({p.d**2})", f"{p.d}"),
            Step("Without the radius:", f"{p.d} - {p.r}", f"{p.d - p.r}"),
        )
    ),
    form=RATIONAL,
    unit="cm",
)

_CHORD = Family(
    id="math.circle_theorems.chord",
    skill="math.circle_theorems",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "t": _TRIPLES,
        "k": range(1, 9),
        "turn": (True, False),
        "what": ("A round pond", "A circle", "A round table", "A wheel"),
    },
    derive=lambda p: {
        "r": p.k * p.t[2],
        "d": p.k * p.t[0 if p.turn else 1],
        "half": p.k * p.t[1 if p.turn else 0],
        "chord": 2 * p.k * p.t[1 if p.turn else 0],
        "square": (p.k * p.t[1 if p.turn else 0]) ** 2,
    },
    stem=(
        "{what} has a radius of {r} cm. A straight line across it passes the center at a distance"
        " of {d} cm. How long is the part of the line inside?"
    ),
    key=lambda p: p.chord,
    checker=lambda p, v: (v / Fraction(2)) ** 2 + p.d**2 == p.r**2,
    misconceptions=(
        Slip("half", lambda p: p.half, "That is half of it: from the middle to the rim."),
        Slip("not_rooted", lambda p: p.square, "That is the square of half of it."),
        Slip("diameter", lambda p: 2 * p.r, "Only through the center it would be {r} cm twice."),
        Slip(
            "difference",
            lambda p: p.r - p.d,
            "That is how far it is from the rim. Use the right triangle.",
        ),
        Slip(
            "twice_difference",
            lambda p: 2 * (p.r - p.d),
            "The sides of a right triangle go with squares.",
        ),
    ),
    hints=(
        "The shortest way from the center meets the line in its middle, at a right angle.",
        "A right triangle: the radius is the long side, {d} cm a short one.",
    ),
    steps=(
        Step("The square of half the part:", "{r}^2 - {d}^2", "{square}"),
        Step("Half the part:", "sqrt({square})", "{half}"),
        Step("All of it:", "2 * {half}", "{chord}"),
    ),
    form=RATIONAL,
    unit="cm",
)

_CROSSING = Family(
    id="math.circle_theorems.crossing_chords",
    skill="math.circle_theorems",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={"a": range(2, 16), "b": range(2, 16), "c": range(2, 16)},
    derive=lambda p: {
        "d": Fraction(p.a * p.b, p.c),
        "product": p.a * p.b,
        "chord": p.c + Fraction(p.a * p.b, p.c),
    },
    where=(lambda p: len({p.a, p.b, p.c}) == 3 and p.d.denominator < 4 and p.d not in (p.a, p.b),),
    canon=lambda p: (min(p.a, p.b), max(p.a, p.b), p.c),
    stem=(
        "Two chords of a circle cross. The first is cut into {a} cm and {b} cm. One part of the"
        " second is {c} cm. How long is the whole second chord?"
    ),
    key=lambda p: p.chord,
    checker=lambda p, v: (v - p.c) * p.c == p.a * p.b,
    misconceptions=(
        Slip("part_only", lambda p: p.d, "That is the other part. The whole chord is asked."),
        Slip("equal_chords", lambda p: p.a + p.b, "The two chords need not be equally long."),
        Slip(
            "sums",
            lambda p: p.c + p.a + p.b - p.c * 2 if p.a + p.b > p.c else None,
            "Products are equal, not sums.",
        ),
        Slip(
            "ratio",
            lambda p: p.c + Fraction(p.c * p.b, p.a),
            "It is {a} times {b} that equals {c} times the other part.",
        ),
        Slip(
            "product", lambda p: p.product, "That is the product of the parts of the first chord."
        ),
        Slip(
            "product_plus", lambda p: p.product + p.c, "Divide {product} by {c} before you add {c}."
        ),
    ),
    hints=(
        "For both chords the product of the two parts is the same.",
        "{c} times the other part is {product}.",
    ),
    steps=(
        Step("The product of the parts:", "{a} * {b}", "{product}"),
        Step("The other part of the second chord:", "{product} ÷ {c}", "{d}"),
        Step("The whole chord:", "{c} + {d}", "{chord}"),
    ),
    form=RATIONAL,
    unit="cm",
)


FAMILIES = (
    _INSCRIBED,
    _TANGENT,
    _CHORD,
    _CROSSING,
)

"""Scale drawings and similar figures: real lengths, lengths on the map, areas, missing sides."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat


def _short(value: Fraction) -> Fraction | None:
    return value if (value * 1000).denominator == 1 else None


_REAL = Family(
    id="math.scale.real_length",
    skill="math.scale",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=45,
    params={
        "tenths": range(12, 160),
        "step": (2, 4, 5, 8, 10, 20, 25, 50),
        "what": (("map", "km"), ("plan of a park", "m"), ("map of a trail", "km")),
    },
    derive=lambda p: {
        "name": p.what[0],
        "unit": p.what[1],
        "cm": decimal_text(Fraction(p.tenths, 10)),
        "real": Fraction(p.tenths * p.step, 10),
        "shown": decimal_text(Fraction(p.tenths * p.step, 10)),
        "length": Fraction(p.tenths, 10),
    },
    where=(lambda p: p.tenths % 10 and p.tenths != 10 * p.step,),
    canon=lambda p: (p.tenths, p.step, p.unit),
    stem="On a {name}, 1 cm stands for {step} {unit}. A path there has {cm} cm. How long is it?",
    key=lambda p: p.real,
    checker=lambda p, v: v / p.step == p.length,
    misconceptions=(
        Slip(
            "divides",
            lambda p: _short(p.length / p.step),
            "Each cm stands for {step} {unit}, so multiply.",
        ),
        Slip("adds", lambda p: p.length + p.step, "You added {step}. Each cm stands for {step}."),
        Slip("ten_times", lambda p: p.real * 10, "Check the point in [[{cm} * {step}]]."),
        Slip("tenth", lambda p: p.real / 10, "The point is one place off in [[{cm} * {step}]]."),
        Slip("not_changed", lambda p: p.length, "That is the length on paper, not the real one."),
        Slip(
            "whole_cm_only",
            lambda p: (p.tenths // 10) * p.step,
            "You left out the part after the point of {cm} cm.",
        ),
        Slip(
            "next_whole_cm",
            lambda p: (p.tenths // 10 + 1) * p.step,
            "You rounded {cm} cm up. Multiply it as it is.",
        ),
    ),
    hints=("What does each cm stand for?", "Multiply {cm} by {step}."),
    steps=(Step("Each cm stands for {step} {unit}.", "{cm} * {step}", "{shown}"),),
    form=DECIMAL,
    unit="{unit}",
)

_DRAWN = Family(
    id="math.scale.drawn_length",
    skill="math.scale",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=55,
    params={
        "scale": (20, 25, 50, 100, 200),
        "cm": range(3, 60),
        "what": ("wall", "room", "garden bed", "boat", "hall", "fence"),
    },
    derive=lambda p: {
        "real": decimal_text(Fraction(p.cm * p.scale, 100)),
        "real_cm": p.cm * p.scale,
        "m": Fraction(p.cm * p.scale, 100),
    },
    where=(lambda p: 2 < p.m < 40,),
    canon=lambda p: (p.scale, p.cm),
    stem="A {what} is {real} m long. How many cm is it on a plan with the scale 1 : {scale}?",
    key=lambda p: p.cm,
    checker=lambda p, v: v * p.scale == p.m * 100,
    misconceptions=(
        Slip(
            "keeps_meters",
            lambda p: _short(p.m / p.scale),
            "That is in m. Change {real} m to cm first.",
        ),
        Slip("multiplies", lambda p: p.m * p.scale, "The plan is smaller, so divide by {scale}."),
        Slip("only_changed", lambda p: p.real_cm, "That is {real} m in cm. Now divide by {scale}."),
        Slip("point", lambda p: Fraction(p.cm, 10), "1 m has 100 cm. You took one zero less."),
        Slip("thousand", lambda p: p.cm * 10, "1 m has 100 cm, not 1000 cm. Check the zeros."),
    ),
    hints=(
        "Write the real length in cm.",
        "{real} m is {real_cm} cm. The plan is {scale} times smaller.",
    ),
    steps=(
        Step("In cm:", "{real} * 100", "{real_cm}"),
        Step("On the plan:", "{real_cm} ÷ {scale}", "{cm}"),
    ),
    form=DECIMAL,
    unit="cm",
)

_AREA = Family(
    id="math.scale.area",
    skill="math.scale",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "k": range(2, 11),
        "area": range(4, 60),
        "what": ("photo", "flag", "poster", "rug", "sign"),
    },
    derive=lambda p: {
        "square": p.k**2,
        "answer": p.area * p.k**2,
        "once": p.area * p.k,
    },
    where=(lambda p: p.k != p.area,),
    canon=lambda p: (p.k, p.area),
    stem="A {what} has {area} cm². All lengths are made {k} times as long. What is the new area?",
    key=lambda p: p.answer,
    checker=lambda p, v: Fraction(v, p.area) == Fraction(p.k, 1) * p.k,
    misconceptions=(
        Slip("once", lambda p: p.once, "Both sides grow, so multiply by {k} two times."),
        Slip("double", lambda p: 2 * p.once, "Squaring {k} is {k} times {k}, not 2 times {k}."),
        Slip("cube", lambda p: p.area * p.k**3, "An area has two lengths, not three."),
        Slip("adds", lambda p: p.area + p.square, "The area is multiplied, not added to."),
        Slip("four", lambda p: 4 * p.once, "A shape may have four sides, but its area has two."),
        Slip("adds_once", lambda p: p.area + p.k, "Longer by a factor of {k}, not by {k} cm."),
        Slip(
            "one_row_more",
            lambda p: p.area * (p.square + 1),
            "The old shape fits {square} times into the new one, not once more.",
        ),
    ),
    hints=(
        "How often does the old shape fit into the new one?",
        "It fits {k} times across, and {k} times up.",
    ),
    steps=(
        Step("It fits so many times:", "{k} * {k}", "{square}"),
        Step("The new area:", "{area} * {square}", "{answer}"),
    ),
    form=RATIONAL,
    unit="cm²",
)

_SIMILAR = Family(
    id="math.scale.similar_sides",
    skill="math.scale",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "a": range(3, 16),
        "b": range(4, 24),
        "f": (
            Fraction(3, 2),
            Fraction(5, 2),
            Fraction(4, 3),
            Fraction(5, 4),
            Fraction(2),
            Fraction(3),
        ),
        "shape": ("triangles", "rectangles", "kites"),
    },
    derive=lambda p: {"c": p.a * p.f, "d": p.b * p.f},
    where=(lambda p: p.a < p.b and p.c.denominator == 1 and p.d.denominator == 1,),
    canon=lambda p: (p.a, p.b, p.f),
    stem=(
        "Two {shape} are similar. Sides of {a} cm and {b} cm in one belong to {c} cm and x in the "
        "other. What is x in cm?"
    ),
    key=lambda p: p.d,
    checker=lambda p, v: Fraction(p.c) / p.a == Fraction(v) / p.b,
    misconceptions=(
        Slip(
            "adds_difference",
            lambda p: p.b + p.c - p.a,
            "You added what {a} cm grew by. All sides grow by the same factor.",
        ),
        Slip(
            "turned",
            lambda p: Fraction(p.a * p.c, p.b),
            "You used the ratio the wrong way round. {a} goes with {c}.",
        ),
        Slip("shrinks", lambda p: p.b / p.f, "The other one is larger. Multiply by the factor."),
        Slip("same_gap", lambda p: p.c, "x belongs to {b} cm, not to {a} cm."),
        Slip("product", lambda p: p.b * p.c, "Divide by {a} too: the factor is {c} over {a}."),
    ),
    hints=("By which factor did {a} cm grow?", "The factor is [[{c}/{a}]]. Use it on {b} cm."),
    steps=(
        Step("The factor:", "{c}/{a}", "{f}"),
        Step("The same factor for x:", "{b} * {f}", "{d}"),
    ),
    form=RATIONAL,
    unit="cm",
)

FAMILIES = (_REAL, _DRAWN, _AREA, _SIMILAR)

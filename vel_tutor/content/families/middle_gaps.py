"""Questions answered by filling gaps and tables: triangles in words, lines in words and values."""

from vel_tutor.content.family import BLANK, Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, TEXT
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat

_KINDS = ("acute angles only", "a right angle", "an obtuse angle")


def _third(p: Params) -> dict[str, object]:
    third = 180 - p.a - p.b
    largest = max(p.a, p.b, third)
    return {
        "third": third,
        "sum": p.a + p.b,
        "kind": _KINDS[(largest >= 90) + (largest > 90)],
        "other": _KINDS[0] if largest >= 90 else _KINDS[2],
    }


_TRIANGLE = Family(
    id="math.angles_triangle.words",
    skill="math.angles_triangle",
    grade=8,
    format=ItemFormat.CLOZE,
    time_s=45,
    params={"a": range(15, 100), "b": range(15, 76)},
    derive=_third,
    where=(
        lambda p: 10 < p.third != p.a and p.third != p.b and p.a != p.b,
        lambda p: p.a < 90 and len({p.third, p.sum, abs(90 - p.a), 360 - p.sum}) == 4,
    ),
    canon=lambda p: tuple(sorted((p.a, p.b))),
    stem="A triangle has angles of {a}° and {b}°. The third angle is ___. So the triangle has ___.",
    gaps=lambda p: (
        tuple(f"{n}°" for n in sorted((p.third, p.sum, abs(90 - p.a), 360 - p.sum))),
        _KINDS,
    ),
    key=lambda p: (f"{p.third}°", p.kind),
    checker=lambda p, v: (
        int(str(v[0])[:-1]) + p.a + p.b == 180
        and v[1] == _KINDS[1 + (p.a + p.b < 90) if p.a + p.b <= 90 else 0]
    ),
    misconceptions=(
        Slip("sum", lambda p: (f"{p.sum}°", p.kind), "That is the sum of both. Take it from 180°."),
        Slip("full", lambda p: (f"{360 - p.sum}°", p.kind), "All three make 180°, not 360°."),
        Slip(
            "wrong_kind",
            lambda p: (f"{p.third}°", p.other),
            "Look at the largest angle: is it below, at, or above 90°?",
        ),
        Slip(
            "right_angle",
            lambda p: (f"{abs(90 - p.a)}°", _KINDS[1]),
            "No right angle is given. All three make 180°.",
        ),
    ),
    hints=("What do the angles of a triangle make?", "Take both from 180. Then find the largest."),
    steps=(
        Step("The third angle:", "180 - {a} - {b}", "{third}"),
        Step("The largest angle decides: the triangle has {kind}."),
    ),
    form=TEXT,
)

_WAYS = ("rises", "falls")


def _ends(p: Params) -> tuple[str, ...]:
    return tuple(map(str, sorted({p.b, p.m, -p.b})))


_LINE = Family(
    id="math.linear.words",
    skill="math.linear",
    grade=8,
    format=ItemFormat.CLOZE,
    time_s=40,
    params={"m": range(-9, 10), "b": range(-12, 13), "x": range(2, 7)},
    derive=lambda p: {
        "rule": f"{times(p.m, 'x')} {plus(p.b)}",
        "y": p.m * p.x + p.b,
        "ms": signed(p.m),
        "bs": signed(p.b),
        "way": _WAYS[p.m < 0],
    },
    where=(
        lambda p: abs(p.m) > 1 and p.b and abs(p.b) != abs(p.m),
        lambda p: len({p.y, p.m * p.x - p.b, p.m + p.x + p.b}) == 3,
    ),
    stem=(
        "Look at [[y = {rule}]]. From left to right the line ___. It meets the y-axis at ___. At "
        "[[x = {x}]] it has [[y]] = ___."
    ),
    gaps=lambda p: (
        _WAYS,
        _ends(p),
        tuple(map(str, sorted((p.y, p.m * p.x - p.b, p.m + p.x + p.b)))),
    ),
    key=lambda p: (p.way, str(p.b), str(p.y)),
    checker=lambda p, v: (
        v[0] == ("rises" if p.m + p.b > p.b else "falls")
        and int(v[1]) == p.m * 0 + p.b
        and int(v[2]) - p.b == p.m * p.x
    ),
    misconceptions=(
        Slip(
            "way",
            lambda p: (_WAYS[p.m > 0], str(p.b), str(p.y)),
            "The number before x is {m}. Does y grow or shrink as x grows?",
        ),
        Slip(
            "swapped",
            lambda p: (p.way, str(p.m), str(p.y)),
            "{m} is the slope. At x = 0 only the last number is left.",
        ),
        Slip(
            "sign",
            lambda p: (p.way, str(-p.b), str(p.m * p.x - p.b)),
            "Check the sign of the last number in the rule.",
        ),
        Slip(
            "adds",
            lambda p: (p.way, str(p.b), str(p.m + p.x + p.b)),
            "[[{m}x]] means {m} times x. Multiply before you add.",
        ),
    ),
    hints=(
        "The number before x is the slope. The last number is y at x = 0.",
        "Put {x} in for x: first multiply by {m}.",
    ),
    steps=lambda p: (
        Step(f"The slope is {p.m}, so the line {p.way}."),
        Step("At x = 0:", f"{p.ms} * 0 + {p.bs}", f"{p.b}"),
        Step(f"At x = {p.x}:", f"{p.ms} * {p.x} + {p.bs}", f"{p.y}"),
    ),
    form=TEXT,
)

_VALUES = Family(
    id="math.linear.fill_table",
    skill="math.linear",
    grade=8,
    format=ItemFormat.TABLE,
    time_s=70,
    params={"m": range(-8, 10), "b": range(-12, 13), "x": range(-5, 0), "at": range(2, 9)},
    derive=lambda p: {
        "rule": f"{times(p.m, 'x')} {plus(p.b)}",
        "y1": p.m * p.x + p.b,
        "y2": p.m * p.at + p.b,
        "ms": signed(p.m),
        "bs": signed(p.b),
        "xs": signed(p.x),
    },
    where=(lambda p: abs(p.m) > 1 and p.b and abs(p.b) != abs(p.m) and p.y1 and p.y2,),
    stem="Fill in the table for [[y = {rule}]].",
    grid=lambda p: (
        ("x", str(p.x), "0", str(p.at)),
        ("y", BLANK, BLANK, BLANK),
    ),
    key=lambda p: (p.y1, p.b, p.y2),
    checker=lambda p, v: (
        v[1] == p.b and v[1] - v[0] == p.m * -p.x and v[2] - v[1] == sum([p.m] * p.at)
    ),
    misconceptions=(
        Slip(
            "sign_of_x",
            lambda p: (p.b - p.m * p.x, p.b, p.y2),
            "In the first cell x is below zero. Watch the sign of the product.",
        ),
        Slip(
            "zero_as_one",
            lambda p: (p.y1, p.m + p.b, p.y2),
            "At x = 0 the part with x is 0, so only the last number is left.",
        ),
        Slip(
            "adds",
            lambda p: (p.m + p.x + p.b, p.m + p.b, p.m + p.at + p.b),
            "[[{m}x]] means {m} times x, not {m} plus x.",
        ),
        Slip(
            "no_number",
            lambda p: (p.m * p.x, 0, p.m * p.at),
            "You left out the last number of the rule.",
        ),
        Slip(
            "number_sign",
            lambda p: (p.m * p.x - p.b, -p.b, p.m * p.at - p.b),
            "Check the sign of the last number of the rule.",
        ),
    ),
    hints=("Put each x into the rule.", "Multiply x by {m} first. Then take the last number."),
    steps=(
        Step("At x = {x}:", "{ms} * {xs} + {bs}", "{y1}"),
        Step("At x = 0:", "{ms} * 0 + {bs}", "{b}"),
        Step("At x = {at}:", "{ms} * {at} + {bs}", "{y2}"),
    ),
    form=INTEGER,
)

FAMILIES = (
    _TRIANGLE,
    _LINE,
    _VALUES,
)

"""Sides and heights from sines, tangents and special angles."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, EXPRESSION, decimal_text
from vel_tutor.vocabulary import ItemFormat

_SINES = {20: 342, 25: 423, 32: 530, 35: 574, 40: 643, 48: 743, 53: 799, 58: 848, 65: 906, 70: 940}

_SIDE = Family(
    id="math.right_triangle_trig.side",
    skill="math.right_triangle_trig",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "what": ("A ramp", "A ladder", "A slide", "A rope", "A ski run"),
        "deg": tuple(_SINES),
        "l": range(2, 40),
    },
    derive=lambda p: {
        "value": decimal_text(Fraction(_SINES[p.deg], 1000), 3),
        "exact": p.l * Fraction(_SINES[p.deg], 1000),
        "height": _tenth(p.l * Fraction(_SINES[p.deg], 1000)),
        "product": decimal_text(p.l * Fraction(_SINES[p.deg], 1000)),
        "rounded": decimal_text(_tenth(p.l * Fraction(_SINES[p.deg], 1000)), 1),
    },
    where=(lambda p: 10 * p.exact % 1 not in (0, Fraction(1, 2)),),
    canon=lambda p: (p.what, p.deg, p.l),
    stem=(
        "{what} of {l} m rises at {deg}° from level ground. With sin {deg}° ≈ {value}, how high"
        " does it reach? Round to one decimal place."
    ),
    key=lambda p: p.height,
    checker=lambda p, v: abs(v - p.exact) < Fraction(1, 20) and (10 * v) % 1 == 0,
    misconceptions=(
        Slip(
            "divides",
            lambda p: _tenth(p.l / Fraction(p.value)),
            "The height is shorter than {l} m. Multiply by the sine.",
        ),
        Slip(
            "rounds_wrong",
            lambda p: (
                p.height + Fraction(1, 10) if p.height < p.exact else p.height - Fraction(1, 10)
            ),
            "Look at the next digit when you round {product}.",
        ),
        Slip(
            "whole_number",
            lambda p: Fraction(round(p.exact)),
            "Round to one decimal place, not to a whole number.",
        ),
        Slip(
            "angle_times",
            lambda p: Fraction(p.l * p.deg, 100),
            "Use the sine of the angle, not the angle itself.",
        ),
        Slip(
            "other_part",
            lambda p: _tenth(p.l * (1 - Fraction(p.value))),
            "The sine gives the height itself, not what is missing.",
        ),
    ),
    hints=(
        "The height lies across from the angle, {l} m is the longest side.",
        "sin {deg}° is the height over {l}. So multiply.",
    ),
    steps=(
        Step("The height is the longest side times the sine:", "{l} * {value}", "{product}"),
        Step("Rounded to one place:", "{rounded}", "{rounded}"),
    ),
    form=DECIMAL,
    unit="m",
)


def _tenth(value: Fraction) -> Fraction:
    """Rounded to one decimal place."""
    return Fraction(int(10 * value + Fraction(1, 2)), 10)


_SPECIAL = Family(
    id="math.special_triangles.side",
    skill="math.special_triangles",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=70,
    params={
        "deg": (30, 45, 60),
        "given": ("short", "long", "hyp"),
        "n": range(2, 31),
        "ask": ("short", "long", "hyp"),
    },
    derive=lambda p: {"value": _special(p), "key": surds.written(_special(p)), **_told(p)},
    where=(
        lambda p: p.given != p.ask,
        lambda p: not (p.deg == 45 and {p.given, p.ask} == {"short", "long"}),
    ),
    canon=lambda p: (p.deg, p.given, p.ask, p.n),
    stem=(
        "A right triangle has an angle of {deg}°. {known} is {n} cm. How long is {wanted}? Give"
        " the exact number of cm, like 4sqrt(3)."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _fits(p, v),
    misconceptions=(
        Slip(
            "half",
            lambda p: surds.written(Fraction(p.n, 2)),
            "Only the longest side and the side across from 30° are in the ratio 2 to 1.",
        ),
        Slip(
            "double",
            lambda p: str(2 * p.n),
            "Doubling leads from the side across from 30° to the longest side only.",
        ),
        Slip(
            "root_two",
            lambda p: f"{p.n}sqrt(2)",
            "The root of 2 leads from a leg to the longest side when both legs are equal.",
        ),
        Slip(
            "root_three",
            lambda p: f"{p.n}sqrt(3)",
            "The root of 3 leads from the shorter leg to the longer one, at 30° and 60°.",
        ),
        Slip(
            "half_root_two",
            lambda p: surds.written(surds.root(Fraction(p.n**2, 2))),
            "Half the root of 2 belongs to 45°, from the longest side to a leg.",
        ),
        Slip(
            "half_root_three",
            lambda p: surds.written(surds.root(Fraction(3 * p.n**2, 4))),
            "Half the root of 3 leads from the longest side to the longer leg, at 60°.",
        ),
        Slip(
            "over_root_three",
            lambda p: surds.written(surds.root(Fraction(p.n**2, 3))),
            "Dividing by the root of 3 leads from the longer leg to the shorter one.",
        ),
        Slip("same", lambda p: str(p.n), "These two sides are not equally long here."),
    ),
    hints=(
        "Half of a square or half of an equal-sided triangle: which one is it?",
        "With 30° and 60° the sides are as 1, the root of 3, and 2. With 45° they are as 1, 1,"
        " and the root of 2.",
    ),
    steps=lambda p: (
        Step(
            "The side is the known one times:", p.factor, surds.written(_special(p) / Fraction(p.n))
        ),
        Step("So it is:", f"{p.n} * {p.factor}", p.key),
    ),
    form=EXPRESSION,
    must="surd",
)

_LEGS = {"short": "the shorter leg", "long": "the longer leg", "hyp": "the longest side"}


def _ratio(deg: int, name: str) -> surds.Exact:
    """The side in units of the longest one."""
    small = min(deg, 90 - deg)
    angle = surds.PI * Fraction(small if name == "short" else 90 - small, 180)
    return Fraction(1) if name == "hyp" else surds.sine(angle)


def _special(p: Params) -> surds.Exact:
    return _ratio(p.deg, p.ask) / _ratio(p.deg, p.given) * Fraction(p.n)


def _told(p: Params) -> dict[str, str]:
    names = {**_LEGS, "short": "one leg", "long": "one leg"} if p.deg == 45 else _LEGS
    trig = {
        name: "1"
        if name == "hyp"
        else f"sin({min(p.deg, 90 - p.deg) if name == 'short' else max(p.deg, 90 - p.deg)}°)"
        for name in _LEGS
    }
    known = names[p.given]
    return {
        "known": known[0].upper() + known[1:],
        "wanted": "each leg" if p.deg == 45 and p.ask != "hyp" else names[p.ask],
        "factor": f"{trig[p.ask]}/{trig[p.given]}",
    }


def _fits(p: Params, text: str) -> bool:
    """Whether the three sides obey the squares and the short side is the right part."""
    value = arith.exact(arith.parse(text))
    squares = {p.given: surds.power(Fraction(p.n), 2), p.ask: value * value}
    parts = {"short": 1, "long": 3, "hyp": 4} if p.deg != 45 else {"short": 1, "long": 1, "hyp": 2}
    negative = text.strip().startswith("-")
    return not negative and squares[p.ask] * Fraction(parts[p.given]) == squares[
        p.given
    ] * Fraction(parts[p.ask])


_THINGS = ("tower", "tree", "cliff", "mast", "chimney")
_TANGENTS = {18: 325, 22: 404, 28: 532, 31: 601, 36: 727, 42: 900, 50: 1192, 55: 1428}

_HEIGHT = Family(
    id="math.right_triangle_trig.height",
    skill="math.right_triangle_trig",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "what": _THINGS,
        "deg": tuple(_TANGENTS),
        "d": range(12, 80, 2),
        "eye": (15, 16, 17, 18),
    },
    derive=lambda p: {
        "value": decimal_text(Fraction(_TANGENTS[p.deg], 1000), 3),
        "eyes": decimal_text(Fraction(p.eye, 10), 1),
        "part": p.d * Fraction(_TANGENTS[p.deg], 1000),
        "part_text": decimal_text(p.d * Fraction(_TANGENTS[p.deg], 1000)),
        "total": p.d * Fraction(_TANGENTS[p.deg], 1000) + Fraction(p.eye, 10),
        "total_text": decimal_text(p.d * Fraction(_TANGENTS[p.deg], 1000) + Fraction(p.eye, 10)),
    },
    canon=lambda p: (p.deg, p.d, p.eye),
    stem=(
        "From {d} m away, you see the top of a {what} at {deg}° above the level line. Your eyes"
        " are {eyes} m above the ground. Take tan {deg}° = {value}. How high is the {what}, in"
        " meters?"
    ),
    key=lambda p: p.total,
    checker=lambda p, v: (v - Fraction(p.eyes)) / p.d == Fraction(p.value),
    misconceptions=(
        Slip(
            "eyes_left_out", lambda p: p.part, "You look from {eyes} m above the ground. Add that."
        ),
        Slip(
            "takes_eyes_away",
            lambda p: p.part - Fraction(p.eye, 10),
            "The part above your eyes comes on top of {eyes} m.",
        ),
        Slip(
            "eyes_first",
            lambda p: (p.d + Fraction(p.eye, 10)) * Fraction(p.value),
            "Your eyes' height does not change the distance of {d} m.",
        ),
        Slip(
            "adds_all",
            lambda p: p.d + Fraction(p.value) + Fraction(p.eye, 10),
            "The tangent is a factor: multiply {d} by it.",
        ),
        Slip("distance", lambda p: p.d + Fraction(p.eye, 10), "It would be that high only at 45°."),
    ),
    hints=(
        "Draw the right triangle at the height of your eyes.",
        "The part above your eyes is {d} m times the tangent.",
    ),
    steps=(
        Step("Above the eyes:", "{d} * {value}", "{part_text}"),
        Step("With the eyes:", "{part_text} + {eyes}", "{total_text}"),
    ),
    form=DECIMAL,
    unit="m",
)


FAMILIES = (
    _SIDE,
    _SPECIAL,
    _HEIGHT,
)

"""Solids: density, cones and spheres, how volumes grow."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, EXPRESSION, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_STUFF = ("wax", "oak wood", "glass", "clay", "granite", "resin")

_DENSITY = Family(
    id="math.density.height",
    skill="math.density",
    grade=9,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "stuff": _STUFF,
        "a": range(2, 13),
        "b": range(2, 13),
        "h": range(3, 21),
        "d": range(5, 31),
    },
    derive=lambda p: {
        "density": decimal_text(Fraction(p.d, 10), 1),
        "volume": p.a * p.b * p.h,
        "base": p.a * p.b,
        "mass": p.a * p.b * p.h * Fraction(p.d, 10),
        "mass_text": decimal_text(p.a * p.b * p.h * Fraction(p.d, 10)),
    },
    where=(lambda p: p.d % 10 and p.mass.denominator == 1 and p.a != p.b,),
    canon=lambda p: (p.a, p.b, p.h, p.d),
    stem=(
        "A block of {stuff} has a base of {a} cm by {b} cm and a mass of {mass} g. One cm³ of it"
        " has {density} g. How high is the block, in cm?"
    ),
    key=lambda p: p.h,
    checker=lambda p, v: p.base * v * Fraction(p.density) == p.mass,
    misconceptions=(
        Slip("the_volume", lambda p: p.volume, "That is the volume. Divide it by the base."),
        Slip(
            "density_left_out",
            lambda p: p.mass / p.base,
            "The mass is not the volume. Divide by the density too.",
        ),
        Slip(
            "multiplies_density",
            lambda p: p.mass * Fraction(p.d, 10) / p.base,
            "Volume is mass over density, so divide by {density}.",
        ),
        Slip(
            "one_side_of_base",
            lambda p: Fraction(p.volume, p.a),
            "Divide by the whole base: {a} times {b}.",
        ),
        Slip(
            "around_base",
            lambda p: Fraction(p.volume, 2 * (p.a + p.b)),
            "The base is an area, {a} times {b}, not the way around it.",
        ),
    ),
    hints=(
        "What is the volume of the block?",
        "Volume is mass over density. Then divide by the base.",
    ),
    steps=(
        Step("The volume:", "{mass} ÷ {density}", "{volume}"),
        Step("The base:", "{a} * {b}", "{base}"),
        Step("The height:", "{volume} ÷ {base}", "{h}"),
    ),
    form=DECIMAL,
)


def _pi(count: Fraction | int) -> str:
    return surds.written(surds.PI * Fraction(count))


def _pis(text: str, times: Fraction | int) -> bool:
    return arith.exact(arith.parse(text)) == surds.PI * Fraction(times)


_CONE = Family(
    id="math.round_solids.cone",
    skill="math.round_solids",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=70,
    params={
        "what": ("cone", "cup like a cone", "pile of sand like a cone"),
        "d": range(4, 41, 2),
        "h": range(3, 31),
    },
    derive=lambda p: {
        "r": p.d // 2,
        "cylinder": p.d**2 * p.h // 4,
        "part": Fraction(p.d**2 * p.h, 12),
        "key": _pi(Fraction(p.d**2 * p.h, 12)),
    },
    where=(lambda p: p.part.denominator == 1 and p.d != p.h,),
    canon=lambda p: (p.d, p.h),
    stem=(
        "A {what} is {d} cm across at its widest and {h} cm high. What is its volume in cm³,"
        " exactly? Answer like 12pi."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _pis(v, Fraction(p.r * p.r * p.h) / 3),
    misconceptions=(
        Slip(
            "cylinder", lambda p: _pi(p.cylinder), "That is a cylinder. A cone has a third of it."
        ),
        Slip(
            "diameter",
            lambda p: _pi(4 * p.part),
            "{d} cm is all the way across. Use half of it as the radius.",
        ),
        Slip(
            "half",
            lambda p: _pi(Fraction(p.cylinder, 2)),
            "A cone is a third of the cylinder, not half.",
        ),
        Slip(
            "not_squared",
            lambda p: _pi(Fraction(p.r * p.h, 3)),
            "The radius is squared: pi times {r} times {r}.",
        ),
        Slip("no_pi", lambda p: str(p.part), "Do not forget pi: the base is a circle."),
    ),
    hints=(
        "How large is the circle at its base?",
        "A cone has a third of the cylinder with the same base and height.",
    ),
    steps=(
        Step("The radius:", "{d} ÷ 2", "{r}"),
        Step("The cylinder around it, without pi:", "{r}^2 * {h}", "{cylinder}"),
        Step("A third of it, with pi:", "{cylinder}pi ÷ 3", "{key}"),
    ),
    form=EXPRESSION,
)

_SPHERE = Family(
    id="math.round_solids.sphere_in_cylinder",
    skill="math.round_solids",
    grade=10,
    format=ItemFormat.EXPRESSION,
    time_s=100,
    params={"n": range(1, 6), "r": range(2, 25), "what": ("can", "tube", "tin")},
    derive=lambda p: {
        "high": 2 * p.n * p.r,
        "tin": 2 * p.n * p.r**3,
        "balls": Fraction(4 * p.n * p.r**3, 3),
        "balls_text": _pi(Fraction(4 * p.n * p.r**3, 3)),
        "key": _pi(Fraction(2 * p.n * p.r**3, 3)),
        "rest": Fraction(2 * p.n * p.r**3, 3),
        "who": "One ball fits" if p.n == 1 else f"{p.n} balls in a row fit",
    },
    canon=lambda p: (p.n, p.r),
    stem=(
        "{who} exactly into a {what} that is {high} cm high inside. Each ball has a radius of {r}"
        " cm, and so has the {what}. How many cm³ of it are empty? Answer exactly, like 12pi."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: _pis(v, p.n * (2 * p.r**3 - Fraction(4, 3) * p.r**3)),
    misconceptions=(
        Slip("the_balls", lambda p: p.balls_text, "That is what the balls take up."),
        Slip("the_tin", lambda p: _pi(p.tin), "That is all of the {what}. Take the balls away."),
        Slip(
            "one_ball",
            lambda p: _pi(p.tin - Fraction(4 * p.r**3, 3)) if p.n > 1 else None,
            "You took away one ball only. There are {n}.",
        ),
        Slip(
            "no_third",
            lambda p: _pi(p.tin - p.n * p.r**3),
            "A ball has four thirds of pi times the cube of its radius.",
        ),
        Slip("no_pi", lambda p: str(p.rest), "Do not forget pi: both shapes are round."),
    ),
    hints=(
        "Take the balls away from the cylinder.",
        "A ball has a volume of four thirds of pi times the radius cubed.",
    ),
    steps=(
        Step("The whole {what}:", "pi * {r}^2 * {high}", "{tin}pi"),
        Step("All balls:", "{n} * 4/3 * pi * {r}^3", "{balls_text}"),
        Step("Empty:", "{tin}pi - {balls_text}", "{key}"),
    ),
    form=EXPRESSION,
)

_SCALE = Family(
    id="math.round_solids.scale",
    skill="math.round_solids",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={
        "what": ("bottles", "statues", "boxes", "candles"),
        "a": range(2, 8),
        "b": range(3, 12),
        "m": range(1, 9),
    },
    derive=lambda p: {
        "k": Fraction(p.b, p.a),
        "kk": Fraction(p.b, p.a) ** 3,
        "v": p.m * p.a**3,
        "big": p.m * p.b**3,
        "ha": 2 * p.a,
        "hb": 2 * p.b,
    },
    where=(lambda p: p.a < p.b and p.k.denominator == p.a,),
    canon=lambda p: (p.a, p.b, p.m),
    stem=(
        "Two {what} have the same shape. One is {ha} cm high and has a volume of {v} cm³. The"
        " other is {hb} cm high. What is its volume?"
    ),
    key=lambda p: p.big,
    checker=lambda p, v: v * p.a * p.a * p.a == p.v * p.b * p.b * p.b,
    misconceptions=(
        Slip(
            "once",
            lambda p: p.v * p.k,
            "It also gets wider and deeper. Use the factor three times.",
        ),
        Slip(
            "squared",
            lambda p: p.v * p.k**2,
            "The factor squared is for areas. A volume has three directions.",
        ),
        Slip(
            "adds",
            lambda p: p.v + p.hb - p.ha,
            "A volume does not grow by the difference of the heights.",
        ),
        Slip(
            "tripled",
            lambda p: 3 * p.v * p.k,
            "Use the factor three times as a factor; do not triple it.",
        ),
        Slip("upside_down", lambda p: p.v / p.kk, "The higher one must have the larger volume."),
    ),
    hints=(
        "By which factor is the other one higher?",
        "Length, width and height all grow by this factor.",
    ),
    steps=(
        Step("The factor:", "{hb} ÷ {ha}", "{k}"),
        Step("Three times as a factor:", "({k})^3", "{kk}"),
        Step("The volume:", "{v} * {kk}", "{big}"),
    ),
    form=RATIONAL,
    unit="cm³",
)

FAMILIES = (_DENSITY, _CONE, _SPHERE, _SCALE)

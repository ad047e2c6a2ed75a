"""Volumes of cylinders, cones and spheres, and the height of a cylinder from its volume."""

from fractions import Fraction

from vel_tutor.content import shapes
from vel_tutor.content.family import Family, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, RATIONAL, decimal_text
from vel_tutor.vocabulary import ItemFormat

_PI = Fraction(314, 100)
_CYLINDER_ALT = "A cylinder with radius {r} cm and height {h} cm."

_CYLINDER = Family(
    id="math.volume_round.cylinder",
    skill="math.volume_round",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={"r": range(2, 15), "h": range(3, 31)},
    derive=lambda p: {
        "square": p.r**2,
        "base": decimal_text(_PI * p.r**2),
        "volume": _PI * p.r**2 * p.h,
        "shown": decimal_text(_PI * p.r**2 * p.h),
    },
    where=(lambda p: p.r != p.h,),
    stem="What is the volume of this cylinder? Use 3.14 for pi.",
    key=lambda p: p.volume,
    checker=lambda p, v: v / p.h / p.r / p.r == _PI,
    misconceptions=(
        Slip(
            "not_squared",
            lambda p: _PI * p.r * p.h,
            "The radius is squared: {r} times {r}.",
        ),
        Slip(
            "doubled",
            lambda p: _PI * 2 * p.r * p.h,
            "That is the curved wall. The base has 3.14 times {r} times {r}.",
        ),
        Slip("base_only", lambda p: _PI * p.square, "That is the base. Multiply by the height."),
        Slip("cone", lambda p: p.volume / 3, "A third is for a cone. This is a full cylinder."),
        Slip(
            "height_squared",
            lambda p: _PI * p.r * p.h**2,
            "You squared the height. The radius is squared: {r} times {r}.",
        ),
        Slip(
            "diameter",
            lambda p: 4 * p.volume,
            "You used all the way across. The radius {r} cm is what you need.",
        ),
        Slip(
            "both_squared",
            lambda p: p.volume * p.h,
            "Only the radius is squared, the height is not.",
        ),
    ),
    hints=("What is the area of the base?", "The base is [[3.14 * {r}^2]]. Then times the height."),
    steps=(
        Step("The base:", "3.14 * {r}^2", "{base}"),
        Step("Times the height:", "{base} * {h}", "{shown}"),
    ),
    form=DECIMAL,
    unit="cm³",
    figure=lambda p: shapes.cylinder(say(_CYLINDER_ALT, p), f"{p.r} cm", f"{p.h} cm"),
    alt=_CYLINDER_ALT,
)

_CONE_ALT = "A cone with radius {r} cm and height {h} cm."

_CONE = Family(
    id="math.volume_round.cone",
    skill="math.volume_round",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"r": range(2, 16), "h": range(3, 31)},
    derive=lambda p: {
        "full": _PI * p.r**2 * p.h,
        "fulls": decimal_text(_PI * p.r**2 * p.h),
        "shown": decimal_text(_PI * p.r**2 * p.h / 3) if p.r**2 * p.h % 3 == 0 else "",
    },
    where=(lambda p: p.r**2 * p.h % 3 == 0 and p.r != p.h,),
    stem="What is the volume of this cone? Use 3.14 for pi.",
    key=lambda p: p.full / 3,
    checker=lambda p, v: 3 * v == _PI * p.r * p.r * p.h,
    misconceptions=(
        Slip("cylinder", lambda p: p.full, "That is the cylinder around it. Take a third."),
        Slip("half", lambda p: p.full / 2, "A cone is a third of the cylinder, not half of it."),
        Slip(
            "not_squared",
            lambda p: _exact(_PI * p.r * p.h / 3),
            "The radius is squared: {r} times {r}.",
        ),
        Slip("no_pi", lambda p: p.r**2 * p.h // 3, "You left out pi: multiply by 3.14."),
        Slip(
            "height_squared",
            lambda p: _exact(_PI * p.r * p.h**2 / 3),
            "You squared the height. The radius is squared.",
        ),
    ),
    hints=(
        "Think of the cylinder with the same base and height.",
        "The cylinder is [[3.14 * {r}^2 * {h}]]. The cone is a third of it.",
    ),
    steps=(
        Step("The cylinder around it:", "3.14 * {r}^2 * {h}", "{fulls}"),
        Step("A third of it:", "{fulls} ÷ 3", "{shown}"),
    ),
    form=DECIMAL,
    unit="cm³",
    figure=lambda p: shapes.cone(say(_CONE_ALT, p), f"{p.r} cm", f"{p.h} cm"),
    alt=_CONE_ALT,
)


def _exact(value: Fraction) -> Fraction | None:
    return value if (value * 100).denominator == 1 else None


_SPHERE = Family(
    id="math.volume_round.sphere",
    skill="math.volume_round",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "r": range(3, 91, 3),
        "full": (True, False),
        "given": ("{d} cm across", "{r} cm from its middle to its edge"),
    },
    derive=lambda p: {
        "d": 2 * p.r,
        "size": p.given.format(d=2 * p.r, r=p.r),
        "name": "sphere" if p.full else "half sphere",
        "top": 4 if p.full else 2,
        "cube": p.r**3,
        "part": (4 if p.full else 2) * p.r**3 // 3,
    },
    stem="A {name} is {size}. Its volume in cm³ is some number times pi. Which number?",
    key=lambda p: p.part,
    checker=lambda p, v: v * (6 if p.full else 12) == p.d**3,
    misconceptions=(
        Slip("no_thirds", lambda p: p.cube, "That is the cube. Now take {top} thirds of it."),
        Slip(
            "squared",
            lambda p: p.top * p.r**2 // 3,
            "For a volume the radius is cubed: {r} times {r} times {r}.",
        ),
        Slip("surface", lambda p: p.top * p.r**2, "That is the curved skin, not the inside."),
        Slip("diameter", lambda p: 8 * p.part, "{d} cm is all the way across. Take half of it."),
        Slip(
            "other_solid",
            lambda p: p.part // 2 if p.full else p.part * 2,
            "Read again: it is a {name}, so take {top} thirds.",
        ),
        Slip(
            "not_divided",
            lambda p: p.top * p.cube,
            "You took the cube {top} times, but did not divide by 3.",
        ),
        Slip("with_pi", lambda p: _PI * p.part, "You put pi in. Give only the number before it."),
    ),
    hints=(
        "A full sphere has four thirds of pi times the radius cubed.",
        "The radius is {r} cm. Work out [[{r}^3]] first.",
    ),
    steps=(
        Step("The radius cubed:", "{r}^3", "{cube}"),
        Step("Four thirds for a sphere, two for half of one:", "{top}/3 * {cube}", "{part}"),
    ),
    form=DECIMAL,
)

_HEIGHT = Family(
    id="math.volume_round.cylinder_height",
    skill="math.volume_round",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={"r": range(2, 11), "h": range(3, 31), "what": ("can", "vase", "tank", "pipe")},
    derive=lambda p: {
        "volume": decimal_text(_PI * p.r**2 * p.h),
        "base": decimal_text(_PI * p.r**2),
        "square": p.r**2,
    },
    where=(lambda p: p.r != p.h,),
    canon=lambda p: (p.r, p.h),
    stem="A {what} holds {volume} cm³. Its radius is {r} cm. How high is it? Use 3.14 for pi.",
    key=lambda p: p.h,
    checker=lambda p, v: _PI * p.r**2 * v == Fraction(p.volume.replace(",", "")),
    misconceptions=(
        Slip("not_squared", lambda p: p.h * p.r, "Divide by the base: the radius is squared."),
        Slip(
            "wall",
            lambda p: Fraction(p.h * p.r, 2),
            "You divided by the way round. Divide by the area of the base.",
        ),
        Slip(
            "diameter",
            lambda p: Fraction(p.h, 4),
            "You used all the way across. The radius is {r} cm.",
        ),
        Slip("cone", lambda p: 3 * p.h, "That is a cone of this volume. It is a cylinder."),
        Slip(
            "takes_radius", lambda p: p.h - p.r, "The radius is in the base. Nothing to take off."
        ),
        Slip("adds_radius", lambda p: p.h + p.r, "The radius is in the base. Nothing to add."),
        Slip(
            "halves", lambda p: Fraction(p.h, 2), "You divided by twice the base. Once is enough."
        ),
        Slip(
            "only_pi",
            lambda p: p.h * p.square,
            "That is divided by pi only. Divide by the radius squared too.",
        ),
    ),
    hints=("What is the area of the base?", "The base is {base} cm². How often is it in {volume}?"),
    steps=(
        Step("The base:", "3.14 * {r}^2", "{base}"),
        Step("Volume by base:", "{volume} ÷ {base}", "{h}"),
    ),
    form=RATIONAL,
    unit="cm",
)

FAMILIES = (_CYLINDER, _CONE, _SPHERE, _HEIGHT)

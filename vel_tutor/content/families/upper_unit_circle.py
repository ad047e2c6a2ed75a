"""The unit circle: radians, exact values, signs, waves, equations."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, POINT, RATIONAL
from vel_tutor.content.latex import plus, tex, times
from vel_tutor.vocabulary import ItemFormat


def _pi(count: Fraction) -> str:
    return surds.written(surds.PI * count)


_RADIANS = Family(
    id="math.radians.from_degrees",
    skill="math.radians",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=45,
    params={"deg": (*range(5, 720, 5), *range(12, 720, 12))},
    derive=lambda p: {"part": Fraction(p.deg, 180), "key": _pi(Fraction(p.deg, 180))},
    where=(lambda p: p.part.denominator > 1 and p.deg != 90,),
    stem="Write {deg}° in radians, with pi, like 2pi/3.",
    key=lambda p: p.key,
    checker=lambda p, v: arith.exact(arith.parse(v)) * Fraction(180) == surds.PI * Fraction(p.deg),
    misconceptions=(
        Slip("over_360", lambda p: _pi(p.part / 2), "180°, not 360°, is pi. So divide by 180."),
        Slip("no_pi", lambda p: str(p.part), "Multiply by pi: 180° is pi."),
        Slip("upside_down", lambda p: _pi(1 / p.part), "Divide {deg} by 180, not 180 by {deg}."),
        Slip("over_90", lambda p: _pi(2 * p.part), "You divided by 90. But 180°, not 90°, is pi."),
        Slip("just_pi", lambda p: f"{p.deg}pi", "Each degree is only pi over 180."),
    ),
    hints=("How many radians are 180°?", "180° is pi. Which part of 180° is {deg}°?"),
    steps=(
        Step("The part of 180°:", "{deg} ÷ 180", "{part}"),
        Step("The same part of pi:", "({part}) * pi", "{key}"),
    ),
    form=EXPRESSION,
)

_DEGREES = Family(
    id="math.radians.arc",
    skill="math.radians",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={
        "r": range(2, 31),
        "t": range(1, 25),
        "w": (2, 4, 5, 8, 10),
        "ask": ("arc", "angle", "area"),
    },
    derive=lambda p: {
        "angle": Fraction(p.t, p.w),
        "arc": p.r * Fraction(p.t, p.w),
        "area": Fraction(p.r**2, 2) * Fraction(p.t, p.w),
        **_asked(p),
    },
    where=(lambda p: p.angle.denominator == p.w and p.angle < 6 and p.key != p.angle,),
    canon=lambda p: (p.r, p.angle, p.ask),
    stem="A circle has a radius of {r} cm. {story}",
    key=lambda p: p.key,
    checker=lambda p, v: (
        v == p.r * p.angle
        if p.ask == "arc"
        else (v * p.r == p.arc if p.ask == "angle" else 2 * v == p.arc * p.r)
    ),
    misconceptions=(
        Slip(
            "as_degrees",
            lambda p: p.angle * p.r / 180 if p.ask == "arc" else p.angle / 180,
            "The angle is in radians, not in degrees: no 180 is needed.",
        ),
        Slip(
            "divides",
            lambda p: p.angle / p.r if p.ask == "arc" else p.arc * p.r,
            "Radians are the arc over the radius. Check what is asked.",
        ),
        Slip(
            "two_radii",
            lambda p: 2 * p.key,
            "Radians use the radius once, and a sector is half of radius times arc.",
        ),
        Slip(
            "adds",
            lambda p: p.r + (p.angle if p.ask != "angle" else p.arc),
            "Radius and angle are multiplied, not added.",
        ),
        Slip(
            "half", lambda p: p.key / 2, "You halved once too often. An arc is radius times angle."
        ),
    ),
    hints=(
        "In radians, the angle is the arc over the radius.",
        "Arc is radius times angle. A sector is half of radius times arc.",
    ),
    steps=lambda p: {
        "arc": (Step("Radius times angle:", f"{p.r} * {p.angle}", f"{p.arc}"),),
        "angle": (Step("Arc over radius:", f"{p.arc} ÷ {p.r}", f"{p.angle}"),),
        "area": (
            Step("The arc: radius times angle.", f"{p.r} * {p.angle}", f"{p.arc}"),
            Step("Half of radius times arc:", f"{p.r} * {p.arc} ÷ 2", f"{p.area}"),
        ),
    }[p.ask],
    form=RATIONAL,
)


def _asked(p: Params) -> dict[str, object]:
    angle = Fraction(p.t, p.w)
    arc = p.r * angle
    told = f"An angle at the center is {_said(angle)} radians."
    return {
        "arc": {"key": arc, "story": f"{told} How many cm long is its arc?"},
        "angle": {
            "key": angle,
            "story": f"An arc is {_said(arc)} cm long. How many radians has its angle?",
        },
        "area": {"key": arc * p.r / 2, "story": f"{told} How many cm² has its sector?"},
    }[p.ask]


def _said(value: Fraction) -> str:
    return tex(str(value))


_EXACT = tuple(d for d in range(0, 720, 15) if (d % 30 == 0 or d % 45 == 0) and d % 90)

_VALUE = Family(
    id="math.unit_circle.value",
    skill="math.unit_circle",
    grade=11,
    format=ItemFormat.EXPRESSION,
    time_s=60,
    params={
        "deg": (*_EXACT, *(-d for d in _EXACT if d < 360)),
        "f": ("sin", "cos", "tan"),
        "rad": (True, False),
    },
    derive=lambda p: {
        "angle": _pi(Fraction(p.deg, 180)) if p.rad else f"{p.deg}°",
        "value": _worked(p.f, p.deg),
        "key": surds.written(_worked(p.f, p.deg)),
        "acute": min(p.deg % 180, 180 - p.deg % 180),
        "size": surds.written(_worked(p.f, min(p.deg % 180, 180 - p.deg % 180))),
        "quarter": ("first", "second", "third", "fourth")[p.deg % 360 // 90],
        "sign": "positive" if _plus(p.f, p.deg) else "negative",
    },
    canon=lambda p: (p.deg, p.f, p.rad),
    stem="What is the exact value of [[{f}({angle})]]? Write roots like sqrt(3)/2.",
    key=lambda p: p.key,
    checker=lambda p, v: _at_point(p, v),
    misconceptions=(
        Slip(
            "sign",
            lambda p: surds.written(-p.value),
            "The size is right. In the {quarter} quarter this is {sign}.",
        ),
        Slip(
            "sine_and_cosine",
            lambda p: (
                surds.written(_worked({"sin": "cos", "cos": "sin", "tan": "tan"}[p.f], p.deg))
                if p.f != "tan"
                else None
            ),
            "You mixed up sine and cosine: cosine is across, sine is up.",
        ),
        Slip(
            "upside_down",
            lambda p: surds.written(surds.inverse(p.value)) if p.f == "tan" else None,
            "Tangent is up over across. You turned it over.",
        ),
        Slip("half", lambda p: "1/2", "Which acute angle belongs to it? It is {acute}°."),
        Slip(
            "half_root_two",
            lambda p: "sqrt(2)/2",
            "Half the root of 2 belongs to 45°. Here it is {acute}° and the {quarter} quarter.",
        ),
        Slip(
            "half_root_three",
            lambda p: "sqrt(3)/2",
            "Check the angle: it is like {acute}° in the {quarter} quarter.",
        ),
    ),
    hints=(
        "Where on the unit circle does the angle end?",
        "It ends in the {quarter} quarter, {acute}° from the level line.",
    ),
    steps=(
        Step("With the acute angle of {acute}°, but for the sign:", "{f}({acute}°)", "{size}"),
        Step("In the {quarter} quarter it is {sign}.", "{f}({angle})", "{key}"),
    ),
    form=EXPRESSION,
    must="surd",
)


def _worked(name: str, degrees: int) -> surds.Exact:
    return arith.exact(arith.parse(f"{name}({degrees}°)"))


def _plus(name: str, degrees: int) -> bool:
    """Whether the value is positive, by the quarter the angle ends in."""
    return degrees % 360 // 90 in {"sin": (0, 1), "cos": (0, 3), "tan": (0, 2)}[name]


_SQUARES = {
    30: (Fraction(1, 4), Fraction(1, 3)),
    45: (Fraction(1, 2), Fraction(1)),
    60: (Fraction(3, 4), Fraction(3)),
}


def _at_point(p: Params, text: str) -> bool:
    """Whether square and sign fit: the squares from the half square and half triangle."""
    value = arith.exact(arith.parse(text))
    angle = 90 - p.acute if p.f == "cos" else p.acute
    square = _SQUARES[angle][1 if p.f == "tan" else 0]
    return value * value == square and text.strip().startswith("-") != _plus(p.f, p.deg)


_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (20, 21, 29),
    (9, 40, 41),
    (12, 35, 37),
    (11, 60, 61),
)
_QUARTERS = ("first", "second", "third", "fourth")

_OTHER = Family(
    id="math.unit_circle.other_ratio",
    skill="math.unit_circle",
    grade=11,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={
        "t": _TRIPLES,
        "turn": (True, False),
        "q": range(4),
        "given": ("sin", "cos"),
        "ask": ("other", "tan"),
    },
    derive=lambda p: {**_circle(p), "quarter": _QUARTERS[p.q]},
    stem=(
        "The angle A ends in the {quarter} quarter, and {given} A = [[{known}]]. What is"
        " {wanted} A?"
    ),
    key=lambda p: p.key,
    checker=lambda p, v: v * v * p.below == p.above and (v > 0) == p.positive,
    misconceptions=(
        Slip("sign", lambda p: -p.key, "In the {quarter} quarter the sign is different."),
        Slip(
            "difference",
            lambda p: 1 - abs(p.known) if p.ask == "other" else None,
            "Sine squared and cosine squared make 1. Use the squares.",
        ),
        Slip(
            "not_rooted",
            lambda p: p.second**2 if p.ask == "other" else None,
            "That is the square. Take the root.",
        ),
        Slip(
            "upside_down",
            lambda p: 1 / p.key,
            "Turn it over: sine is up, tangent is up over across.",
        ),
        Slip(
            "stops_early",
            lambda p: p.second if p.ask == "tan" else p.known,
            "That is not yet {wanted} A. Go one step further.",
        ),
        Slip(
            "product",
            lambda p: p.known * p.second,
            "Divide sine by cosine for the tangent; do not multiply.",
        ),
    ),
    hints=(
        "Sine squared plus cosine squared is 1.",
        "In the {quarter} quarter, which of sine and cosine are positive?",
    ),
    steps=lambda p: _circle_steps(p),
    form=RATIONAL,
)


def _circle(p: Params) -> dict[str, object]:
    a, b, c = (*(p.t[:2] if p.turn else p.t[1::-1]), p.t[2])
    sine = Fraction(a, c) * (1 if p.q < 2 else -1)
    cosine = Fraction(b, c) * (1 if p.q in (0, 3) else -1)
    known, second = (sine, cosine) if p.given == "sin" else (cosine, sine)
    tangent = sine / cosine
    wanted = "tan" if p.ask == "tan" else {"sin": "cos", "cos": "sin"}[p.given]
    above, below = (
        (a * a, b * b) if p.ask == "tan" else ((b if p.given == "sin" else a) ** 2, c * c)
    )
    positive = p.q in {"tan": (0, 2), "cos": (0, 3), "sin": (0, 1)}[wanted]
    key = tangent if p.ask == "tan" else second
    return {"known": known, "second": second, "sine": sine, "cosine": cosine, "key": key,
            "wanted": wanted, "above": above, "below": below, "positive": positive}  # fmt: skip


def _circle_steps(p: Params) -> tuple[Step, ...]:
    square = p.second**2
    sign = "" if p.second > 0 else "-"
    first = (
        Step("What is left of 1 is the other square:", f"1 - ({p.known})^2", f"{square}"),
        Step(
            f"Its root, with the sign of the {p.quarter} quarter:",
            f"{sign}sqrt({square})",
            f"{p.second}",
        ),
    )
    if p.ask == "other":
        return first
    return (*first, Step("Sine over cosine:", f"({p.sine}) ÷ ({p.cosine})", f"{p.key}"))


_WAVE = Family(
    id="math.trig_waves.range",
    skill="math.trig_waves",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "a": (-9, -8, -7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 8, 9),
        "b": range(2, 9),
        "d": range(-12, 13),
        "f": ("sin", "cos"),
    },
    derive=lambda p: {
        "rule": f"{p.a}{p.f}({p.b}x) {plus(p.d)}",
        "size": abs(p.a),
        "low": p.d - abs(p.a),
        "high": p.d + abs(p.a),
    },
    where=(lambda p: p.d and p.low and p.high,),
    stem=(
        "[[y = {rule}]]. What are the smallest and the largest value of y? Write them like (-2, 5)."
    ),
    key=lambda p: (p.low, p.high),
    checker=lambda p, v: sorted((p.a + p.d, p.d - p.a)) == list(v),
    misconceptions=(
        Slip(
            "no_shift",
            lambda p: (-p.size, p.size),
            "Almost: the {d} at the end shifts every value.",
        ),
        Slip(
            "shift_sign",
            lambda p: (-p.d - p.size, -p.d + p.size),
            "Check the sign of the shift {d}.",
        ),
        Slip("as_one", lambda p: (p.d - 1, p.d + 1), "The {size} in front stretches the wave."),
        Slip(
            "uses_inner",
            lambda p: (p.d - p.b, p.d + p.b),
            "{b} only makes the wave faster, not higher.",
        ),
        Slip("order", lambda p: (p.high, p.low), "Both are right. Put the smaller one first."),
    ),
    hints=(
        "Sine and cosine lie between -1 and 1.",
        "Times {a} they lie between -{size} and {size}. Then shift by {d}.",
    ),
    steps=(
        Step("The lowest of the stretched wave, shifted:", "-{size} + ({d})", "{low}"),
        Step("The highest, shifted:", "{size} + ({d})", "{high}"),
    ),
    form=POINT,
)

_PERIOD = Family(
    id="math.trig_waves.period",
    skill="math.trig_waves",
    grade=12,
    format=ItemFormat.EXPRESSION,
    time_s=50,
    params={
        "a": range(2, 10),
        "u": range(1, 10),
        "w": (1, 1, 2, 3, 4, 5),
        "d": range(-9, 10),
        "f": ("sin", "cos"),
    },
    derive=lambda p: {
        "k": Fraction(p.u, p.w),
        "rule": f"{p.a}{p.f}({times(p.u, 'x')}) {plus(p.d)}"
        if p.w == 1
        else f"{p.a}{p.f}(({times(p.u, 'x')})/{p.w}) {plus(p.d)}",
        "key": _pi(Fraction(2 * p.w, p.u)),
    },
    where=(lambda p: p.k != 1 and p.k.denominator == p.w and p.d,),
    canon=lambda p: (p.a, p.k, p.d, p.f),
    stem=(
        "After which distance does [[y = {rule}]] come again for the first time? Give the exact"
        " period, like 2pi/3."
    ),
    key=lambda p: p.key,
    checker=lambda p, v: arith.exact(arith.parse(v)) * p.k == surds.PI * Fraction(2),
    misconceptions=(
        Slip(
            "multiplies",
            lambda p: _pi(2 * p.k),
            "The wave comes again when the bracket has grown by 2pi. Divide by [[{k}]].",
        ),
        Slip("pi_only", lambda p: _pi(1 / p.k), "A whole turn is 2pi, not pi."),
        Slip("usual_period", lambda p: "2pi", "That is the period without the factor at x."),
        Slip(
            "uses_height",
            lambda p: _pi(Fraction(2, p.a)),
            "{a} makes the wave higher. Look at the factor of x.",
        ),
        Slip("no_pi", lambda p: str(2 / p.k), "The period of sine is 2pi. Do not lose pi."),
    ),
    hints=(
        "By how much must the bracket grow for one wave?",
        "Divide 2pi by the factor of x, [[{k}]].",
    ),
    steps=(Step("A whole turn over the factor of x:", "2pi ÷ ({k})", "{key}"),),
    form=EXPRESSION,
)

_SOLVE = Family(
    id="math.trig_equations.solve",
    skill="math.trig_equations",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=80,
    params={
        "f": ("sin", "cos"),
        "deg": tuple(d for d in _EXACT if d < 360),
        "c": range(-9, 10),
        "m": (2, 4, 6, 8, 10),
    },
    derive=lambda p: {**_two(p), "half": _worked(p.f, p.deg)},
    where=(lambda p: p.c and p.deg == p.low,),
    canon=lambda p: (p.f, p.deg, p.c, p.m),
    stem=(
        "Solve [[{left} = {right}]] for angles x from 0° to 360°. Write both in degrees, the"
        " smaller one first, like (20, 200)."
    ),
    key=lambda p: (p.low, p.high),
    checker=lambda p, v: (
        v[0] < v[1]
        and all(_worked(p.f, int(x)) == p.half for x in v if x % 15 == 0)
        and all(x % 15 == 0 for x in v)
    ),
    misconceptions=(
        Slip(
            "acute_twice",
            lambda p: (p.acute, 180 - p.acute if p.f == "cos" else 360 - p.acute),
            "In which two quarters has {f} this sign?",
        ),
        Slip(
            "adds_180",
            lambda p: (p.low, p.low + 180) if p.low < 180 else (p.low - 180, p.low),
            "Half a turn changes the sign of {f}.",
        ),
        Slip("order", lambda p: (p.high, p.low), "Both are right. Put the smaller one first."),
        Slip(
            "wrong_mirror",
            lambda p: tuple(
                sorted((p.low, (360 - p.low) % 360 if p.f == "sin" else (180 - p.low) % 360))
            ),
            "Sine is equal at x and 180° - x, cosine at x and 360° - x.",
        ),
        Slip(
            "other_sign",
            lambda p: tuple(sorted(((p.low + 180) % 360, (p.high + 180) % 360))),
            "These fit the opposite sign.",
        ),
    ),
    hints=(
        "Get {f} x alone first.",
        "There are two places on the unit circle with this value. One is in {low_quarter}.",
    ),
    steps=lambda p: (
        Step("The first angle:", f"{p.f}({p.low}°)", p.value),
        Step("The other one has the same value:", f"{p.f}({p.high}°)", p.value),
        Step("In degrees:", f"{p.low} + 0", f"{p.low}"),
        Step("and", f"{p.mirror} - {p.low}", f"{p.high}"),
    ),
    form=POINT,
)


def _two(p: Params) -> dict[str, object]:
    mirror = 360 if p.f == "cos" else (180 if p.deg < 180 else 540)
    low, high = sorted((p.deg, mirror - p.deg))
    value = surds.written(_worked(p.f, p.deg))
    lifted = surds.written(_worked(p.f, p.deg) * Fraction(p.m))
    quarter = _QUARTERS[low // 90]
    return {
        "low": low,
        "high": high,
        "mirror": mirror,
        "acute": min(p.deg % 180, 180 - p.deg % 180),
        "value": value,
        "left": f"{p.m}{p.f}(x) {plus(p.c)}",
        "right": surds.written(_worked(p.f, p.deg) * Fraction(p.m) + Fraction(p.c)),
        "lifted": lifted,
        "low_quarter": f"the {quarter} quarter",
    }


FAMILIES = (_RADIANS, _DEGREES, _VALUE, _OTHER, _WAVE, _PERIOD, _SOLVE)

"""Waves: heights, periods, equations with sine and cosine."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, POINT
from vel_tutor.content.latex import plus, times
from vel_tutor.vocabulary import ItemFormat


def _pi(count: Fraction) -> str:
    return surds.written(surds.PI * count)


_EXACT = tuple(d for d in range(0, 720, 15) if (d % 30 == 0 or d % 45 == 0) and d % 90)
_QUARTERS = ("first", "second", "third", "fourth")


def _worked(name: str, degrees: int) -> surds.Exact:
    return arith.exact(arith.parse(f"{name}({degrees}°)"))


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


FAMILIES = (
    _WAVE,
    _PERIOD,
    _SOLVE,
)

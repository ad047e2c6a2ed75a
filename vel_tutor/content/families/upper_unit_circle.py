"""The unit circle: exact values, signs, one ratio from another."""

from fractions import Fraction

from vel_tutor.content import arith, surds
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, RATIONAL
from vel_tutor.vocabulary import ItemFormat


def _pi(count: Fraction) -> str:
    return surds.written(surds.PI * count)


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


FAMILIES = (
    _VALUE,
    _OTHER,
)

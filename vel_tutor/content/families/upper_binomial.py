"""The coefficients of powers of a sum."""

from math import comb

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _term(p: Params) -> dict[str, object]:
    ways = comb(p.n, p.k)
    return {
        "inside": f"{times(p.u, 'x')} {plus(p.w)}",
        "ways": ways,
        "front": p.u**p.k,
        "back": p.w ** (p.n - p.k),
        "m": p.n - p.k,
        "coefficient": ways * p.u**p.k * p.w ** (p.n - p.k),
        "ways_text": f"{p.n}!/({p.k}! * {p.n - p.k}!)",
        "ws": signed(p.w),
        "backs": signed(p.w ** (p.n - p.k)),
        "part": f"x^{p.k}" if p.k > 1 else "x",
    }


_BINOMIAL = Family(
    id="math.binomial_theorem.coefficient",
    skill="math.binomial_theorem",
    grade=12,
    format=ItemFormat.NUMERIC,
    time_s=90,
    params={"n": range(4, 9), "k": range(1, 7), "u": (1, 2, 3), "w": (-3, -2, -1, 1, 2, 3, 4)},
    derive=lambda p: _term(p) if p.k < p.n else {"coefficient": 0},
    where=(lambda p: p.k < p.n and abs(p.coefficient) < 20_000 and (p.u, abs(p.w)) != (1, 1),),
    stem="[[({inside})^{n}]] is multiplied out. Which number stands in front of [[{part}]]?",
    key=lambda p: p.coefficient,
    checker=lambda p, v: _expanded(p)[p.k] == v,
    misconceptions=(
        Slip(
            "no_ways",
            lambda p: p.front * p.back,
            "That part comes up {ways} times. Multiply by this number.",
        ),
        Slip(
            "ways_only",
            lambda p: p.ways,
            "{ways} is how often it comes up. The numbers in the bracket count too.",
        ),
        Slip("sign", lambda p: -p.coefficient, "Check the sign: {w} is used {m} times."),
        Slip(
            "exponents_swapped",
            lambda p: p.ways * p.u**p.m * p.w**p.k,
            "x is used {k} times and {w} is used {m} times.",
        ),
        Slip(
            "front_not_powered",
            lambda p: p.ways * p.u * p.back if p.u > 1 else None,
            "The {u} comes along with each x.",
        ),
        Slip(
            "last_not_powered",
            lambda p: p.ways * p.front * p.w,
            "{w} is used {m} times, so take its power.",
        ),
    ),
    hints=(
        "From how many of the {n} brackets does x come?",
        "x comes from {k} brackets and {w} from the other {m}. In how many ways?",
    ),
    steps=(
        Step("The number of ways:", "{ways_text}", "{ways}"),
        Step("The power of the number with x:", "{u}^{k}", "{front}"),
        Step("The power of the last number:", "{ws}^{m}", "{back}"),
        Step("All multiplied:", "{ways} * {front} * {backs}", "{coefficient}"),
    ),
    form=RATIONAL,
)


def _expanded(p: Params) -> list[int]:
    """The numbers in front of 1, x, x², ... by multiplying out one bracket after another."""
    counts = [1]
    for _ in range(p.n):
        counts = [
            p.w * here + p.u * before
            for here, before in zip([*counts, 0], [0, *counts], strict=True)
        ]
    return counts


FAMILIES = (_BINOMIAL,)

"""Questions with several right answers: multiples, numbers that fit, equal expressions."""

from math import lcm

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER, WHOLE
from vel_tutor.content.latex import plus
from vel_tutor.vocabulary import ItemFormat

_MULTIPLES = Family(
    id="math.gcf_lcm.all_multiples",
    skill="math.gcf_lcm",
    grade=6,
    format=ItemFormat.MULTI,
    time_s=50,
    params={"a": range(4, 16), "b": range(6, 21), "times": ((1, 2), (1, 3), (2, 3))},
    derive=lambda p: {
        "m": lcm(p.a, p.b),
        "one": lcm(p.a, p.b) * p.times[0],
        "two": lcm(p.a, p.b) * p.times[1],
    },
    where=(lambda p: p.b % p.a and p.m < 130 and p.a < p.b and p.m > 2 * p.b,),
    canon=lambda p: (p.a, p.b, p.times),
    stem="Which are multiples of both {a} and {b}? Choose all.",
    key=lambda p: (p.one, p.two),
    checker=lambda p, v: v in range(0, v + 1, p.a) and v in range(0, v + 1, p.b),
    misconceptions=(
        Slip("only_larger", lambda p: 2 * p.b, "{b} goes into it, but does {a} go into it too?"),
        Slip(
            "only_smaller", lambda p: p.one - p.a, "{a} goes into it, but not {b}. Divide by both."
        ),
        Slip("near_miss", lambda p: p.two + p.a, "It is in the list of {a} only. Check {b}."),
        Slip("sum", lambda p: p.one + p.b, "It is in the list of {b}, but is it in that of {a}?"),
        Slip("adds_both", lambda p: p.two - p.b, "Divide it by {a}: something is left over."),
    ),
    hints=(
        "Divide each number by {a} and by {b}. Nothing may be left over.",
        "Count in steps of {b} and mark what {a} divides.",
    ),
    steps=(
        Step("The first one:", "{m} * {times[0]}", "{one}"),
        Step("It is a multiple of {b}, and so is this:", "{m} * {times[1]}", "{two}"),
    ),
    form=WHOLE,
)


def _numbers(p: Params) -> dict[str, object]:
    limit, side = p.limit, 1 if p.sign in ">≥" else -1
    edge = limit if p.sign in "≤≥" else limit + side
    return {
        "c": p.k * limit + p.b,
        "side": side,
        "edge": edge,
        "far": edge + side * p.away,
        "tail": plus(p.b),
        "kx": p.k * limit,
        "undo": plus(-p.b),
    }


_FITTING = Family(
    id="math.inequality.all_that_fit",
    skill="math.inequality",
    grade=7,
    format=ItemFormat.MULTI,
    time_s=60,
    params={
        "k": range(2, 8),
        "b": range(-12, 13),
        "limit": range(18, 80),
        "sign": ("<", ">", "≤", "≥"),
        "away": range(2, 6),
    },
    derive=_numbers,
    where=(lambda p: abs(p.b) > 1,),
    canon=lambda p: (p.k, p.b, p.limit, p.sign, p.away),
    stem="Which numbers x make [[{k}x {tail} {sign} {c}]] true? Choose all.",
    key=lambda p: (p.edge, p.far),
    checker=lambda p, v: {
        "<": p.k * v + p.b < p.c,
        ">": p.k * v + p.b > p.c,
        "≤": p.k * v + p.b <= p.c,
        "≥": p.k * v + p.b >= p.c,
    }[p.sign],
    misconceptions=(
        Slip(
            "limit_itself",
            lambda p: p.limit if p.sign in "<>" else p.limit - p.side,
            "Put it in: the left side does not fit “{sign} {c}”.",
        ),
        Slip(
            "other_side",
            lambda p: p.limit - p.side * p.away,
            "That lies on the wrong side. Put it in and compare with {c}.",
        ),
        Slip(
            "just_past",
            lambda p: p.limit - 2 * p.side,
            "Close, but on the wrong side: put it in and see.",
        ),
        Slip(
            "far_off",
            lambda p: p.limit - 6 * p.side,
            "Far on the wrong side: compare with the limit, {limit}.",
        ),
    ),
    hints=(
        "Put each number in and work out the left side.",
        "First solve it: {undo} on both sides.",
    ),
    steps=(
        Step("Both sides {undo}:", "{c} {undo}", "{kx}"),
        Step("Divide by {k} to find the limit.", "{kx} ÷ {k}", "{limit}"),
        Step("So {edge} and {far} fit.", "", ""),
    ),
    form=INTEGER,
)

_EQUAL = Family(
    id="math.equivalent.all_equal",
    skill="math.equivalent",
    grade=6,
    format=ItemFormat.MULTI,
    time_s=60,
    params={
        "k": range(2, 7),
        "a": range(10, 17),
        "b": range(10, 17),
        "z": ("x", "n", "t", "y"),
    },
    derive=lambda p: {
        "ka": p.k * p.a,
        "kb": p.k * p.b,
        "given": f"{p.k}({p.a}{p.z} + {p.b})",
        "open": f"{p.k * p.a}{p.z} + {p.k * p.b}",
        "turned": f"{p.k * p.b} + {p.k * p.a}{p.z}",
    },
    where=(lambda p: p.a != p.b and p.k != p.a and p.k != p.b and p.ka != p.kb,),
    canon=lambda p: (p.k, p.a, p.b, p.z),
    stem="Which are equal to [[{given}]] for every {z}? Choose all.",
    key=lambda p: (p.open, p.turned),
    checker=lambda p, v: agrees(str(v), p.z, lambda t: p.k * (p.a * t + p.b)),
    misconceptions=(
        Slip("first_only", lambda p: f"{p.ka}{p.z} + {p.b}", "The {k} multiplies {b} as well."),
        Slip("second_only", lambda p: f"{p.a}{p.z} + {p.kb}", "The {k} multiplies [[{a}{z}]] too."),
        Slip(
            "adds_factor",
            lambda p: f"{p.k + p.a}{p.z} + {p.k + p.b}",
            "The {k} multiplies. You added it to both parts.",
        ),
        Slip(
            "letter_moved",
            lambda p: f"{p.ka} + {p.kb}{p.z}",
            "The letter moved to the other part. It belongs to [[{a}{z}]].",
        ),
    ),
    hints=("Multiply both parts in the brackets by {k}.", "The order of a sum does not matter."),
    steps=(
        Step("Multiply both parts.", "{given}", "{open}"),
        Step("A sum may be turned round.", "{open}", "{turned}"),
    ),
    form=EXPRESSION,
)

FAMILIES = (_MULTIPLES, _FITTING, _EQUAL)

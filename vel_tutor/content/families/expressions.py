"""Expressions: their value, brackets, like terms, common factors, words into symbols."""

from math import gcd

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION, INTEGER
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _add(count: int, letter: str) -> str:
    """A multiple of a letter as the next term: `+ 3x`, `- x`."""
    return f"{'-' if count < 0 else '+'} {times(abs(count), letter)}"


def _coprime(a: int, b: int) -> bool:
    return gcd(a, b) == 1


_LETTERS = ("x", "n", "a", "t", "y")

_VALUE = Family(
    id="math.evaluate.linear",
    skill="math.evaluate",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"k": range(2, 10), "b": range(-12, 20), "x": range(2, 13), "z": _LETTERS},
    derive=lambda p: {"tail": plus(p.b), "first": p.k * p.x, "result": p.k * p.x + p.b},
    where=(lambda p: p.b and p.k != p.x and p.result > 0,),
    canon=lambda p: (p.k, p.b, p.x),
    stem="What is [[{k}{z} {tail}]] when [[{z} = {x}]]?",
    key=lambda p: p.result,
    checker=lambda p, v: (v - p.b) / p.k == p.x,
    misconceptions=(
        Slip(
            "side_by_side",
            lambda p: int(f"{p.k}{p.x}") + p.b,
            "[[{k}{z}]] means {k} times {z}. It is not the number {k}{x}.",
        ),
        Slip("adds", lambda p: p.k + p.x + p.b, "[[{k}{z}]] means {k} times {z}, not plus."),
        Slip(
            "multiplies_all",
            lambda p: p.k * (p.x + p.b),
            "Only the {x} is taken {k} times. The last number comes after that.",
        ),
        Slip("drops_number", lambda p: p.first, "That is [[{k}{z}]]. Do not forget the rest."),
        Slip("sign", lambda p: p.first - p.b, "Look at the sign before the last number again."),
    ),
    hints=("Put {x} in the place of {z}.", "[[{k}{z}]] means {k} times {z}. Do that first."),
    steps=(
        Step("Put in {x}.", "{k} * {x}", "{first}"),
        Step("Then the rest.", "{first} {tail}", "{result}"),
    ),
    form=INTEGER,
)

_EXPAND = Family(
    id="math.distribute.expand",
    skill="math.distribute",
    grade=7,
    format=ItemFormat.EXPRESSION,
    time_s=40,
    params={"k": range(-6, 10), "m": range(1, 6), "b": range(-9, 13), "z": _LETTERS},
    derive=lambda p: {
        "inner": f"{times(p.m, p.z)} {plus(p.b)}",
        "head": f"{p.k * p.m}{p.z}",
        "full": f"{p.k * p.m}{p.z} {plus(p.k * p.b)}",
        "first": times(p.m, p.z),
        "bb": signed(p.b),
        "last": p.k * p.b,
        "kk": p.k,
    },
    where=(lambda p: abs(p.k) > 1 and p.b and abs(p.k * p.m) > 1,),
    canon=lambda p: (p.k, p.m, p.b),
    stem="Multiply out: [[{k}({inner})]]",
    key=lambda p: p.full,
    checker=lambda p, v: agrees(v, p.z, lambda t: p.k * p.m * t + p.k * p.b),
    misconceptions=(
        Slip(
            "first_only",
            lambda p: f"{p.head} {plus(p.b)}",
            "You took only the first part {k} times. The {b} is in the brackets too.",
        ),
        Slip(
            "last_only",
            lambda p: f"{times(p.m, p.z)} {plus(p.k * p.b)}",
            "You took only the last part {k} times. Do the same with [[{first}]].",
        ),
        Slip(
            "sign",
            lambda p: f"{p.head} {plus(-p.k * p.b)}",
            "Check the sign of the last part: what is {k} times {b}?",
        ),
        Slip(
            "adds_number",
            lambda p: f"{p.head} {plus(p.k + p.b)}" if p.k + p.b else p.head,
            "You added {k} and {b}. The brackets mean times for both parts.",
        ),
        Slip(
            "one_lump",
            lambda p: f"{p.k * (p.m + p.b)}{p.z}",
            "A number and a part with {z} cannot be put into one.",
        ),
    ),
    hints=(
        "The number in front meets every part inside the brackets.",
        "What is {k} times [[{first}]]? And {k} times {b}?",
    ),
    steps=(
        Step("The first part:", "{k} * {first}", "{head}"),
        Step("The last part:", "{k} * {bb}", "{last}"),
        Step("Together:", "{k}({inner})", "{full}"),
    ),
    form=EXPRESSION,
    must="expanded",
)

_LIKE = Family(
    id="math.like_terms.collect",
    skill="math.like_terms",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=40,
    params={
        "a": range(2, 12),
        "b": range(-9, 12),
        "c": range(-9, 10),
        "d": range(-9, 12),
        "z": _LETTERS,
    },
    derive=lambda p: {
        "long": f"{p.a}{p.z} {plus(p.b)} {_add(p.c, p.z)} {plus(p.d)}",
        "both": p.a + p.c,
        "number": p.b + p.d,
        "letters": f"{p.a}{p.z} {_add(p.c, p.z)}",
        "front": times(p.a + p.c, p.z),
        "numbers": f"{p.b} {plus(p.d)}",
        "full": f"{times(p.a + p.c, p.z)} {plus(p.b + p.d)}",
    },
    where=(
        lambda p: p.b and p.d and abs(p.c) > 1 and p.both and p.number,
        lambda p: p.b * p.c < 0 or p.d < 0,
    ),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="Put like terms together: [[{long}]]",
    key=lambda p: p.full,
    checker=lambda p, v: agrees(v, p.z, lambda t: p.a * t + p.b + p.c * t + p.d),
    misconceptions=(
        Slip(
            "one_lump",
            lambda p: f"{p.both + p.number}{p.z}",
            "Numbers alone and parts with {z} cannot be put into one.",
        ),
        Slip(
            "sign_of_letter",
            lambda p: f"{times(p.a - p.c, p.z)} {plus(p.number)}",
            "Each sign belongs to the part after it. Check the parts with {z}.",
        ),
        Slip(
            "sign_of_number",
            lambda p: f"{p.front} {plus(p.b - p.d)}",
            "Each sign belongs to the part after it. Check the numbers alone.",
        ),
        Slip("drops_number", lambda p: p.front, "Do not forget the numbers without a {z}."),
        Slip(
            "makes_square",
            lambda p: f"{p.both}{p.z}^2 {plus(p.number)}",
            "Adding parts with {z} gives more of them, not [[{z}^2]].",
        ),
    ),
    hints=("Put the parts with {z} together first.", "The parts with {z} are [[{letters}]]."),
    steps=(
        Step("Parts with {z}:", "{letters}", "{front}"),
        Step("Numbers alone:", "{numbers}", "{number}"),
        Step("Together:", "{long}", "{full}"),
    ),
    form=EXPRESSION,
)

_FACTOR = Family(
    id="math.distribute.factor",
    skill="math.distribute",
    grade=7,
    format=ItemFormat.EXPRESSION,
    time_s=45,
    params={"k": range(2, 13), "m": range(1, 8), "b": range(-11, 12), "z": _LETTERS},
    derive=lambda p: {
        "first": p.k * p.m,
        "last": abs(p.k * p.b),
        "full": f"{p.k * p.m}{p.z} {plus(p.k * p.b)}",
        "inner": f"{times(p.m, p.z)} {plus(p.b)}",
        "kb": p.k * p.b,
    },
    where=(lambda p: p.b and _coprime(p.m, p.b),),
    canon=lambda p: (p.k, p.m, p.b),
    stem="Take out the greatest common factor: [[{full}]]",
    key=lambda p: f"{p.k}({p.inner})",
    checker=lambda p, v: agrees(v, p.z, lambda t: p.k * p.m * t + p.k * p.b),
    misconceptions=(
        Slip(
            "last_not_divided",
            lambda p: f"{p.k}({times(p.m, p.z)} {plus(p.kb)})",
            "You took {k} out of the first part only. Divide the last part too.",
        ),
        Slip(
            "first_not_divided",
            lambda p: f"{p.k}({p.first}{p.z} {plus(p.b)})",
            "You took {k} out of the last part only. Divide the first part too.",
        ),
        Slip(
            "sign",
            lambda p: f"{p.k}({times(p.m, p.z)} {plus(-p.b)})",
            "Multiply back and look at the sign of the last part.",
        ),
        Slip(
            "drops_rest",
            lambda p: f"{p.k}{p.z} {plus(p.b)}",
            "Keep what is left of both parts inside brackets.",
        ),
    ),
    hints=(
        "Which is the biggest number that goes into both parts?",
        "Both {first} and {last} can be divided by {k}.",
    ),
    steps=(
        Step("The first part:", "{first} ÷ {k}", "{m}"),
        Step("The last part:", "{kb} ÷ {k}", "{b}"),
        Step("What is left goes into brackets.", "{full}", "{k}({inner})"),
    ),
    form=EXPRESSION,
    must="factored",
)

FAMILIES = (_VALUE, _EXPAND, _LIKE, _FACTOR)

"""Equations and inequalities: one step, two steps, letters on both sides."""

from fractions import Fraction

from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import INTEGER, RATIONAL, TEXT
from vel_tutor.content.latex import plus, signed, tex, times
from vel_tutor.vocabulary import ItemFormat

_LETTERS = ("x", "n", "y", "t", "w")

_ADDED = Family(
    id="math.one_step.added",
    skill="math.one_step",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={"x": range(-12, 40), "b": range(-25, 30), "z": _LETTERS},
    derive=lambda p: {
        "c": p.x + p.b,
        "tail": plus(p.b),
        "undo": plus(-p.b),
        "deed": f"take {p.b} away from" if p.b > 0 else f"add {-p.b} to",
    },
    where=(lambda p: abs(p.b) > 1 and abs(p.x) > 1 and p.c,),
    canon=lambda p: (p.x, p.b),
    stem="Solve [[{z} {tail} = {c}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: v + p.b == p.c,
    misconceptions=(
        Slip(
            "same_operation",
            lambda p: p.c + p.b,
            "To undo it, do the opposite: {deed} both sides.",
        ),
        Slip("turned", lambda p: p.b - p.c, "You took it the wrong way round: start from {c}."),
        Slip("right_side", lambda p: p.c, "{c} is what the whole left side makes, not {z} alone."),
        Slip(
            "sizes_only",
            lambda p: abs(p.c) - abs(p.b),
            "You left the signs out. Put your answer back in and see.",
        ),
    ),
    hints=("What was done to {z}? Undo it.", "To get {z} alone, {deed} both sides."),
    steps=(Step("On both sides, do the opposite.", "{c} {undo}", "{x}"),),
    letters=lambda p: {p.z: p.x},
    form=INTEGER,
)

_TIMES = Family(
    id="math.one_step.times",
    skill="math.one_step",
    grade=6,
    format=ItemFormat.NUMERIC,
    time_s=25,
    params={"x": range(-12, 16), "k": range(-9, 13), "z": _LETTERS},
    derive=lambda p: {"c": p.k * p.x, "kk": signed(p.k)},
    where=(lambda p: abs(p.x) > 1 and abs(p.k) > 1 and abs(p.x) != abs(p.k),),
    canon=lambda p: (p.x, p.k),
    stem="Solve [[{k}{z} = {c}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: v * p.k == p.c,
    misconceptions=(
        Slip("subtracts", lambda p: p.c - p.k, "[[{k}{z}]] means {k} times {z}. Undo the times."),
        Slip("multiplies", lambda p: p.c * p.k, "You multiplied again. The opposite is dividing."),
        Slip("sign", lambda p: -p.x, "The size is right. Check the sign: {k} times what is {c}?"),
        Slip("adds", lambda p: p.c + p.k, "You added {k}. The opposite of times is dividing."),
        Slip("turned", lambda p: Fraction(p.k, p.c), "You divided {k} by {c}. Turn it round."),
    ),
    hints=("What was done to {z}? Undo it.", "Divide both sides by {k}."),
    steps=(Step("Divide both sides by {k}.", "{c} ÷ {kk}", "{x}"),),
    form=RATIONAL,
)

_TWO_STEP = Family(
    id="math.two_step.linear",
    skill="math.two_step",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"x": range(-9, 13), "k": range(2, 12), "b": range(-20, 25), "z": _LETTERS},
    derive=lambda p: {
        "c": p.k * p.x + p.b,
        "tail": plus(p.b),
        "undo": plus(-p.b),
        "rest": p.k * p.x,
        "deed": f"take {p.b} from" if p.b > 0 else f"add {-p.b} to",
    },
    where=(lambda p: abs(p.b) > 1 and abs(p.x) > 1,),
    canon=lambda p: (p.x, p.k, p.b),
    stem="Solve [[{k}{z} {tail} = {c}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: p.k * v + p.b == p.c,
    misconceptions=(
        Slip(
            "same_operation",
            lambda p: Fraction(p.c + p.b, p.k),
            "Before dividing, do the opposite: {deed} both sides.",
        ),
        Slip("stops_early", lambda p: p.rest, "That is [[{k}{z}]]. Now divide by {k}."),
        Slip(
            "divides_first",
            lambda p: Fraction(p.c, p.k) - p.b,
            "You divided only {c} by {k}. The other number would have to be divided too.",
        ),
        Slip(
            "subtracts_factor",
            lambda p: p.rest - p.k,
            "[[{k}{z}]] means {k} times {z}, so divide by {k} at the end.",
        ),
        Slip(
            "ignores_number",
            lambda p: Fraction(p.c, p.k),
            "You left out a step: {deed} both sides.",
        ),
    ),
    hints=("Undo the last thing that was done to {z} first.", "First {deed} both sides."),
    steps=(
        Step("Do the opposite on both sides: {deed} both.", "{c} {undo}", "{rest}"),
        Step("Divide both sides by {k}.", "{rest} ÷ {k}", "{x}"),
    ),
    form=RATIONAL,
)

_BOTH_SIDES = Family(
    id="math.both_sides.linear",
    skill="math.both_sides",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "x": range(-8, 11),
        "k": range(3, 13),
        "m": range(2, 10),
        "b": range(-15, 20),
        "z": _LETTERS,
    },
    derive=lambda p: {
        "c": (p.k - p.m) * p.x + p.b,
        "left": f"{p.k}{p.z} {plus(p.b)}",
        "right": f"{p.m}{p.z} {plus((p.k - p.m) * p.x + p.b)}",
        "d": p.k - p.m,
        "undo": plus(-p.b),
        "rest": (p.k - p.m) * p.x,
        "less": times(p.k - p.m, p.z),
    },
    where=(lambda p: p.k - p.m > 1 and p.b and p.c and p.x and p.b != p.c,),
    canon=lambda p: (p.x, p.k, p.m, p.b),
    stem="Solve [[{left} = {right}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: p.k * v + p.b == p.m * v + p.c,
    misconceptions=(
        Slip(
            "adds_letters",
            lambda p: Fraction(p.c - p.b, p.k + p.m),
            "To bring [[{m}{z}]] over, take it away from both sides, do not add it.",
        ),
        Slip(
            "adds_numbers",
            lambda p: Fraction(p.c + p.b, p.d),
            "The number moves over by its opposite: check its sign.",
        ),
        Slip("stops_early", lambda p: p.rest, "That is [[{less}]]. Now divide by {d}."),
        Slip("sign", lambda p: -p.x, "The size is right. Put it back in and check the sign."),
        Slip(
            "drops_right_letter",
            lambda p: Fraction(p.c - p.b, p.k),
            "The [[{m}{z}]] on the right got lost on the way.",
        ),
    ),
    hints=("Bring all parts with {z} to one side.", "Take [[{m}{z}]] away from both sides first."),
    steps=(
        Step("Parts with {z} to the left:", "{k}{z} - {m}{z}", "{less}"),
        Step("Numbers to the right:", "{c} {undo}", "{rest}"),
        Step("Divide by {d}.", "{rest} ÷ {d}", "{x}"),
    ),
    form=RATIONAL,
)


def _sign(flip: bool, sign: str) -> str:
    return {"<": ">", ">": "<"}[sign] if flip else sign


_INEQUALITY = Family(
    id="math.inequality.solve",
    skill="math.inequality",
    grade=7,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={
        "x": range(-9, 10),
        "k": range(-8, 9),
        "b": range(-15, 16),
        "sign": ("<", ">"),
        "z": _LETTERS,
    },
    derive=lambda p: {
        "c": p.k * p.x + p.b,
        "tail": plus(p.b),
        "undo": plus(-p.b),
        "rest": p.k * p.x,
        "out": _sign(p.k < 0, p.sign),
        "kk": signed(p.k),
        "turn": "turns round" if p.k < 0 else "stays",
    },
    where=(lambda p: abs(p.k) > 1 and abs(p.b) > 1 and abs(p.x) > 1,),
    canon=lambda p: (p.x, p.k, p.b, p.sign),
    stem="Solve [[{k}{z} {tail} {sign} {c}]].",
    key=lambda p: tex(f"{p.z} {p.out} {p.x}"),
    checker=lambda p, v: all(
        (p.k * t + p.b < p.c if p.sign == "<" else p.k * t + p.b > p.c)
        == (t < _end(v) if "<" in v else t > _end(v))
        for end in (p.x, _end(v))
        for t in (end - 1, end, end + 1)
    ),
    misconceptions=(
        Slip(
            "turns_wrongly",
            lambda p: tex(f"{p.z} {_sign(True, p.out)} {p.x}"),
            "Try {z} = 0 or another number. When you divide by {k}, the sign {turn}.",
        ),
        Slip(
            "number_sign",
            lambda p: tex(f"{p.z} {p.out} {-p.x}"),
            "Check the sign of the number: {rest} divided by {k}.",
        ),
        Slip(
            "both_signs",
            lambda p: tex(f"{p.z} {_sign(True, p.out)} {-p.x}"),
            "Check both: {rest} divided by {k}, and whether the sign turns round.",
        ),
        Slip(
            "stops_early",
            lambda p: tex(f"{p.z} {p.sign} {p.rest}"),
            "That holds for [[{k}{z}]]. Now divide by {k}.",
        ),
        Slip(
            "subtracts_factor",
            lambda p: tex(f"{p.z} {p.sign} {p.rest - p.k}"),
            "{k} is multiplied with {z}, so divide by it.",
        ),
    ),
    hints=(
        "Solve it like an equation, but watch the sign.",
        "Dividing by a number below zero turns the sign round.",
    ),
    steps=(
        Step("First the number alone, on both sides.", "{c} {undo}", "{rest}"),
        Step("Divide by {k}; the sign {turn}.", "{rest} ÷ {kk}", "{x}"),
    ),
    form=TEXT,
)


def _end(text: str) -> int:
    """The number at the end of a written inequality."""
    return int(text.replace("\\)", "").split()[-1])


FAMILIES = (_ADDED, _TIMES, _TWO_STEP, _BOTH_SIDES, _INEQUALITY)

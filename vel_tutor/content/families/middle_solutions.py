"""Linear equations with brackets; none, one or all numbers as solutions."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT
from vel_tutor.content.latex import plus, tex, times
from vel_tutor.vocabulary import ItemFormat

_BRACKETS = Family(
    id="math.both_sides.brackets",
    skill="math.both_sides",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "k": range(2, 8),
        "b": range(-8, 9),
        "m": range(-6, 8),
        "x": range(-9, 10),
        "z": ("x", "n", "y", "t"),
    },
    derive=lambda p: {
        "d": p.k * (p.x + p.b) - p.m * p.x,
        "kb": p.k * p.b,
        "left": f"{p.k}({p.z} {plus(p.b)})",
        "right": f"{times(p.m, p.z)} {plus(p.k * (p.x + p.b) - p.m * p.x)}",
        "opened": f"{p.k}{p.z} {plus(p.k * p.b)}",
        "less": p.k - p.m,
        "rest": (p.k - p.m) * p.x,
        "undo": plus(-p.k * p.b),
        "term": times(p.m, p.z),
    },
    where=(
        lambda p: p.b and abs(p.m) > 1 and abs(p.k - p.m) > 1 and p.d and abs(p.x) > 1,
        lambda p: p.d != p.kb,
    ),
    canon=lambda p: (p.k, p.b, p.m, p.x),
    stem="Solve [[{left} = {right}]]. What is [[{z}]]?",
    key=lambda p: p.x,
    checker=lambda p, v: p.k * v + p.k * p.b == p.m * v + p.d,
    misconceptions=(
        Slip(
            "first_term_only",
            lambda p: Fraction(p.d - p.b, p.less),
            "The {k} multiplies both parts in the brackets.",
        ),
        Slip(
            "adds_letters",
            lambda p: Fraction(p.d - p.kb, p.k + p.m) if p.k + p.m else None,
            "To bring [[{term}]] over, do the opposite on both sides.",
        ),
        Slip(
            "number_sign",
            lambda p: Fraction(p.d + p.kb, p.less),
            "The number moves over by its opposite. Check its sign.",
        ),
        Slip("stops_early", lambda p: p.rest, "You are nearly there: divide by {less}."),
        Slip("sign", lambda p: -p.x, "The size is right. Put it back in and check the sign."),
    ),
    hints=("Multiply out the brackets first.", "The left side is [[{opened}]]."),
    steps=(
        Step("Multiply out.", "{left}", "{opened}"),
        Step("Letters to the left, numbers to the right:", "{d} {undo}", "{rest}"),
        Step("Divide by {less}.", "{rest} ÷ ({less})", "{x}"),
    ),
    letters=lambda p: {p.z: p.x},
    form=RATIONAL,
)

_NONE = "no number"
_ALL = "every number"
_ZERO = "only the number 0"
_OTHER = "one number, but not 0"
_KINDS = (_NONE, _ALL, _ZERO, _OTHER)


def _equation(p: Params) -> dict[str, object]:
    kb = p.k * p.b
    right = {
        _NONE: f"{p.k}x {plus(kb + p.c)}",
        _ALL: f"{p.k}x {plus(kb)}",
        _ZERO: f"{p.k + p.c}x {plus(kb)}",
        _OTHER: f"{p.k - 1}x {plus(kb + p.c)}",
    }[p.kind]
    return {
        "shown": tex(f"{p.k}(x {plus(p.b)}) = {right}"),
        "opened": tex(f"{p.k}x {plus(kb)} = {right}"),
        "kb": kb,
        "right": right,
    }


_WHY = {
    _NONE: "The letters cancel, and two different numbers are left: never true.",
    _ALL: "Both sides are the same, so it is true for every number.",
    _ZERO: "The numbers cancel, but different amounts of x are left: only 0 works.",
    _OTHER: "One x is left on one side, and a number on the other: that is x.",
}

_HOW_MANY = Family(
    id="math.solutions.how_many",
    skill="math.solutions",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={
        "k": range(2, 10),
        "b": range(-9, 10),
        "c": range(1, 9),
        "kind": _KINDS,
    },
    derive=_equation,
    where=(lambda p: p.b and p.kb + p.c,),
    canon=lambda p: p.shown,
    stem="Which numbers x make this true? {shown}",
    key=lambda p: p.kind,
    checker=lambda p, v: v == _solved(p),
    misconceptions=tuple(
        Slip(
            name.replace(" ", "_").replace(",", ""),
            lambda p, name=name: name if name != p.kind else None,
            says,
        )
        for name, says in (
            (_NONE, "Some number does make it true. Multiply out: {opened}."),
            (_ALL, "Try x = 1 on both sides: they must be equal then. Multiply out first."),
            (_ZERO, "Try x = 0 on both sides, and compare the amounts of x: {opened}."),
            (_OTHER, "Multiply out: {opened}. Is any x left when you take it away?"),
        )
    ),
    hints=(
        "Multiply out the brackets. Then compare both sides.",
        "You get {opened}. What is left if you take the x away on both sides?",
    ),
    steps=lambda p: (
        Step("Multiply out.", f"{p.k}(x {plus(p.b)})", f"{p.k}x {plus(p.kb)}"),
        Step(_WHY[p.kind]),
    ),
    form=TEXT,
)


def _solved(p: Params) -> str:
    """Which numbers fit, by trying x = 0 and x = 1 on both sides: a line has no more to tell."""
    gaps = []
    for x in (0, 1):
        number, _, tail = p.right.partition("x ")
        right = int(number or 1) * x + int(tail.replace(" ", ""))
        gaps.append(p.k * (x + p.b) - right)
    if gaps[0] == gaps[1]:
        return _ALL if gaps[0] == 0 else _NONE
    return _ZERO if gaps[0] == 0 else _OTHER


_MAKE = Family(
    id="math.solutions.make_it_so",
    skill="math.solutions",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=50,
    params={
        "k": range(2, 10),
        "b": range(-9, 10),
        "m": range(2, 9),
        "every": (True, False),
    },
    derive=lambda p: {
        "kb": p.k * p.b,
        "km": p.k * p.m,
        "tail": plus(p.b),
        "left": f"{p.k}({p.m}x {plus(p.b)})",
        "opened": f"{p.k * p.m}x {plus(p.k * p.b)}",
        "right": f"{p.k * p.m}x + ?" if p.every else f"?x {plus(p.k * p.b + p.m)}",
        "goal": "every number" if p.every else "no number",
        "answer": p.k * p.b if p.every else p.k * p.m,
    },
    where=(lambda p: abs(p.b) > 1 and p.kb + p.m and p.k != p.m and p.k != p.b and p.m != p.b,),
    stem="Put a number for ? so that {goal} x makes it true: {k}({m}x {tail}) = {right}.",
    key=lambda p: p.answer,
    checker=lambda p, v: (
        all(p.k * (p.m * x + p.b) == p.km * x + v for x in (0, 1))
        if p.every
        else p.k * p.b - (p.kb + p.m) == p.k * (p.m + p.b) - (v + p.kb + p.m) != 0
    ),
    misconceptions=(
        Slip(
            "first_term_only",
            lambda p: p.b if p.every else p.m,
            "The {k} multiplies both parts in the brackets.",
        ),
        Slip(
            "sign",
            lambda p: -p.answer,
            "Multiply out: [[{opened}]]. Compare the signs on both sides.",
        ),
        Slip("factor", lambda p: p.k, "{k} is the factor outside. Multiply it out first."),
        Slip(
            "adds",
            lambda p: p.k + p.b if p.every else p.k + p.m,
            "The factor {k} multiplies, it is not added.",
        ),
        Slip("zero", lambda p: 0, "With 0, compare both sides again: [[{opened}]] on the left."),
    ),
    hints=(
        "Multiply out the left side first.",
        "For every number both sides must be the same; for none only the x parts are.",
    ),
    steps=lambda p: (
        Step("Multiply out.", p.left, p.opened),
        Step("What belongs in the place of ?", f"{p.k} * {p.b if p.every else p.m}", f"{p.answer}"),
    ),
    form=RATIONAL,
)

_MATCHED = Family(
    id="math.solutions.match",
    skill="math.solutions",
    grade=8,
    format=ItemFormat.MATCH,
    time_s=80,
    params={
        "k": range(2, 9),
        "b": range(-9, 10),
        "m": range(2, 9),
        "c": range(1, 9),
        "order": ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)),
    },
    derive=lambda p: {
        "equations": (
            tex(f"{p.k}(x {plus(p.b)}) = {p.k}x {plus(p.k * p.b)}"),
            tex(f"{p.m}x {plus(p.c)} = {p.m}x {plus(p.c + p.k)}"),
            tex(f"{p.m + p.k}x {plus(p.b)} = {p.m}x {plus(p.c)}"),
        ),
        "kinds": ("all numbers", "no number", "just one number"),
    },
    where=(lambda p: p.b and p.b != p.c and p.k != p.m,),
    canon=lambda p: (p.k, p.b, p.m, p.c),
    stem="Which numbers x make each of these true?",
    labels=lambda p: tuple(p.equations[i] for i in p.order),
    key=lambda p: tuple(p.kinds[i] for i in p.order),
    checker=lambda p, v: all(said == _counted(p, i) for said, i in zip(v, p.order, strict=True)),
    misconceptions=(
        Slip(
            "all_and_none",
            lambda p: _renamed(p, {0: 1, 1: 0}),
            "If the same is left on both sides, all numbers work. If not, none does.",
        ),
        Slip(
            "none_and_one",
            lambda p: _renamed(p, {1: 2, 2: 1}),
            "Take the x away on both sides. Only if some x is left there is just one number.",
        ),
        Slip(
            "all_and_one",
            lambda p: _renamed(p, {0: 2, 2: 0}),
            "Multiply out the brackets: are both sides the same?",
        ),
        Slip(
            "one_on",
            lambda p: _renamed(p, {0: 1, 1: 2, 2: 0}),
            "Bring the x to one side in each of them. What is left?",
        ),
    ),
    hints=(
        "Take the x away on both sides. What is left?",
        "Same number left: all fit. Different numbers left: none fits. Some x left: one fits.",
    ),
    steps=lambda p: (
        Step(
            "The one with brackets is the same on both sides:",
            f"{p.k}(x {plus(p.b)})",
            f"{p.k}x {plus(p.k * p.b)}",
        ),
        Step("Where both sides have the same x but other numbers, none fits."),
        Step("Where some x is left, just one number fits:", f"{p.m + p.k} - {p.m}", f"{p.k}"),
    ),
    form=TEXT,
)


def _renamed(p: Params, turn: dict[int, int]) -> tuple[str, ...]:
    return tuple(p.kinds[turn.get(i, i)] for i in p.order)


def _counted(p: Params, which: int) -> str:
    """How many of the numbers from -40 to 40, in steps of all fractions met, make it true."""
    sides = (
        lambda x: (p.k * (x + p.b), p.k * x + p.k * p.b),
        lambda x: (p.m * x + p.c, p.m * x + p.c + p.k),
        lambda x: ((p.m + p.k) * x + p.b, p.m * x + p.c),
    )[which]
    tried = [Fraction(n, p.k) for n in range(-40 * p.k, 40 * p.k + 1)]
    fits = sum(one == two for one, two in map(sides, tried))
    return {0: "no number", 1: "just one number"}.get(fits, "all numbers")


FAMILIES = (_BRACKETS, _HOW_MANY, _MAKE, _MATCHED)

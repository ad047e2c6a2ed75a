"""Congruent triangles, and angles at parallels."""

from fractions import Fraction

from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_REASONS = {
    "sss": "all three sides",
    "sas": "two sides and the angle between them",
    "asa": "two angles and the side between them",
    "aas": "two angles and a side not between them",
    "ssa": "nothing: two different triangles fit",
    "aaa": "nothing: the size is still open",
}
_FACTS = {
    "sss": ("{0}{1} = {3}{4}", "{1}{2} = {4}{5}", "{2}{0} = {5}{3}"),
    "sas": ("{0}{1} = {3}{4}", "angle {1} = angle {4}", "{1}{2} = {4}{5}"),
    "asa": ("angle {0} = angle {3}", "{0}{1} = {3}{4}", "angle {1} = angle {4}"),
    "aas": ("angle {0} = angle {3}", "angle {1} = angle {4}", "{1}{2} = {4}{5}"),
    "ssa": ("{0}{1} = {3}{4}", "{1}{2} = {4}{5}", "angle {0} = angle {3}"),
    "aaa": ("angle {0} = angle {3}", "angle {1} = angle {4}", "angle {2} = angle {5}"),
}


def _congruent(p: Params) -> dict[str, object]:
    corners = tuple(p.one[i] for i in p.turn) + tuple(p.two[i] for i in p.turn)
    facts = [fact.format(*corners) for fact in _FACTS[p.case]]
    told = [facts[i] for i in p.order]
    sides = sum("angle" not in fact for fact in facts)
    return {
        "told": f"{told[0]}, {told[1]} and {told[2]}",
        "reason": _REASONS[p.case],
        "sides": sides,
        "angles": 3 - sides,
        "have": f"{_many(sides, 'side')} and {_many(3 - sides, 'angle')}",
    }


def _many(count: int, what: str) -> str:
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _judged(told: str) -> str:
    """The kind of facts, read back from the sentence."""
    facts = [fact.split(" = ")[0] for fact in told.replace(" and ", ", ").split(", ")]
    sides = [fact for fact in facts if not fact.startswith("angle")]
    corners = [fact.removeprefix("angle ") for fact in facts if fact.startswith("angle")]
    if len(sides) == 3:
        return "sss"
    if len(sides) == 2:
        return "sas" if set(sides[0]) & set(sides[1]) == set(corners) else "ssa"
    if len(sides) == 1:
        return "asa" if set(sides[0]) == set(corners) else "aas"
    return "aaa"


def _reason(case: str, feedback: str) -> Slip:
    return Slip(case, lambda p: None if p.case == case else _REASONS[case], feedback)


_CONGRUENT = Family(
    id="math.congruence.reason",
    skill="math.congruence",
    grade=10,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={
        "case": tuple(_FACTS),
        "one": ("ABC", "PQR", "KLM"),
        "two": ("DEF", "STU", "XYZ"),
        "turn": ((0, 1, 2), (1, 2, 0), (2, 0, 1)),
        "order": ((0, 1, 2), (1, 2, 0), (2, 1, 0), (0, 2, 1)),
    },
    derive=_congruent,
    stem="Of triangles {one} and {two} we know {told}. What shows that they are congruent?",
    key=lambda p: p.reason,
    checker=lambda p, v: v == _REASONS[_judged(p.told)],
    misconceptions=(
        _reason("sss", "We are told of {have} only."),
        _reason("sas", "That needs two sides and the angle where they meet. Is it told here?"),
        _reason("asa", "That needs two angles and the side from the one to the other."),
        _reason("aas", "That needs two angles and a side that does not join them."),
        _reason(
            "ssa", "Look again: the facts here do settle the triangle, or they fail in another way."
        ),
        _reason("aaa", "Three angles leave the size open, but that is not what is told here."),
    ),
    hints=(
        "Count: how many sides, how many angles?",
        "There are {have}. Where do they lie to each other?",
    ),
    steps=(
        Step(
            "Look at {have}, and how they lie. They give: {reason}.",
            "{sides} + {angles}",
            "3",
        ),
    ),
    form=TEXT,
)

_PAIRS = (
    ("alternate", "equal"),
    ("corresponding", "equal"),
    ("same-side inside", "together 180°"),
)

_PARALLELS = Family(
    id="math.congruence.parallels",
    skill="math.congruence",
    grade=10,
    format=ItemFormat.NUMERIC,
    time_s=70,
    params={
        "kind": _PAIRS,
        "a": range(2, 9),
        "c": range(2, 9),
        "x": range(5, 30),
        "one": range(35, 146),
    },
    derive=lambda p: {
        "name": p.kind[0],
        "b": p.one - p.a * p.x,
        "d": (p.one if p.kind[1] == "equal" else 180 - p.one) - p.c * p.x,
        "same": p.kind[1] == "equal",
        "k": p.a - p.c if p.kind[1] == "equal" else p.a + p.c,
    },
    where=(lambda p: p.a > p.c and p.b and p.d and abs(p.b) < 60 and abs(p.d) < 60,),
    canon=lambda p: (p.kind, p.a, p.c, p.x, p.one),
    stem=lambda p: say(
        "Two parallel lines are crossed by a third. Two {name} angles are"
        f" ({p.a}x {'+' if p.b > 0 else '-'} {abs(p.b)})° and"
        f" ({p.c}x {'+' if p.d > 0 else '-'} {abs(p.d)})°. What is x?",
        p,
    ),
    key=lambda p: p.x,
    checker=lambda p, v: (
        (p.a * v + p.b == p.c * v + p.d) if p.same else (p.a * v + p.b + p.c * v + p.d == 180)
    ),
    misconceptions=(
        Slip(
            "other_rule",
            lambda p: (
                Fraction(180 - p.b - p.d, p.a + p.c) if p.same else Fraction(p.d - p.b, p.a - p.c)
            ),
            "Think of the picture: which pairs are equal, which make 180° together?",
        ),
        Slip("the_angle", lambda p: p.one, "That is the first angle in degrees. Find x itself."),
        Slip(
            "number_sign",
            lambda p: Fraction(p.d + p.b, p.k) if p.same else Fraction(180 + p.b + p.d, p.k),
            "To clear a number, do the opposite on both sides.",
        ),
        Slip(
            "not_divided",
            lambda p: p.k * p.x,
            "That is {k} times x. Divide by {k}.",
        ),
        Slip(
            "sum_90",
            lambda p: Fraction(90 - p.b - p.d, p.a + p.c),
            "These angles do not make 90° together.",
        ),
    ),
    hints=(
        "Draw it: are {name} angles equal, or do they make a straight line together?",
        "Write an equation with both angles, and solve it.",
    ),
    steps=lambda p: (
        (
            Step("They are equal. On the left x is left", f"{p.a} - {p.c}", f"{p.k}"),
            Step("times, on the right:", f"{p.d} - {signed(p.b)}", f"{p.d - p.b}"),
            Step("Divide.", f"{p.d - p.b} ÷ {p.k}", f"{p.x}"),
        )
        if p.same
        else (
            Step("Together they make 180°. x is there", f"{p.a} + {p.c}", f"{p.k}"),
            Step(
                "times, and what is left of 180:",
                f"180 - {signed(p.b)} - {signed(p.d)}",
                f"{180 - p.b - p.d}",
            ),
            Step("Divide.", f"{180 - p.b - p.d} ÷ {p.k}", f"{p.x}"),
        )
    ),
    form=RATIONAL,
)


FAMILIES = (
    _CONGRUENT,
    _PARALLELS,
)

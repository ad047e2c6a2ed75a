"""Triangles: similar ones, congruent ones, angles at parallels."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL, TEXT
from vel_tutor.content.latex import signed
from vel_tutor.vocabulary import ItemFormat

_SIMILAR = Family(
    id="math.similar_triangles.side",
    skill="math.similar_triangles",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=70,
    params={
        "names": (("ABC", "DEF"), ("PQR", "STU"), ("KLM", "XYZ")),
        "a": range(2, 16),
        "b": range(2, 16),
        "d": range(3, 25),
    },
    derive=lambda p: {
        "one": p.names[0],
        "two": p.names[1],
        "ab": p.names[0][:2],
        "bc": p.names[0][1:],
        "de": p.names[1][:2],
        "ef": p.names[1][1:],
        "k": Fraction(p.d, p.a),
        "e": Fraction(p.b * p.d, p.a),
    },
    where=(
        lambda p: len({p.a, p.b, p.d}) == 3 and p.e.denominator < 4,
        lambda p: Fraction(1, 2) < Fraction(p.a, p.b) < 2 and p.k.denominator < 8,
    ),
    canon=lambda p: (p.a, p.b, p.d),
    stem=(
        "Triangles {one} and {two} are similar, with the corners in this order. {ab} = {a} cm,"
        " {bc} = {b} cm and {de} = {d} cm. How long is {ef}?"
    ),
    key=lambda p: p.e,
    checker=lambda p, v: v * p.a == p.b * p.d,
    misconceptions=(
        Slip(
            "adds_difference",
            lambda p: p.b + p.d - p.a,
            "Similar means the same factor, not the same difference.",
        ),
        Slip(
            "upside_down",
            lambda p: Fraction(p.a * p.b, p.d),
            "From {ab} to {de} the factor is [[{d}/{a}]]. Use that one.",
        ),
        Slip(
            "wrong_pair",
            lambda p: Fraction(p.a * p.d, p.b),
            "{ab} belongs to {de}, and {bc} to {ef}.",
        ),
        Slip("factor", lambda p: p.k, "That is the factor. Use it on {bc}."),
        Slip("same_side", lambda p: p.b, "The triangles are similar, but not of the same size."),
    ),
    hints=("Which side belongs to which?", "{ab} becomes {de}. By which factor?"),
    steps=(
        Step("The factor from the first to the second:", "{d} ÷ {a}", "{k}"),
        Step("The same factor for {bc}:", "{b} * {k}", "{e}"),
    ),
    form=RATIONAL,
    unit="cm",
)

_SPLIT = Family(
    id="math.similar_triangles.parallel_cut",
    skill="math.similar_triangles",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=80,
    params={"a": range(2, 14), "b": range(2, 14), "c": range(3, 20)},
    derive=lambda p: {
        "whole": p.a + p.b,
        "k": Fraction(p.a + p.b, p.a),
        "base": p.c * Fraction(p.a + p.b, p.a),
    },
    where=(lambda p: p.a != p.b and p.base.denominator < 4 and p.k.denominator < 8 and p.c != p.a,),
    stem=(
        "In triangle ABC, D lies on AB and E on AC. DE is parallel to BC. AD = {a} cm,"
        " DB = {b} cm and DE = {c} cm. How long is BC?"
    ),
    key=lambda p: p.base,
    checker=lambda p, v: v * p.a - p.c * p.a == p.c * p.b,
    misconceptions=(
        Slip(
            "part_to_part",
            lambda p: Fraction(p.c * p.b, p.a),
            "Compare AD with all of AB, not with DB.",
        ),
        Slip("upside_down", lambda p: p.c / p.k, "BC must be longer than DE."),
        Slip("adds", lambda p: p.c + p.b, "It grows by a factor: AB over AD."),
        Slip("doubles", lambda p: 2 * p.c, "D is not in the middle of AB."),
        Slip(
            "other_part",
            lambda p: Fraction(p.c * p.whole, p.b),
            "The small triangle starts at A: use AD = {a} cm.",
        ),
    ),
    hints=(
        "The small triangle ADE and the large one ABC have the same angles.",
        "AB is {a} cm and {b} cm together. Compare it with AD.",
    ),
    steps=(
        Step("The whole side AB:", "{a} + {b}", "{whole}"),
        Step("The factor from small to large:", "{whole} ÷ {a}", "{k}"),
        Step("The same factor for DE:", "{c} * {k}", "{base}"),
    ),
    form=RATIONAL,
    unit="cm",
    figure=lambda p: _cut_figure(p),
    alt="A triangle ABC with A at the top, and a line DE parallel to its base BC.",
)


def _cut_figure(p: Params) -> str:
    """The triangle, with the cut where the lengths say."""
    share = p.a / (p.a + p.b)
    top, left, right = (150, 18), (50, 150), (280, 150)

    def point(end: tuple[int, int]) -> tuple[float, float]:
        return top[0] + share * (end[0] - top[0]), top[1] + share * (end[1] - top[1])

    d, e = point(left), point(right)
    return figures.svg(
        176,
        "A triangle ABC with A at the top, and a line DE parallel to its base BC.",
        figures.polygon((top, left, right)),
        figures.line(*d, *e),
        figures.text(150, 13, "A"),
        figures.text(40, 165, "B"),
        figures.text(290, 165, "C"),
        figures.text(d[0] - 8, d[1] + 4, "D", anchor="end"),
        figures.text(e[0] + 8, e[1] + 4, "E", anchor="start"),
        figures.text((d[0] + e[0]) / 2, d[1] - 5, f"{p.c} cm"),
    )


_AREAS = Family(
    id="math.similar_triangles.areas",
    skill="math.similar_triangles",
    grade=10,
    format=ItemFormat.FRACTION,
    time_s=60,
    params={
        "what": ("triangles", "kites", "pentagons", "hexagons", "logos"),
        "a": range(2, 10),
        "d": range(3, 16),
        "m": range(1, 15),
    },
    derive=lambda p: {
        "area": p.m * p.a**2,
        "k": Fraction(p.d, p.a),
        "kk": Fraction(p.d, p.a) ** 2,
        "big": p.m * p.d**2,
    },
    where=(lambda p: p.a < p.d and p.k.denominator == p.a and p.k != 2,),
    canon=lambda p: (p.a, p.d, p.m),
    stem=(
        "Two similar {what} have sides of {a} cm and {d} cm that belong together. The area of the"
        " smaller one is {area} cm². What is the area of the larger one?"
    ),
    key=lambda p: p.big,
    checker=lambda p, v: v * p.a * p.a == p.area * p.d * p.d,
    misconceptions=(
        Slip(
            "factor_once",
            lambda p: p.area * p.k,
            "Length and width both grow by the factor. Use it twice.",
        ),
        Slip(
            "adds",
            lambda p: p.area + p.d - p.a,
            "Areas do not grow by the difference of the sides.",
        ),
        Slip(
            "cubed",
            lambda p: p.area * p.k**3,
            "The factor is used twice for areas, three times for volumes.",
        ),
        Slip("upside_down", lambda p: p.area / p.kk, "The larger one must have the larger area."),
        Slip("doubled", lambda p: 2 * p.area * p.k, "Square the factor, do not double it."),
    ),
    hints=(
        "By which factor do the sides grow?",
        "An area has two directions. Both grow by that factor.",
    ),
    steps=(
        Step("The factor of the sides:", "{d} ÷ {a}", "{k}"),
        Step("The factor of the areas:", "({k})^2", "{kk}"),
        Step("The larger area:", "{area} * {kk}", "{big}"),
    ),
    form=RATIONAL,
    unit="cm²",
)

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

FAMILIES = (_SIMILAR, _SPLIT, _AREAS, _CONGRUENT, _PARALLELS)

"""Similar triangles: sides, cuts, areas."""

from fractions import Fraction

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import RATIONAL
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


FAMILIES = (
    _SIMILAR,
    _SPLIT,
    _AREAS,
)

"""Around and inside: perimeter and area."""

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import WHOLE
from vel_tutor.vocabulary import ItemFormat

_PLACES = ("garden", "playground", "poster", "field", "dog run")


def _alt(p: Params) -> str:
    return f"A rectangle. The long side is {p.a} m, the short side is {p.b} m."


_PERIMETER = Family(
    id="math.perimeter.rectangle",
    skill="math.perimeter",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"a": range(4, 30), "b": range(2, 20), "place": _PLACES},
    where=(lambda p: p.a > p.b,),
    stem=lambda p: (
        f"A {p.place} is {p.a} m long and {p.b} m wide. How far is it all the way round?"
    ),
    key=lambda p: 2 * (p.a + p.b),
    checker=lambda p, v: v == sum((p.a, p.b, p.a, p.b)),
    misconceptions=(
        Misconception(
            "half_way",
            lambda p: p.a + p.b,
            lambda p: f"{p.a} + {p.b} is one long and one short side: only half the way round.",
        ),
        Misconception(
            "one_short_side",
            lambda p: 2 * p.a + p.b,
            lambda p: f"You walked both {p.a} m sides but only one of the {p.b} m sides.",
        ),
        Misconception(
            "one_long_side",
            lambda p: p.a + 2 * p.b,
            lambda p: f"You walked both {p.b} m sides but only one of the {p.a} m sides.",
        ),
        Misconception(
            "area",
            lambda p: p.a * p.b,
            lambda p: f"{p.a} times {p.b} counts the squares inside. Here you walk round the edge.",
        ),
        Misconception(
            "all_long",
            lambda p: 4 * p.a,
            lambda p: f"That would be a square with four sides of {p.a} m. Two sides are {p.b} m.",
        ),
        Misconception(
            "all_short",
            lambda p: 4 * p.b,
            lambda p: f"That would be a square with four sides of {p.b} m. Two sides are {p.a} m.",
        ),
        Misconception(
            "twice_doubled",
            lambda p: 4 * (p.a + p.b),
            lambda p: (
                f"You went round twice. Once round is two sides of {p.a} m and two of {p.b} m."
            ),
        ),
    ),
    hints=lambda p: (
        "Think of walking along every side once, back to the start.",
        f"There are two sides of {p.a} m. How many sides of {p.b} m are there?",
    ),
    steps=lambda p: (
        Step("One long and one short side together:", f"{p.a} + {p.b}", f"{p.a + p.b}"),
        Step("Twice that is all the way round.", f"2 * {p.a + p.b}", f"{2 * (p.a + p.b)}"),
    ),
    form=WHOLE,
    unit=lambda p: "m",
    figure=lambda p: figures.rectangle(_alt(p), f"{p.a} m", f"{p.b} m", p.b / p.a),
    alt=_alt,
)

FAMILIES = (_PERIMETER,)

"""Around and inside: perimeter and area."""

from vel_tutor.content import figures
from vel_tutor.content.family import Family, Misconception, Params, Step, say
from vel_tutor.vocabulary import ItemFormat

_ALT = "A rectangle. The long side is {a} m, the short side is {b} m."


def _rectangle(p: Params) -> str:
    return figures.rectangle(say(_ALT, p), f"{p.a} m", f"{p.b} m", p.b / p.a)


_PERIMETER = Family(
    id="math.perimeter.rectangle",
    skill="math.perimeter",
    grade=4,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={
        "a": range(4, 30),
        "b": range(2, 20),
        "place": ("garden", "playground", "poster wall", "field", "dog run"),
    },
    where=(lambda p: p.a > p.b,),
    stem="A {place} is {a} m long and {b} m wide. How far is it all the way round?",
    key=lambda p: 2 * (p.a + p.b),
    checker=lambda p, v: v == sum((p.a, p.b, p.a, p.b)),
    misconceptions=(
        Misconception(
            "half_way",
            lambda p: p.a + p.b,
            "{a} + {b} is one long and one short side: only half the way round.",
        ),
        Misconception(
            "one_short_side",
            lambda p: 2 * p.a + p.b,
            "You walked both {a} m sides but only one of the {b} m sides.",
        ),
        Misconception(
            "one_long_side",
            lambda p: p.a + 2 * p.b,
            "You walked both {b} m sides but only one of the {a} m sides.",
        ),
        Misconception(
            "area",
            lambda p: p.a * p.b,
            "{a} times {b} counts the squares inside. Here you walk round the edge.",
        ),
        Misconception(
            "all_long",
            lambda p: 4 * p.a,
            "That would be a square with four sides of {a} m. Two sides are {b} m.",
        ),
        Misconception(
            "all_short",
            lambda p: 4 * p.b,
            "That would be a square with four sides of {b} m. Two sides are {a} m.",
        ),
        Misconception(
            "twice_round",
            lambda p: 4 * (p.a + p.b),
            "That is twice round. Once round is two sides of {a} m and two of {b} m.",
        ),
    ),
    hints=(
        "Think of walking along every side once, back to the start.",
        "There are two sides of {a} m. How many sides of {b} m are there?",
    ),
    derive=lambda p: {"half": p.a + p.b, "round": 2 * (p.a + p.b)},
    steps=(
        Step("One long and one short side together:", "{a} + {b}", "{half}"),
        Step("Twice that is all the way round.", "2 * {half}", "{round}"),
    ),
    unit="m",
    figure=_rectangle,
    alt=_ALT,
)

FAMILIES = (_PERIMETER,)

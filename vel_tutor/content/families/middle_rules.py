"""Expressions written down: rules of stories, brackets with a minus before them."""

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import Family, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.content.latex import plus, times
from vel_tutor.vocabulary import ItemFormat

_TALES = (
    ("A taxi costs ${b} plus ${m} for each km.", "What does a ride of k km cost?", "k"),
    ("A gym costs ${b} to join and ${m} a week.", "What do w weeks cost?", "w"),
    ("A plant is {b} cm tall. It grows {m} cm a day.", "How tall is it after d days?", "d"),
    ("A tub holds {b} liters. A tap adds {m} liters a minute.", "What is in it after t min?", "t"),
    ("Kit has {b} cards. He gets {m} cards in each pack.", "How many with p packs?", "p"),
)

_STORY = Family(
    id="math.write_expr.story",
    skill="math.write_expr",
    grade=6,
    format=ItemFormat.EXPRESSION,
    time_s=50,
    params={"b": range(2, 40), "m": range(2, 20), "tale": _TALES},
    derive=lambda p: {
        "z": p.tale[2],
        "rule": f"{p.m}{p.tale[2]} + {p.b}",
        "story": " ".join(p.tale[:2]).format(b=p.b, m=p.m),
    },
    where=(lambda p: p.b != p.m,),
    canon=lambda p: (p.b, p.m, p.z),
    stem="{story} Write an expression with {z}.",
    key=lambda p: p.rule,
    checker=lambda p, v: agrees(str(v), p.z, lambda t: p.b + p.m * t),
    misconceptions=(
        Slip(
            "swapped", lambda p: f"{p.b}{p.z} + {p.m}", "{b} comes only once. {m} comes {z} times."
        ),
        Slip("adds_all", lambda p: f"{p.b + p.m} + {p.z}", "{m} comes again and again: {z} times."),
        Slip("joined", lambda p: f"{p.b + p.m}{p.z}", "{b} is there just once, not {z} times."),
        Slip("no_start", lambda p: f"{p.m}{p.z}", "You left out the {b} at the start."),
        Slip("takes_away", lambda p: f"{p.b} - {p.m}{p.z}", "It grows. So add what comes."),
        Slip("no_rate", lambda p: f"{p.z} + {p.b}", "Each time {m} is added, not 1."),
    ),
    hints=(
        "What is there at the start? What comes again and again?",
        "Begin with {b}. Then {m} comes {z} times.",
    ),
    steps=(
        Step("What comes {z} times:", "{m} * {z}", "{m}{z}"),
        Step("Add the start.", "{m} * {z} + {b}", "{rule}"),
    ),
    form=EXPRESSION,
)


def _bracket(count: int, letter: str, number: int) -> str:
    return f"({times(count, letter)} {plus(number)})"


_MINUS = Family(
    id="math.like_terms.minus_brackets",
    skill="math.like_terms",
    grade=7,
    format=ItemFormat.EXPRESSION,
    time_s=55,
    params={
        "a": range(4, 13),
        "b": range(-9, 10),
        "c": range(2, 9),
        "d": range(-9, 10),
        "z": ("x", "y", "n", "t"),
    },
    derive=lambda p: {
        "first": _bracket(p.a, p.z, p.b),
        "second": _bracket(p.c, p.z, p.d),
        "left": p.a - p.c,
        "rest": p.b - p.d,
        "right": f"{times(p.a - p.c, p.z)} {plus(p.b - p.d)}",
        "opened": f"{p.a}{p.z} {plus(p.b)} - {p.c}{p.z} {plus(-p.d)}",
    },
    where=(lambda p: p.b and p.d and p.a - p.c > 1 and p.b != p.d and p.b != -p.d,),
    canon=lambda p: (p.a, p.b, p.c, p.d),
    stem="Write [[{first} - {second}]] without brackets, as short as you can.",
    key=lambda p: p.right,
    checker=lambda p, v: agrees(str(v), p.z, lambda t: (p.a * t + p.b) - (p.c * t + p.d)),
    misconceptions=(
        Slip(
            "sign_of_second",
            lambda p: f"{times(p.left, p.z)} {plus(p.b + p.d)}",
            "The minus turns both signs in the second bracket, the last one too.",
        ),
        Slip(
            "adds",
            lambda p: f"{p.a + p.c}{p.z} {plus(p.b + p.d)}",
            "You added the brackets. Take the second one away.",
        ),
        Slip(
            "adds_letters",
            lambda p: f"{p.a + p.c}{p.z} {plus(p.rest)}",
            "The letters are taken away too: {a} less {c}.",
        ),
        Slip(
            "turned",
            lambda p: f"{times(-p.left, p.z)} {plus(-p.rest)}",
            "You took the first from the second. Keep the order.",
        ),
        Slip(
            "all_joined",
            lambda p: f"{p.left + p.rest}{p.z}",
            "Numbers without {z} cannot join those with {z}.",
        ),
    ),
    hints=(
        "Drop the brackets first. What does the minus do to the second one?",
        "Without brackets: [[{opened}]].",
    ),
    steps=(
        Step("Each sign in the second bracket turns.", "{first} - {second}", "{opened}"),
        Step("Put like terms together.", "{opened}", "{right}"),
    ),
    form=EXPRESSION,
    must="expanded",
)

FAMILIES = (
    _STORY,
    _MINUS,
)

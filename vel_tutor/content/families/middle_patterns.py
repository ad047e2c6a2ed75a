"""Number patterns with equal steps: their rules, later terms, rows of squares from sticks."""

from fractions import Fraction

from vel_tutor.content.algebra import agrees
from vel_tutor.content.family import BLANK, Family, Params, Step, say
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.figures import svg
from vel_tutor.content.forms import EXPRESSION, INTEGER, RATIONAL
from vel_tutor.content.latex import plus, signed, times
from vel_tutor.vocabulary import ItemFormat


def _terms(p: Params) -> dict[str, object]:
    return {
        "start": p.d + p.b,
        "listed": ", ".join(str(p.d * n + p.b) for n in range(1, 5)),
        "rule": f"{times(p.d, 'n')} {plus(p.b)}",
        "second": 2 * p.d + p.b,
        "way": "up" if p.d > 0 else "down",
        "size": abs(p.d),
        "starts": signed(p.d + p.b),
        "ds": signed(p.d),
    }


_RULE = Family(
    id="math.number_patterns.rule",
    skill="math.number_patterns",
    grade=8,
    format=ItemFormat.EXPRESSION,
    time_s=55,
    params={"d": range(-9, 13), "b": range(-12, 16)},
    derive=_terms,
    where=(lambda p: abs(p.d) > 1 and abs(p.b) > 1 and p.b != p.d,),
    stem="A pattern begins {listed}, and goes on in equal steps. Which rule gives the n-th number?",
    key=lambda p: p.rule,
    checker=lambda p, v: agrees(str(v), "n", lambda t: p.start + (t - 1) * (p.second - p.start)),
    misconceptions=(
        Slip("step_added", lambda p: f"n {plus(p.d)}", "The step is taken n times: multiply it."),
        Slip(
            "first_as_start",
            lambda p: f"{times(p.d, 'n')} {plus(p.start)}",
            "For n = 1 this gives {second}, the second number. Go one step back.",
        ),
        Slip(
            "swapped",
            lambda p: f"{times(p.b, 'n')} {plus(p.d)}",
            "You swapped the two. The step belongs in front of n.",
        ),
        Slip("no_start", lambda p: times(p.d, "n"), "For n = 1 it must give {start}. Add to it."),
        Slip(
            "start_sign",
            lambda p: f"{times(p.d, 'n')} {plus(-p.b)}",
            "Put in n = 1: it must come to {start}. Check the last sign.",
        ),
        Slip(
            "step_sign",
            lambda p: f"{times(-p.d, 'n')} {plus(p.b)}",
            "The numbers go {way} by {size}. Check the sign before n.",
        ),
    ),
    hints=("By how much do the numbers change?", "They go {way} by {size}. What would n = 0 give?"),
    steps=(
        Step("The step:", "{second} - {starts}", "{d}"),
        Step("One step before the first number:", "{start} - {ds}", "{b}"),
        Step("The rule:", "{d} * n + ({b})", "{rule}"),
    ),
    form=EXPRESSION,
)

_LATER = Family(
    id="math.number_patterns.later_number",
    skill="math.number_patterns",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=55,
    params={"d": range(-9, 13), "b": range(-20, 40), "n": (10, 12, 15, 20, 25, 30, 40, 50)},
    derive=lambda p: {
        **_terms(p),
        "steps": p.n - 1,
        "end": p.d * p.n + p.b,
        "moved": p.d * (p.n - 1),
        "moves": signed(p.d * (p.n - 1)),
    },
    where=(lambda p: abs(p.d) > 1 and p.b and abs(p.end) > 9 and p.start,),
    stem="A pattern begins {listed}, and goes on in equal steps. What is the {n}th number?",
    key=lambda p: p.end,
    checker=lambda p, v: list(range(p.start, p.start + p.d * 60, p.d))[p.n - 1] == v,
    misconceptions=(
        Slip(
            "step_too_many",
            lambda p: p.end + p.d,
            "From the first to the {n}th number there are only {steps} steps.",
        ),
        Slip("one_step_short", lambda p: p.end - p.d, "One step is missing. Count: {steps} steps."),
        Slip("no_start", lambda p: p.d * p.n, "You left out where it starts: at {start}."),
        Slip(
            "times_first",
            lambda p: p.start * p.n,
            "The first number does not repeat. The step does.",
        ),
        Slip("change_only", lambda p: p.moved, "That is the change. Add the first number."),
        Slip(
            "wrong_way",
            lambda p: p.start - p.moved,
            "The numbers go {way} by {size}. You went the other way.",
        ),
        Slip("opposite", lambda p: -p.end, "Check the sign of your answer: where does it start?"),
        Slip(
            "first_and_n",
            lambda p: p.start + p.n,
            "The step is {d}, not 1. It comes many times.",
        ),
    ),
    hints=(
        "By how much do the numbers change? How many steps is it to the {n}th?",
        "From the first number take {steps} steps of {d}.",
    ),
    steps=(
        Step("The change over {steps} steps:", "{steps} * {ds}", "{moved}"),
        Step("From the first number on:", "{start} + {moves}", "{end}"),
    ),
    form=INTEGER,
)

_SHAPES = {
    "squares": (4, 3, "M{x} 40 h40 v40 h-40 z"),
    "triangles": (3, 2, ""),
    "houses": (6, 5, "M{x} 50 h40 v40 h-40 z M{x} 50 l20 -25 l20 25"),
}
_ROW_ALT = "A row of 3 {name} made of sticks, side by side. Neighbors share one stick."


def _drawn(p: Params) -> str:
    if p.name == "triangles":
        path = "M100 85 l24 -42 h48 l24 42 M100 85 h96 M124 43 l24 42 l24 -42"
        return svg(110, say(_ROW_ALT, p), f'<path d="{path}"/>')
    parts = (_SHAPES[p.name][2].format(x=100 + 40 * i) for i in range(3))
    return svg(110, say(_ROW_ALT, p), *(f'<path d="{part}"/>' for part in parts))


_STICKS = Family(
    id="math.number_patterns.sticks",
    skill="math.number_patterns",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={"name": tuple(_SHAPES), "n": range(8, 70)},
    derive=lambda p: {
        "one": _SHAPES[p.name][0],
        "more": _SHAPES[p.name][1],
        "others": p.n - 1,
        "added": _SHAPES[p.name][1] * (p.n - 1),
        "all": _SHAPES[p.name][1] * (p.n - 1) + _SHAPES[p.name][0],
        "three": 2 * _SHAPES[p.name][1] + _SHAPES[p.name][0],
    },
    stem="A row of 3 {name} takes {three} sticks. How many sticks does a row of {n} {name} take?",
    key=lambda p: p.all,
    checker=lambda p, v: v == p.one * p.n - (p.n - 1) * (p.one - p.more),
    misconceptions=(
        Slip("no_sharing", lambda p: p.one * p.n, "Neighbors share a stick. It counts only once."),
        Slip("first_forgotten", lambda p: p.more * p.n, "The first one needs {one} sticks."),
        Slip(
            "scales_up",
            lambda p: Fraction(p.three * p.n, 3),
            "A row of 6 is not just two rows of 3: they share a stick.",
        ),
        Slip("one_too_many", lambda p: p.all + p.more, "You added one of the {name} too many."),
        Slip("adds", lambda p: p.three + p.n, "Each new one takes {more} sticks, not one."),
    ),
    hints=(
        "How many sticks does each new one add?",
        "The first takes {one}. Each of the other {others} adds {more}.",
    ),
    steps=(
        Step("All but the first add:", "{more} * {others}", "{added}"),
        Step("With the first:", "{added} + {one}", "{all}"),
    ),
    form=RATIONAL,
    figure=_drawn,
    alt=_ROW_ALT,
)

_FUNCTION_TABLE = Family(
    id="math.number_patterns.fill_table",
    skill="math.number_patterns",
    grade=7,
    format=ItemFormat.TABLE,
    time_s=70,
    params={"d": range(2, 12), "b": range(-9, 20), "n": range(6, 13)},
    derive=lambda p: {
        "y1": p.d + p.b,
        "y2": 2 * p.d + p.b,
        "y3": 3 * p.d + p.b,
        "y4": 4 * p.d + p.b,
        "end": p.d * p.n + p.b,
        "y1s": signed(p.d + p.b),
        "steps": p.n - 1,
    },
    where=(lambda p: p.b and abs(p.b) != p.d and p.y1,),
    stem="The pattern goes on in equal steps. Fill in the two empty cells.",
    grid=lambda p: (
        ("Place", "1", "2", "3", "4", str(p.n)),
        ("Number", str(p.y1), str(p.y2), str(p.y3), BLANK, BLANK),
    ),
    key=lambda p: (p.y4, p.end),
    checker=lambda p, v: v[0] - p.y3 == p.y2 - p.y1 and v[1] - p.y1 == p.steps * (p.y3 - p.y2),
    misconceptions=(
        Slip(
            "next_step_only",
            lambda p: (p.y4, p.y4 + p.d),
            "The last cell is place {n}, not place 5. Count the steps.",
        ),
        Slip(
            "first_times_place",
            lambda p: (4 * p.y1, p.n * p.y1),
            "Place 2 has {y2}, not twice {y1}. Take equal steps instead.",
        ),
        Slip(
            "no_start",
            lambda p: (4 * p.d, p.n * p.d),
            "The step is {d}, but place 1 has {y1}. Start from there.",
        ),
        Slip(
            "one_step_too_many",
            lambda p: (p.y4 + p.d, p.end + p.d),
            "One step too many in both: from place 1 to place {n} there are {steps}.",
        ),
        Slip(
            "adds_places",
            lambda p: (p.y3 + 1, p.y3 + p.n - 3),
            "Each place adds {d}, not 1.",
        ),
    ),
    hints=(
        "By how much do the numbers grow?",
        "From place 1 to place {n} there are {steps} steps.",
    ),
    steps=(
        Step("The step:", "{y2} - {y1s}", "{d}"),
        Step("Place 4:", "{y3} + {d}", "{y4}"),
        Step("Place {n}:", "{y1} + {steps} * {d}", "{end}"),
    ),
    form=INTEGER,
)

FAMILIES = (_RULE, _LATER, _STICKS, _FUNCTION_TABLE)

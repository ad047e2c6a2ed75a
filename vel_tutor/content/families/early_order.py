"""Grade 5: stories written with brackets, and what brackets do."""

from vel_tutor.content import arith
from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import EXPRESSION
from vel_tutor.vocabulary import ItemFormat


def _written(p: Params) -> str:
    return f"{p.a} * ({p.b} - {p.c})" if p.turn == "each" else f"{p.a} * {p.b} - {p.c}"


_STORY = Family(
    id="math.order.story",
    skill="math.order",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={
        "a": range(2, 10),
        "b": range(11, 30),
        "c": range(2, 10),
        "name": NAMES,
        "what": ("pens", "books", "hats", "balls"),
        "turn": ("each", "once"),
    },
    derive=lambda p: {
        "told": f"buys {p.a} {p.what} for ${p.b} each. Each one is ${p.c} less today"
        if p.turn == "each"
        else f"buys {p.a} {p.what} for ${p.b} each and has a coupon for ${p.c} off the total",
    },
    where=(lambda p: p.a != p.c,),
    canon=lambda p: (p.a, p.b, p.c, p.turn),
    stem="{name} {told}. Which shows what {name} pays?",
    key=_written,
    checker=lambda p, v: (
        arith.evaluate(arith.parse(v))
        == sum([p.b - p.c * (p.turn == "each")] * p.a) - p.c * (p.turn == "once")
    ),
    misconceptions=(
        Slip(
            "off_once",
            lambda p: f"{p.a} * {p.b} - {p.c}" if p.turn == "each" else None,
            "That takes ${c} off just once. It is less for each of the {a}.",
        ),
        Slip(
            "off_each",
            lambda p: f"{p.a} * ({p.b} - {p.c})" if p.turn == "once" else None,
            "That takes ${c} off each of the {a}. The coupon counts once.",
        ),
        Slip(
            "adds",
            lambda p: f"{p.a} * ({p.b} + {p.c})",
            "The ${c} makes it less, so take it away.",
        ),
        Slip("adds_once", lambda p: f"{p.a} * {p.b} + {p.c}", "The ${c} makes it less, not more."),
        Slip(
            "adds_count", lambda p: f"{p.a} + {p.b} - {p.c}", "{a} at ${b} each is {a} times {b}."
        ),
        Slip(
            "count_less",
            lambda p: f"({p.b} - {p.a}) * {p.c}",
            "You took {a} from {b}. The {a} counts the {what}.",
        ),
    ),
    hints=("Does the ${c} come off each one, or just once?", "Brackets are worked out first."),
    steps=lambda p: (Step("Put the story into signs.", _written(p), _written(p)),),
    form=EXPRESSION,
)

_SHAPES = {
    "sum_first": "({a} + {b}) * {c}",
    "sum_last": "{a} * ({b} + {c})",
    "times_last": "{a} + {b} * {c}",
    "times_first": "{a} * {b} + {c}",
    "crossed": "({a} + {c}) * {b}",
    "pairs": "{a} * {c} + {b}",
}
_NAMED = {
    "sum_first": "The brackets add {a} and {b} first, and then it is times {c}.",
    "sum_last": "The brackets add {b} and {c} first, and then it is {a} times that.",
    "times_last": "Without brackets {b} times {c} comes first, and then you add {a}.",
    "times_first": "Here {a} times {b} comes first, and then you add {c}.",
    "crossed": "The brackets add {a} and {c} first, and then it is times {b}.",
    "pairs": "Here {a} times {c} comes first, and then you add {b}.",
}


def _value(text: str) -> int:
    return int(arith.evaluate(arith.parse(text)))


def _arranged(name: str) -> Slip:
    return Slip(
        name,
        lambda p: _SHAPES[name].format_map(p) if name != p.way else None,
        lambda p: f"{_NAMED[name].format_map(p)} That makes {_value(_SHAPES[name].format_map(p))}.",
    )


_BRACKETS = Family(
    id="math.order.brackets",
    skill="math.order",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"a": range(2, 10), "b": range(2, 10), "c": range(2, 10), "way": tuple(_SHAPES)},
    derive=lambda p: {"written": _SHAPES[p.way].format_map(p)},
    where=(lambda p: len({p.a, p.b, p.c}) == 3,),
    canon=lambda p: p.written,
    stem=lambda p: f"Which one makes {_value(p.written)}?",
    key=lambda p: p.written,
    checker=lambda p, v: _value(v) == _by_hand(p),
    misconceptions=tuple(_arranged(name) for name in _SHAPES),
    hints=("Work out what is in brackets first.", "Without brackets times comes before plus."),
    steps=lambda p: (Step(_NAMED[p.way].format_map(p), p.written, str(_by_hand(p))),),
    form=EXPRESSION,
)


def _by_hand(p: Params) -> int:
    """The value asked for, worked out without reading the expression."""
    a, b, c = p.a, p.b, p.c
    return {
        "sum_first": a * c + b * c,
        "sum_last": a * b + a * c,
        "times_last": sum([b] * c, a),
        "times_first": sum([a] * b, c),
        "crossed": a * b + c * b,
        "pairs": sum([a] * c, b),
    }[p.way]


FAMILIES = (_STORY, _BRACKETS)

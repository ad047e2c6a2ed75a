"""How-to texts: which step comes first, last, right before or right after another."""

from dataclasses import dataclass

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import Fact, Line, Telling, look, sentence
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table

_LAST = 5
_WORDS = (
    ("First,", "Next,", "Then", "After that,", "When that is done,", "At the end,"),
    ("To begin,", "Then", "Next,", "Now", "After this,", "Last of all,"),
)


@dataclass(frozen=True)
class Thing:
    title: str
    opening: str
    steps: tuple[str, ...]
    closing: str


_THINGS = tuple(Thing(**{**row, "steps": tuple(row["steps"])}) for row in table("howto")["things"])


def _tell(thing: Thing, way: int) -> Telling:
    lines = tuple(
        Line(f"{word} {step}.", (Fact(step, "turn", str(turn)),))
        for turn, (word, step) in enumerate(zip(_WORDS[way], thing.steps, strict=True))
    )
    return Telling(
        thing.title, ((Line(thing.opening),), lines[:3], lines[3:], (Line(thing.closing),))
    )


def _wanted(p: Params) -> int:
    return {"first": 0, "last": _LAST, "after": p.at + 1, "before": p.at - 1}[p.ask]


def _order(p: Params) -> Question | None:
    wanted = _wanted(p)
    if not 0 <= wanted <= _LAST or (p.ask in ("first", "last") and p.at):
        return None
    thing = _THINGS[p.thing]
    told, here = _tell(thing, p.way), thing.steps[p.at]
    stem = {
        "first": "What do you do first?",
        "last": "Which of these do you do last?",
        "after": f"What do you do right after you {here}?",
        "before": f"What do you do right before you {here}?",
    }[p.ask]
    quotes = [told.quote(step, "turn") for step in thing.steps]
    asked = (
        ()
        if p.ask in ("first", "last")
        else (Step("You are asked about this step.", quotes[p.at], here),)
    )
    return Question(
        stem=stem,
        key=sentence(thing.steps[wanted]),
        wrong={
            f"step_{turn}": Slip(sentence(step), _why_not(p, turn, quotes[turn]))
            for turn, step in enumerate(thing.steps)
            if turn != wanted and (turn != p.at or p.ask in ("first", "last"))
        },
        hints=(
            "The steps are told in order. Words like “next” and “then” show the way.",
            "Put your finger on the step in the question."
            if asked
            else "Look at the words at the start of each step.",
        ),
        steps=(*asked, Step("This is the step you want.", quotes[wanted], thing.steps[wanted])),
        passage=told.text,
        same=(thing.title, p.ask, p.at),
    )


def _why_not(p: Params, turn: int, quote: str) -> str:
    match p.ask:
        case "first":
            return f"Something comes before that. {look(quote)}"
        case "last":
            return f"That is not the last step. {look(quote)}"
    if abs(turn - p.at) == 1:
        side = "before" if turn < p.at else "after"
        return f"That comes right {side}. The question asks for the other side. {look(quote)}"
    return f"There is another step in between. {look(quote)}"


def _checks(p: Params, q: Question, answer: str) -> bool:
    """Find the sentences in the text and compare their places."""
    places = {step: _place(q.passage, step) for step in _THINGS[p.thing].steps}
    mine, here = _place(q.passage, answer), _place(q.passage, _THINGS[p.thing].steps[p.at])
    return {
        "first": mine == min(places.values()),
        "last": mine == max(places.values()),
        "after": mine == here + 1,
        "before": mine == here - 1,
    }[p.ask]


def _place(text: str, step: str) -> int:
    return next(i for i, part in enumerate(reader.sentences(text)) if reader.says(part, step))


FAMILIES = (
    asking(
        Asking(
            id="reading.howto.order",
            skill="reading.steps",
            grade=2,
            time_s=60,
            params={
                "thing": range(len(_THINGS)),
                "ask": ("first", "last", "after", "after", "before", "before"),
                "at": range(_LAST + 1),
                "way": (0, 1),
            },
            make=_order,
            slips=tuple(f"step_{turn}" for turn in range(_LAST + 1)),
            checker=_checks,
        )
    ),
)

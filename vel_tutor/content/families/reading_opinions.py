"""Fact or opinion: what could be checked, and what somebody thinks or feels."""

import re
from typing import Any

from vel_tutor.content.asking import Asking, Question, asking
from vel_tutor.content.asking import Slip as Wrong
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls
from vel_tutor.vocabulary import ItemFormat

_TOPICS: list[dict[str, Any]] = table("facts_opinions")["topics"]
_KINDS = {"fact": "facts", "opinion": "opinions"}
_OTHER = {"fact": "opinion", "opinion": "fact"}
_FEELS = re.compile(
    r"\b(should|too|best|worst|better|worse|nicer|boring|funny|ugly|beautiful|wonderful|great"
    r"|prettier|\w{3,}est|more interesting|most (exciting|useful))\b"
)
_NOT_FELT = re.compile(r"\b(oldest|shorter|sweeter|higher|smaller|forest|harvest)\b")


def _why(kind: str, row: list[str]) -> str:
    text, sign = row
    if kind == "fact":
        return f"That is a fact: one could check it {sign}. “{text}”"
    return f"That is an opinion: “{sign}” tells what somebody thinks. “{text}”"


def _has_feeling(text: str) -> bool:
    return bool(_FEELS.search(_NOT_FELT.sub("", text)))


# --- one of four ----------------------------------------------------------------------------------


def _which(p: Params) -> Question:
    topic, other = _TOPICS[p.topic], _OTHER[p.ask]
    text, sign = topic[_KINDS[p.ask]][p.key]
    elsewhere = _TOPICS[(p.topic + p.more) % len(_TOPICS)][_KINDS[other]]
    rows = [*topic[_KINDS[other]], elsewhere[p.key]]
    article = "a" if p.ask == "fact" else "an"
    return Question(
        stem=f"Which of these is {article} {p.ask}?",
        key=text,
        wrong={f"other_kind_{at}": Wrong(row[0], _why(other, row)) for at, row in enumerate(rows)},
        hints=(
            "Could you find out whether it is true by measuring, counting or looking it up?",
            "Words such as best, should, too or nicer tell what somebody thinks.",
        ),
        steps=(
            Step(f"One could check it {sign}." if p.ask == "fact" else f"“{sign}” gives it away."),
        ),
        same=(p.topic, p.ask, p.key, p.more),
    )


def _is_which(p: Params, q: Question, answer: str) -> bool:
    """By its words alone: only an opinion has a word of feeling or judging in it."""
    return _has_feeling(answer) == q.stem.endswith("opinion?")


# --- all that are ---------------------------------------------------------------------------------


def _drawn(p: Params) -> tuple[tuple[list[str], ...], tuple[list[str], ...]]:
    """Two or three of the kind asked for, and three of the other kind."""
    rng = rolls(f"all/{p.ask}/{p.topic}", p.draw)
    topic = _TOPICS[p.topic]
    right = rng.sample(topic[_KINDS[p.ask]], 2 + p.draw % 2)
    return tuple(right), tuple(rng.sample(topic[_KINDS[_OTHER[p.ask]]], 4))


def _wrong(at: int) -> Slip:
    return Slip(
        f"other_kind_{at}",
        lambda p: _drawn(p)[1][at][0],
        lambda p: _why(_OTHER[p.ask], _drawn(p)[1][at]),
    )


_ALL = Family(
    id="reading.fact_opinion.all",
    skill="reading.fact_opinion",
    grade=4,
    format=ItemFormat.MULTI,
    time_s=50,
    params={"topic": range(len(_TOPICS)), "ask": tuple(_KINDS), "draw": range(60)},
    stem=lambda p: (
        f"These sentences are about {_TOPICS[p.topic]['about']}. Choose all the {_KINDS[p.ask]}."
    ),
    key=lambda p: tuple(text for text, _ in _drawn(p)[0]),
    checker=lambda p, value: _has_feeling(str(value)) == (p.ask == "opinion"),
    misconceptions=tuple(_wrong(at) for at in range(4)),
    hints=(
        "Take the sentences one by one. Could you check it, or is it what somebody thinks?",
        "Words such as best, should, too or nicer tell what somebody thinks.",
    ),
    steps=lambda p: tuple(Step(_why(p.ask, row)) for row in _drawn(p)[0]),
    form=TEXT,
    canon=lambda p: (p.topic, p.ask, frozenset(text for text, _ in _drawn(p)[0])),
)

FAMILIES = (
    asking(
        Asking(
            id="reading.fact_opinion.which",
            skill="reading.fact_opinion",
            grade=4,
            time_s=35,
            params={
                "topic": range(len(_TOPICS)),
                "ask": tuple(_KINDS),
                "key": range(4),
                "more": range(1, len(_TOPICS)),
            },
            make=_which,
            slips=tuple(f"other_kind_{at}" for at in range(5)),
            checker=_is_which,
        )
    ),
    _ALL,
)

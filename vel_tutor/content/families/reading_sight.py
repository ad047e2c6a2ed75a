"""Little words one meets everywhere: which one is missing?"""

from typing import Any

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import WORD
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls
from vel_tutor.vocabulary import ItemFormat

_LINES: list[dict[str, Any]] = table("sight_words")["lines"]


def _pair(p: Params) -> tuple[dict[str, Any], dict[str, Any]]:
    return _LINES[p.first], _LINES[p.second]


def _offered(p: Params) -> tuple[tuple[str, ...], ...]:
    """The missing word and two others for each gap, drawn so that its place is no clue."""
    rng = rolls("sight", p.first * 100 + p.second)
    rows = []
    for row in _pair(p):
        words = [row["word"], *rng.sample(row["not"], 2)]
        rng.shuffle(words)
        rows.append(tuple(words))
    return tuple(rows)


def _others(p: Params, at: int) -> list[str]:
    return [word for word in _offered(p)[at] if word != _pair(p)[at]["word"]]


def _fits(p: Params, value: Any) -> bool:
    """Put into the two sentences, each word makes one that stands in the table."""
    told = {row["text"].replace("___", row["word"]) for row in _LINES}
    return all(
        row["text"].replace("___", word) in told for row, word in zip(_pair(p), value, strict=True)
    )


def _swapped(p: Params, at: int, turn: int) -> tuple[str, str]:
    words = [row["word"] for row in _pair(p)]
    words[at] = _others(p, at)[turn]
    return words[0], words[1]


def _feedback(at: int, turn: int) -> Any:
    return lambda p: (
        f"Read it with “{_others(p, at)[turn]}”: “"
        f"{_pair(p)[at]['text'].replace('___', _others(p, at)[turn])}” Does it sound right?"
    )


FAMILIES = (
    Family(
        id="reading.sight_words.gaps",
        skill="reading.sight_words",
        grade=1,
        format=ItemFormat.CLOZE,
        time_s=30,
        params={"first": range(len(_LINES)), "second": range(len(_LINES))},
        where=(
            lambda p: p.first != p.second,
            lambda p: _LINES[p.first]["word"] != _LINES[p.second]["word"],
        ),
        stem=lambda p: f"Pick a word for each gap. {' '.join(row['text'] for row in _pair(p))}",
        gaps=_offered,
        key=lambda p: tuple(row["word"] for row in _pair(p)),
        checker=_fits,
        misconceptions=tuple(
            Slip(
                f"{name}_{turn}",
                lambda p, at=at, turn=turn: _swapped(p, at, turn),
                _feedback(at, turn),
            )
            for at, name in enumerate(("first", "second"))
            for turn in range(2)
        ),
        hints=(
            "Read each sentence to its end before you pick.",
            "Try the words in the gap one by one and listen.",
        ),
        steps=lambda p: tuple(
            Step(row["text"].replace("___", f"“{row['word']}”")) for row in _pair(p)
        ),
        form=WORD,
        canon=lambda p: frozenset((p.first, p.second)),
    ),
)

"""Three unusual words in three sentences: which meaning belongs to which?"""

from typing import Any

from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.tables import table
from vel_tutor.vocabulary import ItemFormat

_WORDS: list[dict[str, Any]] = table("vocabulary")["words"]
_ANY = range(len(_WORDS))


def _rows(p: Params) -> tuple[dict[str, Any], ...]:
    return tuple(_WORDS[at] for at in (p.a, p.b, p.c))


def _alike(p: Params) -> bool:
    """Whether all three are things to do, or all are ways to be: else the form tells them apart."""
    return len({row["meaning"].startswith("to ") for row in _rows(p)}) == 1


def _texts(p: Params) -> tuple[str, ...]:
    return tuple(row["contexts"][p.context] for row in _rows(p))


def _meanings(p: Params, *order: int) -> tuple[str, ...]:
    return tuple(_rows(p)[at]["meaning"] for at in order)


def _fits(p: Params, value: Any) -> bool:
    """Find each meaning in the table and see that its word stands in the sentence in question."""
    words = [next(row["word"] for row in _WORDS if row["meaning"] == one) for one in value]
    return all(word[:5] in text.lower() for word, text in zip(words, _texts(p), strict=True))


def _feedback(one: int, two: int) -> Any:
    return lambda p: (
        f"Put “{_rows(p)[two]['meaning']}” in the place of “{_rows(p)[one]['word']}”: "
        f"{_texts(p)[one]} Does it fit?"
    )


FAMILIES = (
    Family(
        id="reading.vocabulary.pairs",
        skill="reading.context_clues",
        grade=5,
        format=ItemFormat.MATCH,
        time_s=75,
        params={"a": _ANY, "b": _ANY, "c": _ANY, "context": (0, 1)},
        where=(lambda p: len({p.a, p.b, p.c}) == 3, _alike),
        stem="Find the meaning of each word.",
        labels=lambda p: tuple(row["word"] for row in _rows(p)),
        key=lambda p: _meanings(p, 0, 1, 2),
        checker=_fits,
        misconceptions=(
            Slip("one_on", lambda p: _meanings(p, 1, 2, 0), _feedback(0, 1)),
            Slip("one_back", lambda p: _meanings(p, 2, 0, 1), _feedback(0, 2)),
            Slip("swaps_first", lambda p: _meanings(p, 1, 0, 2), _feedback(1, 0)),
            Slip("swaps_last", lambda p: _meanings(p, 0, 2, 1), _feedback(1, 2)),
            Slip("swaps_outer", lambda p: _meanings(p, 2, 1, 0), _feedback(2, 0)),
        ),
        hints=(
            "Begin with the word whose sentence gives the clearest clue.",
            "Cover the word and say what would make sense in its place.",
        ),
        steps=lambda p: tuple(
            Step(f"The clue for “{row['word']}” is in this sentence.", text, row["meaning"])
            for row, text in zip(_rows(p), _texts(p), strict=True)
        ),
        form=TEXT,
        passage=lambda p: " ".join(_texts(p)),
        canon=lambda p: (frozenset((p.a, p.b, p.c)), p.context),
    ),
)

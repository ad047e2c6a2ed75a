"""Greek and Latin roots: what they mean, seen from the words that hold them."""

from itertools import combinations
from typing import Any

from vel_tutor.content.asking import Asking, Question, asking
from vel_tutor.content.asking import Slip as Wrong
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls
from vel_tutor.vocabulary import ItemFormat

_ROOTS: list[dict[str, Any]] = table("roots")["roots"]
_MEANING = {row["root"]: row["means"] for row in _ROOTS}
_THREES = tuple(combinations(range(5), 3))


def _root(p: Params) -> Question:
    row = _ROOTS[p.row]
    words = [row["words"][at] for at in p.three]
    others = rolls("roots", p.draw).sample([one for one in _ROOTS if one is not row], 5)
    return Question(
        stem=f"What does the root “{row['root']}” mean in {words[0]}, {words[1]} and {words[2]}?",
        key=row["means"],
        wrong={
            f"other_{n}": Wrong(
                one["means"],
                f"That is what “{one['root']}” means, as in {one['words'][0]}. Try {words[0]}.",
            )
            for n, one in enumerate(others)
        },
        hints=(
            "Think of what the three words have in common.",
            f"What happens when you meet “{words[0]}” or “{words[1]}”? Say it in your own words.",
        ),
        steps=(Step(f"In all three, “{row['root']}” means “{row['means']}”."),),
        same=(p.row, p.three),
    )


def _means(p: Params, q: Question, answer: str) -> bool:
    """Which root stands in all three words, by its letters?"""
    words = q.stem.partition(" mean in ")[2].removesuffix("?").replace(" and ", ", ").split(", ")
    found = [root for root in _MEANING if all(root in word for word in words)]
    longest = max(found, key=len, default="")
    return _MEANING.get(longest) == answer


# --- pairs ----------------------------------------------------------------------------------------


def _trio(p: Params) -> tuple[dict[str, Any], ...]:
    return tuple(_ROOTS[at] for at in (p.a, p.b, p.c))


def _turned(p: Params, *order: int) -> tuple[str, ...]:
    return tuple(_trio(p)[at]["means"] for at in order)


def _feedback(p: Params) -> str:
    one, two, three = (row["words"][0] for row in _trio(p))
    return f"Think of words you know well: {one}, {two}, {three}. What is each about?"


def _advice(at: int, other: int) -> Any:
    return lambda p: (
        f"Compare “{_trio(p)[at]['words'][1]}” with “{_trio(p)[other]['words'][1]}”: "
        f"which has to do with “{_trio(p)[at]['means']}”?"
    )


def _label(p: Params, row: dict[str, Any]) -> str:
    return f"{row['root']} (as in {row['words'][p.word]})"


_PAIRS = Family(
    id="reading.roots.pairs",
    skill="reading.roots",
    grade=7,
    format=ItemFormat.MATCH,
    time_s=45,
    params={
        "a": range(len(_ROOTS)),
        "b": range(len(_ROOTS)),
        "c": range(len(_ROOTS)),
        "word": range(2, 5),
    },
    where=(lambda p: len({p.a, p.b, p.c}) == 3,),
    stem="What does each root mean?",
    labels=lambda p: tuple(_label(p, row) for row in _trio(p)),
    key=lambda p: _turned(p, 0, 1, 2),
    checker=lambda p, value: (
        [_MEANING[_label(p, row).split()[0]] for row in _trio(p)] == list(value)
    ),
    misconceptions=(
        Slip("one_on", lambda p: _turned(p, 1, 2, 0), _feedback),
        Slip("one_back", lambda p: _turned(p, 2, 0, 1), _feedback),
        Slip("swaps_first", lambda p: _turned(p, 1, 0, 2), _advice(0, 1)),
        Slip("swaps_last", lambda p: _turned(p, 0, 2, 1), _advice(1, 2)),
        Slip("swaps_outer", lambda p: _turned(p, 2, 1, 0), _advice(0, 2)),
    ),
    hints=(
        "Begin with the word you know best.",
        "Think of a second word with the same root. What do the two have in common?",
    ),
    steps=lambda p: tuple(
        Step(f"“{row['root']}” means “{row['means']}”, as in {row['words'][0]}.")
        for row in _trio(p)
    ),
    form=TEXT,
    canon=lambda p: frozenset((p.a, p.b, p.c)),
)

FAMILIES = (
    asking(
        Asking(
            id="reading.roots.meaning",
            skill="reading.roots",
            grade=7,
            time_s=30,
            params={"row": range(len(_ROOTS)), "three": _THREES, "draw": range(60)},
            make=_root,
            slips=tuple(f"other_{n}" for n in range(5)),
            checker=_means,
        )
    ),
    _PAIRS,
)

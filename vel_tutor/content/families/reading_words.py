"""Words: meaning from the sentence around them, and meaning from their parts."""

from functools import lru_cache
from typing import Any

from vel_tutor.content import reader
from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.facts import capital, look
from vel_tutor.content.family import Params, Step
from vel_tutor.content.tables import table
from vel_tutor.content.worlds.people import rolls, some

_WORDS: list[dict[str, Any]] = table("vocabulary")["words"]


@lru_cache(maxsize=512)
def _strangers(seed: int, own: int) -> tuple[int, ...]:
    """Three other words of the same kind: a thing to do, or a way to be."""
    is_deed = _WORDS[own]["meaning"].startswith("to ")
    pool = [
        place
        for place, row in enumerate(_WORDS)
        if place != own
        and row["meaning"].startswith("to ") == is_deed
        and not set(row["meaning"].split()) & set(_WORDS[own]["meaning"].split()) - {"to"}
    ]
    return some(rolls("strangers", seed), pool, 3)


def _meaning(p: Params) -> Question:
    row = _WORDS[p.word]
    text = row["contexts"][p.context]
    wrong = {
        "topic": Slip(
            row["near"],
            f"That could fit the topic, but the sentence gives no sign of it. {look(text)}",
        )
    }
    for turn, place in enumerate(_strangers(p.others, p.word)):
        other = _WORDS[place]
        wrong[f"other_{turn}"] = Slip(
            other["meaning"],
            f"That is what “{other['word']}” means. Put it into the sentence: does it fit?",
        )
    return Question(
        stem=f"Read the text. What does the word “{row['word']}” tell you?",
        key=row["meaning"],
        wrong=wrong,
        hints=(
            f"Cover the word “{row['word']}”. What would make sense in its place?",
            "Look for a clue nearby: a result, an opposite, or an example.",
        ),
        steps=(Step("The clue stands next to the word.", text, row["meaning"]),),
        passage=text,
        same=(p.word, p.context),
    )


def _meaning_checks(p: Params, q: Question, answer: str) -> bool:
    """Look the passage's own unusual word up in the table, whatever it was asked about."""
    return any(row["meaning"] == answer for row in _WORDS if row["word"][:5] in q.passage)


# --- word parts -----------------------------------------------------------------------------------

_PARTS: list[dict[str, Any]] = table("word_parts")["parts"]
_MADE = tuple((place, word) for place, row in enumerate(_PARTS) for word in row["words"])


_CLASSES = (
    ("re- mis- pre- over- under-", "again|wrongly|before|too much|not enough"),
    ("-less -ful", "without|full of|before|against|between"),
    ("un- -ish", "not|a little|too|once more|the most"),
    ("-able", "that can be|never|once|badly|always"),
    ("-er", "one who|what one|where one|how one|when one"),
)
"""Parts that go with the same kind of word, and what could be added to it instead."""


def _others(made: tuple[int, str]) -> list[str]:
    """What else could be said of the same word: the gloss changed for others of its kind."""
    row = _PARTS[made[0]]
    glosses = next(rest for parts, rest in _CLASSES if row["part"] in parts.split()).split("|")
    return [
        row["words"][made[1]].replace(row["gloss"], gloss)
        for gloss in glosses
        if gloss != row["gloss"]
    ]


def _parts(p: Params) -> Question:
    row = _PARTS[p.made[0]]
    word, part = p.made[1], row["part"]
    wrong = {
        slip: Slip(
            meaning,
            f"“{capital(meaning)}” does not use the part “{part}”. Think of “{_sibling(p.made)}”.",
        )
        for slip, meaning in zip(_SWAPS, _others(p.made), strict=True)
    }
    return Question(
        stem=f"What does “{word}” mean?",
        key=row["words"][word],
        wrong=wrong,
        hints=(
            "Cut the word into two parts. One of them you know from many other words.",
            f"The part “{part}” is also in “{_sibling(p.made)}”. What does it add there?",
        ),
        steps=(
            Step(f"The part “{part}” means “{row['gloss']}”."),
            Step(f"{capital(word)}: {row['words'][word]}."),
        ),
        same=p.made,
    )


_SWAPS = ("swap_0", "swap_1", "swap_2", "swap_3")


def _sibling(made: tuple[int, str]) -> str:
    words = list(_PARTS[made[0]]["words"])
    return words[(words.index(made[1]) + 1) % len(words)]


def _parts_check(p: Params, q: Question, answer: str) -> bool:
    """The word itself begins or ends with the part whose gloss the answer holds."""
    word = p.made[1]
    for row in _PARTS:
        piece = row["part"].strip("-")
        fits = word.startswith(piece) if row["part"].endswith("-") else word.endswith(piece)
        if fits and word in row["words"]:
            return reader.says(answer, row["gloss"]) and answer == row["words"][word]
    return False


FAMILIES = (
    asking(
        Asking(
            id="reading.vocabulary.context",
            skill="reading.context_clues",
            grade=5,
            time_s=45,
            params={"word": range(len(_WORDS)), "context": (0, 1), "others": range(300)},
            make=_meaning,
            slips=("topic", "other_0", "other_1", "other_2"),
            checker=_meaning_checks,
        )
    ),
    asking(
        Asking(
            id="reading.vocabulary.parts",
            skill="reading.word_parts",
            grade=4,
            time_s=30,
            params={"made": _MADE, "turn": range(50)},
            make=_parts,
            slips=_SWAPS,
            checker=_parts_check,
        )
    ),
)

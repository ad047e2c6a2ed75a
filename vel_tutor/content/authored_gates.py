"""The gates of hand-written questions: what must be true of each, and of all together.

A machine cannot prove such a key, but it can see that the words it rests on stand in the text,
and that nobody does well without reading.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vel_tutor.content.authored import Passage

GENRES = frozenset({"literary", "argument", "history", "science", "functional"})
WRONG_TYPES = frozenset(
    {
        "too_narrow",
        "too_broad",
        "contradicted",
        "unsupported",
        "true_but_irrelevant",
        "misread",
    }
)
FEWEST_WORDS, MOST_WORDS = 90, 650
FEWEST_ITEMS, MOST_ITEMS = 5, 7
MAX_LENGTH_RATIO = 1.6
MIN_WHY_CHARS = 20
MOST_ABOVE_CHANCE = 0.10
_ALL_OR_NONE = re.compile(
    r"\b(all|none|both|neither) of (the )?(above|these|them)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{4,}")
_QUOTED = re.compile("“([^”]+)”")
SENTENCE_WORDS = 4
"""Fewer words in quotation marks are a term, such as “like”, and need not be the text's."""

Row = Mapping[str, Any]


def passage_faults(passage: Passage, others: Mapping[str, Passage]) -> list[str]:
    """What is wrong with a passage and its questions; empty if nothing is."""
    found = [
        (passage.genre not in GENRES, f"genre {passage.genre}"),
        (not 0 <= passage.grade <= 13, f"grade {passage.grade}"),
        (not FEWEST_WORDS <= passage.words <= MOST_WORDS, f"{passage.words} words"),
        (not FEWEST_ITEMS <= len(passage.items) <= MOST_ITEMS, f"{len(passage.items)} questions"),
        (bool(passage.pair) and passage.pair not in others, f"no passage {passage.pair}"),
        (len({row["stem"] for row in passage.items}) < len(passage.items), "a stem twice"),
    ]
    pair = others.get(passage.pair)
    texts = (passage.text, pair.text if pair else "")
    return [text for wrong, text in found if wrong] + [
        f"question {number}: {fault}"
        for number, row in enumerate(passage.items, 1)
        for fault in (
            *row_faults(row),
            *_evidence_faults(row, texts),
            *_quotation_faults(row, (passage, pair)),
        )
    ]


def _evidence_faults(row: Row, texts: tuple[str, str]) -> list[str]:
    counts = {quote: texts[0].count(quote) or texts[1].count(quote) for quote in row["evidence"]}
    kinds = {wrong["type"] for wrong in row["wrong"]} - WRONG_TYPES
    found = [f"evidence stands there {n} times: {quote!r}" for quote, n in counts.items() if n != 1]
    return found + [f"unknown type {kind}" for kind in kinds] + ["no evidence"] * (not counts)


def _quotation_faults(row: Row, passages: tuple[Passage, Passage | None]) -> list[str]:
    """What a question or an answer puts in quotation marks without its standing in the text."""
    told = " ".join(_plain(passage.shown) for passage in passages if passage)
    return [
        f"not in the text: {quote!r}"
        for words in (row["stem"], *_options(row))
        for quote in _QUOTED.findall(words)
        if any(_plain(part) not in told for part in quote.split(" ... "))
        and len(quote.split()) >= SENTENCE_WORDS
    ]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,;:!?")


def row_faults(row: Row) -> list[str]:
    """What is wrong with one question, whatever it is about."""
    options = [row["key"], *(wrong["text"] for wrong in row["wrong"])]
    lengths = [len(option) for option in options]
    whys = [row["why"], *(wrong["why"] for wrong in row["wrong"])]
    found = [
        (len(row["wrong"]) != 3, f"{len(row['wrong'])} wrong answers"),
        (len({option.casefold().rstrip(".") for option in options}) < 4, "options alike"),
        (max(lengths) > MAX_LENGTH_RATIO * min(lengths) + 4, f"lengths {lengths}"),
        (any(map(_ALL_OR_NONE.search, options)), "all or none of these"),
        (min(map(len, whys)) < MIN_WHY_CHARS, "a reason too short to help"),
        (len(set(whys)) < len(whys), "one reason for two options"),
    ]
    return [text for wrong, text in found if wrong]


def guess_faults(rows: Sequence[Row]) -> list[str]:
    """Ways to do better than chance without reading, over all questions of a kind."""
    rates = {
        name: sum(map(hits, rows)) / len(rows) for name, hits in GUESSES.items() if len(rows) >= 40
    }
    return [
        f"blind guess '{name}' is right in {rate:.0%} of {len(rows)}"
        for name, rate in rates.items()
        if rate > 0.25 + MOST_ABOVE_CHANCE
    ]


def _picks(score: Callable[[Row, str], float]) -> Callable[[Row], float]:
    """The chance to hit the key by taking the option of the highest score, ties drawn."""

    def hits(row: Row) -> float:
        scores = [score(row, text) for text in _options(row)]
        best = max(scores)
        return (scores[0] == best) / scores.count(best)

    return hits


def _options(row: Row) -> list[str]:
    """The key first, then the wrong ones."""
    return [row["key"], *(wrong["text"] for wrong in row["wrong"])]


def _shared(text: str, other: str) -> float:
    words = set(_WORD.findall(text.casefold()))
    return len(words & set(_WORD.findall(other.casefold()))) / (len(words) or 1)


GUESSES: dict[str, Callable[[Row], float]] = {
    "longest": _picks(lambda _, text: len(text)),
    "shortest": _picks(lambda _, text: -len(text)),
    "most like the question": _picks(lambda row, text: _shared(text, row["stem"])),
    "most like the others": _picks(
        lambda row, text: sum(_shared(text, other) for other in _options(row))
    ),
    "least like the others": _picks(
        lambda row, text: -sum(_shared(text, other) for other in _options(row))
    ),
    "carefully worded": _picks(
        lambda _, text: bool(re.search(r"\b(may|can|often|some|most|usually)\b", text))
    ),
}
"""Ways to answer without the passage or the knowledge."""

"""An independent, plain reader of passages.

It knows nothing of the facts a passage was made from: it splits the text into sentences, follows
names and pronouns, and says what stands where. Families use it as their checker.
"""

import re
from functools import lru_cache

PRONOUN = re.compile(r"\b(he|she|him|her|his|hers)\b", re.IGNORECASE)
CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_END = re.compile(r"(?<=[.!?])\N{RIGHT DOUBLE QUOTATION MARK}?\s+")
_WORD = re.compile(r"[a-z0-9:$]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][a-z]+)?")


@lru_cache(maxsize=2048)
def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """The sentences of each paragraph; the title is the first."""
    blocks = (block.strip() for block in text.split("\n"))
    return tuple(tuple(_END.split(block)) for block in blocks if block)


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[str, ...]:
    """All sentences in the order they are read, without the title."""
    return tuple(part for block in paragraphs(text)[1:] for part in block)


@lru_cache(maxsize=8192)
def words(text: str) -> str:
    """Lower-case words with single blanks, and nothing else, between blanks."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def says(text: str, phrase: str) -> bool:
    """Whether the words of `phrase` stand in `text` one after the other."""
    return words(phrase) in words(text)


@lru_cache(maxsize=64)
def _spelled(names: tuple[str, ...]) -> dict[str, str]:
    """Each name by what `words` makes of it."""
    return {words(name).strip(): name for name in names}


@lru_cache(maxsize=8192)
def named(text: str, names: tuple[str, ...]) -> frozenset[str]:
    """Those of the names that stand in the text; each name is one word."""
    table = _spelled(names)
    return frozenset(table[word] for word in words(text).split() if word in table)


def saying(text: str, phrase: str) -> tuple[str, ...]:
    """The sentences that hold the phrase."""
    return tuple(part for part in sentences(text) if says(part, phrase))


@lru_cache(maxsize=1024)
def about(text: str, name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences that speak of `name`.

    A sentence that names nobody goes on about whoever the one before it named.
    """
    found: list[str] = []
    for block in paragraphs(text)[1:]:
        current: frozenset[str] = frozenset()
        for part in block:
            current = named(part, names) or current
            if name in current:
                found.append(part)
    return tuple(found)


def told_of(text: str, name: str, names: tuple[str, ...], phrase: str) -> bool:
    """Whether the phrase stands in a sentence that speaks of `name`."""
    return any(says(part, phrase) for part in about(text, name, names))


def minutes(text: str) -> int:
    """The first clock time in the text, in minutes after midnight or noon."""
    match = CLOCK.search(text)
    if match is None:
        raise ValueError(f"no clock time in {text!r}")
    return int(match[1]) * 60 + int(match[2])


def ambiguous_pronouns(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Sentences whose he or she could be more than one of the people named."""
    bad: list[str] = []
    for block in paragraphs(text)[1:]:
        current: frozenset[str] = frozenset()
        for part in block:
            current = named(part, names) or current
            if PRONOUN.search(part) and len(current) != 1:
                bad.append(part)
    return tuple(bad)

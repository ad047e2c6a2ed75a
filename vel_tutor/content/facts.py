"""A small world of facts, and the passage that tells it sentence by sentence.

A question about a passage is a query on these facts, so its key can be proved; and every fact
knows the sentence that tells it, so feedback can say where to look.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property


class NotTold(LookupError):
    """The passage says nothing, or more than one thing, about what was asked."""


@dataclass(frozen=True, order=True)
class Fact:
    """That `relation` holds between `about` and `value`: Mira, place, in the art room."""

    about: str
    relation: str
    value: str


@dataclass(frozen=True)
class Line:
    """A sentence, and the facts it tells."""

    text: str
    tells: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Telling:
    """A passage: a title and paragraphs of lines."""

    title: str
    paragraphs: tuple[tuple[Line, ...], ...]

    @property
    def text(self) -> str:
        """The passage to read: the title, then paragraphs with a blank line before each."""
        parts = (" ".join(line.text for line in lines) for lines in self.paragraphs)
        return "\n\n".join((self.title, *parts))

    @property
    def lines(self) -> Iterator[Line]:
        return (line for lines in self.paragraphs for line in lines)

    @property
    def facts(self) -> frozenset[Fact]:
        return frozenset(fact for line in self.lines for fact in line.tells)

    def value(self, about: str, relation: str) -> str:
        """What the passage says of `about` in this relation."""
        return _only(f.value for f in self.facts if (f.about, f.relation) == (about, relation))

    def bearer(self, relation: str, value: str) -> str:
        """Of whom the passage says `value` in this relation."""
        return _only(f.about for f in self.facts if (f.relation, f.value) == (relation, value))

    def quote(self, about: str, relation: str) -> str:
        """The sentence that tells this fact."""
        return _only(self._sentences.get((about, relation), ()))

    @cached_property
    def _sentences(self) -> dict[tuple[str, str], list[str]]:
        """The sentences that tell of a thing in a relation; asked for again and again."""
        told: dict[tuple[str, str], list[str]] = {}
        for line in self.lines:
            for fact in line.tells:
                told.setdefault((fact.about, fact.relation), []).append(line.text)
        return told


def _only(found: Iterable[str]) -> str:
    values = set(found)
    if len(values) != 1:
        raise NotTold(f"{len(values)} values")
    return values.pop()


def look(sentence: str) -> str:
    """Advice that quotes where in the passage to look."""
    return f"Look at this part: “{sentence}”"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A clause as a sentence of its own."""
    return f"{capital(text)}."


def listed(words: tuple[str, ...]) -> str:
    """`a`, `a and b`, `a, b, and c`."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"

"""Term sets: what is worth knowing by heart, written by hand in `tables/terms`.

`term_sets()` lists them; `faults` is their gate. A card is known by the slug of its front, so that
its back may be put better without anybody losing what they learned.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from vel_tutor.content import graph
from vel_tutor.content.tables import names, table
from vel_tutor.vocabulary import Subject

FEWEST_CARDS = 15
LONGEST_FRONT = 120
LONGEST_BACK = 240
LONGEST_EXAMPLE = 240
"""Characters: a card is read at a glance."""

_SLUG = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Term:
    """One card: a front, its back and, where it helps, an example."""

    key: str
    front: str
    back: str
    example: str = ""


@dataclass(frozen=True)
class TermSet:
    """A deck for one skill."""

    id: str
    subject: Subject
    skill: str
    grade: int
    title: str
    cards: tuple[Term, ...]

    def card(self, key: str) -> Term | None:
        """The card of this key, unless it has been taken out of the set."""
        return next((card for card in self.cards if card.key == key), None)


def slug(front: str) -> str:
    """What a card is known by: its front in small letters and digits."""
    return _NOT_SLUG.sub("-", front.casefold()).strip("-") or f"u{ord(front[0]):x}"


def read(row: dict[str, Any]) -> TermSet:
    """A set as written in its table."""
    return TermSet(
        id=row["id"],
        subject=Subject(row["subject"]),
        skill=row["skill"],
        grade=row["grade"],
        title=row["title"],
        cards=tuple(
            Term(slug(card["front"]), card["front"], card["back"], card.get("example", ""))
            for card in row["cards"]
        ),
    )


@cache
def term_sets() -> tuple[TermSet, ...]:
    """Every set, by subject, grade and title."""
    sets = (read(table(name)) for name in names("terms"))
    return tuple(sorted(sets, key=lambda one: (one.subject, one.grade, one.title)))


def term_set(set_id: str) -> TermSet:
    """The set of this id; `KeyError` if there is none."""
    return _by_id()[set_id]


@cache
def _by_id() -> dict[str, TermSet]:
    return {one.id: one for one in term_sets()}


def faults(terms: TermSet) -> list[str]:
    """What is wrong with a set; empty if nothing is."""
    skill = next((one for one in graph.SKILLS if one.id == terms.skill), None)
    keys = Counter(card.key for card in terms.cards)
    backs = Counter(" ".join(card.back.casefold().split()) for card in terms.cards)
    found = [
        (not _SLUG.fullmatch(terms.id), "the id is no slug"),
        (not terms.title.strip(), "no title"),
        (skill is None, f"no skill is called {terms.skill}"),
        (
            skill is not None and skill.subject is not terms.subject,
            "the skill is of another subject",
        ),
        (not 0 <= terms.grade <= 13, "no such grade"),
        (len(terms.cards) < FEWEST_CARDS, f"under {FEWEST_CARDS} cards"),
        (max(keys.values(), default=0) > 1, f"a front twice: {keys.most_common(1)}"),
        (max(backs.values(), default=0) > 1, f"a back twice: {backs.most_common(1)}"),
    ]
    wrong = [words for is_wrong, words in found if is_wrong]
    return wrong + [fault for card in terms.cards for fault in _card_faults(card)]


def _card_faults(card: Term) -> list[str]:
    front, back, example = (part.strip() for part in (card.front, card.back, card.example))
    found = [
        (not front, "an empty front"),
        (not back, f"{front}: an empty back"),
        (front.casefold() == back.casefold(), f"{front}: the back says the same"),
        (len(front) > LONGEST_FRONT, f"{front}: the front is too long"),
        (len(back) > LONGEST_BACK, f"{front}: the back is too long"),
        (len(example) > LONGEST_EXAMPLE, f"{front}: the example is too long"),
    ]
    return [words for is_wrong, words in found if is_wrong]

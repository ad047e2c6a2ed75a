"""Which question comes next: of a skill, one like another, an easier one."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from vel_tutor import content
from vel_tutor.content import bank
from vel_tutor.domain import mastery
from vel_tutor.domain.coaching import telling

LOOKED_AT = 12
"""Instances looked at before another kind of question is taken."""


@dataclass(frozen=True)
class Card:
    """A question: its family and its seed."""

    family: str
    seed: int

    @property
    def item(self) -> content.Item:
        return content.instance(self.family, self.seed)


def first(session_id: UUID, skill: str, number: int) -> Card | None:
    """Question `number` of a conversation about `skill`; None if there is none on it."""
    families = mastery.families_of().get(skill, ())
    if not families:
        return None
    draw = _draw(session_id, number)
    return Card(
        families[(draw + number) % len(families)].id, 1 if _all_authored(families) else draw
    )


def another(session_id: UUID, card: Card, number: int) -> Card:
    """One more to see whether it sticks: the same kind if it can be drawn anew, else its skill."""
    found = like(card, _draw(session_id, number))
    return found or first(session_id, content.family(card.family).skill, number) or card


def like(card: Card, start: int = 1) -> Card | None:
    """A question like `card` whose working out does not give away the answer to it.

    None where every question of the skill is one of its own kind.
    """
    family = content.family(card.family)
    same = [] if family.authored else [card.family]
    others = [one.id for one in mastery.families_of()[family.skill] if one.id != card.family]
    for family_id in (*same, *others):
        tries = 1 if content.family(family_id).authored else LOOKED_AT
        for step in range(tries):
            found = Card(family_id, 1 if tries == 1 else start + step)
            if _is_apart(card, found):
                return found
    return None


def easier(skill: str, session_id: UUID, number: int) -> Card | None:
    """A question of what `skill` builds on; None where it is the first of its kind."""
    for before in content.skill(skill).prerequisites:
        card = first(session_id, before, number)
        if card is not None:
            return card
    return None


def _is_apart(card: Card, other: Card) -> bool:
    item, like_it = card.item, other.item
    if like_it.stem == item.stem and like_it.passage == item.passage:
        return False
    told = " ".join([like_it.stem, *solution_words(like_it)])
    return not telling.tells(item, told)


def solution_words(item: content.Item) -> list[str]:
    """Everything the working out of `item` says."""
    said = [f"{step.sentence} {step.lhs} {step.rhs}" for step in item.steps]
    return [*said, item.key]


def raw_steps(card: Card) -> tuple[content.Step, ...]:
    """The working out in the language of sums, as far as it is sums."""
    return bank.steps(content.family(card.family), bank.params(card.family, card.seed))


def _all_authored(families: tuple[content.Family, ...]) -> bool:
    return all(family.authored for family in families)


def _draw(session_id: UUID, number: int) -> int:
    digest = hashlib.blake2s(f"{session_id}/{number}".encode(), digest_size=4).digest()
    return int.from_bytes(digest) % 1_000_000 + 1

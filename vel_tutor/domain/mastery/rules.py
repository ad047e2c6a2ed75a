"""The memory of a skill, and what an answer is as evidence: pure decisions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fsrs import Card, Rating, Scheduler, State

from vel_tutor.measure.irt import Parameters
from vel_tutor.vocabulary import Mastery

DUE_BELOW = 0.8
"""A skill that would be remembered with less than this chance is due."""
REMEMBERED = frozenset({Mastery.FAMILIAR, Mastery.PROFICIENT, Mastery.MASTERED})
"""Levels there is something to forget at."""
KNOWN = frozenset({Mastery.PROFICIENT, Mastery.MASTERED})

_MEMORY = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One answer to a question of a skill."""

    skill: str
    family: str
    item: Parameters
    right: bool
    hinted: bool
    at: datetime
    source_id: UUID
    """The question; told twice, it counts once."""
    sitting_id: UUID
    """The deck or test it was part of."""


@dataclass(frozen=True)
class Memory:
    """How firmly a skill is remembered (FSRS): stability in days, hardness 1..10."""

    stability: float
    hardness: float
    reviewed_at: datetime

    def card(self) -> Card:
        return Card(
            state=State.Review,
            stability=self.stability,
            difficulty=self.hardness,
            due=self.reviewed_at,
            last_review=self.reviewed_at,
        )


def remember(before: Memory | None, *, right: bool, hinted: bool, at: datetime) -> Memory:
    """The memory after one more answer: a hint makes it a hard one."""
    card = before.card() if before else Card(due=at)
    rating = (Rating.Hard if hinted else Rating.Good) if right else Rating.Again
    card, _ = _MEMORY.review_card(card, rating, max(at, card.last_review or at))
    return Memory(card.stability or 0.0, card.difficulty or 0.0, at)


def retrievability(memory: Memory, now: datetime) -> float:
    """The chance that it is still remembered, 0..1."""
    return _MEMORY.get_card_retrievability(memory.card(), max(now, memory.reviewed_at))

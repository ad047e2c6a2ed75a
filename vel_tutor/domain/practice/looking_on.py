"""What somebody who may look on sees of a person's finished decks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import queries, showing
from vel_tutor.domain.practice.player import Player
from vel_tutor.models.practice import PracticeSession


@dataclass(frozen=True)
class FinishedDeck:
    """One deck that was finished."""

    title: str
    subject: str
    correct: int
    size: int
    at: datetime


def finished_of(tx: Transaction, user_id: UUID, most: int) -> tuple[FinishedDeck, ...]:
    """The decks `user_id` finished, the latest first; for callers who may know."""
    rows = tx.session.exec(
        queries.of(Player(user_id=user_id))
        .where(col(PracticeSession.completed_at).is_not(None))
        .order_by(col(PracticeSession.completed_at).desc())
        .limit(most)
    ).all()
    return tuple(
        FinishedDeck(showing.title(row), row.subject.value, row.correct, row.size, row.completed_at)
        for row in rows
        if row.completed_at
    )

"""How many questions of a finished deck somebody really knew, as others may count them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import rules
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True)
class RightAnswers:
    """What a finished deck comes to."""

    subject: Subject
    completed_at: datetime
    right: int
    """Questions answered right, without the solution and not faster than they can be read."""


def right_answers(tx: Transaction, session_id: UUID) -> RightAnswers | None:
    """The same of one deck; None while it is not finished, or once it is forgotten."""
    deck = tx.session.get(PracticeSession, session_id)
    if deck is None or deck.completed_at is None:
        return None
    known = select(func.count()).where(
        PracticeQuestion.session_id == session_id,
        col(PracticeQuestion.was_right).is_(True),
        col(PracticeQuestion.was_revealed).is_(False),
        PracticeQuestion.spent_ms >= rules.RAPID_MS,
    )
    return RightAnswers(deck.subject, deck.completed_at, tx.session.exec(known).one())

"""How much somebody has done over some time: questions answered, and the time they really took."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.models.practice import PracticeQuestion, PracticeSession

IDLE_AFTER_MS = 5 * 60 * 1000
"""A question on show for longer than this was not being worked on any more."""


@dataclass(frozen=True)
class Effort:
    """Questions or cards answered, and the milliseconds spent on them, by the server's clock."""

    answers: int = 0
    spent_ms: int = 0

    def __add__(self, other: "Effort") -> "Effort":
        return Effort(self.answers + other.answers, self.spent_ms + other.spent_ms)


def effort(tx: Transaction, user_id: UUID, since: datetime, until: datetime) -> Effort:
    """What `user_id` answered in practice from `since` to `until`; solutions asked for apart."""
    spent = func.least(col(PracticeQuestion.spent_ms), IDLE_AFTER_MS)
    answers, spent_ms = tx.session.exec(
        select(
            func.count(),
            func.coalesce(func.sum(spent), 0),
        )
        .select_from(PracticeQuestion)
        .join(PracticeSession, col(PracticeSession.id) == PracticeQuestion.session_id)
        .where(
            PracticeSession.player_user_id == user_id,
            col(PracticeQuestion.answered_at) >= since,
            col(PracticeQuestion.answered_at) < until,
            col(PracticeQuestion.was_revealed).is_(False),
        )
    ).one()
    return Effort(answers, int(spent_ms))

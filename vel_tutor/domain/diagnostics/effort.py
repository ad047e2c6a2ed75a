"""How much somebody has done in tests over some time."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import IDLE_AFTER_MS, Effort
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion


def effort(tx: Transaction, student_id: UUID, since: datetime, until: datetime) -> Effort:
    """What `student_id` answered in tests from `since` to `until`."""
    spent = func.least(col(DiagnosticQuestion.spent_ms), IDLE_AFTER_MS)
    answers, spent_ms = tx.session.exec(
        select(
            func.count(),
            func.coalesce(func.sum(spent), 0),
        )
        .select_from(DiagnosticQuestion)
        .join(Diagnostic, col(Diagnostic.id) == DiagnosticQuestion.test_id)
        .where(
            Diagnostic.student_id == student_id,
            col(DiagnosticQuestion.answered_at) >= since,
            col(DiagnosticQuestion.answered_at) < until,
        )
    ).one()
    return Effort(answers, int(spent_ms))

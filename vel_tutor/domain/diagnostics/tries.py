"""What somebody has tried in tests of late, as others may weigh it."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import Tried
from vel_tutor.measure.irt import Parameters
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion, DiagnosticResult
from vel_tutor.vocabulary import Subject


def tries(
    tx: Transaction, student_id: UUID, subject: Subject, since: datetime
) -> tuple[Tried, ...]:
    """The answers of tests handed in with effort and scored since a moment."""
    rows = tx.session.exec(
        select(DiagnosticQuestion)
        .join(Diagnostic, col(Diagnostic.id) == DiagnosticQuestion.test_id)
        .join(DiagnosticResult, col(DiagnosticResult.test_id) == Diagnostic.id)
        .where(Diagnostic.student_id == student_id, Diagnostic.subject == subject)
        .where(col(Diagnostic.completed_at) >= since)
        .where(col(DiagnosticResult.is_low_effort).is_(False))
        .where(col(DiagnosticQuestion.answered_at) >= since)
        .order_by(col(DiagnosticQuestion.answered_at))
    ).all()
    return tuple(Tried(row.family, row.answered_at, _item(row)) for row in rows if row.answered_at)


def _item(row: DiagnosticQuestion) -> Parameters | None:
    if not row.was_right or row.was_rapid:
        return None
    return Parameters(row.a, row.b, row.c, row.d)

"""Tests that somebody took with care, one by one: for whoever counts deeds."""

from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.diagnostics.views import CarefulTest
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticResult


def careful_tests(tx: Transaction, student_id: UUID) -> tuple[CarefulTest, ...]:
    """The tests `student_id` took with care, the earliest first."""
    rows = tx.session.exec(
        select(Diagnostic, DiagnosticResult.domain_percent)
        .join(DiagnosticResult, col(DiagnosticResult.test_id) == Diagnostic.id)
        .where(Diagnostic.student_id == student_id)
        .where(col(DiagnosticResult.is_low_effort).is_(False))
        .order_by(col(Diagnostic.completed_at))
    )
    return tuple(CarefulTest(test.id, test.subject, test.grade, percent) for test, percent in rows)

"""What the clock does with tests: those nobody came back to."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, text, update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.diagnostics import rules
from vel_tutor.domain.diagnostics import sitting as sittings
from vel_tutor.domain.diagnostics.actions import submit_for
from vel_tutor.models.diagnostics import (
    Diagnostic,
    DiagnosticAdvice,
    DiagnosticQuestion,
    DiagnosticResult,
    DiagnosticSection,
)
from vel_tutor.vocabulary import SittingStage

AT_ONCE = 100
ABANDONED_AFTER = timedelta(days=30)
_DEADLINE = col(DiagnosticSection.running_since) + col(DiagnosticSection.left_ms) * text(
    "INTERVAL '1 millisecond'"
)


def close_overdue() -> int:
    """Every minute: parts whose time is over end, and a test with nothing to come is handed in.

    Safe to run twice, and to skip.

    Returns:
        How many tests were handed in.
    """
    handed_in = 0
    with transaction() as tx:
        over = (
            select(DiagnosticSection.test_id)
            .where(DiagnosticSection.test_id == Diagnostic.id)
            .where(col(DiagnosticSection.running_since).is_not(None))
            .where(tx.now - rules.LATEST > _DEADLINE)
        )
        waiting = select(Diagnostic).where(over.exists()).order_by(col(Diagnostic.started_at))
        for test in tx.session.exec(waiting.limit(AT_ONCE).with_for_update(skip_locked=True)).all():
            sitting = sittings.load(tx, test)
            sittings.settle(sitting, tx.now)
            if sitting.stage is SittingStage.READY:
                submit_for(tx, sitting)
                handed_in += 1
    return handed_in


def drop_abandoned() -> int:
    """Daily: tests nobody has touched for a month are given up. Returns how many."""
    with transaction() as tx:
        lately = select(DiagnosticQuestion.id).where(
            DiagnosticQuestion.test_id == Diagnostic.id,
            DiagnosticQuestion.shown_at > tx.now - ABANDONED_AFTER,
        )
        gone = (
            update(Diagnostic)
            .where(col(Diagnostic.submitted_at).is_(None), col(Diagnostic.dropped_at).is_(None))
            .where(col(Diagnostic.started_at) < tx.now - ABANDONED_AFTER, ~lately.exists())
            .values(dropped_at=tx.now)
            .execution_options(synchronize_session=False)
        )
        return tx.session.exec(gone).rowcount


def forget(tx: Transaction, user_id: UUID) -> None:
    """Wipe what `user_id` wrote in tests, and every result; only bare marks stay for the bank."""
    theirs = select(Diagnostic.id).where(Diagnostic.student_id == user_id)
    tx.session.exec(
        update(DiagnosticQuestion)
        .where(col(DiagnosticQuestion.test_id).in_(theirs))
        .values(answer="", misconception="")
        .execution_options(synchronize_session=False)
    )
    for model in (DiagnosticResult, DiagnosticAdvice):
        tx.session.exec(delete(model).where(col(model.test_id).in_(theirs)))

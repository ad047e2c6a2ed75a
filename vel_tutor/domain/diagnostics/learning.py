"""Handing finished tests to the bank, each once and in order, so that it learns from them."""

from collections.abc import Sequence

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import bank
from vel_tutor.domain.diagnostics import choosing
from vel_tutor.domain.diagnostics import sitting as sittings
from vel_tutor.domain.diagnostics.sitting import Sitting
from vel_tutor.measure import irt
from vel_tutor.measure.calibrate import leave_one_out
from vel_tutor.measure.eap import Posterior
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion, DiagnosticResult
from vel_tutor.vocabulary import Pace

AT_ONCE = 50
LOOKED_AT = 600
"""The latest answers of a family that are looked at."""


def learn_from_tests() -> int:
    """Every minute: let the bank learn from each finished engaged test, in order, once.

    Safe to run twice, at once, and to skip: a test that has been learned from says so in the same
    transaction.

    Returns:
        How many tests were learned from.
    """
    learned = 0
    for _ in range(AT_ONCE):
        with transaction() as tx:
            lock = func.pg_advisory_xact_lock(func.hashtextextended("diagnostics.learn", 0))
            tx.session.exec(select(lock))
            test = _oldest(tx)
            if test is None:
                return learned
            _learn(tx, sittings.load(tx, test))
            test.learned_at = tx.now
            learned += 1
    return learned


def _oldest(tx: Transaction) -> Diagnostic | None:
    return tx.session.exec(
        select(Diagnostic)
        .where(col(Diagnostic.completed_at).is_not(None), col(Diagnostic.learned_at).is_(None))
        .order_by(col(Diagnostic.completed_at), col(Diagnostic.id))
        .limit(1)
        .with_for_update()
    ).one_or_none()


def _learn(tx: Transaction, sitting: Sitting) -> None:
    result = tx.session.exec(
        select(DiagnosticResult).where(DiagnosticResult.test_id == sitting.test.id)
    ).one_or_none()
    if result is None or result.is_low_effort:
        return
    known = choosing.posterior(sitting.test, sitting.telling)
    thought_about = [row for row in sitting.answered if not row.was_rapid]
    due = bank.learn(tx, sitting.test.subject, [_answer(known, row) for row in thought_about])
    for family in due.judge:
        bank.judge(tx, family, [_seen(*found) for found in _latest(tx, family)])
    for family in due.refit:
        answers = [_answer(_known(tx, test), row) for row, test, _ in _latest(tx, family)]
        bank.refit(tx, family, answers)
    bank.renew(tx, sitting.test.subject)


def _answer(known: Posterior, row: DiagnosticQuestion) -> bank.Answer:
    """An answer beside what all others say; one that did not count is not in them anyway."""
    response = choosing.response(row)
    others = leave_one_out(known, response) if row.is_scored else known
    return bank.Answer(row.item_id, response, others)


def _known(tx: Transaction, test: Diagnostic) -> Posterior:
    return choosing.posterior(test, sittings.load(tx, test).telling)


def _latest(
    tx: Transaction, family: str
) -> Sequence[tuple[DiagnosticQuestion, Diagnostic, DiagnosticResult]]:
    """The latest answers to a family's questions in engaged tests."""
    return tx.session.exec(
        select(DiagnosticQuestion, Diagnostic, DiagnosticResult)
        .where(DiagnosticQuestion.test_id == Diagnostic.id)
        .where(DiagnosticResult.test_id == Diagnostic.id)
        .where(DiagnosticQuestion.family == family)
        .where(col(DiagnosticQuestion.answered_at).is_not(None))
        .where(col(DiagnosticQuestion.was_rapid).is_(False))
        .where(col(DiagnosticResult.is_low_effort).is_(False))
        .order_by(col(DiagnosticQuestion.answered_at).desc())
        .limit(LOOKED_AT)
    ).all()


def _seen(row: DiagnosticQuestion, test: Diagnostic, result: DiagnosticResult) -> bank.Seen:
    """An answer as it counts for the family's behaviour.

    All we know of people that a question could be unfair to is who needs more time.
    """
    return bank.Seen(
        right=bool(row.was_right),
        chance=float(irt.probability(result.theta, row.a, row.b, row.c, row.d)),
        theta=result.theta,
        spent_ms=row.spent_ms,
        slip=row.misconception,
        is_focal=test.pace is not Pace.STANDARD,
    )

"""Scoring a test that was handed in: once, from its rows, in the transaction of a reaction."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import bank, mastery
from vel_tutor.domain.diagnostics import choosing, findings, rules
from vel_tutor.domain.diagnostics import sitting as sittings
from vel_tutor.domain.diagnostics.events import DiagnosticCompleted
from vel_tutor.domain.diagnostics.sitting import Sitting
from vel_tutor.measure import eap, effort, norms
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticResult

WIDE_FROM = 0.5
"""Logits between two estimates from which on the band covers both."""
WIDEST = 1.5
MIDDLE = 50
"""The percentile from which on a share card may be offered."""


def score(tx: Transaction, test_id: UUID) -> None:
    """Score the test `test_id` and tell of it; nothing if that is done, or there is nothing to."""
    test = tx.session.exec(sittings.of_id(test_id).with_for_update()).one_or_none()
    if test is None or test.submitted_at is None or test.completed_at is not None:
        return
    sitting = sittings.load(tx, test)
    result = _result(tx, sitting)
    tx.session.add(result)
    test.completed_at = tx.now
    tx.session.flush()
    if not result.is_low_effort:
        counted = len(sitting.telling)
        mastery.measured(tx, test.student_id, test.subject, result.theta, result.se, counted)
    tx.publish(
        DiagnosticCompleted(
            test_id=test.id,
            student_id=test.student_id,
            subject=test.subject,
            grade=test.grade,
            domain_percent=result.domain_percent,
            is_low_effort=result.is_low_effort,
            may_share=result.may_share,
        )
    )


def _result(tx: Transaction, sitting: Sitting) -> DiagnosticResult:
    test, telling = sitting.test, sitting.telling
    live = bank.live(tx, test.subject)
    known = choosing.posterior(test, telling)
    responses = [choosing.response(row) for row in telling]
    is_low = effort.is_low([row.was_rapid for row in sitting.scored])
    norm = _norm(tx, test)
    place = norms.percentile(known.theta, known.se, norm)
    wle = eap.wle(responses) if responses else known.theta
    low, high = _band(known, wle)
    found = findings.find(
        live,
        test.grade,
        choosing.prior(test),
        findings.asked_of(
            test.subject,
            [(row.family, answer) for row, answer in zip(telling, responses, strict=True)],
        ),
    )
    return DiagnosticResult(
        test_id=test.id,
        theta=known.theta,
        se=known.se,
        wle=wle,
        scale=norms.scale_score(known.theta),
        scale_low=norms.scale_score(low),
        scale_high=norms.scale_score(high),
        domain_percent=round(100 * live.domain_score(known.theta, test.grade)),
        percentile=None if is_low else place.rank,
        norm_n=norm.n,
        is_low_effort=is_low,
        may_share=not is_low and place.rank >= MIDDLE,
        findings={**found.plain(), "percentile_low": place.low, "percentile_high": place.high},
        at=tx.now,
    )


def _band(known: eap.Posterior, wle: float) -> tuple[float, float]:
    """One standard error to both sides; where another way of scoring disagrees, both are in it."""
    apart = min(max(wle - known.theta, -WIDEST), WIDEST)
    if abs(apart) <= WIDE_FROM:
        apart = 0.0
    return known.theta - known.se + min(apart, 0.0), known.theta + known.se + max(apart, 0.0)


def _norm(tx: Transaction, test: Diagnostic) -> norms.Norm:
    """The group somebody is compared with: the first engaged tests of their grade, lately."""
    firsts = (
        select(Diagnostic.student_id, DiagnosticResult.theta, DiagnosticResult.at)
        .where(DiagnosticResult.test_id == Diagnostic.id)
        .where(Diagnostic.subject == test.subject, Diagnostic.grade == test.grade)
        .where(col(DiagnosticResult.is_low_effort).is_(False))
        .order_by(col(Diagnostic.student_id), col(DiagnosticResult.at))
        .ext(distinct_on(col(Diagnostic.student_id)))
    )
    rows: Sequence[tuple[UUID, float, object]] = tx.session.exec(firsts).all()
    since = tx.now - rules.NORM_WINDOW
    thetas = [theta for _, theta, at in rows if at > since]
    return norms.Norm(rules.grade_level(test.subject, test.grade), thetas=thetas)

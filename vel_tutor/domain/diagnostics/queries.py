"""Reads about tests: what waits, what was, what came of it, and whether it can be retold."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.diagnostics import choosing, reporting, showing
from vel_tutor.domain.diagnostics import sitting as sittings
from vel_tutor.domain.diagnostics.opening import TAKERS
from vel_tutor.domain.diagnostics.views import (
    GistView,
    OverviewView,
    PastTestView,
    ResultsView,
    TakerView,
)
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticResult

SHOWN_PAST = 12


class NotScored(Conflict):
    words = "This test has no results yet."
    code = "not_scored"


@dataclass(frozen=True)
class Retold:
    """A test worked out once more from its log, beside what was noted at the time."""

    steps: int
    theta: float
    noted_theta: float
    differing: int
    """Steps at which not every bit was the same."""


def overview(actor: Actor) -> OverviewView:
    """Whom the actor can take tests for, the tests that wait, and those that were."""
    actor.must_be(*TAKERS)
    kin = accounts.children(actor)
    whose = [child.user_id for child in kin] or [actor.user_id]
    with reading() as tx:
        return OverviewView(
            takers=tuple(
                TakerView(str(one.user_id), one.first_name, -1 if one.grade is None else one.grade)
                for one in kin
            ),
            waiting=tuple(
                showing.waiting(tx, actor, _settled(tx, test)) for test in _open(tx, whose)
            ),
            past=tuple(
                reporting.past(tx, actor, test, result) for test, result in _past(tx, whose)
            ),
        )


def past_of(tx: Transaction, actor: Actor, student_id: UUID) -> tuple[PastTestView, ...]:
    """The tests a student has handed in, the latest first; for callers who may know."""
    return tuple(
        reporting.past(tx, actor, test, result) for test, result in _past(tx, [student_id])
    )


def _settled(tx: Transaction, test: Diagnostic) -> sittings.Sitting:
    sitting = sittings.load(tx, test)
    sittings.settle(sitting, tx.now)
    return sitting


def _open(tx: Transaction, whose: Sequence[UUID]) -> Sequence[Diagnostic]:
    return tx.session.exec(
        select(Diagnostic)
        .where(col(Diagnostic.student_id).in_(whose))
        .where(col(Diagnostic.submitted_at).is_(None), col(Diagnostic.dropped_at).is_(None))
        .order_by(col(Diagnostic.started_at).desc())
    ).all()


def _past(
    tx: Transaction, whose: Sequence[UUID]
) -> Sequence[tuple[Diagnostic, DiagnosticResult | None]]:
    tests = tx.session.exec(
        select(Diagnostic)
        .where(col(Diagnostic.student_id).in_(whose), col(Diagnostic.submitted_at).is_not(None))
        .order_by(col(Diagnostic.submitted_at).desc())
        .limit(SHOWN_PAST)
    ).all()
    of_these = col(DiagnosticResult.test_id).in_([test.id for test in tests])
    results = {
        row.test_id: row for row in tx.session.exec(select(DiagnosticResult).where(of_these))
    }
    return [(test, results.get(test.id)) for test in tests]


def results(actor: Actor, test_id: UUID) -> ResultsView:
    """What one test came to.

    Raises:
        NotFound: no such test, or not one of the actor's.
        NotScored: it is not over, or still being worked out.
    """
    actor.must_be(*TAKERS)
    with reading() as tx:
        test = tx.session.exec(
            sittings.of_id(test_id).where(col(Diagnostic.dropped_at).is_(None))
        ).one_or_none()
        if test is None or not accounts.acts_for(tx, actor, test.student_id):
            raise NotFound
        result = _result(tx, test_id)
        if result is None:
            raise NotScored
        sitting = sittings.load(tx, test)
        return reporting.results(tx, actor, sitting, result, _before(tx, test, result))


def gist(tx: Transaction, test_id: UUID) -> GistView:
    """What a scored test is called, and the first thing to do next; for the clockwork.

    Raises:
        NotScored: it has no result (yet).
    """
    test, result = tx.session.get(Diagnostic, test_id), _result(tx, test_id)
    if test is None or result is None:
        raise NotScored
    steps = [content.skill(step["skill"]) for step in result.findings["steps"]]
    first = (steps[0].id, steps[0].name) if steps else ("", "")
    return GistView(showing.title(test), *first)


def _result(tx: Transaction, test_id: UUID) -> DiagnosticResult | None:
    mine = select(DiagnosticResult).where(DiagnosticResult.test_id == test_id)
    return tx.session.exec(mine).one_or_none()


def _before(tx: Transaction, test: Diagnostic, result: DiagnosticResult) -> DiagnosticResult | None:
    """The result before this one, of the same person in the same subject."""
    return tx.session.exec(
        select(DiagnosticResult)
        .where(DiagnosticResult.test_id == Diagnostic.id)
        .where(Diagnostic.student_id == test.student_id, Diagnostic.subject == test.subject)
        .where(DiagnosticResult.at < result.at)
        .order_by(col(DiagnosticResult.at).desc())
        .limit(1)
    ).one_or_none()


def retell(test_id: UUID) -> Retold:
    """Work a test out once more from its stored answers; for the evidence, not for screens.

    Raises:
        NotFound: no such test.
    """
    with reading() as tx:
        test = tx.session.exec(sittings.of_id(test_id)).one_or_none()
        if test is None:
            raise NotFound
        known, differing, noted = choosing.prior(test), 0, test.prior_mean
        answered = sittings.load(tx, test).answered
        for row in answered:
            if row.is_scored and not row.was_rapid:
                known = known.after(choosing.response(row))
            noted = known.theta if row.theta is None else row.theta
            differing += (known.theta, known.se, choosing.digest(known)) != (
                row.theta,
                row.se,
                row.digest,
            )
        return Retold(len(answered), known.theta, noted, differing)

"""Adaptive tests in tests: the hour, answers, and what is stored."""

from datetime import UTC, datetime, timedelta

from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import diagnostics
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.models.diagnostics import Diagnostic
from vel_tutor.vocabulary import Subject
from vt import exam

SCIENCE = DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)


def later(**delta):
    """The clock stands so long after nine."""
    return clock.stopped(MORNING + timedelta(**delta))


def reply(actor, test_id, position, *, right=True, seconds=20):
    """Answer a question so many seconds after it was shown."""
    given = exam.an_answer(test_id, position, right=right)
    since = exam.row_at(test_id, position).clock_since or clock.now()
    with clock.stopped(since + timedelta(seconds=seconds)):
        return diagnostics.answer(actor, test_id, position, given)


def score(test_id):
    """What the reaction to handing in does."""
    with transaction() as tx:
        diagnostics.score(tx, test_id)


def stored(test_id):
    """The test as the database holds it."""
    with reading() as tx:
        return tx.session.get_one(Diagnostic, test_id)

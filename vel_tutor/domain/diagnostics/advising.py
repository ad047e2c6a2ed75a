"""Study advice after a test: our rules have it ready, a model may word it later.

The page never waits for a model. Nothing that goes out says whose test it was, and nothing about a
child goes out before the provider has confirmed that it keeps nothing.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor import content
from vel_tutor.agents import desk, provider
from vel_tutor.agents.brains import study_advice
from vel_tutor.agents.brains.study_advice import Advice, Question, StepFact
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.diagnostics.events import AdviceWorded
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticAdvice, DiagnosticResult
from vel_tutor.vocabulary import GRADES, ConsentScope, Knowledge, Standing

WITHIN_MS = 15_000
"""Well within the time a reaction holds its delivery."""


def advice(tx: Transaction, test: Diagnostic, result: DiagnosticResult) -> Advice:
    """The advice of one test, by the model where that has spoken, else by our rules."""
    row = tx.session.exec(_of(test.id)).one_or_none()
    if row is not None:
        return Advice(row.opening, tuple(row.steps), by_model=True)
    return study_advice.by_rules(_question(test, result))


def word(tx: Transaction, test_id: UUID) -> None:
    """Let the model word the findings of a scored test; nothing if it may or can not."""
    test = tx.session.get(Diagnostic, test_id)
    result = tx.session.exec(
        select(DiagnosticResult).where(DiagnosticResult.test_id == test_id)
    ).one_or_none()
    if test is None or result is None or result.is_low_effort or not _may_ask(tx, test):
        return
    if tx.session.exec(_of(test_id)).one_or_none() is not None:
        return
    worded = desk.ask(
        study_advice.by_model, _question(test, result), within_ms=WITHIN_MS, otherwise=None
    )
    if worded is not None:
        _keep(tx, test, worded)


def _may_ask(tx: Transaction, test: Diagnostic) -> bool:
    try:
        standing = accounts.person(tx, test.student_id).standing
    except NotFound:
        return False
    if not accounts.allows(tx, test.student_id, ConsentScope.AI):
        return False
    return provider.is_configured() and (
        settings().ai_zdr_confirmed or standing is not Standing.CHILD
    )


def _keep(tx: Transaction, test: Diagnostic, worded: Advice) -> None:
    row = DiagnosticAdvice(
        test_id=test.id,
        opening=worded.opening,
        steps=list(worded.steps),
        model=settings().openai_model,
        at=tx.now,
    )
    added = (
        insert(DiagnosticAdvice)
        .values(**row.model_dump())
        .on_conflict_do_nothing()
        .returning(col(DiagnosticAdvice.id))
    )
    if tx.session.exec(added).first():
        tx.publish(AdviceWorded(test_id=test.id, student_id=test.student_id))


def _of(test_id: UUID) -> SelectOfScalar[DiagnosticAdvice]:
    return select(DiagnosticAdvice).where(DiagnosticAdvice.test_id == test_id)


def _question(test: Diagnostic, result: DiagnosticResult) -> Question:
    """What was found, without anything about whose it is."""
    known = {found["skill"]: found for found in result.findings["skills"]}
    return Question(
        subject=test.subject.value,
        grade=GRADES[test.grade],
        domain_percent=result.domain_percent,
        strengths=tuple(content.skill(name).name for name in result.findings["strengths"]),
        steps=tuple(_fact(step, known[step["skill"]]) for step in result.findings["steps"]),
    )


def _fact(step: Mapping[str, Any], found: Mapping[str, Any]) -> StepFact:
    unknown = found["knowledge"] == Knowledge.UNKNOWN
    return StepFact(
        skill=content.skill(step["skill"]).name,
        kind=step["kind"],
        percent=-1 if unknown else found["percent"],
        asked=found["asked"],
    )

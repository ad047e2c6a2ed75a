"""Beginning a test: what to test, for whom, with how much time, and where it starts."""

from dataclasses import dataclass
from random import SystemRandom
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, Invalid, NotFound
from vel_tutor.domain import accounts, bank
from vel_tutor.domain.diagnostics import rules
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticResult
from vel_tutor.vocabulary import GRADES, STUDENTS, Pace, Standing, Subject

_SEEDS = SystemRandom()
TAKERS = STUDENTS | {Standing.PARENT}


class OneWaiting(Conflict):
    words = "A test in this subject waits to be finished. Go on with it, or give it up first."
    code = "one_waiting"


@dataclass(frozen=True, kw_only=True)
class DiagnosticChoice:
    """What to test, for whom, and with how much time."""

    subject: Subject
    grade: int
    pace: Pace = Pace.STANDARD
    student_id: UUID | None = None
    """The child, when a parent begins the test; None for oneself."""


def open_test(actor: Actor, choice: DiagnosticChoice) -> UUID:
    """Begin a test, or go on with the one of the same subject and grade.

    A teen who chooses a child's grade is asked their age first (see `accounts.note_grade`).

    Raises:
        NotAllowed: neither a student nor a parent.
        AgeAsked: the age gate has to be answered first.
        NotFound: nobody the actor may act for.
        OneWaiting: a test of the same subject and another grade is not finished.
        Invalid: no such grade, or nothing to ask in it.
    """
    actor.must_be(*TAKERS)
    if choice.grade not in GRADES:
        raise Invalid("Please choose a grade from the list.")
    student_id = choice.student_id or actor.user_id
    if student_id == actor.user_id:
        accounts.note_grade(actor, choice.grade)
    with transaction() as tx:
        if not accounts.acts_for(tx, actor, student_id):
            raise NotFound
        _one_at_a_time(tx, student_id)
        waiting = _waiting(tx, student_id, choice.subject)
        if waiting is None:
            return _begin(tx, actor, student_id, choice).id
        if waiting.grade != choice.grade:
            raise OneWaiting
        return waiting.id


def _one_at_a_time(tx: Transaction, student_id: UUID) -> None:
    """Wait for whatever else begins a test of the same student, until the commit."""
    lock = func.pg_advisory_xact_lock(func.hashtextextended(f"diagnostic.{student_id}", 0))
    tx.session.exec(select(lock))


def _waiting(tx: Transaction, student_id: UUID, subject: Subject) -> Diagnostic | None:
    return tx.session.exec(
        select(Diagnostic).where(
            Diagnostic.student_id == student_id,
            Diagnostic.subject == subject,
            col(Diagnostic.submitted_at).is_(None),
            col(Diagnostic.dropped_at).is_(None),
        )
    ).one_or_none()


def _begin(tx: Transaction, actor: Actor, student_id: UUID, choice: DiagnosticChoice) -> Diagnostic:
    if not len(bank.live(tx, choice.subject).pool):
        raise Invalid("There is nothing to ask in that subject yet. Please try again in a minute.")
    mean, sd = _start(tx, student_id, choice)
    test = Diagnostic(
        student_id=student_id,
        taker_id=actor.user_id,
        subject=choice.subject,
        grade=choice.grade,
        pace=choice.pace,
        seed=_SEEDS.randrange(2**31),
        prior_mean=mean,
        prior_sd=sd,
        started_at=tx.now,
    )
    tx.session.add(test)
    tx.session.flush()
    return test


def _start(tx: Transaction, student_id: UUID, choice: DiagnosticChoice) -> tuple[float, float]:
    """Where the test begins: at the learner's last result, or in the middle of the grade."""
    last = tx.session.exec(
        select(DiagnosticResult)
        .where(DiagnosticResult.test_id == Diagnostic.id)
        .where(Diagnostic.student_id == student_id, Diagnostic.subject == choice.subject)
        .where(col(DiagnosticResult.is_low_effort).is_(False))
        .order_by(col(DiagnosticResult.at).desc())
        .limit(1)
    ).one_or_none()
    known = (last.theta, last.se, tx.now - last.at) if last else None
    return rules.start(choice.subject, choice.grade, known)

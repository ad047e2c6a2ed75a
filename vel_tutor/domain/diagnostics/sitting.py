"""One test with all its rows, and its clocks. Only the server's time counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.diagnostics import rules
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion, DiagnosticSection
from vel_tutor.vocabulary import SittingStage


@dataclass
class Sitting:
    """A test as it is in the database, with what follows from its rows."""

    test: Diagnostic
    sections: list[DiagnosticSection]
    questions: list[DiagnosticQuestion]

    @property
    def section(self) -> DiagnosticSection | None:
        """The part under way, if one is."""
        last = self.sections[-1] if self.sections else None
        return last if last and last.ended_at is None else None

    @property
    def question(self) -> DiagnosticQuestion | None:
        """The question on show, if one is."""
        last = self.questions[-1] if self.questions else None
        return last if last and not (last.answered_at or last.expired_at) else None

    @property
    def answered(self) -> list[DiagnosticQuestion]:
        return [row for row in self.questions if row.answered_at]

    @property
    def scored(self) -> list[DiagnosticQuestion]:
        """Answers to questions that count, rapid ones included."""
        return [row for row in self.answered if row.is_scored]

    @property
    def telling(self) -> list[DiagnosticQuestion]:
        """Answers from which ability is estimated: those somebody thought about."""
        return [row for row in self.scored if not row.was_rapid]

    @property
    def expired(self) -> int:
        """Questions that count over which time ran out."""
        return sum(row.is_scored and row.expired_at is not None for row in self.questions)

    @property
    def asked_in_section(self) -> int:
        number = len(self.sections)
        return sum(row.section == number for row in self.questions)

    @property
    def stage(self) -> SittingStage:
        """What the page of this test shows."""
        test, section = self.test, self.section
        if test.submitted_at:
            return SittingStage.DONE if test.completed_at else SittingStage.ANALYSING
        if test.resting_since:
            return SittingStage.RESTING
        if section is not None:
            return SittingStage.ASKING if section.running_since else SittingStage.PAUSED
        if test.finished_at is None and len(self.sections) < len(rules.PARTS):
            return SittingStage.INTRO
        return SittingStage.READY if len(self.scored) >= rules.FEWEST else SittingStage.SHORT


def access(tx: Transaction, actor: Actor, test_id: UUID) -> Sitting:
    """Fetch and lock, or raise `NotFound`. There is no way to a row that skips this."""
    mine = of_id(test_id).where(col(Diagnostic.dropped_at).is_(None)).with_for_update()
    test = tx.session.exec(mine.execution_options(populate_existing=True)).one_or_none()
    if test is None or not accounts.acts_for(tx, actor, test.student_id):
        raise NotFound
    sitting = load(tx, test)
    settle(sitting, tx.now)
    return sitting


def of_id(test_id: UUID) -> SelectOfScalar[Diagnostic]:
    """The one test of this id, whoever asks: for callers who have made sure that they may."""
    return select(Diagnostic).where(Diagnostic.id == test_id)


def load(tx: Transaction, test: Diagnostic) -> Sitting:
    """All rows of one test, as they are now."""
    sections: Sequence[DiagnosticSection] = tx.session.exec(
        select(DiagnosticSection)
        .where(DiagnosticSection.test_id == test.id)
        .order_by(col(DiagnosticSection.number))
        .execution_options(populate_existing=True)
    ).all()
    questions: Sequence[DiagnosticQuestion] = tx.session.exec(
        select(DiagnosticQuestion)
        .where(DiagnosticQuestion.test_id == test.id)
        .order_by(col(DiagnosticQuestion.position))
        .execution_options(populate_existing=True)
    ).all()
    return Sitting(test, list(sections), list(questions))


def left_ms(section: DiagnosticSection, now: datetime) -> int | None:
    """What is left of a part's time; None where time does not count."""
    if section.left_ms is None:
        return None
    return rules.left_ms(section.left_ms, section.running_since, now)


def settle(sitting: Sitting, now: datetime) -> None:
    """End the part whose time is over, at the very moment it was over."""
    section = sitting.section
    if section is None or section.left_ms is None or section.running_since is None:
        return
    deadline = section.running_since + timedelta(milliseconds=section.left_ms)
    if now < deadline + rules.LATEST:
        return
    if sitting.question is not None:
        stop_question(sitting.question, deadline)
        sitting.question.expired_at = deadline
    end_section(section, deadline)
    section.left_ms, section.ran_out = 0, True


def end_section(section: DiagnosticSection, at: datetime) -> None:
    """End a part, its clock stopped."""
    stop_section(section, at)
    section.ended_at = at


def stop(sitting: Sitting, now: datetime) -> None:
    """Stop the clocks of the part and of its question."""
    if sitting.section is not None:
        stop_section(sitting.section, now)
    if sitting.question is not None:
        stop_question(sitting.question, now)


def run(sitting: Sitting, now: datetime) -> None:
    """Let the clocks of the part and of its question run."""
    if sitting.section is not None and sitting.section.running_since is None:
        sitting.section.running_since = now
    if sitting.question is not None and sitting.question.clock_since is None:
        sitting.question.clock_since = now


def stop_section(section: DiagnosticSection, at: datetime) -> None:
    """Note what is left of a part's time."""
    section.left_ms = left_ms(section, at)
    section.running_since = None


def stop_question(question: DiagnosticQuestion, at: datetime) -> None:
    """Note how long a question has been on show."""
    question.spent_ms = rules.spent_ms(question.spent_ms, question.clock_since, at)
    question.clock_since = None

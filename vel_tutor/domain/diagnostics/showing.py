"""What a screen shows of a test under way. Nothing here tells whether anything was right."""

from dataclasses import replace
from datetime import timedelta

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, practice
from vel_tutor.domain.diagnostics import rules
from vel_tutor.domain.diagnostics.sitting import Sitting, left_ms
from vel_tutor.domain.diagnostics.views import OpenTestView, SittingView
from vel_tutor.domain.practice.views import QuestionView
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion
from vel_tutor.vocabulary import GRADES, SittingStage, Subject

SUBJECT_WORDS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
_LONGEST = sum(rules.PARTS)
_MINUTE_MS = 60_000


def title(test: Diagnostic) -> str:
    """What the test is called."""
    grade = GRADES[test.grade]
    return f"{SUBJECT_WORDS[test.subject]}, {grade[0].lower()}{grade[1:]}"


def whose(tx: Transaction, actor: Actor, test: Diagnostic) -> str:
    """The child's first name when a parent looks; empty for one's own test."""
    if actor.user_id == test.student_id:
        return ""
    return accounts.person(tx, test.student_id).first_name


def sitting_view(tx: Transaction, actor: Actor, sitting: Sitting, problem: str = "") -> SittingView:
    """Where a test stands."""
    own, stage = sitting.test, sitting.stage
    view = SittingView(
        test_id=str(own.id),
        title=title(own),
        subject=own.subject.value,
        whose=whose(tx, actor, own),
        stage=stage.value,
        part=_part(sitting),
        parts=max(len(rules.PARTS), _part(sitting)),
        part_size=rules.part_size(_part(sitting)),
        number=len(sitting.questions),
        percent=100 * len(sitting.answered) // _LONGEST,
        problem=problem,
        budget=_budget(own, rules.part_size(_part(sitting))),
        ran_out=bool(sitting.sections and sitting.sections[-1].ran_out),
        answered=len(sitting.scored),
    )
    view = _with_time(view, sitting, tx)
    row = sitting.question
    return (
        replace(view, question=_question(row, tx)) if row and stage is SittingStage.ASKING else view
    )


def _part(sitting: Sitting) -> int:
    """The part under way, or the one that would come next."""
    if sitting.section is not None or sitting.stage in {SittingStage.READY, SittingStage.ANALYSING}:
        return len(sitting.sections)
    return len(sitting.sections) + 1


def _with_time(view: SittingView, sitting: Sitting, tx: Transaction) -> SittingView:
    left = left_ms(sitting.section, tx.now) if sitting.section else None
    if left is None:
        return view
    words = rules.minutes_words(left)
    return replace(view, is_timed=True, left_ms=left, left=words, warning=_warning(left))


def _warning(left: int) -> str:
    """What to say of the time that is left: at every full minute, with more weight to the last."""
    if left <= rules.WARNINGS[-1] // timedelta(milliseconds=1):
        return "Less than a minute left in this part."
    return f"{rules.minutes_words(left)} left in this part."


def _budget(test: Diagnostic, size: int) -> str:
    budget = rules.budget_ms(test.subject, test.pace, size)
    return "" if budget is None else f"{budget // _MINUTE_MS} minutes"


def _question(row: DiagnosticQuestion, tx: Transaction) -> QuestionView:
    return replace(
        practice.asked(content.instance(row.family, row.seed), row.position),
        skill="",
        spent_ms=rules.spent_ms(row.spent_ms, row.clock_since, tx.now),
    )


def waiting(tx: Transaction, actor: Actor, sitting: Sitting) -> OpenTestView:
    """A test to go on with."""
    answered = len(sitting.answered)
    words = f"{answered} answered, part {_part(sitting)} of {len(rules.PARTS)}"
    if sitting.stage is SittingStage.READY:
        words = "All answered, to be handed in"
    return OpenTestView(
        test_id=str(sitting.test.id),
        title=title(sitting.test),
        subject=sitting.test.subject.value,
        whose=whose(tx, actor, sitting.test),
        words=words if sitting.sections else "Not begun yet",
        percent=100 * answered // _LONGEST,
    )

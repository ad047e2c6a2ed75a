"""An adaptive test taken by somebody whose ability is known, through the front door."""

from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import diagnostics
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.domain.diagnostics.views import SittingView
from vel_tutor.measure import irt
from vel_tutor.models.diagnostics import Diagnostic, DiagnosticQuestion
from vel_tutor.vocabulary import SittingStage
from vt.week import answer_to, day_at

SECONDS_A_QUESTION = 20
DAYS_AGO = 7
BEFORE_PRACTICE = time(14, 0)
"""By the learner's own clock: before the week of `vt.week` begins."""


def sit(actor: Actor, choice: DiagnosticChoice, theta: float) -> None:
    """Let a demo person take a test a week ago, unless they have ever begun one."""
    with reading() as tx:
        begun = select(Diagnostic).where(Diagnostic.student_id == actor.user_id)
        if tx.session.exec(begun).first():
            return
    take(actor, choice, theta, day_at(actor, DAYS_AGO, BEFORE_PRACTICE))


def take(
    actor: Actor,
    choice: DiagnosticChoice,
    theta: float,
    at: datetime,
    *,
    seconds: float = SECONDS_A_QUESTION,
    seed: int = 0,
) -> UUID:
    """A whole test from the choice to the results, `seconds` on each question.

    Args:
        theta: how able the taker is; each answer is drawn from what the model says of that.
        at: when it begins.
        seed: of the draws.
    """
    with clock.stopped(at):
        test_id = diagnostics.open_test(actor, choice)
    handed_in = finish(actor, test_id, theta, at, seconds=seconds, seed=seed)
    with clock.stopped(handed_in), transaction() as tx:
        diagnostics.score(tx, test_id)
    return test_id


def finish(
    actor: Actor,
    test_id: UUID,
    theta: float,
    at: datetime,
    *,
    seconds: float = SECONDS_A_QUESTION,
    seed: int = 0,
) -> datetime:
    """Go on with a test from `at` until it is handed in; says when that was."""
    rng = Random(f"exam/{seed}")  # noqa: S311  (repeatable, not secret)
    moment = at
    while True:
        with clock.stopped(moment):
            view = _step(actor, diagnostics.look(actor, test_id), theta, rng)
        if view.stage == SittingStage.ANALYSING:
            return moment
        moment += timedelta(seconds=seconds)


def _step(actor: Actor, view: SittingView, theta: float, rng: Random) -> SittingView:
    """Whatever a willing learner does next."""
    test_id = UUID(view.test_id)
    match view.stage:
        case SittingStage.INTRO | SittingStage.SHORT:
            return diagnostics.begin_part(actor, test_id, view.part)
        case SittingStage.ASKING:
            position = view.question.position
            given = an_answer(test_id, position, right=_knows(test_id, position, theta, rng))
            return diagnostics.answer(actor, test_id, position, given)
        case SittingStage.READY:
            return diagnostics.submit(actor, test_id)
        case _:
            return diagnostics.go_on(actor, test_id)


def row_at(test_id: UUID, position: int) -> DiagnosticQuestion:
    """The question at `position`, from 0, as it is in the database."""
    with reading() as tx:
        return tx.session.exec(
            select(DiagnosticQuestion).where(
                DiagnosticQuestion.test_id == test_id, DiagnosticQuestion.position == position
            )
        ).one()


def rows(test_id: UUID) -> list[DiagnosticQuestion]:
    """Every question of a test so far, in order."""
    with reading() as tx:
        mine = select(DiagnosticQuestion).where(DiagnosticQuestion.test_id == test_id)
        return list(tx.session.exec(mine.order_by(col(DiagnosticQuestion.position))).all())


def an_answer(test_id: UUID, position: int, *, right: bool) -> str:
    """What to choose or type at question `position` of a test to be right, or wrong."""
    row = row_at(test_id, position)
    return answer_to(content.instance(row.family, row.seed), right=right)


def _knows(test_id: UUID, position: int, theta: float, rng: Random) -> bool:
    row = row_at(test_id, position)
    return rng.random() < float(irt.probability(theta, row.a, row.b, row.c, row.d))

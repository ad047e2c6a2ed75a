"""What was missed comes back: after 1, 3 and 7 days, until it has gone right twice."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.practice import rules, showing
from vel_tutor.models.practice import PracticeQuestion, SkillReturn
from vel_tutor.vocabulary import Subject


def settle(tx: Transaction, user_id: UUID, rows: Sequence[PracticeQuestion]) -> None:
    """Take the answers of a deck that is over into account, once.

    A skill that was due has come back: its first question says how that went. A skill that was
    missed and is not waiting already will come back from tomorrow on.
    """
    answered: dict[str, list[PracticeQuestion]] = {}
    for row in rows:
        if row.answered_at:
            answered.setdefault(content.family(row.family).skill, []).append(row)
    if not answered:
        return
    today = incentives.today_of(tx, user_id)
    waiting = {
        one.skill: one for one in tx.session.exec(_open(user_id, answered).with_for_update())
    }
    for skill, asked in answered.items():
        missed = [row.family for row in asked if not showing.mark(row).right]
        if skill in waiting:
            _came_back(tx, waiting[skill], asked[0], missed, today)
        elif missed:
            first = today + timedelta(days=rules.BACK_AFTER_DAYS[0])
            tx.session.add(
                SkillReturn(
                    user_id=user_id, skill=skill, family=missed[-1], due_on=first, missed_at=tx.now
                )
            )
    tx.session.flush()


def _came_back(
    tx: Transaction,
    waiting: SkillReturn,
    first: PracticeQuestion,
    missed: Sequence[str],
    today: date,
) -> None:
    """How a skill went that was waiting; before its day it only counts when it is missed."""
    waiting.family = missed[-1] if missed else waiting.family
    if waiting.due_on <= today:
        waiting.stage += 1
        waiting.times_right += showing.mark(first).credit == 1
        waiting.due_on = today + timedelta(days=rules.back_after(waiting.stage))
        if waiting.times_right >= rules.RIGHT_TO_STAY_AWAY:
            waiting.closed_at = tx.now
    tx.session.add(waiting)


def due(tx: Transaction, user_id: UUID, subject: Subject) -> tuple[SkillReturn, ...]:
    """The skills of a subject that are to come back by now, the longest waiting first."""
    today = incentives.today_of(tx, user_id)
    rows = tx.session.exec(
        _open(user_id).where(SkillReturn.due_on <= today).order_by(col(SkillReturn.due_on))
    ).all()
    return tuple(row for row in rows if content.skill(row.skill).subject is subject)


def forget(tx: Transaction, user_id: UUID) -> None:
    """Nothing waits for somebody who is gone."""
    tx.session.exec(delete(SkillReturn).where(col(SkillReturn.user_id) == user_id))


def _open(user_id: UUID, skills: Collection[str] | None = None) -> SelectOfScalar[SkillReturn]:
    mine = select(SkillReturn).where(
        SkillReturn.user_id == user_id, col(SkillReturn.closed_at).is_(None)
    )
    return mine if skills is None else mine.where(col(SkillReturn.skill).in_(skills))

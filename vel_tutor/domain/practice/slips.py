"""What a person's answers say they could learn next: slips and weak skills."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import rules
from vel_tutor.models.practice import PracticeQuestion, PracticeSession, SkillLevel


@dataclass(frozen=True)
class Slip:
    """One wrong answer that shows a known misconception."""

    family: str
    seed: int
    misconception: str
    answer: str


def slips(tx: Transaction, user_id: UUID, since: datetime, most: int) -> tuple[Slip, ...]:
    """The latest slips of `user_id`, each misconception of a family once, the latest first."""
    rows = tx.session.exec(
        select(PracticeQuestion)
        .join(PracticeSession, col(PracticeSession.id) == col(PracticeQuestion.session_id))
        .where(PracticeSession.player_user_id == user_id, PracticeQuestion.misconception != "")
        .where(col(PracticeQuestion.answered_at) > since)
        .ext(distinct_on(col(PracticeQuestion.family), col(PracticeQuestion.misconception)))
        .order_by(
            col(PracticeQuestion.family),
            col(PracticeQuestion.misconception),
            col(PracticeQuestion.answered_at).desc(),
        )
    ).all()
    latest = sorted(rows, key=lambda row: str(row.answered_at), reverse=True)[:most]
    return tuple(Slip(row.family, row.seed, row.misconception, row.answer) for row in latest)


def weak_skills(tx: Transaction, user_id: UUID, under: float) -> tuple[str, ...]:
    """Skills of `user_id` whose moving average (0..1) is known to be below `under`.

    The weakest come first.
    """
    weak = select(SkillLevel.skill).where(
        SkillLevel.user_id == user_id,
        SkillLevel.average < under,
        SkillLevel.answers >= rules.ANSWERS_TO_KNOW,
    )
    return tuple(tx.session.exec(weak.order_by(col(SkillLevel.average))).all())

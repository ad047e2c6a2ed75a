"""How much somebody has done with cards over some time."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import IDLE_AFTER_MS, Effort
from vel_tutor.models.flashcards import CardReview

_DAY = timedelta(days=1)


def effort(tx: Transaction, user_id: UUID, since: datetime, until: datetime) -> Effort:
    """The cards `user_id` answered from `since` to `until`."""
    spent = func.least(col(CardReview.spent_ms), IDLE_AFTER_MS)
    answers, spent_ms = tx.session.exec(
        select(
            func.count(),
            func.coalesce(func.sum(spent), 0),
        ).where(
            CardReview.user_id == user_id,
            col(CardReview.reviewed_on).between((since - _DAY).date(), (until + _DAY).date()),
            CardReview.reviewed_at >= since,
            CardReview.reviewed_at < until,
        )
    ).one()
    return Effort(answers, int(spent_ms))

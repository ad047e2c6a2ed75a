"""What others may know: a parent, how long and about what, never a word of it."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain.coaching import metering
from vel_tutor.models.coaching import CoachingSession

SINCE = timedelta(days=7)
TOPICS = 3


def for_parent(tx: Transaction, child_id: UUID) -> str:
    """How long a child has talked with the tutor in the last week and about what, in a sentence.

    Empty if they have not. For callers who have made sure that it may be known.
    """
    minutes = metering.minutes_of(tx, child_id, tx.now - SINCE)
    if not minutes:
        return ""
    asked = tx.session.exec(
        select(CoachingSession.skill)
        .where(CoachingSession.user_id == child_id, CoachingSession.started_at >= tx.now - SINCE)
        .order_by(col(CoachingSession.started_at).desc())
        .limit(20)
    ).all()
    names = [content.skill(skill).name for skill in dict.fromkeys(asked)]
    more = f" and {len(names) - TOPICS} more" if len(names) > TOPICS else ""
    took = "1 minute" if minutes == 1 else f"{minutes} minutes"
    return f"Asked the tutor for {took} in the last 7 days: {', '.join(names[:TOPICS])}{more}."

"""What the feed keeps, and what it forgets."""

from uuid import UUID

from sqlalchemy import delete, or_, update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.feed import rules
from vel_tutor.models.feed import FeedHide, FeedItem, FeedMute, FeedReaction

LINES_A_RUN = 5000


def forget_old_lines() -> int:
    """Hourly. Safe to run twice, and to skip; returns how many lines are gone."""
    with transaction() as tx:
        old = (
            select(FeedItem.id)
            .where(FeedItem.at < tx.now - rules.KEPT)
            .order_by(col(FeedItem.at))
            .limit(LINES_A_RUN)
        )
        gone = delete(FeedItem).where(col(FeedItem.id).in_(old)).returning(col(FeedItem.id))
        return len(tx.session.exec(gone).all())


def forget(tx: Transaction, user_id: UUID) -> None:
    """Nothing about `user_id` stays, nor what they said, hid and muted."""
    tx.session.exec(delete(FeedItem).where(col(FeedItem.owner_id) == user_id))
    tx.session.exec(delete(FeedReaction).where(col(FeedReaction.user_id) == user_id))
    tx.session.exec(delete(FeedHide).where(col(FeedHide.user_id) == user_id))
    theirs = or_(col(FeedMute.user_id) == user_id, col(FeedMute.muted_id) == user_id)
    tx.session.exec(delete(FeedMute).where(theirs))
    alone = update(FeedItem).where(col(FeedItem.other_user_id) == user_id)
    tx.session.exec(alone.values(other_user_id=None))

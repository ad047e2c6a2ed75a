"""Badges in the ledger: which levels somebody holds, each paid for once."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.incentives import rules
from vel_tutor.domain.incentives.actions import award_xp, purse_locked
from vel_tutor.domain.incentives.events import BadgeEarned
from vel_tutor.domain.incentives.views import EarnedBadge
from vel_tutor.models.incentives import UserBadge
from vel_tutor.vocabulary import XpReason


def award_badge(tx: Transaction, user_id: UUID, badge: str, level: int) -> bool:
    """Give `user_id` one level of a badge, and its XP; told again, nothing changes.

    Args:
        badge: its key in `content.badges`.
        level: from 1.

    Returns:
        Whether it is new.
    """
    purse_locked(tx, user_id)  # first: who gives two badges must not wait for who gives one of them
    row = UserBadge(user_id=user_id, badge=badge, level=level, at=tx.now)
    added = (
        insert(UserBadge)
        .values(**row.model_dump())
        .on_conflict_do_nothing(constraint="user_badge_once")
        .returning(col(UserBadge.id))
    )
    if tx.session.exec(added).first() is None:
        return False
    award_xp(tx, user_id, rules.XP_BADGE, XpReason.BADGE, row.id)
    tx.publish(BadgeEarned(user_id=user_id, badge=badge, level=level, badge_row_id=row.id))
    return True


def badges_of(tx: Transaction, user_id: UUID) -> Sequence[EarnedBadge]:
    """Every level of every badge that `user_id` holds, the newest first."""
    rows = tx.session.exec(
        select(UserBadge)
        .where(UserBadge.user_id == user_id)
        .order_by(col(UserBadge.at).desc(), col(UserBadge.badge), col(UserBadge.level).desc())
    )
    return [_earned(row) for row in rows]


def badge_held(tx: Transaction, row_id: UUID) -> EarnedBadge | None:
    """The earned level of that id, whoever holds it."""
    row = tx.session.get(UserBadge, row_id)
    return _earned(row) if row else None


def forget_badges(tx: Transaction, user_id: UUID) -> Sequence[UUID]:
    """Wipe what `user_id` earned; only the balance stays. Returns the ids of what is gone."""
    gone = delete(UserBadge).where(col(UserBadge.user_id) == user_id).returning(col(UserBadge.id))
    return list(tx.session.exec(gone).scalars())


def _earned(row: UserBadge) -> EarnedBadge:
    return EarnedBadge(row.id, row.user_id, row.badge, row.level, row.at)

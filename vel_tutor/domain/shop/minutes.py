"""Minutes of the AI tutor: bought in packs, used bit by bit, the pack that ends first first."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.shop import rules
from vel_tutor.models.shop import MinutePack, MinuteUse


def seconds_left(tx: Transaction, user_id: UUID) -> int:
    """How many seconds `user_id` may still ask the tutor, without what has expired."""
    total = select(func.coalesce(func.sum(MinutePack.seconds_left), 0)).where(
        MinutePack.user_id == user_id, MinutePack.expires_at > tx.now
    )
    return tx.session.exec(total).one()


def minutes_left(tx: Transaction, user_id: UUID) -> int:
    """The same in minutes; one that has begun counts whole."""
    return -(-seconds_left(tx, user_id) // 60)


def use_minutes(tx: Transaction, user_id: UUID, seconds: int, source_id: UUID) -> int:
    """Take up to `seconds` for the cause `source_id`, once, however often it is told.

    Returns:
        The seconds that cause took, at its first telling; fewer than asked when no more were left.
    """
    packs = tx.session.exec(
        select(MinutePack)
        .where(MinutePack.user_id == user_id, MinutePack.expires_at > tx.now)
        .order_by(col(MinutePack.expires_at), col(MinutePack.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    earlier = _used(tx, user_id, source_id)
    if earlier or seconds <= 0:
        return earlier
    return _take(tx, packs, seconds, source_id)


def forget(tx: Transaction, user_id: UUID) -> None:
    """Take away when a forgotten child asked the tutor, and for what; purchases are bare sums."""
    for kept in (MinuteUse, MinutePack):
        tx.session.exec(delete(kept).where(col(kept.user_id) == user_id))


def _take(tx: Transaction, packs: Sequence[MinutePack], seconds: int, source_id: UUID) -> int:
    shares = rules.share_out(seconds, [pack.seconds_left for pack in packs])
    for pack, share in zip(packs, shares, strict=True):
        if share:
            pack.seconds_left -= share
            use = MinuteUse(
                pack_id=pack.id,
                user_id=pack.user_id,
                source_id=source_id,
                seconds=share,
                at=tx.now,
            )
            tx.session.add_all((pack, use))
    tx.session.flush()
    return sum(shares)


def _used(tx: Transaction, user_id: UUID, source_id: UUID) -> int:
    used = select(func.coalesce(func.sum(MinuteUse.seconds), 0)).where(
        MinuteUse.user_id == user_id, MinuteUse.source_id == source_id
    )
    return tx.session.exec(used).one()

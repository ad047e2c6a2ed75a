"""The browsers people come with, and the accounts they become."""

import secrets
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.domain.attribution import rules
from vel_tutor.models.attribution import Visitor

_VISITOR_BYTES = 16


def visitor_for(carried: str) -> str:
    """The visitor id a browser should carry that came with `carried` ("" for none).

    A visitor who has become somebody's account is spent, so that the next guest at a family's
    tablet is somebody new; the new id remembers the device.
    """
    fresh = secrets.token_urlsafe(_VISITOR_BYTES)
    if not carried:
        return fresh
    with reading() as tx:
        known = tx.session.get(Visitor, carried)
    if known is None or known.user_id is None:
        return carried
    with transaction() as tx:
        tx.session.add(Visitor(id=fresh, device_id=known.device_id, created_at=tx.now))
    return fresh


def wait_for_visitor(tx: Transaction, visitor_id: str) -> None:
    """Let one deed of a guest come after the other: playing and joining take this lock first."""
    lock(tx, visitor_id)


def seen_together(visitor_id: str, user_id: UUID) -> None:
    """Note that `user_id`, a member already, signs in at the device of `visitor_id`.

    Should a guest of that device join through this member's link, the reward waits for review.
    """
    with transaction() as tx:
        device_id = lock(tx, visitor_id).device_id
        if user_id in accounts_on(tx, device_id):
            return
        known = secrets.token_urlsafe(_VISITOR_BYTES)
        tx.session.add(Visitor(id=known, device_id=device_id, created_at=tx.now, user_id=user_id))


def lock(tx: Transaction, visitor_id: str) -> Visitor:
    """The row of `visitor_id`, locked: joining and first value of one guest wait for each other."""
    new = Visitor(id=visitor_id, device_id=visitor_id, created_at=tx.now)
    tx.session.exec(insert(Visitor).values(**new.model_dump()).on_conflict_do_nothing())
    mine = select(Visitor).where(Visitor.id == visitor_id).with_for_update()
    return tx.session.exec(mine.execution_options(populate_existing=True)).one()


def lock_origin(tx: Transaction, visitor_id: str | None, user_id: UUID | None) -> str | None:
    """The visitor the invitee was first, locked; None for a user who never was a visitor."""
    if user_id is not None:
        visitor_id = tx.session.exec(
            select(Visitor.id)
            .where(Visitor.user_id == user_id, col(Visitor.merged_at).is_not(None))
            .order_by(col(Visitor.merged_at), col(Visitor.id))
            .limit(1)
        ).one_or_none()
    return lock(tx, visitor_id).id if visitor_id else None


def merge(tx: Transaction, user_id: UUID, visitor_id: str) -> bool:
    """Make `visitor_id` the account's own; False when it was somebody's already."""
    visitor = lock(tx, visitor_id)
    if visitor.user_id is not None:
        return False
    visitor.user_id, visitor.merged_at = user_id, tx.now
    tx.session.add(visitor)
    tx.session.flush()
    return True


def accounts_on(tx: Transaction, device_id: str) -> set[UUID]:
    """Every account that the device has been seen with."""
    users = select(Visitor.user_id).where(
        Visitor.device_id == device_id, col(Visitor.user_id).is_not(None)
    )
    return {user for user in tx.session.exec(users).all() if user}


def recent_sign_ups(tx: Transaction, device_id: str) -> int:
    """Accounts made on the device within `rules.DEVICE_WINDOW`."""
    recent = select(func.count()).where(
        Visitor.device_id == device_id,
        col(Visitor.merged_at) > tx.now - rules.DEVICE_WINDOW,
    )
    return tx.session.exec(recent).one()

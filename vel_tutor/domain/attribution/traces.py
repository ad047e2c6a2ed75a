"""From where links were opened: the last resort to tie a new account to an invitation.

A phone that follows a link and a laptop that joins share no cookie, but often an address. What is
kept of it cannot be read, goes after thirty days, and never pays for anything.
"""

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.attribution import rules
from vel_tutor.models.attribution import Touch, TouchTrace, Visitor

_AT_A_TIME = 5000
_ENOUGH = 50


def leave(tx: Transaction, touch: Touch, origin_hash: str) -> None:
    """Note from where a person's `touch` came; programs leave no trace."""
    if origin_hash and touch.visitor_id:
        tx.session.flush()
        tx.session.add(TouchTrace(touch_id=touch.id, origin_hash=origin_hash, at=touch.at))


def likely(tx: Transaction, origin_hash: str) -> Touch | None:
    """The first touch of the one guest who was at this origin just now; None if there were two.

    Guests who have become somebody's account are out of the question.
    """
    if not origin_hash:
        return None
    seen = tx.session.exec(
        select(Touch)
        .join(TouchTrace, col(TouchTrace.touch_id) == Touch.id)
        .join(Visitor, col(Visitor.id) == Touch.visitor_id, isouter=True)
        .where(
            TouchTrace.origin_hash == origin_hash,
            TouchTrace.at > tx.now - rules.LIKELY_WINDOW,
            col(Visitor.user_id).is_(None),
        )
        .order_by(col(Touch.at), col(Touch.id))
        .limit(_ENOUGH)
    ).all()
    return seen[0] if len({touch.visitor_id for touch in seen}) == 1 else None


def forget_traces(older_than: timedelta = rules.TRACES_KEPT) -> int:
    """Delete traces older than `older_than`, some at a time.

    Returns:
        How many went; call again until there are none.
    """
    with transaction() as tx:
        old = select(TouchTrace.id).where(TouchTrace.at < tx.now - older_than)
        gone = delete(TouchTrace).where(
            col(TouchTrace.id).in_(old.limit(_AT_A_TIME).scalar_subquery())
        )
        return tx.session.exec(gone).rowcount

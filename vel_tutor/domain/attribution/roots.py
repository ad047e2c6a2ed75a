"""Whose tree somebody belongs to: the first referrer of the chain that brought them."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.attribution import rules
from vel_tutor.models.attribution import Link, Referral, Touch, Visitor
from vel_tutor.vocabulary import TouchKind


def root_of(tx: Transaction, user_id: UUID) -> UUID:
    """Who began the chain that brought `user_id`; themselves for whoever came alone."""
    root = select(Referral.root_referrer_id).where(Referral.invitee_id == user_id)
    return tx.session.exec(root).one_or_none() or user_id


def root_of_visitor(tx: Transaction, visitor_id: str) -> UUID | None:
    """The same for a guest: of the click that would be credited now; None without one."""
    referrer = tx.session.exec(
        select(Link.referrer_id)
        .join(Touch, col(Touch.link_id) == Link.id)
        .where(
            Touch.visitor_id == visitor_id,
            Touch.kind == TouchKind.CLICK,
            col(Touch.user_id).is_(None),
            Touch.at > tx.now - rules.CREDIT_WINDOW,
        )
        .order_by(col(Touch.at), col(Touch.id))
        .limit(1)
    ).one_or_none()
    return root_of(tx, referrer) if referrer else None


def account_of(tx: Transaction, visitor_id: str) -> UUID | None:
    """The account that the visitor has become."""
    became = select(Visitor.user_id).where(
        Visitor.id == visitor_id, col(Visitor.merged_at).is_not(None)
    )
    return tx.session.exec(became).one_or_none()


def visitors_of(tx: Transaction, user_id: UUID) -> Sequence[str]:
    """The visitors who became the account of `user_id`, the first first."""
    return tx.session.exec(
        select(Visitor.id)
        .where(Visitor.user_id == user_id, col(Visitor.merged_at).is_not(None))
        .order_by(col(Visitor.merged_at), col(Visitor.id))
    ).all()

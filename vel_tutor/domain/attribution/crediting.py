"""The one referrer who is credited for a new account, and whether their reward may be paid."""

from uuid import UUID

from sqlalchemy import text, update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.attribution import queries, rules, steps, visitors
from vel_tutor.domain.attribution.events import InviteeJoined
from vel_tutor.domain.attribution.views import LinkView, ReferralView
from vel_tutor.models.attribution import AttributionEvent, Link, Referral, Touch
from vel_tutor.vocabulary import AttributionKind, LoopKind, TouchKind

_ABOVE = text(
    """
    WITH RECURSIVE above AS (
        SELECT referrer_id, depth FROM referral WHERE invitee_id = :person
        UNION
        SELECT referral.referrer_id, referral.depth
        FROM referral JOIN above ON referral.invitee_id = above.referrer_id
    )
    SELECT referrer_id FROM above ORDER BY depth DESC
    """
)


def account_created(tx: Transaction, user_id: UUID, visitor_id: str) -> ReferralView | None:
    """Tie a new account to the visitor it was, and to the one referrer who is credited for it.

    Runs in the transaction of the joining. Returns None for people who came by themselves.
    """
    if not visitor_id or not visitors.merge(tx, user_id, visitor_id):
        return None
    winner = _winning_click(tx, user_id, visitor_id)
    if winner is None:
        return None
    touch, row = winner
    link = queries.view(row)
    if not steps.add(
        tx, AttributionKind.ACCOUNT_CREATED, link, key=rules.invitee_key(visitor_id, None)
    ):
        return None
    tx.session.add(_referral(tx, user_id, visitor_id, touch, link))
    tx.session.flush()
    tx.publish(InviteeJoined(link_id=link.id, loop=link.loop, invitee_id=user_id))
    return ReferralView(
        invitee_id=user_id,
        referrer_id=link.referrer_id,
        link_id=link.id,
        target_id=link.target_id,
        loop=link.loop,
    )


def _winning_click(tx: Transaction, user_id: UUID, visitor_id: str) -> tuple[Touch, Link] | None:
    """The first click of the window that was made as a guest, on somebody else's link."""
    return tx.session.exec(
        select(Touch, Link)
        .join(Link, col(Touch.link_id) == Link.id)
        .where(
            Touch.visitor_id == visitor_id,
            Touch.kind == TouchKind.CLICK,
            col(Touch.user_id).is_(None),
            Touch.at > tx.now - rules.CREDIT_WINDOW,
            Link.referrer_id != user_id,
        )
        .order_by(col(Touch.at), col(Touch.id))
        .limit(1)
    ).first()


def _referral(
    tx: Transaction, user_id: UUID, visitor_id: str, touch: Touch, link: LinkView
) -> Referral:
    above = _ancestors(tx, link.referrer_id)
    device = queries.device_of(tx, visitor_id)
    return Referral(
        invitee_id=user_id,
        referrer_id=link.referrer_id,
        link_id=link.id,
        touch_id=touch.id,
        root_referrer_id=above[-1] if above else link.referrer_id,
        depth=len(above) + 1,
        held=rules.hold(
            cluster=visitors.accounts_on(tx, device),
            referrer_id=link.referrer_id,
            ancestors=above,
            recent_sign_ups=visitors.recent_sign_ups(tx, device),
        ),
        joined_at=tx.now,
    )


def _ancestors(tx: Transaction, user_id: UUID) -> list[UUID]:
    """Who brought `user_id`, who brought them, and so on up to the root."""
    return list(tx.session.connection().execute(_ABOVE, {"person": user_id}).scalars())


def take_payable(tx: Transaction, invitee_id: UUID, loop: LoopKind) -> ReferralView | None:
    """The referral of `invitee_id` by `loop` if it is to be paid now; who gets it has to pay it.

    It is payable once they have joined *and* reached first value, in either order, and nothing
    is held. Of any number of callers at once exactly one gets it.
    """
    origin = visitors.lock_origin(tx, None, invitee_id)
    key = rules.invitee_key(origin, invitee_id)
    reached = tx.session.exec(
        select(AttributionEvent).where(
            AttributionEvent.kind == AttributionKind.FVM_REACHED,
            AttributionEvent.invitee_key == key,
        )
    ).one_or_none()
    if reached is None or reached.held is not None:
        return None
    taken = (
        update(Referral)
        .where(
            col(Referral.invitee_id) == invitee_id,
            col(Referral.held).is_(None),
            col(Referral.paid_at).is_(None),
            col(Referral.link_id).in_(select(Link.id).where(Link.loop == loop)),
        )
        .values(paid_at=tx.now)
        .returning(col(Referral.link_id))
    )
    link_id = tx.session.exec(taken).scalar_one_or_none()
    if link_id is None:
        return None
    link = tx.session.exec(select(Link).where(Link.id == link_id)).one()
    return ReferralView(
        invitee_id=invitee_id,
        referrer_id=link.referrer_id,
        link_id=link.id,
        target_id=link.target_id,
        loop=link.loop,
    )

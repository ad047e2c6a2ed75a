"""The one referrer who is credited for a new account, and whether their reward may be paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, text, update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.accounts import Coming
from vel_tutor.domain.attribution import queries, reviewing, rules, steps, traces, visitors
from vel_tutor.domain.attribution.events import InviteeJoined
from vel_tutor.domain.attribution.views import ReferralView
from vel_tutor.models.attribution import Link, Referral, Touch
from vel_tutor.vocabulary import AttributionKind, Hold, LoopKind, Match, TouchKind

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


def account_created(tx: Transaction, user_id: UUID, coming: Coming) -> ReferralView | None:
    """Tie a new account to the visitor it was, and to the one referrer who is credited for it.

    Runs in the transaction of the joining. Returns None for people who came by themselves, as far
    as anybody can tell.
    """
    if coming.visitor_id and not visitors.merge(tx, user_id, coming.visitor_id):
        return None
    origin = _origin(tx, user_id, coming)
    if origin is None:
        return None
    link = queries.view(origin.link)
    key = rules.invitee_key(coming.visitor_id, user_id)
    if not steps.add(tx, AttributionKind.ACCOUNT_CREATED, link, key=key):
        return None
    tx.session.add(_referral(tx, user_id, coming, origin))
    tx.session.flush()
    tx.publish(InviteeJoined(link_id=link.id, loop=link.loop, invitee_id=user_id))
    reviewing.tell_if_held(tx, user_id)
    return ReferralView(
        invitee_id=user_id,
        referrer_id=link.referrer_id,
        link_id=link.id,
        target_id=link.target_id,
        loop=link.loop,
    )


@dataclass(frozen=True)
class _Origin:
    """The touch that brought somebody, and how that is known."""

    touch: Touch
    link: Link
    match: Match


def _origin(tx: Transaction, user_id: UUID, coming: Coming) -> _Origin | None:
    """What is proved comes before what is likely."""
    proved = _winning_click(tx, user_id, coming.visitor_id) if coming.visitor_id else None
    if proved is not None:
        touch, link = proved
        return _Origin(touch, link, rules.match(tx.now - touch.at, was_kept=coming.was_kept))
    touch = traces.likely(tx, coming.origin_hash)
    if touch is None:
        return None
    link = tx.session.exec(select(Link).where(Link.id == touch.link_id)).one()
    return None if link.referrer_id == user_id else _Origin(touch, link, Match.PROBABILISTIC)


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


def _referral(tx: Transaction, user_id: UUID, coming: Coming, origin: _Origin) -> Referral:
    referrer_id = origin.link.referrer_id
    above = _ancestors(tx, referrer_id)
    return Referral(
        invitee_id=user_id,
        referrer_id=referrer_id,
        link_id=origin.link.id,
        touch_id=origin.touch.id,
        root_referrer_id=above[-1] if above else referrer_id,
        depth=len(above) + 1,
        held=_hold(tx, coming.visitor_id, referrer_id, above, origin.match),
        match=origin.match,
        confidence=rules.CONFIDENCE[origin.match],
        joined_at=tx.now,
    )


def _hold(
    tx: Transaction, visitor_id: str, referrer_id: UUID, above: Sequence[UUID], match: Match
) -> Hold | None:
    if match is Match.PROBABILISTIC:
        return Hold.UNPROVEN
    device = queries.device_of(tx, visitor_id)
    return rules.hold(
        cluster=visitors.accounts_on(tx, device),
        referrer_id=referrer_id,
        ancestors=above,
        recent_sign_ups=visitors.recent_sign_ups(tx, device),
    )


def _ancestors(tx: Transaction, user_id: UUID) -> list[UUID]:
    """Who brought `user_id`, who brought them, and so on up to the root."""
    return list(tx.session.connection().execute(_ABOVE, {"person": user_id}).scalars())


def take_payable(tx: Transaction, invitee_id: UUID, loop: LoopKind) -> ReferralView | None:
    """The referral of `invitee_id` by `loop` if it is to be paid now; who gets it has to pay it.

    It is payable once they have joined *and* reached first value, in either order, and nothing
    is held, or somebody on the staff has let it go. Of any number of callers at once exactly one
    gets it.
    """
    reached = steps.reached(tx, invitee_id)
    if reached is None:
        return None
    is_let_go = col(Referral.released_at).is_not(None)
    unheld = is_let_go if reached.held else or_(is_let_go, col(Referral.held).is_(None))
    taken = (
        update(Referral)
        .where(
            col(Referral.invitee_id) == invitee_id,
            unheld,
            col(Referral.fraud_at).is_(None),
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

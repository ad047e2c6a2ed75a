"""Writing down where people come from. Every step counts once, however often it is told."""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy import text, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.domain.attribution import queries, rules
from vel_tutor.domain.attribution.events import (
    FirstValueReached,
    InviteeJoined,
    InviteSent,
    LinkClicked,
    LinkGenerated,
)
from vel_tutor.domain.attribution.views import LinkView, ReferralView, Visit
from vel_tutor.models.attribution import AttributionEvent, Link, Referral, Touch, Visitor
from vel_tutor.vocabulary import (
    STAFF,
    AttributionKind,
    Channel,
    Hold,
    LoopKind,
    Standing,
    TouchKind,
)

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
_SHORT_ID_BYTES = 8
_VISITOR_BYTES = 16


def create_link(
    tx: Transaction,
    referrer_id: UUID,
    loop: LoopKind,
    *,
    campaign: str,
    target_id: UUID,
    lifetime: timedelta,
) -> LinkView:
    """A new signed link that opens `target_id` for `lifetime`, by the clock of the database."""
    begins = tx.session.exec(select(func.clock_timestamp())).one()
    link = Link(
        short_id=secrets.token_urlsafe(_SHORT_ID_BYTES),
        referrer_id=referrer_id,
        loop=loop,
        campaign=campaign,
        target_id=target_id,
        created_at=tx.now,
        expires_at=begins + lifetime,
    )
    tx.session.add(link)
    tx.session.flush()
    view = queries.view(link)
    _step(tx, AttributionKind.LINK_GENERATED, view)
    tx.publish(LinkGenerated(link_id=link.id, loop=loop, referrer_id=referrer_id))
    return view


def open_link(code: str, visit: Visit) -> LinkView | None:
    """Note one request for the address `code`, if it is valid. A hit, never a click."""
    with transaction() as tx:
        link = queries.link_in(tx, code)
        if link is not None:
            tx.session.add(
                Touch(
                    link_id=link.id,
                    kind=TouchKind.HIT,
                    visitor_id=visit.visitor_id or None,
                    channel=visit.channel,
                    at=tx.now,
                )
            )
        return link


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
    _visitor(tx, visitor_id)


def seen_together(visitor_id: str, user_id: UUID) -> None:
    """Note that `user_id`, a member already, signs in at the device of `visitor_id`.

    Should a guest of that device join through this member's link, the reward waits for review.
    """
    with transaction() as tx:
        device_id = _visitor(tx, visitor_id).device_id
        if user_id in _accounts_on(tx, device_id):
            return
        known = secrets.token_urlsafe(_VISITOR_BYTES)
        tx.session.add(Visitor(id=known, device_id=device_id, created_at=tx.now, user_id=user_id))


def clicked(
    tx: Transaction,
    link: LinkView,
    *,
    visitor_id: str,
    user_id: UUID | None = None,
    standing: Standing = Standing.ANONYMOUS,
) -> bool:
    """Note that a person's page came alive behind `link`; returns whether it was the first time.

    The sender's own clicks and those of staff do not count.
    """
    if user_id == link.referrer_id or standing in STAFF or not (visitor_id or user_id):
        return False
    if user_id and _clicked_as_guest(tx, link.id, user_id):
        return False
    if visitor_id:
        _visitor(tx, visitor_id)
    touch = Touch(
        link_id=link.id,
        kind=TouchKind.CLICK,
        visitor_id=visitor_id or None,
        user_id=user_id,
        channel=_last_channel(tx, link.id, visitor_id),
        at=tx.now,
    )
    added = (
        insert(Touch).values(**touch.model_dump()).on_conflict_do_nothing().returning(col(Touch.id))
    )
    if tx.session.exec(added).first() is None:
        return False
    key = rules.invitee_key(None if user_id else visitor_id, user_id)
    _step(tx, AttributionKind.LINK_CLICKED, link, key=key)
    tx.publish(LinkClicked(link_id=link.id, loop=link.loop))
    return True


def invite_sent(tx: Transaction, link: LinkView, channel: Channel) -> None:
    """Note one share that the sender confirmed."""
    tx.session.add(
        Touch(
            link_id=link.id,
            kind=TouchKind.SENT,
            user_id=link.referrer_id,
            channel=channel,
            at=tx.now,
        )
    )
    tx.publish(InviteSent(link_id=link.id, loop=link.loop))


def first_value(
    tx: Transaction,
    link: LinkView,
    *,
    visitor_id: str | None,
    user_id: UUID | None,
    held: Hold | None = None,
) -> bool:
    """Note the first-value moment of an invitee, once in their life; says whether this was it.

    A member whom no link brought is no invitee and has none. `held` is why the reward has to
    wait, should it have to.
    """
    if user_id is not None and tx.session.get(Referral, user_id) is None:
        return False
    origin = _lock_origin(tx, visitor_id, user_id)
    key = rules.invitee_key(origin, user_id)
    new = _step(tx, AttributionKind.FVM_REACHED, link, key=key, held=held)
    if new:
        tx.publish(FirstValueReached(link_id=link.id, loop=link.loop))
    return new


def account_created(tx: Transaction, user_id: UUID, visitor_id: str) -> ReferralView | None:
    """Tie a new account to the visitor it was, and to the one referrer who is credited for it.

    Runs in the transaction of the joining. Returns None for people who came by themselves.
    """
    if not visitor_id or not _merge(tx, user_id, visitor_id):
        return None
    winner = _winning_click(tx, user_id, visitor_id)
    if winner is None:
        return None
    touch, row = winner
    link = queries.view(row)
    if not _step(
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


def take_payable(tx: Transaction, invitee_id: UUID, loop: LoopKind) -> ReferralView | None:
    """The referral of `invitee_id` by `loop` if it is to be paid now; who gets it has to pay it.

    It is payable once they have joined *and* reached first value, in either order, and nothing
    is held. Of any number of callers at once exactly one gets it.
    """
    origin = _lock_origin(tx, None, invitee_id)
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


def _step(
    tx: Transaction,
    kind: AttributionKind,
    link: LinkView,
    *,
    key: str = "",
    held: Hold | None = None,
) -> bool:
    """Add one step unless this invitee has made it before; says whether it was added."""
    step = AttributionEvent(
        kind=kind,
        link_id=link.id,
        loop=link.loop,
        referrer_id=link.referrer_id,
        invitee_key=key,
        held=held,
        at=tx.now,
    )
    added = (
        insert(AttributionEvent)
        .values(**step.model_dump())
        .on_conflict_do_nothing()
        .returning(col(AttributionEvent.id))
    )
    return tx.session.exec(added).first() is not None


def _visitor(tx: Transaction, visitor_id: str) -> Visitor:
    """The row of `visitor_id`, locked: joining and first value of one guest wait for each other."""
    new = Visitor(id=visitor_id, device_id=visitor_id, created_at=tx.now)
    tx.session.exec(insert(Visitor).values(**new.model_dump()).on_conflict_do_nothing())
    mine = select(Visitor).where(Visitor.id == visitor_id).with_for_update()
    return tx.session.exec(mine.execution_options(populate_existing=True)).one()


def _lock_origin(tx: Transaction, visitor_id: str | None, user_id: UUID | None) -> str | None:
    """The visitor the invitee was first, locked; None for a user who never was a visitor."""
    if user_id is not None:
        visitor_id = tx.session.exec(
            select(Visitor.id)
            .where(Visitor.user_id == user_id, col(Visitor.merged_at).is_not(None))
            .order_by(col(Visitor.merged_at), col(Visitor.id))
            .limit(1)
        ).one_or_none()
    return _visitor(tx, visitor_id).id if visitor_id else None


def _merge(tx: Transaction, user_id: UUID, visitor_id: str) -> bool:
    """Make `visitor_id` the account's own; False when it was somebody's already."""
    visitor = _visitor(tx, visitor_id)
    if visitor.user_id is not None:
        return False
    visitor.user_id, visitor.merged_at = user_id, tx.now
    tx.session.add(visitor)
    tx.session.flush()
    return True


def _clicked_as_guest(tx: Transaction, link_id: UUID, user_id: UUID) -> bool:
    """Whether the member has clicked this link before they were one."""
    theirs = select(Visitor.id).where(
        Visitor.user_id == user_id, col(Visitor.merged_at).is_not(None)
    )
    before = select(Touch.id).where(
        Touch.link_id == link_id,
        Touch.kind == TouchKind.CLICK,
        col(Touch.visitor_id).in_(theirs),
    )
    return tx.session.exec(before).first() is not None


def _last_channel(tx: Transaction, link_id: UUID, visitor_id: str) -> Channel | None:
    """How the visitor came to the link, as their last request for it said."""
    if not visitor_id:
        return None
    last = tx.session.exec(
        select(Touch)
        .where(
            Touch.link_id == link_id, Touch.visitor_id == visitor_id, Touch.kind == TouchKind.HIT
        )
        .order_by(col(Touch.at).desc())
        .limit(1)
    ).first()
    return last.channel if last else None


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
            cluster=_accounts_on(tx, device),
            referrer_id=link.referrer_id,
            ancestors=above,
            recent_sign_ups=_recent_sign_ups(tx, device),
        ),
        joined_at=tx.now,
    )


def _ancestors(tx: Transaction, user_id: UUID) -> list[UUID]:
    """Who brought `user_id`, who brought them, and so on up to the root."""
    return list(tx.session.connection().execute(_ABOVE, {"person": user_id}).scalars())


def _accounts_on(tx: Transaction, device_id: str) -> set[UUID]:
    users = select(Visitor.user_id).where(
        Visitor.device_id == device_id, col(Visitor.user_id).is_not(None)
    )
    return {user for user in tx.session.exec(users).all() if user}


def _recent_sign_ups(tx: Transaction, device_id: str) -> int:
    recent = select(func.count()).where(
        Visitor.device_id == device_id,
        col(Visitor.merged_at) > tx.now - rules.DEVICE_WINDOW,
    )
    return tx.session.exec(recent).one()

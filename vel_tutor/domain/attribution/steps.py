"""What an invitee does on the way. Every step counts once, however often it is told."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.attribution import reviewing, rules, visitors
from vel_tutor.domain.attribution.events import FirstValueReached, LinkClicked
from vel_tutor.domain.attribution.views import LinkView
from vel_tutor.models.attribution import AttributionEvent, Referral, Touch, Visitor
from vel_tutor.vocabulary import STAFF, AttributionKind, Channel, Hold, Standing, TouchKind


def add(
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
        visitors.lock(tx, visitor_id)
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
    add(tx, AttributionKind.LINK_CLICKED, link, key=key)
    tx.publish(LinkClicked(link_id=link.id, loop=link.loop))
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
    origin = visitors.lock_origin(tx, visitor_id, user_id)
    key = rules.invitee_key(origin, user_id)
    new = add(tx, AttributionKind.FVM_REACHED, link, key=key, held=held)
    if new:
        tx.publish(FirstValueReached(link_id=link.id, loop=link.loop))
    if new and held and user_id is not None:
        reviewing.tell_if_held(tx, user_id)
    return new


def reached(tx: Transaction, invitee_id: UUID) -> AttributionEvent | None:
    """The first-value moment of somebody who joined, with the visitor they were locked."""
    key = rules.invitee_key(visitors.lock_origin(tx, None, invitee_id), invitee_id)
    theirs = select(AttributionEvent).where(
        AttributionEvent.kind == AttributionKind.FVM_REACHED, AttributionEvent.invitee_key == key
    )
    return tx.session.exec(theirs).one_or_none()


def is_due(tx: Transaction, invitee_id: UUID) -> bool:
    """Whether somebody who joined has got something out of it, and nothing holds the reward.

    What the staff has let go is held by nothing; what counts as fraud is never due.
    """
    moment = reached(tx, invitee_id)
    referral = tx.session.get(Referral, invitee_id, populate_existing=True)
    if moment is None or referral is None or referral.fraud_at:
        return False
    return bool(referral.released_at) or not (moment.held or referral.held)


def confirm_fraud(tx: Transaction, invitee_id: UUID) -> bool:
    """Note that somebody has looked and this referral is fraud; says whether that is new.

    The referral stays: figures net of fraud count it as nothing.
    """
    visitors.lock_origin(tx, None, invitee_id)  # before the referral, as whoever pays
    confirmed = (
        update(Referral)
        .where(col(Referral.invitee_id) == invitee_id, col(Referral.fraud_at).is_(None))
        .values(fraud_at=tx.now)
        .returning(col(Referral.invitee_id))
    )
    return tx.session.exec(confirmed).first() is not None

"""The steps of all invitations as they happen, for those on the staff who watch them.

Made-up people are left out: what a simulation did is looked at where simulations are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, tuple_
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import Invalid
from vel_tutor.domain.attribution.views import LoopTallyView, StepView, StreamView
from vel_tutor.models.accounts import User
from vel_tutor.models.attribution import AttributionEvent, Link, Referral, Touch
from vel_tutor.vocabulary import (
    AttributionKind,
    Hold,
    InviteStep,
    LoopKind,
    Standing,
    TouchKind,
)

READERS = (
    Standing.PRODUCT_MANAGER,
    Standing.ADMIN,
    Standing.TRUST_SAFETY,
    Standing.COMPLIANCE,
)
PERIODS_D = (1, 7, 30)
"""Days the tallies may cover."""
_PAGE = 40
_EVENTS = {
    AttributionKind.LINK_GENERATED: InviteStep.GENERATED,
    AttributionKind.ACCOUNT_CREATED: InviteStep.JOINED,
    AttributionKind.FVM_REACHED: InviteStep.FIRST_VALUE,
}
_TOUCHES = {TouchKind.SENT: InviteStep.SENT, TouchKind.CLICK: InviteStep.OPENED}


@dataclass(frozen=True)
class StreamQuery:
    """Which steps to show; what is not set lets everything through."""

    loop: LoopKind | None = None
    link_id: UUID | None = None


@dataclass(frozen=True)
class _Found:
    """One step as the tables hold it."""

    at: datetime
    id: UUID
    step: InviteStep
    loop: LoopKind
    link_id: UUID
    channel: str = ""
    held: Hold | None = None


def stream(actor: Actor, query: StreamQuery, days: int = 1, after: str = "") -> StreamView:
    """One page of steps, the latest first, and how many there were of each within `days`.

    Args:
        after: the `after` of the page before; empty for the first.

    Raises:
        NotAllowed: the actor is not on the staff that watches.
        Invalid: `after` is none of ours.
    """
    actor.must_be(*READERS)
    before = _place(after)
    with reading() as tx:
        found = sorted(
            (*_events(tx, query, before), *_touches(tx, query, before), *_paid(tx, query, before)),
            key=lambda one: (one.at, one.id),
            reverse=True,
        )
        shown = found[:_PAGE]
        last = shown[-1] if len(found) > _PAGE else None
        return StreamView(
            steps=tuple(_view(one) for one in shown),
            after=f"{last.at.isoformat()}_{last.id}" if last else "",
            tallies=_tallies(tx, query, tx.now - timedelta(days=days)),
        )


def _place(after: str) -> tuple[datetime, UUID] | None:
    if not after:
        return None
    at, _, row = after.partition("_")
    try:
        return datetime.fromisoformat(at), UUID(row)
    except ValueError:
        raise Invalid from None


def _asked(query: StreamQuery) -> Iterator[ColumnElement[bool]]:
    """Real people's links that pass `query`."""
    yield col(User.id) == col(Link.referrer_id)
    yield col(User.simulation) == ""
    if query.loop:
        yield col(Link.loop) == query.loop
    if query.link_id:
        yield col(Link.id) == query.link_id


def _events(
    tx: Transaction, query: StreamQuery, before: tuple[datetime, UUID] | None
) -> Iterator[_Found]:
    at, row = col(AttributionEvent.at), col(AttributionEvent.id)
    wanted = (
        select(AttributionEvent)
        .where(
            col(Link.id) == AttributionEvent.link_id,
            col(AttributionEvent.kind).in_(_EVENTS),
            *_asked(query),
        )
        .order_by(at.desc(), row.desc())
        .limit(_PAGE + 1)
    )
    if before:
        wanted = wanted.where(tuple_(at, row) < before)
    for one in tx.session.exec(wanted):
        yield _Found(one.at, one.id, _EVENTS[one.kind], one.loop, one.link_id, held=one.held)


def _touches(
    tx: Transaction, query: StreamQuery, before: tuple[datetime, UUID] | None
) -> Iterator[_Found]:
    at, row = col(Touch.at), col(Touch.id)
    wanted = (
        select(Touch, Link.loop)
        .where(col(Link.id) == Touch.link_id, col(Touch.kind).in_(_TOUCHES), *_asked(query))
        .order_by(at.desc(), row.desc())
        .limit(_PAGE + 1)
    )
    if before:
        wanted = wanted.where(tuple_(at, row) < before)
    for one, loop in tx.session.exec(wanted):
        channel = one.channel.value if one.channel else ""
        yield _Found(one.at, one.id, _TOUCHES[one.kind], LoopKind(loop), one.link_id, channel)


def _paid(
    tx: Transaction, query: StreamQuery, before: tuple[datetime, UUID] | None
) -> Iterator[_Found]:
    at, row = col(Referral.paid_at), col(Referral.invitee_id)
    wanted = (
        select(at, Referral.invitee_id, Referral.link_id, Link.loop)
        .where(col(Link.id) == Referral.link_id, at.is_not(None), *_asked(query))
        .order_by(at.desc(), row.desc())
        .limit(_PAGE + 1)
    )
    if before:
        wanted = wanted.where(tuple_(at, row) < before)
    for paid_at, invitee_id, link_id, loop in tx.session.exec(wanted):
        if paid_at:
            yield _Found(paid_at, invitee_id, InviteStep.REWARDED, LoopKind(loop), link_id)


def _tallies(tx: Transaction, query: StreamQuery, since: datetime) -> tuple[LoopTallyView, ...]:
    """How many steps of each kind each loop has seen since then."""
    events = (
        select(Link.loop, AttributionEvent.kind, func.count())
        .where(
            col(Link.id) == AttributionEvent.link_id, AttributionEvent.at > since, *_asked(query)
        )
        .group_by(col(Link.loop), col(AttributionEvent.kind))
    )
    touches = (
        select(Link.loop, Touch.kind, func.count())
        .where(col(Link.id) == Touch.link_id, Touch.at > since, *_asked(query))
        .group_by(col(Link.loop), col(Touch.kind))
    )
    paid = (
        select(Link.loop, func.count())
        .where(col(Link.id) == Referral.link_id, col(Referral.paid_at) > since, *_asked(query))
        .group_by(col(Link.loop))
    )
    counted: dict[tuple[LoopKind, InviteStep], int] = {}
    for loop, kind, number in tx.session.exec(events):
        if kind in _EVENTS:
            counted[LoopKind(loop), _EVENTS[AttributionKind(kind)]] = number
    for loop, kind, number in tx.session.exec(touches):
        if kind in _TOUCHES:
            counted[LoopKind(loop), _TOUCHES[TouchKind(kind)]] = number
    for loop, number in tx.session.exec(paid):
        counted[LoopKind(loop), InviteStep.REWARDED] = number
    return tuple(
        LoopTallyView(
            loop=loop.value, counts=tuple(counted.get((loop, step), 0) for step in InviteStep)
        )
        for loop in LoopKind
        if query.loop in (None, loop)
    )


def _view(found: _Found) -> StepView:
    return StepView(
        id=f"{found.step}-{found.id}",
        at=found.at.isoformat(timespec="seconds"),
        when=f"{found.at:%-d %b %H:%M:%S}",
        step=found.step.value,
        loop=found.loop.value,
        link_id=str(found.link_id),
        channel=found.channel,
        held=found.held.value if found.held else "",
    )

"""Rewards that are held, as the staff works through them.

What is only likely never pays, whoever looks (`referral_likely_is_not_paid`): it does not wait.
Nor does anybody wait for made-up people.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, case, cast, tuple_, update
from sqlmodel import col, func, select, union

from vel_tutor.core.db import Transaction
from vel_tutor.domain.attribution import visitors
from vel_tutor.domain.attribution.events import RewardHeld
from vel_tutor.models.accounts import User
from vel_tutor.models.attribution import AttributionEvent, Link, Referral, Visitor
from vel_tutor.vocabulary import AgeBand, AttributionKind, Hold, LoopKind, Match

_OPEN = (
    col(Referral.match) != Match.PROBABILISTIC,
    col(Referral.paid_at).is_(None),
    col(Referral.fraud_at).is_(None),
    col(Referral.released_at).is_(None),
)
_Row = tuple[UUID, UUID, LoopKind, Hold | None, Hold | None, AgeBand, datetime]
_KEY = (col(Referral.joined_at), col(Referral.invitee_id))


@dataclass(frozen=True, kw_only=True)
class HeldView:
    """Somebody who was brought, and why the reward for it waits."""

    invitee_id: UUID
    referrer_id: UUID
    loop: LoopKind
    why: tuple[Hold, ...]
    band: AgeBand
    """Of whoever brought them."""
    at: datetime
    """When they joined."""


def held_waiting(
    tx: Transaction, *, before: tuple[datetime, UUID] | None = None, limit: int
) -> tuple[HeldView, ...]:
    """Held rewards that nobody has decided about, the latest first, from behind `before` on."""
    found = _held()
    if before is not None:
        found = found.where(tuple_(*_KEY) < before)
    found = found.order_by(*(one.desc() for one in _KEY)).limit(limit)
    return tuple(map(_view, _read(tx, found)))


def held(tx: Transaction, invitee_id: UUID) -> HeldView | None:
    """The held reward for bringing `invitee_id`; None when none waits."""
    found = _read(tx, _held().where(Referral.invitee_id == invitee_id))
    return _view(found[0]) if found else None


def count_held(tx: Transaction) -> int:
    """How many held rewards wait."""
    session: Any = tx.session
    return session.exec(select(func.count()).select_from(_held().subquery())).one()


def release(tx: Transaction, invitee_id: UUID) -> bool:
    """Somebody has looked: nothing holds this reward any more; says whether that is new."""
    visitors.lock_origin(tx, None, invitee_id)  # before the referral, as whoever pays
    let_go = update(Referral).where(col(Referral.invitee_id) == invitee_id, *_OPEN)
    return tx.session.exec(let_go.values(released_at=tx.now)).rowcount > 0


def waiting_among(tx: Transaction, invitee_ids: Collection[UUID]) -> frozenset[UUID]:
    """Of whom of these the reward waits for somebody to look."""
    found = _read(tx, _held().where(col(Referral.invitee_id).in_(invitee_ids)))
    return frozenset(row[0] for row in found)


def tell_if_held(tx: Transaction, invitee_id: UUID) -> None:
    """Wake whoever decides, if the reward for bringing `invitee_id` waits for them now."""
    if held(tx, invitee_id):
        tx.publish(RewardHeld(invitee_id=invitee_id))


def _held() -> Any:
    """Held when they joined, or by what they did first: each with its own index."""
    on_joining = select(Referral.invitee_id).where(col(Referral.held).is_not(None), *_OPEN)
    reached = _reached_held()
    columns: Any = select
    return (
        columns(
            Referral.invitee_id,
            Referral.referrer_id,
            Link.loop,
            Referral.held,
            reached.c.held,
            User.age_band,
            Referral.joined_at,
        )
        .join(Link, col(Link.id) == Referral.link_id)
        .join(User, col(User.id) == Referral.referrer_id)
        .outerjoin(reached, reached.c.invitee_id == Referral.invitee_id)
        .where(
            col(Referral.invitee_id).in_(union(on_joining, select(reached.c.invitee_id))),
            User.simulation == "",
            *_OPEN,
        )
    )


def _reached_held() -> Any:
    """First-value moments that were held, by the account of whoever had them."""
    key = col(AttributionEvent.invitee_key)
    rest = func.substr(key, 3)
    member = case((key.startswith("u:"), cast(rest, Uuid)), else_=col(Visitor.user_id))
    return (
        select(member.label("invitee_id"), AttributionEvent.held)
        .outerjoin(Visitor, col(Visitor.id) == rest)
        .where(
            AttributionEvent.kind == AttributionKind.FVM_REACHED,
            col(AttributionEvent.held).is_not(None),
            member.is_not(None),
        )
        .subquery()
    )


def _read(tx: Transaction, found: Any) -> Sequence[_Row]:
    session: Any = tx.session
    return session.exec(found).all()


def _view(row: _Row) -> HeldView:
    invitee_id, referrer_id, loop, on_joining, reached, band, at = row
    return HeldView(
        invitee_id=invitee_id,
        referrer_id=referrer_id,
        loop=loop,
        why=tuple(why for why in Hold if why in (on_joining, reached)),
        band=band,
        at=at,
    )

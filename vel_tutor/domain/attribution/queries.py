"""Reads about links and where people came from."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.signing import Purpose, sign, verify
from vel_tutor.domain.attribution.views import LinkView, ReferralView
from vel_tutor.models.attribution import Link, Referral, Touch, Visitor
from vel_tutor.vocabulary import TouchKind


def link_for(code: str) -> LinkView | None:
    """The link behind `code` while it is valid; forged, expired and unknown are all None."""
    with reading() as tx:
        return link_in(tx, code)


def link_in(tx: Transaction, code: str) -> LinkView | None:
    """The same inside the caller's transaction."""
    short_id = verify(Purpose.LINK, code)
    if short_id is None:
        return None
    return _valid(tx, Link.short_id == short_id)


def link_of(tx: Transaction, link_id: UUID) -> LinkView | None:
    """The link `link_id` while it is valid."""
    return _valid(tx, Link.id == link_id)


def link_ever(tx: Transaction, link_id: UUID) -> LinkView:
    """The link `link_id`, valid still or not: what began in time may end a moment later."""
    return view(tx.session.exec(select(Link).where(Link.id == link_id)).one())


def owner_of(tx: Transaction, link_id: UUID) -> UUID | None:
    """Whose link it is; None for no link."""
    return tx.session.exec(select(Link.referrer_id).where(Link.id == link_id)).one_or_none()


def referral_of(tx: Transaction, user_id: UUID) -> tuple[ReferralView, LinkView] | None:
    """Who brought `user_id`, and the link they came by, whether it is still valid or not."""
    found = tx.session.exec(
        select(Referral, Link).where(
            Referral.invitee_id == user_id, col(Referral.link_id) == Link.id
        )
    ).one_or_none()
    if found is None:
        return None
    referral, link = found
    by = ReferralView(
        invitee_id=user_id,
        referrer_id=referral.referrer_id,
        link_id=link.id,
        target_id=link.target_id,
        loop=link.loop,
    )
    return by, view(link)


def _valid(tx: Transaction, which: ColumnElement[bool] | bool) -> LinkView | None:
    """One clock decides for all web processes: that of the database."""
    row = tx.session.exec(
        select(Link).where(which, col(Link.expires_at) > func.clock_timestamp())
    ).one_or_none()
    return view(row) if row else None


def view(link: Link) -> LinkView:
    """`link` with its address signed by today's key, whichever key signed it at first."""
    return LinkView(
        id=link.id,
        code=sign(Purpose.LINK, link.short_id),
        loop=link.loop,
        campaign=link.campaign,
        target_id=link.target_id,
        referrer_id=link.referrer_id,
        expires_at=link.expires_at,
    )


def touches(tx: Transaction, link_id: UUID, kind: TouchKind) -> int:
    """How many touches of `kind` the link has."""
    counted = select(func.count()).where(Touch.link_id == link_id, Touch.kind == kind)
    return tx.session.exec(counted).one()


def device_of(tx: Transaction, visitor_id: str) -> str:
    """The device that `visitor_id` uses; a visitor we have no row of is its own."""
    device = select(Visitor.device_id).where(Visitor.id == visitor_id)
    return tx.session.exec(device).one_or_none() or visitor_id


def visitors_on_device(tx: Transaction, visitor_id: str) -> Sequence[str]:
    """Every visitor id the browser of `visitor_id` has had, that one included."""
    device = device_of(tx, visitor_id)
    others = tx.session.exec(select(Visitor.id).where(Visitor.device_id == device)).all()
    return tuple({visitor_id, *others})

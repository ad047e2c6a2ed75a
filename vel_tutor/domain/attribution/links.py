"""Links that are made, shared and asked for."""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlmodel import func, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.attribution import queries, steps, traces
from vel_tutor.domain.attribution.events import InviteSent, LinkGenerated
from vel_tutor.domain.attribution.views import LinkView, Visit
from vel_tutor.models.attribution import Link, Touch
from vel_tutor.vocabulary import AttributionKind, Channel, LoopKind, TouchKind

_SHORT_ID_BYTES = 8


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
    steps.add(tx, AttributionKind.LINK_GENERATED, view)
    tx.publish(LinkGenerated(link_id=link.id, loop=loop, referrer_id=referrer_id))
    return view


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


def open_link(code: str, visit: Visit) -> LinkView | None:
    """Note one request for the address `code`, if it is valid. A hit, never a click."""
    with transaction() as tx:
        link = queries.link_in(tx, code)
        if link is not None:
            hit = Touch(
                link_id=link.id,
                kind=TouchKind.HIT,
                visitor_id=visit.visitor_id or None,
                channel=visit.channel,
                at=tx.now,
            )
            tx.session.add(hit)
            traces.leave(tx, hit, visit.origin_hash)
        return link

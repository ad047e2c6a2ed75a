"""Noting that an invitation has been sent, whatever it invites to."""

from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import attribution
from vel_tutor.domain.loops import doors
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.vocabulary import Channel


def note_share(actor: Actor, link_id: UUID, channel: Channel) -> None:
    """Note that the actor has just shared their link over `channel`.

    Raises:
        NotFound: no such link, or it belongs to someone else.
        LinkOver: it opens nothing any more.
    """
    with transaction() as tx:
        if attribution.owner_of(tx, link_id) != actor.user_id:
            raise NotFound
        link = attribution.link_of(tx, link_id)
        if link is None or doors.look_behind(tx, link) is None:
            raise LinkOver
        attribution.invite_sent(tx, link, channel)

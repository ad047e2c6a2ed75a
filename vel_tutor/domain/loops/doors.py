"""One table: what stands behind the links of each loop, for everybody who comes to one.

A loop writes how its links look from outside, in its own module, and has one line here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import attribution
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import invite, proud_parent, queries
from vel_tutor.domain.loops.rally import inviting as rally
from vel_tutor.domain.loops.rescue import outside as rescue
from vel_tutor.domain.loops.spotlight import inviting as spotlight
from vel_tutor.domain.loops.views import PreviewView
from vel_tutor.vocabulary import LoopKind

Picture = Callable[[], bytes]
"""Draws a card as a PNG; asked for outside the transaction, for drawing takes its time."""


@dataclass(frozen=True)
class Door:
    """The outside of the links of one loop."""

    preview: Callable[[Transaction, LinkView], PreviewView | None]
    """What a link may tell about itself, and where people go; None when it opens nothing."""
    picture: Callable[[UUID, Actor | None], Picture | None]
    """The share card of that id, for whoever may see it."""


DOORS: Mapping[LoopKind, Door] = {
    LoopKind.BUDDY_CHALLENGE: Door(preview=queries.challenge_preview, picture=queries.picture),
    LoopKind.STREAK_RESCUE: Door(preview=rescue.preview, picture=rescue.picture),
    LoopKind.PROUD_PARENT: Door(preview=proud_parent.preview, picture=proud_parent.picture),
    LoopKind.RESULTS_RALLY: Door(preview=rally.preview, picture=rally.picture),
    LoopKind.ACHIEVEMENT: Door(preview=spotlight.preview, picture=spotlight.picture),
}


def preview(code: str) -> PreviewView | None:
    """What the link `code` may tell about itself, or None when it opens nothing."""
    with reading() as tx:
        link = attribution.link_in(tx, code)
        return look_behind(tx, link) if link else None


def look_behind(tx: Transaction, link: LinkView) -> PreviewView | None:
    """The same for a link, inside the caller's transaction."""
    door = DOORS.get(link.loop)
    return door.preview(tx, link) if door else None


def picture(card_id: UUID, actor: Actor | None) -> Picture | None:
    """How to draw the share card `card_id`, if there is one that `actor` may see."""
    for door in DOORS.values():
        found = door.picture(card_id, actor)
        if found is not None:
            return found
    return None


def link_address(code: str) -> str:
    """What a QR code of the link says; empty when the link opens nothing."""
    with reading() as tx:
        link = attribution.link_in(tx, code)
        return invite.qr_address(link) if link and look_behind(tx, link) else ""

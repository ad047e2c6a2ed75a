"""Showing a badge around, and what its links look like from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import select

from vel_tutor import routes
from vel_tutor.content.badge_shapes import OUTLINES
from vel_tutor.content.badges import BADGES, Badge
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution, incentives, practice
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.incentives import EarnedBadge
from vel_tutor.domain.loops import caps, invite
from vel_tutor.domain.loops.caps import InvitesSpent
from vel_tutor.domain.loops.rules import campaign
from vel_tutor.domain.loops.spotlight import rules
from vel_tutor.domain.loops.spotlight.events import SpotlightInvited
from vel_tutor.domain.loops.views import PreviewView, ShareView
from vel_tutor.media import badge_card
from vel_tutor.media.badge_card import BadgeCardFacts
from vel_tutor.models.spotlight import SpotlightInvite
from vel_tutor.vocabulary import STUDENTS, ConsentScope, LoopKind, Subject

LOOP = LoopKind.ACHIEVEMENT


@dataclass(frozen=True)
class Invitation:
    """What a link of this loop opens."""

    link: LinkView
    invite: SpotlightInvite
    badge: Badge


def share(actor: Actor, badge_row_id: UUID) -> ShareView:
    """The actor's badge, ready to be shown around; asked again, the same link while it is open.

    Raises:
        NotAllowed: somebody who may not invite.
        NotFound: no such badge, or somebody else holds it.
        InvitesSpent: enough for one day, over all loops, by the age of the account.
    """
    actor.must_be(*STUDENTS)
    if not accounts.may_invite(actor):
        raise NotAllowed
    with transaction() as tx:
        earned, badge = _access(tx, actor, badge_row_id)
        caps.one_at_a_time(tx, actor.user_id)
        row = _row(tx, badge_row_id)
        link = attribution.link_of(tx, row.link_id) if row else None
        if link is None and caps.may_try(tx, actor.user_id, LOOP):
            link = _new(tx, earned, badge, row)
    if link is None:
        raise InvitesSpent
    title = badge.titled(earned.level)
    return invite.ways(
        link, text=rules.share_text(title, invite.DISCLOSURE), subject=f"Just earned {title}"
    )


def _access(tx: Transaction, actor: Actor, row_id: UUID) -> tuple[EarnedBadge, Badge]:
    """The actor's badge of that id, or `NotFound`."""
    earned = incentives.badge_held(tx, row_id)
    if earned is None or earned.user_id != actor.user_id or earned.badge not in BADGES:
        raise NotFound
    return earned, BADGES[earned.badge]


def _row(tx: Transaction, badge_row_id: UUID) -> SpotlightInvite | None:
    mine = select(SpotlightInvite).where(SpotlightInvite.badge_row_id == badge_row_id)
    return tx.session.exec(mine).one_or_none()


def _new(
    tx: Transaction, earned: EarnedBadge, badge: Badge, row: SpotlightInvite | None
) -> LinkView:
    """A link to a new invitation, or a new one to an invitation whose link is over."""
    row = row or SpotlightInvite(
        sender_id=earned.user_id,
        badge_row_id=earned.id,
        link_id=earned.id,
        badge=badge.key,
        level=earned.level,
        subject=badge.subject or practice.latest_subject(tx, earned.user_id) or Subject.MATH,
        created_at=tx.now,
    )
    link = attribution.create_link(
        tx,
        earned.user_id,
        LOOP,
        campaign=campaign(tx.now),
        target_id=row.id,
        lifetime=rules.LINK_LIFE,
    )
    row.link_id = link.id
    tx.session.add(row)
    tx.publish(SpotlightInvited(invite_id=row.id, sender_id=row.sender_id, badge=badge.key))
    return link


def behind(tx: Transaction, link: LinkView | None) -> Invitation | None:
    """What `link` opens, while its sender may still invite and holds the badge."""
    if link is None or link.loop is not LOOP:
        return None
    invited = tx.session.get(SpotlightInvite, link.target_id)
    if invited is None or invited.badge not in BADGES or not _may_still(tx, invited.sender_id):
        return None
    return Invitation(link, invited, BADGES[invited.badge])


def _may_still(tx: Transaction, sender_id: UUID) -> bool:
    try:
        return accounts.person(tx, sender_id).may_invite
    except NotFound:
        return False


def preview(tx: Transaction, link: LinkView) -> PreviewView | None:
    """What the link of a badge may tell about itself."""
    found = behind(tx, link)
    if found is None:
        return None
    title = found.badge.titled(found.invite.level)
    return PreviewView(
        link_id=str(link.id),
        sender_id=str(found.invite.sender_id),
        path=routes.badge_try(found.badge.key, link.code),
        sender_path=routes.BADGES,
        headline=f"Just earned {title}",
        description=f"Can you get it, too? {rules.TRY_SIZE} questions, no account needed.",
        card=routes.card(found.invite.id),
    )


def picture(card_id: UUID, actor: Actor | None) -> Callable[[], bytes] | None:
    """The card of an open invitation, for everybody; the first name only where it may be shown."""
    with reading() as tx:
        invited = tx.session.get(SpotlightInvite, card_id)
        found = behind(tx, attribution.link_of(tx, invited.link_id)) if invited else None
        if found is None:
            return None
        sender_id = found.invite.sender_id
        named = accounts.allows(tx, sender_id, ConsentScope.CARDS)
        facts = BadgeCardFacts(
            title=found.badge.title,
            metal=found.badge.metal(found.invite.level),
            task=found.badge.task(found.invite.level),
            outline=OUTLINES[found.badge.family],
            first_name=accounts.person(tx, sender_id).first_name if named else "",
        )
    return partial(badge_card.render, facts)

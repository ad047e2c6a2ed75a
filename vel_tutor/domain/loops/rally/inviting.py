"""Inviting to a rally, and what its links look like from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import caps, invite
from vel_tutor.domain.loops.caps import InvitesSpent
from vel_tutor.domain.loops.rally import players, rules
from vel_tutor.domain.loops.rally.events import RallyInvited
from vel_tutor.domain.loops.rally.players import Learner
from vel_tutor.domain.loops.rules import campaign
from vel_tutor.domain.loops.views import PreviewView, ShareView
from vel_tutor.media import share_card
from vel_tutor.media.share_card import ShareCardFacts
from vel_tutor.models.rally import RallyCohort, RallyInvite
from vel_tutor.vocabulary import STUDENTS, CardTemplate, ConsentScope, LoopKind, Subject

LOOP = LoopKind.RESULTS_RALLY


@dataclass(frozen=True)
class Invitation:
    """What a link of this loop opens."""

    link: LinkView
    invite: RallyInvite
    cohort: RallyCohort


def invite_to(actor: Actor, subject: Subject) -> ShareView:
    """The actor's invitation to this week's board, ready to be sent; asked again, the same one.

    Raises:
        NotAllowed: somebody who may not invite, or is not to be seen on boards.
        InvitesSpent: enough for one day, over all loops, by the age of the account.
    """
    actor.must_be(*STUDENTS)
    if not {ConsentScope.INVITING, ConsentScope.PRESENCE} <= actor.scopes:
        raise NotAllowed
    with transaction() as tx:
        learner = players.learner(tx, actor.user_id)
        if learner is None:
            raise NotAllowed
        caps.one_at_a_time(tx, actor.user_id)
        link = _known(tx, learner, subject)
        if link is None and caps.may_try(tx, actor.user_id, LOOP):
            link = _new(tx, learner, subject)
    if link is None:
        raise InvitesSpent
    return invite.ways(
        link,
        text=rules.share_text(subject, invite.DISCLOSURE),
        subject=f"Where would you stand in the {rules.SUBJECTS[subject].lower()} rally?",
    )


def _known(tx: Transaction, learner: Learner, subject: Subject) -> LinkView | None:
    row = tx.session.exec(
        select(RallyInvite)
        .join(RallyCohort, col(RallyCohort.id) == RallyInvite.cohort_id)
        .where(RallyInvite.sender_id == learner.user_id)
        .where(RallyCohort.week == learner.week, RallyCohort.subject == subject)
        .where(RallyCohort.band == learner.band.first)
    ).one_or_none()
    return attribution.link_of(tx, row.link_id) if row else None


def _new(tx: Transaction, learner: Learner, subject: Subject) -> LinkView:
    cohort = players.cohort(tx, subject, learner.band, learner.week, learner.simulation)
    invite_id = uuid4()
    link = attribution.create_link(
        tx,
        learner.user_id,
        LOOP,
        campaign=campaign(tx.now),
        target_id=invite_id,
        lifetime=rules.LINK_LIFE,
    )
    tx.session.add(
        RallyInvite(
            id=invite_id,
            sender_id=learner.user_id,
            cohort_id=cohort.id,
            link_id=link.id,
            created_at=tx.now,
        )
    )
    tx.publish(
        RallyInvited(
            cohort_id=cohort.id,
            board=players.board_topic(cohort),
            invite_id=invite_id,
            sender_id=learner.user_id,
        )
    )
    return link


def behind(tx: Transaction, link: LinkView | None) -> Invitation | None:
    """What `link` opens, while its sender may still invite and be seen."""
    if link is None or link.loop is not LOOP:
        return None
    invited = tx.session.get(RallyInvite, link.target_id)
    if invited is None or not _may_still(tx, invited.sender_id):
        return None
    cohort = tx.session.exec(select(RallyCohort).where(RallyCohort.id == invited.cohort_id)).one()
    return Invitation(link, invited, cohort)


def _may_still(tx: Transaction, sender_id: UUID) -> bool:
    try:
        sender = accounts.person(tx, sender_id)
    except NotFound:
        return False
    return sender.may_invite and accounts.allows(tx, sender_id, ConsentScope.PRESENCE)


def preview(tx: Transaction, link: LinkView) -> PreviewView | None:
    """What a rally link may tell about itself."""
    found = behind(tx, link)
    if found is None:
        return None
    subject = found.cohort.subject
    name = rules.SUBJECTS[subject].lower()
    return PreviewView(
        link_id=str(link.id),
        sender_id=str(found.invite.sender_id),
        path=routes.rally_quiz(link.code),
        sender_path=routes.rally(subject),
        headline=f"Where would you stand in this week's {name} rally?",
        description=f"{rules.QUIZ_SIZE} questions, no account needed. Then see your place.",
        card=routes.card(found.invite.id),
    )


def picture(card_id: UUID, actor: Actor | None) -> Callable[[], bytes] | None:
    """The card of an open invitation, for everybody."""
    with reading() as tx:
        invited = tx.session.get(RallyInvite, card_id)
        found = behind(tx, attribution.link_of(tx, invited.link_id)) if invited else None
        if found is None:
            return None
        facts = ShareCardFacts(
            template=CardTemplate.RALLY,
            subject=found.cohort.subject,
            skill=rules.band(found.cohort.band).words,
            percent=0,
        )
    return partial(share_card.render, facts)

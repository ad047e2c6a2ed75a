"""The parent's side: a child's week, the card of it, and sending it to other parents."""

from hashlib import sha256
from uuid import UUID

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution, incentives
from vel_tutor.domain.accounts import PersonView
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import caps, invite
from vel_tutor.domain.loops import rules as loop_rules
from vel_tutor.domain.loops.proud_parent import cards, rewarding, rules, week
from vel_tutor.domain.loops.proud_parent.views import ProudView
from vel_tutor.domain.loops.proud_parent.week import Week
from vel_tutor.domain.loops.views import ShareView
from vel_tutor.media.proud_card import ProudCardFacts
from vel_tutor.models.proud_parent import ProudCard
from vel_tutor.vocabulary import LoopKind, Standing

_LOOP = LoopKind.PROUD_PARENT


class NothingToShow(Conflict):
    words = "There is nothing to show of this week yet. The card comes with the first practice."
    code = "nothing_to_show"


def proud(actor: Actor, child_id: UUID, *, running: bool = False) -> ProudView:
    """The last whole week of the actor's child, or the one that runs, and the card of it.

    Raises:
        NotAllowed: not a parent.
        NotFound: not a child of theirs.
    """
    actor.must_be(Standing.PARENT)
    with transaction() as tx:
        child = _child(tx, actor, child_id)
        facts = _week(tx, actor, child, running=running)
        card = cards.keep(tx, actor.user_id, child_id, facts)
        said = cards.facts(tx, card)
        today = rules.local_date(tx.now, actor.time_zone)
        passes = incentives.passes_of(tx, actor.user_id)
        return ProudView(
            child_id=str(child_id),
            name=child.first_name,
            shows_name=bool(said.first_name),
            week=week.view(facts, child.first_name, today),
            is_last=not running,
            card=f"{routes.card(card.id)}?of={_mark(said)}",
            alt=cards.alt(said),
            text="" if facts.is_empty else text(said),
            may_share=not facts.is_empty and accounts.may_invite(actor),
            passes=passes,
            passes_words=rewarding.words(tx, actor.user_id, passes),
        )


def share(actor: Actor, child_id: UUID, *, running: bool = False) -> ShareView:
    """The invitation to other parents in every form; the same week, the same link.

    Raises:
        NotAllowed: not a parent.
        NotFound: not a child of theirs.
        NothingToShow: the week is empty.
        InvitesSpent: enough for one day, by the age of the account.
    """
    actor.must_be(Standing.PARENT)
    if not accounts.may_invite(actor):
        raise NotAllowed
    with transaction() as tx:
        caps.one_at_a_time(tx, actor.user_id)
        facts = _week(tx, actor, _child(tx, actor, child_id), running=running)
        if facts.is_empty:
            raise NothingToShow
        card = cards.keep(tx, actor.user_id, child_id, facts)
        link = _link(tx, card)
        said = cards.facts(tx, card)
    if link is None:
        raise caps.InvitesSpent
    return invite.ways(link, text=text(said), subject=cards.headline(said))


def text(said: ProudCardFacts) -> str:
    """What a parent says to another, the reward told where everybody reads it."""
    return f"{cards.headline(said)} {invite.DISCLOSURE} See how vel_tutor can help your child too."


def running_is_better(actor: Actor, child_id: UUID) -> bool:
    """Whether the last whole week is empty and the one that runs is not."""
    with transaction() as tx:
        child = _child(tx, actor, child_id)
        last, now = (_week(tx, actor, child, running=running) for running in (False, True))
        return last.is_empty and not now.is_empty


def _child(tx: Transaction, actor: Actor, child_id: UUID) -> PersonView:
    """The actor's own child, or `NotFound`."""
    if not accounts.acts_for(tx, actor, child_id):
        raise NotFound
    return accounts.person(tx, child_id)


def _week(tx: Transaction, actor: Actor, child: PersonView, *, running: bool) -> Week:
    which = rules.this_week if running else rules.last_week
    monday = which(tx.now, actor.time_zone)
    return week.of(tx, child.user_id, child.time_zone, monday, actor.time_zone)


def _link(tx: Transaction, card: ProudCard) -> LinkView | None:
    """The link of the card, made if there is none; None when the day's invitations are spent."""
    link = attribution.link_of(tx, card.link_id) if card.link_id else None
    if link is not None or not caps.may_try(tx, card.parent_id, _LOOP):
        return link
    made = attribution.create_link(
        tx,
        card.parent_id,
        _LOOP,
        campaign=loop_rules.campaign(tx.now),
        target_id=card.id,
        lifetime=rules.LINK_LIFE,
    )
    card.link_id = made.id
    tx.session.add(card)
    return made


def _mark(said: ProudCardFacts) -> str:
    """Changes with what the picture says, so that no browser shows an old one."""
    return sha256(repr(said).encode()).hexdigest()[:8]

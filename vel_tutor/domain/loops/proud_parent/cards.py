"""The card of a week: kept while it may be shared, drawn for its parent and behind a valid link."""

from collections.abc import Callable
from functools import partial
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, attribution
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops.proud_parent import rules
from vel_tutor.domain.loops.proud_parent.views import StepView
from vel_tutor.domain.loops.proud_parent.week import Week
from vel_tutor.domain.loops.views import PreviewView
from vel_tutor.media import proud_card
from vel_tutor.media.proud_card import ProudCardFacts
from vel_tutor.models.proud_parent import ProudCard
from vel_tutor.vocabulary import ConsentScope, LoopKind

DESCRIPTION = (
    "See how vel_tutor can help your child too: practice that explains itself and a test that "
    "shows where to go on, from kindergarten to college."
)


def keep(tx: Transaction, parent_id: UUID, child_id: UUID, week: Week) -> ProudCard:
    """The card of that week, with the figures as they are now."""
    figures = {
        "improved": week.improved,
        "minutes": week.minutes,
        "answers": week.effort.answers,
        "streak": week.streak,
        "skills": [vars(step) for step in week.steps[: rules.SKILLS_SHOWN]],
        "at": tx.now,
    }
    kept = (
        insert(ProudCard)
        .values(id=uuid4(), parent_id=parent_id, child_id=child_id, week=week.monday, **figures)
        .on_conflict_do_update(constraint="proud_card_once", set_=figures)
        .returning(ProudCard)
        .execution_options(populate_existing=True)
    )
    return tx.session.exec(kept).scalars().one()


def shown_name(tx: Transaction, child_id: UUID) -> str:
    """The child's first name where it may be shown to others; empty otherwise."""
    if not accounts.allows(tx, child_id, ConsentScope.CARDS):
        return ""
    return accounts.person(tx, child_id).first_name


def facts(tx: Transaction, card: ProudCard) -> ProudCardFacts:
    """What the picture says at this moment: a name that was switched off is gone at once."""
    zone = accounts.person(tx, card.parent_id).time_zone
    return ProudCardFacts(
        first_name=shown_name(tx, card.child_id),
        when=rules.period_words(card.week, rules.local_date(tx.now, zone)),
        improved=card.improved,
        minutes=card.minutes,
        answers=card.answers,
        streak=card.streak,
        skills=tuple(str(step["name"]) for step in card.skills),
    )


def headline(said: ProudCardFacts) -> str:
    """The card in one sentence."""
    who = proud_card.name_for(said.first_name)
    return rules.headline(who, said.improved, said.minutes, said.answers, said.when)


def alt(said: ProudCardFacts) -> str:
    """What the picture shows, for those who listen."""
    named = f" Improved: {', '.join(said.skills)}." if said.skills else ""
    return (
        f"Progress card. {headline(said)}{named} {rules.counted(said.minutes, 'minute')}, "
        f"{rules.counted(said.answers, 'question')}, {rules.counted(said.streak, 'day')} in a row."
    )


def steps(card: ProudCard) -> tuple[StepView, ...]:
    """The first few skills of the card."""
    return tuple(StepView(**step) for step in card.skills)


def behind(tx: Transaction, link: LinkView) -> ProudCard | None:
    """The card that `link` opens, while its parent may show that child's week to others."""
    if link.loop is not LoopKind.PROUD_PARENT:
        return None
    card = tx.session.get(ProudCard, link.target_id)
    if card is None or card.parent_id not in accounts.parents_of(tx, card.child_id):
        return None
    try:
        sender = accounts.person(tx, card.parent_id)
    except NotFound:
        return None
    return card if sender.may_invite else None


def preview(tx: Transaction, link: LinkView) -> PreviewView | None:
    """What the link may tell about itself, or None when it opens nothing."""
    card = behind(tx, link)
    if card is None:
        return None
    return PreviewView(
        link_id=str(link.id),
        sender_id=str(link.referrer_id),
        path=routes.parent_invited(link.code),
        sender_path=routes.proud(card.child_id),
        headline=headline(facts(tx, card)),
        description=DESCRIPTION,
        card=routes.card(card.id),
    )


def picture(card_id: UUID, actor: Actor | None) -> Callable[[], bytes] | None:
    """How to draw the card: for its parent always, for everybody while its link is valid."""
    with reading() as tx:
        card = tx.session.exec(select(ProudCard).where(ProudCard.id == card_id)).one_or_none()
        if card is None or not _may_see(tx, card, actor):
            return None
        return partial(proud_card.render, facts(tx, card))


def _may_see(tx: Transaction, card: ProudCard, actor: Actor | None) -> bool:
    if actor and actor.user_id == card.parent_id and accounts.acts_for(tx, actor, card.child_id):
        return True
    link = attribution.link_of(tx, card.link_id) if card.link_id else None
    return link is not None and behind(tx, link) is not None

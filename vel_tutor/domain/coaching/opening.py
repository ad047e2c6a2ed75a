"""Before a conversation: what to ask about, the time there is, and beginning."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import mastery, practice, safety, shop
from vel_tutor.domain.coaching import (
    book,
    guided,
    metering,
    modelling,
    picking,
    rules,
    showing,
    telling,
)
from vel_tutor.domain.coaching.guided import Said
from vel_tutor.domain.coaching.picking import Card
from vel_tutor.domain.coaching.refusals import NothingToAsk, OutOfMinutes
from vel_tutor.domain.coaching.views import AboutView, ChatView, DeskView, SkillPickView
from vel_tutor.media import maths
from vel_tutor.models.coaching import CoachingSession
from vel_tutor.vocabulary import GRADES, STUDENTS, CoachTurn

SKILLS_SHOWN = 12
WEAK_UNDER = 0.7
"""The moving average of a skill below which the tutor is suggested."""
_MIDDLE_GRADE = 5


def desk(
    actor: Actor,
    wanted: str = "",
    *,
    skill: str = "",
    session_id: UUID | None = None,
    number: int = 0,
) -> DeskView:
    """What there is to ask about.

    Args:
        wanted: words of a skill's name; without any, what the actor finds hard is suggested.
        skill: one to begin with.
        session_id: a finished deck of the actor's, whose question `number` (from 1) this is about.

    Raises:
        NotFound: no such question, or it belongs to someone else.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        left, trial = metering.left(tx, actor.user_id), metering.trial_left(tx, actor.user_id)
        open_now = book.opened(tx, actor.user_id)
        about = _about(tx, actor, session_id, number) if session_id else AboutView()
        heading, skills = _skills(tx, actor, wanted, skill)
    item = shop.item_of("tutor-minutes")
    return DeskView(
        loaded=True,
        left=rules.left_in_words(1000 * left),
        can_start=left > 0,
        is_trial=0 < left == trial,
        price=f"{item.title} cost {item.price} XP in the shop.",
        open_skill=content.skill(open_now.skill).name if open_now else "",
        about=about,
        heading=heading,
        skills=tuple(map(_pick, skills)),
        by_model=modelling.may_ask(actor),
    )


def _about(tx: Transaction, actor: Actor, session_id: UUID, number: int) -> AboutView:
    asked = practice.asked_in(tx, actor.user_id, session_id, number)
    item = content.instance(asked.family, asked.seed)
    return AboutView(maths.to_html(item.stem), content.skill(item.skill).name)


def _skills(
    tx: Transaction, actor: Actor, wanted: str, chosen: str
) -> tuple[str, list[content.Skill]]:
    offered = mastery.families_of()
    if chosen in offered:
        return "You came with", [content.skill(chosen)]
    if wanted.strip():
        return "What we found", _matching(wanted)
    weak = [one for one in practice.weak_skills(tx, actor.user_id, WEAK_UNDER) if one in offered]
    if weak:
        return "Hard lately", [content.skill(one) for one in weak[:SKILLS_SHOWN]]
    grade = _MIDDLE_GRADE if actor.grade is None else actor.grade
    near = sorted(
        (one for one in content.skills() if one.id in offered),
        key=lambda one: (abs(one.grade - grade), one.grade, one.subject, one.name),
    )
    return "Of your grade", near[:SKILLS_SHOWN]


def _matching(wanted: str) -> list[content.Skill]:
    """The skills with every one of these words in name, strand, subject or grade."""
    parts = wanted.casefold().split()
    ids = mastery.families_of()
    found = [
        skill
        for skill in content.skills()
        if skill.id in ids and all(part in _named(skill) for part in parts)
    ]
    return sorted(found, key=lambda one: (one.grade, one.name))[:SKILLS_SHOWN]


def _named(skill: content.Skill) -> str:
    return f"{skill.name} {skill.strand} {skill.subject} {GRADES[skill.grade]}".casefold()


def _pick(skill: content.Skill) -> SkillPickView:
    words = f"{skill.subject.value.capitalize()} · {GRADES[skill.grade]}"
    return SkillPickView(skill.id, skill.name, words)


def begin(actor: Actor, skill: str) -> ChatView:
    """Open a conversation about a skill; an open one about something else ends.

    Raises:
        NothingToAsk: there is no such skill, or there are no questions on it.
        OutOfMinutes: no time is left.
    """
    if skill not in mastery.families_of():
        raise NothingToAsk
    return _begin(actor, skill, None, "")


def begin_about(actor: Actor, session_id: UUID, number: int) -> ChatView:
    """The same about question `number` (from 1) of a deck the actor has finished.

    Raises:
        NotFound: no such question, or it belongs to someone else.
        OutOfMinutes: no time is left.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        asked = practice.asked_in(tx, actor.user_id, session_id, number)
    card = Card(asked.family, asked.seed)
    return _begin(actor, content.family(card.family).skill, card, asked.answer)


def _begin(actor: Actor, skill: str, card: Card | None, answer: str) -> ChatView:
    actor.must_be(*STUDENTS)
    safety.spend(safety.COACH_START, str(actor.user_id))
    try:
        with transaction() as tx:
            _end_open(tx, actor, skill, card)
            session = book.opened(tx, actor.user_id) or _new(tx, actor, skill, card, answer)
            metering.start(tx, session)
            tx.session.add(session)
            tx.session.flush()
            return showing.chat(tx, session, may_say=modelling.may_ask(actor))
    except IntegrityError:  # the other tab was quicker: go on there
        with transaction() as tx:
            return showing.chat(tx, book.access(tx, actor.user_id))


def _end_open(tx: Transaction, actor: Actor, skill: str, card: Card | None) -> None:
    """End what is open, unless it is about the very same."""
    session = book.opened(tx, actor.user_id, lock=True)
    if session is None or (session.skill == skill and card in (None, guided.own(session))):
        return
    end(tx, session)
    tx.session.flush()


def end(tx: Transaction, session: CoachingSession) -> None:
    """The conversation is over; what is due of its time is counted."""
    metering.stop(tx, session)
    session.ended_at = tx.now
    tx.session.add(session)


def _new(
    tx: Transaction, actor: Actor, skill: str, card: Card | None, answer: str
) -> CoachingSession:
    if metering.left(tx, actor.user_id) <= 0:
        raise OutOfMinutes
    session = CoachingSession(
        user_id=actor.user_id, skill=skill, family="", seed=0, started_at=tx.now, touched_at=tx.now
    )
    first = card or picking.first(session.id, skill, 0)
    if first is None:
        raise NotFound
    said = [guided.pose(session, first)]
    recalled = _recall(first, answer)
    tx.session.add(session)
    tx.session.flush()
    book.tell(tx, session, [recalled, *said] if recalled else said)
    return session


def _recall(card: Card, answer: str) -> Said | None:
    """The slip that led here, unless naming it would tell the answer."""
    if not answer:
        return None
    went = content.check(card.item, answer)
    if not went.misconception or telling.tells(card.item, went.feedback):
        return None
    return Said(CoachTurn.RECALL, card, answer=answer)

"""Talking with the tutor in tests: as somebody would who knows it, and as somebody who does not."""

from uuid import UUID, uuid4

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import coaching, incentives, mastery, shop
from vel_tutor.domain.coaching import ChatView
from vel_tutor.models.coaching import CoachingFlag, CoachingSession, CoachingTime, CoachingTurn
from vel_tutor.vocabulary import CoachMove, ItemFormat, XpReason

PERIMETER = "math.perimeter"
TYPED = next(
    skill
    for skill, families in mastery.families_of().items()
    if all(family.format is ItemFormat.NUMERIC for family in families)
)
"""A skill whose answers are typed, all of them."""


def row(actor: Actor) -> CoachingSession:
    """The latest conversation of the actor, as it is stored."""
    with reading() as tx:
        mine = select(CoachingSession).where(CoachingSession.user_id == actor.user_id)
        latest = mine.order_by(col(CoachingSession.started_at).desc()).limit(1)
        return tx.session.exec(latest).one()


def turns(session_id: UUID | str) -> list[CoachingTurn]:
    """Every turn that is stored, in order."""
    with reading() as tx:
        said = select(CoachingTurn).where(CoachingTurn.session_id == UUID(str(session_id)))
        return list(tx.session.exec(said.order_by(col(CoachingTurn.number))).all())


def times(actor: Actor) -> list[CoachingTime]:
    """The seconds that were counted."""
    with reading() as tx:
        mine = select(CoachingTime).where(CoachingTime.user_id == actor.user_id)
        return list(tx.session.exec(mine.order_by(col(CoachingTime.since))).all())


def flags(actor: Actor) -> list[CoachingFlag]:
    """What the staff should look at."""
    with reading() as tx:
        return list(
            tx.session.exec(select(CoachingFlag).where(CoachingFlag.user_id == actor.user_id)).all()
        )


def item(actor: Actor) -> content.Item:
    """The question on show."""
    session = row(actor)
    return content.instance(session.family, session.seed)


def do(actor: Actor, move: CoachMove, text: str = "") -> ChatView:
    """One move of somebody who has seen everything."""
    return coaching.move(actor, coaching.look(actor).number, move, text)


def answer(actor: Actor, *, right: bool) -> ChatView:
    """Answer the question on show."""
    asked = item(actor)
    given = content.right_answer(asked) if right else content.wrong_answer(asked)
    return do(actor, CoachMove.ANSWER, given)


def slip(actor: Actor) -> str:
    """The answer of a well-known wrong procedure to the question on show."""
    asked = item(actor)
    for at, choice in enumerate(asked.choices):
        if choice.misconception:
            return str(at)
    return content.slips(asked.family, asked.seed)[0][0]


def kinds(view: ChatView) -> list[str]:
    """What the turns are, in order."""
    return [turn.kind for turn in view.turns]


def buy_minutes(actor: Actor) -> None:
    """A pack of minutes from the shop, paid with XP."""
    with transaction() as tx:
        incentives.award_xp(tx, actor.user_id, 1000, XpReason.PRACTICE_COMPLETED, uuid4())
    shop.redeem(actor, "tutor-minutes", uuid4())

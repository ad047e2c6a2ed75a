"""Badges that are shown around, for tests: earning them, their links, and friends who try."""

from datetime import timedelta
from uuid import UUID, uuid4

from sqlmodel import col, select

from tests.decks import right_answer, wrong_answer
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.loops import Friend, spotlight
from vel_tutor.domain.loops.spotlight import TryView
from vel_tutor.models.spotlight import SpotlightTry


def earn(actor: Actor, badge: str = "algebra-expert", level: int = 1) -> UUID:
    """Give the actor a level of a badge; the id of what they hold now."""
    with transaction() as tx:
        incentives.award_badge(tx, actor.user_id, badge, level)
        held = incentives.badges_of(tx, actor.user_id)
        return next(one.id for one in held if (one.badge, one.level) == (badge, level))


def code_of(actor: Actor, row_id: UUID) -> str:
    """What stands in the link of the actor's badge."""
    return spotlight.share(actor, row_id).qr.split("/")[2]


def guest(visitor_id: str = "") -> Friend:
    """Somebody without an account."""
    return Friend(visitor_id=visitor_id or str(uuid4()), address="198.51.100.9")


def attempt(
    friend: Friend, code: str, *, answers: int = 5, wrong: int = 0, seconds: float = 6
) -> TryView:
    """Open the link and answer some of the questions, the first `wrong` of them wrong."""
    spotlight.invitation(friend, code)
    at = clock.now()
    view = spotlight.begin(friend, code, 9)
    session_id = UUID(view.play.session_id)
    for position in range(answers):
        pick = wrong_answer if position < wrong else right_answer
        at += timedelta(seconds=seconds)
        with clock.stopped(at):
            spotlight.answer(friend, code, position, pick(session_id, position))
            view = spotlight.next_question(friend, code, position)
    return view


def latest_try() -> UUID:
    """The deck of whoever began last."""
    with reading() as tx:
        begun = select(SpotlightTry.session_id).order_by(col(SpotlightTry.started_at).desc())
        return tx.session.exec(begun.limit(1)).one()

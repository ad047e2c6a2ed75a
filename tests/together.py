"""Being at a deck, for tests of who sees it and who may join."""

from datetime import datetime, timedelta
from uuid import UUID

from tests.decks import FIVE, right_answer, wrong_answer
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.domain import accounts, practice
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.live import presence, topics
from vel_tutor.live.presence import Doing, Here
from vel_tutor.vocabulary import ConsentScope


def practising(actor: Actor, choice: DeckChoice = FIVE) -> UUID:
    """The actor opens a deck, and is seen at it; its session."""
    session_id = UUID(practice.open_session(actor, choice).session_id)
    seen_at(actor, session_id)
    return session_id


def seen_at(actor: Actor, session_id: UUID) -> Here:
    """The page of the actor that shows the deck."""
    doing = Doing("practice", "math", "Fractions", str(session_id))
    page = Here(topics.learning(topics.EVERYTHING), _name(actor), str(session_id), doing)
    presence.enter(page)
    return page


def hide(actor: Actor) -> None:
    """The actor does not want to be seen any more."""
    accounts.switch_own(actor, ConsentScope.PRESENCE, on=False)


def finish(actor: Actor, session_id: UUID, *, seconds: float = 8, wrong: int = 0) -> datetime:
    """Answer what is left of the deck, `seconds` on each question; the moment it was done."""
    at = clock.now()
    for position in range(practice.resume(actor, session_id).answered, FIVE.size):
        with clock.stopped(at):
            practice.resume(actor, session_id)
            if position:
                practice.next_question(actor, session_id, position - 1)
        at += timedelta(seconds=seconds)
        said = wrong_answer if position < wrong else right_answer
        with clock.stopped(at):
            practice.submit_answer(actor, session_id, position, said(session_id, position))
    return at


def _name(actor: Actor) -> str:
    return presence.of_user(actor.user_id)

"""Playing decks in tests: answers that are right or wrong, and whole sessions at a human pace."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import select

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain import practice
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.models.practice import PracticeQuestion
from vel_tutor.vocabulary import Subject

FIVE = DeckChoice(subject=Subject.MATH, grade=4, size=5)
TEN = DeckChoice(subject=Subject.MATH, grade=4, size=10)
_NOBODY_WRITES = (
    "999983",
    "999983/7",
    "(91, 97)",
    "91 R 97",
    "91 : 97",
    "x + 999983",
    "$999983.00",
)


def question(session_id: UUID | str, position: int) -> content.Item:
    """The question at `position`, from 0."""
    with reading() as tx:
        row = tx.session.exec(
            select(PracticeQuestion).where(
                PracticeQuestion.session_id == UUID(str(session_id)),
                PracticeQuestion.position == position,
            )
        ).one()
    return content.instance(row.family, row.seed)


def right_answer(session_id: UUID | str, position: int) -> str:
    """What somebody writes who knows it."""
    item = question(session_id, position)
    if item.choices:
        return next(str(place) for place, choice in enumerate(item.choices) if choice.right)
    return item.key


def wrong_answer(session_id: UUID | str, position: int) -> str:
    """Something that counts as an answer and is wrong."""
    item = question(session_id, position)
    if item.choices:
        return next(str(place) for place, choice in enumerate(item.choices) if not choice.right)
    return next(
        words
        for words in _NOBODY_WRITES
        if (went := content.check(item, words)).counted and not went.right
    )


def finished(
    actor: Actor,
    choice: DeckChoice = FIVE,
    *,
    wrong: int = 0,
    seconds: int = 8,
    at: datetime | None = None,
) -> UUID:
    """A session the actor has finished, the first `wrong` answers wrong, `seconds` on each."""
    at = at or clock.now() - timedelta(minutes=choice.size)
    with clock.stopped(at):
        session = UUID(practice.open_session(actor, choice).session_id)
    for position in range(choice.size):
        given = (wrong_answer if position < wrong else right_answer)(session, position)
        at += timedelta(seconds=seconds)
        with clock.stopped(at):
            practice.submit_answer(actor, session, position, given)
            practice.next_question(actor, session, position)
    return session

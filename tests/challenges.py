"""Challenges in tests: who plays them, and what comes of it."""

from datetime import timedelta

from sqlmodel import col, select

from tests import people
from tests.decks import right_answer, wrong_answer
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain import loops
from vel_tutor.domain.loops import Friend, GameView, SentView
from vel_tutor.models.attribution import AttributionEvent
from vel_tutor.vocabulary import AttributionKind


def code_of(sent: SentView) -> str:
    """What stands in the link of a challenge."""
    return sent.share.qr.split("/")[2]


def play(
    friend: Friend, code: str, answers: int = 5, *, wrong: int = 0, seconds: float = 8
) -> GameView:
    """Open, begin and answer `answers` questions, the first `wrong` of them wrong."""
    at = clock.now()
    with clock.stopped(at):
        loops.invitation(friend, code)
        game = loops.begin(friend, code)
    start = game.play.answered
    for position in range(start, start + answers):
        session = game.play.session_id
        given = (wrong_answer if position < wrong else right_answer)(session, position)
        at += timedelta(seconds=seconds)
        with clock.stopped(at):
            loops.answer(friend, code, position, given)
            game = loops.next_question(friend, code, position)
    return game


def joins(name: str, visitor: str) -> Actor:
    """A guest signs up in the browser they have played in."""
    return people.acting(people.student(name, visitor_id=visitor))


def steps() -> list[AttributionKind]:
    """What is known of how people came, the first step first."""
    with reading() as tx:
        rows = tx.session.exec(select(AttributionEvent).order_by(col(AttributionEvent.at))).all()
        return [row.kind for row in rows]

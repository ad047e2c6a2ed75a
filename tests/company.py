"""Two in a room, in tests: who they are, and answering at a human pace."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from tests.decks import right_answer, wrong_answer
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain.loops import Friend, rescue
from vel_tutor.domain.loops.rescue import Given, RoomView
from vel_tutor.domain.practice import Player
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.models.rescue import RescueSeat

RIGHT = "right"


def guest(name: str = "guest", address: str = "") -> Friend:
    """Somebody without an account."""
    return Friend(visitor_id=name, address=address)


def member(actor: Actor, visitor: str = "a-members-browser") -> Friend:
    """Somebody signed in."""
    return Friend(visitor_id=visitor, member=actor)


def room_of(actor: Actor) -> UUID:
    """The room the actor has open."""
    return UUID(rescue.home(actor).room.split("/")[2])


def seat_of(somebody: Actor | Friend, room: UUID) -> RescueSeat:
    """Their seat in the room."""
    player = somebody.player if isinstance(somebody, Friend) else Player.of(somebody)
    with reading() as tx:
        return tx.session.exec(
            select(RescueSeat).where(
                RescueSeat.rescue_id == room,
                RescueSeat.player_user_id == player.user_id,
                RescueSeat.player_visitor_id == player.visitor_id,
            )
        ).one()


def give(
    friend: Friend, room: UUID, position: int, what: str = RIGHT, key: str = "here"
) -> RoomView:
    """Send one answer: `RIGHT`, "wrong", or those very words."""
    return _send(friend, room, seat_of(friend, room).session_id, Answer(position, what, key))


class Answer(NamedTuple):
    """One answer on its way."""

    position: int
    what: str = RIGHT
    key: str = "here"


def _send(friend: Friend, room: UUID, session: UUID, answer: Answer) -> RoomView:
    words = answer.what
    if words == RIGHT:
        words = right_answer(session, answer.position)
    elif words == "wrong":
        words = wrong_answer(session, answer.position)
    given = Given(position=answer.position, words=words, key=answer.key)
    return rescue.answer(friend, room, given)


def play(friend: Friend, room: UUID, until: int, *, wrong: int = 0, seconds: float = 8) -> None:
    """Answer from wherever they are up to question `until`; the first `wrong` of all wrong.

    All but the last answer go straight into the rows, as the room itself would leave them: what a
    deck leaves is practice's affair, and a tenth of the time is enough for it here.
    """
    seat, at = seat_of(friend, room), clock.now()
    last = until - 1
    if seat.answered < last:
        _write_down(seat, last, wrong=wrong, seconds=seconds, at=at)
    at += timedelta(seconds=seconds * (last - seat.answered))
    with clock.stopped(at):
        rescue.enter(friend, room)
    with clock.stopped(at + timedelta(seconds=seconds)):
        what = RIGHT if last >= wrong else "wrong"
        _send(friend, room, seat.session_id, Answer(last, what))
        rescue.next_question(friend, room, last)


def _write_down(seat: RescueSeat, until: int, *, wrong: int, seconds: float, at: datetime) -> None:
    """The rows of a seat as they are once `until` questions have been answered in time."""
    mine = col(PracticeQuestion.session_id) == seat.session_id
    done = col(PracticeQuestion.position) < until
    spent = round(1000 * seconds)
    given = {"answered_at": at, "shown_at": at, "clock_since": None, "spent_ms": spent}
    is_right = col(PracticeQuestion.position) >= wrong
    with transaction() as tx:
        rows = update(PracticeQuestion).where(mine, done)
        tx.session.exec(rows.values(**given, was_right=is_right))
        tx.session.exec(
            update(PracticeSession)
            .where(col(PracticeSession.id) == seat.session_id)
            .values(answered=until, correct=until - min(wrong, until))
        )
        tx.session.exec(
            update(RescueSeat)
            .where(col(RescueSeat.id) == seat.id)
            .values(answered=until, answered_at=at)
        )

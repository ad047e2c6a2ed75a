"""Practising in a room for two, each at their own pace.

Lines break: an answer may be lost, come twice, late, before the one it should follow, or from a
second device. Whatever comes, a question of a seat is marked once, by the first answer that came
for it, and in the order of the deck; what comes before its turn waits (`RescueAnswer`).
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import practice
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rescue import closing, queries, rewarding, room, rules, staying
from vel_tutor.domain.loops.rescue.events import RescueAnswered
from vel_tutor.domain.loops.rescue.room import Place, RoomOver
from vel_tutor.domain.loops.rescue.views import RoomView
from vel_tutor.domain.practice.views import AnswerView
from vel_tutor.models.rescue import RescueAnswer

ELSEWHERE = "You had answered this one on another device. That answer stands."


@dataclass(frozen=True, kw_only=True)
class Given:
    """One answer on its way: to which question, and who sends it."""

    position: int
    words: str
    key: str
    """The same key at the same question is the same answer again; another is another device."""


def enter(friend: Friend, room_id: UUID) -> RoomView:
    """The room as it stands for one of the two, on whichever device they come back.

    Raises: as `room.enter`.
    """
    with transaction() as tx:
        staying.stay(tx, friend, room_id)
        place = room.enter(tx, friend, room_id)
        closing.settle_if_due(tx, place.rescue)
        return queries.room_view(tx, place)


def answer(friend: Friend, room_id: UUID, given: Given) -> RoomView:
    """Take one answer in; what it makes ready is marked, and the verdict shown.

    Raises:
        RoomOver: it came after the end, and after what the way may take.
        Invalid: too long, or holding signs nobody can type.
        NotFound: there is no such question. Otherwise as `room.enter`.
    """
    words = practice.readable(given.words)
    if not 1 <= len(given.key) <= rules.LONGEST_KEY:
        raise Invalid
    if not 0 <= given.position < rules.SIZE:
        raise NotFound
    with transaction() as tx:
        place = _in_time(tx, friend, room_id)
        stands = _put(tx, place, given, words)
        feedback = "" if stands == given.key else ELSEWHERE
        feedback = _mark_what_is_ready(tx, place) or feedback
        return queries.room_view(tx, place, notice=feedback, is_answering=True)


def reveal(friend: Friend, room_id: UUID, position: int) -> RoomView:
    """Show the solution of question `position` instead of an answer; it counts as not right.

    Raises:
        RoomOver: time is over.
        NotOpenYet: an earlier question has no answer yet. Otherwise as `room.enter`.
    """
    with transaction() as tx:
        place = _in_time(tx, friend, room_id)
        _one_after_the_other(tx, place)
        went = practice.reveal_for(tx, place.player, place.mine.session_id, position)
        _note(tx, place, went)
        _mark_what_is_ready(tx, place)
        return queries.room_view(tx, place, is_answering=True)


def hint(friend: Friend, room_id: UUID, position: int, number: int) -> RoomView:
    """Show a hint of the question on show; see `practice.hint` for what it costs.

    Raises: as `reveal`.
    """
    with transaction() as tx:
        place = _in_time(tx, friend, room_id)
        play = practice.hint_for(tx, place.player, place.mine.session_id, position, number)
        return queries.room_view(tx, place, play)


def next_question(friend: Friend, room_id: UUID, position: int) -> RoomView:
    """Leave the verdict on `position` behind; after the last one comes the end.

    Raises: as `reveal`.
    """
    with transaction() as tx:
        place = room.enter(tx, friend, room_id)
        closing.settle_if_due(tx, place.rescue)
        play = None
        if not rules.is_over(place.rescue.ends_at, tx.now):
            play = practice.next_question_for(tx, place.player, place.mine.session_id, position)
        return queries.room_view(tx, place, play)


def _in_time(tx: Transaction, friend: Friend, room_id: UUID) -> Place:
    place = room.enter(tx, friend, room_id)
    if rules.is_late(place.rescue.ends_at, tx.now):
        raise RoomOver
    return place


def _put(tx: Transaction, place: Place, given: Given, words: str) -> str:
    """Keep the answer unless the question has one; the key of the one that stands."""
    if given.position >= place.mine.answered:
        new = RescueAnswer(
            seat_id=place.mine.id,
            position=given.position,
            key=given.key,
            given=words,
            received_at=tx.now,
        )
        tx.session.exec(
            insert(RescueAnswer)
            .values(**new.model_dump())
            .on_conflict_do_nothing(constraint="rescue_answer_once")
        )
    stands = select(RescueAnswer.key).where(
        RescueAnswer.seat_id == place.mine.id, RescueAnswer.position == given.position
    )
    return tx.session.exec(stands).one_or_none() or given.key


def _mark_what_is_ready(tx: Transaction, place: Place) -> str:
    """Mark the answers whose turn it is; in words what kept one from being read, if any."""
    waiting = {row.position: row for row in _waiting(tx, place)}
    ready = rules.in_turn(waiting, place.mine.answered)
    if ready and ready[-1] == rules.SIZE - 1:
        _one_after_the_other(tx, place)
    for position in ready:
        row = waiting[position]
        went = practice.answer_for(tx, place.player, place.mine.session_id, position, row.given)
        if not went.counted:
            tx.session.delete(row)
            tx.session.flush()
            return went.feedback
        row.given = ""
        tx.session.add(row)
        _note(tx, place, went)
    return ""


def _waiting(tx: Transaction, place: Place) -> list[RescueAnswer]:
    theirs = select(RescueAnswer).where(
        RescueAnswer.seat_id == place.mine.id, RescueAnswer.position >= place.mine.answered
    )
    return list(tx.session.exec(theirs).all())


def _one_after_the_other(tx: Transaction, place: Place) -> None:
    """Who may be about to finish takes both people's turns first, in the same order everywhere."""
    other = place.other.player_user_id if place.other else None
    room.one_at_a_time(tx, place.user_id, other)


def _note(tx: Transaction, place: Place, went: AnswerView) -> None:
    """Count one more answer, tell the other one, and finish after the last."""
    mine = place.mine
    if went.answered <= mine.answered:
        return
    mine.answered, mine.answered_at = went.answered, tx.now
    tx.session.add(mine)
    tx.publish(
        RescueAnswered(room_id=place.rescue.id, is_inviter=mine.is_inviter, count=mine.answered)
    )
    if went.completed and mine.completed_at is None:
        mine.completed_at = tx.now
        rewarding.finished(tx, place)

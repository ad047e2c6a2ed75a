"""What members add to the week of their rooms: right answers, each finished deck once."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import practice
from vel_tutor.domain.rooms import rules
from vel_tutor.domain.rooms.events import RoomAdvanced, RoomGoalReached
from vel_tutor.models.rooms import RoomCounted, RoomMember, RoomTally, RoomWeek, StudyRoom
from vel_tutor.vocabulary import RoomKind


def count(tx: Transaction, user_id: UUID, session_id: UUID) -> None:
    """Count a finished deck for each room of its player in that subject; told again, nothing.

    It belongs to the week in which it was finished, whenever this is told.
    """
    done = practice.right_answers(tx, session_id)
    if done is None or not done.right:
        return
    inside = (
        select(StudyRoom)
        .join(RoomMember, col(RoomMember.room_id) == StudyRoom.id)
        .where(RoomMember.user_id == user_id, col(RoomMember.left_at).is_(None))
        .where(RoomMember.counts, RoomMember.joined_at <= done.completed_at)
        .where(StudyRoom.subject == done.subject, StudyRoom.kind != RoomKind.WATCH_PARTY)
        .where(col(StudyRoom.closed_at).is_(None))
        .order_by(col(StudyRoom.id))
    )
    for room in tx.session.exec(inside).all():
        if _is_new(tx, room.id, session_id):
            week = rules.week_of(done.completed_at, room.time_zone)
            _advance(tx, room, week, done.right)
            _tally(tx, room.id, week, user_id, done.right)


def raise_goal(tx: Transaction, room: StudyRoom) -> None:
    """Somebody has come: the goal of a week under way grows with them, unless it was reached."""
    week = rules.week_of(tx.now, room.time_zone)
    goal = rules.goal(room.members)
    tx.session.exec(
        update(RoomWeek)
        .where(col(RoomWeek.room_id) == room.id, col(RoomWeek.week) == week)
        .where(col(RoomWeek.reached_at).is_(None))
        .values(goal=func.greatest(RoomWeek.goal, goal))
    )


def weeks(tx: Transaction, room: StudyRoom, names: tuple[str, ...]) -> dict[str, RoomWeek]:
    """What was written of those weeks of a room, by their names."""
    rows = tx.session.exec(
        select(RoomWeek).where(RoomWeek.room_id == room.id, col(RoomWeek.week).in_(names))
    ).all()
    return {row.week: row for row in rows}


def _is_new(tx: Transaction, room_id: UUID, session_id: UUID) -> bool:
    row = RoomCounted(room_id=room_id, session_id=session_id, at=tx.now)
    added = (
        insert(RoomCounted)
        .values(**row.model_dump())
        .on_conflict_do_nothing(constraint="room_counted_once")
        .returning(col(RoomCounted.id))
    )
    return tx.session.exec(added).first() is not None


def _advance(tx: Transaction, room: StudyRoom, week: str, right: int) -> None:
    """Add to the week; a week begins when somebody first adds to it."""
    row = RoomWeek(room_id=room.id, week=week, goal=rules.goal(room.members), done=right)
    added = insert(RoomWeek).values(**row.model_dump())
    more = added.on_conflict_do_update(
        constraint="room_week_once", set_={"done": col(RoomWeek.done) + right}
    ).returning(col(RoomWeek.id))
    week_id = tx.session.exec(more).scalar_one()
    reached = (
        update(RoomWeek)
        .where(col(RoomWeek.id) == week_id, col(RoomWeek.reached_at).is_(None))
        .where(col(RoomWeek.done) >= col(RoomWeek.goal))
        .values(reached_at=tx.now)
        .returning(col(RoomWeek.id))
    )
    tx.publish(RoomAdvanced(room_id=room.id))
    if tx.session.exec(reached).first() is not None:
        tx.publish(RoomGoalReached(room_id=room.id, week=week))


def _tally(tx: Transaction, room_id: UUID, week: str, user_id: UUID, right: int) -> None:
    row = RoomTally(room_id=room_id, week=week, user_id=user_id, points=right)
    tx.session.exec(
        insert(RoomTally)
        .values(**row.model_dump())
        .on_conflict_do_update(
            constraint="room_tally_once", set_={"points": col(RoomTally.points) + right}
        )
    )

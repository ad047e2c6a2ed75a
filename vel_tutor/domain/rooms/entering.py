"""Coming into a room and leaving it. How many are inside is kept with each coming and going."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, safety
from vel_tutor.domain.rooms import counting, goers, rules
from vel_tutor.domain.rooms.events import RoomChanged, RoomClosed, RoomJoined, RoomLeft
from vel_tutor.domain.rooms.goers import Goer
from vel_tutor.domain.rooms.refusals import (
    KeeperNeeded,
    NotOpenYet,
    NotSocial,
    RoomBarred,
    RoomFull,
    TooManyRooms,
)
from vel_tutor.models.accounts import User
from vel_tutor.models.rooms import RoomMember, RoomReminder, RoomTally, StudyRoom
from vel_tutor.vocabulary import STUDENTS, AgeBand, Farewell, Role, RoomRole


def join(actor: Actor, room_id: UUID) -> None:
    """Let the actor into a room; asked again, nothing changes.

    Raises:
        NotAllowed: not a student; others keep rooms, and are in them from the start.
        NotSocial: being with others is switched off for them.
        NotFound: no such room for people of their age, or it is over.
        RoomFull, RoomBarred, TooManyRooms, NotOpenYet, TooMany: as they say.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        who = goers.goer(tx, actor)
        if who.is_shut_out:
            raise NotSocial
        room = goers.locked(tx, who, room_id)
        seat = goers.seat(tx, room_id, who.user_id)
        if seat is None or seat.left_at is not None:
            _check(tx, who, room, seat)
            safety.spend(safety.ROOM_JOINING, str(who.user_id))
            come_in(tx, room, who, RoomRole.MEMBER)


def come_in(tx: Transaction, room: StudyRoom, who: Goer, role: RoomRole) -> None:
    """Write somebody into a locked room they are not in."""
    row = RoomMember(
        room_id=room.id,
        user_id=who.user_id,
        role=role,
        counts=who.is_student,
        joined_at=tx.now,
        saw_week=rules.week_before(rules.week_of(tx.now, room.time_zone)),
    )
    again = {"role": role, "joined_at": tx.now, "left_at": None, "removed_at": None}
    tx.session.exec(
        insert(RoomMember)
        .values(**row.model_dump())
        .on_conflict_do_update(constraint="room_member_once", set_=again)
    )
    if who.is_student:
        room.members += 1
        tx.session.add(room)
        tx.session.flush()
        counting.raise_goal(tx, room)
    tx.publish(RoomJoined(room_id=room.id, user_id=who.user_id))


def _check(tx: Transaction, who: Goer, room: StudyRoom, seat: RoomMember | None) -> None:
    if seat is not None and rules.is_barred(seat.removed_at, tx.now):
        raise RoomBarred
    if rules.is_early(room.starts_at, tx.now):
        raise NotOpenYet
    if rules.is_over(room.ends_at, tx.now):
        raise NotFound
    if not rules.has_room(room.kind, room.members):
        raise RoomFull
    inside = select(func.count()).where(
        RoomMember.user_id == who.user_id, col(RoomMember.left_at).is_(None)
    )
    if tx.session.exec(inside).one() >= rules.MOST_ROOMS:
        raise TooManyRooms


def leave(actor: Actor, room_id: UUID, farewell: Farewell | None = None) -> None:
    """Let the actor out; whoever is not in the room is out already.

    Args:
        farewell: what becomes of the room when its only keeper leaves.

    Raises:
        NotFound: no such room.
        KeeperNeeded: they are its only keeper, and have not said what becomes of it.
    """
    with transaction() as tx:
        who = goers.goer(tx, actor)
        room = goers.locked(tx, who, room_id)
        seat = goers.seat(tx, room_id, who.user_id)
        if seat is None or seat.left_at is not None:
            return
        if seat.role is RoomRole.KEEPER and not other_keeper(tx, room, who.user_id):
            if farewell is None:
                raise KeeperNeeded
            if farewell is Farewell.CLOSE or not hand_over(tx, room, seat):
                close_down(tx, room)
        go_out(tx, room, seat)


def go_out(tx: Transaction, room: StudyRoom, seat: RoomMember, *, removed: bool = False) -> None:
    """Take somebody out of a locked room: off its list and its board, and uncounted."""
    seat.left_at, seat.role = tx.now, RoomRole.MEMBER
    seat.removed_at = tx.now if removed else None
    tx.session.add(seat)
    if seat.counts:
        room.members -= 1
        tx.session.add(room)
    mine = (col(RoomTally.room_id) == room.id, col(RoomTally.user_id) == seat.user_id)
    tx.session.exec(delete(RoomTally).where(*mine))
    tx.publish(RoomLeft(room_id=room.id, user_id=seat.user_id, was_removed=removed))


def hand_over(tx: Transaction, room: StudyRoom, keeper: RoomMember) -> bool:
    """Make whoever has been in the room longest its keeper; whether there is anybody.

    Children keep no rooms.
    """
    if room.band is AgeBand.CHILD:
        return False
    heir = tx.session.exec(
        select(RoomMember)
        .where(RoomMember.room_id == room.id, RoomMember.user_id != keeper.user_id)
        .where(col(RoomMember.left_at).is_(None), col(RoomMember.counts))
        .order_by(col(RoomMember.joined_at), col(RoomMember.id))
        .limit(1)
    ).one_or_none()
    if heir is None:
        return False
    heir.role = RoomRole.KEEPER
    tx.session.add(heir)
    tx.publish(RoomChanged(room_id=room.id))
    return True


def close_down(tx: Transaction, room: StudyRoom) -> None:
    """Close a locked room. Who was in it stays written, so that it can say it is over."""
    room.closed_at = tx.now
    tx.session.add(room)
    tx.publish(RoomClosed(room_id=room.id))


def leave_if_hidden(tx: Transaction, user_id: UUID) -> None:
    """Take somebody out of every room they may not be in any more.

    That is whoever is not to be with others or seen by them, has come of another age, or is gone.
    """
    user = tx.session.get(User, user_id)
    is_gone = user is None or user.closed_at is not None
    if user is not None and user.role is not Role.STUDENT and not is_gone:
        return
    is_social = accounts.scopes_of(tx, user_id) >= rules.NEEDED
    if not is_social:  # nor are they told of any
        tx.session.exec(delete(RoomReminder).where(col(RoomReminder.user_id) == user_id))
    leave_all(tx, user_id, but=user.age_band if user and is_social else None)


def leave_all(tx: Transaction, user_id: UUID, *, but: AgeBand | None = None) -> None:
    """Take somebody out of all their rooms, `but` those of one age band."""
    inside = select(RoomMember.room_id).where(
        RoomMember.user_id == user_id, col(RoomMember.left_at).is_(None)
    )
    theirs = select(StudyRoom).where(col(StudyRoom.id).in_(inside), StudyRoom.band != but)
    ordered = theirs.order_by(col(StudyRoom.id)).with_for_update(key_share=True)
    for room in tx.session.exec(ordered).all():
        seat = goers.seat(tx, room.id, user_id)
        if seat is None or seat.left_at is not None:
            continue
        was_alone = seat.role is RoomRole.KEEPER and not other_keeper(tx, room, user_id)
        if was_alone and not hand_over(tx, room, seat):
            close_down(tx, room)
        go_out(tx, room, seat)


def forget(tx: Transaction, user_id: UUID) -> None:
    """Nothing of a forgotten child stays in any room."""
    leave_all(tx, user_id)
    tx.session.flush()
    for table in (RoomTally, RoomReminder, RoomMember):
        tx.session.exec(delete(table).where(col(table.user_id) == user_id))


def other_keeper(tx: Transaction, room: StudyRoom, user_id: UUID) -> bool:
    """Whether somebody else looks after the room, too."""
    others = select(RoomMember.id).where(
        RoomMember.room_id == room.id,
        RoomMember.user_id != user_id,
        RoomMember.role == RoomRole.KEEPER,
        col(RoomMember.left_at).is_(None),
    )
    return tx.session.exec(others.limit(1)).first() is not None

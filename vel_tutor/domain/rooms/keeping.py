"""Looking after a room: putting somebody out, another name, closing it, saying what is wrong."""

from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import friends, safety
from vel_tutor.domain.rooms import entering, goers, rules
from vel_tutor.domain.rooms.events import RoomChanged
from vel_tutor.domain.rooms.goers import Goer
from vel_tutor.domain.rooms.refusals import NameOdd, NotInside
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import AuditAction, CaseKind, ReportKind, RoomKind, RoomRole


def remove(actor: Actor, room_id: UUID, member_id: UUID) -> None:
    """Put a member out of a room, for thirty days at the least; their page closes at once.

    Args:
        member_id: of their row in this room, which says nothing about who they are elsewhere.

    Raises:
        NotFound: no such room for the actor.
        NotAllowed: the actor does not look after it, or it is its keeper who is to go.
        NotInside: there is no such member in it.
    """
    with transaction() as tx:
        who, room = _kept(tx, actor, room_id)
        seat = _member(tx, room_id, member_id)
        is_own = seat.user_id == who.user_id
        if is_own or (seat.role is RoomRole.KEEPER and not who.is_warden):
            raise NotAllowed
        if seat.role is RoomRole.KEEPER:
            entering.hand_over(tx, room, seat)
        entering.go_out(tx, room, seat, removed=True)
        safety.remember(
            tx,
            AuditAction.ROOM_MEMBER_REMOVED,
            actor_id=who.user_id,
            subject_id=seat.user_id,
            object_id=room_id,
        )


def rename(actor: Actor, room_id: UUID, typed: str) -> None:
    """Give a room another name; its address stays, for it is out in the world.

    Raises:
        NotFound: no such room.
        NotAllowed: not one of the staff who look after rooms.
        NameOdd: that is no name.
    """
    actor.must_be(*rules.WARDENS)
    name = rules.typed_name(typed)
    if name is None:
        raise NameOdd
    with transaction() as tx:
        who = goers.goer(tx, actor)
        room = goers.locked(tx, who, room_id)
        room.name = name
        tx.session.add(room)
        tx.publish(RoomChanged(room_id=room_id))
        safety.remember(tx, AuditAction.ROOM_RENAMED, actor_id=who.user_id, object_id=room_id)


def close(actor: Actor, room_id: UUID) -> None:
    """Close a room for good.

    Raises:
        NotFound: no such room, or it was closed.
        NotAllowed: the actor does not look after it; clubs are closed by the staff only.
    """
    with transaction() as tx:
        who, room = _kept(tx, actor, room_id)
        if room.kind is RoomKind.CLUB and not who.is_warden:
            raise NotAllowed
        entering.close_down(tx, room)
        safety.remember(tx, AuditAction.ROOM_CLOSED, actor_id=who.user_id, object_id=room_id)


def report_member(actor: Actor, room_id: UUID, member_id: UUID, kind: ReportKind) -> None:
    """Tell trust and safety about a member, whom the actor then sees no longer.

    Raises:
        NotFound: no such room for the actor, or no such member in it.
        TooMany: that was enough for now.
    """
    with reading() as tx:
        who = goers.goer(tx, actor)
        _seen(tx, who, room_id)
        about = _member(tx, room_id, member_id).user_id
    friends.report(actor, about, kind)


def report_room(actor: Actor, room_id: UUID, kind: ReportKind) -> None:
    """Tell trust and safety about a room, which is no longer on the shelf of the actor.

    Raises:
        NotFound: no such room for the actor, or nobody to be told about.
        TooMany: that was enough for now.
    """
    with reading() as tx:
        who = goers.goer(tx, actor)
        room = _seen(tx, who, room_id)
        about = room.creator_id
    if about is None or about == actor.user_id:
        raise NotFound("The house keeps this room itself. Report a member of it instead.")
    friends.report(actor, about, kind, room_id, CaseKind.ROOM)


def _kept(tx: Transaction, actor: Actor, room_id: UUID) -> tuple[Goer, StudyRoom]:
    """The room, locked, for whoever looks after it."""
    who = goers.goer(tx, actor)
    room = goers.locked(tx, who, room_id)
    if not who.is_warden:
        mine = goers.seat(tx, room_id, who.user_id)
        if mine is None or mine.left_at is not None or mine.role is not RoomRole.KEEPER:
            raise NotAllowed
    return who, room


def _seen(tx: Transaction, who: Goer, room_id: UUID) -> StudyRoom:
    room = tx.session.get(StudyRoom, room_id)
    if room is None:
        raise NotFound
    return goers.known(tx, who, room.slug)


def _member(tx: Transaction, room_id: UUID, member_id: UUID) -> RoomMember:
    seat = tx.session.get(RoomMember, member_id)
    if seat is None or seat.room_id != room_id or seat.left_at is not None:
        raise NotInside
    return seat

"""Asking friends into a room; they are told in the app, and decide for themselves."""

from uuid import UUID, uuid5

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, friends, notifications, safety
from vel_tutor.domain.rooms import goers, rules
from vel_tutor.domain.rooms.goers import Goer
from vel_tutor.domain.rooms.views import InviteeView
from vel_tutor.models.accounts import User
from vel_tutor.models.notifications import Notification
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import STUDENTS, NotificationKind

_MOST = 50


def invitees(actor: Actor, room_id: UUID) -> tuple[InviteeView, ...]:
    """The actor's friends who could come into the room and are not in it.

    Raises:
        NotFound: no such room of the actor's.
        NotAllowed: inviting is switched off for them.
    """
    with reading() as tx:
        room, who = _inside(tx, actor, room_id)
        able = _able(tx, room, who)
        called = friends.names(tx, who.user_id, able)
        asked = set(
            tx.session.exec(
                select(Notification.source_id)
                .where(Notification.kind == NotificationKind.ROOM_INVITED)
                .where(col(Notification.user_id).in_(able))
                .where(col(Notification.source_id).in_([_cause(room_id, one) for one in able]))
            ).all()
        )
        return tuple(
            InviteeView(str(one), called[one], is_asked=_cause(room_id, one) in asked)
            for one in able
        )


def invite(actor: Actor, room_id: UUID, friend_id: UUID) -> None:
    """Ask a friend into a room. Whoever was asked into it before is not asked again.

    Raises:
        NotFound: no such room of the actor's, or no such friend who could come.
        NotAllowed: inviting is switched off for them.
        TooMany: enough for a day.
    """
    with transaction() as tx:
        room, who = _inside(tx, actor, room_id)
        if friend_id not in _able(tx, room, who):
            raise NotFound
        safety.spend(safety.ROOM_INVITING, str(who.user_id))
        notifications.tell(
            tx,
            friend_id,
            NotificationKind.ROOM_INVITED,
            source_id=_cause(room_id, friend_id),
            path=routes.room(room.slug),
            data={"room": room.name},
        )


def _inside(tx: Transaction, actor: Actor, room_id: UUID) -> tuple[StudyRoom, Goer]:
    actor.must_be(*STUDENTS)
    if not accounts.may_invite(actor):
        raise NotAllowed
    who = goers.goer(tx, actor)
    room = tx.session.get(StudyRoom, room_id)
    seat = goers.seat(tx, room_id, who.user_id)
    is_inside = seat is not None and seat.left_at is None
    if room is None or room.closed_at is not None or not is_inside or who.is_shut_out:
        raise NotFound
    return room, who


def _able(tx: Transaction, room: StudyRoom, who: Goer) -> list[UUID]:
    """The friends who may know of the room and are not in it, nor put out of it."""
    theirs = friends.friends_of(tx, who.user_id)
    of_age = User.age_band == room.band
    fitting = set(
        tx.session.exec(
            select(User.id)
            .where(col(User.id).in_(theirs), of_age, User.simulation == room.simulation)
            .where(User.closed_at == None)  # noqa: E711
        ).all()
    )
    rows = tx.session.exec(
        select(RoomMember).where(
            RoomMember.room_id == room.id, col(RoomMember.user_id).in_(fitting)
        )
    ).all()
    taken = {
        row.user_id
        for row in rows
        if row.left_at is None or rules.is_barred(row.removed_at, tx.now)
    }
    return [one for one in theirs if one in fitting - taken][:_MOST]


def _cause(room_id: UUID, friend_id: UUID) -> UUID:
    """What an invitation is known by: one room, one friend, whoever asks."""
    return uuid5(room_id, str(friend_id))

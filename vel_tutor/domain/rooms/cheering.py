"""The signs people give each other in a room: counted, never written down by whom."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotAllowed
from vel_tutor.domain import safety
from vel_tutor.domain.rooms import goers, rules
from vel_tutor.models.rooms import RoomCheer, StudyRoom
from vel_tutor.vocabulary import Cheer

SIGNS = tuple(Cheer)


def cheer(actor: Actor, slug: str, sign: str) -> tuple[UUID, tuple[int, ...]]:
    """Give a sign to everybody in a room.

    Returns:
        The room, and how often each sign was given today, in the order of `SIGNS`.

    Raises:
        NotFound: no such room for the actor.
        NotAllowed: they are not in it, or it is over.
        Invalid: no such sign.
        TooMany: that was a lot in a minute.
    """
    if sign not in set(Cheer):
        raise Invalid
    with transaction() as tx:
        who = goers.goer(tx, actor)
        room = goers.known(tx, who, slug)
        seat = goers.seat(tx, room.id, who.user_id)
        is_done = rules.is_over(room.ends_at, tx.now) and not rules.lingers(room.ends_at, tx.now)
        is_over = room.closed_at is not None or is_done
        if seat is None or seat.left_at is not None or is_over:
            raise NotAllowed
        safety.spend(safety.ROOM_CHEERS, str(who.user_id))
        _add(tx, room, Cheer(sign))
        return room.id, today(tx, room)


def today(tx: Transaction, room: StudyRoom) -> tuple[int, ...]:
    """How often each sign was given today, by the clock of the room."""
    rows: Sequence[tuple[str, int]] = tx.session.exec(
        select(RoomCheer.cheer, RoomCheer.count).where(
            RoomCheer.room_id == room.id, RoomCheer.day == _day(tx, room)
        )
    ).all()
    counted = dict(rows)
    return tuple(counted.get(sign, 0) for sign in SIGNS)


def forget_before(tx: Transaction, day: date) -> int:
    """Delete what was given on days before; returns how many counts."""
    return tx.session.exec(delete(RoomCheer).where(col(RoomCheer.day) < day)).rowcount


def _add(tx: Transaction, room: StudyRoom, sign: Cheer) -> None:
    row = RoomCheer(room_id=room.id, day=_day(tx, room), cheer=sign, count=1)
    tx.session.exec(
        insert(RoomCheer)
        .values(**row.model_dump())
        .on_conflict_do_update(
            constraint="room_cheer_once", set_={"count": col(RoomCheer.count) + 1}
        )
    )


def _day(tx: Transaction, room: StudyRoom) -> date:
    return tx.now.astimezone(ZoneInfo(room.time_zone)).date()

"""Rooms of many as classes with boards of their own: clubs and study groups, not one evening's."""

from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain.boards import actions
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import RoomKind


def follow_room(tx: Transaction, room_id: UUID) -> None:
    """Let a room have boards as long as it is open, under the name it has now."""
    room = _room(tx, room_id)
    if room is not None and room.closed_at is None:
        actions.open_cohort(tx, room.id, room.name, room.time_zone)
    elif room is not None:
        actions.close_cohort(tx, room.id)


def follow_member(tx: Transaction, room_id: UUID, user_id: UUID) -> None:
    """Let somebody be on the boards of a room if they are in it now, whatever came before."""
    room = _room(tx, room_id)
    if room is None:
        return
    inside = select(RoomMember.id).where(
        RoomMember.room_id == room_id,
        RoomMember.user_id == user_id,
        col(RoomMember.counts),
        col(RoomMember.left_at).is_(None),
    )
    if room.closed_at is None and tx.session.exec(inside).first() is not None:
        actions.open_cohort(tx, room.id, room.name, room.time_zone)
        actions.join_cohort(tx, room.id, user_id)
    else:
        actions.leave_cohort(tx, room.id, user_id)


def page_of(tx: Transaction, cohort_id: UUID) -> str:
    """Where the room is whose boards these are; empty for a class."""
    room = _room(tx, cohort_id)
    return routes.room(room.slug) if room is not None else ""


def _room(tx: Transaction, room_id: UUID) -> StudyRoom | None:
    return tx.session.exec(
        select(StudyRoom).where(StudyRoom.id == room_id, StudyRoom.kind != RoomKind.WATCH_PARTY)
    ).one_or_none()

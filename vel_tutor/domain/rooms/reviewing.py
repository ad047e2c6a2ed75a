"""Rooms for the staff, who look at what was reported."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.domain import safety
from vel_tutor.domain.rooms import entering
from vel_tutor.domain.rooms.views import ReviewedRoomView
from vel_tutor.models.rooms import StudyRoom
from vel_tutor.vocabulary import AuditAction


def rooms_for_staff(tx: Transaction, ids: Collection[UUID]) -> dict[UUID, ReviewedRoomView]:
    """What `ids` are called and how they stand; for callers who have made sure they may look."""
    if not ids:
        return {}
    rows = tx.session.exec(select(StudyRoom).where(col(StudyRoom.id).in_(ids))).all()
    return {
        row.id: ReviewedRoomView(
            name=row.name,
            members=row.members,
            href=routes.room(row.slug),
            is_open=row.closed_at is None,
        )
        for row in rows
    }


def take_down(tx: Transaction, room_id: UUID, *, by: UUID) -> None:
    """Close a room that was reported; one that is closed already stays so."""
    room = tx.session.exec(
        select(StudyRoom).where(StudyRoom.id == room_id).with_for_update(key_share=True)
    ).one_or_none()
    if room is None or room.closed_at is not None:
        return
    entering.close_down(tx, room)
    safety.remember(tx, AuditAction.ROOM_CLOSED, actor_id=by, object_id=room_id)

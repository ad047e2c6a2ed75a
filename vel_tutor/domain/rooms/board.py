"""The board of the week of one room: names made up for it, and one's own place in any case."""

from collections.abc import Collection
from typing import cast
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.domain.rooms import rules
from vel_tutor.domain.rooms.views import LineView
from vel_tutor.models.rooms import RoomTally


def alias(room_id: UUID, week: str, user_id: UUID) -> str:
    """What the others read for a member, on this board in this week only."""
    key = settings().signing_keys[-1].encode()
    return accounts.pseudonym(rules.face_id(key, room_id, week, user_id))


def own_line(tx: Transaction, room_id: UUID, week: str, user_id: UUID) -> tuple[LineView, int]:
    """Where somebody stands, and how many players there are; no rank without an answer."""
    mine = (
        select(RoomTally.points)
        .where(RoomTally.room_id == room_id, RoomTally.week == week, RoomTally.user_id == user_id)
        .scalar_subquery()
    )
    found = tx.session.exec(
        select(mine, func.count(), func.count().filter(col(RoomTally.points) > mine)).where(
            RoomTally.room_id == room_id, RoomTally.week == week
        )
    ).one()
    points, players, above = cast("tuple[int | None, int, int]", found)
    if points is None:
        return LineView(is_you=True), players
    name = alias(room_id, week, user_id)
    return LineView(name=name, rank=above + 1, points=points, is_you=True), players


def top(
    tx: Transaction, room_id: UUID, week: str, viewer: UUID, hidden: Collection[UUID]
) -> tuple[LineView, ...]:
    """The first ten; `hidden` are those whom the viewer does not meet."""
    rows = tx.session.exec(
        select(RoomTally)
        .where(RoomTally.room_id == room_id, RoomTally.week == week)
        .order_by(col(RoomTally.points).desc(), col(RoomTally.id))
        .limit(rules.BOARD_SIZE)
    ).all()
    points = [row.points for row in rows]
    return tuple(
        LineView(
            name=alias(room_id, week, row.user_id),
            rank=1 + sum(others > row.points for others in points),
            points=row.points,
            is_you=row.user_id == viewer,
        )
        for row in rows
        if row.user_id not in hidden
    )

"""Rooms whose time is over, or whose other one is gone: by the clock, and for whoever looks."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, or_
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import practice
from vel_tutor.domain.loops.rescue import rewarding, room, rules
from vel_tutor.domain.loops.rescue.events import RescueClosed
from vel_tutor.models.rescue import Rescue, RescueAnswer, RescueSeat

KEPT = timedelta(days=7)
_AT_A_TIME = 100


def settle_if_due(tx: Transaction, rescue: Rescue) -> None:
    """Close the room if its time is over; give whoever is done what they need not wait for."""
    if rescue.closed_at is not None:
        return
    if rules.is_late(rescue.ends_at, tx.now):
        _close(tx, rescue)
    elif any(seat.completed_at for seat in room.seats(tx, rescue)):
        rewarding.settle(tx, rescue)


def _close(tx: Transaction, rescue: Rescue) -> None:
    rewarding.settle(tx, rescue)
    rescue.closed_at = rescue.closed_at or tx.now
    tx.session.add(rescue)
    _forget_waiting(tx, [seat.id for seat in room.seats(tx, rescue)])
    tx.publish(RescueClosed(room_id=rescue.id))


def _forget_waiting(tx: Transaction, seat_ids: list[UUID]) -> None:
    """What came before its turn and never got one is nobody's any more."""
    tx.session.exec(
        delete(RescueAnswer).where(
            col(RescueAnswer.seat_id).in_(seat_ids), col(RescueAnswer.given) != ""
        )
    )


def close_over() -> int:
    """Close the rooms whose time is over, and settle those where somebody waits for nobody.

    Returns:
        How many were closed.
    """
    closed = 0
    for room_id in _due():
        with transaction() as tx:
            rescue = room.locked(tx, room_id)
            if rescue is not None and rescue.closed_at is None:
                settle_if_due(tx, rescue)
                closed += rescue.closed_at is not None
    return closed


def _due() -> list[UUID]:
    """Rooms whose time is over, and open ones in which one of the two is done and not paid."""
    waits = select(RescueSeat.rescue_id).where(
        col(RescueSeat.completed_at).is_not(None), col(RescueSeat.earned_at).is_(None)
    )
    with transaction() as tx:
        over = col(Rescue.ends_at) < tx.now - rules.LATE
        due = select(Rescue.id).where(
            col(Rescue.closed_at).is_(None), or_(over, col(Rescue.id).in_(waits))
        )
        return list(tx.session.exec(due.order_by(col(Rescue.ends_at)).limit(_AT_A_TIME)).all())


def forget_unfinished_guests() -> int:
    """Delete guests' seats that were taken a week ago and never finished, answers and all.

    Returns:
        How many were cleared; call again until there are none.
    """
    with transaction() as tx:
        left = select(RescueSeat).where(
            col(RescueSeat.player_visitor_id).is_not(None),
            col(RescueSeat.completed_at).is_(None),
            col(RescueSeat.sat_at) < tx.now - KEPT,
        )
        seats = tx.session.exec(left.limit(_AT_A_TIME).with_for_update(skip_locked=True)).all()
        for seat in seats:
            tx.session.delete(seat)
        tx.session.flush()
        practice.purge(tx, [seat.session_id for seat in seats])
        return len(seats)

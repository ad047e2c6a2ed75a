"""Whoever sat down as a guest and then signed in goes on in the same seat."""

from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain import practice
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rescue import rewarding, room
from vel_tutor.models.rescue import Rescue, RescueSeat


def guest_seat(tx: Transaction, friend: Friend, rescue: Rescue) -> RescueSeat | None:
    """The seat that a student who has none in this room took on this browser before signing in."""
    if friend.student is None or not friend.visitor_id:
        return None
    taken = room.seats(tx, rescue)
    if any(room.sits(seat, friend.player) for seat in taken):
        return None
    return next((seat for seat in taken if seat.player_visitor_id == friend.visitor_id), None)


def stay(tx: Transaction, friend: Friend, room_id: UUID) -> None:
    """Make a seat of theirs from before they signed in the member's own, with its answers.

    Raises: as `room.enter`, except that they need no seat yet.
    """
    rescue = room.lock(tx, friend, room_id)
    seat = guest_seat(tx, friend, rescue)
    if seat is None or friend.student is None:
        return
    room.admit(tx, friend, rescue)
    member_id = friend.student.user_id
    practice.claim(tx, friend.visitor_id, member_id, session_id=seat.session_id)
    rewarding.seat_member(tx, rescue, seat, member_id)

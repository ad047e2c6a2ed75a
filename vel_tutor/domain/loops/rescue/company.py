"""Whether the other one is there. Being there is known for a moment only, deeds are for good."""

from datetime import datetime

from vel_tutor.core.db import Transaction
from vel_tutor.domain.loops.rescue import rules
from vel_tutor.live import presence, topics
from vel_tutor.models.rescue import Rescue, RescueSeat


def is_here(rescue: Rescue, seat: RescueSeat) -> bool:
    """Whether whoever sits there has the room open, on any device."""
    if seat.player_user_id:
        person = presence.of_user(seat.player_user_id)
    else:
        person = presence.of_visitor(seat.player_visitor_id or "")
    return any(one.person == person for one in presence.members(topics.rescue(rescue.id)))


def is_lost(tx: Transaction, rescue: Rescue, seat: RescueSeat) -> bool:
    """Whether nobody has to wait for this one any more: time is over, or they are gone."""
    if rules.is_late(rescue.ends_at, tx.now):
        return True
    return is_quiet(tx, seat) and not is_here(rescue, seat)


def is_quiet(tx: Transaction, seat: RescueSeat) -> bool:
    """Whether they have done nothing for long enough to be lost, unless they are here."""
    return rules.is_quiet(last_deed(seat), tx.now)


def last_deed(seat: RescueSeat) -> datetime:
    """When they came or answered last."""
    return seat.answered_at or seat.sat_at

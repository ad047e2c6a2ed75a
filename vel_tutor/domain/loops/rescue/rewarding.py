"""What comes of a room: shields, the feed, and the first value of an invited friend, once each."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound, TooMany
from vel_tutor.domain import (
    accounts,
    attribution,
    feed,
    incentives,
    notifications,
    practice,
    safety,
)
from vel_tutor.domain.loops import rules as loop_rules
from vel_tutor.domain.loops.rescue import company, room, rules
from vel_tutor.domain.loops.rescue.events import RescueCompleted, RescueRewarded
from vel_tutor.domain.loops.rescue.room import Place
from vel_tutor.domain.loops.rescue.rules import Work
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import FeedKind, Hold, LoopKind, NotificationKind, ShieldReason


def finished(tx: Transaction, place: Place) -> None:
    """One of the two has just answered everything."""
    mine = place.mine
    mine.held = _hold(tx, place.rescue, mine) or _burst(place)
    tx.session.add(mine)
    tx.session.flush()
    if not mine.is_inviter:
        attribution.first_value(
            tx,
            attribution.link_ever(tx, place.rescue.link_id),
            visitor_id=mine.player_visitor_id,
            user_id=mine.player_user_id,
            held=mine.held,
        )
    settle(tx, place.rescue)


def _burst(place: Place) -> Hold | None:
    """Whether too many guests at one address have reached something within the hour."""
    friend = place.friend
    if friend.student or not friend.address:
        return None
    try:
        safety.spend(safety.FIRST_VALUE_ADDRESS, safety.network(friend.address))
    except TooMany:
        return Hold.ADDRESS_BURST
    return None


def _hold(tx: Transaction, rescue: Rescue, seat: RescueSeat) -> Hold | None:
    """Why somebody should look at the answers of a seat before they bring anything."""
    if loop_rules.is_rapid(practice.answer_times(tx, seat.session_id)):
        return Hold.TOO_FAST
    if seat.is_inviter:
        return None
    return attribution.hold_of(
        tx, rescue.inviter_id, visitor_id=seat.player_visitor_id, user_id=seat.player_user_id
    )


def settle(tx: Transaction, rescue: Rescue) -> None:
    """Give each of the two what they have earned by now; telling it again changes nothing.

    Whoever calls this holds the room locked.
    """
    seats = room.seats(tx, rescue)
    works = [_work(tx, rescue, seat) for seat in seats]
    for seat, mine in zip(seats, works, strict=True):
        other = next((work for work in works if work is not mine), None)
        if seat.earned_at is None and rules.earns(mine, other):
            seat.earned_at = tx.now
            tx.session.add(seat)
    _pay(tx, rescue, seats)
    if rescue.closed_at is None and len(seats) == 2 and all(seat.completed_at for seat in seats):
        rescue.closed_at = tx.now
        tx.session.add(rescue)
        _together(tx, rescue, seats)
    tx.session.flush()


def _work(tx: Transaction, rescue: Rescue, seat: RescueSeat) -> Work:
    done = seat.completed_at is not None
    return Work(
        answered=seat.answered,
        completed=done,
        honest=(seat.held if done else _hold(tx, rescue, seat)) is None,
        lost=not done and company.is_lost(tx, rescue, seat),
    )


def _pay(tx: Transaction, rescue: Rescue, seats: Sequence[RescueSeat]) -> None:
    """A shield for each who has earned one and has an account; a guest's waits until they join."""
    due = [seat for seat in seats if seat.earned_at and seat.paid_at is None and seat.held is None]
    for seat in due:  # referrals before purses, as everywhere
        if seat.player_user_id and not seat.is_inviter:
            attribution.take_payable(tx, seat.player_user_id, LoopKind.STREAK_RESCUE)
    for seat in sorted(due, key=lambda seat: str(seat.player_user_id)):  # the same everywhere
        if seat.player_user_id is None:
            continue
        incentives.grant_shield(tx, seat.player_user_id, ShieldReason.RESCUE, rescue.id)
        seat.paid_at = tx.now
        tx.session.add(seat)
        tx.publish(RescueRewarded(room_id=rescue.id, user_id=seat.player_user_id))
        _tell_who_is_away(tx, rescue, seat, seat.player_user_id)


def _tell_who_is_away(tx: Transaction, rescue: Rescue, seat: RescueSeat, user_id: UUID) -> None:
    """Whoever was first may have left long before the other one was done."""
    if not company.is_here(rescue, seat):
        notifications.tell(
            tx,
            user_id,
            NotificationKind.BUDDY_DONE,
            source_id=rescue.id,
            path=routes.copractice(rescue.id),
        )


def _together(tx: Transaction, rescue: Rescue, seats: Sequence[RescueSeat]) -> None:
    """Both have done it: tell the rest of the house, and a line in each one's feed."""
    if not all(seat.earned_at for seat in seats):
        return
    members = tuple(seat.player_user_id for seat in seats if seat.player_user_id)
    tx.publish(RescueCompleted(room_id=rescue.id, user_ids=members))
    for seat in seats:
        _tell(tx, rescue, seat, seats)


def _tell(tx: Transaction, rescue: Rescue, seat: RescueSeat, seats: Sequence[RescueSeat]) -> None:
    """A line in the feed of one of the two; a guest has none yet."""
    if seat.player_user_id is None:
        return
    other = next((one.player_user_id for one in seats if one is not seat), None)
    if other is not None and not _may_know(tx, seat.player_user_id, other):
        return
    feed.tell(tx, seat.player_user_id, FeedKind.STREAKS_SAVED, rescue.id, other)


def _may_know(tx: Transaction, one: UUID, other: UUID) -> bool:
    """A guest turns out to be a grown-up, or young: then neither hears of the other any more."""
    try:
        ages = [accounts.person(tx, user_id).standing for user_id in (one, other)]
    except NotFound:
        return False
    return rules.may_share_a_room(*ages)


def seat_member(tx: Transaction, rescue: Rescue, seat: RescueSeat, user_id: UUID) -> None:
    """A guest's seat in the locked room is this member's from now on, with what waits for them."""
    seat.player_visitor_id, seat.player_user_id = None, user_id
    seat.held = seat.held or attribution.hold_of(
        tx, rescue.inviter_id, visitor_id=None, user_id=user_id
    )
    tx.session.add(seat)
    tx.session.flush()
    settle(tx, rescue)


def wait_for_seats(tx: Transaction, user_id: UUID) -> Sequence[Rescue]:
    """The rooms in which something of an invited friend is held, locked until the commit."""
    theirs = select(RescueSeat.rescue_id).where(
        RescueSeat.player_user_id == user_id,
        col(RescueSeat.is_inviter).is_(False),
        col(RescueSeat.held).is_not(None),
    )
    rooms = (room.locked(tx, room_id) for room_id in sorted(tx.session.exec(theirs).all()))
    return [rescue for rescue in rooms if rescue]


def let_shield_go(tx: Transaction, user_id: UUID) -> None:
    """Somebody has looked: what was held of a friend who was called counts, and is paid."""
    for rescue in wait_for_seats(tx, user_id):
        seats = room.seats(tx, rescue)
        is_news = rescue.closed_at is not None and not all(seat.earned_at for seat in seats)
        for seat in seats:
            if seat.player_user_id == user_id:
                seat.held = None
                tx.session.add(seat)
        tx.session.flush()
        settle(tx, rescue)
        if is_news:
            _together(tx, rescue, seats)


def claim(tx: Transaction, user_id: UUID, visitor_id: str) -> None:
    """The seats a guest sat in become the new account's, with the shield that waits for them."""
    theirs = select(RescueSeat.rescue_id).where(RescueSeat.player_visitor_id == visitor_id)
    for room_id in sorted(tx.session.exec(theirs).all()):
        rescue = room.locked(tx, room_id)
        if rescue is None:
            continue
        seats = room.seats(tx, rescue)
        mine = next(seat for seat in seats if seat.player_visitor_id == visitor_id)
        mine.joined_at = tx.now
        seat_member(tx, rescue, mine, user_id)
        if rescue.closed_at and all(seat.completed_at and seat.earned_at for seat in seats):
            _tell(tx, rescue, mine, seats)

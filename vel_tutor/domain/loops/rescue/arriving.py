"""A friend at the door: what the page behind the link shows them, and letting them in."""

from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor import routes
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import attribution, notifications, practice
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import rules as loop_rules
from vel_tutor.domain.loops.arriving import GuestPlaysSpent
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.queries import guest_plays
from vel_tutor.domain.loops.rescue import company, inviting, queries, room, showing, staying
from vel_tutor.domain.loops.rescue.events import RescueJoined
from vel_tutor.domain.loops.rescue.room import CompanyOff, KeptApart, RoomFull
from vel_tutor.domain.loops.rescue.views import DoorView
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import DoorStage, NotificationKind


class RescueOver(NotFound):
    words = "This rescue is over or the link is not complete."
    code = "rescue_over"


def invitation(friend: Friend, code: str) -> DoorView:
    """What the page behind `code` shows to `friend`, who has just opened it: that is a click.

    Forged, expired, withdrawn and unknown links are all one closed page. Whoever has a seat in the
    room already is shown the way to it, the inviter to their own.

    Raises:
        NotAllowed: a child whose parent has not said yes.
        CookiesNeeded: a guest's browser that keeps no cookie of ours.
    """
    player = friend.player
    with transaction() as tx:
        found = queries.behind(tx, attribution.link_in(tx, code))
        if found is None:
            return showing.closed_door(RescueOver.words)
        link, rescue = found
        mine, _ = room.seats_for(tx, rescue, player)
        if mine is None or not mine.is_inviter:
            _clicked(tx, friend, link)
        if mine is not None or staying.guest_seat(tx, friend, rescue):
            return showing.seated(rescue)
        streak = queries.risk_of(tx, rescue.inviter_id).streak
        return _for_stranger(
            tx, friend, rescue, showing.door(rescue, friend, streak=streak, now=tx.now)
        )


def _clicked(tx: Transaction, friend: Friend, link: LinkView) -> None:
    attribution.clicked(
        tx,
        link,
        visitor_id=friend.visitor_id,
        user_id=friend.member.user_id if friend.member else None,
        standing=friend.standing,
    )


def _for_stranger(tx: Transaction, friend: Friend, rescue: Rescue, view: DoorView) -> DoorView:
    """The door for somebody who has no seat yet: open, or in words why not."""
    try:
        _may_sit(tx, friend, rescue)
    except RoomFull as refusal:
        return showing.refused(view, DoorStage.FULL, str(refusal))
    except KeptApart as refusal:
        return showing.refused(view, DoorStage.APART, str(refusal))
    except CompanyOff as refusal:
        return showing.refused(view, DoorStage.SWITCHED_OFF, str(refusal))
    except GuestPlaysSpent as refusal:
        return showing.refused(view, DoorStage.SPENT, str(refusal))
    return view


def join(friend: Friend, code: str) -> UUID:
    """Take the friend's seat, or go on in it; the inviter hears that somebody has come.

    Returns:
        The room they are in now.

    Raises:
        RescueOver: the link opens nothing (any more).
        RoomFull: somebody else was quicker.
        KeptApart, CompanyOff: they may not practise with the inviter.
        GuestPlaysSpent: enough games without an account on this device.
    """
    player = friend.player
    with transaction() as tx:
        if player.visitor_id:
            attribution.wait_for_visitor(tx, player.visitor_id)
        found = queries.behind(tx, attribution.link_in(tx, code))
        if found is None:
            raise RescueOver
        rescue = room.lock(tx, friend, found[1].id)
        mine, _ = room.seats_for(tx, rescue, player)
        if mine is None and staying.guest_seat(tx, friend, rescue) is None:
            _may_sit(tx, friend, rescue)
            _sit_down(tx, friend, rescue)
        return rescue.id


def _may_sit(tx: Transaction, friend: Friend, rescue: Rescue) -> None:
    """Raise the reason if `friend` may not take the friend's seat."""
    if any(not seat.is_inviter for seat in room.seats(tx, rescue)):
        raise RoomFull
    room.admit(tx, friend, rescue)
    if friend.student is None and _plays_of_guest(tx, friend.visitor_id) >= loop_rules.GUEST_PLAYS:
        raise GuestPlaysSpent


def _plays_of_guest(tx: Transaction, visitor_id: str) -> int:
    """Games of any loop begun without an account on this device within the window."""
    begun = select(func.count()).where(
        col(RescueSeat.player_visitor_id).in_(attribution.visitors_on_device(tx, visitor_id)),
        RescueSeat.sat_at > tx.now - loop_rules.GUEST_WINDOW,
    )
    return tx.session.exec(begun).one() + guest_plays(tx, visitor_id)


def _sit_down(tx: Transaction, friend: Friend, rescue: Rescue) -> None:
    """The friend's seat, with the very questions the inviter has."""
    host = next(seat for seat in room.seats(tx, rescue) if seat.is_inviter)
    cards = practice.same_deck(tx, host.session_id)
    inviting.sit_down(tx, rescue, friend.player, cards, is_inviter=False)
    if not company.is_here(rescue, host):
        notifications.tell(
            tx,
            rescue.inviter_id,
            NotificationKind.BUDDY_CAME,
            source_id=rescue.id,
            path=routes.copractice(rescue.id),
            data={"useless_from": rescue.ends_at.isoformat()},
        )
    tx.publish(RescueJoined(room_id=rescue.id, inviter_id=rescue.inviter_id))

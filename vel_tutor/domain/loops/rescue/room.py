"""The only way into a room: fetched, locked, and only for those who may be in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import Conflict, NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.rescue import rules
from vel_tutor.domain.practice import Player
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import ConsentScope


class RoomFull(NotFound):
    words = "This room is for two, and both seats are taken."
    code = "room_full"


class RoomOver(Conflict):
    words = "Time is over in this room. What you answered before counts."
    code = "room_over"


class KeptApart(NotAllowed):
    words = "Grown-ups and young people do not practise together here."
    code = "kept_apart"


class CompanyOff(NotAllowed):
    words = "Practising with others is switched off for your account. A parent can switch it on."
    code = "company_off"


@dataclass(frozen=True)
class Place:
    """Somebody in their seat, the room locked: what the two do comes one after the other."""

    friend: Friend
    rescue: Rescue
    mine: RescueSeat
    other: RescueSeat | None

    @property
    def player(self) -> Player:
        return self.friend.player

    @property
    def user_id(self) -> UUID | None:
        return self.mine.player_user_id


def enter(tx: Transaction, friend: Friend, room_id: UUID) -> Place:
    """The seat of `friend` in the room.

    Raises:
        NotFound: there is no such room.
        RoomFull: they have no seat in it.
        KeptApart, CompanyOff: they may not be in it, or not any more.
        NotAllowed: a child whose parent has not said yes.
        CookiesNeeded: a guest's browser that keeps no cookie of ours.
    """
    rescue = lock(tx, friend, room_id)
    mine, other = seats_for(tx, rescue, friend.player)
    if mine is None:
        raise RoomFull
    admit(tx, friend, rescue)
    return Place(friend, rescue, mine, other)


def lock(tx: Transaction, friend: Friend, room_id: UUID) -> Rescue:
    """The room, locked; a guest's own deeds wait for each other first, as joining does."""
    if friend.player.visitor_id:
        attribution.wait_for_visitor(tx, friend.player.visitor_id)
    rescue = locked(tx, room_id)
    if rescue is None:
        raise NotFound
    return rescue


def locked(tx: Transaction, room_id: UUID) -> Rescue | None:
    """The room `room_id`, locked."""
    room = select(Rescue).where(Rescue.id == room_id).with_for_update()
    return tx.session.exec(room.execution_options(populate_existing=True)).one_or_none()


def seats(tx: Transaction, rescue: Rescue) -> Sequence[RescueSeat]:
    """The seats taken, the inviter's first."""
    taken = select(RescueSeat).where(RescueSeat.rescue_id == rescue.id)
    return tx.session.exec(
        taken.order_by(col(RescueSeat.is_inviter).desc()).execution_options(populate_existing=True)
    ).all()


def seats_for(
    tx: Transaction, rescue: Rescue, player: Player
) -> tuple[RescueSeat | None, RescueSeat | None]:
    """The player's own seat, and the other one, as far as they are taken."""
    taken = seats(tx, rescue)
    mine = next((seat for seat in taken if sits(seat, player)), None)
    other = next((seat for seat in taken if seat is not mine), None)
    return mine, other


def sits(seat: RescueSeat, player: Player) -> bool:
    """Whether the seat is the player's."""
    if player.user_id:
        return seat.player_user_id == player.user_id
    return seat.player_visitor_id == player.visitor_id


def admit(tx: Transaction, friend: Friend, rescue: Rescue) -> None:
    """Let in only who may practise with the inviter.

    Raises:
        KeptApart: a grown-up in the room of a minor who is not their child, or the other way round.
        CompanyOff: a parent has switched practising with others off.
    """
    if friend.member and not _fits(tx, friend.member, rescue):
        raise KeptApart
    if friend.student and not has_company(tx, friend.student.user_id):
        raise CompanyOff


def _fits(tx: Transaction, member: Actor, rescue: Rescue) -> bool:
    if member.user_id == rescue.inviter_id:
        return True
    inviter = accounts.person(tx, rescue.inviter_id)
    return rules.may_share_a_room(member.standing, inviter.standing) or accounts.acts_for(
        tx, member, rescue.inviter_id
    )


def has_company(tx: Transaction, user_id: UUID) -> bool:
    """Whether somebody may practise with others at the moment."""
    return accounts.allows(tx, user_id, ConsentScope.FRIENDS)


def may_ask(tx: Transaction, user_id: UUID) -> bool:
    """Whether somebody may ask a friend into a room: it is an invitation and company at once."""
    return accounts.allows(tx, user_id, ConsentScope.INVITING) and has_company(tx, user_id)


def one_at_a_time(tx: Transaction, *user_ids: UUID | None) -> None:
    """Wait for whatever else opens or pays rooms of these people, until the commit."""
    for key in sorted(f"rescue:{user_id}" for user_id in user_ids if user_id):
        tx.session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))

"""Reads about rescues, and the pieces their actions share."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import attribution, incentives, practice
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops.rescue import company, room, rules, showing
from vel_tutor.domain.loops.rescue.room import Place
from vel_tutor.domain.loops.rescue.views import (
    HomeView,
    PartnerView,
    RiskView,
    RoomView,
)
from vel_tutor.domain.practice.views import PlayView
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import STUDENTS, LoopKind, ShieldReason

_RECENT = timedelta(hours=12)
"""How long the page of whoever asked for company tells how the last room ended."""


def home(actor: Actor) -> HomeView:
    """The page of whoever asks for company: a room to open, or the one that is open."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        return home_of(tx, actor)


def home_of(tx: Transaction, actor: Actor) -> HomeView:
    """The same inside the caller's transaction."""
    rescue, risk = open_room(tx, actor.user_id), risk_of(tx, actor.user_id)
    purse = incentives.purse_of(tx, actor.user_id)
    about = showing.About(
        may_invite=room.may_ask(tx, actor.user_id), risk=risk, practised=purse.practised_today
    )
    if rescue is None:
        return _with_last(tx, actor, showing.home(about))
    mine, other = _both(tx, rescue)
    link = attribution.link_of(tx, rescue.link_id)
    asked = showing.Asked(rescue, mine, partner(tx, rescue, other), link)
    return showing.home_with_room(showing.home(about), asked, now=tx.now)


def _both(tx: Transaction, rescue: Rescue) -> tuple[RescueSeat, RescueSeat | None]:
    """The inviter's seat, and the friend's if it is taken."""
    seats = room.seats(tx, rescue)
    return seats[0], seats[1] if len(seats) > 1 else None


def _with_last(tx: Transaction, actor: Actor, view: HomeView) -> HomeView:
    """How the room the actor asked for last has ended, if that was just now."""
    ended = select(Rescue).where(
        Rescue.inviter_id == actor.user_id, Rescue.created_at > tx.now - _RECENT
    )
    rescue = tx.session.exec(ended.order_by(col(Rescue.created_at).desc()).limit(1)).first()
    return showing.home_after(view, rescue, *_both(tx, rescue)) if rescue else view


def at_risk(actor: Actor) -> RiskView:
    """Whether the actor's streak ends soon, and they might ask for company; else nothing."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        return risk_of(tx, actor.user_id) if room.may_ask(tx, actor.user_id) else RiskView()


def risk_of(tx: Transaction, user_id: UUID) -> RiskView:
    """How soon somebody's streak ends; nothing to tell unless it is soon."""
    purse = incentives.purse_of(tx, user_id)
    if not rules.may_end(purse.streak, practised_today=purse.practised_today):
        return RiskView()
    day = incentives.running_day(tx, user_id)
    if day.is_paused or not rules.ends_soon(day.ends_at - tx.now):
        return RiskView()
    return showing.risk(purse.streak, day.ends_at - tx.now)


def open_room(tx: Transaction, user_id: UUID) -> Rescue | None:
    """The room somebody has open: not over, and not both done."""
    mine = select(Rescue).where(
        Rescue.inviter_id == user_id, col(Rescue.closed_at).is_(None), Rescue.ends_at > tx.now
    )
    return tx.session.exec(mine.order_by(col(Rescue.created_at).desc()).limit(1)).first()


def behind(tx: Transaction, link: LinkView | None) -> tuple[LinkView, Rescue] | None:
    """The room that `link` opens, while its inviter may still ask."""
    if link is None or link.loop is not LoopKind.STREAK_RESCUE:
        return None
    rescue = tx.session.get(Rescue, link.target_id)
    if rescue is None or rules.is_over(rescue.ends_at, tx.now):
        return None
    return (link, rescue) if room.may_ask(tx, rescue.inviter_id) else None


def partner(tx: Transaction, rescue: Rescue, seat: RescueSeat | None) -> PartnerView:
    """The other one, as the first may see them."""
    if seat is None:
        return showing.nobody()
    return showing.partner(
        rescue, seat, is_here=company.is_here(rescue, seat), is_quiet=company.is_quiet(tx, seat)
    )


def room_view(
    tx: Transaction,
    place: Place,
    play: PlayView | None = None,
    *,
    notice: str = "",
    is_answering: bool = False,
) -> RoomView:
    """The room as one of the two sees it.

    Args:
        play: their deck as it stands, if it has just been looked at.
        notice: why the last input was no answer, or was not needed.
        is_answering: a verdict is to be shown, and not yet the end.
    """
    rescue, mine = place.rescue, place.mine
    other = partner(tx, rescue, place.other)
    link = attribution.link_of(tx, rescue.link_id) if _calls_somebody(place) else None
    view = showing.room(place, other, link=link, now=tx.now)
    if mine.completed_at is None and rules.is_over(rescue.ends_at, tx.now):
        return showing.over(view)
    play = play or practice.resume_for(tx, place.player, mine.session_id)
    if mine.completed_at is None or is_answering:
        return showing.playing(view, play, notice)
    waits = any(_waits(tx, seat) for seat in (mine, place.other) if seat and seat.held)
    told = showing.reward(place, _outcome(tx, mine), waits=waits)
    return showing.done(view, play, told, _cheer(tx, mine))


def _waits(tx: Transaction, held: RescueSeat) -> bool:
    """Whether somebody will look at what is held of a seat: at what an invited friend did."""
    known = held.player_user_id
    return not held.is_inviter and (known is None or attribution.held(tx, known) is not None)


def _calls_somebody(place: Place) -> bool:
    """Whether the inviter still has somebody to call."""
    return place.mine.is_inviter and place.other is None


def _outcome(tx: Transaction, mine: RescueSeat) -> str:
    """What became of the shield in the purse: added, full, or nothing yet."""
    if mine.player_user_id is None:
        return ""
    told = incentives.shield_outcome(tx, mine.player_user_id, ShieldReason.RESCUE, mine.rescue_id)
    return told or ""


def _cheer(tx: Transaction, mine: RescueSeat) -> bool:
    """Whether this is the first time they see that they have earned it, or been given it."""
    is_paid = mine.paid_at is not None
    if mine.earned_at is None or (mine.saw_at and mine.saw_shield >= is_paid):
        return False
    mine.saw_at, mine.saw_shield = mine.saw_at or tx.now, is_paid
    tx.session.add(mine)
    return True


def done_together(tx: Transaction, user_id: UUID) -> tuple[UUID, ...]:
    """The rooms in which both have practised to the end, one of them `user_id`."""
    mine = select(RescueSeat.rescue_id).where(
        RescueSeat.player_user_id == user_id, col(RescueSeat.earned_at).is_not(None)
    )
    return tuple(tx.session.exec(mine))

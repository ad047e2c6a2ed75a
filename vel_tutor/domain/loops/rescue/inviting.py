"""Asking for company: opening a room for two, with a link for one friend."""

from random import SystemRandom
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import attribution, practice
from vel_tutor.domain.loops import caps
from vel_tutor.domain.loops.caps import InvitesSpent
from vel_tutor.domain.loops.rescue import queries, room, rules
from vel_tutor.domain.loops.rescue.events import RescueOpened
from vel_tutor.domain.loops.rescue.views import HomeView
from vel_tutor.domain.loops.rules import campaign
from vel_tutor.domain.practice import Card, DeckChoice, Player
from vel_tutor.models.rescue import Rescue, RescueSeat
from vel_tutor.vocabulary import LoopKind, Subject

_LOOP = LoopKind.STREAK_RESCUE
_SEEDS = SystemRandom()


def invite(actor: Actor) -> HomeView:
    """Open a room for two and make its link; asked again, the room that is open.

    Any student may ask, for company is good on any day; the words of the link speak of a streak
    only when one ends soon.

    Raises:
        NotAllowed: not a student, or inviting or company is switched off for them.
        InvitesSpent: enough for one day, by the age of the account.
    """
    if not actor.is_student:
        raise NotAllowed
    with transaction() as tx:
        if not room.may_ask(tx, actor.user_id):
            raise NotAllowed
        room.one_at_a_time(tx, actor.user_id)
        rescue = queries.open_room(tx, actor.user_id)
        if rescue is None and caps.may_try(tx, actor.user_id, _LOOP):
            rescue = _open(tx, actor)
        view = queries.home_of(tx, actor) if rescue else None
    if view is None:
        raise InvitesSpent
    return view


def _choice(tx: Transaction, actor: Actor) -> DeckChoice:
    """What both practise: the subject the inviter was at last, near their own grade."""
    subject = practice.latest_subject(tx, actor.user_id) or Subject.MATH
    grade = rules.nearest(practice.grades_of(subject), actor.grade)
    return DeckChoice(subject=subject, grade=grade, size=rules.SIZE)


def _open(tx: Transaction, actor: Actor) -> Rescue:
    choice = _choice(tx, actor)
    room_id = UUID(int=_SEEDS.getrandbits(128), version=4)
    link = attribution.create_link(
        tx,
        actor.user_id,
        _LOOP,
        campaign=campaign(tx.now),
        target_id=room_id,
        lifetime=rules.LIFE,
    )
    rescue = Rescue(
        id=room_id,
        inviter_id=actor.user_id,
        link_id=link.id,
        subject=choice.subject,
        grade=choice.grade,
        title="",
        created_at=tx.now,
        ends_at=tx.now + rules.LIFE,
    )
    tx.session.add(rescue)
    tx.session.flush()
    cards = practice.deck_of(choice, _SEEDS.randrange(2**31))
    seat = sit_down(tx, rescue, Player.of(actor), cards, is_inviter=True)
    rescue.title = practice.score_of(tx, seat.session_id).title
    tx.publish(RescueOpened(room_id=room_id, inviter_id=actor.user_id))
    return rescue


def sit_down(
    tx: Transaction, rescue: Rescue, player: Player, cards: tuple[Card, ...], *, is_inviter: bool
) -> RescueSeat:
    """Give the player a seat and a deck of `cards`."""
    seat = RescueSeat(
        rescue_id=rescue.id,
        is_inviter=is_inviter,
        player_user_id=player.user_id,
        player_visitor_id=player.visitor_id,
        session_id=practice.open_deck_for(tx, player, cards, rescue.id),
        sat_at=tx.now,
    )
    tx.session.add(seat)
    tx.session.flush()
    return seat

"""Rooms of many in tests: opening them, crowds in them, and decks that count for them."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlmodel import select

from tests.decks import finished
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import accounts, rooms
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.domain.rooms import PartyForm, RoomForm, rules
from vel_tutor.domain.rooms.views import HallView
from vel_tutor.models.accounts import ConsentEntry, User
from vel_tutor.models.rooms import RoomMember, RoomTally, RoomWeek, StudyRoom
from vel_tutor.vocabulary import (
    ConsentDeed,
    ConsentMethod,
    ConsentScope,
    Role,
    RoomRole,
    Subject,
)

MATH_FIVE = DeckChoice(subject=Subject.MATH, grade=9, size=5)
ACES = RoomForm(subject="math", first="Algebra", second="Aces")


def group(keeper: Actor, form: RoomForm = ACES) -> str:
    """The slug of a study group that `keeper` has opened."""
    return rooms.open_group(keeper, form)


def room_of(slug: str) -> StudyRoom:
    """The room as it is written."""
    with reading() as tx:
        return tx.session.exec(select(StudyRoom).where(StudyRoom.slug == slug)).one()


def joined(actor: Actor, slug: str) -> HallView:
    """Let `actor` into the room, and show it to them."""
    rooms.join(actor, room_of(slug).id)
    return rooms.room(actor, slug)


def seat_of(actor: Actor, slug: str) -> RoomMember:
    """What is written about somebody in a room."""
    with reading() as tx:
        return tx.session.exec(
            select(RoomMember).where(
                RoomMember.room_id == room_of(slug).id, RoomMember.user_id == actor.user_id
            )
        ).one()


def crowd(slug: str, many: int, points: int = 0) -> list[UUID]:
    """Let so many strangers be in the room, each with `points` in this week."""
    found = room_of(slug)
    with transaction() as tx:
        room = tx.session.exec(select(StudyRoom).where(StudyRoom.id == found.id)).one()
        since = tx.now - timedelta(days=1)
        week = rules.week_of(tx.now, room.time_zone)
        people = [
            User(role=Role.STUDENT, first_name="Somebody", age_band=room.band, created_at=since)
            for _ in range(many)
        ]
        tx.session.add_all(people)
        tx.session.flush()
        for one in people:
            tx.session.add(_member(room.id, one.id, since))
            if points:
                tally = RoomTally(room_id=room.id, week=week, user_id=one.id, points=points)
                tx.session.add(tally)
        room.members += many
        tx.session.add(room)
        return [one.id for one in people]


def _member(room_id: UUID, user_id: UUID, since: datetime) -> RoomMember:
    return RoomMember(
        room_id=room_id, user_id=user_id, role=RoomRole.MEMBER, counts=True, joined_at=since
    )


def week_of(slug: str) -> RoomWeek | None:
    """What is written of the one week of a room that anything was done in."""
    with reading() as tx:
        mine = select(RoomWeek).where(RoomWeek.room_id == room_of(slug).id)
        return tx.session.exec(mine).one_or_none()


def practise(actor: Actor, *, wrong: int = 0, at: datetime | None = None) -> UUID:
    """Finish a deck of five math questions, and let it count."""
    session_id = finished(actor, MATH_FIVE, wrong=wrong, at=at or clock.now())
    tell(actor, session_id)
    return session_id


def tell(actor: Actor, session_id: UUID) -> None:
    """Let a finished deck count, as the reaction does."""
    with transaction() as tx:
        rooms.count(tx, actor.user_id, session_id)


def party(host: Actor, *, starts_in: timedelta = timedelta(hours=2), band: str = "teen") -> str:
    """The slug of a watch-party of half an hour."""
    at = (clock.now() + starts_in).astimezone(ZoneInfo(_zone(host)))
    form = PartyForm(
        name="Fractions live",
        band=band,
        subject="math",
        day=f"{at:%Y-%m-%d}",
        at=f"{at:%H:%M}",
        minutes="30",
    )
    return rooms.open_party(host, form)


def _zone(actor: Actor) -> str:
    with reading() as tx:
        return accounts.person(tx, actor.user_id).time_zone


def switch(actor: Actor, scope: ConsentScope, *, on: bool) -> Actor:
    """Switch something as a parent would, and return who they are from then on."""
    with transaction() as tx:
        tx.session.add(
            ConsentEntry(
                id=uuid4(),
                child_id=actor.user_id,
                deed=ConsentDeed.GIVEN if on else ConsentDeed.REVOKED,
                scope=scope,
                method=ConsentMethod.LINKED_PARENT,
                notice_version="1",
                notice_hash="",
                at=tx.now,
            )
        )
    return accounts.actor_of(actor.user_id)


def sociable(child: Actor) -> Actor:
    """A child whose parent has switched on friends and being seen."""
    switch(child, ConsentScope.FRIENDS, on=True)
    return switch(child, ConsentScope.PRESENCE, on=True)

"""Who goes to rooms, and which of them they may know of.

Minors and adults are never in one room, but for the staff and tutors who keep it: they are known to
the house, and nothing can be said in a room but a handful of signs.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, false, or_, select, true

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.rooms import rules
from vel_tutor.models.accounts import User
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import STUDENTS, AgeBand, Standing

GOERS = STUDENTS | {Standing.TUTOR} | rules.WARDENS


@dataclass(frozen=True)
class Goer:
    """Somebody on their way to a room."""

    user_id: UUID
    standing: Standing
    band: AgeBand
    time_zone: str
    simulation: str
    is_social: bool
    """Whether being with others, and being seen there, is switched on for them."""

    @property
    def is_student(self) -> bool:
        return self.standing in STUDENTS

    @property
    def is_warden(self) -> bool:
        return self.standing in rules.WARDENS

    @property
    def is_shut_out(self) -> bool:
        return self.is_student and not self.is_social


def goer(tx: Transaction, actor: Actor) -> Goer:
    """The actor as somebody who may go to rooms.

    Raises:
        NotAllowed: parents, and staff that has no business there.
    """
    actor.must_be(*GOERS)
    user = tx.session.exec(select(User).where(User.id == actor.user_id)).one()
    return Goer(
        user_id=user.id,
        standing=actor.standing,
        band=user.age_band,
        time_zone=user.time_zone,
        simulation=user.simulation,
        is_social=actor.scopes >= rules.NEEDED,
    )


def may_know(who: Goer) -> ColumnElement[bool]:
    """Which rooms somebody may know of: of their own age, or all, or those they keep."""
    if who.is_warden:
        return true()
    if who.is_student:
        own = and_(StudyRoom.band == who.band, StudyRoom.simulation == who.simulation)
        return own if who.is_social else false()
    inside = select(RoomMember.room_id).where(
        RoomMember.user_id == who.user_id, col(RoomMember.left_at).is_(None)
    )
    return or_(StudyRoom.creator_id == who.user_id, col(StudyRoom.id).in_(inside))


def known(tx: Transaction, who: Goer, slug: str) -> StudyRoom:
    """The room at that address, for somebody who may know of it; closed ones, too.

    Raises:
        NotFound: there is none, or it is not for them.
    """
    room = tx.session.exec(
        select(StudyRoom).where(StudyRoom.slug == slug, may_know(who))
    ).one_or_none()
    if room is None:
        raise NotFound
    return room


def locked(tx: Transaction, who: Goer, room_id: UUID) -> StudyRoom:
    """The same by its id, open, and locked: comings, goings and names one after the other.

    Raises:
        NotFound: as above, or it was closed.
    """
    room = tx.session.exec(
        select(StudyRoom)
        .where(StudyRoom.id == room_id, col(StudyRoom.closed_at).is_(None), may_know(who))
        .with_for_update(key_share=True)
    ).one_or_none()
    if room is None:
        raise NotFound
    return room


def seat(tx: Transaction, room_id: UUID, user_id: UUID) -> RoomMember | None:
    """What is written about somebody in a room, be they still in it or not."""
    return tx.session.exec(
        select(RoomMember).where(RoomMember.room_id == room_id, RoomMember.user_id == user_id)
    ).one_or_none()

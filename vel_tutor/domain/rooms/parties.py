"""Watch-parties: rooms with a time, around a class or the sampler of a subject."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import notifications, safety, tutoring
from vel_tutor.domain.rooms import entering, goers, opening, rules
from vel_tutor.domain.rooms.goers import Goer
from vel_tutor.domain.rooms.refusals import NameOdd, NotSocial, TimeOdd
from vel_tutor.domain.rooms.views import ClassChoiceView
from vel_tutor.models.rooms import RoomReminder, StudyRoom
from vel_tutor.vocabulary import STUDENTS, NotificationKind, RoomKind, Standing, Subject

HOSTS = frozenset({Standing.TUTOR}) | rules.WARDENS
_AT_A_TIME = 200


@dataclass(frozen=True, kw_only=True)
class PartyForm:
    """A watch-party as a tutor or somebody on the staff filled it in, by their own clock."""

    name: str = ""
    band: str = ""
    class_id: str = ""
    """A class of the tutor's own; then its subject, grades and time are those of the class."""
    subject: str = ""
    day: str = ""
    at: str = ""
    minutes: str = ""


def open_party(actor: Actor, form: PartyForm) -> str:
    """Plan a watch-party, with the actor as its keeper.

    Returns:
        The room's slug.

    Raises:
        NotAllowed: not a tutor, nor one of the staff who look after rooms.
        NameOdd, TimeOdd, Invalid: a field will not do.
        NotFound: no such class of theirs to come.
        TooMany: enough for a day.
    """
    actor.must_be(*HOSTS)
    name = rules.typed_name(form.name)
    if name is None:
        raise NameOdd
    with transaction() as tx:
        who = goers.goer(tx, actor)
        room = _around_class(tx, who, name, form) if form.class_id else _around(tx, who, name, form)
        room.band = opening.band_of(who, form.band)
        safety.spend(safety.ROOM_OPENING, str(who.user_id))
        opening.settle(tx, room, who)
        return room.slug


def classes_of(actor: Actor) -> tuple[ClassChoiceView, ...]:
    """The actor's classes that a party can be held around."""
    if actor.standing is not Standing.TUTOR:
        return ()
    with reading() as tx:
        return tuple(
            ClassChoiceView(
                id=str(one.id),
                words=f"{rules.SUBJECTS[one.subject]}, "
                + rules.when_words(one.starts_at, one.ends_at, actor.time_zone),
            )
            for one in tutoring.to_come_of(tx, actor.user_id)
        )


def remind(actor: Actor, slug: str, *, wanted: bool) -> None:
    """Have the actor told before a party begins, or not any more.

    Raises:
        NotSocial: being with others is switched off for them.
        NotFound: no such party for the actor, or it has opened its doors.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        who = goers.goer(tx, actor)
        if who.is_shut_out:
            raise NotSocial
        room = goers.known(tx, who, slug)
        if not wanted:
            mine = (col(RoomReminder.room_id) == room.id, col(RoomReminder.user_id) == who.user_id)
            tx.session.exec(delete(RoomReminder).where(*mine))
            return
        if room.closed_at is not None or not rules.is_early(room.starts_at, tx.now):
            raise NotFound
        row = RoomReminder(room_id=room.id, user_id=who.user_id, at=tx.now)
        tx.session.exec(
            insert(RoomReminder)
            .values(**row.model_dump())
            .on_conflict_do_nothing(constraint="room_reminder_once")
        )


def wants_reminder(tx: Transaction, room_id: UUID, user_id: UUID) -> bool:
    """Whether somebody has asked to be told."""
    mine = select(RoomReminder.id).where(
        RoomReminder.room_id == room_id, RoomReminder.user_id == user_id
    )
    return tx.session.exec(mine).first() is not None


def remind_due() -> int:
    """Every minute: tell those who asked that a party is about to begin. Safe to run twice.

    Returns:
        How many were told.
    """
    with transaction() as tx:
        due = (
            select(RoomReminder, StudyRoom)
            .join(StudyRoom, col(StudyRoom.id) == RoomReminder.room_id)
            .where(col(RoomReminder.told_at).is_(None), col(StudyRoom.closed_at).is_(None))
            .where(col(StudyRoom.starts_at) <= tx.now + rules.REMINDED_BEFORE)
            .where(col(StudyRoom.ends_at) > tx.now)
            .limit(_AT_A_TIME)
            .with_for_update(skip_locked=True, of=RoomReminder)
        )
        rows = tx.session.exec(due).all()
        for reminder, room in rows:
            reminder.told_at = tx.now
            tx.session.add(reminder)
            notifications.tell(
                tx,
                reminder.user_id,
                NotificationKind.PARTY_BEGINS,
                source_id=room.id,
                path=routes.room(room.slug),
                data={"room": room.name, "useless_from": _iso(room.ends_at)},
            )
        return len(rows)


def close_over() -> int:
    """Every few minutes: close the rooms of parties that ended a day ago. Returns how many."""
    with transaction() as tx:
        over = (
            select(StudyRoom)
            .where(col(StudyRoom.closed_at).is_(None), col(StudyRoom.starts_at).is_not(None))
            .where(col(StudyRoom.ends_at) < tx.now - rules.PARTY_STAYS)
            .order_by(col(StudyRoom.id))
            .limit(_AT_A_TIME)
            .with_for_update(skip_locked=True, key_share=True)
        )
        rooms = tx.session.exec(over).all()
        for room in rooms:
            entering.close_down(tx, room)
        return len(rooms)


def class_called_off(tx: Transaction, class_id: UUID) -> None:
    """The class does not happen: its party does not, either."""
    around = (
        select(StudyRoom)
        .where(StudyRoom.class_id == class_id, col(StudyRoom.closed_at).is_(None))
        .order_by(col(StudyRoom.id))
        .with_for_update(key_share=True)
    )
    for room in tx.session.exec(around).all():
        entering.close_down(tx, room)
        tx.session.exec(
            update(RoomReminder)
            .where(col(RoomReminder.room_id) == room.id, col(RoomReminder.told_at).is_(None))
            .values(told_at=tx.now)
        )


def _around_class(tx: Transaction, who: Goer, name: str, form: PartyForm) -> StudyRoom:
    found = (one for one in tutoring.to_come_of(tx, who.user_id) if str(one.id) == form.class_id)
    session = next(found, None)
    if session is None:
        raise NotFound
    room = opening.new_room(tx, who, RoomKind.WATCH_PARTY, session.subject, name)
    room.class_id = session.id
    room.grade_from, room.grade_to = session.grade_from, session.grade_to
    room.starts_at, room.ends_at = session.starts_at, session.ends_at
    return room


def _around(tx: Transaction, who: Goer, name: str, form: PartyForm) -> StudyRoom:
    if form.subject not in set(Subject):
        raise Invalid("Please choose a subject.")
    starts_at = rules.begins(form.day, form.at, who.time_zone)
    is_far = starts_at is None or not (
        tx.now + rules.SOONEST <= starts_at <= tx.now + rules.FARTHEST
    )
    if starts_at is None or is_far:
        raise TimeOdd
    if form.minutes not in {str(one) for one in rules.PARTY_MINUTES}:
        raise Invalid("Please choose how long it takes.")
    room = opening.new_room(tx, who, RoomKind.WATCH_PARTY, Subject(form.subject), name)
    room.starts_at, room.ends_at = starts_at, starts_at + timedelta(minutes=int(form.minutes))
    return room


def _iso(at: datetime | None) -> str:
    return at.isoformat() if at else ""

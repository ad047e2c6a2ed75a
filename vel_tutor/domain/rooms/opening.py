"""Opening rooms: study groups by people, clubs by the house."""

from dataclasses import dataclass

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotAllowed
from vel_tutor.domain import safety
from vel_tutor.domain.rooms import entering, goers, rules
from vel_tutor.domain.rooms.events import RoomOpened
from vel_tutor.domain.rooms.goers import Goer
from vel_tutor.domain.rooms.refusals import NameOdd, NotSocial, TooManyKept
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import (
    AgeBand,
    AuditAction,
    RoomKind,
    RoomRole,
    Standing,
    Subject,
)


@dataclass(frozen=True, kw_only=True)
class RoomForm:
    """A room as somebody filled it in."""

    subject: str = ""
    first: str = ""
    second: str = ""
    name: str = ""
    """Of tutors and staff, instead of the two words."""
    band: str = ""
    """Of tutors and staff: for which age."""
    grades: str = ""


def open_group(actor: Actor, form: RoomForm) -> str:
    """Open a study group, with the actor as its keeper.

    Students choose the name from lists and are among people of their age; tutors and staff may
    write a name and say for which age it is.

    Returns:
        The room's slug.

    Raises:
        NotAllowed: a child, a parent, or staff that has no business in rooms.
        NotSocial: being with others is switched off for them.
        Invalid, NameOdd: a field will not do.
        TooManyKept, TooMany: enough rooms, or enough for a day.
    """
    if not may_open(actor):
        raise NotAllowed
    with transaction() as tx:
        who = goers.goer(tx, actor)
        if who.is_shut_out:
            raise NotSocial
        subject = _subject(form.subject)
        _check_number(tx, who)
        room = new_room(tx, who, RoomKind.STUDY_GROUP, subject, _name(who, subject, form))
        room.band = band_of(who, form.band)
        room.grade_from, room.grade_to = grades_of(form.grades)
        safety.spend(safety.ROOM_OPENING, str(who.user_id))
        settle(tx, room, who)
        return room.slug


def may_open(actor: Actor) -> bool:
    """Whether the actor may open rooms; children only join."""
    return actor.standing in goers.GOERS - {Standing.CHILD}


def may_type(who: Goer) -> bool:
    """Whether somebody may write what others read; students never do."""
    return not who.is_student


def new_room(tx: Transaction, who: Goer, kind: RoomKind, subject: Subject, name: str) -> StudyRoom:
    """A room that is not written yet, for people like `who`."""
    return StudyRoom(
        slug=_free_slug(tx, name),
        kind=kind,
        subject=subject,
        band=who.band,
        name=name,
        creator_id=who.user_id,
        time_zone=who.time_zone,
        simulation=who.simulation,
        opened_at=tx.now,
    )


def settle(tx: Transaction, room: StudyRoom, keeper: Goer) -> None:
    """Write a new room with its keeper in it."""
    tx.session.add(room)
    tx.session.flush()
    entering.come_in(tx, room, keeper, RoomRole.KEEPER)
    tx.publish(RoomOpened(room_id=room.id))
    if not keeper.is_student:
        safety.remember(tx, AuditAction.ROOM_OPENED, actor_id=keeper.user_id, object_id=room.id)


def found_clubs() -> int:
    """One club for each subject and age band. Safe to run twice; returns how many are new."""
    new = 0
    with transaction() as tx:
        for subject in Subject:
            for band in AgeBand:
                new += _found_club(tx, subject, band)
    return new


def _found_club(tx: Transaction, subject: Subject, band: AgeBand) -> bool:
    name = rules.club_name(subject)
    room = StudyRoom(
        slug=f"{rules.slug(name)}-{band.value}",
        kind=RoomKind.CLUB,
        subject=subject,
        band=band,
        name=name,
        time_zone=rules.HOUSE_ZONE,
        opened_at=tx.now,
    )
    added = (
        insert(StudyRoom)
        .values(**room.model_dump())
        .on_conflict_do_nothing()
        .returning(col(StudyRoom.id))
    )
    if tx.session.exec(added).first() is None:
        return False
    tx.publish(RoomOpened(room_id=room.id))
    return True


def band_of(who: Goer, typed: str) -> AgeBand:
    """For which age a room is: that of a student who opens it, or what others choose.

    Raises:
        Invalid: tutors and staff have to say.
    """
    if who.is_student:
        return who.band
    if typed not in set(AgeBand):
        raise Invalid("Please choose for which age the room is.")
    return AgeBand(typed)


def grades_of(typed: str) -> tuple[int | None, int | None]:
    """The first and last grade of a band from the list; none for all grades.

    Raises:
        Invalid: it is not on the list.
    """
    if not typed:
        return None, None
    if typed not in rules.GRADES:
        raise Invalid("Please choose grades from the list.")
    first, last, _ = rules.GRADES[typed]
    return first, last


def _subject(typed: str) -> Subject:
    if typed not in set(Subject):
        raise Invalid("Please choose a subject.")
    return Subject(typed)


def _name(who: Goer, subject: Subject, form: RoomForm) -> str:
    if may_type(who) and form.name.strip():
        name = rules.typed_name(form.name)
    else:
        name = rules.built_name(subject, form.first, form.second)
    if name is None:
        raise NameOdd if form.name.strip() else NameOdd("Please choose both words of the name.")
    return name


def _check_number(tx: Transaction, who: Goer) -> None:
    kept = (
        select(func.count())
        .select_from(RoomMember)
        .join(StudyRoom, col(StudyRoom.id) == RoomMember.room_id)
        .where(RoomMember.user_id == who.user_id, RoomMember.role == RoomRole.KEEPER)
        .where(col(RoomMember.left_at).is_(None), col(StudyRoom.closed_at).is_(None))
    )
    if who.is_student and tx.session.exec(kept).one() >= rules.MOST_KEPT:
        raise TooManyKept


def _free_slug(tx: Transaction, name: str) -> str:
    """The first address of that name nobody has; whoever asks for the same meanwhile waits."""
    plain = rules.slug(name)
    key = func.hashtextextended(f"room:{plain}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock(key)))
    taken = set(
        tx.session.exec(
            select(StudyRoom.slug).where(col(StudyRoom.slug).regexp_match(f"^{plain}(-[0-9]+)?$"))
        ).all()
    )
    return next(one for n in range(1, len(taken) + 2) if (one := rules.slug(name, n)) not in taken)

"""The shelf of rooms: one's own first, then parties to come, then the others, a page at a time."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import and_, col, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import friends
from vel_tutor.domain.rooms import goers, opening, rules
from vel_tutor.domain.rooms.goers import Goer
from vel_tutor.domain.rooms.views import RoomCardView, ShelfView
from vel_tutor.live import presence, topics
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import Subject

A_PAGE = 20
_MOST_COMING = 10
Rooms = SelectOfScalar[StudyRoom]
_OPEN = col(StudyRoom.closed_at).is_(None)


def browse(actor: Actor, *, subject: str = "", find: str = "", after: str = "") -> ShelfView:
    """The rooms the actor may know of, the fullest first.

    Args:
        subject: only rooms of this one; anything else shows all.
        find: part of a name.
        after: `ShelfView.more` of the page before, on which the actor's own have been shown.

    Raises:
        NotAllowed: parents, and staff that has no business there.
    """
    with reading() as tx:
        who = goers.goer(tx, actor)
        if who.is_shut_out:
            return ShelfView(is_shut=True)
        hidden = friends.reported_by(tx, who.user_id)
        is_first = not after
        mine = _mine(tx, who) if is_first else ()
        parties = _coming(tx, who, subject, find) if is_first else ()
        seen = {room.id for room in mine} | hidden
        page = _page(tx, who, _matching(_others(who), subject, find), after)
        shown = page[:A_PAGE]
        others = [room for room in shown if room.id not in hidden]
        coming = [room for room in parties if room.id not in seen]
        told = _active([*mine, *coming, *others])
        return ShelfView(
            mine=tuple(_card(tx, who, room, told) for room in mine),
            coming=tuple(_card(tx, who, room, told) for room in coming),
            rooms=tuple(_card(tx, who, room, told) for room in others),
            more=_place_after(shown[-1]) if len(page) > A_PAGE else "",
            may_open=opening.may_open(actor),
            may_type=opening.may_type(who),
        )


def _mine(tx: Transaction, who: Goer) -> Sequence[StudyRoom]:
    return tx.session.exec(
        select(StudyRoom)
        .join(RoomMember, col(RoomMember.room_id) == StudyRoom.id)
        .where(RoomMember.user_id == who.user_id, col(RoomMember.left_at).is_(None))
        .where(_OPEN, or_(col(StudyRoom.ends_at).is_(None), col(StudyRoom.ends_at) > tx.now))
        .order_by(col(RoomMember.joined_at).desc())
        .limit(rules.MOST_ROOMS)
    ).all()


def _coming(tx: Transaction, who: Goer, subject: str, find: str) -> Sequence[StudyRoom]:
    parties = select(StudyRoom).where(
        _OPEN,
        col(StudyRoom.starts_at).is_not(None),
        col(StudyRoom.ends_at) > tx.now,
        goers.may_know(who),
    )
    ordered = _matching(parties, subject, find).order_by(col(StudyRoom.starts_at))
    return tx.session.exec(ordered.limit(_MOST_COMING)).all()


def _others(who: Goer) -> Rooms:
    """Rooms without a time that the person is not in."""
    inside = select(RoomMember.room_id).where(
        RoomMember.user_id == who.user_id, col(RoomMember.left_at).is_(None)
    )
    return select(StudyRoom).where(
        _OPEN,
        col(StudyRoom.starts_at).is_(None),
        goers.may_know(who),
        col(StudyRoom.id).not_in(inside),
    )


def _matching(rooms: Rooms, subject: str, find: str) -> Rooms:
    if subject in set(Subject):
        rooms = rooms.where(StudyRoom.subject == Subject(subject))
    words = " ".join(find.split())[: rules.LONGEST_NAME]
    if words:
        rooms = rooms.where(col(StudyRoom.name).icontains(words, autoescape=True))
    return rooms


def _page(tx: Transaction, who: Goer, rooms: Rooms, after: str) -> Sequence[StudyRoom]:
    """One page and one room more, which says whether there is another one."""
    place = _place(after)
    if place:
        fewer = col(StudyRoom.members) < place[0]
        same = and_(col(StudyRoom.members) == place[0], col(StudyRoom.id) > place[1])
        rooms = rooms.where(or_(fewer, same))
    ordered = rooms.order_by(col(StudyRoom.members).desc(), col(StudyRoom.id))
    return tx.session.exec(ordered.limit(A_PAGE + 1)).all()


def _place_after(room: StudyRoom) -> str:
    return f"{room.members}~{room.id}"


def _place(after: str) -> tuple[int, UUID] | None:
    members, _, last = after.partition("~")
    try:
        return (int(members), UUID(last)) if len(members) < 7 else None
    except ValueError:
        return None


def _active(rooms: Sequence[StudyRoom]) -> dict[UUID, str]:
    """How many people are in each room right now, in one trip; nothing is said of none."""
    crowds = presence.crowds([topics.room(room.id) for room in rooms]) if rooms else ()
    return {
        room.id: active_words(crowd.present)
        for room, crowd in zip(rooms, crowds, strict=bool(crowds))
    }


def active_words(present: int) -> str:
    """How many are there right now; nothing is said of nobody."""
    return f"{presence.told(present)} here now" if present else ""


def member_words(room: StudyRoom) -> str:
    """How many belong to a room; below five exactly how many is nobody's business."""
    if not room.members:
        return "Be the first"
    if room.members < presence.FEW:
        return "A few members"
    return f"{room.members:,} members"


def about(room: StudyRoom) -> str:
    """What a room is, and for whom."""
    grades = rules.grade_words(room.grade_from, room.grade_to)
    told = (rules.KINDS[room.kind], rules.BANDS[room.band].lower(), grades.lower())
    return ", ".join(words for words in told if words)


def _card(tx: Transaction, who: Goer, room: StudyRoom, told: dict[UUID, str]) -> RoomCardView:
    when = ""
    if room.starts_at and room.ends_at:
        when = rules.when_words(room.starts_at, room.ends_at, who.time_zone)
    return RoomCardView(
        slug=room.slug,
        name=room.name,
        subject=room.subject.value,
        about=about(room),
        members=member_words(room),
        active=told.get(room.id, ""),
        when=when,
        is_live=bool(room.starts_at) and not rules.is_early(room.starts_at, tx.now),
    )

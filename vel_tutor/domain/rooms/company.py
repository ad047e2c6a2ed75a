"""Who belongs to a room and who is there right now, as one person may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import tuple_
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, friends
from vel_tutor.domain.rooms.views import FaceView, MemberView
from vel_tutor.live import presence, topics
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import RoomRole

A_PAGE = 24
MOST_PAGES = 40
"""Of members that are read in one go; further ones are added a page at a time."""
MOST_FACES = 12


@dataclass(frozen=True)
class Looker:
    """Somebody who looks around in a room, and whom they are not to see there."""

    user_id: UUID
    hidden: frozenset[UUID]
    may_remove: bool
    is_warden: bool


def hidden_from(tx: Transaction, user_id: UUID) -> frozenset[UUID]:
    """Whom somebody does not meet anywhere: blocked either way, or reported by them."""
    return friends.shut_out(tx, user_id) | friends.reported_by(tx, user_id)


def page(
    tx: Transaction, room: StudyRoom, looker: Looker, after: str = "", *, pages: int = 1
) -> tuple[tuple[MemberView, ...], str]:
    """The members, who has been in longest first, and where the next page begins."""
    wanted = A_PAGE * min(max(pages, 1), MOST_PAGES)
    inside = select(RoomMember).where(
        RoomMember.room_id == room.id, col(RoomMember.left_at).is_(None)
    )
    place = _place(after)
    if place:
        inside = inside.where(tuple_(col(RoomMember.joined_at), col(RoomMember.id)) > place)
    ordered = inside.order_by(col(RoomMember.joined_at), col(RoomMember.id))
    rows = tx.session.exec(ordered.limit(wanted + 1)).all()
    shown = rows[:wanted]
    more = f"{shown[-1].joined_at.isoformat()}~{shown[-1].id}" if len(rows) > wanted else ""
    met = [row for row in shown if row.user_id not in looker.hidden]
    called = friends.names(tx, looker.user_id, [row.user_id for row in met])
    return tuple(_member(row, called, looker) for row in met), more


def faces(tx: Transaction, room: StudyRoom, looker: Looker) -> tuple[FaceView, ...]:
    """Members who have the room open right now, at most twelve."""
    here = _here(room.id)
    people = [one for one in here if one not in looker.hidden and one != looker.user_id]
    inside = set(
        tx.session.exec(
            select(RoomMember.user_id).where(
                RoomMember.room_id == room.id,
                col(RoomMember.left_at).is_(None),
                col(RoomMember.user_id).in_(people),
            )
        ).all()
        if people
        else ()
    )
    shown = [one for one in people if one in inside][:MOST_FACES]
    called = friends.names(tx, looker.user_id, shown) if shown else {}
    return tuple(
        FaceView(name=called[one], seed=accounts.pseudonym(one), away=here[one]) for one in shown
    )


def _here(room_id: UUID) -> dict[UUID, bool]:
    """Everybody signed in who is at the room, and whether they are away."""
    found: dict[UUID, bool] = {}
    for one in presence.members(topics.room(room_id)):
        kind, _, name = one.person.partition(":")
        if kind == "u":
            found[UUID(name)] = one.away
    return found


def _member(row: RoomMember, called: dict[UUID, str], looker: Looker) -> MemberView:
    seed = accounts.pseudonym(row.user_id)
    is_you, is_keeper = row.user_id == looker.user_id, row.role is RoomRole.KEEPER
    may_remove = looker.may_remove and not is_you and (looker.is_warden or not is_keeper)
    return MemberView(
        id="" if is_you else str(row.id),
        name=called[row.user_id],
        seed=seed,
        is_you=is_you,
        is_keeper=is_keeper,
        is_friend=not is_you and called[row.user_id] != seed,
        may_remove=may_remove,
    )


def _place(after: str) -> tuple[datetime, UUID] | None:
    at, _, last = after.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(last)
    except ValueError:
        return None


def heirs(tx: Transaction, room_id: UUID, user_id: UUID) -> Sequence[UUID]:
    """Somebody who could keep a room after `user_id`, if there is anybody."""
    others = select(RoomMember.user_id).where(
        RoomMember.room_id == room_id,
        RoomMember.user_id != user_id,
        col(RoomMember.left_at).is_(None),
        col(RoomMember.counts),
    )
    return tx.session.exec(others.limit(1)).all()

"""Putting the numbers of rooms right, and clearing away what nobody needs any more."""

from datetime import timedelta

from sqlalchemy import delete, update
from sqlmodel import col, func, select

from vel_tutor.core.db import transaction
from vel_tutor.domain.rooms import cheering, rules
from vel_tutor.models.rooms import RoomCounted, RoomMember, RoomTally, RoomWeek, StudyRoom

KEPT = timedelta(days=35)
_AT_A_TIME = 5000


def check_counts() -> int:
    """Nightly: make the kept number of members of every room right again.

    Returns:
        How many differed.
    """
    with transaction() as tx:
        counted = (
            select(func.count())
            .where(RoomMember.room_id == StudyRoom.id)
            .where(col(RoomMember.left_at).is_(None), col(RoomMember.counts))
            .correlate(StudyRoom)
            .scalar_subquery()
        )
        differing = (
            select(StudyRoom.id)
            .where(StudyRoom.members != counted)
            .order_by(col(StudyRoom.id))
            .with_for_update(key_share=True)
        )
        ids = tx.session.exec(differing).all()
        if ids:  # counted anew, now that nobody comes or goes in them
            tx.session.exec(
                update(StudyRoom).where(col(StudyRoom.id).in_(ids)).values(members=counted)
            )
        return len(ids)


def forget_old() -> int:
    """Daily: boards, weeks, signs and counted decks of more than a month ago.

    Returns:
        How many rows were cleared; call again until there are none.
    """
    with transaction() as tx:
        before = tx.now - KEPT
        week = rules.week_of(before, rules.HOUSE_ZONE)
        gone = cheering.forget_before(tx, before.date())
        for table, is_old in (
            (RoomTally, col(RoomTally.week) < week),
            (RoomWeek, col(RoomWeek.week) < week),
            (RoomCounted, col(RoomCounted.at) < before),
        ):
            some = select(table.id).where(is_old).limit(_AT_A_TIME)
            gone += tx.session.exec(delete(table).where(col(table.id).in_(some))).rowcount
        return gone

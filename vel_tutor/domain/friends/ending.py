"""Ending a friendship, keeping somebody away, and taking that back."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, or_, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.friends import pairs, queries, reporting
from vel_tutor.domain.friends.events import Blocked, FriendsAsked, FriendshipEnded, FriendsSwitched
from vel_tutor.models.friends import Block, FriendCode, Friendship, Report
from vel_tutor.vocabulary import MEMBERS, STUDENTS, ReportKind


def remove(actor: Actor, friendship_id: UUID) -> None:
    """End a friendship; the other one is not told, and finds one friend less.

    Raises:
        NotFound: they are not friends.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        row = pairs.access(tx, actor.user_id, friendship_id)
        if row.accepted_at is None:
            raise NotFound
        _end(tx, row, actor.user_id)


def block(actor: Actor, about_id: UUID) -> None:
    """Keep somebody away: no friendship, no question, and neither sees the other anywhere.

    Raises:
        Invalid: oneself.
        NotFound: nobody has that id.
    """
    actor.must_be(*MEMBERS)
    if about_id == actor.user_id:
        raise Invalid
    with transaction() as tx:
        accounts.person(tx, about_id)
        pairs.one_at_a_time(tx, actor.user_id, about_id)
        _block(tx, actor.user_id, about_id)


def block_behind(actor: Actor, friendship_id: UUID) -> None:
    """The same for the other one of a friendship, or of a question that was put to the actor.

    Raises:
        NotFound: there is nothing between the two.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        row = pairs.access(tx, actor.user_id, friendship_id)
        _block(tx, actor.user_id, pairs.other_of(row, actor.user_id))


def unblock(actor: Actor, block_id: UUID) -> None:
    """Let somebody be met again; whatever there was between the two stays over.

    Raises:
        NotFound: the actor keeps nobody away by that.
    """
    actor.must_be(*MEMBERS)
    with transaction() as tx:
        row = tx.session.get(Block, block_id)
        if row is None or row.by_id != actor.user_id or row.ended_at is not None:
            raise NotFound
        row.ended_at = tx.now
        tx.session.add(row)
        tx.publish(FriendsAsked(user_ids=(actor.user_id,)))


def report_behind(actor: Actor, friendship_id: UUID, kind: ReportKind) -> None:
    """Report the other one of a friendship, or of a question that was put to the actor.

    Raises:
        NotFound: there is nothing between the two.
        TooMany: enough for one day.
    """
    with reading() as tx:
        row = pairs.access(tx, actor.user_id, friendship_id)
        about = pairs.other_of(row, actor.user_id)
    reporting.report(actor, about, kind)


def switched(tx: Transaction, user_id: UUID) -> None:
    """Whether somebody has friends may have changed: let all who are one look again."""
    others = select(queries.other_id(user_id)).where(
        queries.is_of(user_id),
        col(Friendship.accepted_at).is_not(None),
        col(Friendship.ended_at).is_(None),
    )
    found = tuple(tx.session.exec(others).all())
    if found:
        tx.publish(FriendsSwitched(user_ids=found))


def forget(tx: Transaction, user_id: UUID) -> None:
    """Nothing of a forgotten child stays: no friend, no question, no block, no report, no code."""
    tx.session.exec(delete(Friendship).where(queries.is_of(user_id)))
    for rows in (Block, Report):
        theirs = or_(col(rows.by_id) == user_id, col(rows.about_id) == user_id)
        tx.session.exec(delete(rows).where(theirs))
    tx.session.exec(delete(FriendCode).where(col(FriendCode.user_id) == user_id))


def _block(tx: Transaction, by: UUID, about: UUID) -> None:
    row = pairs.open_row(tx, by, about)
    if row is not None:
        _end(tx, row, by)
    new = Block(by_id=by, about_id=about, at=tx.now)
    added = (
        insert(Block).values(**new.model_dump()).on_conflict_do_nothing().returning(col(Block.id))
    )
    if tx.session.exec(added).first():
        tx.publish(Blocked(by_id=by, about_id=about))


def _end(tx: Transaction, row: Friendship, by: UUID) -> None:
    pairs.end(tx, row, by)
    both = (row.low_id, row.high_id)
    if row.accepted_at is not None:
        tx.publish(FriendshipEnded(friendship_id=row.id, user_ids=both))
    else:
        tx.publish(FriendsAsked(user_ids=both))


def blocks(tx: Transaction, user_id: UUID) -> list[Block]:
    """Whom somebody keeps away, the latest first."""
    return list(
        tx.session.exec(
            select(Block)
            .where(Block.by_id == user_id, col(Block.ended_at).is_(None))
            .order_by(col(Block.at).desc(), col(Block.id))
        ).all()
    )

"""The row between two people: locked before it is read, and the questions it answers."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.friends import queries, rules
from vel_tutor.domain.friends.refusals import FriendsOff
from vel_tutor.models.friends import Friendship
from vel_tutor.vocabulary import STUDENTS, ConsentScope


def must_have_friends(actor: Actor) -> None:
    """Only students have friends, and only with friends switched on.

    Raises:
        NotAllowed: not a student.
        FriendsOff: friends are switched off for them.
    """
    actor.must_be(*STUDENTS)
    if ConsentScope.FRIENDS not in actor.scopes:
        raise FriendsOff


def one_at_a_time(tx: Transaction, *user_ids: UUID) -> None:
    """Wait for whatever else moves between these people and others, until the commit."""
    for key in sorted(f"friends:{user_id}" for user_id in user_ids):
        tx.session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))


def open_row(tx: Transaction, one_id: UUID, other: UUID) -> Friendship | None:
    """What is between the two at the moment; a question that waited too long is over."""
    low, high = sorted((one_id, other))
    row = tx.session.exec(
        select(Friendship)
        .where(Friendship.low_id == low, Friendship.high_id == high)
        .where(col(Friendship.ended_at).is_(None))
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is not None and is_over(tx, row):
        end(tx, row, None)
        return None
    return row


def is_over(tx: Transaction, row: Friendship) -> bool:
    """Whether a question has waited too long."""
    return row.accepted_at is None and row.asked_at <= tx.now - rules.QUESTION_LIVES


def access(tx: Transaction, user_id: UUID, friendship_id: UUID) -> Friendship:
    """The row of which `user_id` is one, with both people locked.

    Raises:
        NotFound: no such row, not theirs, over, or a question that has not reached them.
    """
    seen = tx.session.get(Friendship, friendship_id)
    if seen is None or user_id not in (seen.low_id, seen.high_id):
        raise NotFound
    one_at_a_time(tx, seen.low_id, seen.high_id)
    row = open_row(tx, seen.low_id, seen.high_id)
    if row is None or row.id != friendship_id:
        raise NotFound
    if row.sent_at is None and row.asked_by_id != user_id:
        raise NotFound
    return row


def end(tx: Transaction, row: Friendship, by: UUID | None) -> None:
    """What was between the two is over."""
    row.ended_at, row.ended_by_id = tx.now, by
    tx.session.add(row)
    tx.session.flush()


def other_of(row: Friendship, user_id: UUID) -> UUID:
    """The one of the two who is not `user_id`."""
    return row.high_id if row.low_id == user_id else row.low_id


def asked_id(row: Friendship) -> UUID:
    """Who was asked."""
    return other_of(row, row.asked_by_id)


def friends_count(tx: Transaction, user_id: UUID) -> int:
    """How many friendships somebody has, shown or not."""
    return tx.session.exec(
        select(func.count())
        .select_from(Friendship)
        .where(queries.is_of(user_id))
        .where(col(Friendship.accepted_at).is_not(None), col(Friendship.ended_at).is_(None))
    ).one()


def waiting(tx: Transaction, user_id: UUID) -> Sequence[Friendship]:
    """The questions somebody has put or been asked, those that wait, the newest first."""
    return tx.session.exec(
        select(Friendship)
        .where(queries.is_of(user_id), col(Friendship.ended_at).is_(None))
        .where(col(Friendship.accepted_at).is_(None))
        .where(col(Friendship.asked_at) > tx.now - rules.QUESTION_LIVES)
        .order_by(col(Friendship.asked_at).desc(), col(Friendship.id))
        .limit(2 * rules.MOST_FRIENDS)
    ).all()

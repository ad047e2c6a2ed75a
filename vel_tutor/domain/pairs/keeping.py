"""Choosing a streak of two: both have to, and either may end it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, func, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound, Refusal
from vel_tutor.domain import friends, incentives, notifications
from vel_tutor.domain.pairs import rules
from vel_tutor.domain.pairs.events import PairChanged
from vel_tutor.models.pairs import Pair
from vel_tutor.vocabulary import STUDENTS, NotificationKind


class PairsFull(Refusal):
    words = f"You keep {rules.MOST_PAIRS} streaks with friends, or have asked for them. End one."
    code = "pairs_full"


class TheirPairsFull(Refusal):
    words = "Your friend has no room for one more streak at the moment."
    code = "their_pairs_full"


def propose(actor: Actor, friendship_id: UUID) -> None:
    """Ask a friend to keep a streak together; whoever has asked already is taken at their word.

    Raises:
        NotFound: they are not friends.
        PairsFull, TheirPairsFull: there is no room on one of the two sides.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        friend = _friend(tx, actor, friendship_id)
        pair = open_pair(tx, friendship_id)
        if pair is None:
            _ask(tx, actor, friend, friendship_id)
        elif pair.agreed_at is None and pair.asked_by_id != actor.user_id:
            _begin(tx, actor, friend, pair)


def agree(actor: Actor, pair_id: UUID) -> None:
    """Say yes to a friend who would like a streak together; told again, nothing changes.

    Raises:
        NotFound: nobody asks, or they are friends no longer.
        PairsFull, TheirPairsFull: there is no room on one of the two sides.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        friend, pair = _access(tx, actor, pair_id)
        if pair.agreed_at is None and pair.asked_by_id == actor.user_id:
            raise NotFound
        if pair.agreed_at is None:
            _begin(tx, actor, friend, pair)


def leave(actor: Actor, pair_id: UUID) -> None:
    """End a streak of two, decline it, or take the question back; the other one is not told.

    Raises:
        NotFound: the actor keeps no such streak.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        friend, pair = _access(tx, actor, pair_id)
        pair.ended_at = tx.now
        tx.session.add(pair)
        tx.publish(PairChanged(pair_id=pair.id, user_ids=(actor.user_id, friend)))


def part(tx: Transaction, friendship_id: UUID) -> None:
    """A friendship is over, and the streak of the two with it."""
    tx.session.exec(
        update(Pair)
        .where(col(Pair.friendship_id) == friendship_id, col(Pair.ended_at).is_(None))
        .values(ended_at=tx.now)
    )


def open_pair(tx: Transaction, friendship_id: UUID) -> Pair | None:
    """The streak of two friends, or the question about one."""
    return tx.session.exec(
        select(Pair)
        .where(Pair.friendship_id == friendship_id, col(Pair.ended_at).is_(None))
        .execution_options(populate_existing=True)
    ).one_or_none()


def pairs_among(tx: Transaction, friendships: Mapping[UUID, UUID]) -> Sequence[Pair]:
    """All that is open among these friendships, the oldest first."""
    return tx.session.exec(
        select(Pair)
        .where(col(Pair.friendship_id).in_(friendships), col(Pair.ended_at).is_(None))
        .order_by(col(Pair.asked_at), col(Pair.id))
    ).all()


def _friend(tx: Transaction, actor: Actor, friendship_id: UUID) -> UUID:
    """The friend behind a friendship, with both locked."""
    friend = friends.friendships_of(tx, actor.user_id).get(friendship_id)
    if friend is None:
        raise NotFound
    for key in sorted(f"pairs:{one}" for one in (actor.user_id, friend)):
        tx.session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
    return friend


def _access(tx: Transaction, actor: Actor, pair_id: UUID) -> tuple[UUID, Pair]:
    seen = tx.session.get(Pair, pair_id)
    if seen is None:
        raise NotFound
    friend = _friend(tx, actor, seen.friendship_id)
    pair = open_pair(tx, seen.friendship_id)
    if pair is None or pair.id != pair_id:
        raise NotFound
    return friend, pair


def _ask(tx: Transaction, actor: Actor, friend: UUID, friendship_id: UUID) -> None:
    if _kept(tx, actor.user_id) >= rules.MOST_PAIRS:
        raise PairsFull
    pair = Pair(friendship_id=friendship_id, asked_by_id=actor.user_id, asked_at=tx.now)
    tx.session.add(pair)
    tx.session.flush()
    tx.publish(PairChanged(pair_id=pair.id, user_ids=(actor.user_id, friend)))
    kind = NotificationKind.PAIR_ASKED
    notifications.tell(tx, friend, kind, source_id=pair.id, path=routes.FRIENDS)


def _begin(tx: Transaction, actor: Actor, friend: UUID, pair: Pair) -> None:
    if _kept(tx, actor.user_id) >= rules.MOST_PAIRS:
        raise PairsFull
    if _kept(tx, friend) > rules.MOST_PAIRS:  # the question itself is one of theirs
        raise TheirPairsFull
    days = [incentives.today_of(tx, one) for one in (actor.user_id, friend)]
    pair.agreed_at, pair.since = tx.now, min(days)
    tx.session.add(pair)
    tx.publish(PairChanged(pair_id=pair.id, user_ids=(actor.user_id, friend)))


def _kept(tx: Transaction, user_id: UUID) -> int:
    """How many streaks of two somebody keeps or has asked for."""
    among = pairs_among(tx, friends.friendships_of(tx, user_id))
    return sum(pair.agreed_at is not None or pair.asked_by_id == user_id for pair in among)

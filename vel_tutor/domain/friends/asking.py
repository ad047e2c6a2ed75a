"""Asking somebody to be friends, by the code they handed out."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import safety
from vel_tutor.domain.friends import agreeing, codes, pairs, queries, rules
from vel_tutor.domain.friends.events import FriendsAsked
from vel_tutor.domain.friends.refusals import AskedMany, CodeOdd, FriendsFull
from vel_tutor.domain.friends.views import DoorView
from vel_tutor.models.friends import Friendship
from vel_tutor.vocabulary import (
    STUDENTS,
    ConsentScope,
    FriendDoor,
    Standing,
)

_STRANGER = "Somebody would like to learn together with you here."
_ASKED = "They will see it. You become friends when they say yes."
_PARENT_FIRST = "Your parent sees it first. After a yes it goes on to them."


def door(actor: Actor | None, typed: str) -> DoorView:
    """The page behind a friend link; to strangers it says the same about every link.

    Raises:
        TooMany: enough codes for this hour.
    """
    if actor is None:
        return DoorView(FriendDoor.STRANGER.value, words=_STRANGER)
    if actor.standing not in STUDENTS:
        return DoorView(FriendDoor.CLOSED.value, words=CodeOdd.words)
    if ConsentScope.FRIENDS not in actor.scopes:
        return DoorView(FriendDoor.OFF.value)
    safety.spend(safety.FRIEND_CODE, str(actor.user_id))
    with reading() as tx:
        owner = codes.owner(tx, rules.code_typed(typed))
        if owner is None or not _may_ask(tx, actor, owner):
            return DoorView(FriendDoor.CLOSED.value, words=CodeOdd.words)
        return _door(tx, actor, owner)


def ask(actor: Actor, typed: str) -> DoorView:
    """Ask whoever handed the code out; whoever has asked the actor already is a friend by it.

    Raises:
        NotAllowed: not a student, or friends are switched off.
        CodeOdd: the code leads to nobody whom the actor may ask, for whatever reason.
        FriendsFull: no room for one more friend.
        AskedMany: too many questions wait for an answer.
        TooMany: enough codes for this hour, or questions for this day.
    """
    pairs.must_have_friends(actor)
    safety.spend(safety.FRIEND_CODE, str(actor.user_id))
    with transaction() as tx:
        owner = codes.owner(tx, rules.code_typed(typed))
        if owner is None:
            raise CodeOdd
        put(tx, actor, owner)
        return _door(tx, actor, owner)


def ask_again(actor: Actor, friendship_id: UUID) -> None:
    """Ask somebody with whom the actor has just ended a friendship.

    Raises:
        NotFound: there was none that the actor ended a moment ago.
        As `ask`.
    """
    pairs.must_have_friends(actor)
    with transaction() as tx:
        row = tx.session.get(Friendship, friendship_id)
        if row is None or row.ended_by_id != actor.user_id or row.accepted_at is None:
            raise NotFound
        if row.ended_at is None or row.ended_at < tx.now - rules.UNDO:
            raise NotFound
        put(tx, actor, pairs.other_of(row, actor.user_id))


def ask_person(tx: Transaction, actor: Actor, other: UUID) -> str:
    """Ask somebody of whom the caller knows that the actor has met them; asked twice, it is one.

    Returns:
        Who answers next, in words.

    Raises: as `ask`, but for the limit on codes.
    """
    pairs.must_have_friends(actor)
    put(tx, actor, other)
    return _PARENT_FIRST if actor.standing is Standing.CHILD else _ASKED


def withdraw(actor: Actor, friendship_id: UUID) -> None:
    """Take back a question the actor has put.

    Raises:
        NotFound: none of theirs that waits.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        row = pairs.access(tx, actor.user_id, friendship_id)
        if row.accepted_at is not None or row.asked_by_id != actor.user_id:
            raise NotFound
        pairs.end(tx, row, actor.user_id)
        tx.publish(FriendsAsked(user_ids=(row.low_id, row.high_id)))


def put(tx: Transaction, actor: Actor, owner: UUID) -> None:
    """Put the question of the actor to `owner`; put twice, it is one.

    Raises: as `ask`.
    """
    pairs.one_at_a_time(tx, actor.user_id, owner)
    if not _may_ask(tx, actor, owner):
        raise CodeOdd
    row = pairs.open_row(tx, actor.user_id, owner)
    if row is None:
        _new(tx, actor, owner)
    elif row.accepted_at is None and row.asked_by_id != actor.user_id:
        agreeing.agree(tx, row)


def _new(tx: Transaction, actor: Actor, owner: UUID) -> None:
    if pairs.friends_count(tx, actor.user_id) >= rules.MOST_FRIENDS:
        raise FriendsFull
    own = [row for row in pairs.waiting(tx, actor.user_id) if row.asked_by_id == actor.user_id]
    if len(own) >= rules.MOST_OPEN:
        raise AskedMany
    safety.spend(safety.FRIEND_ASK, str(actor.user_id))
    low, high = sorted((actor.user_id, owner))
    is_child = actor.standing is Standing.CHILD
    row = Friendship(
        low_id=low,
        high_id=high,
        asked_by_id=actor.user_id,
        asked_at=tx.now,
        sent_at=None if is_child else tx.now,
        declined_at=_no_that_stands(tx, actor.user_id, low, high),
    )
    tx.session.add(row)
    tx.session.flush()
    tx.publish(FriendsAsked(user_ids=(low, high)))
    if row.declined_at is not None:
        return
    if is_child:
        agreeing.ask_parents(tx, row, actor.user_id)
    else:
        agreeing.pass_on(tx, row)


def _no_that_stands(tx: Transaction, asker: UUID, low: UUID, high: UUID) -> datetime | None:
    """When the same question was last declined, as long as that counts."""
    return tx.session.exec(
        select(func.max(Friendship.declined_at)).where(
            Friendship.low_id == low,
            Friendship.high_id == high,
            Friendship.asked_by_id == asker,
            col(Friendship.declined_at) > tx.now - rules.QUESTION_LIVES,
        )
    ).one()


def _may_ask(tx: Transaction, actor: Actor, owner: UUID) -> bool:
    return queries.may_meet(tx, actor.user_id, owner) and codes.may_have_friends(tx, owner)


def _door(tx: Transaction, actor: Actor, owner: UUID) -> DoorView:
    name = queries.names(tx, actor.user_id, [owner])[owner]
    row = pairs.open_row(tx, actor.user_id, owner)
    if row is None or (row.asked_by_id != actor.user_id and row.agreed_at is None):
        return DoorView(FriendDoor.OPEN.value, name)
    if row.accepted_at is not None:
        return DoorView(FriendDoor.FRIENDS.value, name)
    words = _PARENT_FIRST if row.sent_at is None else _ASKED
    return DoorView(FriendDoor.ASKED.value, name, words)

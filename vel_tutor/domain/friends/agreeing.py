"""Saying yes and no, and what follows from it.

A question of a child reaches the other one only after a parent's yes; a question to a child is
shown to child and parents, and both have to say yes. A no is told to nobody who asked.
"""

from uuid import UUID

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, notifications
from vel_tutor.domain.friends import pairs, queries, rules
from vel_tutor.domain.friends.events import FriendsAsked, FriendshipBegan
from vel_tutor.domain.friends.refusals import FriendsFull, TheirsFull
from vel_tutor.models.friends import Friendship
from vel_tutor.vocabulary import STUDENTS, NotificationKind, Standing


def accept(actor: Actor, friendship_id: UUID) -> None:
    """Say yes to whoever asks; told again, nothing changes.

    Raises:
        NotFound: nobody asks, or not any more, or the two may not meet.
        FriendsFull, TheirsFull: there is no room on one of the two sides.
        FriendsOff: friends are switched off for the actor.
    """
    pairs.must_have_friends(actor)
    with transaction() as tx:
        row = pairs.access(tx, actor.user_id, friendship_id)
        if row.asked_by_id == actor.user_id:
            raise NotFound
        if row.accepted_at is None:
            agree(tx, row)


def decline(actor: Actor, friendship_id: UUID) -> None:
    """Say no; the asker is not told, and goes on seeing a question that waits.

    Raises:
        NotFound: nobody asks, or not any more.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        row = pairs.access(tx, actor.user_id, friendship_id)
        if row.asked_by_id == actor.user_id or row.accepted_at is not None:
            raise NotFound
        row.declined_at, row.agreed_at = tx.now, None
        tx.session.add(row)
        tx.publish(FriendsAsked(user_ids=(actor.user_id,)))


def agree(tx: Transaction, row: Friendship) -> None:
    """The one who was asked says yes, even after a no.

    Raises: as `accept`.
    """
    if not queries.may_meet(tx, row.low_id, row.high_id):
        raise NotFound
    row.agreed_at, row.declined_at = tx.now, None
    tx.session.add(row)
    if not _conclude(tx, row):
        tx.publish(FriendsAsked(user_ids=(row.low_id, row.high_id)))


def let_ask(tx: Transaction, row: Friendship) -> None:
    """A parent lets the question of a child go on to whoever is asked.

    Raises: as `accept`.
    """
    if not queries.may_meet(tx, row.low_id, row.high_id):
        raise NotFound
    row.sent_at = tx.now
    tx.session.add(row)
    if not _conclude(tx, row):
        if row.agreed_at is None:
            pass_on(tx, row)
        tx.publish(FriendsAsked(user_ids=(row.low_id, row.high_id)))


def let_join(tx: Transaction, row: Friendship) -> None:
    """A parent lets a child be friends with whoever asks; the child may have said yes or not.

    Raises: as `accept`.
    """
    if not queries.may_meet(tx, row.low_id, row.high_id):
        raise NotFound
    row.allowed_at = tx.now
    tx.session.add(row)
    if not _conclude(tx, row):
        tx.publish(FriendsAsked(user_ids=(row.low_id, row.high_id)))


def pass_on(tx: Transaction, row: Friendship) -> None:
    """Tell whoever is asked, and the parents of a child who is."""
    asked = pairs.asked_id(row)
    kind = NotificationKind.FRIEND_ASKED
    notifications.tell(tx, asked, kind, source_id=row.id, path=routes.FRIENDS)
    if is_child(tx, asked):
        ask_parents(tx, row, asked)


def ask_parents(tx: Transaction, row: Friendship, child_id: UUID) -> None:
    """Tell the parents of a child that there is something to decide."""
    kind, page = NotificationKind.FRIEND_LEAVE, routes.family_child(child_id)
    for parent_id in accounts.parents_of(tx, child_id):
        notifications.tell(tx, parent_id, kind, source_id=row.id, path=page)


def is_child(tx: Transaction, user_id: UUID) -> bool:
    """Whether a parent has a say in who somebody's friends are."""
    return accounts.person(tx, user_id).standing is Standing.CHILD


def _conclude(tx: Transaction, row: Friendship) -> bool:
    """Make them friends once everybody has said yes who has to; says whether they are."""
    asked = pairs.asked_id(row)
    if row.sent_at is None or row.agreed_at is None:
        return False
    if row.allowed_at is None and is_child(tx, asked):
        return False
    if pairs.friends_count(tx, asked) >= rules.MOST_FRIENDS:
        raise FriendsFull
    if pairs.friends_count(tx, row.asked_by_id) >= rules.MOST_FRIENDS:
        raise TheirsFull
    row.accepted_at = tx.now
    tx.session.flush()
    both = (row.asked_by_id, asked)
    tx.publish(FriendshipBegan(friendship_id=row.id, user_ids=both))
    kind = NotificationKind.FRIEND_ACCEPTED
    notifications.tell(tx, row.asked_by_id, kind, source_id=row.id, path=routes.FRIENDS)
    return True

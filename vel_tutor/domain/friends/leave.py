"""What the parents of a child have to say about its friends."""

from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts
from vel_tutor.domain.friends import agreeing, pairs
from vel_tutor.domain.friends.events import FriendsAsked
from vel_tutor.domain.friends.views import WishView
from vel_tutor.models.friends import Friendship
from vel_tutor.vocabulary import Standing


def wishes(actor: Actor, child_id: UUID) -> tuple[WishView, ...]:
    """Who would like to be friends with the actor's child, either way; nothing of a teen.

    Raises:
        NotFound: not a child of the actor's.
    """
    actor.must_be(Standing.PARENT)
    with reading() as tx:
        if not _has_a_say(tx, actor, child_id):
            return ()
        return tuple(
            WishView(
                id=str(row.id),
                name=accounts.pseudonym(pairs.other_of(row, child_id)),
                words=_words(row, child_id),
            )
            for row in pairs.waiting(tx, child_id)
            if _waits(row, child_id)
        )


def answer(actor: Actor, child_id: UUID, friendship_id: UUID, *, yes: bool) -> None:
    """Say yes or no for the actor's child; whichever parent is first. Nobody else is told a no.

    Raises:
        NotFound: not a child of the actor's, or nothing waits for an answer.
        FriendsFull, TheirsFull: there is no room on one of the two sides.
    """
    actor.must_be(Standing.PARENT)
    with transaction() as tx:
        if not _has_a_say(tx, actor, child_id):
            raise NotFound
        row = pairs.access(tx, child_id, friendship_id)
        if not _waits(row, child_id):
            raise NotFound
        if yes:
            _let(tx, row, child_id)
        else:
            _stop(tx, row, child_id, actor.user_id)


def _let(tx: Transaction, row: Friendship, child_id: UUID) -> None:
    if row.asked_by_id == child_id:
        agreeing.let_ask(tx, row)
    else:
        agreeing.let_join(tx, row)


def _stop(tx: Transaction, row: Friendship, child_id: UUID, parent_id: UUID) -> None:
    row.declined_at = tx.now
    if row.asked_by_id == child_id:
        pairs.end(tx, row, parent_id)
    tx.session.add(row)
    tx.publish(FriendsAsked(user_ids=(child_id,)))


def _has_a_say(tx: Transaction, actor: Actor, child_id: UUID) -> bool:
    if not accounts.acts_for(tx, actor, child_id):
        raise NotFound
    return agreeing.is_child(tx, child_id)


def _waits(row: Friendship, child_id: UUID) -> bool:
    """Whether a parent of that child has to say something."""
    if row.declined_at is not None or row.accepted_at is not None:
        return False
    if row.asked_by_id == child_id:
        return row.sent_at is None
    return row.sent_at is not None and row.allowed_at is None


def _words(row: Friendship, child_id: UUID) -> str:
    if row.asked_by_id == child_id:
        return "Your child would like to ask them. They hear of it after your yes."
    if row.agreed_at is not None:
        return "They asked, and your child has said yes."
    return "They asked your child, who has not answered yet."

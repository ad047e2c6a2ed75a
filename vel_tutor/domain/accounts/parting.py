"""Ending ties between parents and children."""

from collections.abc import Sequence
from uuid import UUID

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import kin, queries, switching
from vel_tutor.domain.accounts.events import FamilyUntied
from vel_tutor.models.accounts import FamilyTie
from vel_tutor.vocabulary import AuditAction, Standing


def untie_all(tx: Transaction, child_id: UUID, by: UUID | None = None) -> None:
    """Let nobody act for the child any more, and end what they switched."""
    for one in kin.ties_of(tx, child_id):
        _end(tx, one, by)
    switching.lapse(tx, child_id)


def end_tie(actor: Actor, child_id: UUID, parent_id: UUID) -> None:
    """End a tie: one's own, a teen any of theirs, a parent also those that came after their own.

    With the last one the switches of the parents end: what is usual at that age stands again.

    Raises:
        NotFound: no such tie that the actor may end.
    """
    actor.must_be(Standing.TEEN, Standing.PARENT)
    with transaction() as tx:
        queries.lock(tx, child_id)
        ties = kin.ties_of(tx, child_id)
        one = next((tie for tie in ties if tie.parent_id == parent_id), None)
        if one is None or not may_end(actor, one, ties):
            raise NotFound
        _end(tx, one, actor.user_id)
        if len(ties) == 1:
            switching.lapse(tx, child_id)


def may_end(actor: Actor, one: FamilyTie, ties: Sequence[FamilyTie]) -> bool:
    """Whether the actor may end `one` of `ties`, all of one student, the oldest first."""
    if actor.user_id == one.child_id:
        return actor.standing is Standing.TEEN
    parents = [tie.parent_id for tie in ties]
    if actor.user_id not in parents:
        return False
    return parents.index(actor.user_id) <= parents.index(one.parent_id)


def _end(tx: Transaction, one: FamilyTie, by: UUID | None) -> None:
    one.ended_at, one.ended_by_id = tx.now, by
    tx.session.add(one)
    tx.session.flush()
    tx.publish(FamilyUntied(tie_id=one.id, child_id=one.child_id, parent_id=one.parent_id))
    safety.remember(
        tx,
        AuditAction.PARENT_UNLINKED,
        actor_id=by,
        subject_id=one.child_id,
        object_id=one.parent_id,
    )

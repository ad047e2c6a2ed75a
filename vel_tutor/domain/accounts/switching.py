"""A parent's switches: what is on for a child or teen beyond learning.

Each press is a deed that stays (see `scopes`). It counts from the next event on, in every open
window: their sockets are closed and come back as what the person may be by then.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import kin, queries, rules, scope_words, scopes
from vel_tutor.domain.accounts.events import StandingChanged
from vel_tutor.models.accounts import ConsentEntry, User
from vel_tutor.vocabulary import (
    SWITCHED_SCOPES,
    AuditAction,
    ConsentDeed,
    ConsentMethod,
    ConsentScope,
    Standing,
)

_PRESSED = {
    ConsentDeed.GIVEN: AuditAction.SCOPE_ON,
    ConsentDeed.REVOKED: AuditAction.SCOPE_OFF,
    ConsentDeed.LAPSED: AuditAction.SCOPE_LAPSED,
}


def switch(actor: Actor, child_id: UUID, scope: ConsentScope, *, on: bool) -> None:
    """Turn one scope on or off for the actor's child.

    Raises:
        NotAllowed: not a parent.
        NotFound: not a child of the actor's.
        Invalid: learning is no switch; a permission is given and taken back by mail.
    """
    if scope not in SWITCHED_SCOPES:
        raise Invalid
    with transaction() as tx:
        child = own_child(tx, actor, child_id)
        deed = ConsentDeed.GIVEN if on else ConsentDeed.REVOKED
        enter(tx, child, {scope: deed}, actor.user_id)


def end_viral(actor: Actor, child_id: UUID) -> None:
    """Turn off everything that shows the actor's child to others, whatever is usual at their age.

    Raises: as `switch`.
    """
    with transaction() as tx:
        child = own_child(tx, actor, child_id)
        off = dict.fromkeys(rules.VIRAL_SCOPES, ConsentDeed.REVOKED)
        enter(tx, child, off, actor.user_id)


def as_usual(actor: Actor, child_id: UUID) -> None:
    """Let what is usual at the age of the actor's child stand again, for what shows them to others.

    Raises: as `switch`.
    """
    with transaction() as tx:
        child = own_child(tx, actor, child_id)
        enter(tx, child, _lapsing(tx, child, rules.VIRAL_SCOPES), actor.user_id)


def lapse(tx: Transaction, child_id: UUID) -> None:
    """End every switch: whoever pressed them has no say any more."""
    child = queries.lock(tx, child_id)
    if child is not None:
        enter(tx, child, _lapsing(tx, child, SWITCHED_SCOPES), None)


def own_child(tx: Transaction, actor: Actor, child_id: UUID) -> User:
    """The row of the actor's child, locked, so that presses come one after the other."""
    actor.must_be(Standing.PARENT)
    child = queries.lock(tx, child_id)
    if child is None or not kin.acts_for(tx, actor, child_id):
        raise NotFound
    return child


def _lapsing(
    tx: Transaction, child: User, among: Iterable[ConsentScope]
) -> dict[ConsentScope, ConsentDeed]:
    """What has ever been switched, to be as usual again."""
    done = scopes.deeds_of(tx, child.id)
    return {scope: ConsentDeed.LAPSED for scope in among if scope in done}


def enter(
    tx: Transaction, child: User, wanted: dict[ConsentScope, ConsentDeed], by: UUID | None
) -> None:
    """Add the deeds that change something, and tell every open window of the child."""
    done = scopes.deeds_of(tx, child.id)
    new = {
        scope: deed
        for scope, deed in wanted.items()
        if done.get(scope) is not deed or (by != child.id and _was_own(tx, child, scope))
    }
    for scope, deed in new.items():
        tx.session.add(
            ConsentEntry(
                child_id=child.id,
                actor_id=by,
                deed=deed,
                scope=scope,
                method=_method(child, by),
                notice_version=scope_words.VERSION,
                notice_hash=scope_words.notice_hash(scope),
                at=tx.now,
            )
        )
        safety.remember(tx, _PRESSED[deed], actor_id=by, subject_id=child.id, reason=scope)
    if new:
        tx.publish(StandingChanged(user_id=child.id))


def _method(child: User, by: UUID | None) -> ConsentMethod:
    if by is None:
        return ConsentMethod.HOUSE
    return ConsentMethod.OWN if by == child.id else ConsentMethod.LINKED_PARENT


def _was_own(tx: Transaction, child: User, scope: ConsentScope) -> bool:
    """Whether the last word about `scope` was the student's own: a parent's stands above it."""
    last = (
        select(ConsentEntry.actor_id)
        .where(ConsentEntry.child_id == child.id, ConsentEntry.scope == scope)
        .order_by(col(ConsentEntry.seq).desc())
    )
    return tx.session.exec(last.limit(1)).first() == child.id

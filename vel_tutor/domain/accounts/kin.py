"""Parents and their children: who may act for whom.

A tie joins one parent and one student. Several parents may be tied to a child, and several children
to a parent. How ties come about is told in `consent`, `family` and `inviting`, how they end in
`parting`.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import safety
from vel_tutor.domain.accounts.events import FamilyTied
from vel_tutor.domain.accounts.views import ChildView
from vel_tutor.models.accounts import FamilyTie, User
from vel_tutor.vocabulary import AuditAction, Standing, TieHow

_OPEN = (
    FamilyTie.child_id == User.id,
    col(FamilyTie.ended_at).is_(None),
    col(User.closed_at).is_(None),
    col(User.consent_needed).is_(False) | col(User.consented_at).is_not(None),
)
"""A tie to a student whose account is open."""


def children(actor: Actor) -> tuple[ChildView, ...]:
    """The children the actor may act for; none for anybody but a parent."""
    if actor.standing is not Standing.PARENT:
        return ()
    with reading() as tx:
        return children_of(tx, actor)


def children_of(tx: Transaction, actor: Actor) -> tuple[ChildView, ...]:
    """The same, inside the caller's transaction."""
    found = tx.session.exec(
        select(User)
        .where(*_OPEN, FamilyTie.parent_id == actor.user_id)
        .order_by(col(User.first_name), col(User.id))
    ).all()
    return tuple(ChildView(child.id, child.first_name, child.grade) for child in found)


def acts_for(tx: Transaction, actor: Actor, student_id: UUID) -> bool:
    """Whether the actor is that student, or a parent tied to them."""
    if actor.user_id == student_id:
        return actor.is_student
    if actor.standing is not Standing.PARENT:
        return False
    tied = select(FamilyTie.id).where(
        *_OPEN, FamilyTie.parent_id == actor.user_id, FamilyTie.child_id == student_id
    )
    return tx.session.exec(tied).first() is not None


def parents_of(tx: Transaction, student_id: UUID) -> tuple[UUID, ...]:
    """The parents tied to the student, the longest tied first."""
    return tuple(
        tx.session.exec(
            select(FamilyTie.parent_id)
            .where(*_OPEN, FamilyTie.child_id == student_id)
            .order_by(col(FamilyTie.approved_at), col(FamilyTie.id))
        ).all()
    )


def tie(
    tx: Transaction,
    child_id: UUID,
    parent_id: UUID,
    how: TieHow,
    by: UUID | None,
    asked_at: datetime | None = None,
) -> None:
    """Let the parent act for the child from now on; nothing changes when they do already."""
    if _tie_of(tx, child_id, parent_id):
        return
    new = FamilyTie(
        child_id=child_id,
        parent_id=parent_id,
        how=how,
        asked_at=asked_at or tx.now,
        approved_at=tx.now,
        approved_by_id=by,
    )
    tx.session.add(new)
    tx.session.flush()
    tx.publish(FamilyTied(tie_id=new.id, child_id=child_id, parent_id=parent_id))
    safety.remember(
        tx, AuditAction.PARENT_LINKED, actor_id=parent_id, subject_id=child_id, reason=how
    )


def ties_of(tx: Transaction, child_id: UUID) -> Sequence[FamilyTie]:
    """The open ties of a student, the oldest first, locked."""
    return tx.session.exec(
        select(FamilyTie)
        .where(FamilyTie.child_id == child_id, col(FamilyTie.ended_at).is_(None))
        .order_by(col(FamilyTie.approved_at), col(FamilyTie.id))
        .with_for_update()
    ).all()


def _tie_of(tx: Transaction, child_id: UUID, parent_id: UUID) -> FamilyTie | None:
    return tx.session.exec(
        select(FamilyTie).where(
            FamilyTie.child_id == child_id,
            FamilyTie.parent_id == parent_id,
            col(FamilyTie.ended_at).is_(None),
        )
    ).one_or_none()

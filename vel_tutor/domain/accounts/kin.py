"""Parents and their children: who may act for whom.

A parent is linked to a child by saying yes, behind the link we mailed, while signed in to their
own account. Taking the yes back ends it.
"""

from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import safety
from vel_tutor.domain.accounts.views import ChildView
from vel_tutor.models.accounts import Guardianship, User
from vel_tutor.vocabulary import AuditAction, Standing

_OPEN = (
    Guardianship.child_id == User.id,
    col(Guardianship.revoked_at).is_(None),
    col(User.consented_at).is_not(None),
    col(User.closed_at).is_(None),
)


def children(actor: Actor) -> tuple[ChildView, ...]:
    """The children the actor may act for; none for anybody but a parent."""
    if actor.standing is not Standing.PARENT:
        return ()
    with reading() as tx:
        found = tx.session.exec(
            select(User)
            .where(*_OPEN, Guardianship.parent_id == actor.user_id)
            .order_by(col(User.first_name), col(User.id))
        ).all()
        return tuple(ChildView(child.id, child.first_name, child.grade) for child in found)


def acts_for(tx: Transaction, actor: Actor, student_id: UUID) -> bool:
    """Whether the actor is that student, or the parent who allowed the account."""
    if actor.user_id == student_id:
        return actor.is_student
    if actor.standing is not Standing.PARENT:
        return False
    bond = select(Guardianship.id).where(
        *_OPEN, Guardianship.parent_id == actor.user_id, Guardianship.child_id == student_id
    )
    return tx.session.exec(bond).first() is not None


def link(tx: Transaction, bond: Guardianship, parent: Actor) -> None:
    """Let `parent`, who has just said yes, act for the child."""
    bond.parent_id = parent.user_id
    safety.remember(
        tx, AuditAction.PARENT_LINKED, actor_id=parent.user_id, subject_id=bond.child_id
    )

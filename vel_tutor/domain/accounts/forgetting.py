"""Children whose parents never answered, or took their permission back: nothing stays of them."""

from sqlalchemy import ColumnElement, delete
from sqlmodel import col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import post, rules
from vel_tutor.domain.accounts.events import ChildForgotten
from vel_tutor.domain.accounts.signing_in import end_sign_ins
from vel_tutor.models.accounts import (
    AgeSign,
    ConsentEntry,
    FamilyRequest,
    FamilyTie,
    Guardianship,
    PostedLink,
    SignIn,
    User,
)
from vel_tutor.vocabulary import AuditAction, ConsentDeed, ConsentScope, Theme

CHILDREN_A_RUN = 500


def forget_unconfirmed_children() -> int:
    """Hourly. Safe to run twice, and to skip; returns how many accounts are gone.

    An account that never opened is deleted whole. One that was open for a while has left entries
    in ledgers, which are never changed: of it an empty row stays, so that they hold an opaque id.
    """
    with transaction() as tx:
        overdue = tx.session.exec(
            select(User)
            .where(Guardianship.child_id == User.id, User.closed_at == None)  # noqa: E711
            .where(User.consent_needed, User.consented_at == None)  # noqa: E711
            .where(Guardianship.waiting_since < tx.now - rules.UNCONFIRMED_KEPT)
            .order_by(col(User.id))
            .limit(CHILDREN_A_RUN)
            .with_for_update(of=User, skip_locked=True)
        ).all()
        for child in overdue:
            _forget(tx, child)
        return len(overdue)


def _forget(tx: Transaction, child: User) -> None:
    end_sign_ins(tx, child.id)
    post.withdraw(tx, child.id)
    post.forget_recipients(tx, child.id)
    if _was_ever_open(tx, child):
        _empty(tx, child)
    else:
        tx.session.delete(child)
    tx.publish(ChildForgotten(child_id=child.id))
    safety.remember(tx, AuditAction.CHILD_FORGOTTEN, subject_id=child.id)


def _was_ever_open(tx: Transaction, child: User) -> bool:
    """Whether a parent ever said yes, or a teen (they have an address) turned out to be a child."""
    given = select(ConsentEntry.id).where(
        ConsentEntry.child_id == child.id,
        ConsentEntry.scope == ConsentScope.LEARNING,
        ConsentEntry.deed == ConsentDeed.GIVEN,
    )
    return bool(child.email) or tx.session.exec(given).first() is not None


def _empty(tx: Transaction, child: User) -> None:
    child.first_name = child.email = child.sign_in_name = ""
    child.password_hash = child.birth_date_sealed = ""
    child.grade, child.time_zone, child.theme = None, "UTC", Theme.HARBOUR
    child.closed_at = tx.now
    tx.session.exec(delete(AgeSign).where(col(AgeSign.user_id) == child.id))
    tx.session.exec(delete(FamilyTie).where(col(FamilyTie.child_id) == child.id))
    tx.session.exec(delete(FamilyRequest).where(_names(child)))
    tx.session.exec(delete(Guardianship).where(col(Guardianship.child_id) == child.id))
    tx.session.exec(delete(PostedLink).where(col(PostedLink.user_id) == child.id))
    tx.session.exec(delete(SignIn).where(col(SignIn.user_id) == child.id))


def _names(child: User) -> ColumnElement[bool]:
    """What a teen handed out before, and what parents asked."""
    return (col(FamilyRequest.child_id) == child.id) | (col(FamilyRequest.asked_by_id) == child.id)

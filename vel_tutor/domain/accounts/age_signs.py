"""Signs that a teen may be a child after all: the age gate is asked once more, never gone round.

Asking for the work of a low grade is such a sign (COPPA: actual knowledge); plenty of teens have
good reasons for it, so the answer decides, and the question gives nothing away.
"""

from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.domain import safety
from vel_tutor.domain.accounts import rules
from vel_tutor.domain.accounts.actions import own, take_as_child
from vel_tutor.domain.accounts.refusals import AgeAsked, BirthdayOdd
from vel_tutor.models.accounts import AgeSign
from vel_tutor.vocabulary import AgeBand, AuditAction, Standing


def note_grade(actor: Actor, grade: int) -> None:
    """Remember that the actor asks for the work of `grade`.

    Raises:
        AgeAsked: that sounds like a child, and the age gate has not been asked since.
    """
    if actor.standing is not Standing.TEEN or not rules.sounds_like_a_child(AgeBand.TEEN, grade):
        return
    with transaction() as tx:
        first = tx.session.exec(
            insert(AgeSign)
            .values(id=uuid4(), user_id=actor.user_id, grade=grade, at=tx.now)
            .on_conflict_do_nothing(index_elements=["user_id"])
            .returning(col(AgeSign.id))
        ).first()
        if first is not None:
            _remember(tx, AuditAction.AGE_ASKED, actor)
        is_open = _sign(tx, actor).answered_at is None
    if is_open:
        raise AgeAsked


def age_is_asked(actor: Actor) -> bool:
    """Whether the age gate waits for the actor's answer."""
    if actor.standing is not Standing.TEEN:
        return False
    with reading() as tx:
        mine = select(AgeSign).where(AgeSign.user_id == actor.user_id)
        sign = tx.session.exec(mine).one_or_none()
        return sign is not None and sign.answered_at is None


def answer_age(actor: Actor, day: str, month: str, year: str) -> bool:
    """Answer the age gate; the first answer stands.

    Returns:
        Whether the account is still open: a child's is locked until a parent says yes.

    Raises:
        BirthdayOdd: there was no such day.
        NotAllowed: the actor is not a teen.
    """
    actor.must_be(Standing.TEEN)
    with transaction() as tx:
        born = rules.birth_date(day, month, year, tx.now.date())
        if born is None:
            raise BirthdayOdd
        user, sign = own(tx, actor), _sign(tx, actor)
        if sign.answered_at is not None:
            return True
        sign.answered_at = tx.now
        _remember(tx, AuditAction.AGE_ANSWERED, actor)
        is_child = rules.age_band(born, tx.now.date()) is AgeBand.CHILD
        if is_child:
            take_as_child(tx, user)
        return not is_child


def _sign(tx: Transaction, actor: Actor) -> AgeSign:
    """The actor's sign, locked; an answered one for somebody who never gave any."""
    mine = select(AgeSign).where(AgeSign.user_id == actor.user_id).with_for_update()
    found = tx.session.exec(mine).one_or_none()
    return found or AgeSign(user_id=actor.user_id, grade=0, at=tx.now, answered_at=tx.now)


def _remember(tx: Transaction, action: AuditAction, actor: Actor) -> None:
    safety.remember(tx, action, actor_id=actor.user_id, subject_id=actor.user_id, reason="grade")

"""Class passes: given for a family that joined, used for a seat, returned with the seat."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import Conflict
from vel_tutor.domain.incentives.actions import enter, purse_locked
from vel_tutor.domain.incentives.events import PurseChanged
from vel_tutor.models.incentives import Purse
from vel_tutor.vocabulary import Currency, PassReason


class NoPass(Conflict):
    words = "You have no class pass left. Another one comes with the next family you bring."
    code = "no_pass"


def passes_of(tx: Transaction, user_id: UUID) -> int:
    """How many class passes somebody holds."""
    held = select(Purse.class_passes).where(Purse.user_id == user_id)
    return tx.session.exec(held).one_or_none() or 0


def give_pass(tx: Transaction, user_id: UUID, reason: PassReason, source_id: UUID) -> bool:
    """Add one pass, once per cause; says whether this call did."""
    purse_locked(tx, user_id)
    return _change(tx, user_id, 1, reason, source_id)


def use_pass(tx: Transaction, user_id: UUID, source_id: UUID) -> None:
    """Take one pass for the seat `source_id`.

    Raises:
        NoPass: there is none.
    """
    if not _take(tx, user_id, PassReason.CLASS_BOOKED, source_id):
        raise NoPass


def take_back_pass(tx: Transaction, user_id: UUID, source_id: UUID) -> bool:
    """Take a pass back that was given in error; False when it has been used already."""
    return _take(tx, user_id, PassReason.TAKEN_BACK, source_id)


def _pass_left(tx: Transaction, user_id: UUID) -> bool:
    """Whether there is a pass to use, with the purse locked until the commit."""
    return purse_locked(tx, user_id).class_passes > 0


def _take(tx: Transaction, user_id: UUID, reason: PassReason, source_id: UUID) -> bool:
    return _pass_left(tx, user_id) and _change(tx, user_id, -1, reason, source_id)


def _change(
    tx: Transaction, user_id: UUID, amount: int, reason: PassReason, source_id: UUID
) -> bool:
    """One entry and the balance that follows; False when that cause is written already."""
    if not enter(tx, user_id, Currency.CLASS_PASS, amount, reason, source_id):
        return False
    tx.session.exec(
        update(Purse)
        .where(col(Purse.user_id) == user_id)
        .values(class_passes=Purse.class_passes + amount)
        .execution_options(synchronize_session=False)
    )
    tx.publish(
        PurseChanged(user_id=user_id, currency=Currency.CLASS_PASS, amount=amount, reason=reason)
    )
    return True

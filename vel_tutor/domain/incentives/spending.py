"""Spending XP: only what is there, once for a cause, and back again if the purchase is undone.

What was earned in a lifetime, and so the level, is never touched by it.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import Conflict
from vel_tutor.domain.incentives import opening
from vel_tutor.domain.incentives.actions import enter, purse_locked, settle
from vel_tutor.domain.incentives.events import PurseChanged
from vel_tutor.models.incentives import LedgerEntry, Purse
from vel_tutor.vocabulary import Currency, ShieldReason, XpReason


class NotEnoughXp(Conflict):
    words = "You do not have enough XP for that yet."
    code = "not_enough_xp"

    def __init__(self, missing: int) -> None:
        super().__init__(f"You need {missing} more XP for that.")
        self.missing = missing


@dataclass(frozen=True)
class Held:
    """What somebody may spend, as long as the transaction lasts that asked."""

    spendable_xp: int
    shields: int

    def must_have(self, price: int) -> None:
        """Refuse a `price` that is too high."""
        if self.spendable_xp < price:
            raise NotEnoughXp(price - self.spendable_xp)


def lock_purse(tx: Transaction, user_id: UUID) -> Held:
    """What `user_id` holds, days settled up to now; nobody else changes it until the commit."""
    purse = purse_locked(tx, user_id)
    settle(tx, purse)
    tx.session.flush()
    return Held(purse.spendable_xp, purse.shields)


def spend(tx: Transaction, user_id: UUID, amount: int, reason: XpReason, source_id: UUID) -> bool:
    """Take `amount` off the spendable XP, once per cause.

    Returns:
        Whether this call took it; False when that cause had been charged before.

    Raises:
        ValueError: `amount` is not positive.
        NotEnoughXp: there is less than that; `missing` says how much.
    """
    if amount <= 0:
        raise ValueError("a price is at least 1 XP")
    purse = purse_locked(tx, user_id)
    if _entry(tx, user_id, Currency.SPENDABLE_XP, reason, source_id):
        return False
    Held(purse.spendable_xp, purse.shields).must_have(amount)
    enter(tx, user_id, Currency.SPENDABLE_XP, -amount, reason, source_id)
    _change(tx, user_id, -amount, reason)
    return True


def give_back(tx: Transaction, user_id: UUID, source_id: UUID) -> int:
    """Reverse what `spend` took for the purchase `source_id`, once.

    Returns:
        The XP that came back now; 0 when nothing was taken, or it came back before.
    """
    purse_locked(tx, user_id)
    taken = _entry(tx, user_id, Currency.SPENDABLE_XP, XpReason.SHOP, source_id)
    if taken is None:
        return 0
    amount, reason = -taken.amount, XpReason.SHOP_UNDONE
    if not enter(tx, user_id, Currency.SPENDABLE_XP, amount, reason, source_id):
        return 0
    _change(tx, user_id, amount, reason)
    return amount


def take_back_shield(tx: Transaction, user_id: UUID, source_id: UUID) -> bool:
    """Take the shield back that the purchase `source_id` gave; False when it is used or gone."""
    purse = purse_locked(tx, user_id)
    settle(tx, purse)
    tx.session.flush()
    given = _entry(tx, user_id, Currency.SHIELD, ShieldReason.SHOP, source_id)
    held = opening.open_book(tx, user_id).book.shields
    if given is None or given.id not in {shield.id for shield in held}:
        return False
    enter(tx, user_id, Currency.SHIELD, -1, ShieldReason.TAKEN_BACK, source_id)
    tx.session.exec(
        update(Purse)
        .where(col(Purse.user_id) == user_id)
        .values(shields=Purse.shields - 1)
        .execution_options(synchronize_session=False)
    )
    _tell(tx, user_id, Currency.SHIELD, -1, ShieldReason.TAKEN_BACK)
    return True


def _entry(
    tx: Transaction, user_id: UUID, currency: Currency, reason: str, source_id: UUID
) -> LedgerEntry | None:
    return tx.session.exec(
        select(LedgerEntry).where(
            LedgerEntry.user_id == user_id,
            LedgerEntry.currency == currency,
            LedgerEntry.reason == str(reason),
            LedgerEntry.source_id == source_id,
        )
    ).one_or_none()


def _change(tx: Transaction, user_id: UUID, amount: int, reason: XpReason) -> None:
    tx.session.exec(
        update(Purse)
        .where(col(Purse.user_id) == user_id)
        .values(spendable_xp=Purse.spendable_xp + amount)
        .execution_options(synchronize_session=False)
    )
    _tell(tx, user_id, Currency.SPENDABLE_XP, amount, reason)


def _tell(tx: Transaction, user_id: UUID, currency: Currency, amount: int, reason: str) -> None:
    tx.publish(PurseChanged(user_id=user_id, currency=currency, amount=amount, reason=str(reason)))

"""Writing the ledger. Every entry has a cause, and a cause pays once, however often it is told."""

from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import notifications
from vel_tutor.domain.incentives import keeping, opening, rules
from vel_tutor.domain.incentives.events import PurseChanged, StreakGrew
from vel_tutor.models.incentives import LedgerEntry, Purse, Streak
from vel_tutor.vocabulary import Currency, NotificationKind, ShieldReason, XpReason


def award_xp(
    tx: Transaction, user_id: UUID, amount: int, reason: XpReason, source_id: UUID
) -> bool:
    """Add `amount` XP to both the lifetime and the spendable balance, once per cause.

    Returns:
        Whether this call paid; False when that cause had been paid before.

    Raises:
        ValueError: `amount` is not positive.
    """
    if amount <= 0:
        raise ValueError("an award is at least 1 XP")
    purse_locked(tx, user_id)
    if not enter(tx, user_id, Currency.LIFETIME_XP, amount, reason, source_id):
        return False
    enter(tx, user_id, Currency.SPENDABLE_XP, amount, reason, source_id)
    _add(tx, user_id, lifetime_xp=amount, spendable_xp=amount)
    tx.publish(
        PurseChanged(user_id=user_id, currency=Currency.LIFETIME_XP, amount=amount, reason=reason)
    )
    return True


def grant_shield(tx: Transaction, user_id: UUID, reason: ShieldReason, source_id: UUID) -> bool:
    """Add one streak shield, once per cause, up to the most a person may hold.

    A full purse keeps the cause as an entry of 0: it was honoured and cannot be told again later.

    Returns:
        Whether a shield was added now; `shield_outcome` tells a full purse from a repeated cause.
    """
    purse = purse_locked(tx, user_id)
    settle(tx, purse)
    room = purse.shields < rules.MOST_SHIELDS
    amount = 1 if room else 0
    if not enter(tx, user_id, Currency.SHIELD, amount, reason, source_id) or not room:
        return False
    _add(tx, user_id, shields=1)
    tx.publish(PurseChanged(user_id=user_id, currency=Currency.SHIELD, amount=1, reason=reason))
    return True


def record_practice_day(
    tx: Transaction, user_id: UUID, source_id: UUID, at: datetime | None = None
) -> bool:
    """Count a learner's day as practised; its first practice pays the day's XP.

    Args:
        at: when it was practised, for a device that was offline then; now, if left out. What is
            told of more than `rules.LATEST_REPORT` later does not count.

    Returns:
        Whether the day was new.
    """
    purse, at = purse_locked(tx, user_id), at or tx.now
    if not tx.now - rules.LATEST_REPORT <= at <= tx.now or _is_counted(tx, user_id, at):
        return False
    kept = opening.open_book(tx, user_id)
    day = kept.book.practise(at, tx.now)
    keeping.close_book(tx, purse, kept, keeping.Practice(source_id, at))
    if day is None:
        return False
    tx.publish(StreakGrew(user_id=user_id, local_date=day, length=kept.book.streak(tx.now)))
    if kept.book.is_practised(kept.book.today(tx.now)):
        notifications.no_longer(tx, user_id, NotificationKind.STREAK_AT_RISK)
    cause = uuid5(NAMESPACE_URL, f"vel_tutor:practice-day:{day.isoformat()}")
    award_xp(tx, user_id, rules.XP_PRACTICE_DAY, XpReason.PRACTICE_DAY, cause)
    if kept.book.streak(tx.now) - kept.book.restored >= rules.FREE_SHIELD_ON:
        grant_shield(tx, user_id, ShieldReason.FIRST_DAYS, user_id)
    return True


def settle(tx: Transaction, purse: Purse) -> None:
    """Bring the streak of a locked purse up to the present moment."""
    row = tx.session.get(Streak, purse.user_id, populate_existing=True)
    if row and row.lives and row.day_ends_at <= tx.now:
        kept = opening.open_book(tx, purse.user_id)
        kept.book.settle(tx.now)
        keeping.close_book(tx, purse, kept)


def _is_counted(tx: Transaction, user_id: UUID, at: datetime) -> bool:
    """Whether `at` is now, and today known to be practised: the common case, and a short way."""
    row = tx.session.get(Streak, user_id, populate_existing=True)
    return bool(row and row.is_practised and at == tx.now < row.day_ends_at)


def purse_locked(tx: Transaction, user_id: UUID) -> Purse:
    """The purse of `user_id`, locked: whoever else changes it or the streak waits here."""
    mine = select(Purse).where(Purse.user_id == user_id).with_for_update()
    mine = mine.execution_options(populate_existing=True)
    purse = tx.session.exec(mine).one_or_none()
    if purse is None:
        tx.session.exec(insert(Purse).values(user_id=user_id).on_conflict_do_nothing())
        purse = tx.session.exec(mine).one()
    return purse


def enter(
    tx: Transaction, user_id: UUID, currency: Currency, amount: int, reason: str, source_id: UUID
) -> bool:
    """Add one entry unless its cause is there already; says whether it was added."""
    entry = LedgerEntry(
        user_id=user_id,
        currency=currency,
        amount=amount,
        reason=str(reason),
        source_id=source_id,
        at=tx.now,
    )
    added = (
        insert(LedgerEntry)
        .values(**entry.model_dump())
        .on_conflict_do_nothing(constraint="ledger_one_per_cause")
        .returning(col(LedgerEntry.id))
    )
    return tx.session.exec(added).first() is not None


def _add(
    tx: Transaction, user_id: UUID, lifetime_xp: int = 0, spendable_xp: int = 0, shields: int = 0
) -> None:
    tx.session.exec(
        update(Purse)
        .where(col(Purse.user_id) == user_id)
        .values(
            lifetime_xp=Purse.lifetime_xp + lifetime_xp,
            spendable_xp=Purse.spendable_xp + spendable_xp,
            shields=Purse.shields + shields,
        )
        .execution_options(synchronize_session=False)
    )

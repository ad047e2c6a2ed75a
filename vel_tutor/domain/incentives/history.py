"""Every change of what somebody can spend, as its entries stand in the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, cast
from sqlmodel import col, func, or_, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.incentives import rules
from vel_tutor.models.incentives import LedgerEntry
from vel_tutor.vocabulary import Currency, XpReason


@dataclass(frozen=True)
class XpEntry:
    """One change, and what caused it."""

    id: UUID
    amount: int
    reason: XpReason
    source_id: UUID
    at: datetime


@dataclass(frozen=True)
class DaySum:
    """What one learner's day brought, and took."""

    gained: int = 0
    spent: int = 0


def xp_entries(
    tx: Transaction,
    user_id: UUID,
    *,
    limit: int,
    before: tuple[datetime, UUID] | None = None,
    side: str = "",
) -> Sequence[XpEntry]:
    """The changes of spendable XP, the latest first.

    Args:
        before: time and id of the entry behind which to go on.
        side: `earned` or `spent`; anything else is both. What came back was never spent.
    """
    wanted = select(LedgerEntry).where(
        LedgerEntry.user_id == user_id, LedgerEntry.currency == Currency.SPENDABLE_XP
    )
    shop = (XpReason.SHOP, XpReason.SHOP_UNDONE)
    if side == "earned":
        wanted = wanted.where(col(LedgerEntry.reason).not_in(shop))
    elif side == "spent":
        wanted = wanted.where(col(LedgerEntry.reason).in_(shop))
    if before:
        at, last_id = before
        wanted = wanted.where(
            or_(
                col(LedgerEntry.at) < at,
                (col(LedgerEntry.at) == at) & (col(LedgerEntry.id) < last_id),
            )
        )
    rows = tx.session.exec(
        wanted.order_by(col(LedgerEntry.at).desc(), col(LedgerEntry.id).desc()).limit(limit)
    ).all()
    return [
        XpEntry(row.id, row.amount, XpReason(row.reason), row.source_id, row.at) for row in rows
    ]


def xp_by_day(
    tx: Transaction, user_id: UUID, time_zone: str, since: datetime, until: datetime
) -> dict[date, DaySum]:
    """What each learner's day of `time_zone` brought and took; what was undone is in neither."""
    day = cast(func.timezone(time_zone, LedgerEntry.at) - rules.ROLLOVER, Date)
    amount = func.sum(LedgerEntry.amount)
    in_shop = col(LedgerEntry.reason).in_((XpReason.SHOP, XpReason.SHOP_UNDONE))
    rows = tx.session.exec(
        select(
            day,
            func.coalesce(amount.filter(~in_shop), 0),
            func.coalesce(-amount.filter(in_shop), 0),
        )
        .where(
            LedgerEntry.user_id == user_id,
            LedgerEntry.currency == Currency.SPENDABLE_XP,
            col(LedgerEntry.at) >= since,
            col(LedgerEntry.at) < until,
        )
        .group_by(day)
    )
    return {date_: DaySum(gained, spent) for date_, gained, spent in rows}

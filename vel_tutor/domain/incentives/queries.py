"""Reads of the ledger."""

from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain.incentives import rules
from vel_tutor.domain.incentives.views import PurseView
from vel_tutor.models.accounts import User
from vel_tutor.models.incentives import LedgerEntry, Purse, StreakDay
from vel_tutor.vocabulary import Currency, ShieldReason, XpReason

_WINDOW = timedelta(days=60)
"""Streak days read at a time, so that a streak of years costs no more than it must."""


def purse(actor: Actor) -> PurseView:
    """The actor's balances, level and streak."""
    with reading() as tx:
        return purse_of(tx, actor.user_id, actor.time_zone)


def purse_of(tx: Transaction, user_id: UUID, time_zone: str) -> PurseView:
    """The same for `user_id` inside the caller's transaction."""
    held = tx.session.get(Purse, user_id) or Purse(user_id=user_id)
    level = rules.level_for(held.lifetime_xp)
    today = rules.local_day(tx.now, time_zone)
    days = _recent_days(tx, user_id, today)
    return PurseView(
        lifetime_xp=held.lifetime_xp,
        spendable_xp=held.spendable_xp,
        level=level.number,
        level_percent=level.percent,
        xp_to_next=level.xp_to_next,
        shields=held.shields,
        streak=rules.streak_length(days, today),
        practised_today=today in days,
    )


def today_of(tx: Transaction, user_id: UUID) -> date:
    """The day it is now for `user_id`, by their own clock."""
    time_zone = tx.session.exec(select(User.time_zone).where(User.id == user_id)).one()
    return rules.local_day(tx.now, time_zone)


def _recent_days(tx: Transaction, user_id: UUID, today: date) -> set[date]:
    """The practised days back to the first gap, and perhaps some before it."""
    days: set[date] = set()
    until = today
    while True:
        since = until - _WINDOW
        found = tx.session.exec(
            select(StreakDay).where(
                StreakDay.user_id == user_id,
                StreakDay.local_date > since,
                StreakDay.local_date <= until,
            )
        ).all()
        days.update(day.local_date for day in found)
        if len(found) < _WINDOW.days - 1:
            return days
        until = since


def shield_outcome(
    tx: Transaction, user_id: UUID, reason: ShieldReason, source_id: UUID
) -> Literal["added", "full"] | None:
    """What became of that cause: a shield, a purse that was full, or nothing yet."""
    amount = tx.session.exec(
        select(LedgerEntry.amount).where(
            LedgerEntry.user_id == user_id,
            LedgerEntry.currency == Currency.SHIELD,
            LedgerEntry.reason == reason,
            LedgerEntry.source_id == source_id,
        )
    ).one_or_none()
    if amount is None:
        return None
    return "added" if amount else "full"


def xp_paid(tx: Transaction, user_id: UUID, reason: XpReason, source_id: UUID) -> int:
    """The XP that cause has paid; 0 when it has not."""
    amount = tx.session.exec(
        select(LedgerEntry.amount).where(
            LedgerEntry.user_id == user_id,
            LedgerEntry.currency == Currency.LIFETIME_XP,
            LedgerEntry.reason == reason,
            LedgerEntry.source_id == source_id,
        )
    ).one_or_none()
    return amount or 0


def drift() -> int:
    """How many purses differ from the sum of their entries; anything but 0 is an alarm."""
    with reading() as tx:
        return sum(
            _differing(tx.session, currency, column)
            for currency, column in (
                (Currency.LIFETIME_XP, Purse.lifetime_xp),
                (Currency.SPENDABLE_XP, Purse.spendable_xp),
                (Currency.SHIELD, Purse.shields),
                (Currency.CLASS_PASS, Purse.class_passes),
            )
        )


def _differing(session: Session, currency: Currency, balance: object) -> int:
    sums = (
        select(LedgerEntry.user_id, func.sum(LedgerEntry.amount).label("total"))
        .where(LedgerEntry.currency == currency)
        .group_by(col(LedgerEntry.user_id))
        .subquery()
    )
    differing = (
        select(func.count())
        .select_from(Purse)
        .join(sums, sums.c.user_id == Purse.user_id, full=True)
        .where(func.coalesce(balance, 0) != func.coalesce(sums.c.total, 0))
    )
    return session.exec(differing).one()

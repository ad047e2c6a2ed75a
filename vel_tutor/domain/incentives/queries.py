"""Reads of the ledger."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain.incentives import opening, rules, zones
from vel_tutor.domain.incentives.views import PurseView
from vel_tutor.models.incentives import LedgerEntry, Purse, Streak, StreakBreak, StreakDay
from vel_tutor.vocabulary import Currency, DayKind, ShieldReason, XpReason


def purse(actor: Actor) -> PurseView:
    """The actor's balances, level and streak."""
    with reading() as tx:
        return purse_of(tx, actor.user_id)


def purse_of(tx: Transaction, user_id: UUID) -> PurseView:
    """The same for `user_id` inside the caller's transaction."""
    held = tx.session.get(Purse, user_id) or Purse(user_id=user_id)
    level = rules.level_for(held.lifetime_xp)
    stand = stand_of(tx, user_id)
    return PurseView(
        lifetime_xp=held.lifetime_xp,
        spendable_xp=held.spendable_xp,
        level=level.number,
        level_percent=level.percent,
        xp_to_next=level.xp_to_next,
        level_seen=held.level_seen or 1,
        shields=held.shields - stand.shields_due,
        streak=stand.length,
        practised_today=stand.is_practised,
    )


@dataclass(frozen=True)
class Stand:
    """Where a streak stands now, whether or not its past days have been settled in the rows."""

    length: int = 0
    is_practised: bool = False
    shields_due: int = 0
    """Spent on past days, but not yet taken off the purse."""


def stand_of(tx: Transaction, user_id: UUID) -> Stand:
    """The streak of `user_id`, read only; one row as long as its day runs."""
    row = tx.session.get(Streak, user_id)
    if row is None:
        return Stand()
    if tx.now < row.day_ends_at:
        is_new = row.is_practised and row.day > row.settled_through
        return Stand(row.length + is_new, row.is_practised)
    if not row.lives:
        return Stand()
    book = opening.open_book(tx, user_id).book
    held = len(book.shields)
    book.settle(tx.now)
    return Stand(
        book.streak(tx.now), book.is_practised(book.today(tx.now)), held - len(book.shields)
    )


def days_since(tx: Transaction, user_id: UUID, first: date) -> dict[date, DayKind]:
    """What stands in the book of somebody's streak from the day `first` on."""
    rows = tx.session.exec(
        select(StreakDay).where(StreakDay.user_id == user_id, StreakDay.local_date >= first)
    ).all()
    return {row.local_date: row.kind for row in rows}


@dataclass(frozen=True)
class KeptDays:
    """What stands in somebody's book, the days that are over settled."""

    days: dict[date, DayKind]
    today: date


def days_of(tx: Transaction, user_ids: Collection[UUID], first: date) -> dict[UUID, KeptDays]:
    """The books of several people from the day `first` on, read only and settled up to now."""
    rows = tx.session.exec(
        select(StreakDay).where(col(StreakDay.user_id).in_(user_ids), StreakDay.local_date >= first)
    ).all()
    books = {
        user_id: kept.book for user_id, kept in opening.open_books(tx, tuple(user_ids)).items()
    }
    found: dict[UUID, KeptDays] = {}
    for user_id, book in books.items():
        book.settle(tx.now)
        days = {row.local_date: row.kind for row in rows if row.user_id == user_id}
        days |= {day: page.kind for day, page in book.pages.items() if day >= first}
        found[user_id] = KeptDays(days, book.today(tx.now))
    return found


def practised_days(tx: Transaction, user_id: UUID) -> tuple[date, ...]:
    """The days on which `user_id` has practised, the earliest first."""
    days = (
        select(col(StreakDay.local_date))
        .where(StreakDay.user_id == user_id, StreakDay.kind == DayKind.PRACTISED)
        .order_by(col(StreakDay.local_date))
    )
    return tuple(tx.session.exec(days))


def practised_before(tx: Transaction, user_id: UUID, day: date) -> date | None:
    """The last day before `day` on which `user_id` practised."""
    days = (
        select(col(StreakDay.local_date))
        .where(StreakDay.user_id == user_id, StreakDay.kind == DayKind.PRACTISED)
        .where(StreakDay.local_date < day)
        .order_by(col(StreakDay.local_date).desc())
        .limit(1)
    )
    return tx.session.exec(days).first()


def longest_streak(tx: Transaction, user_id: UUID) -> int:
    """The most days in a row `user_id` has come to, as far as the book goes back."""
    ended = select(StreakBreak.length).where(StreakBreak.user_id == user_id)
    running = opening.open_book(tx, user_id).book.streak(tx.now)
    return max([running, *tx.session.exec(ended)])


def today_of(tx: Transaction, user_id: UUID) -> date:
    """The day it is now for `user_id`, by the clock their streak runs on."""
    return zones.day_of(tx.now, opening.stays_of(tx, [user_id])[user_id])


@dataclass(frozen=True)
class RunningDay:
    """The day it is now for somebody."""

    ends_at: datetime
    is_paused: bool
    """It asks for nothing."""


def running_day(tx: Transaction, user_id: UUID) -> RunningDay:
    """Until when the day of `user_id` runs, by the clock their streak runs on."""
    book = opening.open_book(tx, user_id).book
    return RunningDay(zones.day_ends(tx.now, book.stays), book.is_paused(book.today(tx.now)))


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

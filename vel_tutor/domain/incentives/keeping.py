"""Books of streaks, back into their rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from vel_tutor.core.db import Transaction
from vel_tutor.domain.incentives import rules, zones
from vel_tutor.domain.incentives.book import Book, Shield
from vel_tutor.domain.incentives.events import PurseChanged, StreakBroken
from vel_tutor.domain.incentives.opening import Kept
from vel_tutor.models.incentives import (
    LedgerEntry,
    Purse,
    ShieldUse,
    Streak,
    StreakBreak,
    StreakDay,
)
from vel_tutor.vocabulary import Currency, ShieldReason


@dataclass(frozen=True)
class Practice:
    """What makes a day practised: a deck or a queue of cards, and when it was done."""

    source_id: UUID
    at: datetime


def close_book(tx: Transaction, purse: Purse, kept: Kept, practice: Practice | None = None) -> None:
    """Write what changed in a settled book, and publish it.

    Args:
        purse: the locked purse of the same person.
        practice: what was entered, if anything was.
    """
    book = kept.book
    if book.through is None:
        return
    _forget_days(tx, purse, kept)
    for day, page in book.pages.items():
        if kept.pages.get(day) != page:
            _add_day(tx, purse, kept, day, practice)
    _write_breaks(tx, kept)
    row = kept.row or Streak(
        user_id=kept.user_id,
        settled_through=book.through,
        day=book.through,
        day_ends_at=tx.now,
        last_practised_at=practice.at if practice else tx.now,
    )
    if practice:
        row.last_practised_at = max(row.last_practised_at, practice.at)
    stand(row, book, tx.now)
    tx.session.add_all((purse, row))
    kept.row = row
    kept.remember()


def stand(row: Streak, book: Book, now: datetime) -> None:
    """Let `row` say where a settled book stands, and when to look at it next."""
    today = book.today(now)
    if row.day != today:
        row.reminders = 0
    row.settled_through = book.through or today
    row.length, row.restored = book.length, book.restored
    row.day, row.day_ends_at = today, zones.day_ends(now, book.stays)
    row.is_practised, row.lives = book.is_practised(today), book.streak(now) > 0
    waits = row.lives and not row.is_practised and not book.is_paused(today)
    row.remind_at = _next_reminder(row) if waits and row.length >= rules.LEAST_AT_RISK else None


def _next_reminder(row: Streak) -> datetime | None:
    times = rules.reminders(row.last_practised_at, row.day_ends_at)
    return next((time for number, time in times if number > row.reminders), None)


def _forget_days(tx: Transaction, purse: Purse, kept: Kept) -> None:
    """Remove the pages that are no longer true, and give their shields back."""
    gone = [day for day, page in kept.pages.items() if kept.book.pages.get(day) != page]
    if not gone:
        return
    tx.session.exec(
        delete(StreakDay).where(
            col(StreakDay.user_id) == kept.user_id, col(StreakDay.local_date).in_(gone)
        )
    )
    usable = {shield.id for shield in _shields_of(kept.book)}
    crowded_out = [shield.id for shield in kept.shields if shield.id not in usable]
    for day in gone:
        shield = kept.pages[day].shield
        if shield and shield.id in usable:
            _give_back(tx, purse, kept.uses.pop(day), crowded_out)


def _give_back(tx: Transaction, purse: Purse, use_id: UUID, crowded_out: list[UUID]) -> None:
    """Undo a use, or charge it to a shield that would have found no room without it."""
    use = tx.session.get_one(ShieldUse, use_id)
    if crowded_out:
        use.entry_id = crowded_out.pop()
    else:
        use.returned_at = tx.now
        _enter(tx, purse, 1, ShieldReason.DAY_RETURNED, use_id)
    tx.session.add(use)
    tx.session.flush()


def _shields_of(book: Book) -> Iterable[Shield]:
    """Held, or spent on a day that still needs them."""
    return [*book.shields, *(page.shield for page in book.pages.values() if page.shield)]


def _add_day(
    tx: Transaction, purse: Purse, kept: Kept, day: date, practice: Practice | None
) -> None:
    page, source_id = kept.book.pages[day], practice.source_id if practice else kept.user_id
    if page.shield:
        use = ShieldUse(user_id=kept.user_id, entry_id=page.shield.id, local_date=day, at=tx.now)
        tx.session.add(use)
        kept.uses[day] = source_id = use.id
        _enter(tx, purse, -1, ShieldReason.DAY_BRIDGED, use.id)
    tx.session.add(
        StreakDay(
            user_id=kept.user_id,
            local_date=day,
            kind=page.kind,
            source_id=source_id,
            at=tx.now,
        )
    )


def _enter(
    tx: Transaction, purse: Purse, amount: int, reason: ShieldReason, source_id: UUID
) -> None:
    tx.session.add(
        LedgerEntry(
            user_id=purse.user_id,
            currency=Currency.SHIELD,
            amount=amount,
            reason=reason,
            source_id=source_id,
            at=tx.now,
        )
    )
    purse.shields += amount
    tx.publish(
        PurseChanged(user_id=purse.user_id, currency=Currency.SHIELD, amount=amount, reason=reason)
    )


def _write_breaks(tx: Transaction, kept: Kept) -> None:
    breaks = kept.book.breaks
    mended = [day for day in kept.breaks if day not in breaks]
    if mended:
        tx.session.exec(
            delete(StreakBreak).where(
                col(StreakBreak.user_id) == kept.user_id, col(StreakBreak.local_date).in_(mended)
            )
        )
    for day, ended in breaks.items():
        if day not in kept.breaks:
            tx.session.add(
                StreakBreak(
                    user_id=kept.user_id,
                    local_date=day,
                    length=ended.length,
                    own=ended.own,
                    at=tx.now,
                )
            )
            tx.publish(StreakBroken(user_id=kept.user_id, local_date=day, length=ended.length))

"""Books of streaks, from their rows.

The lock of the purse is the lock of the book, too: whoever opens one to write holds it first.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased
from sqlmodel import and_, col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.incentives import rules, zones
from vel_tutor.domain.incentives.book import Book, Break, Page, Shield
from vel_tutor.models.accounts import TimeZoneChoice, User
from vel_tutor.models.incentives import (
    LedgerEntry,
    ShieldUse,
    Streak,
    StreakBreak,
    StreakDay,
    StreakPause,
)
from vel_tutor.vocabulary import Currency, DayKind, ShieldReason

_NOT_GIVEN = (ShieldReason.DAY_BRIDGED, ShieldReason.DAY_RETURNED)


@dataclass
class Kept:
    """A book and the rows it came from."""

    user_id: UUID
    book: Book
    row: Streak | None
    pages: dict[date, Page] = field(default_factory=dict[date, Page])
    shields: tuple[Shield, ...] = ()
    breaks: dict[date, Break] = field(default_factory=dict[date, Break])
    """As they were."""
    uses: dict[date, UUID] = field(default_factory=dict[date, UUID])
    """The use of a shield on each day that one bridged."""

    def remember(self) -> None:
        """Take what the book says now for what the rows say."""
        self.pages, self.breaks = dict(self.book.pages), dict(self.book.breaks)
        self.shields = tuple(self.book.shields)

    def is_simple(self, now: datetime) -> bool:
        """Whether nothing but practised days has to be settled: that needs no look at the past."""
        through, today = self.book.through, self.book.today(now)
        if through is None:
            return True
        return (today - through).days - 1 == sum(
            self.book.is_practised(day) for day in self.book.pages if through < day < today
        )


def open_book(tx: Transaction, user_id: UUID) -> Kept:
    """The book of one person."""
    return open_books(tx, [user_id])[user_id]


def open_books(
    tx: Transaction, user_ids: Collection[UUID], *, whole: bool = True
) -> dict[UUID, Kept]:
    """The books of `user_ids`; not `whole`: only their unsettled days, for `Kept.is_simple`."""
    rows = {
        row.user_id: row
        for row in tx.session.exec(
            select(Streak)
            .where(col(Streak.user_id).in_(user_ids))
            .execution_options(populate_existing=True)
        )
    }
    stays = stays_of(tx, user_ids)
    books = {
        user_id: Kept(user_id, Book(stays[user_id]), rows.get(user_id)) for user_id in user_ids
    }
    for user_id, row in rows.items():
        book = books[user_id].book
        book.through, book.length, book.restored = row.settled_through, row.length, row.restored
    _read_days(tx, books, rules.LOOKBACK.days if whole else -1)
    if whole:
        _read_shields(tx, books)
        _read_breaks(tx, books)
    _read_pauses(tx, books)
    for kept in books.values():
        kept.remember()
    return books


def stays_of(tx: Transaction, user_ids: Collection[UUID]) -> dict[UUID, zones.Stays]:
    """In which zones the days of `user_ids` ran."""
    found = tx.session.exec(
        select(User.id, User.time_zone, TimeZoneChoice)
        .outerjoin(TimeZoneChoice, col(TimeZoneChoice.user_id) == col(User.id))
        .where(col(User.id).in_(user_ids))
        .order_by(col(TimeZoneChoice.at))
    )
    homes: dict[UUID, str] = {}
    made: dict[UUID, list[zones.Choice]] = defaultdict(list)
    for user_id, home, change in found:
        homes.setdefault(user_id, change.left if change else home)
        if change:
            made[user_id].append(zones.Choice(change.at, change.chosen))
    return {user_id: zones.stays_of(home, made[user_id]) for user_id, home in homes.items()}


def _read_days(tx: Transaction, books: dict[UUID, Kept], back: int) -> None:
    """The pages from `back` days before the last settled one on."""
    found = tx.session.exec(
        select(StreakDay, LedgerEntry)
        .join(Streak, col(Streak.user_id) == col(StreakDay.user_id))
        .outerjoin(
            ShieldUse,
            and_(col(StreakDay.kind) == DayKind.SHIELD, ShieldUse.id == StreakDay.source_id),
        )
        .outerjoin(LedgerEntry, col(LedgerEntry.id) == col(ShieldUse.entry_id))
        .where(
            col(StreakDay.user_id).in_(books),
            col(StreakDay.local_date) >= col(Streak.settled_through) - back,
        )
    )
    for day, entry in found:
        kept = books[day.user_id]
        shield = _shield(entry) if entry else None
        kept.book.pages[day.local_date] = Page(day.kind, shield)
        if shield:
            kept.uses[day.local_date] = day.source_id


def _read_shields(tx: Transaction, books: dict[UUID, Kept]) -> None:
    held = tx.session.exec(
        select(LedgerEntry)
        .outerjoin(
            ShieldUse,
            and_(
                col(ShieldUse.entry_id) == col(LedgerEntry.id),
                col(ShieldUse.returned_at).is_(None),
            ),
        )
        .where(
            col(LedgerEntry.user_id).in_(books),
            LedgerEntry.currency == Currency.SHIELD,
            LedgerEntry.amount > 0,
            col(LedgerEntry.reason).not_in(_NOT_GIVEN),
            col(ShieldUse.id).is_(None),
            ~_was_taken_back(),
        )
        .order_by(col(LedgerEntry.at), col(LedgerEntry.id))
    )
    for entry in held:
        books[entry.user_id].book.shields.append(_shield(entry))


def _was_taken_back() -> ColumnElement[bool]:
    """Whether the purchase that gave the shield was undone; looked up by the unique cause."""
    back = aliased(LedgerEntry)
    return exists().where(
        col(back.user_id) == col(LedgerEntry.user_id),
        col(back.currency) == Currency.SHIELD,
        col(back.reason) == ShieldReason.TAKEN_BACK,
        col(back.source_id) == col(LedgerEntry.source_id),
    )


def _shield(entry: LedgerEntry) -> Shield:
    return Shield(entry.id, entry.at, is_rescue=entry.reason == ShieldReason.RESCUE)


def _read_breaks(tx: Transaction, books: dict[UUID, Kept]) -> None:
    found = tx.session.exec(
        select(StreakBreak)
        .join(Streak, col(Streak.user_id) == col(StreakBreak.user_id))
        .where(
            col(StreakBreak.user_id).in_(books),
            col(StreakBreak.local_date) >= col(Streak.settled_through) - rules.LOOKBACK.days,
        )
    )
    for ended in found:
        books[ended.user_id].book.breaks[ended.local_date] = Break(ended.length, ended.own)


def _read_pauses(tx: Transaction, books: dict[UUID, Kept]) -> None:
    found = tx.session.exec(
        select(StreakPause).where(
            col(StreakPause.user_id).in_(books),
            col(StreakPause.first_day) <= col(StreakPause.last_day),
        )
    )
    for pause in found:
        book = books[pause.user_id].book
        book.pauses = (*book.pauses, (pause.first_day, pause.last_day))

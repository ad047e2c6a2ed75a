"""Books of streaks, from their rows and back.

The lock of the purse is the lock of the book, too: whoever opens one to write holds it first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists
from sqlalchemy.orm import aliased
from sqlmodel import and_, col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.incentives import rules, zones
from vel_tutor.domain.incentives.book import Book, Break, Page, Shield
from vel_tutor.domain.incentives.events import PurseChanged, StreakBroken
from vel_tutor.models.accounts import TimeZoneChoice, User
from vel_tutor.models.incentives import (
    LedgerEntry,
    Purse,
    ShieldUse,
    Streak,
    StreakBreak,
    StreakDay,
    StreakPause,
)
from vel_tutor.vocabulary import Currency, DayKind, ShieldReason

_NOT_GIVEN = (ShieldReason.DAY_BRIDGED, ShieldReason.DAY_RETURNED)


@dataclass(frozen=True)
class Practice:
    """What makes a day practised: a deck or a queue of cards, and when it was done."""

    source_id: UUID
    at: datetime


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

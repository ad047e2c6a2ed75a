"""The day log of a streak: what happened on each day, and why."""

import calendar
import re
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain.incentives import keeping, opening, streaks, zones
from vel_tutor.domain.incentives.actions import purse_locked
from vel_tutor.domain.incentives.book import Book
from vel_tutor.domain.incentives.views import DayView, DiaryView, LineView, PauseView
from vel_tutor.models.incentives import (
    LedgerEntry,
    ShieldUse,
    StreakBreak,
    StreakDay,
    StreakPause,
)
from vel_tutor.vocabulary import STUDENTS, Currency, DayKind, ShieldReason

ONE_DAY = timedelta(days=1)
ENTRIES_SHOWN = 20
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
_SAID = {
    DayKind.PRACTISED: "practised",
    DayKind.SHIELD: "a shield kept the streak",
    DayKind.TRAVEL: "a travel day, too short to count",
    DayKind.PAUSE: "a day off you announced",
}
_EARNED = {
    ShieldReason.CHALLENGE_SENT: "A friend you challenged joined",
    ShieldReason.CHALLENGE_PLAYED: "You joined by a friend's challenge",
    ShieldReason.FIRST_DAYS: "Your first three days in a row",
    ShieldReason.RESCUE: "You rescued a streak together",
    ShieldReason.DAY_BRIDGED: "Used",
    ShieldReason.DAY_RETURNED: "Given back: that day was practised after all",
    ShieldReason.SHOP: "Bought in the shop",
    ShieldReason.TAKEN_BACK: "Gone: you undid buying it",
}


def diary(actor: Actor, month: str = "") -> DiaryView:
    """The actor's streak, settled up to now, and one month of its days.

    Args:
        month: as 2026-05; anything else is the present month.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        purse = purse_locked(tx, actor.user_id)
        kept = opening.open_book(tx, actor.user_id)
        kept.book.settle(tx.now)
        keeping.close_book(tx, purse, kept)
        book, today = kept.book, kept.book.today(tx.now)
        first = _first_of(month, today)
        days, ended = _days(tx, actor.user_id, first)
        offer = streaks.offer(tx, actor.user_id, today)
        return DiaryView(
            in_a_row=book.streak(tx.now),
            practised_today=book.is_practised(today),
            restored=book.restored,
            words=_asked(book, today, tx.now),
            shields=purse.shields,
            month=first.strftime("%B %Y"),
            previous=_beside(first - ONE_DAY) if _reaches_back(tx, actor.user_id, first) else "",
            following=_beside(first + 31 * ONE_DAY) if _end_of(first) < today else "",
            days=_squares(first, today, days, ended),
            log=_log(days, ended),
            shield_log=_shield_log(tx, actor.user_id, book),
            pauses=_pauses(tx, actor.user_id, today),
            pause_days_left=book.pause_days_left(today),
            today=today.isoformat(),
            restart_days=offer.length // 2 if offer else 0,
            ended_words=_ended(offer) if offer else "",
        )


def _first_of(month: str, today: date) -> date:
    if not _MONTH.fullmatch(month):
        return today.replace(day=1)
    year, number = month.split("-")
    return min(date(int(year), int(number), 1), today.replace(day=1))


def _end_of(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _beside(day: date) -> str:
    return day.strftime("%Y-%m")


def _reaches_back(tx: Transaction, user_id: UUID, first: date) -> bool:
    earlier = select(StreakDay.id).where(
        StreakDay.user_id == user_id, col(StreakDay.local_date) < first
    )
    return tx.session.exec(earlier.limit(1)).first() is not None


def _days(
    tx: Transaction, user_id: UUID, first: date
) -> tuple[dict[date, tuple[DayKind, str]], dict[date, StreakBreak]]:
    """What the days of the month were, with the reason of a shield, and where streaks ended."""
    last = _end_of(first)
    days = tx.session.exec(
        select(StreakDay, LedgerEntry)
        .outerjoin(ShieldUse, col(ShieldUse.id) == col(StreakDay.source_id))
        .outerjoin(LedgerEntry, col(LedgerEntry.id) == col(ShieldUse.entry_id))
        .where(
            StreakDay.user_id == user_id,
            col(StreakDay.local_date).between(first, last),
        )
    )
    found = {day.local_date: (day.kind, _why(entry.reason) if entry else "") for day, entry in days}
    ended = tx.session.exec(
        select(StreakBreak).where(
            StreakBreak.user_id == user_id, col(StreakBreak.local_date).between(first, last)
        )
    )
    return found, {row.local_date: row for row in ended}


def _why(reason: str) -> str:
    words = _EARNED.get(ShieldReason(reason), "")
    return f" (for: {words[0].lower()}{words[1:]})" if words else ""


def _squares(
    first: date,
    today: date,
    days: dict[date, tuple[DayKind, str]],
    ended: dict[date, StreakBreak],
) -> tuple[DayView, ...]:
    blanks = [DayView()] * first.weekday()
    month = [first + step * ONE_DAY for step in range(_end_of(first).day)]
    return (*blanks, *(_square(day, today, days, ended) for day in month))


def _square(
    day: date,
    today: date,
    days: dict[date, tuple[DayKind, str]],
    ended: dict[date, StreakBreak],
) -> DayView:
    kind, said = "free", "no practice"
    if day in days:
        kind, said = days[day][0].value, _SAID[days[day][0]]
    elif day in ended:
        kind, said = "ended", _ended(ended[day])
    elif day >= today:
        kind, said = ("today", "today, still open") if day == today else ("ahead", "")
    name = day.strftime("%A %-d %B")
    return DayView(str(day.day), kind, f"{name}: {said}" if said else name)


def _log(
    days: dict[date, tuple[DayKind, str]], ended: dict[date, StreakBreak]
) -> tuple[LineView, ...]:
    """The days that need a word of explanation, the latest first."""
    lines = {
        day: LineView(_date(day), _sentence(_SAID[kind] + why), kind.value)
        for day, (kind, why) in days.items()
        if kind is not DayKind.PRACTISED
    }
    for day, row in ended.items():
        lines[day] = LineView(_date(day), _sentence(_ended(row)), "ended")
    return tuple(line for _, line in sorted(lines.items(), reverse=True))


def _ended(row: StreakBreak) -> str:
    days = "1 day" if row.length == 1 else f"{row.length} days"
    again = ", and went on at half" if row.restarted_at else ""
    return f"a streak of {days} ended here{again}"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _date(day: date) -> str:
    return day.strftime("%a %-d %b")


def _shield_log(tx: Transaction, user_id: UUID, book: Book) -> tuple[LineView, ...]:
    """How shields came and went, the latest first."""
    found = tx.session.exec(
        select(LedgerEntry, ShieldUse)
        .outerjoin(ShieldUse, col(ShieldUse.id) == col(LedgerEntry.source_id))
        .where(LedgerEntry.user_id == user_id, LedgerEntry.currency == Currency.SHIELD)
        .order_by(col(LedgerEntry.at).desc(), col(LedgerEntry.id))
        .limit(ENTRIES_SHOWN)
    )
    return tuple(_shield_line(entry, use, book) for entry, use in found)


def _shield_line(entry: LedgerEntry, use: ShieldUse | None, book: Book) -> LineView:
    words = _EARNED.get(ShieldReason(entry.reason), "A shield")
    if use:
        words = f"{words}, for {_date(use.local_date)}"
    if not entry.amount:
        words = f"{words}, but you held the most there are"
    when = _date(zones.day_of(entry.at, book.stays))
    return LineView(when, f"{words}.", "spent" if entry.amount < 0 else "gained")


def _pauses(tx: Transaction, user_id: UUID, today: date) -> tuple[PauseView, ...]:
    found = tx.session.exec(
        select(StreakPause)
        .where(
            StreakPause.user_id == user_id,
            col(StreakPause.last_day) >= today,
            col(StreakPause.first_day) <= col(StreakPause.last_day),
        )
        .order_by(col(StreakPause.first_day), col(StreakPause.id))
    )
    return tuple(PauseView(str(row.id), _span(row.first_day, row.last_day)) for row in found)


def _span(first: date, last: date) -> str:
    return _date(first) if first == last else f"{_date(first)} to {_date(last)}"


def _asked(book: Book, today: date, now: datetime) -> str:
    """What today asks for, which is at most one practice."""
    if book.is_practised(today):
        return "Done for today. Tomorrow is early enough."
    if book.is_paused(today):
        return "A day off. Nothing is asked of you today."
    ends = zones.day_ends(now, book.stays)
    until = ends.astimezone(ZoneInfo(zones.stay_at(now, book.stays).time_zone)).strftime("%H:%M")
    if book.streak(now):
        return f"One practice before {until} tonight makes it {book.streak(now) + 1}."
    return f"One practice before {until} tonight starts your streak."

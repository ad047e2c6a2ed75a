"""What people decide about a streak: days off, and starting again at half."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Invalid, NotFound, Refusal
from vel_tutor.domain import accounts
from vel_tutor.domain.incentives import keeping, opening, rules
from vel_tutor.domain.incentives.actions import purse_locked
from vel_tutor.domain.incentives.book import Book
from vel_tutor.models.accounts import TimeZoneChoice
from vel_tutor.models.incentives import (
    ShieldUse,
    Streak,
    StreakBreak,
    StreakDay,
    StreakPause,
)
from vel_tutor.vocabulary import STUDENTS

ONE_DAY = timedelta(days=1)


class PauseOdd(Invalid):
    words = "A pause begins today or later, and ends on the same day or after it."
    code = "pause_odd"


class PauseTooLong(Refusal):
    words = "That is longer than the days you have left."
    code = "pause_too_long"


class NoOffer(Refusal):
    words = "This offer is over."
    code = "no_offer"


def declare_pause(actor: Actor, first: date, last: date, student_id: UUID | None = None) -> None:
    """Announce days off, for oneself or for a child; they cost the streak nothing.

    Args:
        student_id: whose streak; the actor's own, if left out.

    Raises:
        NotFound: the actor may not act for that student.
        PauseOdd: the days are in the past, far off, or the wrong way round.
        PauseTooLong: no more than 14 days of 90 may be paused.
    """
    with transaction() as tx:
        owner = _owner(tx, actor, student_id)
        purse = purse_locked(tx, owner)
        kept = opening.open_book(tx, owner)
        kept.book.settle(tx.now)
        _check(kept.book, first, last, kept.book.today(tx.now))
        tx.session.add(
            StreakPause(
                user_id=owner,
                first_day=first,
                last_day=last,
                declared_by=actor.user_id,
                at=tx.now,
            )
        )
        kept.book.pauses = (*kept.book.pauses, (first, last))
        keeping.close_book(tx, purse, kept)


def end_pause(actor: Actor, pause_id: UUID, student_id: UUID | None = None) -> None:
    """Call days off off; those that are over stay what they were.

    Raises:
        NotFound: there is no such pause, or not for the actor.
    """
    with transaction() as tx:
        owner = _owner(tx, actor, student_id)
        purse = purse_locked(tx, owner)
        pause = tx.session.exec(
            select(StreakPause).where(StreakPause.id == pause_id, StreakPause.user_id == owner)
        ).one_or_none()
        if pause is None:
            raise NotFound
        kept = opening.open_book(tx, owner)
        kept.book.settle(tx.now)
        today = kept.book.today(tx.now)
        if pause.last_day >= today:
            kept.book.pauses = _without(kept.book, (pause.first_day, pause.last_day), today)
            pause.last_day = max(pause.first_day, today) - ONE_DAY
            pause.ended_at = tx.now
            tx.session.add(pause)
        keeping.close_book(tx, purse, kept)


def restart(actor: Actor) -> int:
    """Take the one offer to go on with half of a long streak that ended.

    Returns:
        How many days were given back.

    Raises:
        NoOffer: none is open, or it was taken before.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        purse = purse_locked(tx, actor.user_id)
        kept = opening.open_book(tx, actor.user_id)
        kept.book.settle(tx.now)
        keeping.close_book(tx, purse, kept)
        ended = offer(tx, actor.user_id, kept.book.today(tx.now))
        if ended is None or ended.local_date not in kept.book.breaks:
            raise NoOffer
        given = kept.book.restart(ended.local_date)
        ended.restarted_at = tx.now
        tx.session.add(ended)
        keeping.close_book(tx, purse, kept)
        return given


def offer(tx: Transaction, user_id: UUID, today: date) -> StreakBreak | None:
    """The end of a long streak, if half of it may still be given back."""
    last = tx.session.exec(
        select(StreakBreak)
        .where(StreakBreak.user_id == user_id)
        .order_by(col(StreakBreak.local_date).desc())
        .limit(1)
    ).first()
    if last is None or last.restarted_at or last.own < rules.RESTART_FROM:
        return None
    return last if today <= last.local_date + rules.RESTART_OFFERED else None


def _owner(tx: Transaction, actor: Actor, student_id: UUID | None) -> UUID:
    owner = student_id or actor.user_id
    if not accounts.acts_for(tx, actor, owner):
        raise NotFound
    return owner


def _check(book: Book, first: date, last: date, today: date) -> None:
    if not today <= first <= last <= today + rules.PAUSE_WINDOW:
        raise PauseOdd
    left = book.pause_days_left(last)
    if (last - first).days + 1 > left:
        days = "1 more day" if left == 1 else f"{left} more days"
        raise PauseTooLong(f"You can pause {days} until then: 14 days in any 90.")


def _without(book: Book, gone: tuple[date, date], today: date) -> tuple[tuple[date, date], ...]:
    """The pauses of `book` with `gone` cut short."""
    rest = list(book.pauses)
    rest.remove(gone)
    return (*rest, (gone[0], min(gone[1], today - ONE_DAY)))


def forget(tx: Transaction, user_id: UUID) -> None:
    """Wipe on which days `user_id` practised or was away, and where; only balances stay."""
    for rows in (Streak, StreakDay, StreakBreak, StreakPause, ShieldUse, TimeZoneChoice):
        tx.session.exec(delete(rows).where(col(rows.user_id) == user_id))

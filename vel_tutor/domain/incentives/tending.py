"""What the clock does for streaks: closing days that are over, and reminding before they are.

Each row says itself when it is to be looked at next, so a look costs as much as there is to do, a
whole zone comes up together, and looking late, twice or not at all changes no outcome.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor import routes
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.domain import notifications
from vel_tutor.domain.incentives import keeping, opening, rules
from vel_tutor.domain.incentives.events import StreakAtRisk
from vel_tutor.models.incentives import Purse, Streak
from vel_tutor.vocabulary import NotificationKind

AT_A_TIME = 500
LONGEST_RUN_S = 20
"""Half of what a job may take; the next run goes on where this one stopped."""


def settle_streaks() -> int:
    """Close the days that are over where their learners live.

    Returns:
        How many streaks were brought up to date.
    """
    return _in_batches(_settle_some)


def remind_of_streaks() -> int:
    """Publish `StreakAtRisk` for each streak whose next reminder is due, once for each.

    Returns:
        How many learners were reminded.
    """
    return _in_batches(_remind_some)


def _in_batches(some: Callable[[Transaction], int]) -> int:
    until, done = time.monotonic() + LONGEST_RUN_S, 0
    while time.monotonic() < until:
        with transaction() as tx:
            found = some(tx)
        if not found:
            break
        done += found
    return done


def _settle_some(tx: Transaction) -> int:
    due = (
        select(Streak.user_id)
        .where(col(Streak.lives).is_(True), col(Streak.day_ends_at) <= tx.now)
        .order_by(col(Streak.day_ends_at), col(Streak.user_id))
    )
    purses = {purse.user_id: purse for purse in _locked(tx, due)}
    for kept in _books(tx, list(purses)) if purses else ():
        kept.book.settle(tx.now)
        keeping.close_book(tx, purses[kept.user_id], kept)
    return len(purses)


def _books(tx: Transaction, user_ids: Sequence[UUID]) -> Iterable[opening.Kept]:
    """The books of `user_ids`, read whole only where a gap has to be judged by the past."""
    books = opening.open_books(tx, user_ids, whole=False)
    hard = [user_id for user_id, kept in books.items() if not kept.is_simple(tx.now)]
    return (books | (opening.open_books(tx, hard) if hard else {})).values()


def _remind_some(tx: Transaction) -> int:
    due = (
        select(Streak.user_id)
        .where(col(Streak.remind_at) <= tx.now)
        .order_by(col(Streak.remind_at), col(Streak.user_id))
    )
    purses = _locked(tx, due)
    rows = tx.session.exec(
        select(Streak)
        .where(col(Streak.user_id).in_([purse.user_id for purse in purses]))
        .execution_options(populate_existing=True)
    ).all()
    shields = {purse.user_id: purse.shields for purse in purses}
    for row in rows:
        _remind(tx, row, shields[row.user_id])
    return len(purses)


def _remind(tx: Transaction, row: Streak, shields: int) -> None:
    """Remind of the day of `row`, of the latest reminder only if several are due by now."""
    times = rules.reminders(row.last_practised_at, row.day_ends_at)
    due = [number for number, at in times if row.reminders < number and at <= tx.now]
    if due and row.remind_at and tx.now < row.day_ends_at:
        row.reminders = due[-1]
        tx.publish(
            StreakAtRisk(
                user_id=row.user_id,
                local_date=row.day,
                ends_at=row.day_ends_at,
                length=row.length,
                reminder=row.reminders,
                shields=shields,
            )
        )
        _tell(tx, row, shields)
    later = [at for number, at in times if number > row.reminders and at > tx.now]
    row.remind_at = later[0] if later and tx.now < row.day_ends_at else None
    tx.session.add(row)


def _tell(tx: Transaction, row: Streak, shields: int) -> None:
    notifications.tell(
        tx,
        row.user_id,
        NotificationKind.STREAK_AT_RISK,
        source_id=uuid5(NAMESPACE_URL, f"vel_tutor:streak:{row.day}:{row.reminders}"),
        path=routes.TODAY,
        data={
            "length": row.length,
            "shields": shields,
            "useless_from": row.day_ends_at.isoformat(),
        },
    )


def _locked(tx: Transaction, due: SelectOfScalar[UUID]) -> list[Purse]:
    """The purses of the next few that are `due`, locked; those somebody else holds come later."""
    ids = tx.session.exec(due.limit(AT_A_TIME)).all()
    mine = select(Purse).where(col(Purse.user_id).in_(ids)).order_by(col(Purse.user_id))
    return list(
        tx.session.exec(
            mine.with_for_update(skip_locked=True).execution_options(populate_existing=True)
        )
    )

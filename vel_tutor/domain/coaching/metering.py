"""Time: what there is, what a conversation has taken, each second once.

Five minutes are free for every account, once; then come the minutes from the shop.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import shop
from vel_tutor.domain.coaching import rules
from vel_tutor.domain.coaching.views import MeterView
from vel_tutor.models.coaching import CoachingSession, CoachingTime


def left(tx: Transaction, user_id: UUID) -> int:
    """Seconds somebody may still talk: of the trial, and bought ones."""
    return trial_left(tx, user_id) + shop.seconds_left(tx, user_id)


def trial_left(tx: Transaction, user_id: UUID) -> int:
    """Seconds of the free trial that are left."""
    used = select(func.coalesce(func.sum(CoachingTime.trial_seconds), 0)).where(
        CoachingTime.user_id == user_id
    )
    return max(0, rules.TRIAL_S - int(tx.session.exec(used).one()))


def count(tx: Transaction, session: CoachingSession) -> int:
    """Count the talk since the last turn, once, and say how many seconds are left.

    The caller holds the lock on the session, so no stretch is counted twice. Whoever has bought
    more meanwhile has not run out any more.
    """
    since = session.clock_since
    if since is not None:
        piece = rules.stretch(since, tx.now)
        session.clock_since = piece.clock_since
        if piece.seconds:
            _take(tx, session, since, piece.seconds)
    session.touched_at = tx.now
    remaining = left(tx, session.user_id)
    session.ran_out_at = None if remaining else session.ran_out_at or tx.now
    return remaining


def _take(tx: Transaction, session: CoachingSession, since: datetime, seconds: int) -> None:
    """Take a stretch from the trial, and what it does not have from what was bought."""
    free = min(seconds, trial_left(tx, session.user_id))
    row = CoachingTime(
        session_id=session.id,
        user_id=session.user_id,
        since=since,
        seconds=seconds,
        trial_seconds=free,
    )
    bought = shop.use_minutes(tx, session.user_id, seconds - free, row.id)
    row.seconds = free + bought
    if row.seconds:
        session.seconds += row.seconds
        tx.session.add(row)
        tx.session.flush()


def stop(tx: Transaction, session: CoachingSession) -> None:
    """Count what is due, and let the clock stand still."""
    count(tx, session)
    session.clock_since = None


def start(tx: Transaction, session: CoachingSession) -> None:
    """Let the clock run from now on, unless it does."""
    session.clock_since = session.clock_since or tx.now


def meter(session: CoachingSession, left_s: int, now: datetime) -> MeterView:
    """The time left as the screen shows it, running by itself for a minute of silence."""
    left_ms, runs_ms = rules.running_ms(session.clock_since, now, left_s)
    low = "last" if left_ms <= 0 else "soon" if left_ms <= rules.WARN_MS else ""
    return MeterView(left_ms, runs_ms, rules.left_in_words(left_ms), low)


def minutes_of(tx: Transaction, user_id: UUID, since: datetime) -> int:
    """Whole minutes talked since a moment; one that has begun counts."""
    talked = select(func.coalesce(func.sum(CoachingTime.seconds), 0)).where(
        CoachingTime.user_id == user_id, col(CoachingTime.since) >= since
    )
    return -(-int(tx.session.exec(talked).one()) // 60)

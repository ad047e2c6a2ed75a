"""What somebody's learning comes to: read anew each time from the ledger, the decks and the games.

Nothing is added up from messages, so that a message told twice, late or never changes nothing that
the next one does not set right.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, func, or_, select, text

from vel_tutor.core.db import Transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.boards import rules
from vel_tutor.domain.boards.players import Person
from vel_tutor.domain.boards.rules import Tally
from vel_tutor.models.incentives import LedgerEntry, StreakDay
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.models.practice import PracticeSession
from vel_tutor.vocabulary import ChallengeKind, Currency, DayKind, Subject, Tenure


@dataclass(frozen=True)
class Span:
    """From when until when; all of it where a side is open."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Tallies:
    """What somebody did in one span: altogether, and in each subject."""

    whole: Tally = field(default_factory=Tally)
    subjects: dict[Subject, Tally] = field(default_factory=dict[Subject, Tally])


@dataclass
class _Decks:
    """Decks of one subject that earned XP."""

    xp: int = 0
    right: int = 0
    answered: int = 0


def of(tx: Transaction, someone: Person, span: Span) -> Tallies:
    """Everything that counts of `span`."""
    decks, wins = _decks(tx, someone.user_id, span), _wins(tx, someone.user_id, span)
    streak = incentives.purse_of(tx, someone.user_id).streak
    right = sum(one.right for one in decks.values())
    answered = sum(one.answered for one in decks.values())
    whole = Tally(
        xp=learned(tx, someone, span),
        accuracy=rules.permille(right, answered),
        streak=streak,
        wins=sum(wins.values()),
    )
    return Tallies(
        whole,
        {
            subject: replace(
                whole,
                xp=one.xp,
                accuracy=rules.permille(one.right, one.answered),
                wins=wins.get(subject, 0),
            )
            for subject, one in decks.items()
        },
    )


def learned(tx: Transaction, someone: Person, span: Span) -> int:
    """XP that the ledger paid for learning, no day for more than what counts of one."""
    rollover = text("interval '3 hours'")
    local = func.timezone(someone.time_zone, col(LedgerEntry.at))
    day = func.date_trunc("day", local - rollover).label("day")
    days = (
        select(func.least(func.sum(LedgerEntry.amount), rules.MOST_A_DAY).label("xp"), day)
        .where(LedgerEntry.user_id == someone.user_id)
        .where(LedgerEntry.currency == Currency.LIFETIME_XP)
        .where(col(LedgerEntry.reason).in_(rules.LEARNING), *_within(col(LedgerEntry.at), span))
        .group_by(day)
        .subquery()
    )
    return int(tx.session.exec(select(func.coalesce(func.sum(days.c.xp), 0))).one())


def tenure(tx: Transaction, someone: Person, since: datetime) -> Tenure:
    """Whether somebody was a newcomer when the week began at `since`; so they are all of it."""
    day = incentives.local_day(since, someone.time_zone)
    days = tx.session.exec(
        select(func.count()).where(
            StreakDay.user_id == someone.user_id,
            StreakDay.kind == DayKind.PRACTISED,
            StreakDay.local_date < day,
        )
    ).one()
    return rules.tenure(days, learned(tx, someone, Span(until=since)))


def _decks(tx: Transaction, user_id: UUID, span: Span) -> dict[Subject, _Decks]:
    """By subject; a deck that paid nothing was guessed, or played before, and says nothing."""
    paid = col(PracticeSession.xp_finished) + PracticeSession.xp_perfect + PracticeSession.xp_day
    rows = tx.session.exec(
        select(
            PracticeSession.subject,
            func.sum(paid),
            func.sum(PracticeSession.correct),
            func.sum(PracticeSession.size),
        )
        .where(PracticeSession.player_user_id == user_id)
        .where(col(PracticeSession.completed_at).is_not(None), paid > 0)
        .where(*_within(col(PracticeSession.completed_at), span))
        .group_by(col(PracticeSession.subject), col(PracticeSession.completed_on))
    ).all()
    found: defaultdict[Subject, _Decks] = defaultdict(_Decks)
    for subject, xp, right, answered in rows:
        one = found[Subject(subject)]
        one.xp += min(int(xp), rules.MOST_A_DAY)
        one.right += int(right)
        one.answered += int(answered)
    return dict(found)


def _wins(tx: Transaction, user_id: UUID, span: Span) -> dict[Subject, int]:
    """Games won against members, by whoever made the challenge or whoever took it up."""
    mine = and_(
        col(ChallengePlay.player_user_id) == user_id,
        col(ChallengePlay.percent) > col(Challenge.percent),
    )
    theirs = and_(
        col(Challenge.sender_id) == user_id,
        col(ChallengePlay.percent) < col(Challenge.percent),
    )
    rows = tx.session.exec(
        select(Challenge.subject, func.count())
        .join(ChallengePlay, col(ChallengePlay.challenge_id) == Challenge.id)
        .where(Challenge.kind == ChallengeKind.SCORE)
        .where(col(ChallengePlay.completed_at).is_not(None))
        .where(col(ChallengePlay.player_user_id).is_not(None))
        .where(or_(mine, theirs))
        .where(*_within(col(ChallengePlay.completed_at), span))
        .group_by(col(Challenge.subject))
    ).all()
    return {Subject(subject): int(count) for subject, count in rows}


def _within(at: Any, span: Span) -> tuple[ColumnElement[bool], ...]:
    since = (at >= span.since,) if span.since else ()
    return (*since, at < span.until) if span.until else since

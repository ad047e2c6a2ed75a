"""What somebody who may look on sees of a person's finished decks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Float, cast
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.practice import queries, rules, showing
from vel_tutor.domain.practice.player import Player
from vel_tutor.models.practice import PracticeSession
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True)
class FinishedDeck:
    """One deck that was finished."""

    title: str
    subject: str
    correct: int
    size: int
    at: datetime


@dataclass(frozen=True)
class Asked:
    """One question of a finished deck, and what was answered; empty if it was shown instead."""

    family: str
    seed: int
    answer: str


def asked_in(tx: Transaction, user_id: UUID, session_id: UUID, number: int) -> Asked:
    """Question `number` (from 1) of a deck that `user_id` has finished.

    Raises:
        NotFound: no such question, or it belongs to someone else.
    """
    mine = queries.of(Player(user_id=user_id)).where(
        PracticeSession.id == session_id, col(PracticeSession.completed_at).is_not(None)
    )
    session = tx.session.exec(mine).one_or_none()
    if session is None or not 1 <= number <= session.size:
        raise NotFound
    row = queries.question_at(tx, session, number - 1)
    return Asked(row.family, row.seed, row.answer)


def finished_of(tx: Transaction, user_id: UUID, most: int) -> tuple[FinishedDeck, ...]:
    """The decks `user_id` finished, the latest first; for callers who may know."""
    rows = tx.session.exec(
        queries.of(Player(user_id=user_id))
        .where(col(PracticeSession.completed_at).is_not(None))
        .order_by(col(PracticeSession.completed_at).desc())
        .limit(most)
    ).all()
    return tuple(
        FinishedDeck(showing.title(row), row.subject.value, row.correct, row.size, row.completed_at)
        for row in rows
        if row.completed_at
    )


def subjects_of(tx: Transaction, user_id: UUID, since: date) -> tuple[Subject, ...]:
    """What `user_id` has practised since that local day of theirs."""
    done = (
        select(PracticeSession.subject)
        .where(PracticeSession.player_user_id == user_id)
        .where(col(PracticeSession.completed_on) >= since)
        .distinct()
    )
    return tuple(Subject(one) for one in sorted(tx.session.exec(done).all()))


@dataclass(frozen=True)
class Best:
    """A deck that went better than any like it before."""

    user_id: UUID
    subject: Subject
    grade: int
    skill: str
    """Id of the skill; empty for a mixed deck."""
    percent: int


def personal_best(tx: Transaction, session_id: UUID, *, least_size: int) -> Best | None:
    """The finished deck, if its player chose it and had done worse in all like it before.

    None for a first deck, too: there is nothing it could be better than.
    """
    row = tx.session.get(PracticeSession, session_id)
    if row is None or row.completed_at is None or row.player_user_id is None or row.source_id:
        return None
    share = cast(PracticeSession.correct, Float) / PracticeSession.size
    before = tx.session.exec(
        select(func.max(share)).where(
            PracticeSession.player_user_id == row.player_user_id,
            PracticeSession.subject == row.subject,
            PracticeSession.grade == row.grade,
            PracticeSession.skill == row.skill,
            col(PracticeSession.size) >= least_size,
            col(PracticeSession.completed_at) < row.completed_at,
        )
    ).one()
    had_before: Any = before
    if row.size < least_size or had_before is None or row.correct / row.size <= had_before:
        return None
    percent = rules.percent(row.correct, row.size)
    return Best(row.player_user_id, row.subject, row.grade, row.skill, percent)

"""What finished decks say about their player, one by one: for whoever counts deeds."""

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Date, ScalarSelect, cast
from sqlalchemy.orm import aliased
from sqlmodel import col, func, or_, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import rules
from vel_tutor.domain.practice.views import Deed
from vel_tutor.models.accounts import User
from vel_tutor.models.practice import PracticeQuestion, PracticeSession

_Other = aliased(PracticeSession)


def deeds(tx: Transaction, user_id: UUID, session_id: UUID | None = None) -> tuple[Deed, ...]:
    """The decks `user_id` finished and was paid for, the earliest first; or only the one named."""
    zone = ZoneInfo(tx.session.exec(select(User.time_zone).where(User.id == user_id)).one())
    wanted = (
        select(PracticeSession, _was_low(), _subjects(), _was_helped())
        .where(PracticeSession.player_user_id == user_id)
        .where(col(PracticeSession.completed_at).is_not(None), PracticeSession.xp_finished > 0)
        .order_by(col(PracticeSession.completed_at))
    )
    if session_id:
        wanted = wanted.where(PracticeSession.id == session_id)
    return tuple(
        Deed(
            session_id=row.id,
            subject=row.subject,
            percent=rules.percent(row.correct, row.size),
            is_perfect=row.correct == row.size >= rules.PERFECT_NEEDS and not helped,
            was_low_before=row.correct == row.size and bool(row.skill) and was_low,
            on=row.completed_on,
            hour=row.completed_at.astimezone(zone).hour,
            subjects_that_week=subjects,
        )
        for row, was_low, subjects, helped in tx.session.exec(wanted)
        if row.completed_at and row.completed_on
    )


def _was_low() -> ColumnElement[bool]:
    """Whether less than half was right in an earlier deck of the same skill."""
    return (
        select(_Other.id)
        .where(_Other.player_user_id == PracticeSession.player_user_id)
        .where(_Other.skill == PracticeSession.skill)
        .where(col(_Other.completed_at) < col(PracticeSession.completed_at))
        .where(col(_Other.correct) * 2 < col(_Other.size))
        .exists()
    )


def _was_helped() -> ColumnElement[bool]:
    """Whether a hint or a solution was asked for."""
    return (
        select(PracticeQuestion.id)
        .where(PracticeQuestion.session_id == PracticeSession.id)
        .where(or_(PracticeQuestion.hints_used > 0, col(PracticeQuestion.was_revealed)))
        .exists()
    )


def _subjects() -> ScalarSelect[Any]:
    """How many subjects were practised in the week of a deck, up to it."""
    monday = cast(func.date_trunc("week", col(PracticeSession.completed_on)), Date)
    return (
        select(func.count(func.distinct(_Other.subject)))
        .where(_Other.player_user_id == PracticeSession.player_user_id)
        .where(_Other.xp_finished > 0, col(_Other.completed_on) >= monday)
        .where(col(_Other.completed_at) <= col(PracticeSession.completed_at))
        .scalar_subquery()
    )


def is_rushed(tx: Transaction, session_ids: frozenset[UUID]) -> frozenset[UUID]:
    """Those of `session_ids` whose answers came faster than anybody reads the questions."""
    half = func.percentile_cont(0.5).within_group(col(PracticeQuestion.spent_ms))
    quick = (
        select(PracticeQuestion.session_id)
        .where(col(PracticeQuestion.session_id).in_(session_ids))
        .group_by(col(PracticeQuestion.session_id))
        .having(half < rules.RAPID_MS)
    )
    return frozenset(tx.session.exec(quick)) if session_ids else frozenset()

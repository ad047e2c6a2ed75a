"""Flags as the staff works through them, and the words around one, for whoever may read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import tuple_, update
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.coaching import book
from vel_tutor.domain.coaching.views import TurnView
from vel_tutor.models.accounts import User
from vel_tutor.models.coaching import CoachingFlag, CoachingTurn
from vel_tutor.vocabulary import AgeBand, CoachFlag

AROUND = 3
"""So many turns before and after the one that is flagged."""
_WAITS = col(CoachingFlag.settled_at).is_(None)


@dataclass(frozen=True, kw_only=True)
class FlagView:
    """A turn that somebody should look at."""

    id: UUID
    kind: CoachFlag
    user_id: UUID
    band: AgeBand
    at: datetime
    parents_told_at: datetime | None
    settled_at: datetime | None


def flags_waiting(
    tx: Transaction,
    kind: CoachFlag,
    *,
    before: tuple[datetime, UUID] | None = None,
    limit: int,
) -> tuple[FlagView, ...]:
    """Flags of `kind` that nobody has seen to, the latest first, from behind `before` on."""
    found = _flags().where(CoachingFlag.kind == kind, _WAITS)
    key = (col(CoachingFlag.at), col(CoachingFlag.id))
    if before is not None:
        found = found.where(tuple_(*key) < before)
    found = found.order_by(*(one.desc() for one in key)).limit(limit)
    return tuple(_view(*row) for row in _read(tx, found))


def flag(tx: Transaction, flag_id: UUID) -> FlagView | None:
    """One flag, seen to or not; None for nothing."""
    found = _read(tx, _flags().where(CoachingFlag.id == flag_id))
    return _view(*found[0]) if found else None


def count_flags(tx: Transaction) -> int:
    """How many flags wait."""
    return tx.session.exec(select(func.count()).where(_WAITS)).one()


def settle_flag(tx: Transaction, flag_id: UUID) -> bool:
    """Somebody has seen to it; says whether this call was the first to."""
    done = update(CoachingFlag).where(col(CoachingFlag.id) == flag_id, _WAITS)
    return tx.session.exec(done.values(settled_at=tx.now)).rowcount > 0


def reopen_flag(tx: Transaction, flag_id: UUID) -> None:
    """It waits again."""
    again = update(CoachingFlag).where(col(CoachingFlag.id) == flag_id)
    tx.session.exec(again.values(settled_at=None))


def note_parents_told(tx: Transaction, flag_id: UUID) -> None:
    """The linked parents know of it from now on."""
    told = update(CoachingFlag).where(
        col(CoachingFlag.id) == flag_id, col(CoachingFlag.parents_told_at).is_(None)
    )
    tx.session.exec(told.values(parents_told_at=tx.now))


def exchange(tx: Transaction, flag_id: UUID) -> tuple[TurnView, ...]:
    """What was said around a flag, opened; for callers who may read it and have written so down.

    Raises:
        NotFound: no such flag, or the conversation is gone.
    """
    row = tx.session.get(CoachingFlag, flag_id)
    if row is None:
        raise NotFound
    turns = tx.session.exec(
        select(CoachingTurn)
        .where(
            CoachingTurn.session_id == row.session_id,
            col(CoachingTurn.number).between(row.number - AROUND, row.number + AROUND),
        )
        .order_by(col(CoachingTurn.number))
    ).all()
    return tuple(book.shown(turn, frozenset({row.number})) for turn in turns)


def _flags() -> Any:
    return select(CoachingFlag, User.age_band).join(User, col(User.id) == CoachingFlag.user_id)


def _read(tx: Transaction, found: Any) -> Sequence[tuple[CoachingFlag, AgeBand]]:
    session: Any = tx.session
    return session.exec(found.execution_options(populate_existing=True)).all()


def _view(row: CoachingFlag, band: AgeBand) -> FlagView:
    return FlagView(
        id=row.id,
        kind=row.kind,
        user_id=row.user_id,
        band=band,
        at=row.at,
        parents_told_at=row.parents_told_at,
        settled_at=row.settled_at,
    )

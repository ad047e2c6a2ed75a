"""What other contexts may know of a deck whose questions they share: never an answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.practice import showing
from vel_tutor.models.practice import PracticeSession


@dataclass(frozen=True)
class DeckKey:
    """Whose deck it is, what it is of, and whether it can still be played."""

    session_id: UUID
    player_id: UUID | None
    source_id: UUID | None
    subject: str
    title: str
    is_over: bool


def deck_key(tx: Transaction, session_id: UUID) -> DeckKey | None:
    """The deck `session_id`; for callers who have made sure that it may be known."""
    session = tx.session.get(PracticeSession, session_id)
    if session is None:
        return None
    return DeckKey(
        session_id=session.id,
        player_id=session.player_user_id,
        source_id=session.source_id,
        subject=session.subject.value,
        title=showing.title(session),
        is_over=session.completed_at is not None or session.dropped_at is not None,
    )


def how_far(tx: Transaction, session_ids: Collection[UUID]) -> dict[UUID, tuple[int, int]]:
    """How many questions of each deck are answered, and how many there are."""
    if not session_ids:
        return {}
    rows = tx.session.exec(
        select(PracticeSession.id, PracticeSession.answered, PracticeSession.size).where(
            col(PracticeSession.id).in_(session_ids)
        )
    ).all()
    return {session_id: (answered, size) for session_id, answered, size in rows}


def finished_at(tx: Transaction, session_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """When each of these decks was finished; those that are not are left out."""
    rows = tx.session.exec(
        select(PracticeSession.id, PracticeSession.completed_at).where(
            col(PracticeSession.id).in_(session_ids)
        )
    ).all()
    return {session_id: at for session_id, at in rows if at is not None}

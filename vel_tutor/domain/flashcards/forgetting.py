"""What is wiped: everything of a forgotten person, and what was deleted a month ago."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, or_
from sqlmodel import SQLModel, col, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.models.flashcards import (
    CardDeck,
    CardLimits,
    CardReceipt,
    CardReview,
    CardUndo,
    CardWeights,
    Flashcard,
)

DELETED_KEPT = timedelta(days=30)
RECEIPTS_KEPT = timedelta(days=30)
"""Far longer than a ticket is good for."""


def forget(tx: Transaction, user_id: UUID) -> None:
    """Wipe every card, every review and every choice of `user_id`."""
    for table in (CardUndo, CardReview, CardReceipt, CardWeights, CardLimits):
        _wipe(tx, table, col(table.user_id) == user_id)
    _wipe(tx, Flashcard, col(Flashcard.owner_id) == user_id)
    _wipe(tx, CardDeck, col(CardDeck.owner_id) == user_id)


def forget_deleted() -> int:
    """Daily: cards and decks deleted over a month ago, and old receipts. Says how many cards."""
    with transaction() as tx:
        before = tx.now - DELETED_KEPT
        _wipe(tx, CardReceipt, col(CardReceipt.at) < tx.now - RECEIPTS_KEPT)
        decks = select(CardDeck.id).where(col(CardDeck.deleted_at) < before)
        gone = _wipe(
            tx,
            Flashcard,
            or_(col(Flashcard.deleted_at) < before, col(Flashcard.deck_id).in_(decks)),
        )
        _wipe(tx, CardDeck, col(CardDeck.deleted_at) < before)
        return gone


def _wipe(tx: Transaction, table: type[SQLModel], which: ColumnElement[bool]) -> int:
    """Delete rows; what hangs on a card or deck goes with it."""
    return tx.session.exec(delete(table).where(which)).rowcount

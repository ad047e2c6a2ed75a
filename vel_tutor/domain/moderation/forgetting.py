"""What goes with somebody."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from vel_tutor.core.db import Transaction
from vel_tutor.models.moderation import Ruling


def forget(tx: Transaction, user_id: UUID) -> None:
    """Nothing that was decided about a forgotten child stays; the audit log holds ids only."""
    tx.session.exec(delete(Ruling).where(col(Ruling.about_id) == user_id))

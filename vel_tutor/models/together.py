"""Friends who practise one deck together, each at their own questions and pace."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from vel_tutor.models.row import Row, moment


class SharedDeck(Row, table=True):
    """A deck that friends have joined, or that its player would rather play alone.

    `alone_since` set means that nobody may join, and that those who have see nothing of it.
    """

    __table_args__ = (Index("shared_deck_of_host", "host_id"),)

    session_id: UUID = Field(foreign_key="practice_session.id", unique=True)
    host_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    created_at: datetime = moment()
    alone_since: datetime | None = moment(nullable=True)


class Companion(Row, table=True):
    """A friend at the same questions: their deck and their answers are their own."""

    __table_args__ = (
        UniqueConstraint("shared_deck_id", "user_id", name="companion_once"),
        Index("companion_of_user", "user_id", "joined_at"),
    )

    shared_deck_id: UUID = Field(foreign_key="shared_deck.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    session_id: UUID = Field(foreign_key="practice_session.id", unique=True)
    joined_at: datetime = moment()


class PairDay(Row, table=True):
    """That two people finished a deck together on a day; it counts once, however many decks."""

    __table_args__ = (
        UniqueConstraint("low_id", "high_id", "day", name="pair_day_once"),
        CheckConstraint("low_id < high_id", name="pair_day_in_order"),
        Index("pair_day_of_high", "high_id"),
    )

    low_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    high_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    day: date = Field(description="by the clock of whose deck it was")
    at: datetime = moment()

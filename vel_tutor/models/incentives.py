"""The ledger: what everybody earned and holds, and the days they practised."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Currency


class LedgerEntry(Row, table=True):
    """One change of one balance. Rows are only ever added: the database refuses the rest."""

    __table_args__ = (
        UniqueConstraint("user_id", "currency", "reason", "source_id", name="ledger_one_per_cause"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    currency: Currency = Field(sa_type=word(Currency))
    amount: int = Field(description="what was added; 0 when the cause counts but the purse is full")
    reason: str
    source_id: UUID = Field(description="the session, challenge or day that caused it")
    at: datetime = moment()


class Purse(SQLModel, table=True):
    """The balances of one person: always the sums of their ledger entries."""

    __table_args__ = (
        CheckConstraint("spendable_xp >= 0", name="purse_xp_not_negative"),
        CheckConstraint("shields BETWEEN 0 AND 2", name="purse_shields_in_range"),
        CheckConstraint("class_passes >= 0", name="purse_passes_not_negative"),
    )

    user_id: UUID = Field(foreign_key="user.id", primary_key=True)
    lifetime_xp: int = 0
    spendable_xp: int = 0
    shields: int = 0
    class_passes: int = 0


class StreakDay(Row, table=True):
    """A local day on which somebody practised; lived twice by travel, it still counts once."""

    __table_args__ = (UniqueConstraint("user_id", "local_date", name="streak_day_once"),)

    user_id: UUID = Field(foreign_key="user.id")
    local_date: date
    source_id: UUID
    at: datetime = moment()

"""The ledger: what everybody earned and holds, and the days they practised."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Currency, DayKind


class LedgerEntry(Row, table=True):
    """One change of one balance. Rows are only ever added: the database refuses the rest."""

    __table_args__ = (
        UniqueConstraint("user_id", "currency", "reason", "source_id", name="ledger_one_per_cause"),
        Index("ledger_in_time", "user_id", "currency", "at", "id"),
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
    level_seen: int = Field(default=1, description="the last level its owner was congratulated on")


class UserBadge(Row, table=True):
    """One level of one badge that somebody earned: never changed, gone only with its owner."""

    __table_args__ = (
        UniqueConstraint("user_id", "badge", "level", name="user_badge_once"),
        CheckConstraint("level >= 1", name="user_badge_level_from_one"),
        Index("user_badge_by_badge", "badge", "level"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    badge: str = Field(description="its key in the catalogue")
    level: int
    at: datetime = moment()


class StreakDay(Row, table=True):
    """One local day of somebody's streak; lived twice by travel, it still counts once.

    A past day without a row was a gap that nothing bridged. Rows of days that were bridged go when
    the day turns out to have been practised.
    """

    __table_args__ = (UniqueConstraint("user_id", "local_date", name="streak_day_once"),)

    user_id: UUID = Field(foreign_key="user.id")
    local_date: date
    kind: DayKind = Field(sa_type=word(DayKind))
    source_id: UUID = Field(description="the practice, or the use of a shield, behind it")
    at: datetime = moment()


class Streak(SQLModel, table=True):
    """Where somebody's streak stands: always what its days add up to.

    `length` and `restored` hold for the settled days, up to `settled_through`; `day` is the one
    that runs until `day_ends_at`. Whoever holds the lock of the purse may write here.
    """

    __table_args__ = (
        CheckConstraint("length >= restored AND restored >= 0", name="streak_length_is_sound"),
        Index("streak_ending", "day_ends_at", "user_id", postgresql_where=text("lives")),
        Index(
            "streak_reminding",
            "remind_at",
            "user_id",
            postgresql_where=text("remind_at IS NOT NULL"),
        ),
    )

    user_id: UUID = Field(foreign_key="user.id", primary_key=True)
    settled_through: date
    length: int = 0
    restored: int = Field(default=0, description="the part of it that a restart gave back")
    day: date
    day_ends_at: datetime = moment()
    is_practised: bool = Field(default=False, description="whether `day` is")
    lives: bool = Field(default=False, description="whether there is anything to settle next")
    last_practised_at: datetime = moment()
    reminders: int = Field(default=0, description="how many there were on `day`")
    remind_at: datetime | None = moment(nullable=True)


class StreakBreak(Row, table=True):
    """A day on which a streak ended. `restarted_at` set means half of it was given back."""

    __table_args__ = (UniqueConstraint("user_id", "local_date", name="streak_break_once"),)

    user_id: UUID = Field(foreign_key="user.id")
    local_date: date
    length: int = Field(description="what the streak had come to")
    own: int = Field(description="the part of it that was practised")
    at: datetime = moment()
    restarted_at: datetime | None = moment(nullable=True)


class StreakPause(Row, table=True):
    """Days off that somebody announced. `ended_at` set means that they were called off."""

    user_id: UUID = Field(foreign_key="user.id", index=True)
    first_day: date
    last_day: date
    declared_by: UUID = Field(description="the student, or the parent")
    at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)


class ShieldUse(Row, table=True):
    """One shield spent on one day. `returned_at` set means that it is held again."""

    __table_args__ = (
        Index(
            "shield_use_once",
            "entry_id",
            unique=True,
            postgresql_where=text("returned_at IS NULL"),
        ),
    )

    user_id: UUID = Field(foreign_key="user.id", index=True)
    entry_id: UUID = Field(
        foreign_key="ledger_entry.id", description="the ledger entry that gave the shield"
    )
    local_date: date
    at: datetime = moment()
    returned_at: datetime | None = moment(nullable=True)

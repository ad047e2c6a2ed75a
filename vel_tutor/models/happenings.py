"""What each event still has to set off, and who is at it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment


class Delivery(Row, table=True):
    """One reaction owed to one event.

    There is no status column: `done_at` set means it took effect, `dead_at` set means it was given
    up, neither means it is owed; `due_at` is when somebody should carry it (again).
    """

    __table_args__ = (
        UniqueConstraint("happening_id", "reaction", name="delivery_once_per_reaction"),
        Index(
            "delivery_owed",
            "due_at",
            postgresql_where=text("done_at IS NULL AND dead_at IS NULL"),
        ),
    )

    happening_id: UUID = Field(foreign_key="happening.id")
    reaction: str
    tries: int = 0
    due_at: datetime = moment()
    done_at: datetime | None = moment(nullable=True)
    dead_at: datetime | None = moment(nullable=True)
    last_error: str = Field(default="", description="the exception's type; never its text")


class Tick(SQLModel, table=True):
    """The last moment at which a job of the clockwork was started; one row a job."""

    job: str = Field(primary_key=True)
    slot: datetime = moment()

"""What the staff has decided about what was reported, flagged or held back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import CaseKind, Decision


class Ruling(Row, table=True):
    """One decision about one case. `undone_at` set means that the case is open again.

    What is decided about stands in the tables of its own context: `case_id` is a person, a line of
    the feed, a room, a flag of the tutor, or somebody whose coming is to be rewarded. What it was
    decided about carries `at` too, so that a report that came later is another case.
    """

    __table_args__ = (
        Index("ruling_by_time", "at", "id", postgresql_where=text("undone_at IS NULL")),
        Index("ruling_of_case", "case_id", "at"),
        Index("ruling_about", "about_id"),
    )

    kind: CaseKind = Field(sa_type=word(CaseKind))
    case_id: UUID
    about_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    verdict: Decision = Field(sa_type=word(Decision))
    by_id: UUID = Field(foreign_key="user.id")
    people: int = Field(description="how many had reported it")
    at: datetime = moment()
    undone_at: datetime | None = moment(nullable=True)

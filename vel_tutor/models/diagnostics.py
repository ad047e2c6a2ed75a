"""Adaptive tests: every question, answer and clock of them, and what came out."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Pace, Subject


class Diagnostic(Row, table=True):
    """One adaptive test.

    There is no status column: `dropped_at` set means given up, `finished_at` that there is nothing
    more to ask, `submitted_at` handed in, `completed_at` scored; none of them, that it can be gone
    on with. `resting_since` set means that it waits because answers came too fast; `learned_at`
    that the bank has learned from it.
    """

    __table_args__ = (
        Index(
            "diagnostic_one_open",
            "student_id",
            "subject",
            unique=True,
            postgresql_where=text("submitted_at IS NULL AND dropped_at IS NULL"),
        ),
        Index("diagnostic_of_student", "student_id", "started_at"),
        Index(
            "diagnostic_to_learn_from",
            "completed_at",
            postgresql_where=text("completed_at IS NOT NULL AND learned_at IS NULL"),
        ),
        CheckConstraint(
            "completed_at IS NULL OR submitted_at IS NOT NULL", name="diagnostic_scored_after_end"
        ),
        CheckConstraint(
            "dropped_at IS NULL OR submitted_at IS NULL", name="diagnostic_dropped_or_handed_in"
        ),
    )

    student_id: UUID = Field(foreign_key="user.id", description="whose result it is")
    taker_id: UUID = Field(foreign_key="user.id", description="who began it: student or parent")
    subject: Subject = Field(sa_type=word(Subject))
    grade: int
    pace: Pace = Field(sa_type=word(Pace))
    seed: int = Field(sa_type=BigInteger, description="decides among near equals")
    prior_mean: float = Field(description="expected ability before any answer, in logits")
    prior_sd: float
    started_at: datetime = moment()
    resting_since: datetime | None = moment(nullable=True)
    finished_at: datetime | None = moment(nullable=True)
    submitted_at: datetime | None = moment(nullable=True)
    completed_at: datetime | None = moment(nullable=True)
    dropped_at: datetime | None = moment(nullable=True)
    learned_at: datetime | None = moment(nullable=True)


class DiagnosticSection(Row, table=True):
    """One part of a test and its clock, which only the server keeps.

    The time left is `left_ms`, less what has passed since `running_since` while that is set; both
    are unset where time does not count. `ended_at` set means over.
    """

    __table_args__ = (
        UniqueConstraint("test_id", "number", name="diagnostic_section_once"),
        CheckConstraint(
            "ended_at IS NULL OR running_since IS NULL", name="diagnostic_section_clock_stopped"
        ),
    )

    test_id: UUID = Field(foreign_key="diagnostic.id", ondelete="CASCADE")
    number: int = Field(ge=1)
    size: int = Field(gt=0, description="questions in it at most")
    budget_ms: int | None = Field(default=None, description="unset where time does not count")
    left_ms: int | None = None
    begun_at: datetime = moment()
    running_since: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)
    ran_out: bool = Field(default=False, description="it ended because its time was over")


class DiagnosticQuestion(Row, table=True):
    """One question of a test, with the parameters it was chosen by and what was known after it."""

    __table_args__ = (
        UniqueConstraint("test_id", "position", name="diagnostic_question_once"),
        UniqueConstraint("test_id", "item_id", name="diagnostic_question_no_repeat"),
        CheckConstraint(
            "(answered_at IS NULL) = (was_right IS NULL)", name="diagnostic_question_answer_whole"
        ),
        CheckConstraint(
            "answered_at IS NULL OR clock_since IS NULL", name="diagnostic_question_clock_stopped"
        ),
        CheckConstraint(
            "NOT (was_unknown AND was_right)", name="diagnostic_question_unknown_is_not_right"
        ),
        Index("diagnostic_question_of_family", "family", "answered_at"),
        Index(
            "diagnostic_question_answered",
            "answered_at",
            postgresql_where=text("answered_at IS NOT NULL"),
        ),
    )

    test_id: UUID = Field(foreign_key="diagnostic.id", ondelete="CASCADE")
    position: int = Field(ge=0, description="place in the test, from 0")
    section: int = Field(ge=1)
    item_id: UUID = Field(foreign_key="bank_item.id")
    family: str
    seed: int = Field(sa_type=BigInteger)
    a: float
    b: float
    c: float
    d: float
    is_scored: bool = Field(description="False for questions that are only being tried out")
    shown_at: datetime = moment()
    clock_since: datetime | None = moment(nullable=True)
    spent_ms: int = 0
    expired_at: datetime | None = Field(
        default=None,
        sa_type=DateTime(timezone=True),
        description="time ran out over it",
    )
    answer: str = ""
    answered_at: datetime | None = moment(nullable=True)
    was_right: bool | None = None
    was_unknown: bool = Field(default=False, description="said so instead of guessing")
    was_rapid: bool = Field(default=False, description="too fast to have been read; not counted")
    misconception: str = ""
    theta: float | None = Field(default=None, description="expected ability after it, in logits")
    se: float | None = None
    digest: str = Field(default="", description="SHA-256 of the whole posterior after it, hex")


class DiagnosticResult(Row, table=True):
    """What a test came to. `findings` holds areas, skills, strengths and next steps."""

    __table_args__ = (
        CheckConstraint("domain_percent BETWEEN 0 AND 100", name="diagnostic_result_percent"),
        CheckConstraint(
            "NOT is_low_effort OR (percentile IS NULL AND NOT may_share)",
            name="diagnostic_result_low_effort_claims_nothing",
        ),
    )

    test_id: UUID = Field(foreign_key="diagnostic.id", unique=True, ondelete="CASCADE")
    theta: float
    se: float
    wle: float
    scale: int
    scale_low: int
    scale_high: int
    domain_percent: int
    percentile: int | None = None
    norm_n: int = Field(description="finished first tests of the reference group so far")
    is_low_effort: bool
    may_share: bool = Field(description="whether a share card may be offered")
    findings: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    at: datetime = moment()


class DiagnosticAdvice(Row, table=True):
    """The findings of one test worded by a model. Without a row, our rules word them."""

    test_id: UUID = Field(foreign_key="diagnostic.id", unique=True, ondelete="CASCADE")
    opening: str
    steps: list[str] = Field(sa_column=Column(JSONB, nullable=False))
    model: str
    at: datetime = moment()

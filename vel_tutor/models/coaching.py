"""Conversations with the tutor: where they stand, what was said, the time they took."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import CoachFlag, CoachMove, CoachStage, CoachTurn


class CoachingSession(Row, table=True):
    """One conversation of one learner; `ended_at` set means over.

    The question on show is `family` and `seed`, the example beside it `example_family` and
    `example_seed`. The clock runs while `clock_since` is set; `ran_out_at` set means that no time
    is left and only the turn in progress is finished.
    """

    __table_args__ = (
        Index(
            "coaching_session_one_open",
            "user_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("coaching_session_of_user", "user_id", "started_at"),
        Index(
            "coaching_session_open_since",
            "touched_at",
            postgresql_where=text("ended_at IS NULL"),
        ),
        CheckConstraint("solved BETWEEN 0 AND posed", name="coaching_session_solved_le_posed"),
        CheckConstraint("unaided BETWEEN 0 AND solved", name="coaching_session_unaided_le_solved"),
    )

    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    skill: str = Field(description="the skill the learner asked about")
    family: str
    seed: int = Field(sa_type=BigInteger)
    stage: CoachStage = Field(default=CoachStage.PROBLEM, sa_type=word(CoachStage))
    tries: int = Field(default=0, description="wrong answers to the question on show")
    hints: int = Field(default=0, description="hints given on it")
    stuck: int = Field(default=0, description="times the learner was stuck with no hint left")
    is_easier: bool = Field(default=False, description="it comes before the skill asked about")
    example_family: str = ""
    example_seed: int = Field(default=0, sa_type=BigInteger)
    example_step: int = Field(default=0, description="steps of the example shown so far")
    fill_tries: int = Field(default=0, description="wrong answers to the step asked for")
    posed: int = 0
    solved: int = 0
    unaided: int = Field(default=0, description="solved at the first try, without a hint")
    misconception: str = Field(default="", description="the last slip that was named")
    turns: int = Field(default=0, description="turns so far, of both")
    seconds: int = Field(default=0, description="time counted so far")
    started_at: datetime = moment()
    touched_at: datetime = moment()
    clock_since: datetime | None = moment(nullable=True)
    ran_out_at: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)


class CoachingTurn(Row, table=True):
    """One turn. What a learner wrote and what a model said is sealed, and wiped after a while."""

    __table_args__ = (
        UniqueConstraint("session_id", "number", name="coaching_turn_once"),
        Index("coaching_turn_sealed", "at", postgresql_where=text("sealed <> ''")),
    )

    session_id: UUID = Field(foreign_key="coaching_session.id", ondelete="CASCADE")
    number: int = Field(ge=1)
    kind: CoachTurn = Field(sa_type=word(CoachTurn))
    move: CoachMove | None = Field(default=None, sa_type=word(CoachMove), nullable=True)
    family: str = ""
    seed: int = Field(default=0, sa_type=BigInteger)
    place: int = Field(default=0, description="which hint, or which step")
    is_model: bool = Field(default=False, description="worded by a model")
    sealed: str = ""
    at: datetime = moment()


class CoachingTime(Row, table=True):
    """Seconds a conversation took, counted once: the same stretch cannot be counted again."""

    __table_args__ = (
        UniqueConstraint("session_id", "since", name="coaching_time_once"),
        CheckConstraint("seconds > 0", name="coaching_time_counts"),
        Index("coaching_time_of_user", "user_id", "since"),
    )

    session_id: UUID = Field(foreign_key="coaching_session.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    since: datetime = moment()
    seconds: int
    trial_seconds: int = Field(default=0, description="of these, taken from the free trial")


class CoachingFlag(Row, table=True):
    """Something the staff should know of, without a word of what was said.

    `settled_at` set means that somebody has seen to it, `parents_told_at` that the linked parents
    know of it.
    """

    __table_args__ = (
        UniqueConstraint("session_id", "kind", "number", name="coaching_flag_once"),
        Index("coaching_flag_by_time", "at"),
        Index(
            "coaching_flag_waiting", "kind", "at", "id", postgresql_where=text("settled_at IS NULL")
        ),
    )

    session_id: UUID = Field(foreign_key="coaching_session.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    kind: CoachFlag = Field(sa_type=word(CoachFlag))
    number: int = Field(description="of the turn")
    at: datetime = moment()
    parents_told_at: datetime | None = moment(nullable=True)
    settled_at: datetime | None = moment(nullable=True)

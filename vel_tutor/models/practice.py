"""Decks of questions, the answers given to them, and how well each skill goes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Subject


class PracticeSession(Row, table=True):
    """One run through a deck, from the first question to the last.

    There is no status column: `completed_at` set means over, `dropped_at` set means given up,
    neither means it can be resumed. The player is a user or a guest, never both.
    """

    __table_args__ = (
        CheckConstraint(
            "(player_user_id IS NULL) <> (player_visitor_id IS NULL)",
            name="practice_session_one_player",
        ),
        CheckConstraint("answered BETWEEN 0 AND size", name="practice_session_answered_le_size"),
        CheckConstraint("correct BETWEEN 0 AND answered", name="practice_session_correct_le_done"),
        CheckConstraint(
            "completed_at IS NULL OR answered = size", name="practice_session_over_when_answered"
        ),
        Index(
            "practice_session_one_unfinished",
            "player_user_id",
            "subject",
            "grade",
            "skill",
            "size",
            unique=True,
            postgresql_where=text(
                "completed_at IS NULL AND dropped_at IS NULL AND source_id IS NULL"
            ),
        ),
        Index("practice_session_of_user", "player_user_id", "completed_on"),
        Index("practice_session_of_visitor", "player_visitor_id"),
        Index("practice_session_of_source", "source_id"),
    )

    player_user_id: UUID | None = Field(default=None, foreign_key="user.id")
    player_visitor_id: str | None = None
    source_id: UUID | None = Field(
        default=None, description="the challenge the deck was dealt for; unset when self-chosen"
    )
    subject: Subject = Field(sa_type=word(Subject))
    grade: int
    skill: str = Field(default="", description="id of the skill; empty for a mixed deck")
    size: int = Field(gt=0, description="questions in the deck")
    answered: int = 0
    correct: int = 0
    fingerprint: str = Field(index=True, description="equal for decks of the same questions")
    started_at: datetime = moment()
    completed_at: datetime | None = moment(nullable=True)
    completed_on: date | None = Field(
        default=None, description="the player's local day the session was credited to"
    )
    dropped_at: datetime | None = moment(nullable=True)
    xp_finished: int = Field(default=0, description="what the ledger paid for finishing")
    xp_perfect: int = Field(default=0, description="what the ledger paid for a perfect score")
    xp_day: int = Field(default=0, description="what the ledger paid for the day's first session")
    xp_note: str = Field(default="", description="why it is less than it could be, in words")


class PracticeQuestion(Row, table=True):
    """One question of a deck and what became of it.

    The time a person had the question on show is `spent_ms`, and while the clock runs
    (`clock_since` set) what has passed since then.
    """

    __table_args__ = (
        UniqueConstraint("session_id", "position", name="practice_question_once"),
        CheckConstraint(
            "(answered_at IS NULL) = (was_right IS NULL)", name="practice_question_answer_whole"
        ),
        CheckConstraint(
            "answered_at IS NULL OR clock_since IS NULL", name="practice_question_clock_stopped"
        ),
        CheckConstraint("hints_used BETWEEN 0 AND 2", name="practice_question_two_hints"),
        Index(
            "practice_question_of_family",
            "family",
            postgresql_where=text("answered_at IS NOT NULL"),
        ),
        Index(
            "practice_question_answered",
            "answered_at",
            postgresql_where=text("answered_at IS NOT NULL"),
        ),
    )

    session_id: UUID = Field(foreign_key="practice_session.id")
    position: int = Field(ge=0, description="place in the deck, from 0")
    family: str
    seed: int = Field(sa_type=BigInteger)
    shown_at: datetime | None = moment(nullable=True)
    clock_since: datetime | None = moment(nullable=True)
    spent_ms: int = 0
    hints_used: int = 0
    answer: str = ""
    answered_at: datetime | None = moment(nullable=True)
    was_right: bool | None = None
    was_revealed: bool = Field(default=False, description="asked to see the solution instead")
    misconception: str = Field(default="", description="the slip the answer shows, if any")
    comes_back: bool = Field(default=False, description="dealt because one like it was missed")


class PracticeSlip(Row, table=True):
    """A wrong answer its player took back at once; there is one in a session at most."""

    session_id: UUID = Field(foreign_key="practice_session.id", unique=True)
    position: int = Field(ge=0)
    family: str
    seed: int = Field(sa_type=BigInteger)
    answer: str
    misconception: str = ""
    answered_at: datetime = moment()
    taken_back_at: datetime = moment()


class LearningVisit(Row, table=True):
    """A stretch of learning without a long pause: decks, tests and cards alike.

    There is no status column: `ended_at` set, to the moment of the last answer, means over.
    """

    __table_args__ = (
        Index(
            "learning_visit_one_open",
            "user_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("learning_visit_of_user", "user_id", "started_at"),
        CheckConstraint("last_at >= started_at", name="learning_visit_runs_on"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    started_at: datetime = moment()
    last_at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)


class SkillReturn(Row, table=True):
    """A skill somebody missed a question of: others like it come back until it goes right twice.

    There is no status column: `closed_at` set means that it did.
    """

    __table_args__ = (
        Index(
            "skill_return_one_open",
            "user_id",
            "skill",
            unique=True,
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    user_id: UUID = Field(foreign_key="user.id")
    skill: str
    family: str = Field(description="of the question missed last")
    stage: int = Field(default=0, ge=0, description="how often it came back")
    times_right: int = Field(default=0, ge=0, description="how often it went right then")
    due_on: date = Field(description="by the player's local day")
    missed_at: datetime = moment()
    closed_at: datetime | None = moment(nullable=True)


class SkillLevel(Row, table=True):
    """How well one skill goes for one person: a moving average of their answers."""

    __table_args__ = (UniqueConstraint("user_id", "skill", name="skill_level_once"),)

    user_id: UUID = Field(foreign_key="user.id")
    skill: str
    average: float = Field(description="0..1; each answer moves it a fifth of the way")
    answers: int = Field(default=0, ge=0)
    updated_at: datetime = moment()

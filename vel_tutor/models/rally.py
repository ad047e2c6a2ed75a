"""Rallies: who stands where this week, who was invited, and the quizzes of those who came."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from vel_tutor.models.going import InvitedGo
from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Subject


class RallyCohort(Row, table=True):
    """One board: a subject, a band of grades, a week. Made-up people have boards of their own."""

    __table_args__ = (
        UniqueConstraint("week", "subject", "band", "simulation", name="rally_cohort_once"),
    )

    week: str = Field(description="ISO week by the learner's own days, as 2026-W48")
    subject: Subject = Field(sa_type=word(Subject))
    band: int = Field(description="the lowest grade of the band")
    simulation: str = ""


class RallyMember(Row, table=True):
    """Where one person stands on one board, under a name that is used nowhere else.

    Nobody has a row who does not want to be seen on boards.
    """

    __table_args__ = (
        UniqueConstraint("user_id", "week", "subject", name="rally_member_once_a_week"),
        UniqueConstraint("cohort_id", "alias", name="rally_member_alias_once"),
        Index("rally_member_by_points", "cohort_id", text("points DESC"), "alias"),
        Index(
            "rally_member_by_arrival",
            "cohort_id",
            "joined_at",
            postgresql_where=text("was_invited"),
        ),
        CheckConstraint("points > 0", name="rally_member_has_points"),
    )

    cohort_id: UUID = Field(foreign_key="rally_cohort.id")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    week: str
    subject: Subject = Field(sa_type=word(Subject))
    alias: str = Field(description="letters; the board says Student before them")
    points: int
    answers: int = Field(description="answers the points come from")
    was_invited: bool = Field(default=False, description="came behind a rally link")
    joined_at: datetime = moment()
    updated_at: datetime = moment()


class RallyInvite(Row, table=True):
    """One person's invitation to one board; its link opens the same kind of board weeks later."""

    __table_args__ = (UniqueConstraint("sender_id", "cohort_id", name="rally_invite_once"),)

    sender_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    cohort_id: UUID = Field(foreign_key="rally_cohort.id")
    link_id: UUID = Field(foreign_key="link.id")
    created_at: datetime = moment()


class RallyQuiz(InvitedGo, table=True):
    """The placement quiz of somebody who came behind an invitation."""

    __table_args__ = (
        CheckConstraint(
            "(player_user_id IS NULL) <> (player_visitor_id IS NULL)", name="rally_quiz_one_player"
        ),
        UniqueConstraint("invite_id", "player_user_id", name="rally_quiz_once_a_user"),
        UniqueConstraint("invite_id", "player_visitor_id", name="rally_quiz_once_a_visitor"),
        Index("rally_quiz_of_visitor", "player_visitor_id", "started_at"),
        Index("rally_quiz_of_user", "player_user_id"),
    )

    invite_id: UUID = Field(foreign_key="rally_invite.id")

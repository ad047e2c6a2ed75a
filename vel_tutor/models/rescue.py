"""Streak rescues: a room for two, the seats in it, and answers as they come in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Hold, Subject


class Rescue(Row, table=True):
    """A room for two: whoever asked for company, and the one friend who comes by the link.

    `closed_at` set means that all that will come of it has come: both are done, or time is over.
    """

    __table_args__ = (
        CheckConstraint("ends_at > created_at", name="rescue_lasts"),
        Index("rescue_open", "ends_at", postgresql_where=text("closed_at IS NULL")),
        Index("rescue_of_inviter", "inviter_id", "created_at"),
    )

    inviter_id: UUID = Field(foreign_key="user.id")
    link_id: UUID = Field(foreign_key="link.id", unique=True)
    subject: Subject = Field(sa_type=word(Subject))
    grade: int = Field(description="of the questions, near the inviter's own")
    title: str = Field(description="what both practise, in our own words")
    created_at: datetime = moment()
    ends_at: datetime = moment()
    closed_at: datetime | None = moment(nullable=True)


class RescueSeat(Row, table=True):
    """One of the two: who sits there, their deck, how far they are, and what came of it.

    A room has one seat for the inviter and one for the friend, so a third person finds no place.
    `earned_at` without `paid_at` is a shield that waits for a guest to have an account. `saw_at`
    and `saw_shield` set mean that they have been shown that it is earned, and given, with confetti.
    """

    __table_args__ = (
        UniqueConstraint("rescue_id", "is_inviter", name="rescue_seat_for_two"),
        UniqueConstraint("rescue_id", "player_user_id", name="rescue_seat_once_a_user"),
        CheckConstraint(
            "(player_user_id IS NULL) <> (player_visitor_id IS NULL)",
            name="rescue_seat_one_player",
        ),
        CheckConstraint("answered BETWEEN 0 AND 10", name="rescue_seat_answered_in_range"),
        CheckConstraint("paid_at IS NULL OR earned_at IS NOT NULL", name="rescue_seat_paid_earned"),
        Index("rescue_seat_of_visitor", "player_visitor_id", "sat_at"),
        Index("rescue_seat_of_user", "player_user_id", "sat_at"),
    )

    rescue_id: UUID = Field(foreign_key="rescue.id")
    is_inviter: bool
    player_user_id: UUID | None = Field(default=None, foreign_key="user.id")
    player_visitor_id: str | None = None
    session_id: UUID = Field(foreign_key="practice_session.id", unique=True)
    answered: int = 0
    sat_at: datetime = moment()
    answered_at: datetime | None = moment(nullable=True)
    completed_at: datetime | None = moment(nullable=True)
    held: Hold | None = Field(default=None, sa_type=word(Hold), nullable=True)
    earned_at: datetime | None = moment(nullable=True)
    paid_at: datetime | None = moment(nullable=True)
    joined_at: datetime | None = moment(nullable=True)
    saw_at: datetime | None = moment(nullable=True)
    saw_shield: bool = False


class RescueAnswer(Row, table=True):
    """What arrived for one question of one seat: the first that comes is the one that stands.

    An answer that comes before its turn waits here; once it has been marked, `given` is wiped.
    """

    __table_args__ = (
        UniqueConstraint("seat_id", "position", name="rescue_answer_once"),
        CheckConstraint("position BETWEEN 0 AND 9", name="rescue_answer_of_the_deck"),
    )

    seat_id: UUID = Field(foreign_key="rescue_seat.id", ondelete="CASCADE")
    position: int = Field(description="of the question, from 0")
    key: str = Field(description="of the sender: the same key again is the same answer again")
    given: str
    received_at: datetime = moment()

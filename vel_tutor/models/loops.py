"""Challenges: a score to beat, who plays against it, and the news for the sender."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from vel_tutor.models.going import Go
from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import ChallengeKind, LoopKind, Subject


class InviteAttempt(Row, table=True):
    """One try to invite; the refused ones count too when we look for unusual senders."""

    __table_args__ = (Index("invite_attempt_of_user", "user_id", "at"),)

    user_id: UUID = Field(foreign_key="user.id")
    loop: LoopKind = Field(sa_type=word(LoopKind))
    was_refused: bool
    at: datetime = moment()


class Challenge(Row, table=True):
    """A finished practice session or a test as a score to beat, or a skill to study together.

    There is one challenge of a session, and one of each kind and skill of a test.
    """

    __table_args__ = (
        CheckConstraint("percent BETWEEN 0 AND 100", name="challenge_percent_in_range"),
        CheckConstraint(
            "(session_id IS NULL) <> (diagnostic_id IS NULL)", name="challenge_of_one_thing"
        ),
        CheckConstraint("(kind = 'score') = (percent IS NOT NULL)", name="challenge_has_a_score"),
        UniqueConstraint("diagnostic_id", "kind", "skill", name="challenge_once_a_test"),
    )

    sender_id: UUID = Field(foreign_key="user.id", index=True)
    kind: ChallengeKind = Field(default=ChallengeKind.SCORE, sa_type=word(ChallengeKind))
    session_id: UUID | None = Field(default=None, foreign_key="practice_session.id", unique=True)
    diagnostic_id: UUID | None = Field(default=None, foreign_key="diagnostic.id")
    link_id: UUID = Field(foreign_key="link.id")
    title: str = Field(description="what was practised, in our own words")
    subject: Subject = Field(sa_type=word(Subject))
    grade: int | None = Field(default=None, description="of the sender's test")
    skill: str = Field(default="", description="what is studied together; else empty")
    percent: int | None = Field(default=None, description="the score to beat, 0..100")
    correct: int = 0
    size: int = Field(description="questions in the sender's own deck")
    seed: int = Field(sa_type=BigInteger, description="deals the friends' deck, the same for all")
    answers_id: UUID | None = Field(
        default=None, foreign_key="challenge.id", description="the challenge this one answers"
    )
    to_user_id: UUID | None = Field(
        default=None,
        foreign_key="user.id",
        index=True,
        description="whom it is for, where two know each other from a challenge before",
    )
    created_at: datetime = moment()


class Rematch(Row, table=True):
    """Somebody plays again with new questions against the other one of an earlier game.

    Once the deck is finished it becomes a challenge that answers the earlier one.
    """

    __table_args__ = (UniqueConstraint("play_id", "by_user_id", name="rematch_once_a_side"),)

    play_id: UUID = Field(foreign_key="challenge_play.id")
    by_user_id: UUID = Field(foreign_key="user.id")
    to_user_id: UUID = Field(foreign_key="user.id")
    session_id: UUID = Field(foreign_key="practice_session.id", unique=True)
    begun_at: datetime = moment()


class ChallengePlay(Go, table=True):
    """One friend's go at a challenge; the first result stands.

    `sender_saw_at` and `friend_saw_at` set mean that each has been shown the end and has had their
    confetti.
    """

    __table_args__ = (
        CheckConstraint(
            "(player_user_id IS NULL) <> (player_visitor_id IS NULL)",
            name="challenge_play_one_player",
        ),
        UniqueConstraint("challenge_id", "player_user_id", name="challenge_play_once_a_user"),
        UniqueConstraint("challenge_id", "player_visitor_id", name="challenge_play_once_a_visitor"),
        Index("challenge_play_of_visitor", "player_visitor_id", "started_at"),
        Index("challenge_play_of_user", "player_user_id", "started_at"),
    )

    challenge_id: UUID = Field(foreign_key="challenge.id", index=True)
    again_session_id: UUID | None = Field(
        default=None, foreign_key="practice_session.id", description="played again, for fun"
    )
    agains: int = Field(default=0, description="how often it was played again")
    grade: int | None = Field(default=None, description="the friend's own level, where they chose")
    answered: int = 0
    percent: int | None = Field(default=None, description="the friend's score, once over")
    first_value_at: datetime | None = moment(nullable=True)
    sender_saw_at: datetime | None = moment(nullable=True)
    friend_saw_at: datetime | None = moment(nullable=True)
    friend_saw_reward: bool = False

"""Leaderboards: which there are, who stands where, and which league somebody plays in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import BoardScope, LeagueTier, SchoolBand, Tenure


class Board(Row, table=True):
    """One leaderboard. `closed_at` set means that its week is over and its places are final.

    Redis keeps a copy of the scores under `lb:` and the key. `stale_since` set means that it could
    not be told of a change: until it has been copied anew, only these rows are asked.
    """

    __table_args__ = (
        UniqueConstraint("key", name="board_once"),
        Index("board_open", "ends_at", postgresql_where=text("closed_at IS NULL")),
        Index(
            "board_with_seats",
            "pool_key",
            "opened_at",
            postgresql_where=text("closed_at IS NULL AND scope = 'league'"),
        ),
    )

    key: str = Field(description="scope, period, band and class")
    scope: BoardScope = Field(sa_type=word(BoardScope))
    period: str = Field(description="ISO week as 2026-W48, or all")
    subject: str = ""
    cohort_id: UUID | None = Field(default=None, index=True)
    band: SchoolBand = Field(sa_type=word(SchoolBand))
    tenure: Tenure = Field(default=Tenure.ANY, sa_type=word(Tenure))
    tier: LeagueTier | None = Field(default=None, sa_type=word(LeagueTier), nullable=True)
    pool_key: str = Field(default="", description="of a league: what it is filled from")
    seats: int = Field(default=0, description="of a league: how many play in it")
    simulation: str = ""
    time_zone: str = Field(description="by whose clock its week ends")
    opened_at: datetime = moment()
    ends_at: datetime | None = moment(nullable=True)
    closed_at: datetime | None = moment(nullable=True)
    noted_at: datetime | None = moment(nullable=True)
    noted_before_at: datetime | None = moment(nullable=True)
    stale_since: datetime | None = moment(nullable=True)


class BoardPlace(SQLModel, table=True):
    """What one person has on one board: always what their answers and their ledger come to.

    Nobody has a row who does not want to be seen on boards.
    """

    __tablename__ = "board_place"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("board_place_by_score", "board_id", text("score DESC"), text("user_id DESC")),
        Index("board_place_of_user", "user_id"),
        CheckConstraint("xp > 0 AND score > 0", name="board_place_has_xp"),
        CheckConstraint("accuracy BETWEEN 0 AND 1000", name="board_place_accuracy_in_range"),
    )

    board_id: UUID = Field(foreign_key="board.id", primary_key=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    xp: int
    accuracy: int = Field(default=0, description="right answers in a thousand")
    streak: int = Field(default=0, description="days")
    wins: int = Field(default=0, description="challenges won")
    score: int = Field(sa_type=BigInteger, description="the four of them in 53 bits, by rank")
    noted_rank: int | None = Field(default=None, description="rank when the board was last noted")
    noted_before: int | None = Field(default=None, description="rank at the time before that")
    final_rank: int | None = Field(default=None, description="once the week is over")
    updated_at: datetime = moment()


class BoardCohort(SQLModel, table=True):
    """A class or a room whose people have boards of their own."""

    __tablename__ = "board_cohort"  # pyright: ignore[reportAssignmentType]
    cohort_id: UUID = Field(primary_key=True)
    title: str
    time_zone: str


class BoardCohortMember(SQLModel, table=True):
    """Somebody who belongs to it. Whether they are seen there is another question."""

    __tablename__ = "board_cohort_member"  # pyright: ignore[reportAssignmentType]
    cohort_id: UUID = Field(
        foreign_key="board_cohort.cohort_id", primary_key=True, ondelete="CASCADE"
    )
    user_id: UUID = Field(foreign_key="user.id", primary_key=True, index=True, ondelete="CASCADE")


class LeagueStanding(SQLModel, table=True):
    """The league somebody plays in; without a row, the first."""

    __tablename__ = "league_standing"  # pyright: ignore[reportAssignmentType]
    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    tier: LeagueTier = Field(sa_type=word(LeagueTier))
    moved_at: datetime = moment()


class LeagueCut(SQLModel, table=True):
    """Where the thirds of a tier lie in one week, in XP of the two weeks before.

    Kept, so that everybody of the week is measured alike whoever comes first.
    """

    __tablename__ = "league_cut"  # pyright: ignore[reportAssignmentType]
    pool_key: str = Field(primary_key=True)
    low: int = Field(description="up to this much is the lowest third")
    high: int = Field(description="up to this much is the middle one")

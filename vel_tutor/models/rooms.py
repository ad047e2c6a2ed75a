"""Rooms of many: who is in them, what they reach together in a week, and when parties begin."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import AgeBand, Cheer, RoomKind, RoomRole, Subject

_OPEN = text("closed_at IS NULL")
_INSIDE = text("left_at IS NULL")


class StudyRoom(Row, table=True):
    """One room, for people of one age band. `closed_at` set means nobody meets there any more.

    Only a watch-party has `starts_at` and `ends_at`. Made-up people have rooms of their own.
    """

    __table_args__ = (
        CheckConstraint("members >= 0", name="study_room_members_from_nobody"),
        CheckConstraint(
            "(kind = 'watch_party') = (starts_at IS NOT NULL)", name="study_room_party_has_a_time"
        ),
        CheckConstraint("starts_at IS NULL OR starts_at < ends_at", name="study_room_party_ends"),
        CheckConstraint(
            "(grade_from IS NULL) = (grade_to IS NULL) AND grade_from <= grade_to",
            name="study_room_grades_in_order",
        ),
        Index(
            "study_room_club_once",
            "subject",
            "band",
            "simulation",
            unique=True,
            postgresql_where=text("kind = 'club' AND closed_at IS NULL"),
        ),
        Index(
            "study_room_shelf",
            "band",
            "simulation",
            text("members DESC"),
            "id",
            postgresql_where=text("closed_at IS NULL AND starts_at IS NULL"),
        ),
        Index(
            "study_room_parties",
            "ends_at",
            postgresql_where=text("closed_at IS NULL AND starts_at IS NOT NULL"),
        ),
        Index("study_room_of_class", "class_id", postgresql_where=_OPEN),
    )

    slug: str = Field(unique=True)
    kind: RoomKind = Field(sa_type=word(RoomKind))
    subject: Subject = Field(sa_type=word(Subject))
    band: AgeBand = Field(sa_type=word(AgeBand))
    grade_from: int | None = None
    grade_to: int | None = None
    name: str
    creator_id: UUID | None = Field(
        default=None,
        foreign_key="user.id",
        index=True,
        ondelete="SET NULL",
        description="none: the house",
    )
    time_zone: str = Field(description="in which its weeks begin")
    simulation: str = ""
    members: int = Field(
        default=0, description="students inside; kept with every coming and going, checked nightly"
    )
    opened_at: datetime = moment()
    closed_at: datetime | None = moment(nullable=True)
    starts_at: datetime | None = moment(nullable=True)
    ends_at: datetime | None = moment(nullable=True)
    class_id: UUID | None = Field(
        default=None,
        foreign_key="class_session.id",
        description="the class the party is held around, if it is a certain one",
    )


class RoomMember(Row, table=True):
    """Somebody in a room. `left_at` set means not any more; `removed_at`, that they were put out.

    Whoever comes back has the same row again.
    """

    __table_args__ = (
        UniqueConstraint("room_id", "user_id", name="room_member_once"),
        Index("room_member_inside", "room_id", "joined_at", "id", postgresql_where=_INSIDE),
        Index("room_member_of_user", "user_id", "joined_at", postgresql_where=_INSIDE),
        CheckConstraint(
            "removed_at IS NULL OR left_at IS NOT NULL", name="room_member_removed_is_out"
        ),
    )

    room_id: UUID = Field(foreign_key="study_room.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    role: RoomRole = Field(sa_type=word(RoomRole))
    counts: bool = Field(description="a student, who is counted among the members")
    joined_at: datetime = moment()
    left_at: datetime | None = moment(nullable=True)
    removed_at: datetime | None = moment(nullable=True)
    saw_week: str = Field(default="", description="the last week whose result they have put away")


class RoomWeek(Row, table=True):
    """What a room wants to reach in a week, and what it has; right answers of its members."""

    __table_args__ = (UniqueConstraint("room_id", "week", name="room_week_once"),)

    room_id: UUID = Field(foreign_key="study_room.id", ondelete="CASCADE")
    week: str = Field(description="ISO week in the room's zone, as 2026-W48")
    goal: int = Field(gt=0)
    done: int = 0
    reached_at: datetime | None = moment(nullable=True)


class RoomTally(Row, table=True):
    """What one member has added to one week of a room: their line on its board."""

    __table_args__ = (
        UniqueConstraint("room_id", "week", "user_id", name="room_tally_once"),
        Index("room_tally_board", "room_id", "week", text("points DESC"), "id"),
        Index("room_tally_of_user", "user_id"),
    )

    room_id: UUID = Field(foreign_key="study_room.id", ondelete="CASCADE")
    week: str
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    points: int = Field(gt=0, description="questions answered right")


class RoomCounted(Row, table=True):
    """A finished deck that has been counted for a room, so that it counts once."""

    __table_args__ = (
        UniqueConstraint("session_id", "room_id", name="room_counted_once"),
        Index("room_counted_by_age", "at"),
    )

    session_id: UUID = Field(foreign_key="practice_session.id", ondelete="CASCADE")
    room_id: UUID = Field(foreign_key="study_room.id", ondelete="CASCADE")
    at: datetime = moment()


class RoomCheer(Row, table=True):
    """How often one sign was given in a room on one day; nobody is remembered for it."""

    __table_args__ = (UniqueConstraint("room_id", "day", "cheer", name="room_cheer_once"),)

    room_id: UUID = Field(foreign_key="study_room.id", ondelete="CASCADE")
    day: date = Field(description="in the room's zone")
    cheer: Cheer = Field(sa_type=word(Cheer))
    count: int = Field(gt=0)


class RoomReminder(Row, table=True):
    """Somebody wants to be told before a party begins; `told_at` set means they were."""

    __table_args__ = (
        UniqueConstraint("room_id", "user_id", name="room_reminder_once"),
        Index("room_reminder_of_user", "user_id"),
        Index("room_reminder_to_tell", "room_id", postgresql_where=text("told_at IS NULL")),
    )

    room_id: UUID = Field(foreign_key="study_room.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    at: datetime = moment()
    told_at: datetime | None = moment(nullable=True)

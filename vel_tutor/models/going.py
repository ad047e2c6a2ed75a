"""What every go at a deck behind a link has in common, whichever loop made the link."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from vel_tutor.models.row import Row, moment


class Go(Row):
    """One friend's go at a deck behind a link: a member's or a guest's, never both."""

    player_user_id: UUID | None = Field(default=None, foreign_key="user.id")
    player_visitor_id: str | None = None
    session_id: UUID = Field(foreign_key="practice_session.id", unique=True)
    started_at: datetime = moment()
    completed_at: datetime | None = moment(nullable=True)
    joined_at: datetime | None = moment(nullable=True)


class InvitedGo(Go):
    """A go that an invitation led to, at the level the friend chose."""

    invite_id: UUID
    grade: int = Field(description="the level they chose")
    saw_end_at: datetime | None = moment(nullable=True)

"""Sums the dashboards read, and what they are made of; all of it can be made again from the facts.

Days are UTC days. `simulation` is empty for real people; no figure is made of two of its values.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Channel, DayCount, DelayKind, KAlarm, LoopKind, Role


class ActiveDay(SQLModel, table=True):
    """A day on which somebody learned something, from their first to their last answer of it."""

    __tablename__ = "active_day"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("active_day_of_simulation", "simulation", "day"),)

    user_id: UUID = Field(primary_key=True)
    day: date = Field(primary_key=True)
    simulation: str
    persona: Role = Field(sa_type=word(Role))
    root_id: UUID = Field(description="who began the chain of invitations that brought them")
    first_at: datetime = moment()
    last_at: datetime = moment()


class CreditedTouch(SQLModel, table=True):
    """An invitation somebody followed before they joined, and its part of the credit, by model."""

    __tablename__ = "credited_touch"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("credited_touch_of_simulation", "simulation", "day"),
        Index("credited_touch_of_invitee", "invitee_id"),
    )

    touch_id: UUID = Field(primary_key=True)
    invitee_id: UUID = Field(primary_key=True)
    simulation: str
    day: date = Field(description="of the touch")
    inviter_id: UUID
    root_id: UUID = Field(description="who began the chain of invitations above the inviter")
    loop: LoopKind = Field(sa_type=word(LoopKind))
    persona: Role = Field(sa_type=word(Role), description="of the inviter")
    channel: Channel | None = Field(default=None, sa_type=word(Channel), nullable=True)
    touched_at: datetime = moment()
    joined_at: datetime = moment()
    is_valuable: bool = Field(description="first value within the window of the first touch")
    is_fraud: bool = Field(description="confirmed, not only held")
    last: float
    first: float
    linear: float
    decay: float


class KPeriod(SQLModel, table=True):
    """A run of days that is kept rolled up, because it is a cohort or because somebody asked."""

    __tablename__ = "k_period"  # pyright: ignore[reportAssignmentType]

    simulation: str = Field(primary_key=True)
    starts_on: date = Field(primary_key=True)
    ends_on: date = Field(primary_key=True)
    asked_at: datetime = moment()
    rolled_at: datetime = moment()


class KSum(SQLModel, table=True):
    """Of one period: a product of two figures of each tree of people, summed over the trees.

    A figure is what the inviters of one persona brought in by one loop, or, where `loop` is empty,
    how many people of the persona were active. From these sums the mean and its spread follow
    exactly for any choice of loops and personas. `total` is the figure itself, summed, and stands
    where both figures are the same. Rows of people alone have neither model nor goal.
    """

    __tablename__ = "k_sum"  # pyright: ignore[reportAssignmentType]

    simulation: str = Field(primary_key=True)
    starts_on: date = Field(primary_key=True)
    ends_on: date = Field(primary_key=True)
    model: str = Field(primary_key=True)
    goal: str = Field(primary_key=True)
    is_net: bool = Field(primary_key=True)
    channel: str = Field(primary_key=True, description="of both figures; empty for all together")
    loop: str = Field(primary_key=True)
    persona: str = Field(primary_key=True)
    other_loop: str = Field(primary_key=True)
    other_persona: str = Field(primary_key=True)
    product: float
    total: float


class KExposed(SQLModel, table=True):
    """Of one period: how many people were shown the prompt of a loop."""

    __tablename__ = "k_exposed"  # pyright: ignore[reportAssignmentType]

    simulation: str = Field(primary_key=True)
    starts_on: date = Field(primary_key=True)
    ends_on: date = Field(primary_key=True)
    loop: str = Field(primary_key=True)
    persona: str = Field(primary_key=True)
    people: int


class FunnelDay(SQLModel, table=True):
    """People who first opened an invitation of a loop on a day, and how far they have come since.

    `earlier` has a bit for each loop whose invitations they had opened before: so each person can
    be counted once for any choice of loops. `sent` counts shares, which have no person yet.
    """

    __tablename__ = "funnel_day"  # pyright: ignore[reportAssignmentType]

    simulation: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    loop: LoopKind = Field(sa_type=word(LoopKind), primary_key=True)
    persona: Role = Field(sa_type=word(Role), primary_key=True, description="of the inviter")
    earlier: int = Field(primary_key=True)
    sent: int = 0
    opened: int = 0
    joined: int = 0
    valuable: int = 0
    won: int = 0
    rewarded: int = 0


class ComingBack(SQLModel, table=True):
    """People who joined on a day: how many could have come back by now after `after` days, and did.

    `after` is 1, 7, 14 or 30.
    """

    __tablename__ = "coming_back"  # pyright: ignore[reportAssignmentType]

    simulation: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    persona: Role = Field(sa_type=word(Role), primary_key=True)
    is_referred: bool = Field(primary_key=True)
    counting: DayCount = Field(sa_type=word(DayCount), primary_key=True)
    after: int = Field(primary_key=True)
    people: int
    back: int


class Delay(SQLModel, table=True):
    """People who first opened an invitation of a loop on a day, by how long something took since.

    `minutes` since then where it `happened`; else it is the minute of the day they opened it at,
    by the hour, from which they have been waiting.
    """

    simulation: str = Field(primary_key=True)
    kind: DelayKind = Field(sa_type=word(DelayKind), primary_key=True)
    day: date = Field(primary_key=True)
    loop: LoopKind = Field(sa_type=word(LoopKind), primary_key=True)
    persona: Role = Field(sa_type=word(Role), primary_key=True)
    happened: bool = Field(primary_key=True)
    minutes: int = Field(primary_key=True)
    people: int


class RollUp(SQLModel, table=True):
    """Up to when the facts have been rolled up."""

    __tablename__ = "roll_up"  # pyright: ignore[reportAssignmentType]

    simulation: str = Field(primary_key=True)
    until: datetime = moment()
    checked_at: datetime | None = moment(nullable=True)
    differing: int = Field(default=0, description="sums the last full recompute found to differ")


class KDay(SQLModel, table=True):
    """The K-factor of the fortnight that ended on `day`, as it stood when it became final."""

    __tablename__ = "k_day"  # pyright: ignore[reportAssignmentType]

    simulation: str = Field(primary_key=True)
    loop: str = Field(primary_key=True, description="empty for all loops together")
    day: date = Field(primary_key=True)
    people: int
    k: float
    low: float
    high: float


class KAlert(Row, table=True):
    """One episode of the K-factor that somebody was told of; `cleared_on` set means it is over."""

    __table_args__ = (
        Index("k_alert_once", "simulation", "loop", "alarm", "began_on", unique=True),
    )

    simulation: str
    loop: str = Field(description="empty for all loops together")
    alarm: KAlarm = Field(sa_type=word(KAlarm))
    began_on: date
    cleared_on: date | None = None
    k: float = Field(description="on the day it began")
    told_at: datetime = moment()

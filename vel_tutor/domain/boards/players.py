"""Who may stand on boards, and when their weeks run."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, incentives
from vel_tutor.domain.boards import league_rules, rules
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import AgeBand, ConsentScope, Role, SchoolBand


@dataclass(frozen=True)
class Person:
    """Somebody who may stand on boards."""

    user_id: UUID
    grade: int
    age_band: AgeBand
    time_zone: str
    simulation: str

    @property
    def band(self) -> SchoolBand:
        return rules.band_of(self.grade, self.age_band)

    @property
    def may_be_global(self) -> bool:
        """Whoever is under thirteen is compared by the week only."""
        return self.age_band is not AgeBand.CHILD


@dataclass(frozen=True)
class Week:
    """One week of a board: Monday to Monday by the clock of one zone, days ending at 03:00."""

    name: str
    time_zone: str
    since: datetime
    until: datetime


def person(tx: Transaction, user_id: UUID) -> Person | None:
    """`user_id` as one to compare; None for whoever is not to be seen on boards, or no student."""
    if not accounts.allows(tx, user_id, ConsentScope.PRESENCE):
        return None
    return known(tx, user_id)


def known(tx: Transaction, user_id: UUID) -> Person | None:
    """The same whether or not they want to be seen."""
    user = tx.session.exec(select(User).where(User.id == user_id)).one_or_none()
    if user is None or user.role is not Role.STUDENT or user.grade is None:
        return None
    return Person(user.id, user.grade, user.age_band, user.time_zone, user.simulation)


def week(at: datetime, time_zone: str) -> Week:
    """The week of boards in `time_zone` that `at` belongs to."""
    monday = rules.monday_of(incentives.local_day(at, time_zone))
    return Week(
        rules.week_of(monday),
        time_zone,
        incentives.day_begins(monday, time_zone),
        incentives.day_begins(monday + timedelta(days=7), time_zone),
    )


def weeks(at: datetime, time_zone: str) -> tuple[Week, ...]:
    """The week of now, and the one before as long as it takes in what comes late."""
    now = week(at, time_zone)
    late = at - now.since < rules.LATE
    return (now, week(now.since - rules.LATE, time_zone)) if late else (now,)


def league_zone(someone: Person, at: datetime) -> str:
    """By whose clock the league of somebody runs."""
    return league_rules.ZONES[league_rules.zone_band(someone.time_zone, at)]

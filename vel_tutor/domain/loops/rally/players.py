"""Who plays a rally, and on which board."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction
from vel_tutor.domain import accounts, incentives
from vel_tutor.domain.loops.rally import rules
from vel_tutor.domain.loops.rally.rules import Band
from vel_tutor.live import topics
from vel_tutor.models.accounts import User
from vel_tutor.models.rally import RallyCohort
from vel_tutor.vocabulary import ConsentScope, Role, Subject


@dataclass(frozen=True)
class Learner:
    """Somebody who may stand on a board."""

    user_id: UUID
    band: Band
    today: date
    """By their own clock."""
    time_zone: str
    simulation: str

    @property
    def week(self) -> str:
        return rules.week_of(self.today)

    @property
    def week_began(self) -> datetime:
        return incentives.day_begins(rules.monday_of(self.today), self.time_zone)


def learner(tx: Transaction, user_id: UUID) -> Learner | None:
    """`user_id` as a player; None for whoever is not to be seen on boards, or has no grade."""
    if not accounts.allows(tx, user_id, ConsentScope.PRESENCE):
        return None
    user = tx.session.get(User, user_id)
    if user is None or user.role is not Role.STUDENT or user.grade is None:
        return None
    today = incentives.local_day(tx.now, user.time_zone)
    return Learner(user.id, rules.band_of(user.grade), today, user.time_zone, user.simulation)


def cohort(
    tx: Transaction, subject: Subject, band: Band, week: str, simulation: str = ""
) -> RallyCohort:
    """The board, opened when somebody first needs it."""
    new = RallyCohort(week=week, subject=subject, band=band.first, simulation=simulation)
    tx.session.exec(insert(RallyCohort).values(**new.model_dump()).on_conflict_do_nothing())
    found = known_cohort(tx, subject, band, week, simulation)
    if found is None:
        raise LookupError("a board that was just opened is not there")
    return found


def known_cohort(
    tx: Transaction, subject: Subject, band: Band, week: str, simulation: str = ""
) -> RallyCohort | None:
    """The board, if anybody has needed it yet."""
    return tx.session.exec(
        select(RallyCohort).where(
            RallyCohort.week == week,
            RallyCohort.subject == subject,
            RallyCohort.band == band.first,
            RallyCohort.simulation == simulation,
        )
    ).one_or_none()


def board_topic(cohort: RallyCohort) -> str:
    """What speaks when the board changes; the same all the weeks."""
    band = rules.band(cohort.band)
    return topics.rally(rules.kind_of(cohort.subject, band, cohort.simulation))


def topic(actor: Actor, subject: Subject) -> str:
    """What the actor watches to see their board move; nothing without a grade."""
    return "" if actor.grade is None else topics.rally(_kind(actor.grade, subject))


def crowd(actor: Actor, subject: Subject) -> str:
    """Where the actor counts as practising, for everybody of their board; nothing without one."""
    return "" if actor.grade is None else topics.practising(_kind(actor.grade, subject))


def _kind(grade: int, subject: Subject) -> str:
    return rules.kind_of(subject, rules.band_of(grade))

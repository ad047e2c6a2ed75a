"""Reads of one board: how many play, who is on top, and who stands around somebody.

Every one of them is a range of the index by points; a board of a hundred thousand costs no more
than counting along it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select
from sqlmodel.sql.expression import Select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.loops.rally import rules
from vel_tutor.models.rally import RallyMember

_AROUND = 2
_OTHER = aliased(RallyMember)
_RANK = (
    select(func.count() + 1)
    .where(_OTHER.cohort_id == RallyMember.cohort_id, col(_OTHER.points) > RallyMember.points)
    .correlate(RallyMember)
    .scalar_subquery()
)
"""Ties share a rank: one more than there are people with more points."""


@dataclass(frozen=True)
class Standing:
    """A number of points among the players of a board."""

    rank: int
    players: int


@dataclass(frozen=True)
class Line:
    """A member of the board with their rank."""

    member: RallyMember
    rank: int


def standing(tx: Transaction, cohort_id: UUID, points: int, *, joins: bool = False) -> Standing:
    """Where `points` stand; `joins` for somebody who is not among the players yet."""
    of_board = RallyMember.cohort_id == cohort_id
    players, above = tx.session.exec(
        select(func.count(), func.count().filter(col(RallyMember.points) > points)).where(of_board)
    ).one()
    return Standing(above + 1, players + joins)


def mine(tx: Transaction, cohort_id: UUID, user_id: UUID) -> RallyMember | None:
    """Somebody's own place."""
    return tx.session.exec(
        select(RallyMember).where(
            RallyMember.user_id == user_id, RallyMember.cohort_id == cohort_id
        )
    ).one_or_none()


def top(tx: Transaction, cohort_id: UUID) -> Sequence[Line]:
    """The first ten."""
    return _lines(
        tx,
        select(RallyMember, _RANK)
        .where(RallyMember.cohort_id == cohort_id)
        .order_by(col(RallyMember.points).desc(), col(RallyMember.alias))
        .limit(rules.BOARD_SIZE),
    )


def around(tx: Transaction, member: RallyMember, rank: int) -> Sequence[Line]:
    """Somebody with those right above and below."""
    here = select(RallyMember, _RANK).where(RallyMember.cohort_id == member.cohort_id)
    above = here.where(_before(member)).order_by(
        col(RallyMember.points), col(RallyMember.alias).desc()
    )
    below = here.where(_after(member)).order_by(
        col(RallyMember.points).desc(), col(RallyMember.alias)
    )
    return (
        *reversed(_lines(tx, above.limit(_AROUND))),
        Line(member, rank),
        *_lines(tx, below.limit(_AROUND)),
    )


def newcomer(tx: Transaction, cohort_id: UUID, since: datetime) -> RallyMember | None:
    """Whoever came last behind an invitation."""
    return tx.session.exec(
        select(RallyMember)
        .where(RallyMember.cohort_id == cohort_id, col(RallyMember.was_invited))
        .where(col(RallyMember.joined_at) > since)
        .order_by(col(RallyMember.joined_at).desc())
        .limit(1)
    ).first()


def _lines(tx: Transaction, chosen: Select[RallyMember, int]) -> Sequence[Line]:
    return [Line(member, rank) for member, rank in tx.session.exec(chosen).all()]


def _before(member: RallyMember) -> ColumnElement[bool]:
    tied = (col(RallyMember.points) == member.points) & (col(RallyMember.alias) < member.alias)
    further = (col(RallyMember.points) > member.points) | tied
    return (col(RallyMember.points) >= member.points) & further  # a range of the index


def _after(member: RallyMember) -> ColumnElement[bool]:
    tied = (col(RallyMember.points) == member.points) & (col(RallyMember.alias) > member.alias)
    further = (col(RallyMember.points) < member.points) | tied
    return (col(RallyMember.points) <= member.points) & further

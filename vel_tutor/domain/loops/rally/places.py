"""Reads of one board: how many play, who is on top, and who stands around somebody.

Every one of them is a range of the index by points; a board of a hundred thousand costs no more
than counting along it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.loops.rally import rules
from vel_tutor.models.rally import RallyMember

_AROUND = 2


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
    rows = tx.session.exec(
        select(RallyMember)
        .where(RallyMember.cohort_id == cohort_id)
        .order_by(col(RallyMember.points).desc(), col(RallyMember.alias))
        .limit(rules.BOARD_SIZE)
    ).all()
    points = [row.points for row in rows]
    return [Line(row, 1 + sum(others > row.points for others in points)) for row in rows]


def around(tx: Transaction, member: RallyMember, rank: int) -> Sequence[Line]:
    """Somebody with those right above and below."""
    here = select(RallyMember).where(RallyMember.cohort_id == member.cohort_id)
    above = here.where(_before(member)).order_by(
        col(RallyMember.points), col(RallyMember.alias).desc()
    )
    below = here.where(_after(member)).order_by(
        col(RallyMember.points).desc(), col(RallyMember.alias)
    )
    rows = (
        *reversed(tx.session.exec(above.limit(_AROUND)).all()),
        member,
        *tx.session.exec(below.limit(_AROUND)).all(),
    )
    held = _held(tx, member.cohort_id, {row.points for row in rows})
    return [Line(row, rank + rules.further(row.points, member.points, held)) for row in rows]


def _held(tx: Transaction, cohort_id: UUID, points: set[int]) -> dict[int, int]:
    """How many players have each of these numbers of points."""
    counted = (
        select(RallyMember.points, func.count())
        .where(RallyMember.cohort_id == cohort_id, col(RallyMember.points).in_(points))
        .group_by(col(RallyMember.points))
    )
    return dict(tx.session.exec(counted).all())


def newcomer(tx: Transaction, cohort_id: UUID, since: datetime) -> RallyMember | None:
    """Whoever came last behind an invitation."""
    return tx.session.exec(
        select(RallyMember)
        .where(RallyMember.cohort_id == cohort_id, col(RallyMember.was_invited))
        .where(col(RallyMember.joined_at) > since)
        .order_by(col(RallyMember.joined_at).desc())
        .limit(1)
    ).first()


def _before(member: RallyMember) -> ColumnElement[bool]:
    tied = (col(RallyMember.points) == member.points) & (col(RallyMember.alias) < member.alias)
    further = (col(RallyMember.points) > member.points) | tied
    return (col(RallyMember.points) >= member.points) & further  # a range of the index


def _after(member: RallyMember) -> ColumnElement[bool]:
    tied = (col(RallyMember.points) == member.points) & (col(RallyMember.alias) > member.alias)
    further = (col(RallyMember.points) < member.points) | tied
    return (col(RallyMember.points) <= member.points) & further

"""Boards themselves: which ones somebody belongs to, opened when first needed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain.boards import rules
from vel_tutor.domain.boards.players import Person, Week
from vel_tutor.live import boards as copies
from vel_tutor.models.boards import Board
from vel_tutor.vocabulary import BoardScope, SchoolBand, Subject, Tenure


@dataclass(frozen=True)
class Kind:
    """Which board; the same kind is the same board."""

    scope: BoardScope
    band: SchoolBand
    tenure: Tenure = Tenure.ANY
    week: Week | None = None
    subject: Subject | None = None
    cohort_id: UUID | None = None
    simulation: str = ""

    @property
    def key(self) -> str:
        which = self.subject or self.cohort_id
        scope = f"{self.scope}.{which}" if which else str(self.scope)
        kind = f"{self.tenure}.{self.simulation}" if self.simulation else str(self.tenure)
        return rules.key(scope, self.week.name if self.week else rules.ALL_TIME, self.band, kind)

    @property
    def ends_at(self) -> datetime | None:
        return self.week.until if self.week else None


def shared(someone: Person, scope: BoardScope, tenure: Tenure, week: Week | None) -> Kind:
    """The global or weekly board of somebody."""
    return Kind(scope, someone.band, tenure, week, simulation=someone.simulation)


def of_subject(someone: Person, subject: Subject, tenure: Tenure, week: Week) -> Kind:
    """Their board of one subject."""
    return Kind(
        BoardScope.SUBJECT, someone.band, tenure, week, subject, simulation=someone.simulation
    )


def of_cohort(someone: Person, cohort_id: UUID, week: Week) -> Kind:
    """Their board in a class or room."""
    return Kind(
        BoardScope.COHORT,
        rules.band_in_cohort(someone.age_band),
        week=week,
        cohort_id=cohort_id,
        simulation=someone.simulation,
    )


def known(tx: Transaction, kind: Kind) -> Board | None:
    """The board, if anybody has needed it yet."""
    return by_key(tx, kind.key)


def by_key(tx: Transaction, key: str) -> Board | None:
    """The same by what it is called."""
    return tx.session.exec(select(Board).where(Board.key == key)).one_or_none()


def opened(tx: Transaction, kind: Kind) -> Board:
    """The board, opened when somebody first stands on it."""
    return known(tx, kind) or add(
        tx,
        Board(
            key=kind.key,
            scope=kind.scope,
            period=kind.week.name if kind.week else rules.ALL_TIME,
            subject=kind.subject or "",
            cohort_id=kind.cohort_id,
            band=kind.band,
            tenure=kind.tenure,
            simulation=kind.simulation,
            time_zone=kind.week.time_zone if kind.week else rules.HOME_ZONE,
            opened_at=tx.now,
            ends_at=kind.ends_at,
        ),
    )


def add(tx: Transaction, board: Board) -> Board:
    """Store a new board; whoever was quicker, it is theirs that counts."""
    new = (
        insert(Board)
        .values(**board.model_dump())
        .on_conflict_do_nothing(constraint="board_once")
        .returning(col(Board.id))
    )
    if tx.session.exec(new).first() is not None:
        copies.start(board.key)
    found = by_key(tx, board.key)
    if found is None:
        raise LookupError("a board that was just opened is not there")
    return found

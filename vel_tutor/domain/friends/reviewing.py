"""Reports as the staff works through them: those about one thing are one case."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import tuple_, update
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.models.accounts import User
from vel_tutor.models.friends import Report
from vel_tutor.vocabulary import AgeBand, CaseKind, ReportKind

_ABOUT = col(User.id) == Report.about_id
_AT: Any = func.max(Report.at)
_Row = tuple[UUID, CaseKind, UUID, AgeBand, int, list[str], datetime]


@dataclass(frozen=True, kw_only=True)
class ReportedView:
    """Everything that was reported about one thing."""

    source_id: UUID
    thing: CaseKind
    about_id: UUID
    band: AgeBand
    people: int
    reasons: tuple[ReportKind, ...]
    at: datetime
    """When it was last reported."""


def reports_waiting(
    tx: Transaction,
    *,
    minors: bool,
    thing: CaseKind | None = None,
    before: tuple[datetime, UUID] | None = None,
    limit: int,
) -> tuple[ReportedView, ...]:
    """What nobody has looked at yet, the latest first; of minors, or of grown-ups.

    Args:
        before: when the last one of the page before was reported, and its `source_id`.
    """
    is_adult = col(User.age_band) == AgeBand.ADULT
    found: Any = _cases().where(col(Report.settled_at).is_(None), ~is_adult if minors else is_adult)
    if thing is not None:
        found = found.where(Report.thing == thing)
    if before is not None:
        found = found.having(tuple_(_AT, col(Report.source_id)) < before)
    return _read(tx, found.order_by(_AT.desc(), col(Report.source_id).desc()).limit(limit))


def reported(
    tx: Transaction, settled: Collection[tuple[UUID, datetime]]
) -> dict[tuple[UUID, datetime], tuple[ReportKind, ...]]:
    """For what reasons things were reported that were settled at those moments."""
    if not settled:
        return {}
    reasons: Any = func.array_agg(col(Report.kind).distinct())
    found: Any = (
        select(Report.source_id, Report.settled_at, reasons)
        .where(tuple_(col(Report.source_id), col(Report.settled_at)).in_(settled))
        .group_by(col(Report.source_id), col(Report.settled_at))
    )
    session: Any = tx.session
    rows = cast(Sequence[tuple[UUID, datetime, list[str]]], session.exec(found).all())
    return {(source, at): _words(kinds) for source, at, kinds in rows}


def settle_reports(tx: Transaction, source_id: UUID) -> tuple[UUID, ...]:
    """Nothing about this waits any more.

    Returns:
        Who had reported it since it was last looked at; nobody, if somebody was faster.
    """
    done = (
        update(Report)
        .where(col(Report.source_id) == source_id, col(Report.settled_at).is_(None))
        .values(settled_at=tx.now)
        .returning(col(Report.by_id))
        .execution_options(synchronize_session=False)
    )
    return tuple(tx.session.exec(done).scalars().all())


def reopen_reports(tx: Transaction, source_id: UUID, settled_at: datetime) -> None:
    """What was settled at that moment waits again."""
    again = (
        update(Report)
        .where(col(Report.source_id) == source_id, col(Report.settled_at) == settled_at)
        .values(settled_at=None)
        .execution_options(synchronize_session=False)
    )
    tx.session.exec(again)


def waiting_about(tx: Transaction, source_id: UUID) -> ReportedView | None:
    """What waits about one thing; None for nothing."""
    found = _cases().where(Report.source_id == source_id, col(Report.settled_at).is_(None))
    return next(iter(_read(tx, found)), None)


def count_waiting(tx: Transaction) -> int:
    """How many things wait for somebody to look at them."""
    things = func.count(col(Report.source_id).distinct())
    return tx.session.exec(select(things).where(col(Report.settled_at).is_(None))).one()


def _cases() -> Any:
    columns: Any = select
    return (
        columns(
            Report.source_id,
            Report.thing,
            Report.about_id,
            User.age_band,
            func.count(),
            func.array_agg(col(Report.kind).distinct()),
            _AT,
        )
        .join(User, _ABOUT)
        .group_by(
            col(Report.source_id), col(Report.thing), col(Report.about_id), col(User.age_band)
        )
    )


def _read(tx: Transaction, found: Any) -> tuple[ReportedView, ...]:
    session: Any = tx.session
    rows = cast(Sequence[_Row], session.exec(found).all())
    return tuple(
        ReportedView(
            source_id=source_id,
            thing=thing,
            about_id=about_id,
            band=band,
            people=people,
            reasons=_words(kinds),
            at=at,
        )
        for source_id, thing, about_id, band, people, kinds, at in rows
    )


def _words(kinds: Collection[str]) -> tuple[ReportKind, ...]:
    return tuple(kind for kind in ReportKind if kind in set(kinds))

"""The queue: what waits, what was decided, and how much is open."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import tuple_
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import friends
from vel_tutor.domain.moderation import rules, showing, sources, words
from vel_tutor.domain.moderation.rules import Case, Place
from vel_tutor.domain.moderation.views import CaseView, QueueView
from vel_tutor.models.accounts import User
from vel_tutor.models.moderation import Ruling
from vel_tutor.vocabulary import AgeBand, CaseKind, ReportKind

_Reasons = dict[tuple[UUID, datetime], tuple[ReportKind, ...]]


def open_cases(actor: Actor, kind: CaseKind | None = None, after: str = "") -> QueueView:
    """One page of what waits, the most urgent first and among those the latest.

    Args:
        after: `QueueView.after` of the page before; anything else begins at the top.

    Raises:
        NotAllowed: not somebody who decides.
    """
    actor.must_be(*rules.READERS)
    with reading() as tx:
        found = sources.waiting(tx, kind, rules.place(after), rules.PAGE + 1)
        shown = found[: rules.PAGE]
        last = shown[-1] if len(found) > rules.PAGE else None
        return QueueView(
            cases=showing.cases(tx, actor, shown),
            waiting=sources.count(tx),
            after=rules.written(Place(last.rank, last.at, last.id)) if last else "",
        )


def settled_cases(actor: Actor, kind: CaseKind | None = None, after: str = "") -> QueueView:
    """One page of what was decided, the latest first.

    Raises:
        NotAllowed: not somebody who decides.
    """
    actor.must_be(*rules.READERS)
    with reading() as tx:
        found = _rulings(tx, kind, rules.place(after), rules.PAGE + 1)
        shown = found[: rules.PAGE]
        looks = showing.things(tx, actor, {(row.kind, row.case_id) for row, _, _ in shown})
        reasons = friends.reported(tx, {(row.case_id, row.at) for row, _, _ in shown})
        last = shown[-1][0] if len(found) > rules.PAGE else None
        views = (_settled(actor, *one, reasons) for one in shown)
        return QueueView(
            cases=tuple(
                showing.dressed(view, looks[row.case_id]) if row.case_id in looks else view
                for view, (row, _, _) in zip(views, shown, strict=True)
            ),
            waiting=sources.count(tx),
            after=rules.written(Place(0, last.at, last.id)) if last else "",
        )


def decided(tx: Transaction, actor: Actor, case_id: UUID) -> str:
    """Who has decided a case last, and what, for `actor`; empty where nobody has."""
    last = tx.session.exec(
        select(Ruling, User.first_name)
        .join(User, col(User.id) == Ruling.by_id)
        .where(Ruling.case_id == case_id, col(Ruling.undone_at).is_(None))
        .order_by(col(Ruling.at).desc(), col(Ruling.id))
        .limit(1)
    ).first()
    if last is None:
        return ""
    row, name = last
    who = "You have" if row.by_id == actor.user_id else f"{name} has"
    return f"{who} decided this already: {words.DONE[row.verdict].lower()}."


def rulings_after(
    tx: Transaction, kind: CaseKind | None, after: Place | None, limit: int
) -> list[UUID]:
    """The decisions that stand from behind `after` on, the latest first."""
    return [row.id for row, _, _ in _rulings(tx, kind, after, limit)]


def standing(tx: Transaction, ruling_ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these decisions stand."""
    theirs = select(Ruling.id).where(
        col(Ruling.id).in_(ruling_ids), col(Ruling.undone_at).is_(None)
    )
    return frozenset(tx.session.exec(theirs).all())


def waiting(actor: Actor) -> int:
    """How many cases wait for a decision.

    Raises:
        NotAllowed: not somebody who decides.
    """
    actor.must_be(*rules.READERS)
    with reading() as tx:
        return sources.count(tx)


def _rulings(
    tx: Transaction, kind: CaseKind | None, after: Place | None, limit: int
) -> list[tuple[Ruling, str, AgeBand]]:
    """Decisions that stand, with who decided, and how old whoever it is about is."""
    about = aliased(User)
    key = (col(Ruling.at), col(Ruling.id))
    found = (
        select(Ruling, User.first_name, about.age_band)
        .join(User, col(User.id) == Ruling.by_id)
        .join(about, col(about.id) == Ruling.about_id)
        .where(col(Ruling.undone_at).is_(None))
    )
    if kind is not None:
        found = found.where(Ruling.kind == kind)
    if after is not None:
        found = found.where(tuple_(*key) < (after.at, after.id))
    found = found.order_by(*(one.desc() for one in key)).limit(limit)
    return [(row, by, AgeBand(band)) for row, by, band in tx.session.exec(found).all()]


def _settled(actor: Actor, row: Ruling, by: str, band: AgeBand, reasons: _Reasons) -> CaseView:
    case = Case(
        kind=row.kind,
        id=row.case_id,
        about_id=row.about_id,
        band=band,
        at=row.at,
        people=row.people,
        reasons=words.reasons(reasons.get((row.case_id, row.at), ())),
    )
    return replace(
        showing.plain(actor, case),
        key=str(row.id),
        ruling_id=str(row.id),
        verdict=words.DONE[row.verdict],
        by="you" if row.by_id == actor.user_id else by,
        may_undo=rules.may_undo(row.kind, row.verdict),
    )

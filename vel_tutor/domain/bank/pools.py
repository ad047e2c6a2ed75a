"""The live pool as arrays, kept by each process until the bank says it has changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import select as columns
from sqlmodel import col, select

from vel_tutor.content import blueprint as blueprints
from vel_tutor.core.db import Transaction
from vel_tutor.measure import irt
from vel_tutor.measure.irt import BoolArray, FloatArray, IntArray
from vel_tutor.measure.pool import Blueprint, Pool, PoolItem
from vel_tutor.models.bank import BankEdition, BankFamily, BankItem
from vel_tutor.vocabulary import Subject

_BELOW, _ABOVE = 2, 1
"""Grades around the learner's in which an area must have questions before it is asked for."""


@dataclass(frozen=True, eq=False)
class Live:
    """The live questions of one subject: `pool` and what stands beside it, by position.

    `pool` holds what may count; `tryouts` the positions within it that are only tried out so far,
    which adaptive selection has to leave alone.
    """

    subject: Subject
    edition: UUID | None
    pool: Pool
    families: tuple[str, ...]
    seeds: tuple[int, ...]
    skills: tuple[str, ...]
    tryouts: BoolArray
    family_answers: IntArray

    def blueprint(self, grade: int) -> Blueprint:
        """What a test of `grade` has to hold, as far as there is any near that grade."""
        if grade not in self._blueprints:
            self._blueprints[grade] = self._blueprint(grade)
        return self._blueprints[grade]

    @cached_property
    def _blueprints(self) -> dict[int, Blueprint]:
        return {}

    def _blueprint(self, grade: int) -> Blueprint:
        near = (self.pool.grade >= grade - _BELOW) & (self.pool.grade <= grade + _ABOVE)
        outline = blueprints.outline(self.subject, grade)
        near |= self._covered(outline)
        return Blueprint(
            {
                area: min(least, len(np.unique(self.pool.family[near & self._in(area)])))
                for area, least in outline.least.items()
            }
        )

    def domain_score(self, theta: float, grade: int) -> float:
        """The share (0..1) of the questions a grade is about that somebody at `theta` gets right.

        Areas weigh as much as they do in a test, however many questions each has.
        """
        outline = blueprints.outline(self.subject, grade)
        covered, right = self._covered(outline), self.chances(theta)
        areas = {area: covered & self._in(area) for area in outline.least}
        there = {area: where for area, where in areas.items() if where.any()}
        if not there:
            return float(right.mean()) if len(right) else 0.0
        weights = [outline.least[area] for area in there]
        means = [float(right[where].mean()) for where in there.values()]
        return float(np.average(means, weights=weights))

    def area_score(self, area: str, theta: float, grade: int) -> float | None:
        """The same for one area; None where the bank has nothing of it at that grade."""
        where = self._covered(blueprints.outline(self.subject, grade)) & self._in(area)
        return float(self.chances(theta)[where].mean()) if where.any() else None

    def chances(self, theta: float) -> FloatArray:
        """The chance of a right answer to each question."""
        pool = self.pool
        return irt.probability(theta, pool.a, pool.b, pool.c, pool.d)

    @cached_property
    def by_skill(self) -> Mapping[str, IntArray]:
        """The positions of each skill's questions."""
        skills = np.array(self.skills)
        return {skill: np.flatnonzero(skills == skill) for skill in sorted(set(self.skills))}

    def _in(self, area: str) -> BoolArray:
        if area not in self.pool.areas:
            return np.zeros(len(self.pool), np.bool_)
        return self.pool.area == self.pool.areas.index(area)

    def _covered(self, outline: blueprints.Outline) -> BoolArray:
        return (self.pool.grade >= outline.first_grade) & (self.pool.grade <= outline.last_grade)


_kept: dict[Subject, Live] = {}
_reading = Lock()


def pool(tx: Transaction, subject: Subject) -> Pool:
    """The live questions of `subject`; `ids` are those of the bank's items."""
    return live(tx, subject).pool


def live(tx: Transaction, subject: Subject) -> Live:
    """The same with what stands beside it; read anew only when the bank has changed.

    While one request reads it, the others go on with what was there a moment ago.
    """
    edition = tx.session.exec(
        select(BankEdition.name).where(BankEdition.subject == subject)
    ).one_or_none()
    kept = _kept.get(subject)
    if kept is not None and kept.edition == edition:
        return kept
    if kept is not None and _reading.locked():
        return kept
    with _reading:
        kept = _kept.get(subject)
        if kept is None or kept.edition != edition:
            kept = _kept[subject] = _read(tx, subject, edition)
    return kept


def _read(tx: Transaction, subject: Subject, edition: UUID | None) -> Live:
    rows = tx.session.connection().execute(_LIVE.where(col(BankItem.subject) == subject)).all()
    return Live(
        subject=subject,
        edition=edition,
        pool=Pool.of(_item(row) for row in rows),
        families=tuple(row.family for row in rows),
        seeds=tuple(row.seed for row in rows),
        skills=tuple(row.skill for row in rows),
        tryouts=np.array([row.is_seed for row in rows], np.bool_),
        family_answers=np.array([row.family_answers for row in rows], np.int64),
    )


_LIVE = (
    columns(
        *(getattr(BankItem, name) for name in ("id", "family", "seed", "grade", "area", "skill")),
        *(getattr(BankItem, name) for name in ("testlet", "a", "b", "c", "d")),
        col(BankFamily.is_seed),
        col(BankFamily.answers).label("family_answers"),
    )
    .where(col(BankItem.family) == col(BankFamily.family))
    .where(col(BankItem.retired_at).is_(None), col(BankFamily.retired_at).is_(None))
    .order_by(col(BankItem.family), col(BankItem.seed))
)
"""Columns, not rows of the ORM: thousands of objects would take seconds to make."""


def _item(row: Any) -> PoolItem:
    return PoolItem(
        id=row.id,
        parameters=irt.Parameters(row.a, row.b, row.c, row.d),
        family=row.family,
        area=row.area,
        grade=row.grade,
        testlet=row.testlet,
    )


def positions(live: Live, ids: Collection[UUID]) -> list[int]:
    """Where these items are in the pool, in their order, without those that have left it."""
    return [live.pool.position[id_] for id_ in ids if id_ in live.pool.position]


def median_ms(tx: Transaction, family: str) -> int | None:
    """How long half of the answers to a family's questions took, once enough have been given."""
    return tx.session.exec(
        select(BankFamily.median_ms).where(BankFamily.family == family)
    ).one_or_none()

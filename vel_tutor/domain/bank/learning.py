"""What the bank learns from finished tests: how hard families and items are, and which misbehave.

Families gather answers ten times as fast as items, so an item's difficulty is its family's shift
and an offset of its own (`measure.calibrate`). The callers say each test once, in order.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

import numpy as np
from sqlalchemy import update
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain.bank import rules
from vel_tutor.measure import calibrate, fit
from vel_tutor.measure.calibrate import Estimate, Sighting
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import Response
from vel_tutor.models.bank import BankFamily, BankItem
from vel_tutor.vocabulary import Subject


@dataclass(frozen=True)
class Answer:
    """One answer of an engaged test, and what all *other* answers say about who gave it."""

    item_id: UUID
    response: Response
    learner: Posterior


@dataclass(frozen=True)
class Seen:
    """One answer to a family's questions, as far as its behaviour is concerned."""

    right: bool
    chance: float
    """Of a right answer, as the model has it for whoever answered."""
    theta: float
    spent_ms: int
    slip: str
    """The misconception a wrong answer showed, if any."""
    is_focal: bool
    """Whether whoever answered belongs to the group that must not be put at a disadvantage."""


@dataclass(frozen=True)
class Due:
    """Families whose answers should be looked at as a whole now: see `judge` and `refit`."""

    judge: tuple[str, ...]
    refit: tuple[str, ...]


def learn(tx: Transaction, subject: Subject, answers: Sequence[Answer]) -> Due:
    """Learn from the answers of one finished, engaged test; call it once for each test."""
    lock = func.pg_advisory_xact_lock(func.hashtextextended(f"bank.learn.{subject}", 0))
    tx.session.exec(select(lock))
    items = _items(tx, [answer.item_id for answer in answers])
    families = _families(tx, {item.family for item in items.values()})
    for answer in answers:
        item = items[answer.item_id]
        _learn(tx, families[item.family], item, answer)
    _hold_still(tx, subject)
    counts = {name: row.answers for name, row in sorted(families.items())}
    return Due(
        judge=tuple(name for name, n in counts.items() if n % rules.JUDGED_EVERY == 0),
        refit=tuple(name for name, n in counts.items() if n % calibrate.SLOPE_EVERY == 0),
    )


def _items(tx: Transaction, ids: Sequence[UUID]) -> dict[UUID, BankItem]:
    rows = tx.session.exec(
        select(BankItem)
        .where(col(BankItem.id).in_(set(ids)))
        .order_by(col(BankItem.id))
        .execution_options(populate_existing=True)
    ).all()
    return {row.id: row for row in rows}


def _families(tx: Transaction, names: set[str]) -> dict[str, BankFamily]:
    rows = tx.session.exec(
        select(BankFamily)
        .where(col(BankFamily.family).in_(names))
        .order_by(col(BankFamily.family))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    return {row.family: row for row in rows}


def _learn(tx: Transaction, family: BankFamily, item: BankItem, answer: Answer) -> None:
    tx.session.refresh(item)
    of_family = Estimate(family.shift, family.variance)
    own = Estimate(item.b - family.shift, item.b_variance)
    response = answer.response
    if not response.knew:
        response = response._replace(item=response.item._replace(c=0.0))
    new_family, new_own = calibrate.update(of_family, own, response, answer.learner)
    _move(tx, family, new_family.b - family.shift)
    family.variance = new_family.variance
    family.answers += 1
    if family.is_seed and family.answers >= rules.TRIED_AFTER:
        family.is_seed = False
    tx.session.exec(
        update(BankItem)
        .where(col(BankItem.id) == item.id)
        .values(
            b=BankItem.b + (new_own.b - own.b),
            b_variance=new_own.variance,
            answers=BankItem.answers + 1,
        )
        .execution_options(synchronize_session=False)
    )


def _move(tx: Transaction, family: BankFamily, by: float) -> None:
    """Make a whole family harder by so many logits."""
    family.shift += by
    tx.session.flush()
    tx.session.exec(
        update(BankItem)
        .where(col(BankItem.family) == family.family)
        .values(b=BankItem.b + by)
        .execution_options(synchronize_session=False)
    )


def _hold_still(tx: Transaction, subject: Subject) -> None:
    """Keep the scale where it is: on average the anchors have not moved since they were chosen."""
    of_subject = col(BankFamily.subject) == subject
    anchors = select(BankFamily.shift).where(of_subject, col(BankFamily.is_anchor))
    now = tx.session.exec(anchors).all()
    drift = calibrate.drift(now, [0.0] * len(now))
    if abs(drift) < rules.LEAST_DRIFT:
        return
    for table, values in (
        (BankFamily, {"shift": BankFamily.shift - drift}),
        (BankItem, {"b": BankItem.b - drift}),
    ):
        tx.session.exec(
            update(table)
            .where(col(table.subject) == subject)
            .values(**values)
            .execution_options(synchronize_session=False)
        )
    tx.session.expire_all()


def judge(tx: Transaction, family: str, seen: Sequence[Seen]) -> tuple[str, ...]:
    """Note how a family behaves, and what somebody on the staff should look at.

    Args:
        seen: its latest answers, of engaged tests.

    Returns:
        The flags: why somebody should look at it.
    """
    row = _families(tx, {family}).get(family)
    if row is None or len(seen) < rules.FEWEST_TO_JUDGE:
        return ()
    found = _behaviour(seen)
    flags = fit.flags(found)
    row.facts = {**asdict(found), "answers": len(seen)}
    row.median_ms = int(found.median_ms)
    row.flagged_at = tx.now if set(flags) - set(row.flags) else row.flagged_at if flags else None
    row.flags = list(flags)
    return flags


def _behaviour(seen: Sequence[Seen]) -> fit.Behaviour:
    right = np.array([one.right for one in seen], np.bool_)
    chance = np.array([one.chance for one in seen], np.float64)
    theta = np.array([one.theta for one in seen], np.float64)
    focal = np.array([one.is_focal for one in seen], np.bool_)
    enough = min(int(focal.sum()), int((~focal).sum())) >= rules.FEWEST_IN_A_GROUP
    fifths = np.searchsorted(np.quantile(theta, (0.2, 0.4, 0.6, 0.8)), theta)
    return fit.Behaviour(
        infit_z=fit.infit(right, chance).z,
        point_biserial=fit.point_biserial(right, theta),
        median_ms=float(np.median([one.spent_ms for one in seen])),
        delta=fit.mantel_haenszel(right, focal, fifths).delta if enough else 0.0,
        tempted_top_third=_tempts(seen, float(np.quantile(theta, 2 / 3))),
    )


def _tempts(seen: Sequence[Seen], best_from: float) -> bool:
    """Whether the best third show one slip more often than they are right."""
    best = [one for one in seen if one.theta >= best_from]
    slips = [one.slip for one in best if one.slip]
    most = max((slips.count(slip) for slip in set(slips)), default=0)
    return most > sum(one.right for one in best)


def refit(tx: Transaction, family: str, answers: Sequence[Answer]) -> None:
    """Estimate the slope of a family anew from all these answers, and its difficulty with it."""
    row = _families(tx, {family}).get(family)
    if row is None or not answers:
        return
    items = _items(tx, [answer.item_id for answer in answers])
    sightings = [
        Sighting(
            learner=answer.learner,
            offset=items[answer.item_id].b - row.shift,
            c=answer.response.item.c if answer.response.knew else 0.0,
            d=answer.response.item.d,
            right=answer.response.right,
        )
        for answer in answers
    ]
    first_a = content.prior(content.instance(family, 0)).a
    estimate = Estimate(row.shift, row.variance)
    row.a, shift = calibrate.refit(sightings, estimate, row.a, first_a)
    _move(tx, row, shift - row.shift)
    tx.session.exec(
        update(BankItem)
        .where(col(BankItem.family) == family)
        .values(a=row.a)
        .execution_options(synchronize_session=False)
    )

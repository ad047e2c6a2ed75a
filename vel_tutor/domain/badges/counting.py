"""Counting deeds once each, and giving the badges that what was counted comes to.

Whatever order events come in, and however often: a deed that is there already adds nothing, a
height never falls, and a level is given once.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.badges import rules
from vel_tutor.domain.badges.rules import Measured, Tally
from vel_tutor.models.accounts import User
from vel_tutor.models.badges import BadgeCount, BadgeDeed
from vel_tutor.vocabulary import BadgeMeasure, Role


def count(tx: Transaction, user_id: UUID, tally: Tally) -> int:
    """Take `tally` into account, and give what it comes to; told again, nothing changes.

    Returns:
        How many levels were given.
    """
    tally = tally.wanted
    if not (tally.deeds or tally.heights) or not is_learner(tx, user_id):
        return 0
    values = _raise(tx, user_id, {**_add_deeds(tx, user_id, tally), **tally.heights})
    return _award(tx, user_id, values)


def is_learner(tx: Transaction, user_id: UUID) -> bool:
    """Whether `user_id` may earn badges; whoever else counts for them waits until the commit."""
    theirs = select(User.id).where(
        User.id == user_id, User.role == Role.STUDENT, col(User.closed_at).is_(None)
    )
    return tx.session.exec(theirs.with_for_update(key_share=True)).first() is not None


def _add_deeds(tx: Transaction, user_id: UUID, tally: Tally) -> Mapping[Measured, int]:
    """Write the new ones of the deeds down; says how many there are of each measure."""
    if not tally.deeds:
        return {}
    rows = [
        {"user_id": user_id, "measure": measure, "of": of, "source_id": source_id}
        for measure, of, source_id in sorted(tally.deeds)
    ]
    tx.session.exec(insert(BadgeDeed).values(rows).on_conflict_do_nothing())
    counted = tx.session.exec(
        select(BadgeDeed.measure, BadgeDeed.of, func.count())
        .where(BadgeDeed.user_id == user_id)
        .where(
            tuple_(col(BadgeDeed.measure), col(BadgeDeed.of)).in_(
                {(measure, of) for measure, of, _ in tally.deeds}
            )
        )
        .group_by(col(BadgeDeed.measure), col(BadgeDeed.of))
    )
    return {(BadgeMeasure(measure), of): number for measure, of, number in counted}


def _raise(tx: Transaction, user_id: UUID, heights: Mapping[Measured, int]) -> dict[Measured, int]:
    """Raise each measure to its height; says where they stand then."""
    rows = [
        {"user_id": user_id, "measure": measure, "of": of, "value": height, "updated_at": tx.now}
        for (measure, of), height in sorted(heights.items())
    ]
    new = insert(BadgeCount).values(rows)
    raised = new.on_conflict_do_update(
        index_elements=["user_id", "measure", "of"],
        set_={
            "value": func.greatest(BadgeCount.value, new.excluded.value),
            "updated_at": new.excluded.updated_at,
        },
    ).returning(BadgeCount)
    fresh = raised.execution_options(populate_existing=True)
    return {(row.measure, row.of): row.value for row in tx.session.exec(fresh).scalars()}


def _award(tx: Transaction, user_id: UUID, values: Mapping[Measured, int]) -> int:
    """Give every level that `values` come to and that is not held yet."""
    due = {
        badge.key: level
        for key, value in values.items()
        for badge in rules.COUNTED_BY[key]
        if (level := badge.level_at(value))
    }
    if not due:
        return 0
    held = {(one.badge, one.level) for one in incentives.badges_of(tx, user_id)}
    return sum(
        incentives.award_badge(tx, user_id, badge, level)
        for badge, highest in sorted(due.items())
        for level in range(1, highest + 1)
        if (badge, level) not in held
    )

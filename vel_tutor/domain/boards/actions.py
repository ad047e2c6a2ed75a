"""Saying who belongs to a class or room. Who they are, other contexts know."""

from collections.abc import Collection
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain.boards import cohorts, standing


def set_cohort(
    tx: Transaction,
    cohort_id: UUID,
    user_ids: Collection[UUID],
    *,
    title: str = "My class",
    time_zone: str = "UTC",
) -> None:
    """Say who belongs to a class or room: these people, and nobody else.

    Args:
        time_zone: by whose clock its weeks end.
    """
    cohorts.keep(tx, cohort_id, title, time_zone)
    before, wanted = cohorts.members(tx, cohort_id), frozenset(user_ids)
    for user_id in sorted(wanted - before):
        join_cohort(tx, cohort_id, user_id)
    for user_id in sorted(before - wanted):
        leave_cohort(tx, cohort_id, user_id)


def open_cohort(tx: Transaction, cohort_id: UUID, title: str, time_zone: str) -> None:
    """Let a class or room have boards; told again, it is called by the new title."""
    cohorts.keep(tx, cohort_id, title, time_zone)


def join_cohort(tx: Transaction, cohort_id: UUID, user_id: UUID) -> None:
    """Somebody belongs to an open class or room from now on; their week so far counts."""
    cohorts.add(tx, cohort_id, user_id)
    standing.count(tx, user_id)


def leave_cohort(tx: Transaction, cohort_id: UUID, user_id: UUID) -> None:
    """Somebody belongs to it no longer."""
    cohorts.remove(tx, cohort_id, user_id)
    standing.count(tx, user_id)


def close_cohort(tx: Transaction, cohort_id: UUID) -> None:
    """There is no such class or room any more, nor its boards."""
    for user_id in sorted(cohorts.members(tx, cohort_id)):
        leave_cohort(tx, cohort_id, user_id)
    cohorts.drop(tx, cohort_id)

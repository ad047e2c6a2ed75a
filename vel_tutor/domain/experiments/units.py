"""Who is put into an arm together, and under which names they may have been put there before."""

from collections.abc import Sequence
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.domain import attribution
from vel_tutor.domain.experiments.rules import unit_key
from vel_tutor.models.accounts import User
from vel_tutor.models.experiments import Experiment
from vel_tutor.vocabulary import AgeBand, ExperimentUnit


def keys_of(tx: Transaction, experiment: Experiment, who: UUID | str) -> Sequence[str]:
    """What the unit of `who` may be called: today's name first, then those it had as a guest."""
    head = _head(tx, experiment.unit, who)
    if isinstance(head, str):
        return (unit_key(head),)
    return (unit_key(head), *map(unit_key, attribution.visitors_of(tx, head)))


def _head(tx: Transaction, unit: ExperimentUnit, who: UUID | str) -> UUID | str:
    """The account, or the visitor, that stands for the whole unit."""
    person = who if isinstance(who, UUID) else attribution.account_of(tx, who) or who
    if unit is ExperimentUnit.USER:
        return person
    if isinstance(person, UUID):
        return attribution.root_of(tx, person)
    return attribution.root_of_visitor(tx, person) or person


def person(tx: Transaction, who: UUID | str) -> tuple[AgeBand | None, str]:
    """The age band of `who`, where it is known, and the simulation they belong to ("" for none)."""
    user_id = who if isinstance(who, UUID) else attribution.account_of(tx, who)
    user = tx.session.get(User, user_id) if user_id else None
    return (user.age_band, user.simulation) if user else (None, "")

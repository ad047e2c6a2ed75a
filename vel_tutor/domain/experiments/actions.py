"""Giving out variants, and noting who has seen one."""

import secrets
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.agents.brains import experimentation
from vel_tutor.agents.brains.experimentation import Arm, Question
from vel_tutor.core.db import Transaction
from vel_tutor.domain import advice
from vel_tutor.domain.experiments import units
from vel_tutor.domain.experiments.catalogue import CATALOGUE, Definition
from vel_tutor.domain.experiments.rules import Config
from vel_tutor.models.experiments import (
    Experiment,
    ExperimentAssignment,
    ExperimentExposure,
    ExperimentVersion,
)
from vel_tutor.vocabulary import AgeBand, Agent

_SEED_BYTES = 12


def variant(tx: Transaction, key: str, who: UUID | str) -> str:
    """The variant of the experiment `key` that `who` is to see: the same for good.

    Args:
        who: a user's id, or a visitor's where there is no account yet.

    Raises:
        KeyError: there is no such experiment.
    """
    experiment, version = _running(tx, key)
    stored = _stored(tx, experiment, units.keys_of(tx, experiment, who))
    if stored is not None and not experiment.changes_rewards:
        return stored.variant
    return _advised(tx, experiment, version, who, stored.variant if stored else "")


def _advised(
    tx: Transaction,
    experiment: Experiment,
    version: ExperimentVersion,
    who: UUID | str,
    stored: str,
) -> str:
    """What the adviser gives; kept when the unit is new and takes part."""
    config = Config.revived(version.config)
    band, simulation = units.person(tx, who)
    if not stored and config.coverage_for(simulation) == 0:
        return config.arms[0][0]
    unit = units.keys_of(tx, experiment, who)[0]
    question = Question(
        experiment=experiment.key,
        seed=experiment.seed,
        unit=unit,
        arms=tuple(Arm(name=name, weight=weight) for name, weight in config.arms),
        coverage=config.coverage_for(simulation),
        is_holdout=config.is_holdout,
        is_open=experiment.closed_at is None,
        changes_rewards=experiment.changes_rewards,
        age_band=band,
        stored=stored,
    )
    answer = advice.ask(
        tx,
        Agent.EXPERIMENTATION,
        question,
        experimentation.control(question, "The adviser gave no answer."),
        subject_id=who if isinstance(who, UUID) else None,
    )
    if stored or not answer.takes_part:
        return answer.variant
    return _keep(tx, version, unit, answer.variant)


def _keep(tx: Transaction, version: ExperimentVersion, unit: str, variant: str) -> str:
    """Write down what a unit is given; whoever was quicker has decided."""
    given = ExperimentAssignment(
        experiment_id=version.experiment_id,
        unit_key=unit,
        version_id=version.id,
        variant=variant,
        at=tx.now,
    )
    tx.session.exec(
        insert(ExperimentAssignment)
        .values(**given.model_dump())
        .on_conflict_do_nothing(constraint="experiment_assignment_once")
    )
    return tx.session.exec(
        select(ExperimentAssignment.variant).where(
            ExperimentAssignment.experiment_id == version.experiment_id,
            ExperimentAssignment.unit_key == unit,
        )
    ).one()


def expose(tx: Transaction, key: str, who: UUID | str) -> bool:
    """Note that `who` has just been shown their variant; nothing for who does not take part.

    Returns:
        Whether it is the first time for their unit.

    Raises:
        KeyError: there is no such experiment.
    """
    experiment, _ = _running(tx, key)
    if experiment.changes_rewards and units.person(tx, who)[0] is not AgeBand.ADULT:
        return False
    stored = _stored(tx, experiment, units.keys_of(tx, experiment, who))
    if stored is None:
        return False
    seen = ExperimentExposure(
        experiment_id=experiment.id,
        unit_key=stored.unit_key,
        variant=stored.variant,
        first_at=tx.now,
        last_at=tx.now,
    )
    added = insert(ExperimentExposure).values(**seen.model_dump())
    counted = added.on_conflict_do_update(
        constraint="experiment_exposure_once",
        set_={
            "times": ExperimentExposure.times + 1,
            "last_at": func.greatest(ExperimentExposure.last_at, added.excluded.last_at),
        },
    ).returning(col(ExperimentExposure.times))
    return tx.session.exec(counted).scalar_one() == 1


def revise(tx: Transaction, key: str, config: Config) -> int:
    """Go on with other weights or another coverage; who has a variant keeps it.

    Returns:
        The number of the version that now runs; the same as before if nothing differs.

    Raises:
        KeyError: there is no such experiment.
    """
    experiment, _ = _running(tx, key)
    tx.session.exec(select(Experiment.id).where(Experiment.id == experiment.id).with_for_update())
    _, version = _running(tx, key)
    if version.config_hash == config.hash:
        return version.number
    tx.session.add(_version(tx, experiment, config, version.number + 1))
    tx.session.flush()
    return version.number + 1


def close(tx: Transaction, key: str) -> None:
    """Take nobody new into an experiment; who takes part keeps their variant.

    Raises:
        KeyError: there is no such experiment.
    """
    experiment, _ = _running(tx, key)
    experiment.closed_at = experiment.closed_at or tx.now
    tx.session.add(experiment)
    tx.session.flush()


def _stored(
    tx: Transaction, experiment: Experiment, keys: Sequence[str]
) -> ExperimentAssignment | None:
    """What the unit was given under any of its names; today's name counts first."""
    rows = tx.session.exec(
        select(ExperimentAssignment).where(
            ExperimentAssignment.experiment_id == experiment.id,
            col(ExperimentAssignment.unit_key).in_(keys),
        )
    ).all()
    return min(rows, key=lambda row: keys.index(row.unit_key), default=None)


def _running(tx: Transaction, key: str) -> tuple[Experiment, ExperimentVersion]:
    """The experiment with its latest version; begun now if nobody has asked about it before."""
    latest = (
        select(Experiment, ExperimentVersion)
        .join(ExperimentVersion, col(ExperimentVersion.experiment_id) == Experiment.id)
        .where(Experiment.key == key)
        .order_by(col(ExperimentVersion.number).desc())
        .limit(1)
    )
    found = tx.session.exec(latest).one_or_none()
    if found is None:
        _begin(tx, key, CATALOGUE[key])
        found = tx.session.exec(latest).one()
    return found


def _begin(tx: Transaction, key: str, definition: Definition) -> None:
    new = Experiment(
        key=key,
        unit=definition.unit,
        seed=secrets.token_urlsafe(_SEED_BYTES),
        changes_rewards=definition.changes_rewards,
        created_at=tx.now,
    )
    begun = insert(Experiment).values(**new.model_dump())
    tx.session.exec(begun.on_conflict_do_nothing(index_elements=[col(Experiment.key)]))
    experiment = tx.session.exec(select(Experiment).where(Experiment.key == key)).one()
    first = _version(tx, experiment, definition.config, 1)
    tx.session.exec(
        insert(ExperimentVersion)
        .values(**first.model_dump())
        .on_conflict_do_nothing(constraint="experiment_version_numbered")
    )


def _version(
    tx: Transaction, experiment: Experiment, config: Config, number: int
) -> ExperimentVersion:
    return ExperimentVersion(
        experiment_id=experiment.id,
        number=number,
        config=config.stored(),
        config_hash=config.hash,
        created_at=tx.now,
        locked_at=tx.now,
    )

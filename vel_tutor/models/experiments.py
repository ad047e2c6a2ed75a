"""Experiments: what is compared, who was given what, and who has seen it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import ExperimentUnit


class Experiment(Row, table=True):
    """One question put to people's behaviour. `closed_at` set means it takes in nobody new."""

    key: str = Field(unique=True)
    unit: ExperimentUnit = Field(sa_type=word(ExperimentUnit))
    seed: str = Field(description="random; the hash of a unit depends on it, so it stays")
    changes_rewards: bool = Field(default=False, description="then no minor takes part")
    created_at: datetime = moment()
    closed_at: datetime | None = moment(nullable=True)


class ExperimentVersion(Row, table=True):
    """The arms with their weights, and the coverage; once locked it never changes."""

    __table_args__ = (
        UniqueConstraint("experiment_id", "number", name="experiment_version_numbered"),
        CheckConstraint("number > 0", name="experiment_version_from_one"),
    )

    experiment_id: UUID = Field(foreign_key="experiment.id")
    number: int
    config: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    config_hash: str = Field(description="SHA-256 of the config in its canonical form, hex")
    created_at: datetime = moment()
    locked_at: datetime | None = moment(nullable=True)


class ExperimentAssignment(Row, table=True):
    """The variant a unit was given, once and for good; rows are only ever added."""

    __table_args__ = (
        UniqueConstraint("experiment_id", "unit_key", name="experiment_assignment_once"),
    )

    experiment_id: UUID = Field(foreign_key="experiment.id")
    unit_key: str = Field(description="v: visitor or u: user, see rules.unit_key")
    version_id: UUID = Field(foreign_key="experiment_version.id")
    variant: str
    at: datetime = moment()


class ExperimentExposure(Row, table=True):
    """The first time a unit saw its variant, and how often since."""

    __table_args__ = (
        UniqueConstraint("experiment_id", "unit_key", name="experiment_exposure_once"),
        Index("experiment_exposure_by_time", "experiment_id", "first_at"),
        CheckConstraint("times > 0", name="experiment_exposure_counted"),
    )

    experiment_id: UUID = Field(foreign_key="experiment.id")
    unit_key: str
    variant: str
    first_at: datetime = moment()
    last_at: datetime = moment()
    times: int = 1

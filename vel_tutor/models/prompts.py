"""Prompts: what somebody was asked to share, or why not; what came of it; who wants none."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Bar, LoopKind, PromptPlace, RewardKind, Trigger


class Prompt(Row, table=True):
    """What came of one moment for one person: a loop they are asked to try, or a bar against all.

    There is no status column. `shown_at` is when it was first on a screen; of `dismissed_at` and
    `acted_at` one at most is set, and after `expires_at` it is over without either. `shared_at` and
    `worked_at` are what it led to: an invitation sent, somebody who got something out of it.
    """

    __table_args__ = (
        UniqueConstraint("user_id", "trigger", "source_id", name="prompt_once_a_cause"),
        CheckConstraint("(loop IS NULL) <> (bar IS NULL)", name="prompt_loop_or_bar"),
        CheckConstraint(
            "(loop IS NULL) = (expires_at IS NULL) AND (loop IS NULL) = (place IS NULL)",
            name="prompt_whole",
        ),
        CheckConstraint(
            "dismissed_at IS NULL OR acted_at IS NULL", name="prompt_dismissed_or_acted"
        ),
        CheckConstraint(
            "loop IS NOT NULL OR num_nonnulls(shown_at, dismissed_at, acted_at) = 0",
            name="prompt_none_is_not_shown",
        ),
        Index("prompt_of_user", "user_id", "created_at"),
        Index("prompt_of_loop", "loop", "created_at", postgresql_where=text("loop IS NOT NULL")),
    )

    user_id: UUID = Field(foreign_key="user.id")
    trigger: Trigger = Field(sa_type=word(Trigger))
    source_id: UUID = Field(description="the deck, test, day, visit or badge that set it off")
    loop: LoopKind | None = Field(default=None, sa_type=word(LoopKind))
    bar: Bar | None = Field(default=None, sa_type=word(Bar))
    reason: str = Field(description="why this loop, or why none, for staff")
    is_default: bool = Field(default=False, description="chosen without the adviser on loops")
    template: str = Field(default="", description="which of our texts")
    facts: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSONB, nullable=False), description="what is true"
    )
    variant: str = Field(default="", description="of the experiment on the words")
    reward: RewardKind | None = Field(default=None, sa_type=word(RewardKind))
    place: PromptPlace | None = Field(default=None, sa_type=word(PromptPlace))
    target: str = Field(default="", description="what at that place: the id of a deck or a test")
    skill: str = Field(default="", description="what to practise together, if that is it")
    created_at: datetime = moment()
    shown_at: datetime | None = moment(nullable=True)
    dismissed_at: datetime | None = moment(nullable=True)
    acted_at: datetime | None = moment(nullable=True)
    shared_at: datetime | None = moment(nullable=True)
    worked_at: datetime | None = moment(nullable=True)
    expires_at: datetime | None = moment(nullable=True)


class PromptMute(Row, table=True):
    """Somebody does not want to be asked for this loop any more; without a loop, for any."""

    __table_args__ = (
        UniqueConstraint(
            "user_id", "loop", name="prompt_mute_once", postgresql_nulls_not_distinct=True
        ),
    )

    user_id: UUID = Field(foreign_key="user.id")
    loop: LoopKind | None = Field(default=None, sa_type=word(LoopKind))
    muted_at: datetime = moment()


class LoopSuccess(Row, table=True):
    """A loop went well for somebody, whether they had been asked to or not, as a rescue for both.

    `prompt_id` unset means that no prompt had led to it.
    """

    __table_args__ = (UniqueConstraint("user_id", "loop", "source_id", name="loop_success_once"),)

    user_id: UUID = Field(foreign_key="user.id")
    loop: LoopKind = Field(sa_type=word(LoopKind))
    source_id: UUID
    prompt_id: UUID | None = Field(default=None, foreign_key="prompt.id")
    at: datetime = moment()


class LoopPrior(Row, table=True):
    """How often people take a loop up, as a Beta distribution over them; learned every hour."""

    __table_args__ = (
        UniqueConstraint("simulation", "loop", name="loop_prior_once"),
        CheckConstraint("alpha > 0 AND beta > 0", name="loop_prior_positive"),
    )

    simulation: str = Field(default="", description="of made-up people, their run")
    loop: LoopKind = Field(sa_type=word(LoopKind))
    alpha: float
    beta: float
    people: int = Field(ge=0, description="how many it was learned from")
    learned_at: datetime = moment()

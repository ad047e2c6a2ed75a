"""How able a person is in a subject, and how well they know each of its skills."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from vel_tutor.models.row import Row, moment, word
from vel_tutor.vocabulary import Mastery, Subject


class Ability(Row, table=True):
    """Where the last adaptive test of a subject found somebody, in logits."""

    __table_args__ = (
        UniqueConstraint("user_id", "subject", name="ability_once"),
        CheckConstraint("se > 0", name="ability_se_positive"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    subject: Subject = Field(sa_type=word(Subject))
    theta: float
    se: float
    responses: int = Field(ge=0, description="answers the estimate rests on")
    measured_at: datetime = moment()


class SkillAnswer(Row, table=True):
    """One answer as evidence for a skill, with the item's parameters as they were then."""

    __table_args__ = (
        UniqueConstraint("source_id", name="skill_answer_once"),
        Index("skill_answer_of_skill", "user_id", "skill", "answered_at"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    skill: str
    family: str
    a: float
    b: float
    c: float
    d: float
    was_right: bool
    was_hinted: bool
    answered_at: datetime = moment()
    source_id: UUID = Field(description="the question that was answered")


class SkillMastery(Row, table=True):
    """What the answers say about one skill of one person.

    `sitting_id` and `sitting_level` remember where the skill stood when the present sitting
    began, `before` all columns as they were before the last answer, so that a slip can be undone.
    """

    __table_args__ = (
        UniqueConstraint("user_id", "skill", name="skill_mastery_once"),
        CheckConstraint("share BETWEEN 0 AND 1", name="skill_mastery_share"),
    )

    user_id: UUID = Field(foreign_key="user.id")
    subject: Subject = Field(sa_type=word(Subject))
    skill: str
    level: Mastery = Field(default=Mastery.UNKNOWN, sa_type=word(Mastery))
    answers: int = Field(default=0, ge=0)
    theta: float = Field(default=0.0, description="of the skill, in logits")
    se: float = Field(default=1.0, gt=0)
    shift: float = Field(default=0.0, description="of the skill from the ability in the subject")
    share: float = Field(default=0.0, description="of the skill's questions got right, expected")
    sitting_id: UUID | None = None
    sitting_level: Mastery = Field(default=Mastery.UNKNOWN, sa_type=word(Mastery))
    proficient_on: date | None = Field(default=None, description="the local day it became so")
    later_right: int = Field(default=0, ge=0, description="right answers on days after that")
    stability: float = Field(default=0.0, description="of the memory (FSRS), in days; 0 for none")
    hardness: float = Field(default=0.0, description="of the memory (FSRS), 1..10")
    reviewed_at: datetime | None = moment(nullable=True)
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB(none_as_null=True)))


class SkillStep(Row, table=True):
    """One change of the level of a skill, so that it can be told later what a week brought."""

    __table_args__ = (Index("skill_step_of_user", "user_id", "at"),)

    user_id: UUID = Field(foreign_key="user.id")
    skill: str
    before: Mastery = Field(sa_type=word(Mastery))
    after: Mastery = Field(sa_type=word(Mastery))
    at: datetime = moment()

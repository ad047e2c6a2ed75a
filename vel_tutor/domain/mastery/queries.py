"""Reads about mastery."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain.mastery import domains, rules
from vel_tutor.domain.mastery.rules import Memory
from vel_tutor.domain.mastery.views import SkillMove, SkillStanding
from vel_tutor.measure import mastery as measure
from vel_tutor.measure.norms import LEARNER_SD
from vel_tutor.models.accounts import User
from vel_tutor.models.mastery import Ability, SkillMastery, SkillStep
from vel_tutor.vocabulary import Mastery, Subject


@dataclass(frozen=True)
class Able:
    """Where somebody stands in a subject: measured, or expected of their grade."""

    theta: float
    se: float


def of(tx: Transaction, user_id: UUID, subject: Subject) -> tuple[SkillStanding, ...]:
    """Where every skill of a subject stands for somebody: asked, inferred, or not known yet."""
    skills = [skill.id for skill in content.skills() if skill.subject is subject]
    return known(tx, user_id, [skill for skill in skills if skill in domains.families_of()])


def asked(tx: Transaction, user_id: UUID) -> tuple[SkillStanding, ...]:
    """Where each skill stands that somebody has answered questions of, the latest first."""
    rows = tx.session.exec(
        select(SkillMastery)
        .where(SkillMastery.user_id == user_id, SkillMastery.answers > 0)
        .order_by(col(SkillMastery.reviewed_at).desc().nulls_last(), col(SkillMastery.skill))
    ).all()
    return tuple(standing(row, tx.now) for row in rows)


def known(tx: Transaction, user_id: UUID, skills: Collection[str]) -> tuple[SkillStanding, ...]:
    """The same for these skills only, in their order."""
    subjects = {content.skill(skill).subject for skill in skills}
    rows = tx.session.exec(
        select(SkillMastery).where(
            SkillMastery.user_id == user_id,
            col(SkillMastery.subject).in_(subjects),
            SkillMastery.answers > 0,
        )
    ).all()
    asked = {row.skill: row for row in rows}
    proficient = {row.skill for row in rows if row.level in rules.KNOWN}
    able = _abilities(tx, user_id, subjects)
    grade = _grade(tx, user_id)
    return tuple(
        standing(asked[skill], tx.now)
        if skill in asked
        else _unasked(skill, able.get(content.skill(skill).subject), grade, proficient)
        for skill in skills
    )


def moved(
    tx: Transaction, user_id: UUID, since: datetime, until: datetime
) -> tuple[SkillMove, ...]:
    """Skills whose level differs at `until` from what it was at `since`, by their steps between."""
    steps = tx.session.exec(
        select(SkillStep)
        .where(SkillStep.user_id == user_id, SkillStep.at >= since, SkillStep.at < until)
        .order_by(col(SkillStep.at), col(SkillStep.id))
    ).all()
    first: dict[str, Mastery] = {}
    last: dict[str, Mastery] = {}
    for step in steps:
        first.setdefault(step.skill, step.before)
        last[step.skill] = step.after
    return tuple(
        SkillMove(skill, before, last[skill])
        for skill, before in first.items()
        if before is not last[skill]
    )


def grown(tx: Transaction, user_id: UUID) -> int:
    """How many skills `user_id` knows that they had only started on an earlier day."""
    started = (
        select(SkillStep.id)
        .where(SkillStep.user_id == SkillMastery.user_id, SkillStep.skill == SkillMastery.skill)
        .where(SkillStep.after == Mastery.STARTED)
        .where(func.date(col(SkillStep.at)) < col(SkillMastery.proficient_on))
        .exists()
    )
    return tx.session.exec(
        select(func.count()).where(
            SkillMastery.user_id == user_id, col(SkillMastery.level).in_(rules.KNOWN), started
        )
    ).one()


def standing(row: SkillMastery, now: datetime) -> SkillStanding:
    """What a row says."""
    remembered = memory(row)
    return SkillStanding(
        skill=row.skill,
        level=row.level,
        answers=row.answers,
        share=row.share,
        theta=row.theta,
        due=remembered is not None
        and row.level in rules.REMEMBERED
        and rules.retrievability(remembered, now) < rules.DUE_BELOW,
    )


def memory(row: SkillMastery) -> Memory | None:
    """The memory of a skill, if there is one."""
    if row.reviewed_at is None or not row.stability:
        return None
    return Memory(row.stability, row.hardness, row.reviewed_at)


def ability(tx: Transaction, user_id: UUID, skill_id: str) -> Able:
    """Where somebody stands in the subject of a skill."""
    skill = content.skill(skill_id)
    measured = _abilities(tx, user_id, {skill.subject}).get(skill.subject)
    return measured or _usual(skill, _grade(tx, user_id))


def _usual(skill: content.Skill, grade: int | None) -> Able:
    """What is expected of a grade; of the skill's own where the person's is not known."""
    level = domains.usual_level(skill.subject, skill.grade if grade is None else grade)
    return Able(level, LEARNER_SD)


def _abilities(
    tx: Transaction, user_id: UUID, subjects: Collection[Subject]
) -> dict[Subject, Able]:
    rows = tx.session.exec(
        select(Ability).where(Ability.user_id == user_id, col(Ability.subject).in_(subjects))
    ).all()
    return {row.subject: Able(row.theta, row.se) for row in rows}


def _grade(tx: Transaction, user_id: UUID) -> int | None:
    return tx.session.exec(select(User.grade).where(User.id == user_id)).one_or_none()


def _unasked(
    skill_id: str, able: Able | None, grade: int | None, proficient: set[str]
) -> SkillStanding:
    """What is expected of a skill nobody was asked about."""
    able = able or _usual(content.skill(skill_id), grade)
    share = domains.domain(skill_id).at(able.theta)
    follower = not proficient.isdisjoint(domains.followers(skill_id))
    return SkillStanding(
        skill=skill_id,
        level=Mastery.UNKNOWN,
        answers=0,
        share=share,
        theta=able.theta,
        inferred=measure.is_inferred(share, follower_is_proficient=follower),
    )

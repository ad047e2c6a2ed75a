"""Learning from answers, and taking that back."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain import incentives
from vel_tutor.domain.mastery import queries, rules
from vel_tutor.domain.mastery.domains import domain
from vel_tutor.domain.mastery.rules import Evidence
from vel_tutor.domain.mastery.views import SkillStanding
from vel_tutor.measure import mastery as measure
from vel_tutor.measure.eap import Posterior
from vel_tutor.measure.irt import Parameters
from vel_tutor.models.mastery import Ability, SkillAnswer, SkillMastery, SkillStep
from vel_tutor.vocabulary import Mastery, Subject

_KEPT = (
    "level",
    "answers",
    "theta",
    "se",
    "shift",
    "share",
    "sitting_id",
    "sitting_level",
    "proficient_on",
    "later_right",
    "stability",
    "hardness",
    "reviewed_at",
)


def learn(tx: Transaction, user_id: UUID, evidence: Evidence) -> SkillStanding:
    """Take one answer into account; told again, nothing changes.

    Returns:
        Where the skill stands now.
    """
    row = _locked(tx, user_id, evidence.skill)
    before = row.level
    if _store(tx, user_id, evidence):
        row.before = _snapshot(row, evidence.source_id)
        _count(tx, row, evidence)
        _judge(tx, row, may_rise=evidence.right)
        _note_step(tx, row, before, evidence.at)
        tx.session.add(row)
        tx.session.flush()
    return queries.standing(row, tx.now)


def unlearn(tx: Transaction, user_id: UUID, skill: str, source_id: UUID) -> SkillStanding:
    """Forget one answer as if it had never been given.

    If others came after it, the level is judged again from those that stay.
    """
    row = _locked(tx, user_id, skill)
    before = row.level
    gone = tx.session.exec(
        delete(SkillAnswer)
        .where(col(SkillAnswer.user_id) == user_id, col(SkillAnswer.source_id) == source_id)
        .returning(col(SkillAnswer.id))
    ).one_or_none()
    if gone and row.before and row.before["source_id"] == str(source_id):
        _restore(row)
    elif gone:
        row.answers -= 1
        _judge(tx, row, may_rise=True)
    _note_step(tx, row, before, tx.now)
    tx.session.add(row)
    tx.session.flush()
    return queries.standing(row, tx.now)


def measured(
    tx: Transaction, user_id: UUID, subject: Subject, theta: float, se: float, responses: int
) -> None:
    """Remember where an adaptive test found somebody; the latest one counts."""
    found = Ability(
        user_id=user_id,
        subject=subject,
        theta=theta,
        se=se,
        responses=responses,
        measured_at=tx.now,
    )
    values = found.model_dump()
    tx.session.exec(
        insert(Ability)
        .values(**values)
        .on_conflict_do_update(
            constraint="ability_once",
            set_={name: values[name] for name in ("theta", "se", "responses", "measured_at")},
        )
    )


def forget(tx: Transaction, user_id: UUID) -> None:
    """Wipe how able somebody is and how well they know anything."""
    for table in (SkillAnswer, SkillStep, SkillMastery, Ability):
        tx.session.exec(delete(table).where(col(table.user_id) == user_id))


def _locked(tx: Transaction, user_id: UUID, skill: str) -> SkillMastery:
    """The person's row for the skill, made if there is none."""
    new = SkillMastery(user_id=user_id, skill=skill, subject=content.skill(skill).subject)
    tx.session.exec(
        insert(SkillMastery)
        .values(**new.model_dump())
        .on_conflict_do_nothing(constraint="skill_mastery_once")
    )
    return tx.session.exec(
        select(SkillMastery)
        .where(SkillMastery.user_id == user_id, SkillMastery.skill == skill)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def _store(tx: Transaction, user_id: UUID, evidence: Evidence) -> bool:
    """Keep the answer; False if it is kept already."""
    answer = SkillAnswer(
        user_id=user_id,
        skill=evidence.skill,
        family=evidence.family,
        **evidence.item._asdict(),
        was_right=evidence.right,
        was_hinted=evidence.hinted,
        answered_at=evidence.at,
        source_id=evidence.source_id,
    )
    kept = (
        insert(SkillAnswer)
        .values(**answer.model_dump())
        .on_conflict_do_nothing(constraint="skill_answer_once")
        .returning(col(SkillAnswer.id))
    )
    return tx.session.exec(kept).one_or_none() is not None


def _count(tx: Transaction, row: SkillMastery, evidence: Evidence) -> None:
    """What an answer changes beside the level: the sitting, the memory, days after."""
    if row.sitting_id != evidence.sitting_id:
        row.sitting_id, row.sitting_level = evidence.sitting_id, row.level
    row.answers += 1
    memory = rules.remember(
        queries.memory(row), right=evidence.right, hinted=evidence.hinted, at=evidence.at
    )
    row.stability, row.hardness, row.reviewed_at = memory.stability, memory.hardness, evidence.at
    today = incentives.today_of(tx, row.user_id)
    is_unaided = evidence.right and not evidence.hinted
    if is_unaided and row.proficient_on and today > row.proficient_on:
        row.later_right += 1


def _judge(tx: Transaction, row: SkillMastery, *, may_rise: bool) -> None:
    """What all answers together say, and the level to keep; a wrong answer lifts nobody."""
    ability = queries.ability(tx, row.user_id, row.skill)
    posterior = _posterior(tx, row, ability)
    curve = domain(row.skill)
    row.theta, row.se = posterior.theta, posterior.se
    row.shift = posterior.theta - ability.theta
    row.share = min(1.0, max(0.0, float((posterior.weights * curve.over(posterior)).sum())))
    speaks_for = measure.reached(posterior, curve, row.answers)
    level = measure.settle(speaks_for, row.sitting_level, row.later_right)
    if not may_rise and measure.ORDER.index(level) > measure.ORDER.index(row.level):
        level = row.level
    if level not in rules.KNOWN:
        row.proficient_on, row.later_right = None, 0
    elif level is Mastery.PROFICIENT and row.level is not Mastery.PROFICIENT:
        row.proficient_on, row.later_right = incentives.today_of(tx, row.user_id), 0
    row.level = level


def _note_step(tx: Transaction, row: SkillMastery, before: Mastery, at: datetime) -> None:
    """Write a change of level down; what was taken back is one more change."""
    if row.level is not before:
        step = SkillStep(
            user_id=row.user_id, skill=row.skill, before=before, after=row.level, at=at
        )
        tx.session.add(step)


def _posterior(tx: Transaction, row: SkillMastery, ability: queries.Able) -> Posterior:
    shifts = tx.session.exec(
        select(SkillMastery.shift).where(
            SkillMastery.user_id == row.user_id,
            col(SkillMastery.skill).in_(content.skill(row.skill).prerequisites),
            SkillMastery.answers > 0,
        )
    ).all()
    latest = tx.session.exec(
        select(SkillAnswer)
        .where(SkillAnswer.user_id == row.user_id, SkillAnswer.skill == row.skill)
        .order_by(col(SkillAnswer.answered_at).desc(), col(SkillAnswer.id))
        .limit(measure.WINDOW)
    ).all()
    return measure.after(
        measure.before(ability.theta, ability.se, shifts),
        [
            measure.answer(
                Parameters(one.a, one.b, one.c, one.d), right=one.was_right, hinted=one.was_hinted
            )
            for one in reversed(latest)
        ],
    )


def _snapshot(row: SkillMastery, source_id: UUID) -> dict[str, Any]:
    """All columns before an answer, as they can be stored."""
    kept = row.model_dump(mode="json", include=set(_KEPT))
    return {**kept, "source_id": str(source_id)}


def _restore(row: SkillMastery) -> None:
    """All columns as they were before the last answer."""
    kept = row.before or {}
    for name in ("answers", "theta", "se", "shift", "share", "later_right", "stability"):
        setattr(row, name, kept[name])
    row.hardness = kept["hardness"]
    row.level, row.sitting_level = Mastery(kept["level"]), Mastery(kept["sitting_level"])
    row.sitting_id = UUID(kept["sitting_id"]) if kept["sitting_id"] else None
    row.proficient_on = date.fromisoformat(kept["proficient_on"]) if kept["proficient_on"] else None
    reviewed = kept["reviewed_at"]
    row.reviewed_at = datetime.fromisoformat(reviewed) if reviewed else None
    row.before = None

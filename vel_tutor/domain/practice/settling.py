"""What playing leaves with a person: levels, XP and the day that counts as practised."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain import incentives, mastery
from vel_tutor.domain.practice import returning, rules, showing, visits
from vel_tutor.domain.practice.events import PracticeCompleted
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.queries import of, one_at_a_time, questions
from vel_tutor.domain.practice.views import LevelView
from vel_tutor.models.practice import (
    PracticeQuestion,
    PracticeSession,
    PracticeSlip,
    SkillLevel,
)
from vel_tutor.vocabulary import XpReason


def learn(tx: Transaction, user_id: UUID, row: PracticeQuestion) -> LevelView:
    """Move the level of the question's skill; one statement, so that no answer is lost.

    Returns:
        The level as it is now.
    """
    skill, credit = content.family(row.family).skill, showing.mark(row).credit
    first = SkillLevel(
        user_id=user_id,
        skill=skill,
        average=rules.next_average(rules.LEVEL_START, credit),
        answers=1,
        updated_at=tx.now,
    )
    moved = (
        insert(SkillLevel)
        .values(**first.model_dump())
        .on_conflict_do_update(
            constraint="skill_level_once",
            set_={
                "average": col(SkillLevel.average) * (1 - rules.LEVEL_STEP)
                + rules.LEVEL_STEP * credit,
                "answers": SkillLevel.answers + 1,
                "updated_at": tx.now,
            },
        )
        .returning(SkillLevel)
        .execution_options(populate_existing=True)
    )
    level = tx.session.exec(moved).scalars().one()
    return showing.level(mastery.learn(tx, user_id, _evidence(tx, row, skill)), level)


def _evidence(tx: Transaction, row: PracticeQuestion, skill: str) -> mastery.Evidence:
    return mastery.Evidence(
        skill=skill,
        family=row.family,
        item=mastery.parameters(content.instance(row.family, row.seed)),
        right=showing.mark(row).right,
        hinted=row.hints_used > 0,
        at=row.answered_at or tx.now,
        source_id=row.id,
        sitting_id=row.session_id,
    )


def unlearn(tx: Transaction, user_id: UUID, row: PracticeQuestion) -> None:
    """Put the level back to where it was before the answer in `row`."""
    skill, credit = content.family(row.family).skill, showing.mark(row).credit
    known = tx.session.exec(
        select(SkillLevel)
        .where(SkillLevel.user_id == user_id, SkillLevel.skill == skill)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    known.answers -= 1
    known.average = rules.average_before(known.average, credit)
    if known.answers:
        tx.session.add(known)
    else:
        tx.session.delete(known)
    mastery.unlearn(tx, user_id, skill, row.id)


def complete(tx: Transaction, player: Player, session: PracticeSession) -> None:
    """Finish a deck whose last question has been answered, pay it, and tell the others."""
    session.completed_at = tx.now
    tx.session.add(session)
    tx.session.flush()
    if player.user_id:
        _credit(tx, player.user_id, session, questions(tx, session))
    tx.publish(
        PracticeCompleted(
            session_id=session.id,
            player_user_id=player.user_id,
            player_visitor_id=player.visitor_id,
            source_id=session.source_id,
            subject=session.subject,
            percent=rules.percent(session.correct, session.size),
        )
    )


def _credit(
    tx: Transaction, user_id: UUID, session: PracticeSession, rows: Sequence[PracticeQuestion]
) -> None:
    """Pay a finished deck to its player, under the farming rules, and count the day."""
    one_at_a_time(tx, Player(user_id=user_id))
    session.completed_on = incentives.today_of(tx, user_id)
    finished, perfect = _before_that_day(tx, user_id, session)
    earned = rules.xp_earned(
        [showing.mark(row) for row in rows],
        finished_before=finished,
        repeated=_repeated(tx, user_id, session),
        perfect_before=perfect,
    )
    for amount, reason in (
        (earned.finished, XpReason.PRACTICE_COMPLETED),
        (earned.perfect, XpReason.PERFECT_SCORE),
    ):
        if amount:
            incentives.award_xp(tx, user_id, amount, reason, session.id)
    session.xp_finished, session.xp_perfect = earned.finished, earned.perfect
    if earned.counts_as_practice and incentives.record_practice_day(tx, user_id, session.id):
        session.xp_day = incentives.XP_PRACTICE_DAY
    session.xp_note = earned.note
    tx.session.add(session)
    returning.settle(tx, user_id, rows)


def _before_that_day(tx: Transaction, user_id: UUID, session: PracticeSession) -> tuple[int, int]:
    """How many other decks were finished on that day, and how many of them were paid a bonus."""
    paid = func.count().filter(col(PracticeSession.xp_perfect) > 0)
    return tx.session.exec(
        select(func.count(), paid).where(
            PracticeSession.player_user_id == user_id,
            PracticeSession.completed_on == session.completed_on,
            PracticeSession.id != session.id,
        )
    ).one()


def _repeated(tx: Transaction, user_id: UUID, session: PracticeSession) -> bool:
    earlier = select(PracticeSession.id).where(
        PracticeSession.player_user_id == user_id,
        PracticeSession.fingerprint == session.fingerprint,
        PracticeSession.id != session.id,
        col(PracticeSession.completed_at) > tx.now - rules.REPEAT_WINDOW,
    )
    return tx.session.exec(earlier).first() is not None


def claim(
    tx: Transaction, visitor_id: str, user_id: UUID, *, session_id: UUID | None = None
) -> int:
    """Hand everything a guest played over to the account they opened; pays its XP and levels.

    Args:
        session_id: this deck only, of somebody who has had an account all the time.

    Returns:
        How many decks changed hands; 0 when told again.
    """
    one_at_a_time(tx, Player(user_id=user_id))
    theirs = of(Player.guest(visitor_id)).with_for_update()
    if session_id is not None:
        theirs = theirs.where(PracticeSession.id == session_id)
    sessions = tx.session.exec(theirs.order_by(col(PracticeSession.started_at))).all()
    for session in sessions:
        session.player_user_id, session.player_visitor_id = user_id, None
        tx.session.add(session)
        tx.session.flush()
        rows = questions(tx, session)
        for row in rows[: session.answered]:
            learn(tx, user_id, row)
        if session.completed_at:
            _credit(tx, user_id, session, rows)
    return len(sessions)


def forget(tx: Transaction, user_id: UUID) -> None:
    """Wipe what `user_id` wrote and how well they do; only bare counts of decks stay."""
    theirs = select(PracticeSession.id).where(PracticeSession.player_user_id == user_id)
    tx.session.exec(
        update(PracticeQuestion)
        .where(col(PracticeQuestion.session_id).in_(theirs))
        .values(answer="", misconception="")
        .execution_options(synchronize_session=False)
    )
    tx.session.exec(
        update(PracticeSlip)
        .where(col(PracticeSlip.session_id).in_(theirs))
        .values(answer="", misconception="")
        .execution_options(synchronize_session=False)
    )
    tx.session.exec(delete(SkillLevel).where(col(SkillLevel.user_id) == user_id))
    returning.forget(tx, user_id)
    visits.forget_visits(tx, user_id)
    mastery.forget(tx, user_id)

"""Where somebody stands on the board of the week: counted anew from what they answered."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.settings import settings
from vel_tutor.domain import diagnostics, mastery, practice
from vel_tutor.domain.loops.rally import players, rules
from vel_tutor.domain.loops.rally.events import RallyJoined, RallyScored
from vel_tutor.domain.loops.rally.players import Learner
from vel_tutor.domain.loops.rally.rules import Score, Try
from vel_tutor.domain.practice import Player
from vel_tutor.models.rally import RallyCohort, RallyMember
from vel_tutor.vocabulary import Subject


def count(tx: Transaction, user_id: UUID, subject: Subject, *, was_invited: bool = False) -> None:
    """Put `user_id` where their answers of this week belong; told again, nothing changes.

    Whoever is not to be seen on boards is taken off every one of them.
    """
    learner = players.learner(tx, user_id)
    if learner is None:
        leave(tx, user_id)
        return
    _one_at_a_time(tx, user_id)
    cohort = players.cohort(tx, subject, learner.band, learner.week, learner.simulation)
    member = _mine(tx, learner, subject)
    if member is not None and member.cohort_id != cohort.id:  # another grade since
        tx.session.delete(member)
        tx.session.flush()
        _tell(tx, member.cohort_id)
        member = None
    score = score_of(tx, Player(user_id=user_id), cohort, learner.week_began)
    if member is None and score.points:
        _join(tx, learner, cohort, score, was_invited=was_invited)
    elif member is not None and member.points != score.points:
        _move(tx, member, score)


def score_of(tx: Transaction, player: Player, cohort: RallyCohort, since: datetime) -> Score:
    """What the player's answers since `since` are worth on that board."""
    tried = list(practice.tries(tx, player, cohort.subject, since))
    if player.user_id:
        tried += diagnostics.tries(tx, player.user_id, cohort.subject, since)
    level = mastery.usual_level(cohort.subject, rules.band(cohort.band).middle)
    return rules.score((Try(one.family, one.at, one.item) for one in tried), level)


def leave_if_hidden(tx: Transaction, user_id: UUID) -> None:
    """Take somebody off every board who is not to be seen on any."""
    if players.learner(tx, user_id) is None:
        leave(tx, user_id)


def leave(tx: Transaction, user_id: UUID) -> None:
    """Take somebody off every board."""
    gone = (
        delete(RallyMember)
        .where(col(RallyMember.user_id) == user_id)
        .returning(col(RallyMember.cohort_id))
    )
    for cohort_id in sorted(set(tx.session.exec(gone).scalars())):
        _tell(tx, cohort_id)


def _one_at_a_time(tx: Transaction, user_id: UUID) -> None:
    key = func.hashtextextended(f"rally:{user_id}", 0)
    tx.session.exec(select(func.pg_advisory_xact_lock(key)))


def _mine(tx: Transaction, learner: Learner, subject: Subject) -> RallyMember | None:
    return tx.session.exec(
        select(RallyMember)
        .where(RallyMember.user_id == learner.user_id, RallyMember.week == learner.week)
        .where(RallyMember.subject == subject)
        .execution_options(populate_existing=True)
    ).one_or_none()


def _join(
    tx: Transaction, learner: Learner, cohort: RallyCohort, score: Score, *, was_invited: bool
) -> None:
    """Give them a name nobody on the board has, and a place."""
    member = RallyMember(
        cohort_id=cohort.id,
        user_id=learner.user_id,
        week=cohort.week,
        subject=cohort.subject,
        alias="",
        points=score.points,
        answers=score.answers,
        was_invited=was_invited,
        joined_at=tx.now,
        updated_at=tx.now,
    )
    key = settings().signing_keys[-1].encode()
    for alias in rules.aliases(key, str(cohort.id), str(learner.user_id)):
        member.alias = alias
        added = (
            insert(RallyMember)
            .values(**member.model_dump())
            .on_conflict_do_nothing(constraint="rally_member_alias_once")
            .returning(col(RallyMember.id))
        )
        if tx.session.exec(added).first():
            break
    topic = players.board_topic(cohort)
    tx.publish(RallyScored(cohort_id=cohort.id, board=topic))
    if was_invited:
        tx.publish(RallyJoined(cohort_id=cohort.id, board=topic))


def _move(tx: Transaction, member: RallyMember, score: Score) -> None:
    if not score.points:
        tx.session.delete(member)
    else:
        member.points, member.answers, member.updated_at = score.points, score.answers, tx.now
        tx.session.add(member)
    tx.session.flush()
    _tell(tx, member.cohort_id)


def _tell(tx: Transaction, cohort_id: UUID) -> None:
    cohort = tx.session.exec(select(RallyCohort).where(RallyCohort.id == cohort_id)).one()
    tx.publish(RallyScored(cohort_id=cohort_id, board=players.board_topic(cohort)))

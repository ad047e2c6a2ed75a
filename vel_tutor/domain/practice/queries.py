"""Reads about practice, and the pieces its actions share."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, Float, cast
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import incentives, mastery
from vel_tutor.domain.practice import rules, showing, summing_up
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.rules import Card
from vel_tutor.domain.practice.views import (
    AnswerView,
    LevelView,
    PlayView,
    ResultsView,
    ScoreView,
    SkillView,
    UnfinishedView,
)
from vel_tutor.models.practice import (
    PracticeQuestion,
    PracticeSession,
    PracticeSlip,
    SkillLevel,
)
from vel_tutor.vocabulary import STUDENTS, Subject

UNFINISHED: tuple[ColumnElement[bool], ...] = (
    col(PracticeSession.completed_at).is_(None),
    col(PracticeSession.dropped_at).is_(None),
)
_SHOWN_UNFINISHED = 3


class StillOpen(Conflict):
    words = "This deck still has open questions."
    code = "still_open"


@cache
def menu() -> tuple[SkillView, ...]:
    """Every skill there are questions for, by subject, grade and strand."""
    with_questions = {family.skill for family in content.families()}
    return tuple(
        SkillView(skill.id, skill.name, skill.strand, skill.subject, skill.grade)
        for skill in sorted(
            content.skills(), key=lambda skill: (skill.subject, skill.grade, skill.strand)
        )
        if skill.id in with_questions
    )


def unfinished(actor: Actor) -> tuple[UnfinishedView, ...]:
    """The decks the actor chose and has not finished, the latest first."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        return waiting(tx, Player.of(actor))


def waiting(tx: Transaction, player: Player) -> tuple[UnfinishedView, ...]:
    """The same for any player, inside the caller's transaction."""
    rows = tx.session.exec(
        of(player)
        .where(col(PracticeSession.source_id).is_(None), *UNFINISHED)
        .order_by(col(PracticeSession.started_at).desc())
        .limit(_SHOWN_UNFINISHED)
    ).all()
    return tuple(showing.unfinished(row) for row in rows)


def latest_subject(tx: Transaction, user_id: UUID) -> Subject | None:
    """What `user_id` practised last, by their own choice; None before the first time."""
    mine = of(Player(user_id=user_id)).where(col(PracticeSession.source_id).is_(None))
    last = tx.session.exec(mine.order_by(col(PracticeSession.started_at).desc()).limit(1)).first()
    return last.subject if last else None


def levels(actor: Actor) -> tuple[LevelView, ...]:
    """The skills the actor has answered questions on, the latest first."""
    with reading() as tx:
        rows = tx.session.exec(
            select(SkillLevel)
            .where(SkillLevel.user_id == actor.user_id)
            .order_by(col(SkillLevel.updated_at).desc())
        ).all()
        return levels_of(tx, actor.user_id, rows)


def levels_of(tx: Transaction, user_id: UUID, rows: Sequence[SkillLevel]) -> tuple[LevelView, ...]:
    """What `rows` say, with the level the answers speak for."""
    standings = mastery.known(tx, user_id, [row.skill for row in rows])
    return tuple(
        showing.level(standing, row) for standing, row in zip(standings, rows, strict=True)
    )


def results(actor: Actor, session_id: UUID) -> ResultsView:
    """The finished deck of the actor, question by question.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        StillOpen: it has unanswered questions.
    """
    with reading() as tx:
        view = results_for(tx, Player.of(actor), session_id)
        purse = incentives.purse_of(tx, actor.user_id)
        skills = levels_of(tx, actor.user_id, _levels_of_deck(tx, actor.user_id, session_id))
        return summing_up.with_player(view, purse, skills)


def _levels_of_deck(tx: Transaction, user_id: UUID, session_id: UUID) -> Sequence[SkillLevel]:
    """The levels of the deck's skills, as far as there is something to say, the weakest first."""
    asked = select(PracticeQuestion.family).where(PracticeQuestion.session_id == session_id)
    skills = {content.family(family).skill for family in tx.session.exec(asked)}
    return tx.session.exec(
        select(SkillLevel)
        .where(SkillLevel.user_id == user_id, col(SkillLevel.skill).in_(skills))
        .where(SkillLevel.answers >= rules.ANSWERS_TO_KNOW)
        .order_by(col(SkillLevel.average), col(SkillLevel.skill))
    ).all()


def results_for(tx: Transaction, player: Player, session_id: UUID) -> ResultsView:
    """The same for any player, inside the caller's transaction; without balances."""
    session = tx.session.exec(of(player).where(PracticeSession.id == session_id)).one_or_none()
    if session is None:
        raise NotFound
    if session.completed_at is None:
        raise StillOpen
    rows = questions(tx, session)
    return summing_up.results(session, rows, medians(tx, {row.family for row in rows}))


def medians(tx: Transaction, families: Collection[str]) -> dict[str, summing_up.Usual]:
    """The median time of all answers in each of these families, where there are enough."""
    half = func.percentile_cont(0.5).within_group(col(PracticeQuestion.spent_ms))
    rows = tx.session.exec(
        select(PracticeQuestion.family, half, func.count())
        .where(col(PracticeQuestion.family).in_(families))
        .where(col(PracticeQuestion.answered_at).is_not(None))
        .where(col(PracticeQuestion.was_revealed).is_(False))
        .group_by(col(PracticeQuestion.family))
        .having(func.count() >= rules.TIMES_FOR_MEDIAN)
    ).all()
    return {family: summing_up.Usual(round(ms), n) for family, ms, n in rows}


def score_for(tx: Transaction, player: Player, session_id: UUID) -> ScoreView:
    """Where the player's own deck stands.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    session = tx.session.exec(of(player).where(PracticeSession.id == session_id)).one_or_none()
    if session is None:
        raise NotFound
    return _score(tx, session)


def score_of(tx: Transaction, session_id: UUID) -> ScoreView:
    """Where any deck stands; for callers who have made sure that it may be known.

    Raises:
        NotFound: no such session.
    """
    session = tx.session.get(PracticeSession, session_id)
    if session is None:
        raise NotFound
    return _score(tx, session)


def _score(tx: Transaction, session: PracticeSession) -> ScoreView:
    spent = func.coalesce(func.sum(PracticeQuestion.spent_ms), 0)
    total = tx.session.exec(select(spent).where(PracticeQuestion.session_id == session.id)).one()
    return showing.score(session, int(total))


def best_since(
    tx: Transaction, user_id: UUID, since: datetime, subject: Subject | None = None
) -> ScoreView | None:
    """The best deck `user_id` chose for themselves and finished since then; the later of two."""
    chosen = of(Player(user_id=user_id)).where(
        col(PracticeSession.completed_at) >= since, col(PracticeSession.source_id).is_(None)
    )
    if subject:
        chosen = chosen.where(PracticeSession.subject == subject)
    share = cast(PracticeSession.correct, Float) / PracticeSession.size
    best = chosen.order_by(share.desc(), col(PracticeSession.completed_at).desc()).limit(1)
    session = tx.session.exec(best).one_or_none()
    return _score(tx, session) if session else None


def answer_times(tx: Transaction, session_id: UUID) -> tuple[int, ...]:
    """Milliseconds spent on each answered question; for callers who may know them."""
    answered = select(PracticeQuestion.spent_ms).where(
        PracticeQuestion.session_id == session_id, col(PracticeQuestion.answered_at).is_not(None)
    )
    return tuple(tx.session.exec(answered.order_by(col(PracticeQuestion.position))).all())


def of(player: Player) -> SelectOfScalar[PracticeSession]:
    """The sessions of one player."""
    if player.user_id:
        return select(PracticeSession).where(PracticeSession.player_user_id == player.user_id)
    return select(PracticeSession).where(PracticeSession.player_visitor_id == player.visitor_id)


def one_at_a_time(tx: Transaction, player: Player) -> None:
    """Wait for whatever else deals or pays decks of the same player, until the commit."""
    who = str(player.user_id or player.visitor_id)
    tx.session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(who, 0))))


def questions(tx: Transaction, session: PracticeSession) -> Sequence[PracticeQuestion]:
    """The whole deck in order."""
    mine = select(PracticeQuestion).where(PracticeQuestion.session_id == session.id)
    return tx.session.exec(mine.order_by(col(PracticeQuestion.position))).all()


def question_at(tx: Transaction, session: PracticeSession, position: int) -> PracticeQuestion:
    """One question of the deck."""
    return tx.session.exec(
        select(PracticeQuestion)
        .where(PracticeQuestion.session_id == session.id)
        .where(PracticeQuestion.position == position)
    ).one()


def play(
    tx: Transaction, player: Player, session: PracticeSession, row: PracticeQuestion
) -> PlayView:
    """The deck with the question of `row` on show, or with its verdict once it is answered."""
    view = showing.play(session, row, _level(tx, player, row), tx.now)
    return replace(
        view,
        verdict=replace(view.verdict, is_slip=may_take_back(tx, player, session, row) is not None),
    )


def answer_view(
    tx: Transaction, player: Player, session: PracticeSession, row: PracticeQuestion
) -> AnswerView:
    """What became of the answer stored in `row`."""
    level = _level(tx, player, row)
    is_slip = may_take_back(tx, player, session, row) is not None
    return showing.answer(session, row, known=level, is_slip=is_slip)


def may_take_back(
    tx: Transaction, player: Player, session: PracticeSession, row: PracticeQuestion
) -> Card | None:
    """What to ask instead, if the answer in `row` may have been a wrong key.

    Once a session, in decks somebody chose for themselves: the last answer given, wrong, fresh,
    its verdict still on show, and the deck not paid. None if it stays.
    """
    if not (player.user_id and row.answered_at and rules.is_quick(row.answered_at, tx.now)):
        return None
    if row.was_right or row.was_revealed or session.source_id or session.completed_at:
        return None
    if row.position != session.answered - 1:
        return None
    used = select(PracticeSlip.id).where(PracticeSlip.session_id == session.id)
    if tx.session.exec(used).first():
        return None
    deck = questions(tx, session)
    if deck[session.answered].shown_at is not None:
        return None
    return rules.instead(Card(row.family, row.seed), [Card(one.family, one.seed) for one in deck])


def _level(tx: Transaction, player: Player, row: PracticeQuestion) -> LevelView:
    """The player's level in the skill of the question; guests have none."""
    if player.user_id is None:
        return LevelView()
    skill = content.family(row.family).skill
    known = tx.session.exec(
        select(SkillLevel)
        .where(SkillLevel.user_id == player.user_id, SkillLevel.skill == skill)
        .execution_options(populate_existing=True)
    ).one_or_none()
    return showing.level(mastery.known(tx, player.user_id, [skill])[0], known)


def access(tx: Transaction, player: Player, session_id: UUID) -> PracticeSession:
    """Fetch and lock, or raise `NotFound`. There is no way to a row that skips this."""
    mine = of(player).where(PracticeSession.id == session_id).with_for_update()
    session = tx.session.exec(mine.execution_options(populate_existing=True)).one_or_none()
    if session is None or session.dropped_at:
        raise NotFound
    return session

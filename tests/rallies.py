"""Boards in tests: crowds of strangers with points, and guests who do the quiz."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import text, update
from sqlmodel import col, select

from tests.decks import right_answer, wrong_answer
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain.loops import Friend, rally
from vel_tutor.domain.loops.rally import players
from vel_tutor.domain.loops.rally.views import QuizView
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.models.rally import RallyCohort, RallyMember, RallyQuiz
from vel_tutor.vocabulary import Subject

MATH = Subject.MATH
TEN = DeckChoice(subject=MATH, grade=9, size=10)
FIVE = DeckChoice(subject=MATH, grade=9, size=5)

_STRANGERS = text(
    """
    WITH stranger AS (
        INSERT INTO "user" (id, role, first_name, email, sign_in_name, password_hash, time_zone,
            grade, age_band, birth_date_sealed, consent_needed, created_at, simulation,
            theme)
        SELECT gen_random_uuid(), 'student', 'Somebody', '', '', '', 'UTC', 9, 'teen', '', false,
            :now, '', 'harbour' FROM generate_series(1, cardinality(CAST(:points AS int[])))
        RETURNING id
    ), numbered AS (SELECT id, row_number() OVER () AS n FROM stranger)
    INSERT INTO rally_member (id, cohort_id, user_id, week, subject, alias, points, answers,
        was_invited, joined_at, updated_at)
    SELECT gen_random_uuid(), :cohort, id, :week, 'math', 'X' || n,
        (CAST(:points AS int[]))[n], 1, false, :now, :now FROM numbered
    """
)


def board_of(actor: Actor) -> RallyCohort:
    """The actor's math board of this week."""
    with transaction() as tx:
        learner = players.learner(tx, actor.user_id)
        assert learner is not None
        return players.cohort(tx, MATH, learner.band, learner.week)


def strangers(actor: Actor, points: Sequence[int]) -> None:
    """Let others stand on the actor's board, with these points."""
    cohort = board_of(actor)
    with transaction() as tx:
        tx.session.connection().execute(
            _STRANGERS,
            {
                "now": tx.now,
                "points": list(points),
                "cohort": cohort.id,
                "week": cohort.week,
            },
        )


def overtake(actor: Actor) -> None:
    """Let everybody else have more points than the actor."""
    others = update(RallyMember).where(col(RallyMember.user_id) != actor.user_id)
    with transaction() as tx:
        tx.session.exec(others.values(points=9999))


def member(actor: Actor) -> RallyMember | None:
    """The actor's own row, if there is one."""
    with reading() as tx:
        mine = select(RallyMember).where(RallyMember.user_id == actor.user_id)
        return tx.session.exec(mine).one_or_none()


def stands(actor: Actor) -> RallyMember:
    """The same of somebody who is on the board."""
    found = member(actor)
    assert found is not None
    return found


def guest(visitor_id: str = "") -> Friend:
    """Somebody without an account."""
    return Friend(visitor_id=visitor_id or str(uuid4()), address="198.51.100.9")


def code_of(actor: Actor) -> str:
    """What stands in the actor's rally link."""
    return rally.invite_to(actor, MATH).qr.split("/")[2]


def do_quiz(friend: Friend, code: str, *, wrong: int = 0, seconds: float = 6) -> QuizView:
    """Open the link and answer all of the quiz, the first `wrong` answers wrong."""
    rally.invitation(friend, code)
    at = clock.now()
    view = rally.begin(friend, code, 9)
    session_id = UUID(view.play.session_id)
    for position in range(view.size):
        pick = wrong_answer if position < wrong else right_answer
        at += timedelta(seconds=seconds)
        with clock.stopped(at):
            rally.answer(friend, code, position, pick(session_id, position))
            view = rally.next_question(friend, code, position)
    return view


def latest_quiz() -> UUID:
    """The deck of whoever began a quiz last."""
    with reading() as tx:
        begun = select(RallyQuiz.session_id).order_by(col(RallyQuiz.started_at).desc())
        return tx.session.exec(begun.limit(1)).one()


def let_time_pass(session_id: UUID) -> None:
    """Let the question on show have been looked at for some seconds longer."""
    longer = text(
        "UPDATE practice_question SET clock_since = clock_since - interval '4 seconds' "
        "WHERE session_id = :session AND clock_since IS NOT NULL"
    )
    with transaction() as tx:
        tx.session.connection().execute(longer, {"session": session_id})

"""A week of practice for a demo person, played through the front door at a human pace."""

from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import select

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import reading
from vel_tutor.domain import flashcards, practice
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.vocabulary import Subject

GRADE = 8
AFTER_SCHOOL = time(16, 0)
"""By the learner's own clock."""
SECONDS_A_QUESTION = 25
CARDS_AFTER = timedelta(hours=1)
SECONDS_A_CARD = 7
KNOWN, FORGOTTEN = 3, 1


class Evening(NamedTuple):
    """One deck of one day of the week before today."""

    days_ago: int
    subject: Subject
    size: int
    wrong: int
    skill: str = ""
    """Empty for a mix of the grade."""


EVERY_DAY: tuple[Evening, ...] = (
    Evening(7, Subject.MATH, 5, 2),
    Evening(6, Subject.SCIENCE, 5, 2),
    Evening(5, Subject.MATH, 5, 1, "math.pythagoras"),
    Evening(4, Subject.MATH, 5, 0, "math.one_step"),
    Evening(3, Subject.SCIENCE, 5, 1),
    Evening(2, Subject.MATH, 5, 0, "math.pythagoras"),
    Evening(1, Subject.MATH, 10, 0, "math.one_step"),
)
NOW_AND_THEN: tuple[Evening, ...] = (
    Evening(6, Subject.MATH, 5, 2),
    Evening(2, Subject.SCIENCE, 5, 1),
    Evening(1, Subject.MATH, 5, 1),
)


def live(actor: Actor, week: tuple[Evening, ...]) -> None:
    """Let `actor` practise as `week` says, unless they have practised before."""
    with reading() as tx:
        before = select(PracticeSession).where(PracticeSession.player_user_id == actor.user_id)
        if tx.session.exec(before).first():
            return
    for evening in week:
        start = day_at(actor, evening.days_ago)
        play(actor, _choice(evening), evening.wrong, start)


def day_at(actor: Actor, days_ago: int, at: time = AFTER_SCHOOL) -> datetime:
    """When the learner's own clock showed `at` on a day before today."""
    here = ZoneInfo(actor.time_zone)
    day = clock.now().astimezone(here).date() - timedelta(days=days_ago)
    return datetime.combine(day, at, here).astimezone(UTC)


def _choice(evening: Evening) -> DeckChoice:
    grade = content.skill(evening.skill).grade if evening.skill else GRADE
    return DeckChoice(subject=evening.subject, grade=grade, skill=evening.skill, size=evening.size)


def study(actor: Actor, slug: str, days: int = 5, new_a_day: int = 5) -> None:
    """The cards of one deck on each of `days` up to the day before yesterday, some forgotten.

    A forgotten card comes back on the next day, and a day begins hours after midnight: with a day
    left free, some are due at whatever hour somebody looks.
    """
    if flashcards.library(actor).mine:
        return
    usual = flashcards.library(actor).limits
    flashcards.choose_limits(actor, new_a_day, usual.reviews_a_day)
    for days_ago in range(days + 1, 1, -1):
        at = day_at(actor, days_ago) + CARDS_AFTER
        with clock.stopped(at):
            view = flashcards.open_study(actor, slug)
        answers = 0
        while view.face.ticket:
            at, answers = at + timedelta(seconds=SECONDS_A_CARD), answers + 1
            with clock.stopped(at):
                rating = FORGOTTEN if answers % 6 == 0 else KNOWN
                view = flashcards.review(actor, slug, view.face.ticket, rating)
    flashcards.choose_limits(actor, usual.new_a_day, usual.reviews_a_day)


def play(
    actor: Actor,
    choice: DeckChoice,
    wrong: int,
    at: datetime,
    seconds: int = SECONDS_A_QUESTION,
) -> UUID:
    """One deck from the first question to the last; the first `wrong` answers are wrong.

    Args:
        at: when it begins.
        seconds: how long each question takes.
    """
    with clock.stopped(at):
        session_id = UUID(practice.open_session(actor, choice).session_id)
    for position in range(choice.size):
        at += timedelta(seconds=seconds)
        with clock.stopped(at):
            given = an_answer(session_id, position, right=position >= wrong)
            practice.submit_answer(actor, session_id, position, given)
            practice.next_question(actor, session_id, position)
    return session_id


def question(session_id: UUID, position: int) -> content.Item:
    """The question at `position`, from 0, of a deck."""
    with reading() as tx:
        row = tx.session.exec(
            select(PracticeQuestion).where(
                PracticeQuestion.session_id == session_id, PracticeQuestion.position == position
            )
        ).one()
    return content.instance(row.family, row.seed)


def an_answer(session_id: UUID, position: int, *, right: bool) -> str:
    """What to choose or type at question `position` of a deck to be right, or wrong."""
    return answer_to(question(session_id, position), right=right)


def answer_to(item: content.Item, *, right: bool) -> str:
    """What to choose or type to be right about `item`, or wrong."""
    return content.right_answer(item) if right else content.wrong_answer(item)

"""Playing decks in tests: answers that are right or wrong, and whole sessions at a human pace."""

from datetime import datetime, timedelta
from uuid import UUID

from tests import people
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.domain import incentives
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.vocabulary import Subject
from vt import week

FIVE = DeckChoice(subject=Subject.MATH, grade=4, size=5)
TEN = DeckChoice(subject=Subject.MATH, grade=4, size=10)


def question(session_id: UUID | str, position: int) -> content.Item:
    """The question at `position`, from 0."""
    return week.question(UUID(str(session_id)), position)


def right_answer(session_id: UUID | str, position: int) -> str:
    """What somebody answers who knows it."""
    return week.an_answer(UUID(str(session_id)), position, right=True)


def wrong_answer(session_id: UUID | str, position: int) -> str:
    """Something that counts as an answer and is wrong."""
    return week.an_answer(UUID(str(session_id)), position, right=False)


def just_now(choice: DeckChoice, seconds: int = 8) -> datetime:
    """When somebody began who has this moment finished, `seconds` on each question.

    What counts for this week must not have been done last week: on a Monday that is minutes ago.
    """
    return clock.now() - timedelta(seconds=choice.size * seconds + 1)


def finished(
    actor: Actor,
    choice: DeckChoice = FIVE,
    *,
    wrong: int = 0,
    seconds: int = 8,
    at: datetime | None = None,
) -> UUID:
    """A session the actor has finished, the first `wrong` answers wrong, `seconds` on each."""
    now = clock.now()
    today = incentives.day_begins(incentives.local_day(now, people.ZONE), people.ZONE)
    begins = at or max(now - timedelta(minutes=choice.size), today)  # never over the end of a day
    return week.play(actor, choice, wrong, begins, seconds)

"""Visits: a stretch of learning is over after twenty minutes without an answer, and told once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select

from tests.decks import FIVE, finished, right_answer
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.domain import flashcards, practice
from vel_tutor.models.practice import LearningVisit

NOW = clock.now()
PAUSE = timedelta(minutes=20)


@pytest.fixture
def ended(published):
    """The visits that were told to be over."""
    return lambda: [one for one in published if type(one).__name__ == "LearningSessionEnded"]


def visits():
    with reading() as tx:
        return tx.session.exec(select(LearningVisit).order_by(col(LearningVisit.started_at))).all()


def close_at(moment) -> int:
    with clock.stopped(moment):
        return practice.close_visits()


def test_a_deck_is_one_visit_from_the_first_answer_to_the_last(ada, ended):
    finished(ada, FIVE, at=NOW, seconds=10)

    close_at(NOW + timedelta(seconds=50) + PAUSE)

    [visit] = ended()
    assert visit.user_id == ada.user_id
    assert visit.started_at == NOW + timedelta(seconds=10)
    assert visit.ended_at == NOW + timedelta(seconds=50)


def test_a_visit_goes_on_while_answers_come(ada, ended):
    finished(ada, FIVE, at=NOW, seconds=10)
    finished(ada, FIVE, at=NOW + timedelta(minutes=15), seconds=10)

    assert close_at(NOW + timedelta(minutes=30)) == 0
    assert ended() == []
    assert len(visits()) == 1


def test_a_visit_is_told_once_however_often_the_clock_looks(ada, ended):
    finished(ada, FIVE, at=NOW)

    assert [close_at(NOW + timedelta(hours=1)) for _ in range(3)] == [1, 0, 0]
    assert len(ended()) == 1


def test_whoever_comes_back_before_the_clock_has_looked_begins_another_visit(ada, ended):
    finished(ada, FIVE, at=NOW)
    finished(ada, FIVE, at=NOW + timedelta(hours=2))

    assert len(ended()) == 1
    assert [bool(visit.ended_at) for visit in visits()] == [True, False]


def test_cards_belong_to_the_same_visit_as_decks(ada):
    finished(ada, FIVE, at=NOW, seconds=10)
    with clock.stopped(NOW + timedelta(minutes=10)):
        slug = flashcards.library(ada).sets[0].slug
        card = flashcards.open_study(ada, slug).face
        flashcards.review(ada, slug, card.ticket, 3)

    [visit] = visits()
    assert visit.last_at == NOW + timedelta(minutes=10)


def test_a_guest_has_no_visit():
    player = practice.Player.guest("somebody")
    with transaction() as tx:
        deck = practice.deck_of(FIVE, 7)
        session = practice.open_deck_for(tx, player, deck, uuid4())
        practice.answer_for(tx, player, session, 0, right_answer(session, 0))

    assert visits() == []

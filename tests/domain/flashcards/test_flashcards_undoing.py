"""What was done to a card can be undone; what does not stick is pointed out."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from tests.shelf import (
    AFTERNOON,
    AGAIN,
    DAY,
    EASY,
    FRACTIONS,
    GOOD,
    HARD,
    answer,
    card,
    cards_of,
    own_deck,
    reviews_of,
    study,
)
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.errors import Invalid
from vel_tutor.domain import flashcards
from vel_tutor.domain.flashcards import rules
from vel_tutor.domain.flashcards.views import StudyView


def _row(card_id: str) -> str:
    """A card exactly as the database holds it."""
    with reading() as tx:
        row = text("SELECT flashcard::text FROM flashcard WHERE id = :id")
        return tx.session.connection().execute(row, {"id": UUID(card_id)}).scalar_one()


@pytest.mark.parametrize("rating", [AGAIN, HARD, GOOD, EASY])
def test_undo_restores_the_row_to_the_byte_and_takes_the_review_away(ada, rating):
    slug = own_deck(ada, 1)
    study(ada, slug, AFTERNOON)
    later = AFTERNOON + 9 * DAY
    with clock.stopped(later):
        view = flashcards.open_study(ada, slug)
        before, reviews = _row(view.face.card_id), reviews_of(ada)
        answer(ada, view, rating)
        assert _row(view.face.card_id) != before

        undone = flashcards.undo(ada, slug)

    assert _row(view.face.card_id) == before
    assert reviews_of(ada) == reviews
    assert undone.face.card_id == view.face.card_id


def test_twenty_answers_can_be_taken_back_and_not_one_more(ada, afternoon):
    slug = own_deck(ada, 30)
    flashcards.choose_limits(ada, 50, 100)
    view, rows = flashcards.open_study(ada, slug), []
    for _ in range(25):
        rows.append((view.face.card_id, _row(view.face.card_id)))
        view = answer(ada, view, EASY)

    assert view.undos == rules.UNDO_DEPTH
    for card_id, before in reversed(rows[5:]):
        view = flashcards.undo(ada, slug)
        assert (view.face.card_id, _row(card_id)) == (card_id, before)
    with pytest.raises(flashcards.NothingToUndo):
        flashcards.undo(ada, slug)
    assert reviews_of(ada) == 5


def test_putting_a_card_aside_can_be_undone_like_an_answer(ada, afternoon):
    view = flashcards.open_study(ada, FRACTIONS)
    before = _row(view.face.card_id)
    flashcards.suspend(ada, UUID(view.face.card_id))
    assert flashcards.open_study(ada, FRACTIONS).face.card_id != view.face.card_id

    flashcards.undo(ada, FRACTIONS)

    assert _row(view.face.card_id) == before


def _slip_until(actor, slug, lapses):
    """Forget the one card of a deck until it has lapsed so often; the view after the last."""
    at, view = AFTERNOON, StudyView()
    study(actor, slug, at)
    while card(cards_of(actor)[0].id).lapses < lapses:
        at = max(at + DAY, card(cards_of(actor)[0].id).due_at)
        with clock.stopped(at):
            view = answer(actor, flashcards.open_study(actor, slug), AGAIN)
        study(actor, slug, at + timedelta(minutes=15))
    return view


def test_a_card_that_lapsed_eight_times_is_pointed_out(ada):
    slug = own_deck(ada, 1)

    view = _slip_until(ada, slug, 8)

    assert (view.leech.lapses, view.leech.html) == (8, "front 0")
    assert flashcards.browse(ada, slug).cards[0].is_leech
    assert [n for n in range(30) if rules.is_leech(n)] == [8, 12, 16, 20, 24, 28]


def test_a_card_put_aside_rests_until_it_is_brought_back(ada, afternoon):
    slug = own_deck(ada, 1)
    only = cards_of(ada)[0].id
    flashcards.suspend(ada, only)
    shown = flashcards.browse(ada, slug).cards[0]
    assert (shown.state, shown.is_aside) == ("Put aside", True)
    assert not flashcards.open_study(ada, slug).face.ticket

    flashcards.bring_back(ada, only)

    assert flashcards.open_study(ada, slug).face.card_id == str(only)


def test_a_postponed_card_comes_back_by_itself_after_a_week(ada):
    slug = own_deck(ada, 1)
    with clock.stopped(AFTERNOON):
        flashcards.postpone(ada, cards_of(ada)[0].id)
        assert "Resting until November 9" in flashcards.browse(ada, slug).cards[0].state

    with clock.stopped(AFTERNOON + 6 * DAY):
        assert not flashcards.open_study(ada, slug).face.ticket
    with clock.stopped(AFTERNOON + 7 * DAY):
        assert flashcards.open_study(ada, slug).face.ticket


def test_a_note_to_oneself_stands_on_the_back(ada, afternoon):
    view = flashcards.open_study(ada, FRACTIONS)

    flashcards.fix(ada, UUID(view.face.card_id), "  N is <north>, on top ")

    assert flashcards.open_study(ada, FRACTIONS).face.memo == "N is <north>, on top"
    with pytest.raises(Invalid):
        flashcards.fix(ada, UUID(view.face.card_id), "x" * 201)


def test_of_a_card_and_its_mirror_one_a_day_is_enough(ada):
    slug = own_deck(ada, 1, both_ways=True)

    study(ada, slug, AFTERNOON, EASY)

    assert sorted(one.reviews for one in cards_of(ada)) == [0, 1]
    with clock.stopped(AFTERNOON + DAY):
        assert flashcards.open_study(ada, slug).counts.new == 1

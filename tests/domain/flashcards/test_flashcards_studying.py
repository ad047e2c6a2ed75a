"""Cards come back when they are about to be forgotten; an answer counts once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import func, select

from tests.shelf import (
    AFTERNOON,
    AGAIN,
    DAY,
    EASY,
    FRACTIONS,
    GOOD,
    HARD,
    ZONE,
    answer,
    card,
    cards_of,
    own_deck,
    reviews_of,
    study,
)
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed
from vel_tutor.domain import flashcards, incentives
from vel_tutor.domain.flashcards import table, tickets
from vel_tutor.models.flashcards import Flashcard
from vel_tutor.vocabulary import CardStage, Standing, Subject


def test_studying_a_term_set_begins_it_once(ada, afternoon):
    first, again = (flashcards.open_study(ada, FRACTIONS) for _ in range(2))

    assert first.title == again.title == "Fraction words"
    assert first.face.html == again.face.html == "Numerator"
    assert first.face.ticket != again.face.ticket
    assert len(cards_of(ada)) == len(content.term_set(FRACTIONS).cards)


def test_the_day_brings_ten_new_cards_unless_one_wants_more(ada, afternoon):
    assert flashcards.open_study(ada, FRACTIONS).counts.new == 10

    flashcards.choose_limits(ada, 3, 100)

    assert flashcards.open_study(ada, FRACTIONS).counts.new == 3
    for new, reviews in ((51, 100), (-1, 100), (10, 9), (10, 501)):
        with pytest.raises(Invalid):
            flashcards.choose_limits(ada, new, reviews)


@pytest.mark.parametrize("rating", [AGAIN, HARD, GOOD, EASY])
@pytest.mark.parametrize("round_", range(4))
def test_what_the_button_said_is_what_is_kept(ada, rating, round_):
    slug, at = own_deck(ada, 1), AFTERNOON
    for _ in range(round_):
        study(ada, slug, at, GOOD)
        at = max(at, card(cards_of(ada)[0].id).due_at) + timedelta(hours=12)
    with clock.stopped(at):
        view = flashcards.open_study(ada, slug)
    promised = view.grades[rating - 1]

    with clock.stopped(at + timedelta(hours=3)):  # long enough to pass many a midnight
        flashcards.review(ada, slug, view.face.ticket, rating)

    kept = card(view.face.card_id)
    if kept.stage is CardStage.REVIEW:
        days = incentives.local_day(kept.due_at, ZONE) - kept.reviewed_on
        assert table.short(days) == promised.rest
        assert kept.due_at == incentives.day_begins(kept.reviewed_on + days, ZONE)
    else:
        assert table.short(kept.due_at - kept.reviewed_at) == promised.rest


def test_a_card_in_review_waits_from_three_in_the_night_of_its_day(ada):
    slug = own_deck(ada, 1)
    study(ada, slug, AFTERNOON, EASY)
    due = card(cards_of(ada)[0].id).due_at

    assert due.astimezone(UTC) == incentives.day_begins(incentives.local_day(due, ZONE), ZONE)
    with clock.stopped(due - timedelta(seconds=1)):
        assert not flashcards.open_study(ada, slug).face.ticket
    with clock.stopped(due):
        assert flashcards.open_study(ada, slug).counts.review == 1


def test_a_night_between_two_answers_is_a_day_even_if_it_was_short(ada):
    slug = own_deck(ada, 1)
    late = datetime(2026, 11, 3, 4, 30, tzinfo=UTC)  # half past eleven at night
    study(ada, slug, late, GOOD)
    with clock.stopped(late + timedelta(days=2, hours=-9)):  # by hours only one day later
        view = flashcards.open_study(ada, slug)
        answer(ada, view, GOOD)

    assert card(view.face.card_id).stability == pytest.approx(11.0, abs=0.3)


def test_an_answer_told_twice_counts_once(ada, afternoon):
    view = flashcards.open_study(ada, FRACTIONS)

    first = answer(ada, view)
    again = answer(ada, view, EASY)

    assert (reviews_of(ada), card(view.face.card_id).reviews) == (1, 1)
    assert again.face.card_id == first.face.card_id
    assert again.note == ""


def test_an_answer_from_a_second_device_changes_nothing(ada, afternoon):
    phone, tablet = (flashcards.open_study(ada, FRACTIONS) for _ in range(2))
    answer(ada, phone)

    late = answer(ada, tablet, AGAIN)

    assert (reviews_of(ada), card(phone.face.card_id).reviews) == (1, 1)
    assert "another device" in late.note


def test_answers_may_arrive_in_any_order_and_again_and_again(ada, afternoon):
    views = [flashcards.open_study(ada, FRACTIONS)]
    for _ in range(3):
        views.append(answer(ada, views[-1]))
    late = views[3]

    for view in (late, views[1], late, views[0], views[2], late):
        answer(ada, view)

    assert reviews_of(ada) == 4
    assert all(card(view.face.card_id).reviews == 1 for view in views[:4])


def test_an_answer_taken_back_stays_taken_back_when_it_is_told_again(ada, afternoon):
    view = flashcards.open_study(ada, FRACTIONS)
    answer(ada, view)
    flashcards.undo(ada, FRACTIONS)

    answer(ada, view)

    assert (reviews_of(ada), card(view.face.card_id).reviews) == (0, 0)


@pytest.mark.parametrize("ticket", ["", "x", "x.y", "a:b:c:d:e.f", "é"])
def test_a_ticket_we_did_not_write_answers_nothing(ada, ticket):
    flashcards.open_study(ada, FRACTIONS)

    with pytest.raises(Invalid):
        flashcards.review(ada, FRACTIONS, ticket, GOOD)


@pytest.mark.parametrize("rating", [0, 5, -1])
def test_there_are_four_answers(ada, rating):
    view = flashcards.open_study(ada, FRACTIONS)

    with pytest.raises(Invalid):
        flashcards.review(ada, FRACTIONS, view.face.ticket, rating)


def test_an_answer_to_yesterdays_screen_shows_where_one_is_now(ada, afternoon):
    view = flashcards.open_study(ada, FRACTIONS)
    with clock.stopped(AFTERNOON + tickets.GOOD_FOR + timedelta(minutes=1)):
        late = flashcards.review(ada, FRACTIONS, view.face.ticket, GOOD)

    assert late.note
    assert reviews_of(ada) == 0


def test_only_students_have_cards(ada):
    parent = replace(ada, standing=Standing.PARENT)

    for attempt in (
        lambda: flashcards.library(parent),
        lambda: flashcards.due(parent),
        lambda: flashcards.open_study(parent, FRACTIONS),
        lambda: flashcards.browse(parent, FRACTIONS),
        lambda: flashcards.create_deck(parent, "Deck", Subject.MATH),
        lambda: flashcards.deck_from_gaps(parent),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_nothing_of_a_forgotten_person_stays(ada, bob):
    for actor in (ada, bob):
        study(actor, own_deck(actor, 3), AFTERNOON)
        flashcards.choose_limits(actor, 5, 50)

    with transaction() as tx:
        flashcards.forget(tx, ada.user_id)

    assert (cards_of(ada), reviews_of(ada)) == ([], 0)
    assert len(cards_of(bob)) == 3
    with reading() as tx:
        assert tx.session.exec(select(func.count()).select_from(Flashcard)).one() == 3


def test_a_day_costs_a_bounded_number_of_questions_to_the_database(ada, queries):
    flashcards.choose_limits(ada, 50, 500)
    slug = own_deck(ada, 30)
    view = study(ada, slug, AFTERNOON, most=40)
    with clock.stopped(AFTERNOON + 5 * DAY), queries(at_most=14):
        view = flashcards.open_study(ada, slug)
    with clock.stopped(AFTERNOON + 5 * DAY), queries(at_most=34):
        flashcards.review(ada, slug, view.face.ticket, GOOD)

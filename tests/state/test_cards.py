"""Flashcards as a tab sees them: the shelf, the table, the list of cards."""

from datetime import timedelta

import pytest

from tests import people
from tests.shelf import FRACTIONS, GOOD, cards_of, own_deck, study
from vel_tutor import content, routes
from vel_tutor.core import clock
from vel_tutor.domain import bank, diagnostics, flashcards
from vel_tutor.state.card_list import CardListState, OwnDeckState
from vel_tutor.state.cards import ShelfState
from vel_tutor.state.findings import FindingsState
from vel_tutor.state.study import StudyState
from vel_tutor.state.today import TodayState
from vel_tutor.vocabulary import Subject
from vt import exam


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def actor(ada):
    """Ada, as the domain knows her."""
    return people.acting(ada)


@pytest.fixture
async def studying(tab, ada):
    """Ada's tab with the fraction words on the table."""
    opened = tab(ada, routes.card_deck(FRACTIONS))
    await opened.do(StudyState.begin)
    return opened


async def test_the_shelf_shows_every_set_and_what_is_due(tab, ada):
    shelf = tab(ada, routes.CARDS)

    await shelf.do(ShelfState.begin)

    assert shelf.held["loaded"]
    assert len(shelf.held["found"]) == len(content.term_sets())
    assert shelf.held["library"].due.words == ""


async def test_filters_narrow_the_choice(tab, ada):
    shelf = tab(ada, routes.CARDS)
    await shelf.do(ShelfState.begin)

    await shelf.do(ShelfState.look_for("fraction WORDS"))
    assert FRACTIONS in {one.slug for one in shelf.held["found"]}
    await shelf.do(ShelfState.choose_subject("science"))
    assert shelf.held["found"] == []
    await shelf.do(ShelfState.look_for(""))
    assert {one.subject for one in shelf.held["found"]} == {"science"}
    await shelf.do(ShelfState.choose_grade("5"))
    assert {one.grade for one in shelf.held["found"]} == {5}


@pytest.mark.parametrize("hostile", [{"$gt": 1}, None, 7, "x" * 5000])
async def test_a_filter_takes_words_only(tab, ada, hostile):
    shelf = tab(ada, routes.CARDS)
    await shelf.do(ShelfState.begin)

    await shelf.do(ShelfState.look_for(hostile))

    assert len(shelf.held["found"]) == len(content.term_sets())


async def test_answering_lays_the_next_card_and_moves_the_focus(studying, actor):
    first = studying.held["table"].face

    await studying.do(StudyState.grade(first.ticket, GOOD))

    assert studying.held["table"].face.card_id != first.card_id
    assert studying.held["table"].undos == 1
    assert studying.focus == "ref_card_front"
    assert sum(one.reviews for one in cards_of(actor)) == 1


async def test_an_answer_that_was_buffered_while_the_state_was_lost_still_counts(
    tab, ada, actor, studying
):
    ticket = studying.held["table"].face.ticket
    fresh = tab(ada, routes.card_deck(FRACTIONS))

    await fresh.do(StudyState.grade(ticket, GOOD))

    assert sum(one.reviews for one in cards_of(actor)) == 1


@pytest.mark.parametrize(
    ("ticket", "rating"), [("x" * 301, 3), ("no", 3), (None, 3), ({"a": 1}, 3), (7, 3)]
)
async def test_no_made_up_ticket_answers(studying, actor, ticket, rating):
    await studying.do(StudyState.grade(ticket, rating))

    assert sum(one.reviews for one in cards_of(actor)) == 0


@pytest.mark.parametrize("rating", [0, 5, -1, "good", None, 2.5, [3]])
async def test_there_are_four_answers_and_no_more(studying, actor, rating):
    before = studying.held["table"]

    await studying.do(StudyState.grade(before.face.ticket, rating))

    assert studying.held["table"] == before
    assert sum(one.reviews for one in cards_of(actor)) == 0


async def test_undo_brings_the_card_back(studying):
    first = studying.held["table"].face
    await studying.do(StudyState.grade(first.ticket, GOOD))

    await studying.do(StudyState.undo)

    assert studying.held["table"].face.card_id == first.card_id
    await studying.do(StudyState.undo)
    assert "nothing to take back" in studying.said


async def test_a_deck_that_is_not_there_leads_away(tab, ada):
    bob_deck = own_deck(people.acting(people.student("Bob")), 1)
    for slug in ("no-such-deck", bob_deck):
        lost = tab(ada, routes.card_deck(slug))
        await lost.do(StudyState.begin)
        assert lost.went_to == routes.NOT_FOUND
        await lost.do(CardListState.begin)
        assert lost.went_to == routes.NOT_FOUND


async def test_a_new_deck_leads_to_writing_its_cards(tab, ada, actor):
    shelf = tab(ada, routes.CARDS)
    await shelf.do(ShelfState.create_deck({"title": "Capitals", "subject": "science"}))
    writing = tab(ada, shelf.went_to)
    await writing.do(CardListState.begin)
    form = {"front": "France", "back": "Paris", "both_ways": "yes"}

    await writing.do(OwnDeckState.add(form))

    assert [one.html for one in writing.held["deck"].cards] == ["France", "Paris"]
    assert writing.held["written"] == 1
    card = writing.held["deck"].cards[0].card_id
    await writing.do(OwnDeckState.edit({"card_id": card, "front": "Spain", "back": "Madrid"}))
    await writing.do(OwnDeckState.delete(writing.held["deck"].cards[1].card_id))
    assert [one.html for one in writing.held["deck"].cards] == ["Spain"]
    await writing.do(OwnDeckState.put_back(writing.held["removed"]))
    assert len(writing.held["deck"].cards) == 2
    await writing.do(OwnDeckState.rename({"title": "Cities"}))
    assert writing.held["deck"].deck.title == "Cities"


async def test_a_deleted_deck_can_be_put_back_from_the_shelf(tab, ada, actor):
    deck = own_deck(actor, 2)
    page = tab(ada, routes.card_list(deck))
    await page.do(OwnDeckState.delete_deck(deck))
    assert page.went_to == routes.CARDS
    assert page.held["gone"].title == "Capitals"

    await page.do(ShelfState.put_back(page.held["gone"].deck_id))

    assert page.held["gone"].deck_id == ""
    assert page.held["library"].mine[0].cards == 2


async def test_a_card_put_aside_says_so_and_comes_back(tab, ada, actor):
    deck = own_deck(actor, 1)
    page = tab(ada, routes.card_list(deck))
    await page.do(CardListState.begin)
    card = page.held["deck"].cards[0].card_id

    await page.do(CardListState.put_aside(card))
    assert page.held["deck"].cards[0].state == "Put aside"
    await page.do(CardListState.bring_back(card))
    assert page.held["deck"].cards[0].state == "New"
    await page.do(CardListState.rest(card))
    assert page.held["deck"].cards[0].is_aside
    await page.do(CardListState.help_along({"card_id": card, "memo": "think of it"}))
    assert page.held["deck"].cards[0].memo == "think of it"


async def test_no_gaps_yet_is_said_kindly(tab, ada):
    shelf = tab(ada, routes.CARDS)

    await shelf.do(ShelfState.make_from_gaps)

    assert "Practise a little" in shelf.said


@pytest.mark.parametrize(
    "form", [{"new_a_day": "51", "reviews_a_day": "100"}, {}, {"new_a_day": []}]
)
async def test_limits_nobody_offered_are_refused(tab, ada, actor, form):
    shelf = tab(ada, routes.CARDS)

    await shelf.do(ShelfState.choose_limits(form))

    assert shelf.said
    assert flashcards.library(actor).limits.new_a_day == 10


async def test_limits_are_kept(tab, ada, actor):
    shelf = tab(ada, routes.CARDS)

    await shelf.do(ShelfState.choose_limits({"new_a_day": "5", "reviews_a_day": "60"}))

    limits = flashcards.library(actor).limits
    assert (limits.new_a_day, limits.reviews_a_day) == (5, 60)


async def test_today_says_what_is_due(tab, ada, actor):
    study(actor, own_deck(actor, 3), clock.now() - timedelta(days=5))
    today = tab(ada, routes.TODAY)

    await today.do(TodayState.load)

    assert today.held["cards"].words == "3 cards due"


async def test_what_a_test_found_missing_becomes_cards(tab, ada, actor):
    bank.fill(Subject.SCIENCE, per_family=3)
    choice = diagnostics.DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
    test = exam.take(actor, choice, -3.0, clock.now() - timedelta(hours=1))
    page = tab(ada, routes.diagnostic_results(test))

    await page.do(FindingsState.make_cards)

    results = diagnostics.results(actor, test)
    weak = {one.skill for one in results.skills if 0 <= one.percent < 65}
    made = {content.family(one.family).skill for one in cards_of(actor)}
    assert made
    assert made <= weak
    assert page.went_to == routes.card_list(cards_of(actor)[0].deck_id)


async def test_nobody_makes_cards_of_somebody_elses_test(tab, ada, actor):
    bank.fill(Subject.SCIENCE, per_family=3)
    choice = diagnostics.DiagnosticChoice(subject=Subject.SCIENCE, grade=8)
    test = diagnostics.open_test(actor, choice)
    bob = people.student("Bob")
    page = tab(bob, routes.diagnostic_results(test))

    await page.do(FindingsState.make_cards)

    assert page.went_to == ""
    assert cards_of(people.acting(bob)) == []

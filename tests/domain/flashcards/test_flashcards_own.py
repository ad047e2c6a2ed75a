"""The library, and decks of one's own."""

from uuid import UUID

import pytest

from tests.shelf import (
    AFTERNOON,
    DAY,
    FRACTIONS,
    GOOD,
    card,
    cards_of,
    own_deck,
    study,
)
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import flashcards
from vel_tutor.domain.flashcards import rules
from vel_tutor.vocabulary import Subject


def test_the_library_finds_what_is_near_the_learner_first(ada):
    found = flashcards.library(ada)

    distances = [abs(one.grade - ada.grade) for one in found.sets]
    assert distances == sorted(distances)
    assert len(found.sets) == len(content.term_sets())
    assert found.mine == ()
    flashcards.open_study(ada, FRACTIONS)
    assert FRACTIONS not in {one.slug for one in flashcards.library(ada).sets}
    assert flashcards.library(ada).mine[0].slug == FRACTIONS


def test_a_set_can_be_looked_at_without_beginning_it(ada):
    shown = flashcards.browse(ada, FRACTIONS)

    assert not shown.deck.is_begun
    assert {one.state for one in shown.cards} == {"New"}
    assert cards_of(ada) == []


def test_own_cards_are_text_and_nothing_else(ada, afternoon):
    deck = flashcards.create_deck(ada, " My  deck ", Subject.MATH)
    flashcards.add_card(ada, deck, "<script>x</script>", "a \\(x^2\\)\nb")

    view = flashcards.open_study(ada, str(deck))

    assert view.title == "My deck"
    assert view.face.html == "&lt;script&gt;x&lt;/script&gt;"
    assert view.face.back == "a \\(x^2\\)\nb"


@pytest.mark.parametrize(
    ("front", "back"), [("", "b"), ("a", "  "), ("x" * 301, "b"), ("a", "\x00"), ("a\x1b[2J", "b")]
)
def test_a_card_needs_two_readable_sides(ada, front, back):
    deck = flashcards.create_deck(ada, "Deck", Subject.MATH)

    with pytest.raises(Invalid):
        flashcards.add_card(ada, deck, front, back)


def test_an_edited_card_keeps_what_was_learned(ada):
    study(ada, slug := own_deck(ada, 1), AFTERNOON)
    before = cards_of(ada)[0]

    flashcards.edit_card(ada, before.id, "better", "clearer")

    after = cards_of(ada)[0]
    assert (after.front, after.stability, after.due_at) == (
        "better",
        before.stability,
        before.due_at,
    )
    assert slug


def test_what_was_deleted_can_be_put_back_with_what_was_learned(ada):
    study(ada, slug := own_deck(ada, 2), AFTERNOON)
    first = cards_of(ada)[0].id
    flashcards.delete_card(ada, first)
    flashcards.delete_deck(ada, UUID(slug))
    assert flashcards.library(ada).mine == ()
    with pytest.raises(NotFound):
        flashcards.browse(ada, slug)

    flashcards.restore_deck(ada, UUID(slug))
    assert flashcards.library(ada).mine[0].cards == 1
    flashcards.restore_card(ada, first)

    assert flashcards.library(ada).mine[0].cards == 2
    assert card(first).reviews > 0


def test_deleted_cards_are_forgotten_after_a_month(ada):
    slug = own_deck(ada, 2)
    with clock.stopped(AFTERNOON):
        flashcards.delete_card(ada, cards_of(ada)[0].id)
    with clock.stopped(AFTERNOON + 29 * DAY):
        assert flashcards.forget_deleted() == 0

    with clock.stopped(AFTERNOON + 31 * DAY):
        assert (flashcards.forget_deleted(), flashcards.forget_deleted()) == (1, 0)
    assert len(cards_of(ada)) == 1
    assert slug


def test_there_is_room_for_fifty_decks_and_two_hundred_cards(ada, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OWN_DECKS", 2)
    monkeypatch.setattr(rules, "MOST_OWN_CARDS", 3)
    first = flashcards.create_deck(ada, "One", Subject.MATH)
    flashcards.create_deck(ada, "Two", Subject.MATH)
    with pytest.raises(Invalid):
        flashcards.create_deck(ada, "Three", Subject.MATH)
    flashcards.add_card(ada, first, "a", "b", both_ways=True)

    with pytest.raises(Invalid):
        flashcards.add_card(ada, first, "c", "d", both_ways=True)
    flashcards.add_card(ada, first, "c", "d")


def test_nobody_touches_somebody_elses_cards(ada, bob):
    deck = own_deck(ada, 1)
    only = cards_of(ada)[0].id
    ticket = flashcards.open_study(ada, deck).face.ticket

    for attempt in (
        lambda: flashcards.open_study(bob, deck),
        lambda: flashcards.review(bob, flashcards.TODAY, ticket, GOOD),
        lambda: flashcards.browse(bob, deck),
        lambda: flashcards.undo(bob, deck),
        lambda: flashcards.suspend(bob, only),
        lambda: flashcards.postpone(bob, only),
        lambda: flashcards.bring_back(bob, only),
        lambda: flashcards.fix(bob, only, "mine now"),
        lambda: flashcards.edit_card(bob, only, "a", "b"),
        lambda: flashcards.delete_card(bob, only),
        lambda: flashcards.restore_card(bob, only),
        lambda: flashcards.delete_deck(bob, UUID(deck)),
        lambda: flashcards.restore_deck(bob, UUID(deck)),
        lambda: flashcards.rename_deck(bob, UUID(deck), "Bob's"),
        lambda: flashcards.add_card(bob, UUID(deck), "a", "b"),
        lambda: flashcards.open_study(bob, "no-such-set"),
        lambda: flashcards.browse(bob, "no-such-set"),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_what_belongs_to_a_set_cannot_be_edited_away(ada):
    flashcards.open_study(ada, FRACTIONS)
    one = cards_of(ada)[0]

    for attempt in (
        lambda: flashcards.edit_card(ada, one.id, "a", "b"),
        lambda: flashcards.delete_card(ada, one.id),
        lambda: flashcards.add_card(ada, one.deck_id, "a", "b"),
        lambda: flashcards.rename_deck(ada, one.deck_id, "Mine"),
    ):
        with pytest.raises(NotFound):
            attempt()

"""What a day at the cards comes to: practice, mastery, a picture, a forecast."""

from datetime import timedelta
from uuid import UUID, uuid4

from tests.shelf import (
    AFTERNOON,
    DAY,
    EASY,
    ZONE,
    answer,
    cards_of,
    master,
    own_deck,
    reviews_of,
    study,
)
from vel_tutor.core import clock
from vel_tutor.domain import flashcards, incentives
from vel_tutor.domain.flashcards import FlashcardDeckCompleted, rules
from vel_tutor.vocabulary import Subject


def test_a_finished_queue_of_ten_read_cards_is_a_day_of_practice(ada):
    slug = own_deck(ada, 10)
    with clock.stopped(AFTERNOON):
        view = flashcards.open_study(ada, slug)
    for number in range(9):
        with clock.stopped(AFTERNOON + timedelta(seconds=number)):
            view = answer(ada, view, EASY)
            assert not incentives.purse(ada).practised_today

    with clock.stopped(AFTERNOON + timedelta(minutes=1)):
        view = answer(ada, view, EASY)

        assert incentives.purse(ada).practised_today
        assert incentives.purse(ada).lifetime_xp == incentives.XP_PRACTICE_DAY
    assert view.over.counted_day
    assert (view.over.done, view.over.right_percent) == (10, 100)


def test_cards_nobody_could_have_read_make_no_day(ada, afternoon):
    slug = own_deck(ada, 12)
    view = flashcards.open_study(ada, slug)
    while view.face.ticket:
        view = answer(ada, view, EASY, seconds=0.4)

    assert reviews_of(ada) == 10
    assert not incentives.purse(ada).practised_today


def test_ten_cards_of_a_longer_queue_are_not_a_day_yet(ada, afternoon):
    flashcards.choose_limits(ada, 50, 100)
    slug = own_deck(ada, 12)
    view = flashcards.open_study(ada, slug)
    for _ in range(11):
        view = answer(ada, view, EASY)

    assert not incentives.purse(ada).practised_today


def test_a_mastered_deck_is_told_once_with_its_honest_number(ada, published):
    view = master(ada, slug := own_deck(ada, 6))

    told = [one for one in published if isinstance(one, FlashcardDeckCompleted)]
    assert [(one.cards, one.user_id) for one in told] == [(6, ada.user_id)]
    assert view.spotlight.words == "Just mastered 6 Science flashcards!"
    assert flashcards.browse(ada, slug).deck.percent == 100
    for one in cards_of(ada):
        assert one.stability >= rules.MASTERED_DAYS
        assert one.reviewed_on > one.introduced_on


def test_nothing_is_mastered_on_the_first_day(ada, published):
    slug = own_deck(ada, 3)

    study(ada, slug, AFTERNOON, EASY)

    assert flashcards.library(ada).mine[0].mastered == 0
    assert not [one for one in published if isinstance(one, FlashcardDeckCompleted)]


def test_the_share_picture_says_a_number_and_never_words_of_the_owner(ada, bob):
    slug = own_deck(ada, 6)
    assert flashcards.share_facts(ada, UUID(slug)) is None
    master(ada, slug)

    facts = flashcards.share_facts(ada, UUID(slug))

    assert facts is not None
    assert (facts.count, facts.skill, facts.subject) == (6, "Science", Subject.SCIENCE)
    assert flashcards.share_facts(bob, UUID(slug)) is None
    assert flashcards.share_facts(ada, uuid4()) is None


def test_too_small_a_deck_is_nothing_to_share(ada):
    view = master(ada, slug := own_deck(ada, 2))

    assert view.spotlight.count == 2
    assert not view.spotlight.may_share
    assert flashcards.share_facts(ada, UUID(slug)) is None


def test_a_child_is_not_asked_to_share(lea):
    view = master(lea, own_deck(lea, 6))

    assert view.spotlight.count == 6
    assert not view.spotlight.may_share


def test_the_forecast_has_every_card_on_its_day(ada):
    study(ada, slug := own_deck(ada, 5), AFTERNOON, EASY)
    due = [incentives.local_day(one.due_at, ZONE) for one in cards_of(ada)]

    with clock.stopped(AFTERNOON):
        days = flashcards.library(ada).forecast

    assert len(days) == 14
    assert days[0].day == "Today"
    today = incentives.local_day(AFTERNOON, ZONE)
    assert [one.count for one in days] == [due.count(today + n * DAY) for n in range(14)]
    with clock.stopped(AFTERNOON + 30 * DAY):
        assert flashcards.library(ada).forecast[0].count == 5
        assert flashcards.due(ada).words == "5 cards due"
    assert slug

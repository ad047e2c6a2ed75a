"""Cards come back when they are about to be forgotten; an answer counts once and can be undone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlmodel import func, select

from tests.shelf import (
    AFTERNOON,
    AGAIN,
    EASY,
    FRACTIONS,
    GOOD,
    HARD,
    answer,
    card,
    cards_of,
    master,
    own_deck,
    study,
)
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import flashcards, incentives
from vel_tutor.domain.flashcards import FlashcardDeckCompleted, rules, table, tickets
from vel_tutor.domain.flashcards.views import StudyView
from vel_tutor.models.flashcards import CardReview, Flashcard
from vel_tutor.vocabulary import CardStage, Standing, Subject

DAY = timedelta(days=1)
ZONE = "America/New_York"


@pytest.fixture
def afternoon():
    """The clock stands at four in the afternoon."""
    with clock.stopped(AFTERNOON):
        yield AFTERNOON


def _reviews(actor) -> int:
    with reading() as tx:
        mine = select(func.count()).select_from(CardReview)
        return tx.session.exec(mine.where(CardReview.user_id == actor.user_id)).one()


def _row(card_id: str) -> str:
    """A card exactly as the database holds it."""
    with reading() as tx:
        row = text("SELECT flashcard::text FROM flashcard WHERE id = :id")
        return tx.session.connection().execute(row, {"id": UUID(card_id)}).scalar_one()


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

    assert (_reviews(ada), card(view.face.card_id).reviews) == (1, 1)
    assert again.face.card_id == first.face.card_id
    assert again.note == ""


def test_an_answer_from_a_second_device_changes_nothing(ada, afternoon):
    phone, tablet = (flashcards.open_study(ada, FRACTIONS) for _ in range(2))
    answer(ada, phone)

    late = answer(ada, tablet, AGAIN)

    assert (_reviews(ada), card(phone.face.card_id).reviews) == (1, 1)
    assert "another device" in late.note


def test_answers_may_arrive_in_any_order_and_again_and_again(ada, afternoon):
    views = [flashcards.open_study(ada, FRACTIONS)]
    for _ in range(3):
        views.append(answer(ada, views[-1]))
    late = views[3]

    for view in (late, views[1], late, views[0], views[2], late):
        answer(ada, view)

    assert _reviews(ada) == 4
    assert all(card(view.face.card_id).reviews == 1 for view in views[:4])


def test_an_answer_taken_back_stays_taken_back_when_it_is_told_again(ada, afternoon):
    view = flashcards.open_study(ada, FRACTIONS)
    answer(ada, view)
    flashcards.undo(ada, FRACTIONS)

    answer(ada, view)

    assert (_reviews(ada), card(view.face.card_id).reviews) == (0, 0)


@pytest.mark.parametrize("rating", [AGAIN, HARD, GOOD, EASY])
def test_undo_restores_the_row_to_the_byte_and_takes_the_review_away(ada, rating):
    slug = own_deck(ada, 1)
    study(ada, slug, AFTERNOON)
    later = AFTERNOON + 9 * DAY
    with clock.stopped(later):
        view = flashcards.open_study(ada, slug)
        before, reviews = _row(view.face.card_id), _reviews(ada)
        answer(ada, view, rating)
        assert _row(view.face.card_id) != before

        undone = flashcards.undo(ada, slug)

    assert _row(view.face.card_id) == before
    assert _reviews(ada) == reviews
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
    assert _reviews(ada) == 5


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

    assert _reviews(ada) == 10
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
    assert _reviews(ada) == 0


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

    assert (cards_of(ada), _reviews(ada)) == ([], 0)
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

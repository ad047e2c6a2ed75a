"""Cards from gaps ask what went wrong, and their keys stand up to marking."""

from uuid import UUID

import pytest

from tests import people
from tests.decks import FIVE, finished, question, wrong_answer
from tests.shelf import AFTERNOON, cards_of
from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.domain import flashcards, practice
from vel_tutor.domain.flashcards import gaps
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.vocabulary import CardSource, ItemFormat, Subject

PICKED = DeckChoice(subject=Subject.MATH, grade=4, skill="math.perimeter", size=5)
"""Questions with answers to pick, each of them a known slip or right."""


@pytest.fixture
def mistaken(ada):
    """Ada, with a deck of five in which every answer shows a slip, and what they were."""
    with clock.stopped(AFTERNOON):
        session = UUID(practice.open_session(ada, PICKED).session_id)
        slips = []
        for position in range(5):
            went = practice.submit_answer(ada, session, position, wrong_answer(session, position))
            slips.append((question(session, position), went.verdict.html))
            practice.next_question(ada, session, position)
    return slips


def test_a_slip_becomes_a_card_that_asks_what_went_wrong(ada, mistaken):
    with clock.stopped(AFTERNOON):
        (deck,) = flashcards.deck_from_gaps(ada)
        view = flashcards.open_study(ada, str(deck))

    assert view.title == "From my gaps: math"
    assert view.face.asks == "Find the slip"
    assert view.face.back in {why for _, why in mistaken}
    assert view.face.example.startswith("The right answer is ")


def test_making_cards_again_adds_nothing(ada, mistaken):
    with clock.stopped(AFTERNOON):
        first = flashcards.deck_from_gaps(ada)
        before = [(one.id, one.key, one.position) for one in cards_of(ada)]

        assert flashcards.deck_from_gaps(ada) == first
    assert [(one.id, one.key, one.position) for one in cards_of(ada)] == before


def test_weak_skills_of_a_test_become_questions_with_worked_steps(ada):
    with clock.stopped(AFTERNOON):
        (deck,) = flashcards.deck_from_gaps(ada, ["math.place_value", "math.no_such_skill"])
        view = flashcards.open_study(ada, str(deck))

    assert {one.source for one in cards_of(ada)} == {CardSource.QUESTION}
    assert {content.family(one.family).skill for one in cards_of(ada)} == {"math.place_value"}
    assert view.face.asks == "Work it out"
    assert view.face.steps


def test_one_deck_for_each_subject(ada):
    decks = flashcards.deck_from_gaps(ada, ["math.place_value", "science.speed"])

    titles = {one.title for one in flashcards.library(ada).mine}
    assert len(decks) == 2
    assert titles == {"From my gaps: math", "From my gaps: science"}


def test_cards_of_one_family_are_siblings(ada):
    flashcards.deck_from_gaps(ada, ["math.place_value"])

    notes = {}
    for one in cards_of(ada):
        notes.setdefault(one.family, set()).add(one.note_id)
    assert all(len(ids) == 1 for ids in notes.values())


def test_whoever_shows_no_gap_is_told_so(ada):
    with pytest.raises(flashcards.NoGaps):
        flashcards.deck_from_gaps(ada)
    finished(ada, FIVE, at=AFTERNOON)
    with pytest.raises(flashcards.NoGaps), clock.stopped(AFTERNOON):
        flashcards.deck_from_gaps(ada, [])


def test_old_slips_are_let_go(ada, mistaken):
    with clock.stopped(AFTERNOON + 2 * gaps.SLIPS_LOOKED_AT):
        flashcards.deck_from_gaps(ada)

    assert CardSource.SLIP not in {one.source for one in cards_of(ada)}


@pytest.mark.parametrize(
    "family",
    [one for one in content.families() if one.format in gaps.FORMATS][::9],
    ids=lambda one: one.id,
)
def test_every_question_on_a_card_has_a_key_that_marking_accepts(family):
    for seed in range(4):
        item = content.instance(family.id, seed)
        if not gaps.fits(item):
            continue
        answers = range(len(item.choices)) if item.choices else (item.key,)
        right = [content.check(item, str(one)).right for one in answers]

        assert right.count(True) == 1
        assert item.format in ItemFormat


def test_a_card_without_its_content_is_passed_over(ada, monkeypatch):
    flashcards.deck_from_gaps(ada, ["math.place_value"])
    gone = cards_of(ada)[0].family
    known = content.family

    def family(name):
        if name == gone:
            raise KeyError(name)
        return known(name)

    monkeypatch.setattr(content, "family", family)
    deck = str(cards_of(ada)[0].deck_id)
    shown = flashcards.browse(ada, deck).cards

    assert 0 < len(shown) < len(cards_of(ada))
    assert flashcards.open_study(ada, deck).face.card_id != str(cards_of(ada)[0].id)


def test_bob_does_not_learn_from_adas_slips(ada, mistaken):
    bob = people.acting(people.student("Bob"))

    with pytest.raises(flashcards.NoGaps), clock.stopped(AFTERNOON):
        flashcards.deck_from_gaps(bob)

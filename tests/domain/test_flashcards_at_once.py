"""Two devices at once: every answer counts once, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlmodel import func, select

from tests import people
from tests.shelf import EASY, FRACTIONS, GOOD, card, cards_of, own_deck
from vel_tutor.core.db import reading
from vel_tutor.domain import flashcards
from vel_tutor.models.flashcards import CardReceipt, CardReview, CardUndo

pytestmark = pytest.mark.commits


def _count(table) -> int:
    with reading() as tx:
        return tx.session.exec(select(func.count()).select_from(table)).one()


def _at_once(*deeds):
    with ThreadPoolExecutor(len(deeds)) as pool:
        return [one.result() for one in [pool.submit(deed) for deed in deeds]]


def test_one_answer_told_by_ten_at_once_counts_once(ada):
    view = flashcards.open_study(ada, FRACTIONS)

    _at_once(*[lambda: flashcards.review(ada, FRACTIONS, view.face.ticket, GOOD)] * 10)

    assert (_count(CardReview), _count(CardReceipt), _count(CardUndo)) == (1, 1, 1)
    assert card(view.face.card_id).reviews == 1


def test_two_devices_with_one_card_give_one_answer(ada):
    views = [flashcards.open_study(ada, FRACTIONS) for _ in range(6)]

    _at_once(
        *(
            lambda view=view: flashcards.review(ada, FRACTIONS, view.face.ticket, EASY)
            for view in views
        )
    )

    assert _count(CardReview) == 1
    assert card(views[0].face.card_id).reviews == 1


def test_beginning_a_set_from_everywhere_begins_it_once(ada):
    _at_once(*[lambda: flashcards.open_study(ada, FRACTIONS)] * 8)

    assert len(flashcards.library(ada).mine) == 1
    assert len({one.key for one in cards_of(ada)}) == len(cards_of(ada))


def test_answers_and_undos_at_once_leave_as_many_reviews_as_the_cards_say(ada):
    slug = own_deck(ada, 6)
    view = flashcards.open_study(ada, slug)
    for _ in range(3):
        view = flashcards.review(ada, slug, view.face.ticket, EASY)

    def undo():
        try:
            flashcards.undo(ada, slug)
        except flashcards.NothingToUndo:
            return False
        return True

    def answer():
        flashcards.review(ada, slug, view.face.ticket, EASY)
        return True

    _at_once(undo, answer, undo, answer, undo)

    assert _count(CardReview) == sum(one.reviews for one in cards_of(ada))
    assert _count(CardUndo) == _count(CardReview)


def test_a_deck_mastered_on_two_devices_is_told_once(published):
    from tests.shelf import AFTERNOON, master

    ada = people.acting(people.student("Ada"))
    view = master(ada, own_deck(ada, 5), at=AFTERNOON)

    assert view.spotlight.count == 5
    assert sum(type(one).__name__ == "FlashcardDeckCompleted" for one in published) == 1
    assert UUID(view.spotlight.deck_id)

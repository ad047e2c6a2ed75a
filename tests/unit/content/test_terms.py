"""Every term set can be learned from: unique fronts, something on each back, enough cards."""

from collections import Counter
from dataclasses import replace

import pytest

from vel_tutor.content import terms
from vel_tutor.vocabulary import Subject

SETS = terms.term_sets()


@pytest.mark.parametrize("one", SETS, ids=lambda one: one.id)
def test_every_set_passes_its_gates(one):
    assert terms.faults(one) == []


def test_no_two_sets_share_an_id_or_a_title():
    assert len({one.id for one in SETS}) == len({(one.subject, one.title) for one in SETS})
    assert len({one.id for one in SETS}) == len(SETS)


def _spoiled(**changes):
    return terms.faults(replace(SETS[0], **changes))


def test_the_gates_see_what_is_wrong():
    first, *others = SETS[0].cards

    assert _spoiled(cards=tuple(others[:14]))
    assert _spoiled(cards=(first, *SETS[0].cards))
    assert _spoiled(cards=(replace(first, back=" "), *others))
    assert _spoiled(cards=(replace(first, front="x" * 121), *others))
    assert _spoiled(cards=(replace(first, back=first.front.upper()), *others))
    assert _spoiled(cards=(replace(first, back=others[0].back), *others))
    assert _spoiled(skill="math.juggling")
    assert _spoiled(grade=14)
    assert _spoiled(id="No Slug!")


@pytest.mark.parametrize(
    ("front", "key"),
    [("Unit fraction", "unit-fraction"), ("  What is 1/2?", "what-is-1-2"), ("π", "u3c0")],
)
def test_a_card_is_known_by_its_front(front, key):
    assert terms.slug(front) == key


def test_a_card_that_was_taken_out_is_gone():
    assert SETS[0].card(SETS[0].cards[0].key) == SETS[0].cards[0]
    assert SETS[0].card("no-such-card") is None


def test_nobody_is_told_two_things_about_one_term_in_one_grade():
    told = Counter((one.subject, one.grade, card.key) for one in SETS for card in one.cards)

    assert [term for term, times in told.items() if times > 1] == []


def test_every_subject_and_age_has_something_to_learn_by_heart():
    by_subject = Counter(one.subject for one in SETS)

    assert by_subject[Subject.MATH] >= 14
    assert by_subject[Subject.SCIENCE] >= 15
    assert by_subject[Subject.READING] >= 13
    for low, high in ((0, 2), (3, 5), (6, 8), (9, 13)):
        assert {one.subject for one in SETS if low <= one.grade <= high} == set(Subject)

"""Adaptive tests are opened once, by whom they are for, and survive everything at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest

from tests import people
from tests.sittings import MORNING, SCIENCE
from vel_tutor.core.errors import Invalid, NotAllowed, NotFound
from vel_tutor.domain import accounts, bank, diagnostics
from vel_tutor.domain.accounts import Browser
from vel_tutor.vocabulary import Standing, Subject
from vt import exam


def test_opening_the_same_choice_again_goes_on_with_the_same_test(ada):
    assert diagnostics.open_test(ada, SCIENCE) == diagnostics.open_test(ada, SCIENCE)


def test_a_subject_has_one_test_at_a_time(ada, test_id):
    with pytest.raises(diagnostics.OneWaiting):
        diagnostics.open_test(ada, replace(SCIENCE, grade=9))

    diagnostics.drop(ada, test_id)

    assert diagnostics.open_test(ada, replace(SCIENCE, grade=9)) != test_id


def test_no_test_is_opened_for_a_grade_or_subject_there_is_none_for(ada):
    for choice in (replace(SCIENCE, grade=14), replace(SCIENCE, subject=Subject.MATH)):
        with pytest.raises(Invalid):
            diagnostics.open_test(ada, choice)


def test_neither_tutors_nor_staff_nor_locked_children_take_tests(min, tess, sam):
    for actor in (min, tess, sam):
        with pytest.raises(NotAllowed):
            diagnostics.open_test(actor, SCIENCE)


def test_a_teen_who_chooses_a_childs_grade_is_asked_their_age_first(ada):
    with pytest.raises(accounts.AgeAsked):
        diagnostics.open_test(ada, replace(SCIENCE, grade=5))

    accounts.answer_age(ada, "1", "1", "2010")

    assert diagnostics.open_test(ada, replace(SCIENCE, grade=5))


def test_a_parent_takes_the_test_of_their_own_child_and_of_nobody_else(ada):
    pat_in = people.parent("Pat")
    lea_in = people.child("Lea", "pat@example.org")
    accounts.give_consent(
        people.mailed_link("consent", to="pat"), Browser(session_token=pat_in.token)
    )
    pat, lea = people.acting(pat_in), people.acting(lea_in)
    for_lea = replace(SCIENCE, grade=4, student_id=lea.user_id)

    opened = diagnostics.open_test(pat, for_lea)

    assert diagnostics.look(pat, opened).whose == "Lea"
    assert diagnostics.look(lea, opened).whose == ""
    assert [one.test_id for one in diagnostics.overview(lea).waiting] == [str(opened)]
    for choice in (SCIENCE, replace(SCIENCE, student_id=ada.user_id)):
        with pytest.raises(NotFound):
            diagnostics.open_test(pat, choice)
    with pytest.raises(NotFound):
        diagnostics.open_test(ada, for_lea)


@pytest.mark.commits
def test_two_tabs_that_answer_at_once_leave_one_answer_and_one_next_question(ada):
    bank.fill(Subject.SCIENCE, per_family=2)
    test_id = diagnostics.open_test(ada, SCIENCE)
    diagnostics.begin_part(ada, test_id, 1)
    answers = [exam.an_answer(test_id, 0, right=right) for right in (True, False)] * 3

    with ThreadPoolExecutor(6) as tabs:
        views = list(tabs.map(lambda given: diagnostics.answer(ada, test_id, 0, given), answers))

    rows = exam.rows(test_id)
    assert {view.question.position for view in views} == {1}
    assert [bool(row.answered_at) for row in rows] == [True, False]


@pytest.mark.commits
def test_opening_from_two_tabs_at_once_makes_one_test(ada):
    bank.fill(Subject.SCIENCE, per_family=2)

    with ThreadPoolExecutor(4) as tabs:
        opened = list(tabs.map(lambda _: diagnostics.open_test(ada, SCIENCE), range(4)))

    assert len(set(opened)) == 1


def test_a_guardian_of_nobody_sees_an_empty_overview(pat, ada):
    exam.take(ada, SCIENCE, 0.0, MORNING)

    seen = diagnostics.overview(pat)
    own = diagnostics.overview(ada)

    assert (seen.takers, seen.waiting, seen.past) == ((), (), ())
    assert [one.is_scored for one in own.past] == [True]
    assert UUID(own.past[0].test_id)
    assert Standing.PARENT not in {ada.standing}

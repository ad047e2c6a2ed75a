"""Who may act for a child, and what happens when a teen asks for a child's work."""

from dataclasses import replace

import pytest
from sqlmodel import select

from tests import people
from vel_tutor.core.db import reading
from vel_tutor.core.errors import NotAllowed
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import AgeAsked, Browser
from vel_tutor.domain.accounts.refusals import BirthdayOdd
from vel_tutor.models.safety import AuditEntry
from vel_tutor.vocabulary import AuditAction, Standing


@pytest.fixture
def pat_in(clean_world):
    return people.parent("Pat")


@pytest.fixture
def lea_of_pat(pat_in):
    """Lea, whose parent said yes while signed in."""
    signed_in = people.child("Lea", "pat@example.org")
    browser = Browser(session_token=pat_in.token)
    accounts.give_consent(people.mailed_link("consent", to="pat"), browser)
    return people.acting(signed_in)


def may(actor, student):
    with reading() as tx:
        return accounts.acts_for(tx, actor, student.user_id)


def deeds():
    with reading() as tx:
        return set(tx.session.exec(select(AuditEntry.action)).all())


def test_a_parent_who_said_yes_signed_in_may_act_for_the_child(pat_in, lea_of_pat):
    pat = people.acting(pat_in)

    assert [child.first_name for child in accounts.children(pat)] == ["Lea"]
    assert may(pat, lea_of_pat)
    assert AuditAction.PARENT_LINKED in deeds()


def test_an_account_with_the_parents_address_alone_may_not(lea):
    somebody = people.acting(people.parent("Pat.Of.Lea".replace(".", "")))

    assert accounts.children(somebody) == ()
    assert not may(somebody, lea)


def test_nobody_else_acts_for_a_child(lea_of_pat, ada, tess):
    assert may(lea_of_pat, lea_of_pat)
    assert not may(ada, lea_of_pat)
    assert not may(tess, lea_of_pat)
    assert not may(tess, tess)


def test_taking_the_yes_back_ends_it(pat_in, lea_of_pat):
    pat = people.acting(pat_in)
    accounts.revoke_consent(people.mailed_link("parent-stop", to="pat"), Browser())

    assert accounts.children(pat) == ()
    assert not may(pat, lea_of_pat)


def test_a_teen_who_asks_for_a_childs_work_is_asked_their_age_until_they_answer(ada):
    for _ in range(2):
        with pytest.raises(AgeAsked):
            accounts.note_grade(ada, 6)
    assert accounts.age_is_asked(ada)
    assert AuditAction.AGE_ASKED in deeds()
    with pytest.raises(BirthdayOdd):
        accounts.answer_age(ada, "31", "2", "2011")

    assert accounts.answer_age(ada, "1", "2", "2010")

    accounts.note_grade(ada, 3)
    assert not accounts.age_is_asked(ada)


def test_the_answer_of_a_child_locks_the_account_and_cannot_be_taken_back(clean_world):
    signed_in = people.student("Kim")
    kim = people.acting(signed_in)
    with pytest.raises(AgeAsked):
        accounts.note_grade(kim, 4)

    assert not accounts.answer_age(kim, "1", "2", "2018")

    locked = people.acting(signed_in)
    assert locked.standing is Standing.LOCKED_CHILD
    with pytest.raises(NotAllowed):
        accounts.answer_age(locked, "1", "2", "2008")


def test_grades_that_fit_ask_nothing(ada, lea, pat):
    accounts.note_grade(ada, 7)
    accounts.note_grade(lea, 2)
    accounts.note_grade(pat, 2)
    accounts.note_grade(replace(ada, standing=Standing.ADULT), 2)

    assert not accounts.age_is_asked(ada)


def test_several_children_have_several_parents(pat_in, lea_of_pat):
    signed_in = people.child("Noa", "pat@example.org")
    browser = Browser(session_token=pat_in.token)
    accounts.give_consent(people.mailed_link("consent", to="pat"), browser)

    pat, noa = people.acting(pat_in), people.acting(signed_in)

    assert [child.first_name for child in accounts.children(pat)] == ["Lea", "Noa"]
    with reading() as tx:
        assert accounts.parents_of(tx, noa.user_id) == (pat.user_id,)
        assert accounts.parents_of(tx, lea_of_pat.user_id) == (pat.user_id,)

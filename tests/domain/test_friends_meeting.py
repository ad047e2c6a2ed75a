"""Who may meet whom, what they may call each other, and what is hidden from whom."""

from uuid import uuid4

import pytest
from sqlmodel import select

from jobs.friends import look_at_friends
from tests.befriending import befriend
from tests.people import acting, parent, parent_of, student
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import Invalid, NotFound, TooMany
from vel_tutor.domain import accounts, friends
from vel_tutor.domain.accounts.events import StandingChanged
from vel_tutor.live import topics
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import ConsentScope, ReportKind


@pytest.fixture
def gus(clean_world):
    """A grown-up student."""
    return acting(student("Gus", years=30))


def may_meet(one, other):
    with reading() as tx:
        verdict = friends.may_meet(tx, one.user_id, other.user_id)
        assert verdict == friends.may_meet(tx, other.user_id, one.user_id)
        return verdict


def test_grown_ups_and_minors_do_not_meet_and_children_nobody_unasked(ada, bob, gus, pat, lea):
    assert may_meet(ada, bob)
    assert may_meet(gus, pat)
    assert not may_meet(ada, gus)
    assert not may_meet(ada, pat)
    assert not may_meet(ada, lea)
    assert not may_meet(lea, pat)
    with reading() as tx:
        assert not friends.may_meet(tx, ada.user_id, ada.user_id)


def test_a_child_whose_parent_let_friends_in_meets_minors_and_still_no_grown_up(ada, gus, lea):
    accounts.switch(parent_of(lea), lea.user_id, ConsentScope.FRIENDS, on=True)

    assert may_meet(lea, ada)
    assert not may_meet(lea, gus)


def test_a_parent_meets_their_own_child(lea, pat):
    own = parent_of(lea, name="Paula")

    assert may_meet(own, lea)
    assert not may_meet(pat, lea)


def test_made_up_people_meet_nobody_real(ada, bob):
    with transaction() as tx:
        made_up = tx.session.get(User, bob.user_id)
        assert made_up is not None
        made_up.simulation = "run 1"
        tx.session.add(made_up)

    assert not may_meet(ada, bob)


def test_whoever_is_blocked_is_shut_out_on_both_sides(ada, bob, gus):
    friends.block(ada, bob.user_id)

    assert not may_meet(ada, bob)
    with reading() as tx:
        assert friends.shut_out(tx, ada.user_id) == {bob.user_id}
        assert friends.shut_out(tx, bob.user_id) == {ada.user_id}
        assert friends.shut_out(tx, gus.user_id) == frozenset()


def test_friends_call_each_other_by_their_first_names_in_one_question(ada, bob, gus, queries):
    befriend(bob, ada)
    everybody = [ada.user_id, bob.user_id, gus.user_id]

    with reading() as tx:
        tx.session.connection()
        with queries(at_most=1):
            called = friends.names(tx, ada.user_id, everybody)

    assert called == {
        ada.user_id: "Ada",
        bob.user_id: "Bob",
        gus.user_id: accounts.pseudonym(gus.user_id),
    }


def test_friends_know_each_other_in_one_question_each(ada, bob, gus, queries):
    befriend(bob, ada)

    with reading() as tx:
        tx.session.connection()
        with queries(at_most=3):
            assert friends.friends_of(tx, ada.user_id) == (bob.user_id,)
            assert friends.are_friends(tx, ada.user_id, bob.user_id)
            assert not friends.are_friends(tx, ada.user_id, gus.user_id)


def test_whoever_switches_friends_off_has_none_and_no_name_until_it_is_on_again(ada, bob):
    mum = parent_of_teen(bob)
    befriend(ada, bob)

    accounts.switch(mum, bob.user_id, ConsentScope.FRIENDS, on=False)
    with reading() as tx:
        assert friends.friends_of(tx, ada.user_id) == ()
        assert friends.friends_of(tx, bob.user_id) == ()
        assert not friends.are_friends(tx, ada.user_id, bob.user_id)
        assert friends.names(tx, ada.user_id, [bob.user_id])[bob.user_id] != "Bob"

    accounts.switch(mum, bob.user_id, ConsentScope.FRIENDS, on=True)
    with reading() as tx:
        assert friends.friends_of(tx, bob.user_id) == (ada.user_id,)


def test_friends_look_again_when_somebody_is_switched_off(ada, bob, gus, published):
    befriend(ada, bob)
    published.clear()

    with transaction() as tx:
        look_at_friends(tx, StandingChanged(user_id=bob.user_id))
        look_at_friends(tx, StandingChanged(user_id=gus.user_id))

    assert [event.topics for event in published] == [(topics.friends(ada.user_id),)]


def parent_of_teen(teen):
    """Somebody whom a teen has made their parent."""
    theirs = acting(parent("Paula"))
    token = accounts.invite_parent(teen, teen.user_id).rpartition("/")[2]
    accounts.accept_invitation(theirs, token)
    return theirs


def test_what_is_reported_is_gone_for_the_reporter_alone(ada, bob, published):
    line = uuid4()

    friends.report(ada, bob.user_id, ReportKind.UNKIND, line)
    friends.report(ada, bob.user_id, ReportKind.UNKIND, line)

    with reading() as tx:
        assert friends.reported_by(tx, ada.user_id) == {line}
        assert friends.reported_by(tx, bob.user_id) == frozenset()
    assert [type(event) for event in published] == [friends.Reported]


def test_nobody_reports_themselves_or_nobody(ada):
    with pytest.raises(Invalid):
        friends.report(ada, ada.user_id, ReportKind.SPAM)
    with pytest.raises(NotFound):
        friends.report(ada, uuid4(), ReportKind.SPAM)


def test_reports_are_limited(ada, bob):
    for _ in range(20):
        friends.report(ada, bob.user_id, ReportKind.SPAM, uuid4())

    with pytest.raises(TooMany):
        friends.report(ada, bob.user_id, ReportKind.SPAM, uuid4())


def test_a_switch_as_a_column_says_what_it_says_otherwise(ada, lea, min, pat, tess, sam):
    accounts.switch(parent_of(lea, "Paula"), lea.user_id, ConsentScope.FRIENDS, on=True)

    for person in (ada, lea, min, pat, tess, sam):
        with reading() as tx:
            on = {
                scope
                for scope in ConsentScope
                if tx.session.exec(
                    select(accounts.is_on(scope)).where(User.id == person.user_id)
                ).one()
            }
            assert on == accounts.scopes_of(tx, person.user_id)

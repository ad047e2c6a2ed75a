"""Friends of children: what waits for a parent, and what a parent never hears of."""

from uuid import UUID

import pytest

from tests.befriending import code_of
from tests.people import parent_of
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, friends, notifications
from vel_tutor.domain.friends import CodeOdd, FriendsOff
from vel_tutor.vocabulary import ConsentScope


@pytest.fixture
def mum(lea):
    """Lea's mother, who lets her have friends."""
    theirs = parent_of(lea, "Paula")
    accounts.switch(theirs, lea.user_id, ConsentScope.FRIENDS, on=True)
    return theirs


@pytest.fixture
def kim(lea, mum):
    """Lea as she stands with friends switched on."""
    return accounts.actor_of(lea.user_id)


def wish(parent, child):
    [one] = friends.wishes_of_child(parent, child.user_id)
    return UUID(one.id)


def names(actor):
    return [friend.name for friend in friends.page(actor).friends]


def kinds(actor):
    return [notice.kind for notice in notifications.inbox(actor).notices]


def test_a_child_has_no_friends_before_a_parent_switches_them_on(ada, lea):
    assert friends.page(lea) == friends.FriendsView()
    with pytest.raises(FriendsOff):
        friends.ask(lea, code_of(ada))


def test_the_question_of_a_child_goes_on_after_a_parents_yes(ada, kim, mum):
    friends.ask(kim, code_of(ada))
    assert friends.page(ada).asking == ()
    assert "friend_leave" in kinds(mum)

    friends.answer_for_child(mum, kim.user_id, wish(mum, kim), yes=True)
    assert kinds(ada) == ["friend_asked"]

    friends.accept(ada, UUID(friends.page(ada).asking[0].id))
    assert (names(ada), names(kim)) == (["Lea"], ["Ada"])


def test_a_child_who_is_asked_needs_their_own_yes_and_a_parents(ada, kim, mum):
    friends.ask(ada, code_of(kim))
    [question] = friends.page(kim).asking

    friends.accept(kim, UUID(question.id))
    assert names(ada) == []
    friends.answer_for_child(mum, kim.user_id, wish(mum, kim), yes=True)

    assert names(ada) == ["Lea"]


def test_the_parent_may_be_first(ada, kim, mum):
    friends.ask(ada, code_of(kim))
    friends.answer_for_child(mum, kim.user_id, wish(mum, kim), yes=True)
    assert names(kim) == []

    friends.accept(kim, UUID(friends.page(kim).asking[0].id))

    assert names(kim) == ["Ada"]


def test_a_parents_no_ends_it_and_ada_is_not_told(ada, kim, mum):
    friends.ask(ada, code_of(kim))
    before = friends.page(ada)

    friends.answer_for_child(mum, kim.user_id, wish(mum, kim), yes=False)

    assert friends.page(kim).asking == ()
    assert friends.page(ada) == before
    assert friends.wishes_of_child(mum, kim.user_id) == ()


def test_no_other_parent_has_a_say_and_a_teen_decides_alone(ada, bob, kim, mum, pat):
    friends.ask(kim, code_of(ada))
    with pytest.raises(NotFound):
        friends.answer_for_child(pat, kim.user_id, wish(mum, kim), yes=True)

    token = accounts.invite_parent(bob, bob.user_id).rpartition("/")[2]
    accounts.accept_invitation(pat, token)
    friends.ask(ada, code_of(bob))
    [question] = friends.page(bob).asking
    assert friends.wishes_of_child(pat, bob.user_id) == ()
    with pytest.raises(NotFound):
        friends.answer_for_child(pat, bob.user_id, UUID(question.id), yes=False)


def test_switched_off_a_child_is_asked_by_nobody(ada, kim, mum):
    code = code_of(kim)
    accounts.switch(mum, kim.user_id, ConsentScope.FRIENDS, on=False)

    with pytest.raises(CodeOdd):
        friends.ask(ada, code)

"""Friends as tabs see them."""

from uuid import UUID

import pytest

from tests import people
from tests.befriending import befriend, code_of
from tests.people import acting
from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, friends
from vel_tutor.domain.friends import CodeOdd
from vel_tutor.state.friends import (
    FriendAskState,
    FriendCodeState,
    FriendDeedState,
    FriendDoorState,
    FriendsState,
    FriendWishState,
)
from vel_tutor.vocabulary import ConsentScope, FriendDoor


@pytest.fixture
def ada(clean_world):
    """Ada with the secret of her sign-in, as her browser holds it."""
    return people.student("Ada")


@pytest.fixture
def bob(clean_world):
    return people.student("Bob")


def named(tab):
    return [friend.name for friend in tab.held["view"].friends]


async def test_ada_asks_by_the_link_and_bob_says_yes_on_his_page(tab, ada, bob):
    hers = tab(ada, routes.friend_invited(code_of(acting(bob)).replace("-", "")))
    await hers.do(FriendDoorState.arrive)
    assert hers.held["door"].stage == FriendDoor.OPEN
    await hers.do(FriendDoorState.ask)
    assert hers.held["door"].stage == FriendDoor.ASKED
    assert "Bob" not in hers.sent

    his = tab(bob, routes.FRIENDS)
    await his.do(FriendsState.begin)
    [wish] = his.held["view"].asking
    await his.do(FriendAskState.accept(wish.id))

    assert named(his) == ["Ada"]


async def test_a_stranger_learns_what_it_is_and_comes_back_after_signing_in(tab, ada):
    code = code_of(acting(ada)).replace("-", "")
    screen = tab(None, routes.friend_invited(code))

    await screen.do(FriendDoorState.arrive)

    assert screen.held["door"].stage == FriendDoor.STRANGER
    assert screen.held["path"] == routes.friend_invited(code)
    assert accounts.pseudonym(acting(ada).user_id) not in screen.sent


async def test_a_wrong_code_is_said_at_its_field(tab, ada):
    screen = tab(ada, routes.FRIENDS)

    await screen.do(FriendAskState.ask({"code": "nonsense"}))

    assert screen.held["problem"] == CodeOdd.words


async def test_ada_ends_a_friendship_and_asks_again(tab, ada, bob):
    befriend(acting(ada), acting(bob))
    screen = tab(ada, routes.FRIENDS)
    await screen.do(FriendsState.begin)
    [friend] = screen.held["view"].friends

    await screen.do(FriendDeedState.choose(friend.id, friend.name))
    await screen.do(FriendDeedState.turn("remove"))
    await screen.do(FriendDeedState.settle)
    assert (named(screen), screen.held["gone"]) == ([], friend.id)

    await screen.do(FriendDeedState.undo)
    assert len(screen.held["view"].asked) == 1


async def test_ada_blocks_bob_and_lets_him_be_again(tab, ada, bob):
    befriend(acting(ada), acting(bob))
    screen = tab(ada, routes.FRIENDS)
    await screen.do(FriendsState.begin)
    [friend] = screen.held["view"].friends

    await screen.do(FriendDeedState.choose(friend.id, friend.name))
    await screen.do(FriendDeedState.turn("block"))
    await screen.do(FriendDeedState.settle)
    [blocked] = screen.held["view"].blocked
    assert named(screen) == []
    assert friends.page(acting(bob)).friends == ()

    await screen.do(FriendDeedState.unblock(blocked.id))
    assert screen.held["view"].blocked == ()


async def test_a_report_takes_one_of_our_reasons(tab, ada, bob):
    befriend(acting(ada), acting(bob))
    screen = tab(ada, routes.FRIENDS)
    await screen.do(FriendsState.begin)
    await screen.do(FriendDeedState.choose(screen.held["view"].friends[0].id, "Bob"))

    await screen.do(FriendDeedState.report("whatever I like to say"))
    assert screen.said
    await screen.do(FriendDeedState.report("unkind"))
    assert screen.said == ""


async def test_a_new_code_is_shown_and_the_old_one_is_dead(tab, ada, bob):
    screen = tab(ada, routes.FRIENDS)
    await screen.do(FriendsState.begin)
    old = screen.held["view"].own.code

    await screen.do(FriendCodeState.renew)

    assert screen.held["view"].own.code != old
    with pytest.raises(CodeOdd):
        friends.ask(acting(bob), old)


def link_family(parent, child):
    """Let the guardian behind the mailbox make a parent of `parent`."""
    accounts.ask_for_child(acting(parent), accounts.settings_of(child).profile.sign_in_name)
    [asked] = accounts.family_of(acting(parent)).asked
    with transaction() as tx:
        accounts.pass_on_request(tx, UUID(asked.id))
    accounts.answer_by_mail(people.mailed_link("family-link"), accounts.Browser(), yes=True)


async def test_a_parent_answers_for_a_child_on_the_childs_page(tab, ada, lea):
    pat = people.parent("Paula")
    link_family(pat, lea)
    accounts.switch(acting(pat), lea.user_id, ConsentScope.FRIENDS, on=True)
    child = accounts.actor_of(lea.user_id)
    friends.ask(child, code_of(acting(ada)))
    screen = tab(pat, routes.family_child(lea.user_id))

    await screen.do(FriendWishState.begin)
    [wish] = screen.held["wishes"]
    await screen.do(FriendWishState.answer(wish.id, True))

    assert screen.held["wishes"] == []
    assert len(friends.page(acting(ada)).asking) == 1


async def test_a_parent_has_no_friends_page(tab):
    screen = tab(people.parent("Pat"), routes.FRIENDS)

    await screen.do(FriendsState.begin)

    assert not screen.held.get("is_loaded")

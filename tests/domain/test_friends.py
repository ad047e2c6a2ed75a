"""Friends: asking by code, saying yes and no, ending it, and keeping somebody away."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests import people
from tests.befriending import befriend, code_of
from tests.people import acting, student
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound, TooMany
from vel_tutor.domain import accounts, friends, notifications, safety
from vel_tutor.domain.friends import AskedMany, CodeOdd, FriendsFull, TheirsFull, rules
from vel_tutor.models.accounts import User
from vel_tutor.models.friends import Friendship
from vel_tutor.vocabulary import AgeBand, FriendDoor, ReportKind, Role


@pytest.fixture
def gus(clean_world):
    """A grown-up student."""
    return acting(student("Gus", years=30))


def friends_named(actor):
    return [friend.name for friend in friends.page(actor).friends]


def kinds(actor):
    return [notice.kind for notice in notifications.inbox(actor).notices]


def asking(actor):
    [wish] = friends.page(actor).asking
    return UUID(wish.id)


def asked(actor):
    [wish] = friends.page(actor).asked
    return UUID(wish.id)


def test_ada_asks_by_code_and_bob_says_yes(ada, bob, published):
    assert friends.door(ada, code_of(bob)).stage == FriendDoor.OPEN
    friends.ask(ada, code_of(bob).lower())
    assert friends.page(bob).asking[0].name == accounts.pseudonym(ada.user_id)
    assert kinds(bob) == ["friend_asked"]

    friends.accept(bob, asking(bob))

    assert (friends_named(ada), friends_named(bob)) == (["Bob"], ["Ada"])
    assert (friends.page(ada).asked, friends.page(bob).asking) == ((), ())
    assert kinds(ada) == ["friend_accepted"]
    assert [event for event in published if isinstance(event, friends.FriendshipBegan)]
    assert friends.door(ada, code_of(bob)).stage == FriendDoor.FRIENDS


def test_asking_twice_is_one_question(ada, bob):
    for _ in range(2):
        assert friends.ask(ada, code_of(bob)).stage == FriendDoor.ASKED

    assert len(friends.page(bob).asking) == 1


def test_who_asks_whoever_has_asked_them_is_a_friend_at_once(ada, bob):
    friends.ask(ada, code_of(bob))
    assert friends.ask(bob, code_of(ada)).stage == FriendDoor.FRIENDS

    assert friends_named(ada) == ["Bob"]


def test_codes_of_whatever_is_wrong_with_them_get_the_same_answer(ada, bob):
    gus = acting(student("Gus"))
    uma = acting(student("Uma", years=30))
    old = code_of(bob)
    friends.renew_code(bob)
    friends.block(gus, ada.user_id)
    closed = friends.DoorView(FriendDoor.CLOSED.value, words=CodeOdd.words)

    wrong = ("ABCD-EFGH", "", "x" * 500, "../../etc")
    for code in (old, code_of(ada), code_of(gus), code_of(uma), *wrong):
        assert friends.door(ada, code) == closed
    for code in (old, code_of(gus), code_of(uma)):
        with pytest.raises(CodeOdd):
            friends.ask(ada, code)


def test_strangers_see_the_same_behind_every_link(ada):
    assert friends.door(None, code_of(ada)) == friends.door(None, "ABCD-EFGH")


def test_guessing_codes_is_limited(ada):
    for _ in range(safety.FRIEND_CODE.times):
        friends.door(ada, "ABCD-EFGH")

    with pytest.raises(TooMany):
        friends.door(ada, "ABCD-EFGH")


def test_only_students_have_friends(pat, tess, min):
    for person in (pat, tess, min):
        with pytest.raises(NotAllowed):
            friends.ask(person, "ABCD-EFGH")
        with pytest.raises(NotAllowed):
            friends.page(person)


def test_a_no_is_not_told_and_stands_for_a_while(ada, bob):
    friends.ask(ada, code_of(bob))
    before = friends.page(ada).asked

    friends.decline(bob, asking(bob))
    assert friends.page(bob).asking == ()
    assert friends.page(ada).asked == before

    friends.withdraw(ada, asked(ada))
    assert friends.ask(ada, code_of(bob)).stage == FriendDoor.ASKED
    assert friends.page(bob).asking == ()

    with clock.stopped(clock.now() + rules.QUESTION_LIVES + timedelta(hours=1)):
        assert friends.page(ada).asked == ()
        friends.ask(ada, code_of(bob))
        assert len(friends.page(bob).asking) == 1


def test_whoever_said_no_may_think_better_of_it(ada, bob):
    friends.ask(ada, code_of(bob))
    friends.decline(bob, asking(bob))

    friends.ask(bob, code_of(ada))

    assert friends_named(bob) == ["Ada"]


def test_a_question_taken_back_is_gone(ada, bob):
    friends.ask(ada, code_of(bob))
    waiting = asking(bob)

    friends.withdraw(ada, asked(ada))

    with pytest.raises(NotFound):
        friends.accept(bob, waiting)
    assert friends.page(bob).asking == ()


def test_ended_friendships_can_be_asked_for_again_for_a_moment(ada, bob, published):
    befriend(ada, bob)
    [friend] = friends.page(ada).friends

    friends.remove(ada, UUID(friend.id))
    assert (friends_named(ada), friends_named(bob)) == ([], [])
    assert isinstance(published[-1], friends.FriendshipEnded)

    with pytest.raises(NotFound):
        friends.ask_again(bob, UUID(friend.id))
    friends.ask_again(ada, UUID(friend.id))
    friends.accept(bob, asking(bob))
    assert friends_named(ada) == ["Bob"]


def test_too_late_to_ask_again_without_a_code(ada, bob):
    befriend(ada, bob)
    [friend] = friends.page(ada).friends
    friends.remove(ada, UUID(friend.id))

    with clock.stopped(clock.now() + timedelta(minutes=11)), pytest.raises(NotFound):
        friends.ask_again(ada, UUID(friend.id))


def test_whoever_is_blocked_is_gone_and_cannot_come_back(ada, bob, published):
    befriend(ada, bob)
    [friend] = friends.page(ada).friends

    friends.block_behind(ada, UUID(friend.id))
    friends.block(ada, bob.user_id)

    assert (friends_named(ada), friends_named(bob)) == ([], [])
    assert [one.name for one in friends.page(ada).blocked] == [accounts.pseudonym(bob.user_id)]
    assert friends.page(bob).blocked == ()
    for one, other in ((ada, bob), (bob, ada)):
        with pytest.raises(CodeOdd):
            friends.ask(one, code_of(other))
    assert [type(event) for event in published[-2:]] == [friends.FriendshipEnded, friends.Blocked]


def test_a_block_is_taken_back_by_whoever_made_it(ada, bob):
    friends.block(ada, bob.user_id)
    [blocked] = friends.page(ada).blocked
    with pytest.raises(NotFound):
        friends.unblock(bob, UUID(blocked.id))

    friends.unblock(ada, UUID(blocked.id))

    befriend(bob, ada)
    assert friends_named(ada) == ["Bob"]


def test_nobody_acts_on_what_is_between_others(ada, bob, gus):
    befriend(ada, bob)
    [friend] = friends.page(ada).friends

    for deed in (friends.accept, friends.decline, friends.withdraw, friends.remove):
        for key in (UUID(friend.id), uuid4()):
            with pytest.raises(NotFound):
                deed(gus, key)
    with pytest.raises(NotFound):
        friends.report_behind(gus, UUID(friend.id), ReportKind.UNKIND)


def test_the_asker_cannot_say_yes(ada, bob):
    friends.ask(ada, code_of(bob))

    with pytest.raises(NotFound):
        friends.accept(ada, asked(ada))


def test_there_is_room_for_so_many_friends_and_questions(ada, bob, gus, monkeypatch):
    monkeypatch.setattr(rules, "MOST_FRIENDS", 1)
    monkeypatch.setattr(rules, "MOST_OPEN", 1)
    cleo, dan = (acting(people.student(name)) for name in ("Cleo", "Dan"))
    friends.ask(ada, code_of(cleo))
    with pytest.raises(AskedMany):
        friends.ask(ada, code_of(dan))

    befriend(bob, dan)
    with pytest.raises(FriendsFull):
        friends.ask(bob, code_of(cleo))
    friends.ask(cleo, code_of(dan))
    with pytest.raises(FriendsFull):
        friends.accept(dan, asking(dan))
    friends.accept(cleo, asking(cleo))
    assert friends_named(ada) == ["Cleo"]


def test_a_full_friend_has_no_room_for_a_question_of_theirs(ada, bob, monkeypatch):
    cleo = acting(people.student("Cleo"))
    friends.ask(ada, code_of(bob))
    befriend(ada, cleo)
    monkeypatch.setattr(rules, "MOST_FRIENDS", 1)

    with pytest.raises(TheirsFull):
        friends.accept(bob, asking(bob))


def test_many_friends_come_a_page_at_a_time_and_can_be_looked_for(ada, queries):
    low = ada.user_id
    names = [f"Friend {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"]
    with transaction() as tx:
        for name in names:
            other = User(
                role=Role.STUDENT, first_name=name, age_band=AgeBand.TEEN, created_at=tx.now
            )
            tx.session.add(other)
            tx.session.flush()
            one, two = sorted((low, other.id))
            tx.session.add(
                Friendship(
                    low_id=one,
                    high_id=two,
                    asked_by_id=low,
                    asked_at=tx.now,
                    sent_at=tx.now,
                    agreed_at=tx.now,
                    accepted_at=tx.now,
                )
            )
    friends.page(ada)

    with queries(at_most=9):
        first = friends.page(ada)
    second = friends.page(ada, after=first.more)

    assert [one.name for one in (*first.friends, *second.friends)] == names
    assert (first.total, second.more) == (25, "")
    assert [one.name for one in friends.page(ada, find="friend y").friends] == ["Friend Y"]
    assert friends.page(ada, find="%").friends == ()
    assert friends.page(ada, after="x|nobody").friends == first.friends


def test_nothing_of_a_forgotten_child_stays(ada, bob, gus):
    befriend(ada, bob)
    friends.block(gus, ada.user_id)
    friends.report(ada, gus.user_id, ReportKind.SPAM)
    with transaction() as tx:
        friends.forget(tx, ada.user_id)

    with reading() as tx:
        assert friends.friends_of(tx, bob.user_id) == ()
        assert friends.shut_out(tx, gus.user_id) == frozenset()
        assert friends.reported_by(tx, ada.user_id) == frozenset()

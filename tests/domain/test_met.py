"""People one has played with: who is offered as a friend to ask, and who never is."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests import challenges, people
from tests.befriending import befriend, code_of
from tests.company import member, room_of
from tests.company import play as answer
from tests.decks import finished
from tests.rallies import code_of as rally_code
from tests.rallies import do_quiz
from tests.together import finish, practising, seen_at
from vel_tutor.core import clock
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, friends, loops
from vel_tutor.domain.loops import rescue, together
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import ConsentScope, ReportKind


@pytest.fixture(autouse=True)
def joining():
    """What a composition root does once per process."""
    loops.listen_to_joining()


@pytest.fixture
def una(clean_world):
    """A grown-up student."""
    return people.acting(people.student("Una", years=20, grade=13))


@pytest.fixture
def max_(clean_world):
    """A teenager like Ada and Bob."""
    return people.acting(people.student("Max"))


def challenged(one, other) -> None:
    """`other` plays a challenge of `one` to the end."""
    sent = loops.challenge_from(one, finished(one, wrong=1))
    challenges.play(member(other), challenges.code_of(sent))


def offered(actor) -> list[str]:
    return [one.seed for one in together.met(actor)]


def name(actor) -> str:
    return accounts.pseudonym(actor.user_id)


def test_both_sides_of_a_challenge_are_offered_each_other_by_made_up_names(ada, bob):
    challenged(ada, bob)

    [of_ada], [of_bob] = together.met(ada), together.met(bob)
    assert (of_ada.name, of_bob.name) == (name(bob), name(ada))
    assert of_ada.words.startswith("A challenge, ")
    assert str(bob.user_id) not in repr(of_ada)


def test_whoever_took_an_invitation_to_a_rally_is_offered(ada, bob):
    code = rally_code(ada)
    assert offered(ada) == []

    do_quiz(member(bob), code)

    assert (offered(ada), offered(bob)) == ([name(bob)], [name(ada)])


def test_two_in_a_rescue_are_offered_once_both_are_done(ada, bob):
    code = rescue.invite(ada).share.qr.split("/")[2]
    room = room_of(ada)
    rescue.join(member(bob), code)
    answer(member(ada, "adas-browser"), room, 10)
    assert offered(bob) == []

    answer(member(bob), room, 10)

    assert (offered(ada), offered(bob)) == ([name(bob)], [name(ada)])


def test_two_who_joined_the_same_friend_at_a_deck_are_offered(ada, bob, max_):
    befriend(ada, bob)
    befriend(ada, max_)
    practising(ada)
    for friend in (bob, max_):
        deck = UUID(together.join(friend, ada.user_id).split("/")[2])
        seen_at(friend, deck)
        finish(friend, deck)

    assert (offered(bob), offered(max_)) == ([name(max_)], [name(bob)])
    assert offered(ada) == []


def test_a_press_asks_and_takes_them_off_the_list(ada, bob):
    challenged(ada, bob)
    [game] = together.met(ada)

    together.ask_met(ada, UUID(game.id))

    assert offered(ada) == []
    assert offered(bob) == []
    [wish] = friends.page(bob).asking
    friends.accept(bob, UUID(wish.id))
    assert friends.page(ada).total == 1


def test_nobody_is_asked_who_is_not_offered(ada, bob):
    challenged(ada, bob)
    [game] = together.met(ada)
    friends.block(bob, ada.user_id)

    for odd in (UUID(game.id), uuid4(), bob.user_id):
        with pytest.raises(NotFound):
            together.ask_met(ada, odd)


def test_grown_ups_and_minors_are_never_offered_each_other(ada, una):
    challenged(ada, una)

    assert (offered(ada), offered(una)) == ([], [])


def test_a_child_is_offered_and_offered_to_only_while_a_parent_lets_friends_in(ada, lea):
    paula = people.parent_of(lea)
    challenged(ada, lea)
    assert (offered(ada), together.met(lea)) == ([], ())

    accounts.switch(paula, lea.user_id, ConsentScope.FRIENDS, on=True)
    lea = accounts.actor_of(lea.user_id)
    assert (offered(ada), offered(lea)) == ([name(lea)], [name(ada)])
    said = together.ask_met(lea, UUID(together.met(lea)[0].id))
    assert "parent" in said
    assert friends.page(ada).asking == ()
    assert offered(ada) == [name(lea)]

    accounts.switch(paula, lea.user_id, ConsentScope.FRIENDS, on=False)
    assert offered(ada) == []


@pytest.mark.parametrize("who", ["ada", "bob"])
def test_after_a_block_or_a_report_neither_is_offered_the_other(who, ada, bob):
    challenged(ada, bob)
    by, about = (ada, bob) if who == "ada" else (bob, ada)

    friends.report(by, about.user_id, ReportKind.UNKIND)

    assert (offered(ada), offered(bob)) == ([], [])


def test_whoever_said_no_is_not_offered_again_and_the_asker_cannot_tell(ada, bob):
    challenged(ada, bob)
    together.ask_met(ada, UUID(together.met(ada)[0].id))
    friends.decline(bob, UUID(friends.page(bob).asking[0].id))

    friends.withdraw(ada, UUID(friends.page(ada).asked[0].id))

    assert (offered(ada), offered(bob)) == ([name(bob)], [])


def test_friends_and_whoever_has_been_one_are_not_offered(ada, bob):
    challenged(ada, bob)
    befriend(ada, bob)
    assert offered(ada) == []

    friends.remove(bob, UUID(friends.page(bob).friends[0].id))

    assert (offered(ada), offered(bob)) == ([], [])


def test_after_thirty_days_nobody_is_offered_any_more(ada, bob):
    challenged(ada, bob)

    with clock.stopped(clock.now() + timedelta(days=31)):
        assert offered(ada) == []


def test_made_up_people_are_offered_to_nobody_real(ada, bob):
    challenged(ada, bob)
    with transaction() as tx:
        made_up = tx.session.get(User, bob.user_id)
        assert made_up is not None
        made_up.simulation = "run 1"
        tx.session.add(made_up)

    assert offered(ada) == []


def test_a_long_list_costs_no_more_questions_than_a_short_one(ada, bob, max_, queries):
    challenged(ada, bob)
    with queries(at_most=12):
        assert len(together.met(ada)) == 1
    challenged(ada, max_)
    with queries(at_most=12):
        assert offered(ada) == [name(max_), name(bob)]


def test_parents_play_no_games(pat):
    with pytest.raises(NotAllowed):
        together.met(pat)


def test_a_stranger_with_a_code_is_no_acquaintance(ada, bob):
    friends.ask(bob, code_of(ada))

    with reading() as tx:
        assert friends.may_ask(tx, ada.user_id, [bob.user_id]) == frozenset()

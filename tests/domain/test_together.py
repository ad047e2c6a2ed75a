"""Joining a friend at the same questions: who may, and what each of them sees."""

from uuid import UUID, uuid4

import pytest

from tests import people
from tests.befriending import befriend
from tests.decks import right_answer
from tests.together import finish, hide, practising, seen_at
from vel_tutor.core.db import reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, friends, practice
from vel_tutor.domain.loops import together
from vel_tutor.live import presence
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import AgeBand


@pytest.fixture
def emma(ada):
    """ada, at a deck, for the friends she has."""
    practising(ada)
    return ada


@pytest.fixture
def deck_of_emma(emma) -> UUID:
    return UUID(presence.doings([emma.user_id])[emma.user_id].doing.deck)


@pytest.fixture(autouse=True)
def bob_is_her_friend(emma, bob):
    befriend(emma, bob)


def joined(actor, friend) -> UUID:
    return UUID(together.join(actor, friend.user_id).split("/")[2])


def cards(session_id):
    with reading() as tx:
        return practice.same_deck(tx, session_id)


def strip(actor, session_id):
    return together.company(actor, session_id).view


def test_a_friend_gets_the_same_questions_in_a_deck_of_his_own(bob, emma, deck_of_emma):
    practice.submit_answer(emma, deck_of_emma, 0, right_answer(deck_of_emma, 0))

    his = joined(bob, emma)

    assert his != deck_of_emma
    assert cards(his) == cards(deck_of_emma)
    assert practice.resume(bob, his).answered == 0


def test_whoever_comes_again_comes_back_to_where_he_was(bob, emma):
    his = joined(bob, emma)
    practice.submit_answer(bob, his, 0, right_answer(his, 0))

    assert joined(bob, emma) == his
    assert practice.resume(bob, his).answered == 1


def test_both_see_how_far_the_other_is_and_never_an_answer(bob, emma, deck_of_emma):
    his = joined(bob, emma)
    seen_at(bob, his)
    practice.submit_answer(bob, his, 0, right_answer(his, 0))

    [mate] = strip(emma, deck_of_emma).mates

    assert (mate.name, mate.words, mate.is_here, mate.is_done) == ("Bob", "1 of 5", True, False)
    assert strip(bob, his).mates[0].words == "0 of 5"


def test_whoever_is_done_is_shown_as_done(bob, emma, deck_of_emma):
    his = joined(bob, emma)
    finish(bob, his)

    [mate] = strip(emma, deck_of_emma).mates

    assert (mate.words, mate.is_done, mate.percent) == ("5 of 5, done", True, 100)


def test_whose_deck_it_is_may_be_alone_at_once(bob, emma, deck_of_emma):
    his = joined(bob, emma)

    together.practise_alone(emma, deck_of_emma, alone=True)

    assert strip(emma, deck_of_emma).mates == strip(bob, his).mates == ()
    assert strip(bob, his).words == "Ada practises alone now. The questions stay yours."
    with pytest.raises(together.WantsToBeAlone):
        together.join(_friend_of(emma), emma.user_id)


def test_whoever_was_alone_may_have_company_again(bob, emma, deck_of_emma):
    his = joined(bob, emma)
    together.practise_alone(emma, deck_of_emma, alone=True)

    together.practise_alone(emma, deck_of_emma, alone=False)

    assert [mate.name for mate in strip(bob, his).mates] == ["Ada"]


def test_only_whose_deck_it_is_says_so(bob, emma, deck_of_emma):
    his = joined(bob, emma)

    for session in (his, deck_of_emma):
        with pytest.raises(NotFound):
            together.practise_alone(bob, session, alone=True)


def test_nobody_looks_at_the_company_of_somebody_else(bob, deck_of_emma):
    with pytest.raises(NotFound):
        together.company(bob, deck_of_emma)


def test_only_friends_join(deck_of_emma, emma):
    cem = people.acting(people.student("Cem"))

    with pytest.raises(together.NotPractising):
        together.join(cem, emma.user_id)


def test_nobody_joins_a_friend_who_is_at_no_deck(bob, emma):
    presence.forget(presence.of_user(emma.user_id))

    with pytest.raises(together.NotPractising):
        together.join(bob, emma.user_id)


def test_nobody_joins_a_deck_that_is_over(bob, emma, deck_of_emma):
    finish(emma, deck_of_emma)

    with pytest.raises(together.NotPractising):
        together.join(bob, emma.user_id)


def test_nobody_joins_a_deck_that_is_not_the_friends_own(bob, emma):
    theirs = practising(bob)
    presence.forget(presence.of_user(emma.user_id))
    seen_at(emma, theirs)
    cem = _friend_of(emma)

    with pytest.raises(together.NotPractising):
        together.join(cem, emma.user_id)


@pytest.mark.parametrize("hides", ["bob", "emma"])
def test_whoever_is_not_seen_neither_joins_nor_is_joined(bob, emma, hides):
    hide({"bob": bob, "emma": emma}[hides])
    bob = accounts.actor_of(bob.user_id)

    with pytest.raises((together.CompanyOff, together.NotPractising)):
        together.join(bob, emma.user_id)


def test_whoever_hides_later_is_gone_from_the_strip_of_the_other(bob, emma, deck_of_emma):
    joined(bob, emma)

    hide(bob)

    assert strip(emma, deck_of_emma).mates == ()


def test_four_are_enough(bob, emma):
    joined(bob, emma)
    for name in ("Cem", "Dia"):
        joined(_friend_of(emma, bob, name=name), emma)

    with pytest.raises(together.DeckFull):
        joined(_friend_of(emma, bob, name="Eda"), emma)


def test_a_grown_up_does_not_come_to_a_deck_where_a_minor_is(bob, emma):
    joined(bob, emma)
    _grow_up(emma)
    old = _friend_of(emma, name="Oda", years=30)

    with pytest.raises(together.KeptApart):
        together.join(old, emma.user_id)


def test_whoever_joins_a_companion_comes_to_the_same_deck(bob, emma, deck_of_emma):
    seen_at(bob, joined(bob, emma))
    cem = _friend_of(bob)

    hers = joined(cem, bob)

    assert cards(hers) == cards(deck_of_emma)
    assert {mate.name for mate in strip(cem, hers).mates} == {"Bob", _pseudonym(emma)}


def test_the_strip_costs_a_few_statements_however_many_are_there(bob, emma, deck_of_emma, queries):
    joined(bob, emma)
    for name in ("Cem", "Dia"):
        joined(_friend_of(emma, name=name), emma)

    with queries(at_most=9):
        shown = strip(emma, deck_of_emma)

    assert len(shown.mates) == 3


def test_without_friends_there_is_no_strip():
    alone = people.acting(people.student("Ida"))

    assert strip(alone, practising(alone)).deck_id == ""


def test_an_unknown_deck_is_not_there(bob):
    with pytest.raises(NotFound):
        together.company(bob, uuid4())


def _friend_of(*others, name="Cem", years=15):
    new = people.acting(people.student(name, years=years))
    for other in others:
        befriend(other, new)
    return new


def _grow_up(actor):
    with transaction() as tx:
        user = tx.session.get_one(User, actor.user_id)
        user.age_band = AgeBand.ADULT
        tx.session.add(user)


def _pseudonym(actor):
    with reading() as tx:
        return friends.names(tx, uuid4(), [actor.user_id])[actor.user_id]

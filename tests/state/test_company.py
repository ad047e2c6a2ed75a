"""Who learns right now, friends and company, as tabs see them."""

from uuid import uuid4

import pytest

from tests import people
from tests.befriending import befriend
from tests.decks import right_answer
from tests.together import practising
from vel_tutor import routes
from vel_tutor.domain.loops import together
from vel_tutor.live import presence, topics
from vel_tutor.live.presence import Here
from vel_tutor.state.company import CompanyState, FriendsNowState
from vel_tutor.state.learning import NowState
from vel_tutor.state.practice import PlayState


@pytest.fixture
def two(clean_world):
    """Ada and her friend Bob, with the secrets of their sign-ins."""
    ada, bob = people.student("Ada"), people.student("Bob")
    befriend(people.acting(ada), people.acting(bob))
    return ada, bob


def crowd(people_there: int, *, guests: int = 0) -> None:
    """So many members, and so many guests, at math."""
    named = [presence.of_user(uuid4()) for _ in range(people_there)]
    named += [presence.of_visitor(f"guest-{number}") for number in range(guests)]
    presence.beat(
        [
            Here(topics.learning(where), person, person)
            for person in named
            for where in (topics.EVERYTHING, "math")
        ]
    )


async def now(tab, who):
    screen = tab(who, routes.TODAY)
    await screen.do(NowState.begin)
    return screen.held["now"]


async def test_while_nobody_learns_nothing_is_said(tab, two):
    shown = await now(tab, two[0])

    assert (shown.words, shown.subjects) == ("", ())


async def test_a_few_have_neither_number_nor_face(tab, two):
    crowd(4)

    shown = await now(tab, two[0])

    assert shown.words == "A few students practising now"
    assert [(one.name, one.count, one.faces) for one in shown.subjects] == [("Math", "a few", ())]


async def test_many_have_a_number_and_eight_faces(tab, two):
    crowd(12)

    shown = await now(tab, two[0])

    assert shown.words == "12 students practising now"
    assert shown.subjects[0].count == "12"
    assert len(set(shown.subjects[0].faces)) == 8


async def test_guests_count_and_have_no_face(tab, two):
    crowd(3, guests=4)

    shown = await now(tab, two[0])

    assert (shown.subjects[0].count, len(shown.subjects[0].faces)) == ("7", 3)


async def test_faces_stay_while_their_people_do(tab, two):
    crowd(40)
    before = (await now(tab, two[0])).subjects[0].faces
    crowd(40)

    after = (await now(tab, two[0])).subjects[0].faces

    assert after == before


async def test_a_parent_is_shown_no_numbers(tab, clean_world):
    crowd(12)

    assert (await now(tab, people.parent("Pat"))).words == ""


async def test_bob_sees_ada_and_goes_to_her_questions(tab, two):
    ada, bob = two
    practising(people.acting(ada))
    screen = tab(bob, routes.TODAY)

    await screen.do(FriendsNowState.begin)
    [friend] = screen.held["friends"].friends
    await screen.do(FriendsNowState.join(friend.friend_id))

    assert friend.name == "Ada"
    assert screen.went_to.startswith("/practice/")


async def test_nobody_is_joined_by_a_stranger_who_knows_the_id(tab, two):
    practising(people.acting(two[0]))
    screen = tab(people.student("Cem"), routes.TODAY)

    await screen.do(FriendsNowState.join(str(two[0].user_id)))

    assert (screen.said, screen.went_to) == (together.NotPractising.words, "")


async def test_ada_sees_bob_get_on_and_may_be_alone(tab, two):
    ada, bob = two
    hers = practising(people.acting(ada))
    his = together.join(people.acting(bob), ada.user_id)
    screen, other = tab(ada, routes.practice_session(hers)), tab(bob, his)
    await screen.do(CompanyState.begin)
    await other.do(PlayState.begin)
    said = right_answer(his.split("/")[2], 0)
    await other.do(PlayState.answer({"position": "0", "answer": said}))

    await screen.do(CompanyState.look)
    assert [mate.words for mate in screen.held["company"].mates] == ["1 of 5"]
    assert "was_right" not in screen.sent

    await screen.do(CompanyState.be_alone(True))
    assert screen.held["company"].mates == ()
    await other.do(CompanyState.begin)
    assert other.held["company"].words.startswith("Ada practises alone now.")


async def test_bob_cannot_speak_for_ada(tab, two):
    ada, bob = two
    hers = practising(people.acting(ada))
    screen = tab(bob, routes.practice_session(hers))

    await screen.do(CompanyState.begin)
    await screen.do(CompanyState.be_alone(True))

    assert screen.held["company"].deck_id == ""
    assert together.company(people.acting(ada), hers).view.is_alone is False

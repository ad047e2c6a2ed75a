"""A parent's screens: the week, an invitation, a first child, passes and classes."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import people
from tests.decks import FIVE, finished
from tests.families import code_of, family, sign_up_parent
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import accounts, incentives, loops, tutoring
from vel_tutor.domain.accounts import Browser, NewChild
from vel_tutor.domain.loops import proud_parent
from vel_tutor.domain.tutoring import ClassForm
from vel_tutor.state.classes import PassesState, SamplerState, TutorClassesState
from vel_tutor.state.invited import InvitedState, NewChildState
from vel_tutor.state.proud import ProudState
from vel_tutor.vocabulary import PassReason, Role


@pytest.fixture
def pats():
    """Pat and Lea, who practised today."""
    loops.listen_to_joining()
    found = family()
    finished(found.child, FIVE, seconds=30)
    return found


def a_class(**fields: str) -> dict[str, str]:
    """A form as a tutor sends it."""
    at = clock.now() + timedelta(days=3)
    return {
        "subject": "math",
        "band": "3-5",
        "day": f"{at:%Y-%m-%d}",
        "at": f"{at:%H:%M}",
        "minutes": "45",
        "seats": "2",
        "place": "https://rooms.example.org/1",
    } | fields


async def test_a_parent_sees_the_week_that_has_something_and_sends_it(tab, pats):
    page = tab(pats.signed_in, routes.proud(pats.child.user_id))

    await page.do(ProudState.begin)
    assert page.held["proud"].is_last is False
    await page.do(ProudState.invite)

    assert page.held["is_open"] is True
    assert "I get a reward if you join." in page.held["share"].text


async def test_somebody_elses_week_is_not_there(tab, pats):
    page = tab(people.parent("Tom"), routes.proud(pats.child.user_id))

    await page.do(ProudState.begin)

    assert page.went_to == routes.NOT_FOUND
    assert "Lea" not in page.sent


async def test_a_guest_sees_what_a_friends_child_did(tab, pats):
    share = proud_parent.share(pats.parent, pats.child.user_id, running=True)
    page = tab(None, routes.parent_invited(code_of(share)))

    await page.do(InvitedState.arrive)

    assert page.held["invited"].stage == "open"
    assert "Lea" not in page.sent


async def test_a_new_parent_comes_to_the_test_by_the_mail(tab):
    tom = sign_up_parent("Tom")
    page = tab(tom, routes.NEW_CHILD)
    await page.do(NewChildState.arrive)
    stages = [page.held["start"].stage]
    form = NewChild(first_name="Noa", grade="4", password=people.PASSWORD)
    accounts.add_child(people.acting(tom), form, Browser())

    await page.do(NewChildState.look)
    stages.append(page.held["start"].stage)
    token = people.mailed_link("consent", to="tom@")
    accounts.give_consent(token, Browser(session_token=tom.token))
    await page.do(NewChildState.look)

    assert [*stages, page.held["start"].stage] == ["child", "mail", "test"]


async def test_a_parent_whose_address_is_known_allows_at_once(tab, pats):
    form = NewChild(first_name="Noa", grade="4", password=people.PASSWORD)

    child_id = accounts.add_child(pats.parent, form, Browser())

    assert child_id in {child.user_id for child in accounts.children(pats.parent)}
    subjects = {letter.subject for letter in accounts.mailbox()}
    assert "You gave your permission: please check that it was you" in subjects


async def test_students_have_no_children_to_add(tab):
    page = tab(people.student("Ada"), routes.NEW_CHILD)

    await page.do(NewChildState.arrive)

    assert page.went_to == routes.TODAY


async def test_a_tutor_offers_a_class_and_hears_what_is_wrong(tab):
    page = tab(people.staff("Tess", Role.TUTOR), routes.TUTOR_CLASSES)
    await page.do(TutorClassesState.begin)

    await page.do(TutorClassesState.offer(a_class(place="room 4")))
    problem = page.held["problem"]
    await page.do(TutorClassesState.offer(a_class()))

    assert "https://" in problem
    assert [one.taken for one in page.held["classes"]] == ["0 of 2 seats taken"]


async def test_a_parent_books_and_gives_up(tab, pats):
    with transaction() as tx:
        incentives.give_pass(tx, pats.parent.user_id, PassReason.FAMILY_INVITED, uuid4())
    tess = people.acting(people.staff("Tess", Role.TUTOR))
    lesson = tutoring.offer(tess, ClassForm(**a_class()))
    page = tab(pats.signed_in, routes.class_sample("math"))
    await page.do(SamplerState.begin)

    await page.do(SamplerState.book(str(lesson)))
    left = page.held["sampler"].passes
    mine = tab(pats.signed_in, routes.PASSES)
    await mine.do(PassesState.begin)
    await mine.do(PassesState.give_up(mine.held["seats"][0].id))

    assert (left, mine.held["passes"], mine.held["seats"]) == (0, 1, [])


async def test_a_guest_may_look_at_classes_and_book_none(tab):
    page = tab(None, routes.class_sample("math"))

    await page.do(SamplerState.begin)
    await page.do(SamplerState.book(str(uuid4())))

    assert page.held["sampler"].is_guest is True
    assert page.went_to.startswith(routes.SIGN_IN)


async def test_a_subject_that_is_none_is_not_there(tab):
    page = tab(None, routes.class_sample("cooking"))

    await page.do(SamplerState.begin)

    assert page.went_to == routes.NOT_FOUND

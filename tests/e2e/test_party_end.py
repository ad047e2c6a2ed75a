"""The end of a watch-party, before the eyes of two who were there."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.halls import joined, party, room_of
from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain.rooms import events, rules
from vel_tutor.live import bus
from vel_tutor.models.rooms import StudyRoom


def move_end(slug: str, by: timedelta) -> None:
    """Let a party of half an hour end `by` from now, and its pages hear that there is news."""
    room_id = room_of(slug).id
    with transaction() as tx:
        room = tx.session.get(StudyRoom, room_id)
        assert room is not None
        room.ends_at = clock.now() + by
        room.starts_at = room.ends_at - timedelta(minutes=30)
        tx.session.add(room)
    bus.carry([events.RoomChanged(room_id=room_id)])


@pytest.fixture
def slug(clean_world) -> str:
    """A party of Tess's that has begun."""
    slug = party(people.acting(people.staff("Tess", people.Role.TUTOR)))
    move_end(slug, timedelta(minutes=29))
    return slug


def came(enter, slug: str, name: str) -> Page:
    """A student at the party, looking at what everybody looks at."""
    signed_in = people.student(name)
    joined(people.acting(signed_in), slug)
    page = enter(signed_in).go(routes.room(slug))
    expect(page.get_by_role("heading", name="Question 1 of")).to_be_visible()
    return page


def test_a_party_ends_and_who_was_there_says_goodbye(enter, slug):
    ada, bob = came(enter, slug, "Ada"), came(enter, slug, "Bob")

    move_end(slug, timedelta(seconds=2))

    for page in (ada, bob):
        expect(page.get_by_role("heading", name="That was the last question")).to_be_visible()
        expect(page.get_by_text("Everybody sees this one")).to_have_count(0)
        practise = page.get_by_role("link", name="Practise what it was about")
        expect(practise).to_have_attribute("href", f"{routes.PRACTICE}?subject=math")
        sample = page.get_by_role("link", name="The class")
        expect(sample).to_have_attribute("href", routes.class_sample("math"))
    ada.get_by_role("button", name="Hooray").click()
    expect(bob.get_by_role("button", name="Hooray, 1 today")).to_be_visible()

    ada.get_by_role("button", name="Leave the room").click()
    expect(ada.locator(".notice-words")).to_have_text("You have left the room.")
    expect(ada.get_by_role("heading", name="This watch-party is over.")).to_be_visible()
    expect(bob.get_by_role("button", name="Hooray")).to_be_visible()
    move_end(slug, -rules.LINGERS)
    expect(bob.get_by_role("heading", name="This watch-party is over.")).to_be_visible()
    expect(bob.get_by_role("button", name="Hooray")).to_have_count(0)

"""How a watch-party ends: everybody is there for a few minutes more, and then it is over."""

from datetime import datetime, timedelta

import pytest

from tests.halls import joined, party, room_of
from vel_tutor.core import clock
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import rooms
from vel_tutor.domain.rooms import rules
from vel_tutor.vocabulary import Cheer, HallStage


@pytest.fixture
def slug(tess, ada):
    """A party of Tess's at which ada has been."""
    slug = party(tess)
    with clock.stopped(ends(slug) - timedelta(minutes=1)):
        joined(ada, slug)
    return slug


def ends(slug: str) -> datetime:
    """When a party ends."""
    at = room_of(slug).ends_at
    assert at is not None
    return at


def test_who_was_there_stays_together_for_ten_minutes_and_may_cheer(slug, ada):
    with clock.stopped(ends(slug)):
        view = rooms.room(ada, slug)
        rooms.cheer(ada, slug, Cheer.PARTY)

    assert (view.stage, view.may_cheer) == (HallStage.AFTER, True)
    assert view.party.seconds == 600


def test_then_it_is_over_for_them_as_well(slug, ada):
    with clock.stopped(ends(slug) + rules.LINGERS):
        view = rooms.room(ada, slug)
        with pytest.raises(NotAllowed):
            rooms.cheer(ada, slug, Cheer.PARTY)
        with pytest.raises(NotFound):
            rooms.faces(ada, slug)

    assert (view.stage, view.words) == (HallStage.OVER, "This watch-party is over.")
    assert (view.may_cheer, view.people, view.party.seconds) == (False, (), 0)


def test_whoever_was_not_there_finds_it_over_at_once(slug, bob):
    with clock.stopped(ends(slug)):
        assert rooms.room(bob, slug).stage == HallStage.OVER
        with pytest.raises(NotAllowed):
            rooms.cheer(bob, slug, Cheer.PARTY)
        with pytest.raises(NotFound):
            rooms.join(bob, room_of(slug).id)


def test_a_party_that_was_closed_has_no_ten_minutes(slug, ada, tess):
    rooms.close(tess, room_of(slug).id)

    with clock.stopped(ends(slug)):
        assert rooms.room(ada, slug).stage == HallStage.OVER

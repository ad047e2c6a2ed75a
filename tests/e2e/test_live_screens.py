"""What happens in one process shows by itself on a screen served by another."""

import re

import pytest
from playwright.sync_api import expect

from tests import people
from tests.decks import finished
from tests.e2e.conftest import Enter
from vel_tutor.core import events
from vel_tutor.domain import loops
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.domain.loops import Friend
from vel_tutor.live import bus


@pytest.fixture
def cleo(clean_world: None) -> SignedIn:
    return people.student("Cleo")


@pytest.fixture
def speaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process is one more of the house: its commits speak on the bus."""
    monkeypatch.setattr(events, "_listeners", [bus.carry])


def test_a_game_begun_in_another_process_shows_to_the_sender(enter: Enter, cleo, speaking):
    sender = people.acting(cleo)
    sent = loops.challenge_from(sender, finished(sender, wrong=1))
    page = enter(cleo).go(f"/challenges/{sent.id}")
    expect(page.get_by_text(re.compile("wait", re.I)).first).to_be_visible()
    friend, code = Friend(visitor_id="somebody-else"), sent.share.qr.split("/")[2]
    loops.invitation(friend, code)

    loops.begin(friend, code)

    expect(page.get_by_text(re.compile("is playing", re.I)).first).to_be_visible()

"""Three people who come, join, turn away, go and hide, each in their own browser."""

import contextlib
import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.befriending import befriend
from tests.decks import FIVE, right_answer
from tests.e2e.conftest import arrived, until
from tests.e2e.test_reconnect import _ask_for_a_hint
from vel_tutor import routes
from vel_tutor.core import clock, events
from vel_tutor.core.db import reading
from vel_tutor.domain import friends, practice
from vel_tutor.live import bus, presence, topics
from vel_tutor.live.connection import connection
from vt import browser, journeys

EVERYBODY = topics.learning(topics.EVERYTHING)
HIDE = """hidden => {
  Object.defineProperty(document, 'hidden', {configurable: true, get: () => hidden});
  Object.defineProperty(document, 'visibilityState',
    {configurable: true, get: () => hidden ? 'hidden' : 'visible'});
  document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
}"""
"""What the browser does when its window goes behind another one; headless ones have none."""


@pytest.fixture(autouse=True)
def speaking(monkeypatch):
    """This process is one more of the house: its commits speak on the bus."""
    monkeypatch.setattr(events, "_listeners", [bus.carry])


@pytest.fixture
def three(enter):
    """Ada at a deck, her friend Bob, and Cem whom neither knows; the screen of each."""
    signed_in = [people.student(name) for name in ("Ada", "Bob", "Cem")]
    ada, bob, _ = map(people.acting, signed_in)
    befriend(ada, bob)
    return [enter(who, size=browser.DESK) for who in signed_in], (ada, bob)


def deck_of(actor) -> UUID:
    return UUID(practice.open_session(actor, FIVE).session_id)


def at_deck(screen, deck: UUID) -> Page:
    page = screen.go(f"/practice/{deck}")
    expect(page.locator('input[name="position"]')).to_be_attached()
    return page


def count(seconds: float = 0) -> int:
    with clock.stopped(clock.now() + timedelta(seconds=seconds)):
        return presence.count(EVERYBODY)


def written_of(actor) -> list[bytes]:
    """The keys about somebody."""
    return [key for key in connection().scan_iter("presence:*") if str(actor.user_id) in str(key)]


def another_chromium(like) -> tuple[Any, list[psutil.Process]]:
    """One more browser, and its processes: the house starts some of its own at any moment."""
    mark = f"--the-browser-of={uuid4()}"
    running = like.browser_type.launch(executable_path=browser.path(), args=[*browser.QUIET, mark])
    ours = psutil.Process().children(recursive=True)
    [root] = [one for one in ours if _is_marked(one, mark)]
    return running, [root, *root.children(recursive=True)]


def _is_marked(process: psutil.Process, mark: str) -> bool:
    try:
        return mark in process.cmdline()
    except psutil.Error:  # it has ended meanwhile
        return False


def test_a_friend_joins_sees_how_far_the_other_is_and_goes_when_not_wanted(three):
    (at_ada, at_bob, at_cem), (ada, bob) = three
    her_deck = deck_of(ada)
    hers, his, other = at_deck(at_ada, her_deck), at_bob.go("/today"), at_cem.go("/today")
    expect(his.get_by_text(re.compile("is practising "))).to_be_visible()
    few = other.get_by_text("A few students practising now").locator("visible=true")
    expect(few).to_have_count(1)
    expect(other.get_by_text("Ada", exact=True)).to_have_count(0)

    his.get_by_role("button", name="Join Ada").click()
    expect(his.get_by_text("Ada is with you: 0 of 5")).to_be_visible()
    expect(hers.get_by_text("Bob is with you: 0 of 5")).to_be_visible()
    deck = UUID(arrived(his, routes.PRACTICE))
    assert deck != her_deck
    journeys.give(his, right_answer(deck, 0))
    his.get_by_role("button", name="Check").click()
    expect(hers.get_by_text("Bob is with you: 1 of 5")).to_be_visible()

    hers.get_by_role("switch", name="I'd rather practise alone").click()
    expect(his.get_by_text("Ada practises alone now.").first).to_be_visible()
    expect(hers.get_by_text("Bob is with you")).to_have_count(0)

    his.goto(f"{at_bob.address}/today")
    expect(his.get_by_text(re.compile("is practising "))).to_be_visible()
    expect(his.get_by_role("button", name="Join Ada")).to_have_count(0)
    friends.block(ada, bob.user_id)
    expect(his.get_by_text(re.compile("is practising "))).to_have_count(0)


def test_whoever_closes_the_page_or_loses_the_browser_is_counted_no_more(three, chromium):
    (at_ada, at_bob, at_cem), (ada, bob) = three
    at_deck(at_ada, deck_of(ada))
    seen = at_cem.go("/today")
    other, processes = another_chromium(chromium)
    context = other.new_context(storage_state=at_bob.context.storage_state())
    page = context.new_page()
    page.goto(f"{at_bob.address}/practice/{deck_of(bob)}")
    until(seen, lambda: count() == 2)

    at_ada.page.close()
    until(seen, lambda: count(presence.LINGERS.total_seconds() + 1) == 1)
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    until(seen, lambda: count(presence.LINGERS.total_seconds() + 1) == 0)

    assert count(90) == 0


def test_a_hidden_tab_is_away_then_gone_and_back_and_whoever_opts_out_leaves_nothing(three):
    (at_ada, at_bob, _), (ada, _bob) = three
    hers, his = at_deck(at_ada, deck_of(ada)), at_bob.go("/today")
    expect(his.get_by_role("button", name="Join Ada")).to_be_visible()

    hers.evaluate(HIDE, True)
    expect(his.get_by_text(re.compile("is practising .*away"))).to_be_visible()
    until(his, lambda: count() == 1)  # whoever was here in the test before lingers for a moment
    assert [count(seconds) for seconds in (60, 300, 600)] == [0, 0, 0]
    hers.evaluate(HIDE, False)
    expect(his.get_by_role("button", name="Join Ada")).to_be_visible()

    hers.goto(f"{at_ada.address}/settings")
    hers.get_by_role("switch", name="Be counted as present").click()
    expect(his.get_by_text("None of your friends is practising right now.")).to_be_visible()
    until(hers, lambda: not written_of(ada))
    at_deck(at_ada, deck_of(ada))
    _ask_for_a_hint(hers)  # by then the server has dealt with her coming
    assert written_of(ada) == []
    assert count() == 0
    with reading() as tx:
        assert friends.friends_of(tx, ada.user_id) != ()

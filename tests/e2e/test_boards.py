"""Leaderboards in two browsers: one learns, the other one's board moves; one leaves."""

import re

import pytest
from playwright.sync_api import expect

from tests import people
from tests.crowds import board_of, crowd, learn, place_of
from tests.decks import TEN, finished, just_now
from tests.e2e.test_looks import serious, settled
from vel_tutor import routes
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.vocabulary import BoardScope


@pytest.fixture
def two(clean_world) -> tuple[SignedIn, SignedIn]:
    """ada and bob on one board with twelve others, bob ahead of her by little."""
    ada, bob = people.student("Ada"), people.student("Bob")
    learn(people.acting(ada), 20)
    learn(people.acting(bob), 40)
    for scope in (BoardScope.WEEKLY, BoardScope.LEAGUE):
        crowd(board_of(people.acting(ada), scope), [10] * 12)
    return ada, bob


def test_bobs_open_board_moves_when_ada_learns(enter, two):
    ada, bob = two
    page = enter(bob).go(routes.LEADERBOARD_WEEKLY)
    expect(page.get_by_text("You're #1 of 14").first).to_be_visible()

    finished(people.acting(ada), TEN, at=just_now(TEN))

    expect(page.get_by_text("You're #2 of 14").first).to_be_visible()
    expect(page.get_by_text(re.compile(r"\d+ XP to pass Student"))).to_be_visible()


def test_whoever_leaves_is_gone_from_the_boards_of_others(enter, two):
    ada, bob = two
    others, mine = enter(bob).go(routes.LEADERBOARD_WEEKLY), enter(ada)
    expect(others.get_by_text("You're #1 of 14").first).to_be_visible()
    page = settled(mine.go(routes.LEADERBOARD_WEEKLY))
    page.get_by_role("button", name="Leave the boards").click()
    page.get_by_role("dialog").get_by_role("button", name="Leave the boards").click()

    expect(page.get_by_text("Boards are switched off for you.")).to_be_visible()
    expect(others.get_by_text("You're #1 of 13").first).to_be_visible()
    assert place_of(people.acting(ada)) is None
    page.get_by_role("button", name="Be on boards again").click()
    expect(others.get_by_text("You're #1 of 14").first).to_be_visible()
    assert serious(settled(page)) == []

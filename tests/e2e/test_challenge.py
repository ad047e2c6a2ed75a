"""The first loop whole, with two people in two browsers (PRD, flow 1)."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from tests import people
from tests.decks import finished, right_answer
from vel_tutor.core.db import reading
from vel_tutor.domain import loops
from vel_tutor.models.loops import ChallengePlay


@pytest.fixture
def cleo(house):
    return people.student("Cleo")


def _answer_right(page: Page, session: str, position: int) -> None:
    expect(page.get_by_text(f"Question {position + 1} / 5")).to_be_visible()
    given = right_answer(session, position)
    typed = page.get_by_role("textbox")
    if typed.count():
        typed.fill(given)
    else:
        page.get_by_role("radio").nth(int(given)).check(force=True)
    page.wait_for_timeout(2100)  # at the pace of somebody who reads
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name=re.compile("Continue|See who wins")).click()


def _session_of_guest() -> str:
    with reading() as tx:
        return str(tx.session.exec(select(ChallengePlay.session_id)).one())


def _sign_up(page: Page) -> None:
    page.get_by_role("link", name="Sign up", exact=True).click()
    page.get_by_label("Month").fill("1")
    page.get_by_label("Day").fill("1")
    page.get_by_label("Year").fill(str(people.gate(15).born.year))
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("First name").fill("Bea")
    page.get_by_label("E-mail").fill("bea@example.org")
    page.get_by_label("Password", exact=True).fill(people.PASSWORD)
    page.get_by_label("Grade").select_option("9")
    page.get_by_role("button", name="Create account").click()


def _challenge_a_friend(page: Page) -> None:
    page.get_by_role("button", name="Challenge a friend").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("I get a reward if you join.")
    dialog.get_by_role("link", name="See who plays").click()


def test_a_friend_plays_without_an_account_joins_and_both_are_rewarded_live(enter, cleo):
    session = finished(people.acting(cleo), wrong=1)
    sender = enter(cleo).go(f"/practice/{session}/results")
    _challenge_a_friend(sender)
    expect(sender.get_by_role("heading", name="Waiting for your friend")).to_be_visible()
    code = loops.sent(people.acting(cleo))[0].share.qr.split("/")[2]

    friend = enter().go(f"/s/{code}?utm_source=sms")
    expect(friend.get_by_role("heading", name="Can you beat 80%?")).to_be_visible()
    friend.get_by_role("button", name="Play now").click()
    expect(friend.get_by_role("button", name="Check")).to_be_visible()
    expect(sender.get_by_role("heading", name="Your friend is playing!")).to_be_visible()

    for position in range(5):
        _answer_right(friend, _session_of_guest(), position)
    expect(friend.get_by_role("heading", name="You did it: 100% beats 80%!")).to_be_visible()
    expect(sender.get_by_role("heading", name="Completed")).to_be_visible()

    _sign_up(friend)
    expect(friend.get_by_text("You got a streak shield.")).to_be_visible()
    expect(sender.get_by_text("You got a streak shield.")).to_be_visible()
    expect(sender.get_by_text("Joined")).to_be_visible()


def test_a_link_that_opens_nothing_has_a_way_on(guest_at):
    page = guest_at.go("/s/nonsense")
    expect(page.get_by_role("heading", name="This link is no longer open")).to_be_visible()

    page = guest_at.go("/challenge/nonsense")
    expect(page.get_by_role("heading", name="Nothing to play here")).to_be_visible()
    page.get_by_role("link", name="Practise something").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

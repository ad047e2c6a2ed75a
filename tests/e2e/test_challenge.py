"""What stands around a challenge in the browser: closed doors with a way on, and no barriers."""

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from tests import people
from tests.decks import finished
from tests.e2e.test_looks import runs_over, serious, settled
from vel_tutor.core.db import reading
from vel_tutor.domain import loops
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.models.attribution import Touch
from vel_tutor.vocabulary import TouchKind

SHEET = """navigator.share = async () => {
  const first = !window.thoughtAgain
  window.thoughtAgain = true
  if (first) throw new DOMException('no', 'AbortError')
}"""
"""Whoever has it open thinks again the first time, and sends the second time."""


@pytest.fixture
def cleo(clean_world) -> SignedIn:
    return people.student("Cleo")


@pytest.fixture
def sent(cleo) -> loops.SentView:
    return loops.challenge_from(people.acting(cleo), finished(people.acting(cleo), wrong=1))


def test_a_link_that_opens_nothing_has_a_way_on(guest_at):
    page = guest_at.go("/s/nonsense")
    expect(page.get_by_role("heading", name="This link is no longer open")).to_be_visible()

    page = guest_at.go("/challenge/nonsense")
    expect(page.get_by_role("heading", name="Nothing to play here")).to_be_visible()
    page.get_by_role("link", name="Practise something").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def times_sent() -> int:
    with reading() as tx:
        sent = select(Touch).where(Touch.kind == TouchKind.SENT)
        return len(tx.session.exec(sent).all())


def test_the_phones_own_sheet_counts_only_what_was_sent(enter, cleo, sent):
    screen = enter(cleo)
    screen.context.add_init_script(SHEET)
    page = settled(screen.go(f"/challenges/{sent.id}"))

    page.get_by_role("button", name="Share", exact=True).click()
    page.wait_for_function("window.thoughtAgain")
    page.get_by_role("button", name="Share", exact=True).click()

    expect(page.get_by_text("Sent. We tell you when your friend plays.").first).to_be_visible()
    assert times_sent() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_about_challenges_keeps_anybody_out(enter, cleo, sent, theme):
    sender, friend = enter(cleo, theme=theme), enter(theme=theme)
    found = {}

    for path in ("/challenges", f"/challenges/{sent.id}"):
        found[path] = serious(settled(sender.go(path)))
    page = settled(friend.go(f"/s/{sent.share.qr.split('/')[2]}"))
    found["invited"] = serious(page)
    page.get_by_role("button", name="Play now").click()
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    found["playing"] = serious(page)
    page.get_by_role("button", name="I need to see it").click()
    expect(page.get_by_role("button", name="Continue")).to_be_focused()
    found["verdict"] = serious(page)
    page.set_viewport_size({"width": 320, "height": 640})

    assert found == {place: [] for place in found}
    assert not runs_over(page)

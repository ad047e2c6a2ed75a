"""Flow 3 on the screen: somebody calls a friend, and the two practise together, step by step.

For `ada` signed in on one phone and a friend on another:

    link = call(ada, address, look)
    room = come(friend, link, look)
    go_in(ada, look)
    practise_together({True: ada, False: friend}, room, look=look)
    sign_up(friend, MIA, look)
"""

import re
import time
from collections.abc import Mapping
from urllib.parse import unquote
from uuid import UUID

from playwright.sync_api import Page, expect
from sqlmodel import select

from vel_tutor.core.db import reading
from vel_tutor.models.rescue import RescueSeat
from vt import journeys
from vt.journeys import READING_S, Look, Newcomer, nobody_looks
from vt.week import an_answer

LAST = "See how it went"
SIZE = 10
"""Questions in the deck of a room."""


def call(page: Page, address: str, look: Look = nobody_looks) -> str:
    """Call a friend; the link to send."""
    page.goto(f"{address}/rescue")
    expect(page.get_by_role("button", name="Invite a study buddy")).to_be_visible()
    look(page, "a streak to keep")
    page.get_by_role("button", name="Invite a study buddy").click()
    way = page.get_by_role("link", name="E-mail")
    expect(way).to_have_attribute("href", re.compile("mailto:"))
    look(page, "calling a friend")
    letter = unquote(way.get_attribute("href") or "")
    return re.findall(r"https?://\S+/s/\S+", letter)[0]


def come(page: Page, link: str, look: Look = nobody_looks) -> UUID:
    """Open the link as the friend and go in; the id of the room."""
    page.goto(link)
    button = page.get_by_role("button", name="Practise together")
    expect(button).to_be_visible()
    look(page, "called, without an account")
    button.click()
    expect(page).to_have_url(re.compile(r"/copractice/[0-9a-f-]{36}/?$"))
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    return UUID(re.findall(r"[0-9a-f-]{36}", page.url)[0])


def go_in(page: Page, look: Look = nobody_looks) -> None:
    """Whoever called sees that their buddy has come, without touching anything, and goes in."""
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("has come!"))
    look(page, "the buddy has come")
    page.get_by_role("link", name="Practise together").click()
    expect(page.get_by_role("button", name="Check")).to_be_visible()


def practise_together(
    pages: Mapping[bool, Page], room_id: UUID, *, wrong: int = 1, look: Look = nobody_looks
) -> None:
    """Both answer every question, side by side; the first `wrong` of whoever called are wrong.

    Args:
        pages: whoever called under True, the friend under False.
    """
    decks = {is_inviter: deck_of(room_id, is_inviter=is_inviter) for is_inviter in pages}
    for position in range(SIZE):
        for page in pages.values():
            expect(page.locator(f'input[name="position"][value="{position}"]')).to_be_attached()
        time.sleep(READING_S)
        for is_inviter, page in pages.items():
            right = not is_inviter or position >= wrong
            journeys.give(page, an_answer(decks[is_inviter], position, right=right))
            page.get_by_role("button", name="Check").click()
        if position in (0, SIZE // 2):
            look(pages[True], "two at work" if position else "the first verdict")
        for page in pages.values():
            page.get_by_role("button", name="Continue" if position < SIZE - 1 else LAST).click()
    for is_inviter, page in pages.items():
        expect(page.get_by_role("heading", level=1)).to_have_text("You did it together!")
        look(page, "saved together" if is_inviter else "saved together, and still a guest")


def sign_up(page: Page, who: Newcomer, look: Look = nobody_looks) -> None:
    """The friend keeps the shield: from the end of the room to an account and back."""
    journeys.sign_up(page, who, look)
    expect(page.get_by_text("You got a streak shield.")).to_be_visible()
    look(page, "the friend has joined and holds the shield")


def deck_of(room_id: UUID, *, is_inviter: bool) -> UUID:
    """The session of one of the two."""
    with reading() as tx:
        return tx.session.exec(
            select(RescueSeat.session_id).where(
                RescueSeat.rescue_id == room_id, RescueSeat.is_inviter == is_inviter
            )
        ).one()

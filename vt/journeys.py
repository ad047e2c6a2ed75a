"""What people do on the screen, step by step, found by role and label as they find it."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote
from uuid import UUID

from playwright.sync_api import Page, TimeoutError, expect
from sqlmodel import col, select

from vel_tutor.core.db import reading
from vel_tutor.models.loops import ChallengePlay
from vt.week import an_answer

expect.set_options(timeout=60_000)
READING_S = 2.3
"""Seconds spent on a question: quicker than two is taken for guessing."""
PROMPT_MS = 4000
"""How long a prompt may take to rise over the results."""
CHALLENGES = re.compile("^(Challenge a friend|Let a friend try|Play with a friend)$")
"""What the button of a prompt for a challenge may say."""
Look = Callable[[Page, str], None]
"""Told after each step worth a picture: the page, and what it shows."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody about to sign up."""

    first_name: str
    email: str
    """Of a child, the parent's."""
    password: str
    born: tuple[int, int, int] = (5, 14, 2011)
    """Month, day, year."""
    grade: str = "9"


def nobody_looks(_page: Page, _shows: str) -> None:
    """For walks without pictures."""


def sign_in(page: Page, address: str, name: str, password: str) -> None:
    """Sign in with the form."""
    page.goto(f"{address}/sign-in")
    page.get_by_label("E-mail or sign-in name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(rf"{re.escape(address)}/(today|family)/?$"))


def practise(page: Page, address: str, wrong: int = 1, look: Look = nobody_looks) -> UUID:
    """Choose a deck of five, play it, and arrive at the results; the session's id."""
    page.goto(f"{address}/practice")
    expect(page.get_by_role("button", name="Start practising")).to_be_visible()
    look(page, "choosing what to practise")
    page.get_by_role("button", name="Start practising").click()
    expect(page).to_have_url(re.compile(r"/practice/[0-9a-f-]{36}/?$"))
    session_id = UUID(re.findall(r"[0-9a-f-]{36}", page.url)[0])
    play(page, session_id, 5, wrong=wrong, last="See my results", look=look)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/results/?$"))
    return session_id


def play(
    page: Page, session_id: UUID, size: int, *, wrong: int, last: str, look: Look = nobody_looks
) -> None:
    """Answer every question of the deck on show; the first `wrong` of them wrong."""
    for position in range(size):
        if position == 0:
            look(page, "a question")
        answer(page, session_id, position, right=position >= wrong)
        if position in (0, size - 1):
            look(page, "the verdict" if position else "a wrong answer")
        page.get_by_role("button", name="Continue" if position < size - 1 else last).click()


def answer(page: Page, session_id: UUID, position: int, *, right: bool) -> None:
    """Answer the question on show and wait for the verdict."""
    expect(page.locator(f'input[name="position"][value="{position}"]')).to_be_attached()
    said = an_answer(session_id, position, right=right)
    time.sleep(READING_S)
    give(page, said)
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("button", name=re.compile("Continue|See "))).to_be_visible()


def give(page: Page, said: str) -> None:
    """Put an answer, as a browser would send it, into the fields of the question on show."""
    if page.locator("input[name^=part_]").count():
        _give_parts(page, said.split("|"))
        return
    choice = page.locator(f'input[type="radio"][name="answer"][value="{said}"]')
    if choice.count():
        choice.locator("xpath=ancestor::label").click()
    else:
        page.get_by_label("Your answer").fill(said)


def _give_parts(page: Page, parts: list[str]) -> None:
    for place, part in enumerate(parts):
        box = page.locator(f'input[name="part_{place}"]')
        several = page.locator(f'input[type="checkbox"][name="part_{part}"]')
        if several.count():
            several.locator("xpath=ancestor::label").click()
        elif box.first.get_attribute("type") == "radio":
            picked = page.locator(f'input[name="part_{place}"][value="{part}"]')
            picked.locator("xpath=ancestor::label").click()
        else:
            box.fill(part)


def challenge(page: Page, look: Look = nobody_looks) -> str:
    """Challenge a friend from the results; the link to send."""
    look(page, "the results")
    if not _asked_to_challenge(page, look):
        page.get_by_role("button", name="Challenge a friend").click()
    way = page.get_by_role("dialog").get_by_role("link", name="E-mail")
    expect(way).to_have_attribute("href", re.compile("mailto:"))
    look(page, "the ways to send a challenge")
    letter = unquote(way.get_attribute("href") or "")
    return re.findall(r"https?://\S+/s/\S+", letter)[0]


def _asked_to_challenge(page: Page, look: Look) -> bool:
    """Follow the prompt that may rise over the results, if it is this one; put away another."""
    sheet = page.get_by_role("dialog").filter(has=page.get_by_role("button", name="Not now"))
    try:
        sheet.wait_for(timeout=PROMPT_MS)
    except TimeoutError:
        return False
    look(page, "asked at the right moment")
    challenge = sheet.get_by_role("button", name=CHALLENGES)
    if challenge.count():
        challenge.click()
        return True
    sheet.get_by_role("button", name="Not now").click()
    expect(sheet).to_have_count(0)
    return False


def accept(page: Page, link: str, wrong: int = 0, look: Look = nobody_looks) -> UUID:
    """Open the link as a guest and play to the end; the id of the guest's session."""
    page.goto(link)
    expect(page.get_by_role("button", name="Play now")).to_be_visible()
    look(page, "the invitation, without an account")
    page.get_by_role("button", name="Play now").click()
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    session_id = latest_play()
    play(page, session_id, 5, wrong=wrong, last="See who wins", look=look)
    expect(page.get_by_role("link", name="Sign up").first).to_be_visible()
    look(page, "who won")
    return session_id


def latest_play() -> UUID:
    """The session of whoever began a challenge last."""
    with reading() as tx:
        plays = select(ChallengePlay).order_by(col(ChallengePlay.started_at).desc())
        play = tx.session.exec(plays).first()
    assert play is not None  # noqa: S101
    return play.session_id


def sign_up(page: Page, who: Newcomer, look: Look = nobody_looks) -> None:
    """From the first question of the sign-up to the account; under 13, to the waiting page."""
    page.get_by_role("link", name="Sign up").first.click()
    expect(page.get_by_role("heading", name="When were you born?")).to_be_visible()
    look(page, "the age gate")
    for label, part in zip(("Month", "Day", "Year"), who.born, strict=True):
        page.get_by_label(label).fill(str(part))
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("First name").fill(who.first_name)
    page.get_by_label(re.compile("^E-mail")).fill(who.email)
    page.get_by_label("Password", exact=True).fill(who.password)
    page.get_by_label("Grade").select_option(who.grade)
    look(page, "the sign-up")
    page.get_by_role("button", name="Create account").click()

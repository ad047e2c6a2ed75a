"""What parents do on the screen: read the letter, show the week, bring a family, book a class."""

import re
from datetime import datetime, timedelta
from urllib.parse import unquote
from uuid import UUID

from playwright.sync_api import Page, expect

from vel_tutor import routes
from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.domain.loops import proud_parent
from vt import exam
from vt.journeys import Look, Newcomer, nobody_looks

A_SECOND = timedelta(seconds=1)


def write_letters(zone: str) -> datetime:
    """Let the last Monday morning come, by the clock of `zone`, and the letters go out."""
    morning = proud_parent.letter_morning(clock.now(), zone)
    with clock.stopped(morning):
        proud_parent.send_weekly_letters()
    return morning


def read_letter(page: Page, address: str, look: Look = nobody_looks) -> None:
    """Open the weekly letter in the mailbox, and from it the week of the child."""
    page.goto(address + routes.MAILBOX)
    letter = page.locator(".card").filter(has=page.locator("a[href^='/proud/']")).first
    letter.get_by_text("Read it").click()
    look(page, "monday's letter")
    letter.locator("a[href^='/proud/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("week")
    expect(page.get_by_role("button", name="Invite a parent")).to_be_visible()
    look(page, "the week and its card")


def invite(page: Page, look: Look = nobody_looks) -> str:
    """Press Invite a parent; the link that stands in the mail."""
    page.get_by_role("button", name="Invite a parent").click()
    way = page.get_by_role("dialog").get_by_role("link", name="E-mail")
    expect(way).to_have_attribute("href", re.compile("mailto:"))
    look(page, "the ways to invite a parent")
    written = unquote(way.get_attribute("href") or "")
    return re.findall(r"https?://\S+/s/\S+", written)[0]


def accept(page: Page, link: str, who: Newcomer, look: Look = nobody_looks) -> None:
    """Open the link as a parent without an account, and sign up."""
    page.goto(link)
    expect(page.get_by_role("link", name="Begin with my child")).to_be_visible()
    look(page, "what the friend's child achieved")
    page.get_by_role("link", name="Begin with my child").click()
    for label, part in zip(("Month", "Day", "Year"), who.born, strict=True):
        page.get_by_label(label).fill(str(part))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("radio", name="I am a parent")).to_be_checked()
    page.get_by_label("First name").fill(who.first_name)
    page.get_by_label("E-mail").fill(who.email)
    page.get_by_label("Password", exact=True).fill(who.password)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Add your child")).to_be_visible()


def add_child(
    page: Page, address: str, name: str, password: str, look: Look = nobody_looks
) -> None:
    """Add a child, press the link in the mail, and come to where the first test begins."""
    page.get_by_label("First name").fill(name)
    page.get_by_label("Grade").select_option("4")
    page.get_by_label("A password for your child").fill(password)
    look(page, "adding a child")
    page.get_by_role("button", name="I am the parent or guardian, and I allow it").click()
    expect(page.get_by_role("heading", name="One look into your mail")).to_be_visible()
    look(page, "one look into the mail")
    mail = page.context.new_page()
    mail.goto(address + routes.MAILBOX)
    mail.locator("a[href^='/consent/']").first.click()
    mail.get_by_role("button", name="I am the parent or guardian, and I allow it").click()
    expect(mail.get_by_role("heading", name="the account is open")).to_be_visible()
    mail.close()
    expect(page.get_by_role("heading", name=f"{name} can start")).to_be_visible()
    look(page, "the account opened by itself")


def begin_test(page: Page, look: Look = nobody_looks) -> UUID:
    """Begin the child's first test on this device and answer the first question; its id."""
    page.get_by_role("button", name="Start the math test").click()
    page.get_by_role("button", name="Start part 1").click()
    expect(page.locator("#question")).not_to_be_empty()
    look(page, "the child's first question")
    expect(page).to_have_url(re.compile(r"/diagnostic/[0-9a-f-]{36}/?$"))
    test_id = UUID(re.findall(r"[0-9a-f-]{36}", page.url)[0])
    page.get_by_role("button", name="I don't know").click()
    expect(page.locator('input[name="position"]')).to_have_value("1")
    return test_id


def finish_test(parent: Actor, test_id: UUID) -> None:
    """The rest of the test, through the domain, at a human pace."""
    exam.finish(parent, test_id, 0.3, clock.now() + A_SECOND)


def let_the_week_pass() -> int:
    """A week later: the passes whose hold is over are given; how many."""
    with clock.stopped(clock.now() + proud_parent.HOLD + timedelta(hours=1)):
        return proud_parent.release_due_passes()


def see_passes(page: Page, address: str, words: str, look: Look = nobody_looks) -> None:
    """The page of passes, where it says `words`."""
    page.goto(address + routes.PASSES)
    expect(page.get_by_text(words).first).to_be_visible()
    look(page, words)


def book_class(page: Page, address: str, look: Look = nobody_looks) -> None:
    """Book the first math class with a pass."""
    page.goto(address + routes.class_sample("math"))
    expect(page.get_by_role("button", name=re.compile("Book with a pass")).first).to_be_visible()
    look(page, "classes to book")
    page.get_by_role("button", name=re.compile("Book with a pass")).first.click()
    expect(page.get_by_text("The seat is booked").first).to_be_visible()
    page.goto(address + routes.PASSES)
    expect(page.get_by_role("link", name="Open the video room")).to_be_visible()
    look(page, "a seat, paid with the pass")

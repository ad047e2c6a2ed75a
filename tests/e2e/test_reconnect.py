"""Whatever happens to the line, a person is back on the same question. How soon: bench/back."""

import contextlib
import re
import time

import httpx
import psutil
import pytest
from playwright.sync_api import Page, expect

from tests import people
from tests.e2e.conftest import PORT, Enter, Screen, until
from vel_tutor import routes
from vel_tutor.domain import practice
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.vocabulary import Subject
from vt.tunnel import Line

RESPAWN_WITHIN_S = 120.0


@pytest.fixture
def ada(house: str) -> SignedIn:
    """A teen, under a name the seeded house does not know."""
    return people.student("Adelheid")


@pytest.fixture
def ada_playing(ada: SignedIn, enter: Enter) -> Screen:
    """ada on the first question of her deck."""
    screen = enter(ada)
    screen.go(_deck(ada))
    _stem(screen.page)
    return screen


def test_a_half_open_line_is_taken_over(ada: SignedIn, enter: Enter):
    screen = enter(ada)
    line = Line(screen.page)
    screen.go(_deck(ada))
    stem = _stem(screen.page)

    line.drop()

    _ask_for_a_hint(screen.page)
    assert _stem(screen.page) == stem


def test_a_line_that_drops_again_and_again_is_taken_over_each_time(ada: SignedIn, enter: Enter):
    screen = enter(ada)
    line = Line(screen.page)
    screen.go(_deck(ada))
    stem = _stem(screen.page)

    for _ in range(3):
        until(screen.page, line.is_up)
        line.drop()

    _ask_for_a_hint(screen.page)
    assert _stem(screen.page) == stem


def test_a_killed_web_process_leaves_her_on_the_same_question(ada_playing: Screen):
    page = ada_playing.page
    stem = _stem(page)

    _kill_web_process()
    _wait_for_web_process(ada_playing.address)

    _ask_for_a_hint(page)
    assert _stem(page) == stem


def test_a_second_tab_shows_the_same_question_and_both_go_on(ada_playing: Screen):
    first = ada_playing.page
    stem = _stem(first)

    second = ada_playing.open_tab()
    second.goto(first.url)

    expect(second.locator("#question")).to_have_text(stem)
    _ask_for_a_hint(second)
    first.reload()
    expect(first.locator(".hint")).to_have_count(1)


def test_coming_back_with_the_back_button_shows_the_same_question(ada_playing: Screen):
    page = ada_playing.page
    stem = _stem(page)
    page.goto(f"{ada_playing.address}/healthz")

    page.go_back(wait_until="commit")

    expect(page.locator("#question")).to_have_text(stem)
    _ask_for_a_hint(page)


def test_signing_out_in_one_tab_takes_the_other_tab_to_sign_in(ada_playing: Screen):
    page, address = ada_playing.page, ada_playing.address
    _ask_for_a_hint(page)

    left = ada_playing.context.request.post(
        f"{address}{routes.SESSION}/sign-out", headers={"Origin": address}, max_redirects=0
    )

    assert left.status == 303
    page.wait_for_url(f"**{routes.SIGN_IN}**")


def _deck(signed_in: SignedIn) -> str:
    choice = practice.DeckChoice(subject=Subject.MATH, grade=5)
    return routes.practice_session(
        practice.open_session(people.acting(signed_in), choice).session_id
    )


def _stem(page: Page) -> str:
    question = page.locator("#question")
    expect(question).not_to_be_empty()
    return question.text_content() or ""


def _ask_for_a_hint(page: Page) -> None:
    """Only a page that is heard by the server gets one."""
    page.get_by_role("button", name=re.compile("hint", re.I)).first.click()
    expect(page.locator(".hint")).to_have_count(1)


def _wait_for_web_process(address: str) -> None:
    deadline = time.monotonic() + RESPAWN_WITHIN_S
    while time.monotonic() < deadline:
        with contextlib.suppress(httpx.HTTPError):
            httpx.get(f"{address}/readyz", timeout=2).raise_for_status()
            return
        time.sleep(0.1)
    pytest.fail("nobody started the web process again")


def _kill_web_process() -> None:
    """Kill the worker that serves the pages, as a lack of memory would."""
    for process in psutil.process_iter(["cmdline"]):
        command = process.info["cmdline"] or []
        if "granian" in command and str(PORT) in command:
            workers = process.children()
            break
    else:
        pytest.fail("no web process runs")
    for worker in workers:
        worker.kill()

"""Whatever happens to the line, a person is back on the same question within three seconds."""

import contextlib
import re
import time
from collections.abc import Iterator

import httpx
import psutil
import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests import people
from tests.e2e.conftest import PORT, Enter, Screen
from vel_tutor import routes
from vel_tutor.domain import practice
from vel_tutor.domain.accounts import SignedIn
from vel_tutor.vocabulary import Subject

BACK_WITHIN_S = 3.0
RESPAWN_WITHIN_S = 60.0


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


class Line:
    """The sockets of a page; `drop` cuts them for the page only: the server notices nothing."""

    def __init__(self, page: Page) -> None:
        self._sockets: list[WebSocketRoute] = []
        page.route_web_socket(re.compile("/_event"), self._carry)

    def _carry(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(server.send)
        server.on_message(lambda message: self._answer(socket, message))
        socket.on_close(lambda *_: None)
        self._sockets.append(socket)

    def _answer(self, socket: WebSocketRoute, message: str | bytes) -> None:
        if socket in self._sockets:
            socket.send(message)

    def drop(self) -> None:
        gone, self._sockets = self._sockets, []
        for socket in gone:
            socket.close(code=4000, reason="the train went into a tunnel")


def test_a_half_open_line_is_taken_over(ada: SignedIn, enter: Enter):
    screen = enter(ada)
    line = Line(screen.page)
    screen.go(_deck(ada))
    stem = _stem(screen.page)

    line.drop()

    with _at_most(BACK_WITHIN_S):
        _ask_for_a_hint(screen.page)
    assert _stem(screen.page) == stem


def test_a_line_that_drops_again_and_again_is_taken_over_each_time(ada: SignedIn, enter: Enter):
    screen = enter(ada)
    line = Line(screen.page)
    screen.go(_deck(ada))
    stem = _stem(screen.page)

    for _ in range(3):
        line.drop()
        screen.page.wait_for_timeout(700)

    with _at_most(BACK_WITHIN_S):
        _ask_for_a_hint(screen.page)
    assert _stem(screen.page) == stem


def test_a_killed_web_process_leaves_her_on_the_same_question(ada_playing: Screen):
    page = ada_playing.page
    stem = _stem(page)

    _kill_web_process()
    _wait_for_web_process(ada_playing.address)

    with _at_most(BACK_WITHIN_S):
        _ask_for_a_hint(page)
    assert _stem(page) == stem


def test_a_second_tab_shows_the_same_question_and_both_go_on(ada_playing: Screen):
    first = ada_playing.page
    stem = _stem(first)

    second = ada_playing.open_tab()
    with _at_most(BACK_WITHIN_S):
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

    with _at_most(BACK_WITHIN_S):
        expect(page.locator("#question")).to_have_text(stem)
        _ask_for_a_hint(page)


def test_signing_out_in_one_tab_takes_the_other_tab_to_sign_in(ada_playing: Screen):
    page, address = ada_playing.page, ada_playing.address
    _ask_for_a_hint(page)

    left = ada_playing.context.request.post(
        f"{address}{routes.SESSION}/sign-out", headers={"Origin": address}, max_redirects=0
    )

    assert left.status == 303

    with _at_most(BACK_WITHIN_S):
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
    expect(page.locator(".hint")).to_have_count(1, timeout=15_000)


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


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

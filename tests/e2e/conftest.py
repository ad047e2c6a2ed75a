"""The whole app in its own processes, and people who use it in a real browser."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    ViewportSize,
    WebSocket,
    expect,
)

from vt import browser

if TYPE_CHECKING:  # the app itself is imported once its servers run
    from vel_tutor.domain.accounts import SignedIn
    from vt.services import Services

ROOT = Path(__file__).resolve().parents[2]
PORT = int(os.environ.get("E2E_PORT", "8471"))
"""Fixed, because the address is built into the pages: another one would mean another build."""
OPEN_WITHIN_S = 900
"""Building the pages takes most of it; nobody measures that here."""
PATIENCE_S = 60
"""How long a test waits for what should happen. How fast it happens is measured in bench/."""
EXPECTED = ("WebSocket", "ERR_CONNECTION", "ERR_INTERNET_DISCONNECTED", "410 (Gone)")
"""What a console may say: of servers and lines that tests stop, and of links that are closed."""

expect.set_options(timeout=PATIENCE_S * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.path).parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def house(
    services: "Services", database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The app as `vt up` runs it, on the servers of this test run; its address."""
    address = f"http://127.0.0.1:{PORT}"
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", PORT)) == 0:
            pytest.fail(f"Port {PORT} is taken; set E2E_PORT to a free one.")
    log = tmp_path_factory.mktemp("house") / "house.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "vt", "up"],
            cwd=ROOT,
            env={**os.environ, "PUBLIC_URL": address, "DATABASE_URL": database},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            _wait_until_open(address, process, log)
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=30)
            process.kill()
            process.wait()


def _wait_until_open(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + OPEN_WITHIN_S
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(URLError, OSError):
            urllib.request.urlopen(f"{address}/ping", timeout=2).close()  # noqa: S310
            return
        time.sleep(0.3)
    raise RuntimeError(log.read_text(errors="replace"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the run; each person gets a profile of their own in it."""
    with browser.chromium() as running:
        yield running


class Screen:
    """One person's browser: `page` is the tab they look at, `complaints` what its console said."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        self.complaints: list[str] = []
        self._is_heard = False
        self.page = self.open_tab()

    def open_tab(self) -> Page:
        """One more tab of the same browser."""
        page = self.context.new_page()
        page.set_default_timeout(PATIENCE_S * 1000)
        page.on("websocket", self._overhear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._listen(said.type, said.text))
        return page

    def _listen(self, kind: str, text: str) -> None:
        if kind == "error" and not any(word in text for word in EXPECTED):
            self.complaints.append(text)

    def go(self, path: str) -> Page:
        """Open `path`, as typed into the address bar."""
        self._is_heard = False
        self.page.goto(f"{self.address}{path}")
        return self.page

    def go_alive(self, path: str) -> Page:
        """The same, and wait until the page hears clicks and keys.

        Only where something to press stands in the page as it is served: most pages draw that
        when they know who is here, and are alive by then.
        """
        page = self.go(path)
        until(page, lambda: self._is_heard)
        return page

    def _overhear(self, line: WebSocket) -> None:
        line.on("framereceived", lambda said: self._note(str(said)))

    def _note(self, said: str) -> None:
        """A page connects after it has come alive, and then hears what it shows."""
        self._is_heard = self._is_heard or "delta" in said

    def sign_in(self, signed_in: "SignedIn") -> None:
        """Carry the cookie that signing in would have set."""
        self.context.add_cookies(
            [{"name": "vt_session", "value": signed_in.token, "url": self.address}]
        )


Enter = Callable[..., Screen]


def until(page: Page, true: Callable[[], Any]) -> None:
    """Wait for what the house does by itself, while `page` lives on."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if true():
            return
        page.wait_for_timeout(100)
    assert true()


def drawn(page: Page) -> Page:
    """Let the page finish what it is at: what has just been drawn hears keys a moment later."""
    page.evaluate("() => new Promise(done => setTimeout(done, 50))")
    return page


def pick_by_key(page: Page, answer: str) -> None:
    """Press the key of the tile at place `answer`, from 0, and wait until it is picked."""
    key = str(int(answer) + 1)
    drawn(page).keyboard.press(key)
    expect(page.locator(f"[data-key='{key}']")).to_be_focused()


def put_away(page: Page, sheet: Locator) -> None:
    """Close what lies over the page with the Escape key, once it hears it, and see it gone."""
    expect(sheet).to_be_visible()
    drawn(page).keyboard.press("Escape")
    expect(sheet).to_have_count(0)


def arrived(page: Page, path: str) -> str:
    """Wait until the address is `path` and an id; the id. The address lags behind the page."""
    expect(page).to_have_url(re.compile(f"{path}/[0-9a-f-]{{36}}/?$"))
    return page.url.rstrip("/").rsplit("/", 1)[1]


def _ask_nothing(who: "SignedIn") -> None:
    """Switch off whatever they might be asked."""
    from vel_tutor.core.errors import NotAllowed
    from vel_tutor.domain import accounts
    from vel_tutor.domain.loops import prompts

    actor = accounts.actor_for(who.token)
    with contextlib.suppress(NotAllowed):  # whoever is never asked has nothing to switch off
        if actor is not None:
            prompts.choose(actor, None, wanted=False)


@pytest.fixture
def enter(house: str, chromium: Browser) -> Iterator[Enter]:
    """`enter(signed_in, size=PHONE, theme="light")`: somebody comes in with their own browser.

    Their browser lives where the people of the tests live: whoever joins is in the same day and the
    same week as they are. They have switched suggestions off, for a sheet that rises by itself
    would come in between at any moment of a test; with `prompts=True` they have not.

    Afterwards no browser may have complained: a script that failed or was refused is a failure.
    """
    from tests import people

    screens: list[Screen] = []

    def come_in(
        who: "SignedIn | None" = None, size: ViewportSize = browser.PHONE, **options: Any
    ) -> Screen:
        options.setdefault("timezone_id", people.ZONE)
        theme = options.pop("theme", "light")
        prompted = options.pop("prompts", False)
        context = chromium.new_context(
            viewport=size, color_scheme=theme, reduced_motion="reduce", **options
        )
        screen = Screen(context, house)
        screens.append(screen)
        if who is not None:
            screen.sign_in(who)
            if not prompted:
                _ask_nothing(who)
        return screen

    yield come_in
    complaints = [complaint for screen in screens for complaint in screen.complaints]
    for screen in screens:
        screen.context.close()
    assert complaints == []


@pytest.fixture
def ada_at(enter: Enter) -> Screen:
    """ada, signed in on her phone."""
    from tests import people

    return enter(people.student("Ada"))


@pytest.fixture
def bob_at(enter: Enter) -> Screen:
    """bob, signed in on his phone."""
    from tests import people

    return enter(people.student("Bob"))


@pytest.fixture
def guest_at(enter: Enter) -> Screen:
    """Somebody who has never been here."""
    return enter()

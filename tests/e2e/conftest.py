"""The whole app in its own processes, and people who use it in a real browser."""

import contextlib
import os
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
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from vt import browser

if TYPE_CHECKING:  # the app itself is imported once its servers run
    from vel_tutor.domain.accounts import SignedIn
    from vt.services import Services

ROOT = Path(__file__).resolve().parents[2]
PORT = int(os.environ.get("E2E_PORT", "8471"))
"""Fixed, because the address is built into the pages: another one would mean another build."""
OPEN_WITHIN_S = 300
EXPECTED = ("WebSocket", "ERR_CONNECTION", "410 (Gone)")
"""What a console may say: of servers that tests stop, and of links that are closed."""


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
        self.page = self.open_tab()

    def open_tab(self) -> Page:
        """One more tab of the same browser."""
        page = self.context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._listen(said.type, said.text))
        return page

    def _listen(self, kind: str, text: str) -> None:
        if kind == "error" and not any(word in text for word in EXPECTED):
            self.complaints.append(text)

    def go(self, path: str) -> Page:
        """Open `path`, as typed into the address bar."""
        self.page.goto(f"{self.address}{path}")
        return self.page

    def sign_in(self, signed_in: "SignedIn") -> None:
        """Carry the cookie that signing in would have set."""
        self.context.add_cookies(
            [{"name": "vt_session", "value": signed_in.token, "url": self.address}]
        )


Enter = Callable[..., Screen]


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

    They have switched suggestions off, for a sheet that rises by itself would come in between at
    any moment of a test; with `prompts=True` they have not.

    Afterwards no browser may have complained: a script that failed or was refused is a failure.
    """
    screens: list[Screen] = []

    def come_in(
        who: "SignedIn | None" = None, size: ViewportSize = browser.PHONE, **options: Any
    ) -> Screen:
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

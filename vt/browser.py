"""The machine's own Chromium, started the quiet way."""

import contextlib
import shutil
from collections.abc import Generator

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from vt.problems import Problem

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=800)
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""It talks to nobody but us, and runs as root where that is what there is."""


def path() -> str:
    """Where Chromium is.

    Raises:
        Problem: nowhere.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise Problem("No Chromium here; install it (Debian: apt-get install chromium).")
    return found


@contextlib.contextmanager
def chromium(*, headless: bool = True) -> Generator[Browser]:
    """A browser without any profile; each context in it is a person of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path(), args=list(QUIET), headless=headless
        )
        try:
            yield browser
        finally:
            browser.close()

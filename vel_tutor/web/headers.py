"""The headers every answer carries: what a browser may load, run, tell others, and keep.

Scripts run only from our own files, or inline when they are the very ones the build wrote into its
pages: their hashes are read from the built files, never from what is being sent. There is no
`unsafe-eval` and no inline script of our own. Styles need `unsafe-inline`, see
`docs/decisions/0010-content-security-policy.md`.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vel_tutor.core.settings import ROOT, settings

BUILT_PAGES = ROOT / ".web" / "build" / "client"
HASHED_FILE = re.compile(r"/assets/.+-[A-Za-z0-9_-]{8}\.\w+$")
"""A file of the build whose name changes with its content."""
A_YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
TWO_YEARS = "max-age=63072000; includeSubDomains"

STEADY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
"""`same-origin` and not `no-referrer`: with the latter browsers send `Origin: null` with a form."""


class Headers:
    """Adds the headers to whatever the app answers; one that is already set stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(MutableHeaders(scope=message), scope["path"], message["status"])
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _complete(headers: MutableHeaders, path: str, status: int) -> None:
    for name, value in STEADY.items():
        headers.setdefault(name, value)
    if settings().https:
        headers.setdefault("Strict-Transport-Security", TWO_YEARS)
    if headers.get("content-type", "").startswith("text/html"):
        headers.setdefault("Content-Security-Policy", content_security_policy())
    kept = status in {200, 304} and HASHED_FILE.search(path)
    headers.setdefault("Cache-Control", A_YEAR if kept else ASK_AGAIN)


@cache
def content_security_policy() -> str:
    """What our pages may do, in the words of the header."""
    socket = re.sub("^http", "ws", settings().public_url)
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *inline_script_hashes(BUILT_PAGES.rglob("*.html")))),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            f"connect-src 'self' {socket}",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def inline_script_hashes(pages: Iterable[Path]) -> list[str]:
    """The CSP source of each inline script in `pages`, once each, in a steady order."""
    finder = _InlineScripts()
    for page in sorted(pages):
        finder.feed(page.read_text(encoding="utf-8"))
        finder.reset()
    return sorted(f"'sha256-{_digest(script)}'" for script in finder.found)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class _InlineScripts(HTMLParser):
    """Collects the text of every script without a source."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: set[str] = set()
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and not any(name == "src" for name, _ in attrs):
            self._open = []

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open is not None:
            self.found.add("".join(self._open))
            self._open = None

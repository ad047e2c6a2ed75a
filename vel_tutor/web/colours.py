"""Pages wear their reader's colours before they are sent: no flash of others at the first paint.

The built page is the same for everybody; on its way out its `<html>` gets the word the style sheet
looks for. A page that carries somebody's colours is kept by no cache.
"""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vel_tutor.core.errors import Unavailable
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.vocabulary import Theme

_NOT_ASKED = (b"if-none-match", b"if-modified-since", b"accept-encoding", b"range")
"""What would bring back a page without colours, a part of one, or one packed out of our reach; as
would the server's own way of sending a file by its path, an extension."""
_NOT_KEPT = ("etag", "last-modified")


class Colours:
    """Stands before the pages and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        theme = await _theme_for(Request(scope)) if _wants_page(scope) else Theme.HARBOUR
        if theme is Theme.HARBOUR:
            await self.app(scope, receive, send)
            return
        headers = [pair for pair in scope["headers"] if pair[0] not in _NOT_ASKED]
        within_reach = {**scope, "headers": headers, "extensions": {}}
        await self.app(within_reach, receive, _Painter(send, theme))


class _Painter:
    """Sends what it is given on, a page with its colours."""

    def __init__(self, send: Send, theme: Theme) -> None:
        self._send = send
        self._theme = theme
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        painted = self._body.replace(b"<html", f'<html data-theme="{self._theme}"'.encode(), 1)
        headers = MutableHeaders(scope=start)
        for name in _NOT_KEPT:
            del headers[name]
        headers["content-length"] = str(len(painted))
        headers["cache-control"] = "no-store"
        await self._send(start)
        await self._send({"type": "http.response.body", "body": painted})


def _wants_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and "text/html" in Headers(scope=scope).get("accept", "")
    )


def _is_page(start: Message) -> bool:
    return MutableHeaders(scope=start).get("content-type", "").startswith("text/html")


async def _theme_for(request: Request) -> Theme:
    """What the person behind `request` wears; everybody's own when that cannot be known."""
    token = request.cookies.get(settings().session_cookie, "")
    if not token:
        return Theme.HARBOUR
    try:
        actor = await run_in_threadpool(accounts.actor_for, token)
    except Unavailable:
        return Theme.HARBOUR
    return actor.theme if actor else Theme.HARBOUR

"""`/mcp`: the advisers for AI clients outside. A bearer token opens it, never a cookie."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from vel_tutor import routes
from vel_tutor.agents.advisers import MAY_ASK
from vel_tutor.core.errors import TooMany, Unavailable
from vel_tutor.core.settings import settings
from vel_tutor.domain import advice
from vel_tutor.vocabulary import Agent
from vel_tutor.web.client import client_ip

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

RETRY_S = 60


class Hatch:
    """Lets in who has leave, and hands them on to the SDK while that is running."""

    def __init__(self) -> None:
        self._manager: StreamableHTTPSessionManager | None = None

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Serve for as long as this lasts; the SDK is loaded beside whatever else goes on."""
        manager = await asyncio.to_thread(_load)
        async with manager.run():
            self._manager = manager
            try:
                yield
            finally:
                self._manager = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            await Response(status_code=405, headers={"Allow": "POST"})(scope, receive, send)
            return
        request = Request(scope, receive)
        body = await request.body()
        refusal, may_ask = await _admitted(request, body)
        if refusal is None and self._manager is None:
            refusal = _refusal(503, "unavailable", "The advisers are not here yet.")
        if refusal is not None or self._manager is None:
            await (refusal or Response(status_code=503))(scope, receive, send)
            return
        scope[MAY_ASK] = may_ask
        await self._manager.handle_request(scope, _again(body, receive), send)


hatch = Hatch()


async def keep_open() -> None:
    """Serve the advisers for as long as this process lives."""
    async with hatch.open():
        await asyncio.Event().wait()


def web_routes() -> list[Route]:
    """One path. Without sessions there is nothing to get or to delete, and that is said."""
    return [Route(routes.MCP, hatch, methods=["GET", "POST", "DELETE"])]


def _load() -> "StreamableHTTPSessionManager":
    from vel_tutor.agents import mcp  # takes most of a second, which only who serves should wait

    return mcp.manager()


async def _admitted(request: Request, body: bytes) -> tuple[Response | None, frozenset[Agent]]:
    """Why the request is refused, or None and whom it may ask."""
    origin = request.headers.get("origin")
    if origin is not None and origin not in settings().origins:
        return _refusal(403, "invalid_request", "Pages of other sites may not ask."), frozenset()
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip() if scheme.lower() == "bearer" else ""
    try:
        may_ask = await run_in_threadpool(advice.admit, token, client_ip(request), _asks(body))
    except advice.NoLeave as refusal:
        return _refusal(401, "invalid_token", str(refusal)), frozenset()
    except advice.WrongScope as refusal:
        return _refusal(403, "insufficient_scope", str(refusal)), frozenset()
    except TooMany as refusal:
        return _refusal(429, "too_many_requests", str(refusal)), frozenset()
    except Unavailable as refusal:
        return _refusal(503, "unavailable", str(refusal)), frozenset()
    return None, may_ask


def _asks(body: bytes) -> Sequence[str]:
    """The tools that a request calls; what is no such request is for the SDK to answer."""
    try:
        said: Any = json.loads(body)
    except (ValueError, RecursionError):
        return ()
    calls = said if isinstance(said, list) else [said]
    return tuple(
        str(call["params"].get("name"))[:60]
        for call in calls
        if isinstance(call, dict)
        and call.get("method") == "tools/call"
        and isinstance(call.get("params"), dict)
    )


def _refusal(status: int, error: str, words: str) -> Response:
    headers = {"Cache-Control": "no-store"}
    if status in (401, 403):
        headers["WWW-Authenticate"] = f'Bearer error="{error}", error_description="{words}"'
    if status in (429, 503):
        headers["Retry-After"] = str(RETRY_S)
    told = {"error": error, "error_description": words}
    return JSONResponse(told, status_code=status, headers=headers)


def _again(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the whole body first, though it has been read."""
    given = False

    async def first_the_body() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return first_the_body

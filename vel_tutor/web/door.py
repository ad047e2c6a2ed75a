"""The door before everything: no socket for strangers, no route the policy does not list."""

import logging
import time

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vel_tutor import policy, routes
from vel_tutor.core.log import say
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.live import line
from vel_tutor.vocabulary import EVERYONE, Standing

log = logging.getLogger(__name__)
SLOW_MS = 1000
LARGEST_BODY = 64 * 1024
"""Bytes a request may carry; no form of ours comes near."""
APOLOGY = "Something broke on our side. Please try again."


class Door:
    """Refuses sockets from other sites, and keeps the book of requests."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Browsers always name the origin of a socket: without one there is no browser."""
        if Headers(scope=scope).get("origin") in settings().origins:
            line.offer(scope)
            await self.app(scope, receive, send)
            return
        say(log, logging.WARNING, "a socket from another site was refused")
        await receive()
        await send({"type": "websocket.close", "code": 1008})

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Only method, first step of the path, status and time: the rest may name people."""
        began = time.monotonic()
        status = 0

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await (_too_much(Headers(scope=scope)) or self.app)(scope, receive, noted)
        except Exception:
            log.exception("a route failed")
            if status == 0:
                await PlainTextResponse(APOLOGY, status_code=500)(scope, receive, noted)
        finally:
            ms = round((time.monotonic() - began) * 1000)
            level = logging.INFO if status >= 500 or ms > SLOW_MS else logging.DEBUG
            route = f"{scope['method']} /{scope['path'].split('/')[1]}"
            say(log, level, "a request was answered", route=route, status=status, ms=ms)


def _too_much(headers: Headers) -> Response | None:
    """What to answer a body that is too long, or does not say how long it is; else None."""
    length = headers.get("content-length", "0")
    if "chunked" in headers.get("transfer-encoding", ""):
        return PlainTextResponse("Say how long this is.", status_code=411)
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return PlainTextResponse("This is too long.", status_code=413)
    return None


def guarded(route: Route) -> Route:
    """`route` behind the policy: who is not listed for it does not reach it."""
    inner = route.app

    async def admitted(scope: Scope, receive: Receive, send: Send) -> None:
        refusal = await _refusal(f"{_method(scope)} {route.path}", Request(scope))
        await (refusal or inner)(scope, receive, send)

    route.app = admitted
    return route


def _method(scope: Scope) -> str:
    method = str(scope["method"])
    return "GET" if method == "HEAD" else method


async def _refusal(name: str, request: Request) -> Response | None:
    """What to answer instead, or None to let the request in."""
    allowed = policy.ROUTES.get(name)
    if allowed == EVERYONE:
        return None
    if allowed is None:
        return PlainTextResponse("Not found", status_code=404)
    token = request.cookies.get(settings().session_cookie, "")
    actor = await run_in_threadpool(accounts.actor_for, token)
    standing = actor.standing if actor else Standing.ANONYMOUS
    if standing in allowed:
        return None
    if actor is None:
        return RedirectResponse(routes.SIGN_IN, status_code=303)
    if Standing.ANONYMOUS in allowed:
        return RedirectResponse(routes.HOME, status_code=303)  # only for those not signed in
    return PlainTextResponse("Not found", status_code=404)

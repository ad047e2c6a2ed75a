"""Forms that the browser posts itself: read, guard, and send back with what was typed."""

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Refusal, SignInNeeded
from vel_tutor.core.settings import DEVICE_COOKIE, FORM_COOKIE, FORM_KEPT, VISITOR_COOKIE, settings
from vel_tutor.core.signing import Purpose, seal, verify
from vel_tutor.domain import accounts
from vel_tutor.domain.accounts import Browser
from vel_tutor.web import client, cookies, origin

Typed = Mapping[str, str]
Handler = Callable[[Request, Typed], Awaitable[Response]]
MOST_FIELDS = 20
LONGEST_BODY = 16_384
"""Bytes; the longest of our forms is far below."""
NEVER_ECHOED = frozenset({"password", "old_password", "token"})


def posted(
    page: Callable[[Typed], str],
) -> Callable[[Handler], Callable[[Request], Awaitable[Response]]]:
    """Make a route of a form's handler.

    The form is refused when another site sent it. When the domain refuses, the person goes back to
    `page(typed)` with the refusal's code, and what they typed, secrets apart, waits there for them.
    """

    def guarded(handle: Handler) -> Callable[[Request], Awaitable[Response]]:
        @wraps(handle)
        async def route(request: Request) -> Response:
            if not origin.is_ours(request):
                return PlainTextResponse("This form came from another site.", status_code=403)
            typed = await _read(request)
            if typed is None:
                return PlainTextResponse("This form is too long.", status_code=413)
            try:
                return await handle(request, typed)
            except SignInNeeded:
                return see(routes.SIGN_IN)
            except Refusal as refusal:
                return _back(page(typed), refusal, typed)

        return route

    return guarded


def see(path: str, **query: str) -> RedirectResponse:
    """On to the page at `path`, to be fetched anew."""
    said = urlencode({key: value for key, value in query.items() if value})
    glue = "&" if "?" in path else "?"
    response = RedirectResponse(f"{path}{glue}{said}" if said else path, status_code=303)
    response.headers["Cache-Control"] = "no-store"
    return response


def browser(request: Request) -> Browser:
    """Where the request comes from."""
    carried = request.cookies
    return Browser(
        address=client.client_ip(request),
        device=client.device(request),
        device_token=carried.get(DEVICE_COOKIE, ""),
        session_token=carried.get(settings().session_cookie, ""),
        visitor_id=verify(Purpose.VISITOR, carried.get(VISITOR_COOKIE, "")) or "",
    )


async def actor(request: Request) -> Actor:
    """Whoever is signed in on the browser that asks.

    Raises:
        SignInNeeded: nobody is.
    """
    found = await actor_or_none(request)
    if found is None:
        raise SignInNeeded
    return found


async def actor_or_none(request: Request) -> Actor | None:
    """Whoever is signed in on the browser that asks, if anybody is."""
    token = request.cookies.get(settings().session_cookie, "")
    return await run_in_threadpool(accounts.actor_for, token)


async def _read(request: Request) -> Typed | None:
    """The fields of the form, or None when it is longer than any of ours."""
    size = request.headers.get("content-length", "")
    if not size.isdigit() or int(size) > LONGEST_BODY:
        return None
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        typed = {name: value for name, value in form.items() if isinstance(value, str)}
    if not typed.get("next"):
        typed["next"] = _asked_for(request)
    return typed


def _asked_for(request: Request) -> str:
    """Where the page of the form was to lead on to, as its own address says.

    The form holds it too, but only once the page has come alive: quick hands are quicker.
    """
    said = parse_qs(urlsplit(request.headers.get("referer", "")).query)
    return said.get("next", [""])[0]


def _back(page: str, refusal: Refusal, typed: Typed) -> Response:
    response = see(page, problem=refusal.code, next=onward(typed))
    shown = {name: value[:300] for name, value in typed.items() if name not in NEVER_ECHOED}
    cookies.keep(response, FORM_COOKIE, seal(Purpose.FORM_ECHO, shown), FORM_KEPT)
    return response


def onward(typed: Typed) -> str:
    """Where the person wants to go afterwards, if that is more than the first page."""
    path = routes.local(typed.get("next", ""))
    return "" if path == routes.HOME else path

"""The page for newcomers is for newcomers: whoever is signed in is led on before it is drawn."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from vel_tutor import routes
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts


class FrontDoor:
    """Stands before `/` and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        place = await _place_of(Request(scope)) if _is_home(scope) else ""
        answer = RedirectResponse(place, status_code=303) if place else self.app
        await answer(scope, receive, send)


def _is_home(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["path"] == routes.HOME


async def _place_of(request: Request) -> str:
    """Where the person behind `request` begins; nothing for a stranger."""
    token = request.cookies.get(settings().session_cookie, "")
    actor = await run_in_threadpool(accounts.actor_for, token) if token else None
    if actor is None:
        return ""
    return accounts.home_of(actor.standing)

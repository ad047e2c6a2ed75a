"""Credentials of badges, and what a verifier needs to check them."""

import json
from typing import Any
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from vel_tutor import routes
from vel_tutor.core import badge_keys
from vel_tutor.core.errors import NotFound, Refusal
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, badges

_JWT = "application/vc+jwt"
_OPEN = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300"}
"""A verifier may run in a browser on any site; nothing here is about a person."""
_LEVELS = "-"


async def credential(request: Request) -> Response:
    """A badge as a signed file, for its owner only."""
    try:
        row_id = UUID(request.path_params["badge"])
    except ValueError:
        return Response(status_code=404)
    token = request.cookies.get(settings().session_cookie, "")
    actor = await run_in_threadpool(accounts.actor_for, token)
    if actor is None:
        return Response(status_code=401)
    try:
        signed = await run_in_threadpool(badges.credential, actor, row_id)
    except Refusal:
        return Response(status_code=404)
    headers = {
        "Content-Disposition": 'attachment; filename="badge.jwt"',
        "Cache-Control": "private, no-store",
    }
    return Response(signed, media_type=_JWT, headers=headers)


async def status(request: Request) -> Response:
    """Which credentials no longer hold."""
    try:
        signed = await run_in_threadpool(badges.status_list, int(request.path_params["number"]))
    except (NotFound, ValueError):
        return Response(status_code=404)
    return Response(signed, media_type=_JWT, headers=_OPEN)


async def issuer(_request: Request) -> Response:
    """Who gives the badges."""
    return _linked(badges.issuer())


async def keys(_request: Request) -> Response:
    """The public halves of our keys: older ones stay, so that old credentials still hold."""
    return JSONResponse({"keys": badge_keys.public_keys()}, headers=_OPEN)


async def achievement(request: Request) -> Response:
    """What a level of a badge stands for."""
    key, _, level = request.path_params["achievement"].rpartition(_LEVELS)
    try:
        return _linked(badges.achievement(key, int(level)))
    except (NotFound, ValueError):
        return Response(status_code=404)


def web_routes() -> list[Route]:
    """Open to everyone but for the credential itself."""
    return [
        Route(routes.BADGE_CREDENTIAL, credential),
        Route(routes.BADGE_STATUS, status),
        Route(routes.ISSUER, issuer),
        Route(routes.ISSUER_KEYS, keys),
        Route(routes.ACHIEVEMENT, achievement),
    ]


def _linked(paper: dict[str, Any]) -> Response:
    return Response(json.dumps(paper), media_type="application/ld+json", headers=_OPEN)

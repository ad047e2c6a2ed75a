"""Is the process alive, and can it work? Read by supervisors and load balancers, so no details."""

import asyncio
from collections.abc import Callable

from redis import RedisError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from vel_tutor.core import db
from vel_tutor.core.errors import Unavailable
from vel_tutor.live.connection import connection

PATIENCE_S = 2.0


async def alive(request: Request) -> Response:
    """The process answers; whether it can work is `/readyz`."""
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})


async def ready(request: Request) -> Response:
    """200 when both servers answer in time, else 503."""
    database, redis = await asyncio.gather(_answers(_database), _answers(_redis))
    return JSONResponse(
        {"database": database, "redis": redis},
        status_code=200 if database and redis else 503,
        headers={"Cache-Control": "no-store"},
    )


async def _answers(probe: Callable[[], bool]) -> bool:
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await asyncio.to_thread(probe)
    except TimeoutError:
        return False


def _database() -> bool:
    try:
        db.ping()
    except Unavailable:
        return False
    return True


def _redis() -> bool:
    try:
        return bool(connection().ping())
    except RedisError:
        return False


def web_routes() -> list[Route]:
    """Open to everyone."""
    return [Route("/healthz", alive), Route("/readyz", ready)]

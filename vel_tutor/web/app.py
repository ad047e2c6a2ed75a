"""Every plain HTTP route of the app, and what stands before all of them."""

from starlette.routing import Route
from starlette.types import ASGIApp

from vel_tutor.web import (
    advisers,
    badges,
    door,
    exports,
    health,
    links,
    parent_links,
    session,
    unsubscribe,
)
from vel_tutor.web.colours import Colours
from vel_tutor.web.front_door import FrontDoor
from vel_tutor.web.headers import Headers


def web_routes() -> list[Route]:
    """All routes, each behind the policy: `vel_tutor/policy/` says who may come."""
    found = [
        *health.web_routes(),
        *session.web_routes(),
        *links.web_routes(),
        *unsubscribe.web_routes(),
        *advisers.web_routes(),
        *exports.web_routes(),
        *parent_links.web_routes(),
        *badges.web_routes(),
    ]
    return [door.guarded(route) for route in found]


def behind_the_door(app: ASGIApp) -> ASGIApp:
    """`app` with our headers, closed to sockets of other sites, its first page for newcomers.

    Pages come out in their reader's colours.
    """
    return door.Door(Headers(FrontDoor(Colours(app))))

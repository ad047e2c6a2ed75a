"""Every plain HTTP route of the app, for the composition root."""

from starlette.routing import Route

from vel_tutor.web import session


def web_routes() -> list[Route]:
    """All routes; each is listed in `vel_tutor/policy.py`."""
    return [*session.web_routes()]

"""`/sign-up/parent/<token>`: where parents invite parents, and where our letters used to lead.

A mailed token has no dot in it and goes on to the page that asks for permission. The signed code
of an invitation has one (see `core.signing.sign`).
"""

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vel_tutor import routes
from vel_tutor.web import links
from vel_tutor.web.forms import see

_MAILED = re.compile(r"[A-Za-z0-9_-]{20,100}")


def is_mailed(token: str) -> bool:
    """Whether `token` has the shape of one that a letter of ours carried."""
    return _MAILED.fullmatch(token) is not None


async def parent_invited(request: Request) -> Response:
    """Lead what a letter carried to its page, and treat all else as the link of an invitation."""
    token = str(request.path_params["token"])
    return see(routes.consent(token)) if is_mailed(token) else await links.shell_page(request)


def web_routes() -> list[Route]:
    """Open to everyone; nothing here changes anything."""
    return [Route(routes.PARENT_INVITED_SHELL, parent_invited)]

"""Whether a browser sent this form from one of our own pages."""

from urllib.parse import urlsplit

from starlette.requests import Request

from vel_tutor.core.settings import settings


def is_ours(request: Request) -> bool:
    """Whether a request that changes something comes from a page of this origin.

    Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`. A request with neither is no form
    of ours: it is refused, as is whatever disagrees. (The cookies are SameSite=Lax besides.)
    """
    fetched_from = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if fetched_from is not None:
        return fetched_from == "same-origin"
    return origin is not None and origin == _own_origin()


def _own_origin() -> str:
    parts = urlsplit(settings().public_url)
    return f"{parts.scheme}://{parts.netloc}"
